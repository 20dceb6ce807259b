"""Day, several days, week, month: which of them the schedule shows, and the three that are not the day."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Deed, Place, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.dates import short_day
from app.kit.strip import Strip
from app.kit.words import label, plain
from app.runner.bridge import Runner
from app.schedule.queries import PractitionerRow, practitioners
from app.schedule.view.beside import SpanCanvas
from app.schedule.view.carrying import Carrying, Does
from app.schedule.view.month import MonthView
from app.schedule.view.sheets import Around, ask_sheet
from app.schedule.viewmodel.month import MonthModel, month_later, month_words
from app.schedule.viewmodel.pins import Pinboard
from app.schedule.viewmodel.span import WEEK, SpanModel

#: how many days stand beside each other at first, and at most
FEW, MOST = 3, 7


class View(StrEnum):
    """How much of the schedule is seen at once."""

    DAY = "1"
    DAYS = "2"
    WEEK = "3"
    MONTH = "4"


def view_word(view: View) -> str:
    """A view's name."""
    return {
        View.DAY: tr("Day"), View.DAYS: tr("Several days"), View.WEEK: tr("Week"), View.MONTH: tr("Month"),
    }[view]  # fmt: skip


class Views(QObject):
    """The switch: a menu with a key for each view (Ctrl+Alt+1 to 4), and the buttons that show it."""

    chosen = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.menu = QMenu(page)
        self.actions: dict[View, QAction] = {}
        for view in View:
            action = self.menu.addAction(view_word(view))
            action.setShortcut(QKeySequence(f"Ctrl+Alt+{view.value}"))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, view=view: self.chosen.emit(view))
            self.actions[view] = action

    def listen(self, *where: QWidget) -> None:
        """The keys count in these widgets, and not where somebody types: Ctrl and Alt write signs on many keyboards."""
        for widget in where:
            widget.addActions(list(self.actions.values()))

    def button(self, view: View) -> KeyButton:
        """A button with the name of a view that shows the menu."""
        made = KeyButton(view_word(view), icon="schedule", size="row")
        made.set_tip(tr("Day, several days, week or month (Ctrl+Alt+1 to 4)"))
        made.clicked.connect(lambda: self._ask(made))
        return made

    def _ask(self, button: KeyButton) -> None:
        for action in self.menu.actions():
            action.setChecked(action.text() == button.label())
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def deeds(self) -> list[Deed]:
        """The commands of the switch."""
        return [
            Deed(f"schedule.view-{view.value}", words, f"Ctrl+Alt+{view.value}", self.actions[view].trigger)
            for view, words in (
                (View.DAY, tr("Show one day")),
                (View.DAYS, tr("Show several days")),
                (View.WEEK, tr("Show the week of a practitioner")),
                (View.MONTH, tr("Show how full the month is")),
            )
        ]


