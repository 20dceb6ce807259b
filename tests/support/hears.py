"""Asks a window what a screen reader is told of it, and says, in sentences, what of it cannot be heard."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from app.kit.errors import FIELDS, ErrorFooter
from app.kit.rows import GLYPH_ROLE

#: roles of which nobody knows what can be done with them. Painted pages have one, too: Qt gives every scrolled widget
#: that is no list the same, and a role made in Python meets widgets that are half made or gone, which ends in a crash.
NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window)
#: lines of a list that are listened to
LINES = 12
#: bytes from the beginning of an event to its type, and of an announcement to its text and the text's length (64 bit)
TYPE_AT, TEXT_AT, SIZE_AT = 8, 40, 48


def unheard(root: QWidget) -> list[str]:
    """Everything in a window that can be used and has no role or no name for a screen reader, each as one sentence."""
    shown = [one for one in [root, *root.findChildren(QWidget)] if one.isVisible() and is_used(one)]
    return [sentence for one in shown for sentence in _of(one)]


def is_used(one: QWidget) -> bool:
    """Whether somebody types into it, presses it or reaches it by Tab; Qt's own parts of a widget are not."""
    if isinstance(one, QLineEdit) and isinstance(one.parent(), QComboBox):
        return True
    if one.objectName().startswith("qt_") or isinstance(one, QScrollBar) or one.focusProxy() is not None:
        return False
    return isinstance(one, (*FIELDS, QAbstractButton)) or bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def told(one: QWidget) -> QAccessibleInterface:
    """What a screen reader is told of a widget."""
    answer = QAccessible.queryAccessibleInterface(one)
    assert answer is not None, one
    return answer


def name_of(one: QWidget) -> str:
    """The name that is read: its own, or that of the label it belongs to. What is chosen in a list is no name of it."""
    answer = told(one)
    labels = [other.text(QAccessible.Text.Name) for other, _ in answer.relations(QAccessible.RelationFlag.Label)]
    own = "" if isinstance(one, QComboBox) and not one.accessibleName() else answer.text(QAccessible.Text.Name)
    return own.strip() or " ".join(labels).strip()


def _of(one: QWidget) -> Iterator[str]:
    above, role = one.parentWidget(), told(one).role()
    parts = [f"{type(part).__name__} “{part.accessibleName() or part.objectName()}”" for part in (one, above) if part]
    who = " in ".join(parts)
    if role in NO_ROLES and not isinstance(one, QAbstractScrollArea):
        yield f"{who} has no role ({role.name})"
    if not name_of(one):
        yield f"{who} has no name"
    if isinstance(one, QAbstractItemView):
        yield from _lines(one, who)


def _lines(view: QAbstractItemView, who: str) -> Iterator[str]:
    """Lines of a list or a table that show something and say nothing."""
    model = view.model()
    for row in range(min(LINES, model.rowCount()) if model is not None else 0):
        column = 0
        while (index := model.index(row, column)).isValid():
            shows = index.data() or index.data(GLYPH_ROLE) or index.data(Qt.ItemDataRole.DecorationRole)
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
            if shows and not str(spoken or "").strip():
                yield f"line {row + 1}, column {column + 1} of {who} has no name"
            column += 1


# -------------------------------------------------------------------------------------------------------- what is said


@contextmanager
def listening() -> Iterator[list[str]]:
    """Everything that a screen reader is made to say meanwhile. What Qt offers for this is not in its Python part.

    The event is read where it lies: Python would take it for whatever lay there before.
    """
    said: list[str] = []

    def hear(address: int) -> None:
        if ctypes.c_int.from_address(address + TYPE_AT).value == QAccessible.Event.Announcement.value:
            text = ctypes.c_void_p.from_address(address + TEXT_AT).value
            size = ctypes.c_ssize_t.from_address(address + SIZE_AT).value
            said.append(ctypes.string_at(text or 0, 2 * size).decode("utf-16-le", "replace") if size else "")

    handler = ctypes.CFUNCTYPE(None, ctypes.c_void_p)(hear)
    install = _gui()._ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE
    install.argtypes, install.restype = [ctypes.c_void_p], ctypes.c_void_p
    before, active = install(ctypes.cast(handler, ctypes.c_void_p)), QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        yield said
    finally:
        QAccessible.setActive(active)
        install(before)


def _gui() -> ctypes.CDLL:
    return ctypes.CDLL(str(next((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libQt6Gui.so*"))))


def unsaid(root: QWidget, said: list[str]) -> list[str]:
    """Every sentence of what did not go that is shown and was never said."""
    labels = [one for one in root.findChildren(QLabel) if one.isVisible() and one.property("role") == "error"]
    errors = [one for one in labels if not isinstance(one.parent(), ErrorFooter)]  # counts what was said one by one
    return [f"“{one.text()}” was not said" for one in errors if one.text() and not any(one.text() in it for it in said)]
