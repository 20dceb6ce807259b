"""Looks at what a window shows and says, in sentences, what of it is cut, squeezed, overlapped or out of reach."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from app.kit import paint, theme
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.focus import FocusRing
from app.kit.panels import Banner, Toast
from app.kit.rows import RowTableModel
from app.kit.strip import Strip
from app.kit.table import MOST, RowTable
from app.shell.overlay import Overlay

#: pixels by which a text may miss: fonts are measured in parts of a pixel, widgets in whole ones
SLACK = 2
#: what lies over others on purpose
FLOATS = (Drawer, Overlay, FocusRing, Toast)


def misfits(root: QWidget) -> list[str]:
    """Every misfit below a window, each as one sentence."""
    shown = [one for one in [root, *root.findChildren(QWidget)] if one.isVisible() and not _covered(one, root)]
    return [sentence for one in shown for sentence in _of(one)]


def _covered(one: QWidget, root: QWidget) -> bool:
    """Whether a drawer or a card lies over it: then it is no more than a shadow."""
    over = [lying for lying in root.findChildren(QWidget) if isinstance(lying, Drawer | Overlay) and lying.isVisible()]
    return bool(over) and not any(lying is one or lying.isAncestorOf(one) for lying in over)


def _of(one: QWidget) -> Iterator[str]:
    if isinstance(one, FLOATS):
        return
    yield from _words(one)
    yield from _place(one)
    if isinstance(one, RowTable):
        yield from _cells(one)
    if one.layout() is not None:
        yield from _overlaps(one)


def _name(one: QWidget) -> str:
    words = one.text() if isinstance(one, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(one).__name__} “{words or one.accessibleName() or one.objectName()}”"


# ------------------------------------------------------------------------------------------------------------- words


def _words(one: QWidget) -> Iterator[str]:
    if isinstance(one, QLabel) and one.text():
        yield from _label(one)
    elif isinstance(one, QComboBox):
        room = one.width() - theme.px(28 + 18)
        if one.fontMetrics().horizontalAdvance(one.currentText()) > room + SLACK:
            yield f"{_name(one)} shows only a part of “{one.currentText()}”"
    elif isinstance(one, QLineEdit):
        yield from _line(one)
    elif isinstance(one, KeyButton | QCheckBox | QRadioButton | Banner):
        need = one.minimumSizeHint()
        if one.width() < need.width() or one.height() < need.height():
            yield f"{_name(one)} is {one.size().toTuple()}, needs {need.toTuple()}"


def _label(one: QLabel) -> Iterator[str]:
    metrics, text = one.fontMetrics(), one.text()
    edges = one.contentsMargins()
    wide = one.width() - edges.left() - edges.right()
    if not one.wordWrap():
        need = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
        high = metrics.height() * len(text.split("\n"))
    else:
        need = max(metrics.horizontalAdvance(word) for word in text.split()) if text.split() else 0
        high = metrics.boundingRect(QRect(0, 0, wide, 10**6), int(Qt.TextFlag.TextWordWrap), text).height()
    if need > wide + SLACK:
        yield f"{_name(one)} is {wide} wide, needs {need}"
    if high > one.height() + SLACK:
        yield f"{_name(one)} is {one.height()} high, needs {high}"


def _line(one: QLineEdit) -> Iterator[str]:
    if isinstance(one.parent(), QComboBox):
        return
    words = one.text() if one.isReadOnly() else one.placeholderText() if not one.text() else ""
    edges = one.textMargins()
    room = one.width() - edges.left() - edges.right() - theme.px(18)
    if one.fontMetrics().horizontalAdvance(words) > room + SLACK:
        yield f"{_name(one)} shows only a part of “{words}”"


# ------------------------------------------------------------------------------------------------------------- place


def _place(one: QWidget) -> Iterator[str]:
    """Inside its parent, or inside something that scrolls to it."""
    above = one.parentWidget()
    if above is None or one.isWindow():
        return
    if isinstance(above.parentWidget(), QScrollArea) and above.parentWidget().widget() is one:  # type: ignore[union-attr]
        yield from _scrolled(one, above)
        return
    if isinstance(above, QAbstractScrollArea | QStackedWidget | Strip) or isinstance(
        above.parentWidget(), QAbstractItemView
    ):
        return
    spare = above.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not spare.contains(one.geometry()) and not one.geometry().isEmpty():
        yield f"{_name(one)} stands outside of {_name(above)}: {one.geometry().getRect()} in {above.size().toTuple()}"


def _scrolled(page: QWidget, view: QWidget) -> Iterator[str]:
    area = view.parentWidget()
    if not isinstance(area, QScrollArea) or isinstance(area, Strip):
        return
    if page.width() > view.width() + SLACK:
        yield f"{_name(page)} in {_name(area.parentWidget() or area)} scrolls sideways: {page.width()} in {view.width()}"
    hidden = area.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if page.height() > view.height() + SLACK and hidden:
        yield f"{_name(page)} cannot be scrolled: {page.height()} in {view.height()}"


def _overlaps(one: QWidget) -> Iterator[str]:
    """Neighbours of one layout that lie over each other."""
    parts = [part for part in _parts(one) if part.isVisible() and not isinstance(part, FLOATS)]
    for first, second in combinations(parts, 2):
        both = first.geometry().intersected(second.geometry())
        if both.width() > SLACK and both.height() > SLACK:
            yield f"{_name(first)} and {_name(second)} lie over each other in {_name(one)}"


def _parts(one: QWidget) -> Iterator[QWidget]:
    """What a widget's layouts hold; the items themselves are not touched, PySide mistakes later widgets for them."""
    top = one.layout()
    layouts = [top, *top.findChildren(QLayout)] if top is not None else []
    for part in one.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if any(layout.indexOf(part) >= 0 for layout in layouts):
            yield part


