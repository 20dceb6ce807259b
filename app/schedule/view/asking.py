"""The drawers of the schedule's page: what it asks before it books, closes time or sets a rule aside, and for whom."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.access import Permission
from app.core.ports import Ports
from app.core.text import tr
from app.kit.dates import short_day
from app.kit.drawer import Drawer
from app.kit.panels import show_alone
from app.schedule.actions import OverrideGiven
from app.schedule.view.cancelling import CancelPanel
from app.schedule.view.closing import BlockPanel
from app.schedule.view.finder import FinderPanel
from app.schedule.view.giving import GivingPanel
from app.schedule.view.panels import BookingPanel, WalkInPanel, Wish
from app.schedule.viewmodel import DayModel


class Asking(QObject):
    """One drawer with one panel at a time, and a wider one in which a time is looked for; `say` tells why none opens."""

    def __init__(self, page: QWidget, model: DayModel, ports: Ports, say: Callable[[str], None]) -> None:
        super().__init__(page)
        self.runner, self.model, self.say = model.runner, model, say
        runner = self.runner
        self.drawer = Drawer(page, width=480)
        self.booking, self.walking = BookingPanel(runner, ports), WalkInPanel(runner, ports)
        self.cancelling, self.closing = CancelPanel(runner), BlockPanel(model)
        self.giving = GivingPanel(runner, ports)
        self.panels = QStackedWidget()
        self.every = (self.booking, self.walking, self.cancelling, self.closing, self.giving)
        for panel in self.every:
            self.panels.addWidget(panel)
            self.drawer.footer.addWidget(panel.confirm)
        self.drawer.set_content(self.panels)
        self.finder, self.finding = FinderPanel(runner, ports), Drawer(page, tr("Find a time"), width=760)
        self.finding.set_content(self.finder)
        self.finding.footer.addWidget(self.finder.take)
        self.finder.chosen.connect(self._found)
        self.closing.closed.connect(self.drawer.close_drawer)
        self.giving.given.connect(self._given)

    def open_panel(
        self, panel: QWidget, title: str, subtitle: str = "", ready: Callable[[], None] | None = None
    ) -> None:
        """Show a panel in the drawer."""
        show_alone(self.panels, panel)
        for one in self.every:
            one.confirm.setVisible(one is panel)
        self.drawer.set_title(title, subtitle)
        self.drawer.open(panel.focusProxy())
        if ready is not None:
            ready()

    def book(self, wish: Wish) -> None:
        """Open the booking panel for a wish."""
        if self._may_book(wish):
            self.open_panel(self.booking, tr("Book a visit"), ready=lambda: self.booking.begin(wish))

    def _may_book(self, wish: Wish) -> bool:
        may = self.runner.person().may(Permission.BOOK, (wish.location_id,))
        if not may:
            self.say(tr("Your role does not book visits."))
        return may

    def find_time(self, patient_id: int | None = None) -> None:
        """Look for a time; from the booking panel with everything that stands in it."""
        wish, booking = Wish(self.model.location_id, patient_id), self.booking
        if self.drawer.isVisible() and self.panels.currentWidget() is booking:
            form = booking.form
            wish = Wish(
                booking.wish.location_id, booking.model.patient_id, form.practitioner.currentData(),
                form.visit_type.currentData(), form.day.value(),
            )  # fmt: skip
            self.drawer.close_drawer()
        if self._may_book(wish):
            self.finding.open(self.finder.form.visit_type)
            self.finder.begin(wish)

    def _found(self, wish: Wish) -> None:
        self.finding.close_drawer()
        self.book(wish)

    def walk_in(self, patient_id: int | None = None) -> None:
        """Open the panel for somebody who stands at the desk."""
        wish = Wish(self.model.location_id, patient_id)
        self.open_panel(self.walking, tr("Walk-in"), ready=lambda: self.walking.begin(wish))

    def close_time(self) -> None:
        """Ask what is closed, beginning at the cell under the cursor."""
        cell, plan = self.model.cell(), self.model.plan
        if cell is not None and plan is not None:
            self.open_panel(self.closing, tr("Close time"), short_day(cell.day))
            self.closing.begin(tuple(column.who for column in plan.columns), cell, plan.today)

    def give_override(self) -> None:
        """Open the panel in which who may lets the desk book one visit against the rules, at the cell under the cursor."""
        cell = self.model.cell()
        if not self.runner.person().may(Permission.OVERRIDE, (self.model.location_id,)):
            self.say(tr("Your role does not set rules aside."))
        elif cell is not None:
            wish = Wish(cell.location_id, None, cell.practitioner_id, None, cell.day, cell.start)
            self.open_panel(self.giving, tr("Let the desk book against a rule"), ready=lambda: self.giving.begin(wish))

    def _given(self, made: OverrideGiven) -> None:
        self.drawer.close_drawer()
        self.say(tr("The desk can book this time until it begins: {practitioner}.", practitioner=made.practitioner))