class Spans(QWidget):
    """Everything but the day. `wanted`: a cell to book in (an Opening); `fresh`: book anywhere; `led`: a date for the day view."""

    wanted = Signal(object)
    fresh = Signal()
    led = Signal(object)
    said = Signal(str)
    #: a deed with a way back: the sentence, and what takes it back
    done = Signal(str, object)

    def __init__(self, runner: Runner, ports: Ports, views: Views, pins: Pinboard, does: Does) -> None:
        super().__init__()
        self.runner, self.ports = runner, ports
        self.view = View.DAY
        self.model, self.months = SpanModel(runner, ports, self, pins), MonthModel(runner, ports, self)
        self.canvas, self.month = SpanCanvas(self.model), MonthView(self.months)
        self.carry = Carrying(runner, ports, self.canvas, does)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.carry.view)
        self.stack.addWidget(self.month)
        self._who: tuple[int, ...] = ()
        self._few: tuple[int, ...] = ()
        self._days, self._location_id = FEW, 0
        self._filling = False
        self._build(views)
        self._connect(does)

    # ------------------------------------------------------------------------------------------------- building

    def _build(self, views: Views) -> None:
        self.switch = views.button(View.WEEK)
        self.title, self.summary = label("", "head"), label("", "second")
        self.before, self.after = KeyButton("", icon="left", size="row"), KeyButton("", icon="right", size="row")
        self.people, self.count = QComboBox(), QComboBox()
        for box in (self.people, self.count):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.people.setAccessibleName(tr("Practitioner"))
        self.count.setAccessibleName(tr("How many days"))
        for days in range(2, MOST + 1):
            self.count.addItem(tr("{days} days", days=days), days)
        self.count.setCurrentIndex(self.count.findData(FEW))
        self.whom = KeyButton(tr("Everybody"), icon="patients", size="row")
        self.choice, self.sheets = QMenu(self), QMenu(self)
        self.move_visit = KeyButton(tr("Move"), icon="swap", keys="Ctrl+M", size="row")
        self.day = KeyButton(tr("Open the day"), icon="enter", keys="Ctrl+Return", size="row", hint=False)
        self.print = KeyButton(tr("Print…"), icon="print", keys="Ctrl+P", size="row", hint=False)
        self.new = KeyButton(
            tr("Book a visit"), icon="plus", kind="primary", keys="Ctrl+Shift+N", size="row", hint=False
        )
        self.strip = Strip(gap=8)
        for part in (
            self.switch, self.before, self.title, self.after, self.people, self.count, self.whom, self.move_visit, self.day,
            self.print,
        ):  # fmt: skip
            self.strip.line.addWidget(part)
        self.strip.line.addStretch(1)
        self.strip.line.addWidget(self.summary)
        self.strip.line.addWidget(self.new)
        row = QHBoxLayout()
        row.setContentsMargins(*[theme.gap(16, 8), theme.gap(10, 6)] * 2)
        row.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.stack, 1)

    def _connect(self, does: Does) -> None:
        self.model.changed.connect(self._refresh)
        self.model.failed.connect(self._failed)
        self.months.changed.connect(self._refresh)
        self.months.moved.connect(self._refresh)
        self.months.failed.connect(self._failed)
        self.model.said.connect(self.said)
        self.model.done.connect(self.done)
        self.canvas.opened.connect(self.model.open_selected)
        self.canvas.wanted.connect(self._book)
        self.canvas.cancelled.connect(does.cancel)
        self.move_visit.clicked.connect(lambda _on: does.move())
        self.canvas.led.connect(lambda: self.led.emit(self.model.day()))
        self.canvas.turned.connect(self.turn)
        self.canvas.other.connect(self.other)
        self.month.opened.connect(self.led.emit)
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.day.clicked.connect(lambda: self.led.emit(self.shown_day()))
        self.print.clicked.connect(self.ask_print)
        self.new.clicked.connect(self.fresh)
        self.people.activated.connect(lambda _at: self._choose((int(self.people.currentData()),)))
        self.count.activated.connect(lambda _at: self._choose_days(int(self.count.currentData())))
        self.whom.clicked.connect(self._ask_whom)

    def deeds(self) -> list[Deed]:
        """The commands of these views."""
        moving = [] if self.view is View.MONTH else [
            Deed("swap.move", tr("Move the visit"), "Ctrl+M", self.move_visit.click), *self.carry.deeds(),
        ]  # fmt: skip
        return [
            Deed("plus.book", tr("Book a visit"), "Ctrl+Shift+N", self.new.click),
            *moving,
            Deed("enter.day-of", tr("Open the day"), "Ctrl+Return", self.day.click),
            Deed("print.sheets", tr("Print the schedule"), "Ctrl+P", self.print.click),
            Deed("patients.before", tr("The practitioner before"), "Ctrl+Left", lambda: self.other(-1)),
            Deed("patients.after", tr("The practitioner after"), "Ctrl+Right", lambda: self.other(1)),
            Deed("left.span", tr("Show what lies before"), "PgUp", self.before.click),
            Deed("right.span", tr("Show what comes after"), "PgDown", self.after.click),
        ]

    # ------------------------------------------------------------------------------------------------- showing

    def show_view(self, view: View, location_id: int, day: date, who: int | None = None) -> None:
        """Show a view of a location around a day. `who`: whose week, where nobody was chosen here before."""
        if location_id != self._location_id:
            self._who, self._few, self._location_id = (), (), location_id
        self.view = view
        self._who = self._who or (() if who is None else (who,))
        self.stack.setCurrentIndex(1 if view is View.MONTH else 0)
        self.setFocusProxy(self.month if view is View.MONTH else self.canvas)
        if view is View.MONTH:
            self.model.sleep()
            self.months.show(location_id, day)
        elif view is View.WEEK and not self._who:
            self.runner.ask(practitioners, location_id, then=lambda rows: self._first_of(rows, day), fail=self._failed)
        else:
            self.months.sleep()
            self._show_days(day)
        self._refresh()

    def _first_of(self, rows: tuple[PractitionerRow, ...], day: date) -> None:
        """Nobody was chosen yet: the first by name; without anybody the week of nobody says so."""
        self._who = (rows[0].id,) if rows else ()
        self._show_days(day)

    def _show_days(self, day: date) -> None:
        if self.view is View.WEEK:
            self.model.show(self._location_id, day - timedelta(days=day.weekday()), WEEK, self._who, day)
        else:
            self.model.show(self._location_id, day, self._days, self._few, day)

    def leave(self) -> None:
        """The day is shown instead."""
        self.view = View.DAY
        self.model.sleep()
        self.months.sleep()

    def shown_day(self) -> date:
        """The day under the cursor."""
        return self.months.day if self.view is View.MONTH else self.model.day()

    def turn(self, step: int) -> None:
        """The week, the days or the month before or after; the window's day goes along."""
        day = self.shown_day()
        if self.view is View.MONTH:
            self.months.turn(step)
        elif self.view is View.WEEK:
            self.ports.go(Place("schedule", day=day + timedelta(days=WEEK * step)))
        else:
            self.ports.go(Place("schedule", day=self.model.first + timedelta(days=self._days * step)))

    def _refresh(self) -> None:
        month, week = self.view is View.MONTH, self.view is View.WEEK
        self.switch.set_label(view_word(self.view))
        self.people.setVisible(week)
        self.count.setVisible(self.view is View.DAYS)
        self.whom.setVisible(self.view is View.DAYS)
        self.move_visit.setVisible(not month)
        self.title.setText(self._title())
        self.summary.setText(self.months.summary() if month else self._count())
        for button, step in ((self.before, -1), (self.after, 1)):
            words = self._step_words(step)
            button.setAccessibleName(words)
            button.set_tip(words)
        if not month:
            self._fill()
            self.canvas.setAccessibleDescription(self.model.words())

    def _title(self) -> str:
        if self.view is View.MONTH:
            return month_words(self.months.day)
        first, last, today = self.model.first, self.model.last, self.ports.here().today
        return tr("{first} – {last}", first=short_day(first, today), last=short_day(last, today))

    def _step_words(self, step: int) -> str:
        if self.view is View.MONTH:
            return month_words(month_later(self.months.day.replace(day=1), step))
        if self.view is View.WEEK:
            return tr("The week after (PgDown)") if step > 0 else tr("The week before (PgUp)")
        return tr("The days after (PgDown)") if step > 0 else tr("The days before (PgUp)")

    def _count(self) -> str:
        plan = self.model.plan
        if plan is None:
            return ""
        live = sum(not visit.ghost for day in plan.days for visit in day.visits)
        if not self.model.board.columns:
            return tr("Nobody works on these days.")
        return tr("visits: {visits}", visits=live)

    def _fill(self) -> None:
        people = self.model.people()
        if [self.people.itemData(at) for at in range(self.people.count())] != [who.id for who in people] and people:
            self.people.clear()
            for who in people:
                self.people.addItem(_full_name(who), who.id)
        if self._who:
            self.people.setCurrentIndex(self.people.findData(self._who[0]))
        names = [who.name for who in people if who.id in self._few]
        self.whom.set_label(", ".join(names) if len(names) in (1, 2) else _how_many(len(names)))

    # ------------------------------------------------------------------------------------------------- choosing

    def other(self, step: int) -> None:
        """The same week of the practitioner before or after, by name and round."""
        people = self.model.people()
        if self.view is View.WEEK and people and self._who:
            at = next((at for at, who in enumerate(people) if who.id == self._who[0]), 0)
            who = people[(at + step) % len(people)]
            self._choose((who.id,))
            self.ports.announce(tr("Week of {name}", name=who.name))

    def _choose(self, who: tuple[int, ...]) -> None:
        self._who = who
        self._show_days(self.model.day())
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_days(self, days: int) -> None:
        self._days = days
        self._show_days(self.model.first)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_whom(self) -> None:
        self.choice.clear()
        everybody = self.choice.addAction(tr("Everybody"))
        everybody.setCheckable(True)
        everybody.setChecked(not self._few)
        everybody.triggered.connect(lambda _on=False: self._choose_few(()))
        for who in self.model.people():
            action = self.choice.addAction(plain(_full_name(who)))
            action.setCheckable(True)
            action.setChecked(who.id in self._few)
            action.triggered.connect(lambda _on=False, one=who.id: self._choose_few(_toggled(self._few, one)))
        self.choice.popup(self.whom.mapToGlobal(self.whom.rect().bottomLeft()))

    def _choose_few(self, few: tuple[int, ...]) -> None:
        self._few = few
        self._show_days(self.model.first)

    # ------------------------------------------------------------------------------------------------- deeds

    def _book(self) -> None:
        cell = self.model.cell()
        if cell is not None:
            self.wanted.emit(cell)

    def booked(self, appointment_id: int) -> None:
        """A visit was booked from here: the cursor goes to it once it is shown."""
        self.model.want(appointment_id)

    def ask_print(self) -> None:
        """Ask which paper; that of what is shown comes first."""
        cell = self.model.cell() if self.view is not View.MONTH else None
        around = Around(self._location_id, self.shown_day(), week=self.view is View.WEEK)
        if cell is not None:
            around = replace(around, practitioner_id=cell.practitioner_id, practitioner=cell.practitioner)
        said = ask_sheet(self.print, self.sheets, self.runner, self.ports, around)
        if said:
            self.said.emit(said)

    def _failed(self, why: ClinicError) -> None:
        self.said.emit(str(why))


def _full_name(who: PractitionerRow) -> str:
    return ", ".join(part for part in (f"{who.given} {who.family}".strip(), who.credential) if part)


def _how_many(count: int) -> str:
    return tr("{count} practitioners", count=count) if count else tr("Everybody")


def _toggled(chosen: tuple[int, ...], one: int) -> tuple[int, ...]:
    return tuple(each for each in chosen if each != one) if one in chosen else (*chosen, one)
