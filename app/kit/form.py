"""Static layouts (forms/<feature>/x.ui) as small typed classes.

    class BookForm(Form):
        ui = "schedule/book.ui"
        patient: QLineEdit
        start: QComboBox

`BookForm(parent)` loads the file, finds a widget for each annotation and raises FormError for a wrong or missing name
or type, so that a form and its class cannot drift apart. `root` is the loaded widget.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from itertools import pairwise
from typing import ClassVar, get_type_hints
from xml.etree import ElementTree

from PySide6.QtCore import QFile, QIODevice, QObject, Qt, Signal
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from app.core.errors import ClinicError
from app.core.paths import program_root
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.errors import FIELDS, FieldErrors, changes, give_slot
from app.kit.fields import DateField, MoneyField, SearchBox, TimeField, ValueField
from app.kit.finding import FindBox, let_type


def _parent_first(kind: type[KeyButton]) -> type[QWidget]:
    """The loader makes every widget with its parent alone; our buttons are made with their words first."""

    def init(self: KeyButton, parent: QWidget | None = None) -> None:
        kind.__init__(self, "", parent)

    return type(kind.__name__, (kind,), {"__init__": init, "__doc__": kind.__doc__})


#: our own widgets that a .ui file may name
CUSTOM = (DateField, TimeField, MoneyField, SearchBox, FindBox, _parent_first(KeyButton), _parent_first(LinkButton))

Value = str | int | bool | date | time | object | None


class FormError(Exception):
    """A form's file and its class do not fit: a mistake of ours, found when the form is loaded."""


class Form(QObject):
    """One loaded form. Its fields are attributes; `errors` shows sentences at them; `changed` says one was edited."""

    ui: ClassVar[str] = ""
    #: a field's content is another
    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, within: FieldErrors | None = None) -> None:
        """Load the file. `within`: the errors of the form that this one is a row of; its fields are added there by name."""
        super().__init__(parent)
        self.root = load_ui(self.ui, parent)
        self.errors = within or FieldErrors(self.root)
        self._is_row = within is not None
        self._names: list[str] = []
        for name, kind in self._declared():
            self._bind(name, kind)
        self._keep_tab_order()

    @classmethod
    def _declared(cls) -> Iterator[tuple[str, type[QWidget]]]:
        for name, kind in get_type_hints(cls).items():
            if isinstance(kind, type) and issubclass(kind, QWidget) and name not in ("root",):
                yield name, kind

    def _bind(self, name: str, kind: type[QWidget]) -> None:
        if hasattr(QObject, name) or name in ("ui", "root", "errors", "changed"):
            raise FormError(f"{self.ui}: the name {name} is taken")
        found = self.root.findChild(QWidget, name)
        if found is None:
            raise FormError(f"{self.ui}: there is no {name}")
        if not isinstance(found, kind):
            raise FormError(f"{self.ui}: {name} is a {type(found).__name__}, not a {kind.__name__}")
        setattr(self, name, found)
        if isinstance(found, FIELDS):
            self._names.append(name)
            if not self._is_row:
                self.errors.add(name, found)
            for signal in changes(found):
                signal.connect(self._tell)
                break

    def _tell(self, *_: object) -> None:
        self.changed.emit()

    def _keep_tab_order(self) -> None:
        """Slots are put around the fields without a change of the order in which Tab reaches them."""
        order = tab_order(self.root, self.ui)
        for field in order:
            if (
                isinstance(field, FIELDS)
                and not isinstance(field, QCheckBox)
                and field.property("errorRoom") is not False
            ):
                give_slot(field)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    # ---------------------------------------------------------------------------------------------- errors

    def order(self) -> list[QWidget]:
        """The widgets that Tab stops at, in the order of the file."""
        return tab_order(self.root, self.ui)

    def show_error(self, name: str, sentence: str, *, focus: bool = True) -> None:
        """Show a sentence below the field `name`. Raises KeyError for a name that is no field."""
        self.errors.show(name, sentence, focus=focus)

    def show_problem(self, why: ClinicError, *, advice: bool = True) -> bool:
        """Show an outcome at its field; False when it names no field of this form, so show it elsewhere.

        Without `advice` only what is wrong: what to do is said in another place.
        """
        if why.field not in self._names:
            return False
        self.errors.show(why.field, str(why) if advice else why.message)
        return True

    def clear_errors(self) -> None:
        """Take every sentence away."""
        self.errors.clear_all()

    def check(self) -> bool:
        """Show the problem of every field that cannot be read, rows too, go to the first; True when there is none."""
        self.errors.check()
        wrong = self.errors.names()
        if wrong:
            self.errors.go_to(wrong[0])
        return not wrong

    # ---------------------------------------------------------------------------------------------- values

    def values(self) -> dict[str, Value]:
        """Every field's content by name: text stripped, a combo's data (or text), a date, cents, a bool."""
        return {name: value_of(getattr(self, name)) for name in self._names}

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Fill fields by name; names this form does not have are passed over."""
        for name in self._names:
            if name in values:
                put_value(getattr(self, name), values[name])


def load_ui(path: str, parent: QWidget | None = None) -> QWidget:
    """The widget of forms/<path>, with every text translated and every label plain. Raises FormError."""
    loader = QUiLoader()
    loader.setTranslationEnabled(False)
    for custom in CUSTOM:
        loader.registerCustomWidget(custom)
    file = QFile(str(program_root() / "forms" / path))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FormError(f"{path}: {file.errorString()}")
    try:
        root = loader.load(file, parent)
    except RuntimeError as why:
        raise FormError(f"{path}: {why}") from why
    finally:
        file.close()
    if root is None:
        raise FormError(f"{path}: {loader.errorString()}")
    for widget in (root, *root.findChildren(QWidget)):
        _translate(widget)
        _see_to_line(widget)
    return root


def _translate(widget: QWidget) -> None:
    """Put every text of the file that a person reads through `tr`."""
    if isinstance(widget, KeyButton):
        widget.take_properties()
    elif isinstance(widget, QLabel | QAbstractButton) and widget.text():
        widget.setText(tr(widget.text()))
    if isinstance(widget, QLabel):
        widget.setTextFormat(Qt.TextFormat.PlainText)
        theme.give_role_font(widget)
    elif isinstance(widget, QGroupBox):
        widget.setTitle(tr(widget.title()))
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        widget.setPlaceholderText(tr(widget.placeholderText()))
    elif isinstance(widget, QComboBox):
        for i in range(widget.count()):
            widget.setItemText(i, tr(widget.itemText(i)))
    elif isinstance(widget, QTabWidget):
        for i in range(widget.count()):
            widget.setTabText(i, tr(widget.tabText(i)))
    _translate_hints(widget)


def _translate_hints(widget: QWidget) -> None:
    pairs = [
        (widget.accessibleName, widget.setAccessibleName),
        (widget.accessibleDescription, widget.setAccessibleDescription),
        (widget.windowTitle, widget.setWindowTitle),
    ]
    if not isinstance(widget, KeyButton):
        pairs.append((widget.toolTip, widget.setToolTip))
    for read, write in pairs:
        if words := read():
            write(tr(words))


def _see_to_line(widget: QWidget) -> None:
    """The line inside a list or a number: neither the name nor the sheet's padding reaches into it."""
    if isinstance(widget, QComboBox) and widget.isEditable():
        let_type(widget)
    elif isinstance(widget, QSpinBox) and (line := widget.findChild(QLineEdit)) is not None:
        line.setAccessibleName(widget.accessibleName())
        line.setTextMargins(theme.px(8), 0, 0, 0)


