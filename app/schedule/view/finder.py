"""Find a time: what is wished in a few fields, the days that fit below at every change, one key to book."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.dates import short_day
from app.kit.fitted import FittedTable
from app.kit.panels import clear
from app.kit.rows import Column, RowTableModel
from app.kit.says import ProblemLine
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.rules.openings import MOST_A_WEEK, Wish
from app.schedule.rules.relaxing import Relaxation
from app.schedule.rules.whom import whom
from app.schedule.view.forms import FinderForm
from app.schedule.view.panels import Wish as BookingWish
from app.schedule.view.person import PersonLine
from app.schedule.viewmodel.finder import FinderModel
from app.schedule.viewmodel.finder_words import Offer, Round, relaxed_words, round_of

KEYS = "Ctrl+Shift+O"
#: lengths that are offered beside the visit type's own
LENGTHS = (15, 20, 30, 40, 45, 60, 75, 90, 120)
#: how many lines are seen at once, and how many steps have a key
LINES, STEPS = 7, 6
AHEAD = 90


class TimesTable(FittedTable):
    """The answer; left and right choose another time of the day under the cursor (`stepped`: row, by)."""

    stepped = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(self.currentIndex().row(), by)


class FinderPanel(QWidget):
    """`begin(location, patient)`, then `chosen` with what the booking panel begins with. `take` is the drawer's button."""

    chosen = Signal(object)

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__()
        self.model = FinderModel(runner, self)
        self.person = PersonLine(runner, ports)
        self.form = FinderForm()
        self.days = [getattr(self.form, name) for name in _DAYS]
        self.problem = ProblemLine()
        self.rows = RowTableModel(_columns(), lambda one: one.key, self)
        self.table = TimesTable(tr("Times that fit"), self.rows, most=LINES)
        self.why, self.hint = label("", "head", wrap=True), label("", "note", wrap=True)
        self.booked = label("", "ok", wrap=True)
        self.take = KeyButton(tr("Book this time"), kind="primary", keys="Ctrl+Return", size="big")
        self._location_id, self._filling, self._begun, self._first_answer = 0, False, False, False
        self._first: BookingWish | None = None
        self._round: Round | None = None
        self._shown: Wish | None = None
        self._own_type = False
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.steps = QVBoxLayout()
        self.steps.setSpacing(theme.px(4))
        for widget in (self.person, self.booked, self.form.root, self.problem, self.why):
            column.addWidget(widget)
        column.addLayout(self.steps)
        column.addWidget(self.table)
        column.addWidget(self.hint)
        column.addStretch(1)
        self.hint.setText(tr("Left and right choose another time of that day."))
        self.form.whom.setPlaceholderText(tr("Anyone"))
        for count in range(1, MOST_A_WEEK + 1):
            self.form.per_week.addItem(str(count), count)

    def _connect(self) -> None:
        self.model.ready.connect(self._ready)
        self.model.changed.connect(self._show)
        self.model.failed.connect(self._failed)
        self.person.chosen.connect(self._begin)
        self.form.changed.connect(self._ask)
        self.form.visit_type.activated.connect(self._choose_type)
        self.table.entered_row.connect(self._take)
        self.table.stepped.connect(self.model.step)
        self.take.clicked.connect(lambda: self._take(self.table.currentIndex().row()))
        down = QShortcut(QKeySequence("F6"), self)
        down.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        down.activated.connect(lambda: self.table.setFocus(Qt.FocusReason.ShortcutFocusReason))

    # ------------------------------------------------------------------------------------------------- beginning

    def begin(self, wish: BookingWish) -> None:
        """Look for a time: for this patient, this type, with this practitioner, as far as they are known."""
        self._location_id, self._first, self._begun, self._round = wish.location_id, wish, False, None
        self._begin(wish.patient_id)

    def goes_on(self, patient_id: int, day: date) -> bool:
        """Whether another visit of the week is to be found, now that one was booked that day: `again` begins its search."""
        wish, going = self.model.wish, self._round
        if going is None or wish is None or wish.patient_id != patient_id or not self._begun:
            return False
        self._round = going = going.after(day)
        if not going.left:
            self._round = None
            return False
        self._filling = True
        self.days[day.weekday()].setChecked(False)
        first = max(day - timedelta(days=day.weekday()), self._tomorrow())
        self.form.from_day.set_value(first)
        self.form.per_week.setCurrentIndex(going.left - 1)
        self._filling, self._shown = False, None
        return True

    def again(self) -> None:
        """Look for the next visit of the week, with everything that was wished."""
        self._begin(self.model.wish.patient_id if self.model.wish is not None else None)

    def _tomorrow(self) -> date:
        return (self.model.choices.today if self.model.choices else date.min) + timedelta(days=1)

    def _begin(self, patient_id: int | None) -> None:
        self.problem.say("")
        self.booked.setText(self._round.words if self._round is not None else "")
        self.booked.setVisible(self._round is not None)
        self._first_answer = False
        self.model.begin(self._location_id, patient_id)
        if not self.model.answered:
            self._show()  # nothing of somebody else's stays

    def _ready(self) -> None:
        start, choices = self.model.start, self.model.choices
        assert start is not None and choices is not None  # noqa: S101, PT018 - the model says so when both are there
        focus = QApplication.focusWidget()
        if start.patient_id is not None and focus is not None and self.person.isAncestorOf(focus):
            self.form.visit_type.setFocus(Qt.FocusReason.OtherFocusReason)  # the box goes; the answer takes it on
        self.person.show_start(start)
        self._filling = self._first_answer = True
        if not self._begun:
            self._fill_fields()
        elif not self._own_type:  # nobody said which: it is the one of whom it is for
            _choose(self.form.visit_type, start.visit_type_id)
            self._lengths()
        self._begun, self._filling = True, False
        self._ask()
        if start.patient_id is None and self.isVisible():
            self.take_focus()

    def _fill_fields(self) -> None:
        """What is likely: the patient's next visit from tomorrow on, on any day, with anyone, here."""
        start, choices, form = self.model.start, self.model.choices, self.form
        first = self._first
        if start is None or choices is None:
            return
        form.visit_type.clear()
        for kind in start.types:
            form.visit_type.addItem(kind.name, kind.id)
        wanted = (first.visit_type_id if first else None) or start.visit_type_id
        form.visit_type.setCurrentIndex(max(0, form.visit_type.findData(wanted)))
        self._lengths()
        form.per_week.setCurrentIndex(0)
        for day, box in enumerate(self.days):
            box.setChecked(day < 5)
        form.from_day.set_today(choices.today)
        form.from_day.set_value(max(choices.today + timedelta(days=1), (first and first.day) or choices.today))
        form.after.set_value(None)
        form.before.set_value(None)
        people = {one.id: one.family for one in choices.people}
        form.whom.setText(people.get((first.practitioner_id if first else None) or 0, ""))
        self._places()

    def _choose_type(self, _row: int) -> None:
        self._own_type = True
        self._lengths()

    def _lengths(self) -> None:
        """The visit type's own length first."""
        start, box = self.model.start, self.form.minutes
        kind = self.form.visit_type.currentData()
        own = next((one.minutes for one in start.types if one.id == kind), 0) if start else 0
        chosen, filling, self._filling = box.currentData(), self._filling, True
        box.clear()
        box.addItem(tr("{minutes} min, as usual", minutes=own), 0)
        for minutes in LENGTHS:
            if minutes != own:
                box.addItem(tr("{minutes} min", minutes=minutes), minutes)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self._filling = filling
        self._ask()

    def _places(self) -> None:
        """Here alone, here and around, or another location alone."""
        choices, box = self.model.choices, self.form.where
        box.clear()
        if choices is None:
            return
        (here, _), *others = choices.places
        box.addItem(here.name, (here.id, 0))
        for _, miles in others:
            box.addItem(tr("{here} + about {miles} mi", here=here.name, miles=max(1, miles)), (here.id, max(1, miles)))
        for spot, _ in others:
            box.addItem(spot.name, (spot.id, 0))

    def take_focus(self) -> None:
        """To the person when nobody is known, else to the answer: it is there already."""
        if self.model.start is not None and self.model.start.patient_id is None:
            self.person.take_focus()
        elif self.rows.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.visit_type.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---------------------------------------------------------------------------------------------------- asking

    def wish(self) -> Wish | None:
        """What stands in the fields, or None with a sentence at the one that cannot be read."""
        start, choices, form = self.model.start, self.model.choices, self.form
        if start is None or choices is None:
            return None
        names = {one.id: one.family for one in choices.people}
        meant = whom(form.whom.text(), names, {skill for one in choices.people for skill in one.skills})
        if meant.unknown:
            form.show_error(
                "whom", tr("Nobody is called “{words}”, and nobody treats it.", words=meant.unknown[:60]), focus=False
            )
            return None
        if any(field.problem() for field in (form.from_day, form.after, form.before)):
            return None
        location_id, miles = form.where.currentData() or (self._location_id, 0)
        return Wish(
            visit_type_id=form.visit_type.currentData() or 0, location_id=location_id, miles=miles,
            from_day=form.from_day.value() or choices.today, days=AHEAD, minutes=form.minutes.currentData() or 0,
            weekdays=frozenset(day for day, box in enumerate(self.days) if box.isChecked()),
            after=form.after.value(), before=form.before.value(), practitioner_ids=meant.practitioner_ids,
            skills=meant.skills, per_week=form.per_week.currentData() or 1, patient_id=start.patient_id,
        )  # fmt: skip

    def _ask(self) -> None:
        if self._filling or not self._begun:
            return
        self.form.clear_errors()
        self.problem.say("")
        wish = self.wish()
        if wish is not None:
            self.model.find(wish)

    def _failed(self, why: ClinicError) -> None:
        named = "from_day" if why.field == "day" else why.field or ""
        if named in self.form.values():
            self.form.show_error(named, str(why), focus=False)
        else:
            self.problem.say(str(why))

    # --------------------------------------------------------------------------------------------------- showing

    def _show(self) -> None:
        found = bool(self.model.offers)
        self.table.show_rows(self.model.offers)
        if found and self._shown != self.model.wish:  # another wish: its best answer, not the line of the one before
            best = self._round.line(self.model.offers) if self._round is not None else 0
            self.table.setCurrentIndex(self.rows.index(best, 0))
            self.table.scrollTo(self.rows.index(best, 0))
        self._shown = self.model.wish
        self.hint.setVisible(any(len(one.fit.starts) > 1 for one in self.model.offers))
        self.take.setVisible(found)
        self.why.setVisible(self.model.answered and not found)
        self.why.setText("" if found else self.model.nothing_words())
        clear(self.steps)
        for number, one in enumerate(self.model.relaxed[:STEPS], start=1):
            button = KeyButton(relaxed_words(one), kind="soft", keys=f"Alt+{number}", size="row")
            button.clicked.connect(lambda _on=False, step=one: self.relax(step))
            self.steps.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if self._first_answer and self.model.answered:
            self._first_answer = False
            focus = QApplication.focusWidget() or self
            waits = focus in (self, self.form.visit_type) or self.person.isAncestorOf(focus)
            if self.isVisible() and waits:  # who went to another field meanwhile stays there
                self.take_focus()

    def relax(self, one: Relaxation) -> None:
        """Take a step that helps: the fields say so, and the answer is there."""
        wish, form, choices = one.wish, self.form, self.model.choices
        self._filling = True
        for day, box in enumerate(self.days):
            box.setChecked(day in wish.weekdays)
        form.after.set_value(wish.after)
        form.before.set_value(wish.before)
        names = {who.id: who.family for who in choices.people} if choices else {}
        form.whom.setText(", ".join([*(names[who] for who in sorted(wish.practitioner_ids)), *sorted(wish.skills)]))
        form.per_week.setCurrentIndex(wish.per_week - 1)
        _choose(form.minutes, wish.minutes)
        _choose(form.where, (wish.location_id, wish.miles))
        self._filling = False
        self.model.find(replace(wish, patient_id=self.model.start.patient_id if self.model.start else None))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, row: int) -> None:
        """Go on to the booking panel with everything that was found."""
        wish = self.model.wish
        if wish is None or not 0 <= row < len(self.model.offers):
            return
        one = self.model.offers[row]
        start = one.fit.starts[one.at]
        if self._round is None or not self._round.booked:
            self._round = round_of(wish, self.model.offers, start.date())
        self.chosen.emit(
            BookingWish(
                one.fit.location_id, wish.patient_id, one.fit.practitioner_id, wish.visit_type_id, start.date(),
                start.time(), wish.minutes,
            )
        )  # fmt: skip


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _choose(box: QComboBox, data: object) -> None:
    at = next((row for row in range(box.count()) if box.itemData(row) == data), -1)
    if at >= 0:
        box.setCurrentIndex(at)


def _columns() -> list[Column[Offer]]:
    return [
        Column(tr("Day"), lambda one: short_day(one.fit.day), second=lambda one: one.pick_words, width=150),
        Column(tr("Time"), lambda one: one.time_words, second=lambda one: one.more_words, width=170),
        Column(tr("With whom"), lambda one: one.fit.practitioner, second=lambda one: one.note, width=170),
        Column(tr("Where"), lambda one: one.fit.location, second=lambda one: one.where_words),
    ]
