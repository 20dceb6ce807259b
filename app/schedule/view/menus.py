"""The menu of a place in the day: what can be done there and nothing else, each with its key."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.kit.icons import icon
from app.kit.words import key_words, plain


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the menu. An empty title is a rule between lines."""

    title: str
    icon: str = ""
    keys: str = ""
    run: Callable[[], object] = lambda: None


#: a rule between lines
RULE = Choice("")


def fill(menu: QMenu, choices: Iterable[Choice]) -> None:
    """Put the lines into a menu; rules that stand first, last or side by side are left out."""
    menu.clear()
    pending = False
    for one in choices:
        if not one.title:
            pending = bool(menu.actions())
            continue
        if pending:
            menu.addSeparator()
            pending = False
        menu.addAction(_action(menu, one))


def _action(menu: QMenu, one: Choice) -> QAction:
    words = plain(one.title)
    made = QAction(f"{words}\t{key_words(one.keys)}" if one.keys else words, menu)
    if one.icon:
        made.setIcon(icon(one.icon))
    made.triggered.connect(lambda _on=False: one.run())
    return made


def ask(menu: QMenu, parent: QWidget, where: QPoint) -> None:
    """Show a menu that is filled, its first line chosen, so that keys go on from there."""
    menu.setParent(parent, menu.windowFlags())
    actions = menu.actions()
    if actions:
        menu.setActiveAction(actions[0])
        menu.popup(where)
