"""Where a visit is booked, a walk-in taken in, a visit cancelled. Check-out and the board use the first two as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidgetItem, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.lists import as_lines
from app.kit.says import ProblemLine
from app.runner.bridge import Runner
from app.schedule.queries import BookingStart, Opening, PractitionerRow, VisitTypeRow
from app.schedule.view.forms import BookingForm, WalkInForm
from app.schedule.view.nearest import NearestTimes
from app.schedule.view.offered import OfferedLine
from app.schedule.view.person import PersonLine
from app.schedule.viewmodel.booking import OFFERED, BookingModel, may_override, opening_line, openings_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What a booking begins with, as far as it is known. `start` without a search: a cell of the day was entered.

    `minutes` 0: as long as the visit type.
    """

    location_id: int
    patient_id: int | None = None
    practitioner_id: int | None = None
    visit_type_id: int | None = None
    day: date | None = None
    start: time | None = None
    minutes: int = 0


class _Panel(QWidget):
    """Person, form, sentence: what both ways of booking share. `confirm` stands at the foot of the drawer, always in sight."""

    booked = Signal(object)
    left = Signal()

    def __init__(self, runner: Runner, ports: Ports, form: BookingForm | WalkInForm, confirm: str) -> None:
        super().__init__()
        self.runner, self.ports, self.form = runner, ports, form
        self.model = BookingModel(runner, self)
        self.wish = Wish(0)
        self.person = PersonLine(runner, ports)
        self.problem = ProblemLine()
        self.offered = OfferedLine(runner, ports)
        self.nearest = NearestTimes(self)
        self.confirm = KeyButton(confirm, kind="primary", keys="Ctrl+Return", size="big")
        self._build()
        self.model.ready.connect(self._ready)
        self.model.failed.connect(self._failed)
        self.model.booked.connect(self.booked)
        self.model.busy.connect(lambda on: self.confirm.set_unavailable(tr("Booking…") if on else ""))
        self.person.chosen.connect(self.choose)
        self.confirm.clicked.connect(self.send)
        self.nearest.taken.connect(self.take_nearest)
        form.changed.connect(self._quiet)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for widget in (self.person, self.form.root, self.offered.label, self.problem, self.nearest.box):
            column.addWidget(widget)
        column.addStretch(1)
        self._reset()

    def _reset(self) -> None:
        self._quiet()
        self.form.clear_errors()
        self._ask_reason(on=False)

    def _quiet(self) -> None:
        self.problem.say("")
        self.nearest.show([], None, None)

    def _ask_reason(self, *, on: bool) -> None:
        self.form.reason_label.setVisible(on)
        slot = self.form.reason.parentWidget()
        (slot if slot is not self.form.root and slot is not None else self.form.reason).setVisible(on)
        if not on:
            self.form.reason.clear()

    def begin(self, wish: Wish) -> None:
        """Start anew for a wish."""
        self.wish = wish
        self._reset()
        self.form.note.clear()
        self.model.begin(wish.location_id, wish.patient_id, wish.minutes)

    def choose(self, patient_id: int) -> None:
        """Somebody was found."""
        self.model.begin(self.wish.location_id, patient_id, self.wish.minutes)

    def _ready(self, start: BookingStart) -> None:
        self.person.show_start(start)
        types, people = self.form.visit_type, self.form.practitioner
        _fill(types, start.types, self.wish.visit_type_id or start.visit_type_id)
        _fill(people, start.people, self.wish.practitioner_id or start.practitioner_id, first=tr("Anyone"))
        self.take_focus()

    def take_focus(self) -> None:
        """To the first thing that is still open; a panel that was left meanwhile takes the focus from nobody."""
        if not self.isVisible():
            return
        if self.model.patient_id is None:
            self.person.take_focus()
        else:
            self.form.visit_type.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, why: ClinicError) -> None:
        if why.field == "patient" and not openings_of(why):
            self.person.say(str(why))
            self.take_focus()
            return
        if may_override(why, self.runner, self.wish.location_id):
            self._ask_reason(on=True)
        self._offer_nearest(openings_of(why))
        self._say_problem(why)

    def _offer_nearest(self, offers: Sequence[Opening]) -> None:
        """Offer the times of a refusal where they can be taken."""

    def _say_problem(self, why: ClinicError) -> None:
        """What is wrong at its field; what to do on the buttons that do it, else above: a field has no room for both."""
        if self.form.show_problem(why, advice=False):
            self.problem.say("" if self.nearest.offers else why.advice)
        else:
            self.problem.say(str(why))

    def take_nearest(self, opening: Opening) -> None:
        """Put a free time that was offered into the fields."""

    def send(self) -> None:
        """Book what stands in the fields."""


