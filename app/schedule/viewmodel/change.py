"""Visits of a series that are moved or cancelled: which of them, where to, and the way back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import time
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import language, tr
from app.kit.dates import show_date, show_time, weekday_name
from app.runner.bridge import Runner
from app.schedule.actions.attendance import MarkShown
from app.schedule.actions.moving import Moved
from app.schedule.actions.series import (
    CancelSeries,
    Known,
    MoveSeries,
    SeriesKey,
    SeriesMoved,
    UndoCancelSeries,
    cancel_series,
    move_series,
    undo_cancel_series,
)
from app.schedule.queries import PractitionerRow, practitioners
from app.schedule.queries.series import SeriesRow, SeriesSheet, SeriesVisit, Shift, move_sheet, series
from app.schedule.rules import ReasonKind, reasons
from app.schedule.viewmodel.deeds import kept_words
from app.schedule.viewmodel.series import Choice, DateLine, date_line, first_choice, placed


class SeriesChangeModel(QObject):
    """`ready`: the series is here; `changed`: what is chosen, or where it would go; `done`: it is written."""

    ready = Signal()
    changed = Signal()
    done = Signal(str)
    failed = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.row: SeriesRow | None = None
        self.people: tuple[PractitionerRow, ...] = ()
        self.picked: set[int] = set()
        self.sheet: SeriesSheet | None = None
        self.choices: dict[int, Choice] = {}
        self.first_id: int | None = None
        self._shift = Shift()
        self._sent = False

    def begin(self, series_id: int, visit_id: int | None = None) -> None:
        """Read a series; what is chosen first is the visit and the rest after it, or all that is to come."""
        self.first_id = visit_id
        self.runner.ask(
            series, series_id, then=self._take, fail=self.failed.emit, topic=f"change-{id(self)}", settled=False
        )

    def _take(self, row: SeriesRow) -> None:
        self.row = row
        self.pick_rest(self.first_id)
        self.runner.ask(
            practitioners, row.location_id, then=self._take_people, fail=self.failed.emit, topic=f"people-{id(self)}",
            settled=False,
        )  # fmt: skip

    def _take_people(self, people: tuple[PractitionerRow, ...]) -> None:
        self.people = people
        self.ready.emit()

    # ------------------------------------------------------------------------------------------ which of them

    def visits(self) -> tuple[SeriesVisit, ...]:
        """The visits that are still to come."""
        return self.row.open if self.row is not None else ()

    def chosen(self) -> tuple[SeriesVisit, ...]:
        """Those that are picked."""
        return tuple(one for one in self.visits() if one.id in self.picked)

    def toggle(self, at: int) -> None:
        """Pick a visit, or leave it."""
        self._pick(self.picked ^ {self.visits()[at].id})

    def pick_only(self, at: int) -> None:
        """One alone."""
        self._pick({self.visits()[at].id})

    def pick_rest(self, visit_id: int | None) -> None:
        """A visit and all after it; None: all."""
        ids = [one.id for one in self.visits()]
        self._pick(ids[ids.index(visit_id) :] if visit_id in ids else ids)

    def _pick(self, ids: Iterable[int]) -> None:
        self.picked = set(ids)
        self.sheet, self.choices = None, {}
        self.changed.emit()

    def lines(self) -> tuple[DateLine, ...]:
        """Every visit to come: where it stands, or, when it is picked to move, where it would."""
        found = {one.visit_id: one for one in self.sheet.dates} if self.sheet is not None else {}
        made = []
        for one in self.visits():
            date, choice = found.get(one.id), self.choices.get(one.id)
            if date is not None and choice is not None:
                made.append(replace(date_line(date, choice, True), number=one.id))
                continue
            glyph, ink = ("icon:check", "accent_text") if one.id in self.picked else ("", "text3")
            state = tr("Chosen") if one.id in self.picked else tr("Stays")
            made.append(
                DateLine(
                    one.id, show_date(one.day), weekday_name(one.day)[:3], show_time(one.start), one.practitioner,
                    glyph, ink, state, tr("Visit {number}", number=one.number),
                )
            )  # fmt: skip
        return tuple(made)

    # ------------------------------------------------------------------------------------------------- moving

    def look(self, days: int, start: time | None, practitioner_id: int | None) -> None:
        """Look where the chosen visits would come to lie."""
        self._shift = Shift(days, start, practitioner_id or None)
        chosen = tuple(one.id for one in self.chosen())
        if self.row is None or not chosen or self._shift == Shift():
            self._take_sheet(None)
            return
        self.runner.ask(
            move_sheet, self.row.id, chosen, self._shift, then=self._take_sheet, fail=self.failed.emit,
            topic=f"sheet-{id(self)}", settled=False,
        )  # fmt: skip

    def _take_sheet(self, sheet: SeriesSheet | None) -> None:
        self.sheet = sheet
        self.choices = {one.visit_id or 0: first_choice(one) for one in sheet.dates} if sheet else {}
        self.changed.emit()

    def open(self) -> tuple[int, ...]:
        """The visits nobody decided yet."""
        return tuple(visit for visit, choice in self.choices.items() if choice is Choice.OPEN)

    def take_all(self) -> None:
        """Every alternative is taken."""
        self.choices |= dict.fromkeys(self.open(), Choice.INSTEAD)
        self.changed.emit()

    def targets(self) -> tuple[Moved, ...]:
        """Where each visit goes; one for which nothing fits stays."""
        versions = {one.id: one.version for one in self.visits()}
        made = []
        for one in self.sheet.dates if self.sheet is not None else ():
            visit = one.visit_id or 0
            where = placed(one, self.choices[visit])
            if where is not None:
                made.append(Moved(visit, versions[visit], where.day, where.start, where.practitioner_id))
        return tuple(made)

    def move(self) -> None:
        """Move them in one go."""
        targets = self.targets()
        if self.open():
            self._refuse()
        elif self.row is None or not targets:
            self.failed.emit(ClinicError("Nothing would move.", field="days", next_step="Change the day or the time."))
        elif self._send():
            command = MoveSeries(series_id=self.row.id, visits=targets)
            self.runner.run(move_series, command, lambda moved: self._moved(moved, command.id), self._failed)

    def _refuse(self) -> None:
        self.failed.emit(
            ClinicError(
                "{count} visits do not fit and are not decided.",
                count=len(self.open()),
                next_step="Take the alternatives (Alt+A), or choose other visits.",
                field="dates",
            )
        )

    def _moved(self, moved: SeriesMoved, undoes: UUID) -> None:
        back = MoveSeries(series_id=moved.series_id, visits=moved.before, undoes=undoes)
        said = kept_words(tr("{count} visits of the series moved", count=moved.count), moved.notice_hours)
        self._tell(said, lambda: self.runner.run(move_series, back, self._undone, self.failed.emit))

    # --------------------------------------------------------------------------------------------- cancelling

    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Why visits are taken off: code and words."""
        return tuple((one.code, one.label(language())) for one in reasons(ReasonKind.CANCEL))

    def cancel(self, code: str, note: str, mark: MarkShown | None = None) -> None:
        """Cancel the chosen visits in one go; `mark` is what was shown that the first of them counts as."""
        chosen = self.chosen()
        if self.row is None or not chosen:
            self.failed.emit(ClinicError("No visit is chosen.", field="reason", next_step="Choose one (Space)."))
        elif self._send():
            known = tuple(Known(one.id, one.version) for one in chosen)
            command = CancelSeries(series_id=self.row.id, visits=known, reason_code=code, note=note, mark=mark)
            self.runner.run(cancel_series, command, lambda gone: self._cancelled(gone, command.id), self._failed)

    def _cancelled(self, gone: SeriesKey, undoes: UUID) -> None:
        back = UndoCancelSeries(series_id=gone.series_id, visits=gone.visits, undoes=undoes)
        said = tr("{count} visits of the series cancelled", count=gone.count)
        self._tell(said, lambda: self.runner.run(undo_cancel_series, back, self._undone, self.failed.emit))

    # -------------------------------------------------------------------------------------------------- after

    def _send(self) -> bool:
        first, self._sent = not self._sent, True
        return first

    def _failed(self, why: ClinicError) -> None:
        self._sent = False
        self.failed.emit(why)
        if self.row is not None:
            self.runner.ask(
                series, self.row.id, then=self._take_again, fail=self.failed.emit, topic=f"change-{id(self)}",
                settled=False,
            )  # fmt: skip

    def _take_again(self, row: SeriesRow) -> None:
        """As the series is now; what was chosen stays chosen, as far as it is still to come."""
        self.row = row
        self._pick(self.picked & {one.id for one in row.open})
        self.look(self._shift.days, self._shift.start, self._shift.practitioner_id)

    def _tell(self, said: str, undo: Callable[[], None]) -> None:
        self._sent = False
        self.ports.undoable(said, undo)
        self.done.emit(said)

    def _undone(self, _key: object) -> None:
        self.ports.announce(tr("The series is as it was"))
