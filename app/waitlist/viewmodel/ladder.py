"""The state of the fill ladder: a hole, whom to call, what came of each call, and the next hole."""

from PySide6.QtCore import QObject, Signal

from app.core.clock import local, local_day
from app.core.errors import ClinicError
from app.core.ports import Place, Ports
from app.core.text import tr
from app.core.values import Command
from app.kit.dates import short_day, show_time
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.waitlist.actions import Filled, FillSlot, LogTry, TakeFillBack, TryKey, fill_slot, log_try, take_fill_back
from app.waitlist.queries import FillRate, HoleRow, Ladder, Rung, fill_rate, hole_left_by, ladder
from app.waitlist.rules import Outcome
from app.waitlist.rules.script import Call, message, script, spoken_language

TABLES = ("freed_slot", "waitlist_entry", "waitlist_try", "appointment")


class LadderModel(QObject):
    """One hole. `changed`: show anew; `failed`: a sentence; `filled` (Filled); `left` (HoleRow): a next hole came free."""

    changed = Signal()
    failed = Signal(object)
    gone = Signal(object)
    filled = Signal(object)
    left = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.found: Ladder | None = None
        self.rate: FillRate | None = None
        self.hole_id = 0
        self._busy = False
        self._heard = runner.bus.subscribe(TABLES, self._hear)

    def begin(self, freed_slot_id: int) -> None:
        """Show a hole."""
        self.hole_id, self._busy = freed_slot_id, False
        self._ask(settled=True)

    def begin_at(self, appointment_id: int) -> None:
        """Show the hole that a visit left."""
        self.runner.ask(
            hole_left_by, appointment_id, then=self._begin_with, fail=self.failed.emit, topic=f"left-{id(self)}"
        )

    def _begin_with(self, hole: HoleRow | None) -> None:
        if hole is None:
            self.gone.emit(ClinicError("This visit left no time that can be filled.", next_step="Take the next hole."))
        else:
            self.begin(hole.id)

    def _ask(self, *, settled: bool) -> None:
        self.runner.ask(
            ladder, self.hole_id, then=self._take, fail=self._lost, topic=f"ladder-{id(self)}", settled=settled
        )

    def _take(self, found: Ladder) -> None:
        first = self.found is None
        self.found = found
        self.changed.emit()
        if first:
            today = local_day(self.runner.executor.database.clock.now(), found.hole.zone)
            self.runner.ask(
                fill_rate, found.hole.location_id, today, then=self._rated, fail=lambda _why: None,
                topic=f"rate-{id(self)}",
            )  # fmt: skip

    def _rated(self, rate: FillRate) -> None:
        self.rate = rate
        self.changed.emit()

    def _lost(self, why: ClinicError) -> None:
        """Another desk took the hole while it was shown; what this desk filled is told otherwise."""
        if not self._busy:
            self.gone.emit(why)

    def _hear(self, _notice: Notice) -> None:
        if self.hole_id and not self._busy:
            self._ask(settled=False)

    def end(self) -> None:
        """Nobody looks any more."""
        self._heard.end()

    # -------------------------------------------------------------------------------------------------- the call

    def call(self, rung: Rung) -> Call | None:
        """What a call to somebody is about."""
        if self.found is None:
            return None
        hole = self.found.hole
        return Call(
            rung.first_name, hole.location, self.found.clinic_phone, hole.practitioner, hole.day, hole.start,
            rung.entry.minutes, rung.entry.later_day,
        )  # fmt: skip

    def script(self, rung: Rung) -> tuple[str, ...]:
        """What to say, in the person's language."""
        call = self.call(rung)
        tried = rung.tried
        until = None
        if tried is not None and tried.until is not None:
            until = local(tried.until, rung.entry.zone).time()
        return () if call is None else script(call, spoken_language(rung.language), until)

    def message(self, rung: Rung) -> str:
        """What to leave on a machine."""
        call = self.call(rung)
        return "" if call is None else message(call, spoken_language(rung.language))

    # -------------------------------------------------------------------------------------------------- deeds

    def tried(self, rung: Rung, outcome: Outcome) -> None:
        """Write down what came of a call."""
        command = LogTry(freed_slot_id=self.hole_id, entry_id=rung.entry.id, outcome=outcome)
        self._run(command, rung)

    def _run(self, command: LogTry, rung: Rung) -> None:
        def done(made: TryKey) -> None:
            if made.until is not None:
                at = show_time(local(made.until, rung.entry.zone).time())
                self.ports.announce(tr("Offered to {name} until {time}.", name=rung.entry.patient, time=at))
            self._ask(settled=False)

        self.runner.run(log_try, command, done, self._failed)

    def fill(self, rung: Rung) -> None:
        """They take it."""
        command = FillSlot(freed_slot_id=self.hole_id, entry_id=rung.entry.id, version=rung.entry.version)
        if self._busy:
            return
        self._busy = True
        self.runner.run(fill_slot, command, lambda made: self._filled(rung, made, command), self._failed)

    def _failed(self, why: ClinicError) -> None:
        self._busy = False
        self.failed.emit(why)
        self._ask(settled=False)

    def _filled(self, rung: Rung, made: Filled, command: Command) -> None:
        words = tr(
            "Filled with {name}: {day}, {time}",
            name=rung.entry.patient, day=short_day(made.day), time=show_time(made.start),
        )  # fmt: skip
        back = TakeFillBack(
            entry_id=made.entry_id, version=made.entry_version, appointment_id=made.appointment_id,
            appointment_version=made.version, former=made.former, undoes=command.id,
        )  # fmt: skip
        self.ports.undoable(words, lambda: self._take_back(back))
        self.filled.emit(made)
        if made.former is not None:
            self.runner.ask(
                hole_left_by,
                made.appointment_id,
                then=self._next_hole,
                fail=lambda _why: None,
                topic=f"next-{id(self)}",
            )

    def _next_hole(self, hole: HoleRow | None) -> None:
        if hole is not None:
            self.left.emit(hole)

    def _take_back(self, command: TakeFillBack) -> None:
        self.runner.run(
            take_fill_back, command, lambda _made: self.ports.announce(tr("Taken back")),
            lambda why: self.ports.announce(str(why)),
        )  # fmt: skip

    def show_visit(self, made: Filled) -> None:
        """Go to the visit in the schedule."""
        self.ports.go(Place("schedule", appointment_id=made.appointment_id, day=made.day))
