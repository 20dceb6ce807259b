"""What a grid of the schedule can do with a visit besides opening it: menu, card, pinboard, copy, split, swap, rooms."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.core.access import Permission
from app.core.ports import Deed, Place, Ports
from app.core.text import tr
from app.runner.bridge import Runner
from app.schedule.queries import AppointmentRow, Refill
from app.schedule.view.handled import HandCanvas
from app.schedule.view.hover import HoverCard
from app.schedule.view.menus import RULE, Choice, ask, fill
from app.schedule.view.pinboard import PinStrip
from app.schedule.view.serial import KEYS as SERIES_KEYS
from app.schedule.viewmodel import DayModel, MovingModel
from app.schedule.viewmodel.hand import Mode, movable, split_of

COPY, PIN, TAKE, SPLIT, BACK_FREE, PATIENT, ROOMS, WHY = (
    "Ctrl+C",
    "Ctrl+B",
    "Ctrl+V",
    "Ctrl+Shift+S",
    "Ctrl+G",
    "Ctrl+J",
    "Ctrl+R",
    "Ctrl+E",
)


FREE = "Ctrl+F"
#: the keys of a hole and of the waitlist
FILL_KEYS, WAIT_KEYS = "Ctrl+Shift+F", "Ctrl+Shift+Y"


@dataclass(frozen=True, slots=True)
class Does:
    """What the page does with the visit or the time under the cursor; `close_time` where time can be closed.

    `series_of` goes on to the series of the visit, with "move" or "cancel".
    """

    move: Callable[[], object]
    cancel: Callable[[], object]
    series: Callable[[], object]
    fill: Callable[[], object]
    wait: Callable[[], object]
    series_of: Callable[[str], object]
    close_time: Callable[[], object] | None = None


class Carrying(QObject):
    """Stands beside a canvas."""

    def __init__(self, runner: Runner, ports: Ports, canvas: HandCanvas[Any], does: Does) -> None:
        super().__init__(canvas)
        self.runner, self.ports, self.canvas = runner, ports, canvas
        self.model: MovingModel[Any] = canvas.model
        self.does = does
        self.card = HoverCard(runner, self.model, canvas.viewport())
        self.strip = PinStrip(self.model.pins)
        self.menu = QMenu(canvas)
        self.view = QWidget()
        row = QHBoxLayout(self.view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(canvas, 1)
        row.addWidget(self.strip)
        self.view.setFocusProxy(canvas)
        canvas.asked.connect(self.show_card)
        canvas.hovered.connect(self.card.rest_on)
        canvas.menu_wanted.connect(self.show_menu)
        canvas.over_side.connect(self.strip.invite)
        self.strip.taken.connect(self._take)
        keys = [(deed.shortcut, deed.run) for deed in self.deeds()]
        if not isinstance(self.model, DayModel):  # over the day a button has this key
            keys.append((FREE, self.model.next_free))
        for shortcut, run in keys:
            key = QShortcut(QKeySequence(shortcut), self.view)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(run)

    def deeds(self) -> list[Deed]:
        """The commands, for the palette and for their keys."""
        model = self.model
        return [
            Deed("pin.visit", tr("Pin the visit, to carry it to another day"), PIN, _quiet(model.pin)),
            Deed("pin.take", tr("Take the next pinned visit in hand"), TAKE, _quiet(model.take_pin)),
            Deed("info.why", tr("Say why the visit in hand moves"), WHY, model.explain),
            Deed("plus.again", tr("Book the same again"), COPY, _quiet(model.copy_up)),
            Deed("swap.split", tr("Split the visit in two"), SPLIT, _quiet(model.split_up)),
            Deed("search.before", tr("Go to the free time before"), BACK_FREE, lambda: model.next_free(back=True)),
            Deed("patients.visit", tr("Open the patient of the visit"), PATIENT, self._open_patient),
            *self._rooms(),
        ]

    def _rooms(self) -> list[Deed]:
        if not isinstance(self.model, DayModel):
            return []
        return [Deed("building.rooms", tr("Columns of rooms, or of practitioners"), ROOMS, self._switch)]

    def show_card(self) -> None:
        """Show the card of the visit under the cursor, or put it away."""
        box = self.model.selected()
        if box is not None and self.model.held is None:
            self.card.show_for(box, self.canvas.place_rect())

    def show_menu(self, where: QPoint) -> None:
        """Show what can be done at the cursor."""
        self.card.put_away()
        fill(self.menu, self.choices())
        ask(self.menu, self.canvas, where)

    def choices(self) -> list[Choice]:
        """The lines of the menu at the cursor."""
        model = self.model
        if model.held is not None:
            return self._in_hand()
        box = model.selected()
        return self._free() if box is None else self._of_visit(box.visit)

    def _in_hand(self) -> list[Choice]:
        model, other = self.model, self.model.in_the_way()
        found = [Choice(tr("Drop here"), "check", "Enter", model.drop)] if model.drag_problem() is None else []
        if other is not None:
            found.append(
                Choice(tr("Change places with {patient}", patient=other.patient), "swap", "Ctrl+Return", model.swap)
            )
        if model.held is not None and model.held.mode is Mode.MOVE:
            found.append(Choice(tr("Another reason"), "info", WHY, model.explain))
        return [*found, Choice(tr("Pin it"), "pin", PIN, model.pin), Choice(tr("Leave it"), "x", "Esc", model.put_down)]

    def _of_visit(self, visit: AppointmentRow) -> list[Choice]:
        model, books = self.model, self._books()
        found = [
            Choice(tr("Open on the board"), "enter", "Enter", model.open_selected),
            Choice(tr("Open the patient"), "patients", PATIENT, self._open_patient),
            Choice(tr("About this visit"), "info", "Space", self.show_card),
            RULE,
        ]
        if not books:
            return found
        found += self._moves(visit)
        found.append(Choice(tr("Book the same again"), "plus", COPY, model.copy_up))
        found.append(Choice(tr("Book a series…"), "calendar_plus", SERIES_KEYS, self.does.series))
        found.append(Choice(tr("Put on the waitlist…"), "clock", WAIT_KEYS, self.does.wait))
        if visit.refill is Refill.OPEN:
            found.append(Choice(tr("Fill the hole…"), "phone", FILL_KEYS, self.does.fill))
        return [*found, RULE, *self._ends(visit)]

    def _moves(self, visit: AppointmentRow) -> list[Choice]:
        model, found = self.model, list[Choice]()
        if movable(visit):
            found += [Choice(tr("Move"), "swap", "Ctrl+M", self.does.move), Choice(tr("Pin it"), "pin", PIN, model.pin)]
            if split_of(visit) is not None:
                found.append(Choice(tr("Split in two"), "swap", SPLIT, model.split_up))
        if visit.series_id is not None:
            found.append(Choice(tr("Move its series, or the rest…"), "swap", run=partial(self.does.series_of, "move")))
        return found

    def _ends(self, visit: AppointmentRow) -> list[Choice]:
        found = [Choice(tr("Cancel the visit"), "x", "Ctrl+Backspace", self.does.cancel)] if movable(visit) else []
        if visit.series_id is not None:
            run = partial(self.does.series_of, "cancel")
            found.append(Choice(tr("Cancel its series, or the rest…"), "x", run=run))
        return found

    def _free(self) -> list[Choice]:
        model, block, books = self.model, self.model.block(), self._books()
        found = []
        if books:
            found.append(Choice(tr("Book here"), "plus", "Enter", self.canvas.wanted.emit))
            found.append(Choice(tr("Book a series…"), "calendar_plus", SERIES_KEYS, self.does.series))
        pin = model.pins.after(None)
        if books and pin is not None:
            words = tr("Drop {patient} here", patient=pin.visit.patient)
            found.append(Choice(words, "pin", TAKE, model.take_pin))
        found += [RULE, Choice(tr("Next free time"), "search", FREE, model.next_free)]
        if isinstance(model, DayModel):
            words = tr("By practitioner") if model.rooms else tr("By room")
            found += [Choice(words, "building", ROOMS, self._switch), RULE]
        if not self.runner.person().may(Permission.BOOK, (model.location_id,)):
            return found
        if block is not None:
            return [*found, Choice(tr("Open this time again"), "lock", "Delete", model.open_time)]
        if self.does.close_time is None:
            return found
        return [*found, Choice(tr("Close time"), "lock", "Ctrl+Shift+B", self.does.close_time)]

    def _books(self) -> bool:
        return self.runner.person().may(Permission.BOOK, (self.model.location_id,))

    def _take(self, pin: object) -> None:
        self.model.take_pin(next((one for one in self.model.pins.pins if one == pin), None))
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch(self) -> None:
        if isinstance(self.model, DayModel):
            self.model.switch(rooms=not self.model.rooms)
            self.canvas.setAccessibleName(tr("Day by room") if self.model.rooms else tr("Day by practitioner"))

    def _open_patient(self) -> None:
        box = self.model.selected()
        if box is not None:
            self.ports.go(Place("patients", box.visit.patient_id))


def _quiet(run: Callable[[], object]) -> Callable[[], None]:
    """A deed that gives nothing back."""

    def quiet() -> None:
        run()

    return quiet
