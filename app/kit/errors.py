"""Sentences at fields: where an error stands, how many there are, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.fields import ValueField, mark
from app.kit.finding import FindBox
from app.kit.panels import Glyph, announce
from app.kit.words import label

FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QCheckBox)


class FieldSlot(QWidget):
    """A field and, directly below it, the room for its sentence, so that nothing moves when the sentence comes."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self.sentence = label("", "error", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.setSizePolicy(field.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Preferred)
        self._column = column
        self.setProperty("whole", True)
        theme.notice.changed.connect(self._measure)
        self._measure()

    def take(self) -> None:
        """Move the field in; its place in the form's layout is this slot's by now."""
        self._column.addWidget(self.field)
        self._column.addWidget(self.sentence)

    def _measure(self) -> None:
        self.sentence.setMinimumHeight(theme.px(18))


def give_slot(field: QWidget) -> FieldSlot:
    """Put a field of a layout into a slot of its own, at the same place; a field that has one keeps it."""
    above = field.parentWidget()
    if isinstance(above, FieldSlot):
        return above
    slot = FieldSlot(field)
    layout = above.layout() if above is not None else None
    if layout is not None and above is not None:
        slot.setParent(above)
        layout.replaceWidget(field, slot)
    slot.take()
    field.show()
    return slot


class FieldErrors(QObject):
    """The errors of one form, in the order of its fields. `changed` comes whenever one appears or goes."""

    changed = Signal()

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._fields: dict[str, QWidget] = {}
        self._said: dict[str, str] = {}
        self._root = root
        #: called with a field before it gets the focus: it may stand in a part that is folded
        self.reveal: Callable[[QWidget], None] = lambda _field: None
        key = QShortcut(QKeySequence("F8"), root)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.go_next)

    def add(self, name: str, field: QWidget, *, before: str = "") -> None:
        """Make a field known by its name. Its error goes as soon as its content changes.

        `before`: the field that is read after this one; without it the new one is the last.
        """
        later = list(self._fields.items())[list(self._fields).index(before) :] if before else []
        self._fields = {name: one for name, one in self._fields.items() if (name, one) not in later}
        self._fields |= {name: field, **dict(later)}
        for signal in changes(field):
            signal.connect(lambda *_: self.clear(name))

    def forget(self, name: str) -> None:
        """A field is there no more."""
        self._said.pop(name, None)
        self._fields.pop(name, None)
        self.changed.emit()

    def show(self, name: str, sentence: str, *, focus: bool = True) -> None:
        """Show the sentence below the field; the field gets the focus unless told otherwise. Raises KeyError."""
        field = self._fields[name]
        self._said[name] = sentence
        slot = give_slot(field)
        slot.sentence.setText(sentence)
        mark(field, sentence)
        if focus:
            self.go_to(name)
        announce(field, sentence)
        self.changed.emit()

    def check(self) -> None:
        """Show the problem of every field that cannot be read, and no other."""
        self.clear_all()
        for name, field in self._fields.items():
            if isinstance(field, ValueField | FindBox) and (sentence := field.problem()):
                self.show(name, sentence, focus=False)

    def clear(self, name: str) -> None:
        """Take the error of one field away."""
        if self._said.pop(name, None) is not None:
            field = self._fields[name]
            give_slot(field).sentence.setText("")
            mark(field, "")
            self.changed.emit()

    def clear_all(self) -> None:
        """Take every error away; `changed` comes once."""
        with QSignalBlocker(self):
            for name in list(self._said):
                self.clear(name)
        self.changed.emit()

    def names(self) -> list[str]:
        """The fields with an error, in reading order."""
        return [name for name in self._fields if name in self._said]

    def summary(self) -> str:
        """'1 field to correct: Birth date', '2 fields to correct: …', or ""."""
        names = self.names()
        if not names:
            return ""
        titles = ", ".join(self._fields[name].accessibleName() for name in names)
        if len(names) == 1:
            return tr("1 field to correct: {field}", field=titles)
        return tr("{count} fields to correct: {fields}", count=len(names), fields=titles)

    def go_next(self) -> None:
        """To the next field with an error after the one that has the focus, round and round."""
        names = self.names()
        if names:
            order = list(self._fields)
            now = next((i for i, field in enumerate(self._fields.values()) if field.hasFocus()), -1)
            later = [name for name in names if order.index(name) > now]
            self.go_to((later or names)[0])

    def go_to(self, name: str) -> None:
        """Give a field the focus. Raises KeyError."""
        self.reveal(self._fields[name])
        self._fields[name].setFocus(Qt.FocusReason.ShortcutFocusReason)


def changes(field: QWidget) -> Iterator[SignalInstance]:
    """The signals that say a field's content is another."""
    for name in ("textChanged", "currentIndexChanged", "editTextChanged", "toggled", "valueChanged"):
        signal = getattr(field, name, None)
        if signal is not None:
            yield signal


class ErrorFooter(QWidget):
    """The line beside the confirm button that counts the fields to correct and leads to the next one (F8)."""

    def __init__(self, errors: FieldErrors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errors = errors
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Glyph("missing", 18))
        self.sentence: QLabel = label("", "error", wrap=True)
        row.addWidget(self.sentence, 1)
        self.button: QAbstractButton = KeyButton(tr("Next"), kind="quiet", size="row", keys="")
        self.button.clicked.connect(errors.go_next)
        self.button.setToolTip(tr("Next field to correct (F8)"))
        row.addWidget(self.button)
        errors.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.sentence.setText(self._errors.summary())
        self.setVisible(bool(self._errors.names()))
