"""The Today page: chips, the board, the pane of the chosen visit, and the panels that slide over it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.ports import Deed, Place, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import Chip, KeyButton
from app.kit.dates import long_day, show_date
from app.kit.drawer import Drawer
from app.kit.panels import EmptyState
from app.kit.strip import Strip
from app.runner.bridge import Runner
from app.schedule.rules import ReasonKind
from app.visits.rules import LOST, BoardRow, Limits, Move, allows
from app.visits.view.asking import CloseDayPanel, ReasonPanel
from app.visits.view.check_in import RECORD_TASKS, CheckInPanel
from app.visits.view.check_out import CheckOutPanel
from app.visits.view.pane import PaneDrawer, VisitPane
from app.visits.view.table import BoardTable
from app.visits.viewmodel.board import BoardModel
from app.visits.viewmodel.items import NOTHING, Filter
from app.visits.viewmodel.panels import CheckInModel, CheckOutModel, CloseDayModel

#: narrower than this, the pane folds away (logical pixels at 100 %)
PANE_ROOM = 1100


def chip_looks() -> tuple[tuple[Filter, str, str, str], ...]:
    """Filter, word, glyph and colour of each chip."""
    return (
        (Filter.ALL, tr("All"), "", "text2"),
        (Filter.LATE, tr("Late"), "clock", "warn"),
        (Filter.ARRIVED, tr("Arrived"), "quarter", "st_arrived"),
        (Filter.READY, tr("Checked in"), "half", "st_ready"),
        (Filter.ROOM, tr("In room"), "three_quarters", "st_room"),
        (Filter.OUT, tr("To check out"), "full", "st_out"),
        (Filter.BOOKED, tr("Booked"), "empty", "st_booked"),
        (Filter.DONE, tr("Done"), "tick", "st_done"),
        (Filter.NOT_READY, tr("Not ready"), "missing", "bad"),
    )


class TodayPage(QWidget):
    """The board of one day. `activate` shows the day and location of the window."""

    def __init__(self, runner: Runner, ports: Ports, limits: Limits | None = None) -> None:
        super().__init__()
        self.runner, self.ports = runner, ports
        self.model = BoardModel(runner, ports, limits)
        self.table = BoardTable()
        self.pane = VisitPane(runner)
        self.chips: dict[Filter, Chip] = {}
        self.empty = EmptyState("schedule", "")
        self.panel: Drawer | None = None
        self._wanted: int | None = None
        self._wanted_task = ""
        self._last_payment = 0
        self._arrange()
        self._connect()
        self._keys()

    def _arrange(self) -> None:
        self.strip = Strip()
        for chosen, word, glyph, tone in chip_looks():
            chip = Chip(word, glyph=glyph, tone=tone, count=0)
            chip.setChecked(chosen is Filter.ALL)
            chip.clicked.connect(lambda _on=False, chosen=chosen: self.show_filter(chosen))
            self.chips[chosen] = chip
            self.strip.line.addWidget(chip)
        self.strip.line.addStretch(1)
        self.close_button = KeyButton("", kind="quiet", icon="stamp", size="row", keys="Ctrl+Shift+E", hint=False)
        self.close_button.setAccessibleName(tr("Close the day"))
        self.close_button.set_tip(tr("Close the day"))
        self.close_button.clicked.connect(self.close_day)
        card = QFrame()
        card.setProperty("kit", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*[theme.px(1), theme.gap(5, 2)] * 2)  # the corners are round
        inside.addWidget(self.table)
        self.stack = QStackedWidget()
        self.stack.addWidget(card)
        self.stack.addWidget(self.empty)
        left = QVBoxLayout()
        left.setContentsMargins(*[theme.gap(12, 8), 0] * 2)
        left.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(*[0, theme.gap(12, 6)] * 2)
        top.setSpacing(theme.px(4))
        top.addWidget(self.strip, 1)
        top.addWidget(self.close_button)
        left.addLayout(top)
        left.addWidget(self.stack, 1)
        left.addSpacing(theme.gap(12, 0))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self.pane)

    def _connect(self) -> None:
        self.model.changed.connect(self.show_model)
        self.model.failed.connect(self._say)
        self.model.wanted.connect(self._ask)
        self.table.stepped.connect(self.model.step)
        self.table.folded.connect(self.model.toggle)
        self.table.chosen.connect(self.pane.show_row)
        self.table.lamp_pressed.connect(self.fix)
        self.table.menu_asked.connect(self.show_menu)
        self.table.open_pressed.connect(lambda _row: self.to_pane())
        self.table.spaced.connect(lambda _n: self.to_pane())
        self.pane.stepped.connect(self.model.step)
        self.pane.fixed.connect(self.fix)
        self.pane.opened.connect(self._record)
        self.empty.pressed.connect(self._leave_empty)

    def _keys(self) -> None:
        for keys, run in (
            ("Esc", self._escape),
            ("F5", self.model.load),
            ("Shift+F10", self._menu_here),
            ("Ctrl+M", self._move),
            ("Ctrl+R", self.show_receipt),
        ):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(run)

    # ------------------------------------------------------------------------------------------------- showing

    def activate(self, place: Place) -> None:
        """Show the window's day and location; `place` may name a visit, or a task to begin."""
        here = self.ports.here()
        self._wanted, self._wanted_task = place.appointment_id, place.task
        if place.task == "check-in":  # a filter would hide the visit
            self.show_filter(Filter.ALL)
        self.close_button.setVisible(here.location_id is not None and self.runner.person().may(Permission.CLOSE_DAY))
        self.model.show(here.location_id, here.day, here.zone)
        if place.task == "close-day":
            self.close_day()
        elif place.task == "walk-in":
            self.ports.go(Place("schedule", task="walk-in", patient_id=place.patient_id))
            return  # the focus is the panel's
        self.table.setFocus()

    def show_model(self) -> None:
        """Show the rows as they are now."""
        for chosen, count in self.model.counts().items():
            self.chips[chosen].set_count(count)
        items = self.model.items()
        self.table.show_items(items)
        self.stack.setCurrentIndex(0 if items or not self.model.loaded else 1)
        if not items and self.model.loaded:
            self._say_empty()
        self._lead()
        self.pane.show_row(self.table.visit())
        if isinstance(self.panel, PaneDrawer):
            self.panel.show_row(self.model.row(self.panel.row.appointment_id))

    def _lead(self) -> None:
        """Choose the visit that a place named, and begin what was to be done with it."""
        if self._wanted is None or not self.table.choose(self._wanted):
            return
        row, task = self.table.visit(), self._wanted_task
        self._wanted, self._wanted_task = None, ""
        if task == "check-in" and row is not None and allows(Move.CHECK_IN, row.state):
            self.check_in(row)

    def _say_empty(self) -> None:
        """Why there is nothing, and what to do about it."""
        here = self.ports.here()
        if self.model.filter is not Filter.ALL:
            self.empty.say(NOTHING[self.model.filter](), tr("Show all"))
        elif here.day != here.today:
            self.empty.say(tr("No visits on {day}.", day=long_day(here.day)), tr("Show today"))
        else:
            self.empty.say(tr("No visits today."), tr("Open the schedule"))

    def _leave_empty(self) -> None:
        here = self.ports.here()
        if self.model.filter is not Filter.ALL:
            self.show_filter(Filter.ALL)
        elif here.day != here.today:
            self.ports.go(Place("today", day=here.today))
        else:
            self.ports.go(Place("schedule", day=here.day))

    def show_filter(self, chosen: Filter) -> None:
        """Choose a chip; choosing it again shows all."""
        chosen = Filter.ALL if chosen is self.model.filter else chosen
        for other, chip in self.chips.items():
            chip.setChecked(other is chosen)
        self.model.choose(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pane.setVisible(self.width() >= theme.px(PANE_ROOM))

    def areas(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """What F6 goes through: the chips, the board, the pane."""
        chip = next(chip for chip in self.chips.values() if chip.isChecked())
        return [(self.strip, chip.setFocus), (self.table, self.table.setFocus), (self.pane, self.to_pane)]

    def to_pane(self) -> None:
        """Go to the chosen visit's pane; where it has no room beside the board, it opens over it."""
        row = self.table.visit()
        if self.pane.isVisible():
            self.pane.big.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif row is not None:
            panel = PaneDrawer(self.window(), row, self.runner)
            panel.stepped.connect(lambda row: self._leave_pane(lambda: self.model.step(row)))
            panel.facts.fixed.connect(lambda row, number: self._leave_pane(lambda: self.fix(row, number)))
            panel.facts.opened.connect(self._record)
            self._open(panel, panel.big)

    def _leave_pane(self, then: Callable[[], None]) -> None:
        if self.panel is not None:
            self.panel.close_drawer()
        then()

    def _escape(self) -> None:
        if self.model.filter is not Filter.ALL:
            self.show_filter(Filter.ALL)
        self.table.setFocus()

    def _say(self, why: ClinicError) -> None:
        self.ports.announce(str(why))

    # ------------------------------------------------------------------------------------------------ deciding

    def _ask(self, row: BoardRow, what: str) -> None:
        match what:
            case "check_in":
                self.check_in(row)
            case "check_out":
                self.check_out(row)
            case _:
                self.ports.go(Place("schedule", patient_id=row.patient_id, task="book"))

    def check_in(self, row: BoardRow) -> None:
        """Open the check-in panel."""
        model = CheckInModel(self.runner, self.ports, row)
        panel = CheckInPanel(self.window(), model)
        panel.recorded.connect(self._recorded)
        panel.go_to_record.connect(self._record)
        self._open(panel, panel.confirm)
        model.load()

    def check_out(self, row: BoardRow) -> None:
        """Open the check-out panel."""
        model = CheckOutModel(self.runner, self.ports, row)
        panel = CheckOutPanel(self.window(), model)
        panel.recorded.connect(self._recorded)
        panel.book_next.connect(lambda done: self.ports.go(Place("schedule", patient_id=done.patient_id, task="book")))
        self._open(panel, panel.confirm)
        model.load()

    def close_day(self) -> None:
        """Open the panel that closes the day shown."""
        here = self.ports.here()
        if here.location_id is None:
            self.ports.announce(tr("Choose one location to close its day."))
            return
        model = CloseDayModel(self.runner, here.location_id, here.day)
        panel = CloseDayPanel(self.window(), model, show_date(here.day))
        panel.closed_day.connect(self._day_closed)
        self._open(panel, panel.button)
        model.load()

    def _day_closed(self, key: object) -> None:
        closed = bool(getattr(key, "closed", False))
        self.ports.announce(tr("The day is closed") if closed else tr("The day is open again"))
        if closed:
            self.ports.go(Place("reports", task="end-of-day", day=self.ports.here().day))

    def _open(self, panel: Drawer, first: QWidget) -> None:
        if self.panel is not None:
            self.panel.close_drawer()
        self.panel = panel
        panel.closed.connect(self._panel_closed)
        panel.open(first)

    def _panel_closed(self) -> None:
        if self.panel is not None:
            self.panel.deleteLater()
            self.panel = None
        self.table.setFocus()

    def _recorded(self, done: tuple[object, object, str]) -> None:
        command, key, said = done
        if getattr(key, "receipt_number", 0):
            self._last_payment = int(getattr(key, "payment_id", 0))
            number = getattr(key, "receipt_number", 0)
            self.ports.announce(tr("{said} · receipt {number}, Ctrl+R shows it", said=said, number=number))
        else:
            self.model.told(said, command)  # type: ignore[arg-type]  # the command of the panel's model

    def show_receipt(self) -> None:
        """The receipt of the money taken last at this window."""
        if self._last_payment:
            self.ports.show_receipt(self._last_payment, False)
        else:
            self.ports.announce(tr("No money was taken in this window yet."))

    def fix(self, row: BoardRow, number: int) -> None:
        """Mend a lamp: papers in the check-in panel, everything else in the record, where its form opens."""
        lamp = row.lamps[number]
        if lamp is None:
            return
        if lamp.items:
            self.check_in(row)
        else:
            self._record(row, RECORD_TASKS.get(lamp.fix, ""))

    def _record(self, row: BoardRow, task: str = "") -> None:
        if self.panel is not None:
            self.panel.close_drawer()
        self.ports.go(Place("patients", patient_id=row.patient_id, task=task))

    def _move(self) -> None:
        row = self.table.visit()
        if row is not None:
            self.ports.go(Place("schedule", appointment_id=row.appointment_id, day=row.day, task="move"))

    # -------------------------------------------------------------------------------------------------- menus

    def _menu_here(self) -> None:
        row = self.table.visit()
        if row is not None:
            rect = self.table.visualRect(self.table.currentIndex())
            self.show_menu(row, self.table.viewport().mapToGlobal(rect.bottomLeft()))

    def show_menu(self, row: BoardRow, at: QPoint) -> None:
        """Everything else that can be done with a visit."""
        menu = QMenu(self)
        for words, run, fits in self._choices(row):
            if fits:
                menu.addAction(words, run)
        menu.popup(at)

    def _choices(self, row: BoardRow) -> tuple[tuple[str, Callable[[], None], bool], ...]:
        coming = row.group.value == "coming"
        return (
            (tr("Open record"), lambda: self._record(row), True),
            (tr("Move…"), self._move, coming),
            (tr("Cancel…"), lambda: self._task(row, "cancel"), coming),
            (tr("Fill the hole…"), lambda: self.ports.fill_hole(row.appointment_id), row.state in LOST),
            (
                tr("Put on the waitlist…"),
                lambda: self.ports.wait(row.patient_id, row.appointment_id if coming else None),
                True,
            ),
            (tr("Did not come…"), lambda: self._reason(row, ReasonKind.NO_SHOW), allows(Move.NO_SHOW, row.state)),
            (tr("Left unseen…"), lambda: self._reason(row, ReasonKind.LEFT), allows(Move.LEAVE, row.state)),
            (tr("Check in with questions…"), lambda: self.check_in(row), allows(Move.CHECK_IN, row.state)),
        )

    def _task(self, row: BoardRow, task: str) -> None:
        self.ports.go(Place("schedule", appointment_id=row.appointment_id, day=row.day, task=task))

    def _reason(self, row: BoardRow, kind: ReasonKind) -> None:
        missed = kind is ReasonKind.NO_SHOW
        title = tr("{name} did not come", name=row.patient) if missed else tr("{name} left unseen", name=row.patient)
        panel = ReasonPanel(
            self.window(), self.runner, row, kind, title, tr("Mark as no-show") if missed else tr("Mark as left")
        )
        if missed:
            panel.given.connect(lambda row, code, note: self.model.mark_no_show(row, code, note, panel.mark()))
        else:
            panel.given.connect(self.model.mark_left)
        self._open(panel, panel.reasons)
        panel.reasons.setCurrentRow(0)

    def deeds(self) -> list[Deed]:
        """What the palette offers on this page, for the chosen visit too."""
        made = [
            Deed("check.close", tr("Close the day"), "Ctrl+Shift+E", self.close_day),
            Deed("print.receipt", tr("Show the last receipt"), "Ctrl+R", self.show_receipt),
        ]
        row = self.table.visit()
        if row is not None:
            made += [
                Deed(f"dots.{number}", f"{words} · {row.patient}", "", run)
                for number, (words, run, fits) in enumerate(self._choices(row))
                if fits
            ]
        return made