class BookingPanel(_Panel):
    """Books a visit: `begin(Wish)`, then `booked(Booked)`. Enter on a free time books it, so a follow-up takes two keys."""

    form: BookingForm

    def __init__(self, runner: Runner, ports: Ports, confirm: str = "") -> None:
        super().__init__(runner, ports, BookingForm(), confirm or tr("Book"))
        self._filling = False
        self.wait = KeyButton(tr("Put on the waitlist"), kind="soft", keys="Ctrl+Shift+Y", icon="clock", size="row")
        self.wait.clicked.connect(self._wait)
        self.wait.setVisible(False)
        self._column().insertWidget(self._column().count() - 1, self.wait, 0, Qt.AlignmentFlag.AlignLeft)
        as_lines(self.form.openings, OFFERED)
        self.model.offered.connect(self._offered)
        self.form.openings.itemSelectionChanged.connect(self._picked)
        self.form.changed.connect(self._look_for_offers)
        self.form.openings.itemActivated.connect(self._activated)
        self.form.visit_type.activated.connect(lambda _row: self._offer())
        self.form.practitioner.activated.connect(lambda _row: self._offer())

    def begin(self, wish: Wish) -> None:
        """Start anew for a wish; without a time the first free ones are looked for."""
        self._filling = True  # a list that is cleared chooses line after line
        self.form.openings.clear()
        self._filling = False
        self.form.day.set_value(wish.day if wish.start is not None else None)
        self.form.start.set_value(wish.start)
        self.offered.clear()
        super().begin(wish)

    def _look_for_offers(self) -> None:
        """Somebody who waits may have been promised this time a moment ago."""
        kinds = {one.id: one.minutes for one in self.model.start.types} if self.model.start else {}
        minutes = kinds.get(self.form.visit_type.currentData(), 0)
        day, start = self.form.day.value(), self.form.start.value()
        self.offered.look(self.wish.location_id, day, start, minutes, self._who())

    def _ready(self, start: BookingStart) -> None:
        self.form.day.set_today(start.today)
        super()._ready(start)
        self._offer()

    def _offer(self) -> None:
        kind = self.form.visit_type.currentData()
        if kind is None:
            return
        self.model.offer(kind, self.form.practitioner.currentData(), self.wish.day or self.model.first_day())

    def _offered(self, found: Sequence[Opening]) -> None:
        """List the free times; the first one is chosen unless a cell of the day was entered."""
        wished = self.wish.start is not None and self.form.start.value() is not None
        self._filling = True
        self.form.openings.clear()
        for opening in found:
            self.form.openings.addItem(QListWidgetItem(opening_line(opening)))
        self._filling = False
        if wished:
            self.form.openings.setCurrentRow(-1)
        elif found:
            self.form.openings.setCurrentRow(0)
            if self.model.patient_id is not None and self.isVisible():
                self.form.openings.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wait.setVisible(not found and self.model.patient_id is not None)
        if not found:
            self.problem.say(tr("Nothing is free in the next 60 days. Choose another practitioner or type."))

    def _column(self) -> QVBoxLayout:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - tells the type checker; _build made it
        return column

    def _wait(self) -> None:
        """Nothing fits: they wait for a time that comes free."""
        if self.model.patient_id is not None:
            self.ports.wait(self.model.patient_id, None)

    def _picked(self) -> None:
        """A line was chosen, not merely passed by Tab: what stands in the fields may be another time."""
        for chosen in self.form.openings.selectedIndexes():
            if not self._filling and chosen.row() < len(self.model.openings):
                self._take(self.model.openings[chosen.row()])

    def _activated(self, item: QListWidgetItem) -> None:
        self._take(self.model.openings[self.form.openings.row(item)])
        self.send()

    def _take(self, opening: Opening) -> None:
        self.form.day.set_value(opening.day)
        self.form.start.set_value(opening.start)

    def _offer_nearest(self, offers: Sequence[Opening]) -> None:
        self.nearest.show(offers, self.form.day.value(), self.form.practitioner.currentData())

    def take_nearest(self, opening: Opening) -> None:
        """Put a free time that was offered into the fields."""
        _choose(self.form.practitioner, opening.practitioner_id)
        self._take(opening)
        self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _who(self) -> int | None:
        """The practitioner: the one named, else the one of the free time that was chosen."""
        named = self.form.practitioner.currentData()
        if named is not None:
            return int(named)
        day, start = self.form.day.value(), self.form.start.value()
        row = self.form.openings.currentRow()
        offered = self.model.openings
        if 0 <= row < len(offered) and (offered[row].day, offered[row].start) == (day, start):
            return offered[row].practitioner_id
        same = [one for one in offered if (one.day, one.start) == (day, start)]
        return same[0].practitioner_id if same else None

    def send(self) -> None:
        """Book what stands in the fields."""
        form, who = self.form, self._who()
        if not form.check():
            return
        day, start = form.day.value(), form.start.value()
        if day is None or start is None:
            form.show_error("start" if day else "day", tr("Choose a free time, or type day and time."))
        elif who is None:
            form.show_error("practitioner", tr("Choose with whom."))
        else:
            self._send(who, day, start)

    def _send(self, who: int, day: date, start: time) -> None:
        form = self.form
        self.model.book(form.visit_type.currentData(), who, day, start, form.note.text(), form.reason.text())


class WalkInPanel(_Panel):
    """Takes in somebody who stands at the desk: `begin(Wish)`, then `booked(Booked)`."""

    form: WalkInForm

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(runner, ports, WalkInForm(), tr("Take in"))

    def take_focus(self) -> None:
        """To the box, or straight to the button: what is likely is chosen already."""
        if not self.isVisible():
            return
        if self.model.patient_id is None:
            self.person.take_focus()
        else:
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ready(self, start: BookingStart) -> None:
        super()._ready(start)
        if self.wish.practitioner_id is None:
            _choose(self.form.practitioner, None)  # whoever is free first: nobody waits for a name

    def send(self) -> None:
        """Book now, or at the first free time today."""
        form = self.form
        self.model.walk_in(
            form.visit_type.currentData(), form.practitioner.currentData(), form.note.text(), form.reason.text()
        )


def _fill(box: QComboBox, rows: Sequence[VisitTypeRow | PractitionerRow], chosen: int | None, first: str = "") -> None:
    box.clear()
    if first:
        box.addItem(first, None)
    for row in rows:
        box.addItem(row.name, row.id)
    _choose(box, chosen)


def _choose(box: QComboBox, chosen: int | None) -> None:
    box.setCurrentIndex(next((row for row in range(box.count()) if box.itemData(row) == chosen), 0))
