"""Rows of a form that repeat: added and removed by key, each a small form whose fields belong to the whole form's errors."""

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.errors import FieldErrors
from app.kit.panels import announce
from app.patients.view.forms import RowForm

T = TypeVar("T")
_numbers = count(1)


class RowForms(QObject, Generic[T]):
    """The rows of one part below each other in `place`. `changed`: one was edited, added or removed.

    `before` is the field of the form that is read after the rows. Ctrl+Delete takes the row away that has the focus.
    """

    changed = Signal()
    reordered = Signal()

    def __init__(
        self, place: QWidget, make: Callable[[FieldErrors], RowForm[T]], errors: FieldErrors, before: str, back: QWidget
    ) -> None:
        super().__init__(place)
        self.place, self._make, self._errors, self._before, self._back = place, make, errors, before, back
        self.rows: list[tuple[int, RowForm[T]]] = []
        self._column = QVBoxLayout(place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))

    def fill(self, values: Iterable[T], prepare: Callable[[RowForm[T]], None]) -> None:
        """Show other rows; `prepare` is told each new one before it is filled."""
        while self.rows:
            self._drop(0)
        for value in values:
            self._append(value, prepare)
        self.reordered.emit()

    def add(self, value: T, prepare: Callable[[RowForm[T]], None], *, focus: str) -> RowForm[T]:
        """A further row with the focus in its field `focus`."""
        form = self._append(value, prepare)
        self.reordered.emit()
        self.changed.emit()
        form.focus(focus)
        return form

    def _append(self, value: T, prepare: Callable[[RowForm[T]], None]) -> RowForm[T]:
        form, number = self._make(self._errors), next(_numbers)
        prepare(form)
        form.show(value)
        for name in form.values():
            self._errors.add(_key(number, name), getattr(form, name), before=self._before)
        form.changed.connect(self.changed)
        form.remove.clicked.connect(lambda: self.remove(form))
        key = QShortcut(QKeySequence("Ctrl+Delete"), form.root)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(lambda: self.remove(form))
        self.rows.append((number, form))
        self._column.addWidget(form.root)
        form.root.show()
        return form

    def remove(self, form: RowForm[T]) -> None:
        """Take a row away; the focus goes to the row in its place, or to what adds one."""
        at = next((at for at, (_, one) in enumerate(self.rows) if one is form), None)
        if at is None:
            return
        self._drop(at)
        after = self.rows[min(at, len(self.rows) - 1)][1].order()[0] if self.rows else self._back
        self.reordered.emit()
        self.changed.emit()
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(after, tr("Removed"))

    def _drop(self, at: int) -> None:
        number, form = self.rows.pop(at)
        for name in form.values():
            self._errors.forget(_key(number, name))
        self._column.removeWidget(form.root)
        form.root.hide()
        form.root.deleteLater()
        form.deleteLater()

    def read(self) -> tuple[T, ...]:
        """The values of all rows, in order."""
        return tuple(form.read() for _, form in self.rows)

    def written(self) -> tuple[Any, ...]:
        """What stands in the rows, readable or not, to tell whether something was typed."""
        return tuple((number, form.read()) for number, form in self.rows)

    def order(self) -> list[QWidget]:
        """The widgets that Tab stops at."""
        return [widget for _, form in self.rows for widget in form.order()]

    def key_of(self, at: int, name: str) -> str:
        """The name of a row's field among the errors; "" where there is no such row or field."""
        if at >= len(self.rows):
            return ""
        number, form = self.rows[at]
        return _key(number, name) if hasattr(form, name) else ""

    def form_of(self, widget: QWidget) -> RowForm[T] | None:
        """The row that a widget stands in."""
        return next((form for _, form in self.rows if form.root.isAncestorOf(widget)), None)


def _key(number: int, name: str) -> str:
    return f"row{number}.{name}"
