"""What a painted widget is to who hears the window: Qt knows the roles of its own widgets alone."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

_PROPERTY = "heardAs"
#: Qt deletes an answer with its widget; until then it must not go with our last name for it
_answers: list[QAccessibleWidget] = []
_installed: list[bool] = []


def heard_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Give a widget a role of its own, as soon as it is made: Qt asks once, at the first thing that it tells of it."""
    if not _installed:
        QAccessible.installFactory(_answer)
        _installed.append(True)
    widget.setProperty(_PROPERTY, role.value)


def _answer(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    role = asked.property(_PROPERTY)
    if role is None or not isinstance(asked, QWidget):
        return None
    _answers[:] = [one for one in _answers if isValid(one)]
    _answers.append(QAccessibleWidget(asked, QAccessible.Role(role), ""))
    return _answers[-1]
