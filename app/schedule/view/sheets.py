"""Which paper of the schedule is printed: a menu under the Print button, for keys and mouse."""

from datetime import timedelta

from PySide6.QtWidgets import QMenu, QWidget

from app.core.ports import Ports, SheetKind, SheetWish
from app.core.text import tr
from app.kit.words import plain
from app.schedule.queries import Opening

WEEK = 7


def fill_sheets(menu: QMenu, ports: Ports, cell: Opening) -> None:
    """Offer the papers of a cell's day, of its practitioner, and of their week."""
    menu.clear()
    place, day, who = cell.location_id, cell.day, (cell.practitioner_id,)
    monday = day - timedelta(days=day.weekday())
    offers = (
        (tr("Day sheet of everybody"), SheetWish(SheetKind.DAY, place, day)),
        (tr("Day sheet of {name}", name=cell.practitioner), SheetWish(SheetKind.EACH, place, day, 1, who)),
        (tr("A day sheet for each practitioner"), SheetWish(SheetKind.EACH, place, day)),
        (tr("Week of {name}", name=cell.practitioner), SheetWish(SheetKind.WEEK, place, monday, WEEK, who)),
        (tr("Sign-in sheet without names"), SheetWish(SheetKind.SIGN_IN, place, day)),
    )
    for words, wish in offers:
        menu.addAction(plain(words)).triggered.connect(lambda _on=False, wish=wish: ports.show_sheet(wish))


def ask_sheet(button: QWidget, menu: QMenu, ports: Ports, cell: Opening) -> None:
    """Show the menu below a button, its first line chosen, so that Ctrl+P and Enter print the day."""
    fill_sheets(menu, ports, cell)
    menu.setActiveAction(menu.actions()[0])
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
