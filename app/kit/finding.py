"""A long list in which typing finds: any part of a name, accents aside, and other words that mean an entry."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from app.core.text import tr


def bare(text: str) -> str:
    """A text without case and accents, to compare what was typed."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())


def let_type(box: QComboBox) -> None:
    """Let people type into a list; who hears the window meets the line inside it by the list's name."""
    box.setEditable(True)
    line = box.lineEdit()
    if line is not None:
        line.setAccessibleName(box.accessibleName())


class FindBox(QComboBox):
    """An editable list of names with a value each. What was typed becomes an entry when the field is left.

    `others(text)` may know a value for words that are no entry's name; "" and None mean that it does not.
    """

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.others: Callable[[str], object] = lambda _text: ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        edit = self.lineEdit()
        if edit is not None:
            edit.setObjectName("qt_find_edit")
        finder = QCompleter(self.model(), self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(finder)
        self.editTextChanged.connect(lambda _text: self.value_changed.emit())

    def set_hint(self, hint: str) -> None:
        """The words in the empty field."""
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(hint)

    def fill(self, entries: Iterable[tuple[object, str]]) -> None:
        """Offer other entries, (value, name) each; what was chosen stays."""
        value = self.value()
        self.blockSignals(True)
        self.clear()
        for one, name in entries:
            self.addItem(name, one)
        self.blockSignals(False)
        self.set_value(value)

    def _at(self, text: str) -> int:
        """The entry that a text names: its whole name, else what other words mean, else the first that begins so."""
        wanted = bare(text)
        names = [bare(self.itemText(at)) for at in range(self.count())]
        if wanted in names:
            return names.index(wanted)
        other = self.others(text)
        if other and (at := self.findData(other)) >= 0:
            return at
        starts = [at for at, name in enumerate(names) if any(word.startswith(wanted) for word in _tails(name))]
        return starts[0] if wanted and starts else -1

    def value(self) -> object:
        """The value of what stands in the field; None when it is empty or names nothing."""
        text = self.currentText().strip()
        if not text:
            return None
        at = self._at(text)
        return self.itemData(at) if at >= 0 else self.others(text) or None

    def set_value(self, value: object) -> None:
        """Show an entry; a value that is not in the list stands there as it is; None empties the field."""
        at = self.findData(value) if value not in (None, "") else -1
        if at < 0 and value not in (None, ""):
            self.addItem(str(value), value)
            at = self.count() - 1
        self.setCurrentIndex(at)
        if at < 0:
            self.setEditText("")

    def problem(self) -> str:
        """What is wrong with what was typed; "" when it names an entry or nothing was typed."""
        text = self.currentText().strip()
        if not text or self.value() is not None:
            return ""
        return tr("{text} is not in this list. Type another part of the name.", text=text[:60])

    def tidy(self) -> None:
        """Write the name of the entry that was meant."""
        value = self.value()
        if value is not None and self.currentText() != self.itemText(self.findData(value)):
            self.set_value(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.tidy()


def _tails(name: str) -> list[str]:
    """The name from each of its words on."""
    words = name.split()
    return [" ".join(words[at:]) for at in range(len(words))]
