"""Who works when at the window's location: the people, and the hours of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit.dates import short_day
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.actions.blocks import AddBlock, BlockMade, VoidBlock, add_block, void_block
from app.schedule.actions.hours import RestoreWeeks, SetWeek, WeekSet, restore_weeks, set_week
from app.schedule.actions.skills import SetSkills, SkillsSet, set_skills
from app.schedule.queries.workers import ExceptionRow, WorkerHours, WorkerRow, worker_hours, workers
from app.schedule.rules.weeks import Week

Fail = Callable[[ClinicError], None]


class HoursModel(QObject):
    """`people` by name and the `hours` of the chosen one. Another desk's change brings both again."""

    people_changed = Signal()
    #: the hours of the chosen person are others; True: of another person than before
    hours_changed = Signal(bool)
    failed = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.location_id = 0
        self.people: tuple[WorkerRow, ...] = ()
        self.hours: WorkerHours | None = None
        self._who = 0
        runner.bus.subscribe(
            ("working_hours", "practitioner_skill", "practitioner", "practitioner_location", "block"), self._heard
        )

    @property
    def today(self) -> date:
        """The location's day."""
        return self.hours.today if self.hours is not None else self.ports.here().today

    def look(self) -> None:
        """Read who works where the window stands."""
        here = self.ports.here().location_id or 0
        if here != self.location_id:
            self.location_id, self._who, self.people, self.hours = here, 0, (), None
        if here:
            self._read()
        else:
            self.people_changed.emit()

    def _heard(self, _notice: Notice) -> None:
        if self.location_id:
            self._read()

    def _read(self) -> None:
        self.runner.ask(
            workers, self.location_id, then=self._take, fail=self.failed.emit, topic="hours.people", settled=False
        )

    def _take(self, rows: tuple[WorkerRow, ...]) -> None:
        self.people = rows
        self.people_changed.emit()
        if self._who in {one.id for one in rows}:
            self._ask()

    def choose(self, who: int) -> None:
        """Show somebody's hours."""
        if who != self._who:
            self._who = who
            self._ask()

    def _ask(self) -> None:
        self.runner.ask(
            worker_hours, self.location_id, self._who, then=self._show, fail=self.failed.emit, topic="hours.one",
            settled=False,
        )  # fmt: skip

    def _show(self, hours: WorkerHours) -> None:
        before, self.hours = self.hours, hours
        self.hours_changed.emit(before is None or before.worker.id != hours.worker.id)

    # ------------------------------------------------------------------------------------------------- changing

    def save(
        self,
        days: Week,
        first: date,
        last: date | None,
        then: Callable[[], None],
        fail: Fail,
        *,
        why: str | None = None,
    ) -> None:
        """Set the week of the chosen person from a day on. `why`: keep the visits that lie outside, with this reason."""
        if self.hours is None:
            return
        worker = self.hours.worker
        command = SetWeek(
            practitioner_id=worker.id, location_id=self.location_id, version=worker.version, days=days, valid_from=first,
            valid_to=last, accept=why is not None, reason=why or "",
        )  # fmt: skip

        def saved(made: WeekSet) -> None:
            back = RestoreWeeks(
                practitioner_id=command.practitioner_id, location_id=command.location_id, version=made.version,
                valid_from=command.valid_from, before=made.before, undoes=command.id,
            )  # fmt: skip
            then()
            self.ports.undoable(tr("The hours of {name} are set.", name=made.practitioner), lambda: self._restore(back))

        self.runner.run(set_week, command, saved, fail)

    def _restore(self, command: RestoreWeeks) -> None:
        def back(made: WeekSet) -> None:
            self.ports.announce(tr("The hours of {name} are as they were.", name=made.practitioner))

        self.runner.run(restore_weeks, command, back, lambda why: self.ports.announce(str(why)))

    def treat(self, typed: str, then: Callable[[], None], fail: Fail) -> None:
        """Set what the chosen person treats, from words with a comma between."""
        if self.hours is None:
            return
        worker = self.hours.worker
        command = SetSkills(
            practitioner_id=worker.id, location_id=self.location_id, version=worker.version,
            skills=tuple(typed.replace(";", ",").split(",")),
        )  # fmt: skip

        def saved(made: SkillsSet) -> None:
            then()
            self.ports.announce(tr("What {name} treats is kept.", name=made.practitioner))

        self.runner.run(set_skills, command, saved, fail)

    def close_time(self, command: AddBlock, then: Callable[[BlockMade], None], fail: Fail) -> None:
        """Close time of somebody; Undo opens it again."""

        def made(block: BlockMade) -> None:
            back = VoidBlock(block_id=block.block_id, version=block.version, undoes=command.id)
            then(block)
            self.ports.undoable(tr("Closed time on {day}", day=short_day(command.day)), lambda: self._void(back))

        self.runner.run(add_block, command, made, fail)

    def reopen(self, row: ExceptionRow) -> None:
        """Open somebody's closed time again."""
        self._void(VoidBlock(block_id=row.id, version=row.version))

    def _void(self, command: VoidBlock) -> None:
        self.runner.run(void_block, command, lambda _made: None, self.failed.emit)
