"""The steps of a visit that need no questions, each with its way back; for the board and for the search."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.core.values import Command
from app.runner.bridge import Runner
from app.schedule.actions import MarkShown
from app.visits.actions import (
    Arrive,
    BoardKey,
    CheckIn,
    EndVisit,
    LeftUnseen,
    NoShow,
    StartVisit,
    UndoStep,
    arrive,
    check_in,
    end_visit,
    left_unseen,
    no_show,
    start_visit,
    undo_step,
)
from app.visits.rules import BoardRow, Step


class Steps(QObject):
    """`wanted` (row, what): a step that asks first: check_in, check_out, book. `failed`: a sentence for the status bar."""

    wanted = Signal(object, str)
    failed = Signal(object)
    stepped = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.busy_rows: set[int] = set()

    def look_again(self) -> None:
        """Called when a step did not go: what is shown may be old."""

    def step(self, row: BoardRow) -> None:
        """Do the row's next step, or say which question comes first. A second press while it runs does nothing."""
        if row.appointment_id in self.busy_rows:
            return
        at = (row.appointment_id, row.version)
        match row.step:
            case Step.ARRIVE:
                self._run(
                    row, arrive, Arrive(appointment_id=at[0], version=at[1]), tr("{name} arrived", name=row.patient)
                )
            case Step.CHECK_IN if row.open_points == 0:
                said = tr("Checked in {name}", name=row.patient)
                self._run(row, check_in, CheckIn(appointment_id=at[0], version=at[1]), said)
            case Step.START:
                self._run(
                    row,
                    start_visit,
                    StartVisit(appointment_id=at[0], version=at[1]),
                    tr("{name} is in the room", name=row.patient),
                )
            case Step.END:
                self._run(
                    row,
                    end_visit,
                    EndVisit(appointment_id=at[0], version=at[1]),
                    tr("Visit of {name} ended", name=row.patient),
                )
            case Step.FILL_SLOT:
                self.ports.fill_hole(row.appointment_id)
            case Step.CHECK_IN | Step.CHECK_OUT:
                self.wanted.emit(row, row.step.value)
            case _:
                self.wanted.emit(row, "book")

    def mark_no_show(self, row: BoardRow, reason_code: str, note: str, mark: MarkShown | None = None) -> None:
        """The patient did not come; `mark` is what was shown that it counts as."""
        at = (row.appointment_id, row.version)
        command = NoShow(appointment_id=at[0], version=at[1], reason_code=reason_code, note=note, mark=mark)
        self._run(row, no_show, command, tr("{name} did not come", name=row.patient))

    def mark_left(self, row: BoardRow, reason_code: str, note: str) -> None:
        """The patient left before being seen."""
        command = LeftUnseen(appointment_id=row.appointment_id, version=row.version, reason_code=reason_code, note=note)
        self._run(row, left_unseen, command, tr("{name} left unseen", name=row.patient))

    def _run(self, row: BoardRow, action: Callable[..., BoardKey], command: Command, said: str) -> None:
        self.busy_rows.add(row.appointment_id)

        def done(key: BoardKey) -> None:
            self.told(said, command)
            self.stepped.emit(key)

        def failed(why: ClinicError) -> None:
            self.busy_rows.discard(row.appointment_id)
            self.failed.emit(why)
            self.look_again()

        self.runner.run(action, command, then=done, fail=failed)  # type: ignore[arg-type]  # an Action of this command

    def told(self, said: str, command: Command) -> None:
        """Put a deed into the status bar, with its way back."""
        self.ports.undoable(said, lambda: self.undo(command))

    def undo(self, command: Command) -> None:
        """Take a step back by a command of its own."""
        back = UndoStep(undoes=command.id)
        self.runner.run(undo_step, back, then=lambda _key: self.ports.announce(tr("Taken back")), fail=self.failed.emit)