def tab_order(root: QWidget, path: str) -> list[QWidget]:
    """The widgets of a form that Tab stops at, in the order of its file.

    Qt's own chain is not asked: `nextInFocusChain` makes PySide 6.11 take each widget for the child of the one before,
    and when that one goes, everything behind it counts as deleted.
    """
    tree = ElementTree.parse(program_root() / "forms" / path)  # noqa: S314 - our own files
    named = [stop.text or "" for stop in tree.iter("tabstop")]
    found = [root.findChild(QWidget, name) for name in named] if named else root.findChildren(QWidget)
    return [one for one in found if one and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None]


def value_of(field: QWidget) -> Value:
    """What a field holds, as the value it stands for."""
    if isinstance(field, ValueField | FindBox):
        return field.value()
    if isinstance(field, QLineEdit):
        return field.text().strip()
    if isinstance(field, QComboBox):
        data = field.currentData()
        return field.currentText() if data is None and field.currentIndex() >= 0 else data
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.toPlainText().strip()
    if isinstance(field, QSpinBox):
        return field.value()
    return field.isChecked() if isinstance(field, QAbstractButton) else None


def put_value(field: QWidget, value: Value) -> None:
    """Show a value in a field; None empties it. A combo is set by data first, by text second."""
    if isinstance(field, ValueField | FindBox):
        field.set_value(value)
    elif isinstance(field, QLineEdit):
        field.setText("" if value is None else str(value))
    elif isinstance(field, QComboBox):
        at = field.findData(value)
        field.setCurrentIndex(at if at >= 0 else field.findText(str(value)) if value is not None else -1)
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        field.setPlainText("" if value is None else str(value))
    elif isinstance(field, QSpinBox):
        field.setValue(int(str(value or 0)))
    elif isinstance(field, QAbstractButton):
        field.setChecked(bool(value))