# ------------------------------------------------------------------------------------------------------------- lists


def _cells(table: RowTable) -> Iterator[str]:
    model = table.model()
    if not isinstance(model, RowTableModel) or model.is_busy():
        return
    shown = [number for number in range(len(model.columns)) if not table.isColumnHidden(number)]
    yield from _titles(table, model, shown)
    last = table.rowAt(table.viewport().height() - 1)
    rows = range(max(table.rowAt(0), 0), (last if last >= 0 else model.rowCount() - 1) + 1)
    for row in rows:
        for number in shown:
            index = model.index(row, number)
            whole = table.unseen(index)
            if whole and not model.columns[number].name and table.columnWidth(number) < theme.px(MOST):
                yield f"{_name(table)} shows only a part of “{whole}”"


def _titles(table: RowTable, model: RowTableModel[object], shown: list[int]) -> Iterator[str]:
    head: QHeaderView = table.horizontalHeader()
    if head.isHidden():
        return
    for number in shown:
        title = model.columns[number].title
        if paint.width(title, "tiny_b") > head.sectionSize(number) - theme.px(14) + SLACK:
            yield f"{_name(table)} shows only a part of the title “{title}”"


# -------------------------------------------------------------------------------------------------------------- keys


def clashes(root: QWidget) -> list[str]:
    """Keys that two visible things answer to at the same time: then neither does."""
    owners: dict[str, list[str]] = {}
    for key in root.findChildren(QShortcut):
        owner = key.parent()
        if not isinstance(owner, QWidget) or not owner.isVisible() or not owner.isEnabled() or not key.isEnabled():
            continue
        if key.context() is Qt.ShortcutContext.WindowShortcut and owner.window() is root:
            owners.setdefault(key.key().toString(), []).append(owner.accessibleName() or type(owner).__name__)
    return [f"{keys} is the key of {' and of '.join(found)}" for keys, found in owners.items() if len(found) > 1]
