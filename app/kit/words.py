"""Text of people on widgets, and key sequences in words."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from app.kit import theme


def plain(text: str) -> str:
    """People's text for a button, menu or tab, where a single '&' would be swallowed as a mnemonic."""
    return text.replace("&", "&&")


def tip(text: str) -> str:
    """People's text for a tooltip, which Qt would otherwise read as markup as soon as it looks like it."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text


def key_words(keys: str) -> str:
    """A shortcut as it is written on things: 'Ctrl+K' -> 'Ctrl K', 'Ctrl+Return' -> 'Ctrl Enter'."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "Enter").replace("+", " ").strip() if native else keys


def label(text: str, role: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A QLabel that shows its text as it is, never as markup.

    Roles are the keys of theme.ROLE_STYLES: display, title, head, name, strong, money, label, second, note, hint,
    error, warn, ok; none is plain body text.
    """
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
        theme.give_role_font(made)
    return made
