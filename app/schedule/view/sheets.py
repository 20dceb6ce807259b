"""Which paper of the schedule is printed: a menu under the Print button, for keys and mouse."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QMenu, QWidget

from app.core.access import Permission
from app.core.ports import Ports, SheetKind, SheetWish
from app.core.text import tr
from app.kit.words import plain
from app.runner.bridge import Runner

WEEK = 7


@dataclass(frozen=True, slots=True)
class Around:
    """What is shown: where, which day, whose column (None: nobody's), and whether a whole week is looked at."""

    location_id: int
    day: date
    practitioner_id: int | None = None
    practitioner: str = ""
    week: bool = False


def offers(around: Around) -> list[tuple[str, SheetWish]]:
    """The papers of a day, of a practitioner and of their week; what is shown comes first."""
    place, day = around.location_id, around.day
    monday = day - timedelta(days=day.weekday())
    every = [
        (tr("Day sheet of everybody"), SheetWish(SheetKind.DAY, place, day)),
        (tr("A day sheet for each practitioner"), SheetWish(SheetKind.EACH, place, day)),
        (tr("Sign-in sheet without names"), SheetWish(SheetKind.SIGN_IN, place, day)),
    ]
    if around.practitioner_id is not None:
        who, name = (around.practitioner_id,), around.practitioner
        week = (tr("Week of {name}", name=name), SheetWish(SheetKind.WEEK, place, monday, WEEK, who))
        every.insert(1, (tr("Day sheet of {name}", name=name), SheetWish(SheetKind.EACH, place, day, 1, who)))
        every.insert(0 if around.week else 3, week)
    return every


def ask_sheet(button: QWidget, menu: QMenu, runner: Runner, ports: Ports, around: Around) -> str:
    """Show the menu below a button, its first line chosen, so that Ctrl+P and Enter print what is shown.

    Answers with a sentence where the role prints nothing, else with nothing.
    """
    if not runner.person().may(Permission.REPORT_COUNTS, (around.location_id,)):
        return tr("Your role does not print the schedule.")
    menu.clear()
    for words, wish in offers(around):
        menu.addAction(plain(words)).triggered.connect(lambda _on=False, wish=wish: ports.show_sheet(wish))
    menu.setActiveAction(menu.actions()[0])
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    return ""
