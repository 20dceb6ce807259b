"""The schedule page: filter row, the day in columns or as a list, and the panels over it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Deed, Place, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.dates import short_day, show_time
from app.kit.panels import EmptyState, Toast
from app.runner.bridge import Runner
from app.schedule.actions import Booked, MarkShown
from app.schedule.queries import AppointmentRow, Opening
from app.schedule.queries.outside import AHEAD
from app.schedule.rules import AppointmentStatus
from app.schedule.view.asking import Asking
from app.schedule.view.canvas import DayCanvas
from app.schedule.view.carrying import FILL_KEYS, WAIT_KEYS, Carrying, Does
from app.schedule.view.finder import KEYS
from app.schedule.view.panels import BookingPanel, WalkInPanel, Wish
from app.schedule.view.rehoming import RehomingDrawer
from app.schedule.view.serial import KEYS as SERIES_KEYS
from app.schedule.view.serial import SeriesWay
from app.schedule.view.sheets import Around, ask_sheet
from app.schedule.view.spans import Spans, View, Views
from app.schedule.view.table import DayTable
from app.schedule.view.tools import DayTools
from app.schedule.viewmodel import Box, DayModel, MovingModel
from app.schedule.viewmodel.words import empty_words


class SchedulePage(QWidget):
    """`activate(Place)`: a day, a visit (`appointment_id`, found wherever it is), or a `task`.

    "book", "find" and "walk-in" go with a `patient_id`, "cancel", "move" and "rehome" with an `appointment_id`.
    """

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__()
        self.title = tr("Schedule")
        self.runner, self.ports = runner, ports
        self.model = DayModel(runner, ports, self)
        self.canvas, self.table = DayCanvas(self.model), DayTable(self.model)
        self.empty, self.stack = EmptyState("schedule", ""), QStackedWidget()
        self.views = Views(self)
        self.tools = DayTools(self.views.button(View.DAY))
        self.series = SeriesWay(self, self)
        self.toast = Toast(self)
        self.asking = Asking(self, self.model, ports, self._say)
        self.asking.panels.addWidget(self.series.whose)
        self.drawer, self.finding, self.finder = self.asking.drawer, self.asking.finding, self.asking.finder
        self.booking, self.walking = self.asking.booking, self.asking.walking
        self.cancelling, self.closing, self.giving = self.asking.cancelling, self.asking.closing, self.asking.giving
        does = Does(self._move, self.ask_cancel, self.series.book, self.fill_hole, self.ask_wait, self.series.change)
        self.spans = Spans(runner, ports, self.views, self.model.pins, does)
        self.carry = Carrying(runner, ports, self.canvas, replace(does, close_time=self.asking.close_time))
        for view in (self.carry.view, self.table, self.empty, self.spans):
            self.stack.addWidget(view)
        self.views.listen(self.stack, self.tools)
        self.rehoming = RehomingDrawer(self, runner)
        self._visit: AppointmentRow | None = None
        self._wish: Wish | None = None
        self._build()
        self._connect()

    # ------------------------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self.setMinimumWidth(theme.px(320))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        model = self.model
        model.changed.connect(self._show)
        model.failed.connect(self._failed)
        model.said.connect(self._say)
        model.done.connect(self._done)
        self.canvas.opened.connect(model.open_selected)
        self.canvas.wanted.connect(self.book_here)
        self.canvas.cancelled.connect(self.ask_cancel)
        self.table.entered_row.connect(lambda _row: self._open_row())
        self.empty.pressed.connect(self._leave_empty)
        self.tools.free.clicked.connect(self._next_free)
        self.tools.move_visit.clicked.connect(self._move)
        self.tools.list_view.clicked.connect(self.toggle_list)
        self.tools.new.clicked.connect(lambda: self.asking.book(Wish(model.location_id)))
        self.booking.booked.connect(lambda made: self._booked(made, self.booking))
        self.walking.booked.connect(lambda made: self._booked(made, self.walking))
        self.cancelling.chosen.connect(self._cancel)
        self.tools.seek.clicked.connect(lambda _on: self.asking.find_time())
        self.closing.left.connect(lambda first, last: self.rehoming.begin(model.location_id, first, last))
        self.rehoming.model.done.connect(self._done)
        self.rehoming.by_hand.connect(lambda one: self.ports.go(Place("schedule", appointment_id=one, task="move")))
        self.tools.close_time.clicked.connect(self.asking.close_time)
        self.tools.print.clicked.connect(self.ask_print)
        self.views.chosen.connect(self.switch_view)
        self.spans.wanted.connect(self.book_in)
        self.spans.fresh.connect(self.tools.new.click)
        self.spans.led.connect(self._open_day)
        self.spans.said.connect(self._say)
        self.spans.done.connect(self._done)
        for keys, run in (
            ("Ctrl+Backspace", self.ask_cancel), (FILL_KEYS, self.fill_hole), (WAIT_KEYS, self.ask_wait),
            (SERIES_KEYS, self.series.book),
        ):  # fmt: skip
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(run)

    def deeds(self) -> list[Deed]:
        """The commands of this page."""
        if self.spans.view is not View.DAY:
            return [*self.spans.deeds(), *self.views.deeds()]
        return [
            Deed("plus.book", tr("Book a visit"), "Ctrl+Shift+N", self.tools.new.click),
            Deed("search.find", tr("Find a time"), KEYS, self.tools.seek.click),
            Deed("search.free", tr("Go to the next free time"), "Ctrl+F", self.tools.free.click),
            Deed("swap.move", tr("Move the visit"), "Ctrl+M", self.tools.move_visit.click),
            Deed("x.cancel", tr("Cancel the visit"), "Ctrl+Backspace", self.ask_cancel),
            *self.series.deeds(),
            Deed("phone.fill", tr("Fill the hole: whom to call"), FILL_KEYS, self.fill_hole),
            Deed("clock.wait", tr("Put on the waitlist for an earlier time"), WAIT_KEYS, self.ask_wait),
            Deed(
                "lock.time", tr("Close time, or open it again with Delete"), "Ctrl+Shift+B", self.tools.close_time.click
            ),
            Deed("swap.rehome", tr("Find other times for visits outside the hours"), "", self.rehome),
            Deed("lock.rule", tr("Let the desk book against a rule"), "", self.asking.give_override),
            Deed("print.sheets", tr("Print the schedule"), "Ctrl+P", self.tools.print.click),
            Deed("worklists.list", tr("Show the day as a list or in columns"), "Ctrl+T", self.tools.list_view.click),
            *self.views.deeds(),
            *self.carry.deeds(),
        ]

    # ------------------------------------------------------------------------------------------------- showing

    @property
    def grid(self) -> MovingModel[Any]:
        """What the keys act on: the day, or the days beside each other."""
        return self.spans.model if self.spans.view in (View.DAYS, View.WEEK) else self.model

    def chosen(self) -> Box | None:
        """The visit under the cursor, or the chosen row of the list; None in the month, which shows no visits."""
        if self.spans.view is View.MONTH:
            return None
        self._follow_list()
        return self.grid.selected()

    def spot(self) -> Opening | None:
        """The cell under the cursor; None in the month and in the list, which show no free time."""
        as_list = self.tools.as_list and self.spans.view is View.DAY
        return None if as_list or self.spans.view is View.MONTH else self.grid.cell()

    def activate(self, place: Place) -> None:
        """Show the window's day and location, and what the place names beside."""
        here = self.ports.here()
        if place.appointment_id is not None or place.task or here.location_id is None:
            self._leave_spans()
        if place.appointment_id is not None:
            self.model.find(place.appointment_id, lambda: self._arrived(place), lambda why: self._not_found(place, why))
            self._take_focus()
            return
        if here.location_id is None:
            self.empty.say(tr("The schedule shows one location at a time. Choose one above (Ctrl+Shift+L)."))
            self.stack.setCurrentWidget(self.empty)
            return
        if self.spans.view is not View.DAY:
            self._show_spans(self.spans.view, here.location_id, place.day or here.day)
            return
        self.model.show(here.location_id, place.day or here.day)
        if place.task == "book":
            wish, self._wish = self._wish, None
            self.asking.book(
                replace(wish or Wish(here.location_id), location_id=here.location_id, patient_id=place.patient_id)
            )
        elif place.task == "find":
            self.asking.find_time(place.patient_id)
        elif place.task == "walk-in":
            self.asking.walk_in(place.patient_id)
        elif place.task == "rehome":
            self.rehome(AHEAD)
        else:
            self._take_focus()

    def _arrived(self, place: Place) -> None:
        """The visit of a place is under the cursor: the window's day is its day, and what was wanted goes on."""
        if place.day != self.model.day and self.ports.here().day != self.model.day:
            self.ports.go(replace(place, day=self.model.day))
            return
        if self.tools.as_list:
            self.table.show_selected()
        if place.task in ("cancel", "move"):
            self.drawer.close_drawer()
            self.ask_cancel() if place.task == "cancel" else self._move()
        elif place.task == "rehome":
            self.rehome()

    def rehome(self, days: int = 1) -> None:
        """Find other times for the visits which closed time left without one, from the day that is shown on."""
        day = self.model.day
        self.rehoming.begin(self.model.location_id, day, day + timedelta(days=days - 1))

    def _not_found(self, place: Place, why: ClinicError) -> None:
        self.activate(replace(place, appointment_id=None, task=""))
        self._failed(why)

    def _take_focus(self) -> None:
        if not any(one.isVisible() for one in (self.drawer, self.finding, self.rehoming)):
            view = (self.canvas, self.table, self.empty.button, self.spans)[self.stack.currentIndex()]
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def switch_view(self, view: View) -> None:
        """The day, several days, the week of a practitioner or the month around the day that is shown."""
        here = self.ports.here()
        if here.location_id is None:
            return
        day = self.spans.shown_day() if self.spans.view is not View.DAY else here.day
        before, after = self.grid, self.model if view is View.DAY else self.spans.model
        if before is not after and before.held is not None:  # what is in hand is carried into the other view
            after.carry(before.held, before.cursor.minute)
            before.held = None
        if view is View.DAY:
            self._open_day(day)
        else:
            self._show_spans(view, here.location_id, day)

    def _show_spans(self, view: View, location_id: int, day: date) -> None:
        cell = self.model.cell()
        self.tools.hide()
        self.spans.show_view(view, location_id, day, cell.practitioner_id if cell else None)
        self.stack.setCurrentWidget(self.spans)
        self._take_focus()

    def _leave_spans(self) -> None:
        """Back to the day, in columns or as a list."""
        if self.spans.view is not View.DAY:
            self.spans.leave()
            self.tools.show()
            self._show()

    def _open_day(self, day: date) -> None:
        self._leave_spans()
        self.ports.go(Place("schedule", day=day))

    def _show(self) -> None:
        plan, model = self.model.plan, self.model
        if plan is None or self.spans.view is not View.DAY:
            return
        self.tools.day_label.setText(short_day(plan.day, plan.today))
        live = [visit for visit in plan.visits if not visit.ghost]
        self.tools.summary.setText(tr("{people} work · {visits} visits", people=len(plan.columns), visits=len(live)))
        self.tools.fit()
        if plan.columns:
            had_focus = self.empty.button.hasFocus()
            self.stack.setCurrentWidget(self.table if self.tools.as_list else self.carry.view)
            if had_focus:
                self._take_focus()
            self.canvas.show_cursor()
            return
        self.empty.say(*empty_words(plan))
        self.stack.setCurrentWidget(self.empty)
        if model.held is not None and not model.held.pinned:
            model.put_down()

    def _leave_empty(self) -> None:
        plan = self.model.plan
        if plan is not None and plan.next_open_day is not None:
            self.ports.go(Place("schedule", day=plan.next_open_day))

    def toggle_list(self) -> None:
        """Columns or list; the visit under the cursor stays the chosen one."""
        if not self.tools.as_list:
            self.table.show_selected()  # before it is shown: then its focus does not begin at the first row
        self.tools.as_list = not self.tools.as_list
        self.tools.fit()
        self._show()
        self._take_focus()

    def _say(self, words: str) -> None:
        if words:
            self.toast.say(words)

    def _done(self, words: str, undo: Callable[[], None]) -> None:
        self.toast.hide()
        self.ports.undoable(words, undo)

    def _failed(self, why: ClinicError) -> None:
        self.toast.say(str(why))

    # ------------------------------------------------------------------------------------------------- deeds

    def _next_free(self) -> None:
        if self.spans.view is not View.MONTH:
            self._as_columns()
            self.grid.next_free()

    def _move(self) -> None:
        self._follow_list()
        self._as_columns()
        if self.grid.held is not None:
            self.grid.put_down()
        else:
            self.grid.pick_up()

    def _follow_list(self) -> None:
        """A deed acts on the row that is shown as chosen."""
        if self.tools.as_list and self.spans.view is View.DAY:
            self.table.follow()

    def _open_row(self) -> None:
        self._follow_list()
        self.model.open_selected()

    def _as_columns(self) -> None:
        if self.spans.view is not View.DAY:
            self.spans.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.tools.as_list:
            self.toggle_list()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def book_here(self) -> None:
        """Book in the cell under the cursor."""
        cell = self.model.cell()
        if cell is not None:
            self.book_in(cell)

    def book_in(self, cell: Opening) -> None:
        """Book in a cell of any view."""
        whom = None if self.model.rooms else cell.practitioner_id
        self._wish = Wish(cell.location_id, None, whom, None, cell.day, cell.start)
        self.asking.book(self._wish)

    def _booked(self, made: Booked, by: BookingPanel | WalkInPanel) -> None:
        self._wish = None
        self.drawer.close_drawer()
        words = tr(
            "Booked: {day}, {time}, {practitioner}.",
            day=short_day(made.day), time=show_time(made.start), practitioner=made.practitioner,
        )  # fmt: skip
        self.ports.undoable(words, self.grid.deeds.way_back(made, by.model.sent))
        self.toast.say(words)
        if self.spans.view is not View.DAY:
            self.spans.booked(made.appointment_id)
            self._take_focus()
        elif made.day == self.model.day:
            self.model.show(made.location_id, made.day, made.appointment_id)
        else:
            self.ports.go(Place("schedule", day=made.day, appointment_id=made.appointment_id))
        if self.finder.goes_on(made.patient_id, made.day):  # several a week: the next one
            self.finding.open(self.finder.form.visit_type)
            self.finder.again()

    def ask_cancel(self) -> None:
        """Ask why the visit under the cursor is cancelled; closed time is opened again instead."""
        box = self.chosen()
        if self.drawer.isVisible() or self.spans.view is View.MONTH:
            return
        if box is None:
            if self.spans.view is not View.DAY or not self.tools.as_list:
                self.grid.open_time()
            return
        if box.visit.status is not AppointmentStatus.BOOKED:
            self._say(tr("Only a booked visit can be cancelled."))
            return
        self._visit = box.visit
        when = f"{box.visit.patient} · {short_day(box.visit.day)}, {show_time(box.visit.start)}"
        self.cancelling.begin(box.visit)
        self.asking.open_panel(self.cancelling, tr("Cancel the visit"), when)
        self.cancelling.form.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_hole(self) -> None:
        """Whom to call for the time that the cancelled, missed or moved visit under the cursor gave back."""
        box = self.chosen()
        if box is None:
            self._say(tr("Choose a cancelled or missed visit first; every hole is in the worklist “Holes to fill”."))
            return
        self.ports.fill_hole(box.visit.id)  # the room above knows what it left, also what this page has not read yet

    def ask_wait(self) -> None:
        """Put the patient of the visit under the cursor on the waitlist: for an earlier time, or, cancelled, for any."""
        box = self.chosen()
        if box is None:
            self._say(tr("Choose the visit of who would come sooner."))
            return
        booked = box.visit.status is AppointmentStatus.BOOKED
        self.ports.wait(box.visit.patient_id, box.visit.id if booked else None)

    def ask_print(self) -> None:
        """Ask which paper of the day that is shown."""
        cell = self.model.cell()
        if cell is None:
            self._say(tr("There is nothing to print on this day."))
        else:
            around = Around(cell.location_id, cell.day, cell.practitioner_id, cell.practitioner)
            self._say(ask_sheet(self.tools.print, self.tools.sheets, self.runner, self.ports, around))

    def _cancel(self, code: str, note: str, mark: MarkShown | None) -> None:
        if self._visit is not None:
            self.grid.deeds.cancel(
                self._visit, code, note, mark, self.drawer.close_drawer, self.cancelling.show_problem
            )
