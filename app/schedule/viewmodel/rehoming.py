"""Visits that a day off left without a time: what each is offered, one taken, or all of them at once."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.dates import short_day, show_time
from app.runner.bridge import Runner
from app.schedule.actions import Moved, MoveVisits, VisitsMoved, move_visits
from app.schedule.queries.homeless import HomelessRow, homeless

#: the reason such a move is written down with
WHY = "clinic"


class RehomingModel(QObject):
    """`show(location, first, last)`, then `changed`; `done` says what moved and tells the way back."""

    changed = Signal()
    done = Signal(str, object)
    failed = Signal(ClinicError)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.rows: tuple[HomelessRow, ...] = ()
        self.looked = False
        self._where, self._days = 0, (date.min, date.min)

    def show(self, location_id: int, first: date, last: date) -> None:
        """Ask who of these days has no time any more."""
        self._where, self._days, self.looked = location_id, (first, last), False
        self.reload()

    def reload(self) -> None:
        """Ask again."""
        self.runner.ask(
            homeless, self._where, *self._days, then=self._take, fail=self.failed.emit, topic=f"homeless-{id(self)}",
            settled=False,
        )  # fmt: skip

    def _take(self, rows: tuple[HomelessRow, ...]) -> None:
        self.rows, self.looked = rows, True
        self.changed.emit()

    def offered(self) -> tuple[HomelessRow, ...]:
        """Those for whom there is a time."""
        return tuple(row for row in self.rows if row.alternative is not None)

    def summary(self) -> str:
        """How many there are, and how many can move at once."""
        if not self.rows:
            return tr("Every visit of these days has its time.") if self.looked else ""
        return tr(
            "Without a time: {count} · with an offer: {offered}", count=len(self.rows), offered=len(self.offered())
        )

    def move(self, *rows: HomelessRow) -> None:
        """Move these to what they are offered, all or none."""
        wanted = tuple(
            Moved(row.visit.appointment_id, row.version, row.alternative.day, row.alternative.start,
                  row.alternative.practitioner_id)
            for row in rows if row.alternative is not None
        )  # fmt: skip
        if not wanted:
            self.failed.emit(
                ClinicError("Nothing free was found near this time.", next_step="Move this visit by hand (Ctrl+M).")
            )
            return
        command = MoveVisits(location_id=self._where, visits=wanted, reason_code=WHY)
        self.runner.run(move_visits, command, lambda made: self._moved(command, rows, made), self._not_moved)

    def _moved(self, command: MoveVisits, rows: tuple[HomelessRow, ...], made: VisitsMoved) -> None:
        back = MoveVisits(location_id=command.location_id, visits=made.before, undoes=command.id)
        words = (
            tr("Moved {patient} to {day}, {time}", patient=rows[0].visit.patient, **target_words(rows[0]))
            if made.count == 1
            else tr("Moved {count} visits", count=made.count)
        )
        self.done.emit(words, lambda: self._undo(back))
        self.reload()

    def _undo(self, command: MoveVisits) -> None:
        """Let them go back; while their former time is closed it is said what comes first, and the undo stays offered."""

        def refused(why: ClinicError) -> None:
            self.done.emit(str(why), lambda: self._undo(command))

        self.runner.run(move_visits, command, self._back, refused)

    def _back(self, _made: VisitsMoved) -> None:
        self.reload()

    def _not_moved(self, why: ClinicError) -> None:
        self.failed.emit(why)
        self.reload()


def target_words(row: HomelessRow) -> dict[str, str]:
    """Day, time and practitioner of what a visit is offered; dashes where there is nothing."""
    offer = row.alternative
    if offer is None:
        return {"day": "–", "time": "–", "practitioner": ""}
    return {"day": short_day(offer.day), "time": show_time(offer.start), "practitioner": offer.practitioner}
