"""The command palette (Ctrl+Shift+K): every deed with its key, and people, in one list."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.core.ports import Deed, Found, Place, SearchSource
from app.core.text import tr
from app.kit import paint, theme
from app.kit.fields import SearchBox
from app.kit.icons import STROKES, draw_icon
from app.kit.words import key_words, label
from app.shell.overlay import Overlay

Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole.UserRole
_SHORTEST_SEARCH = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One row: what it is called, a line about it, its key, and what Enter does."""

    title: str
    detail: str
    keys: str
    icon: str
    run: Callable[[], None]


def plain_key(text: str) -> str:
    """Lower case without marks above letters, so that "nunez" finds Núñez."""
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def rank(title: str, typed: str) -> int | None:
    """How well a title fits what was typed (smaller is better), or None: every typed word begins a word, or is in it."""
    text, words = plain_key(title), plain_key(typed).split()
    if not all(word in text for word in words):
        return None
    starts = text.split()
    return sum(0 if text.startswith(word) else 1 if any(s.startswith(word) for s in starts) else 2 for word in words)


def matching(deeds: Sequence[Deed], typed: str, recent: Sequence[str]) -> list[Deed]:
    """The deeds that fit, best first; without a word the recent ones first."""
    found = [(rank(deed.title, typed), deed) for deed in deeds]
    fitting = [(place, deed) for place, deed in found if place is not None]
    last = {code: number for number, code in enumerate(recent)}
    return [deed for _, deed in sorted(fitting, key=lambda one: (one[0], last.get(one[1].code, 99), one[1].title))]


class Rows(QAbstractListModel):
    """The rows that fit what is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []

    def show_items(self, items: list[Item]) -> None:
        """Put other rows in place."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (item.title, item.detail, key_words(item.keys)) if part)
        return item if role == _ITEM else None


class Paint(QStyledItemDelegate):
    """A row of 44 px: icon, title, detail, keys."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(200), theme.px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, rect = index.data(_ITEM), QRectF(QRect(option.rect))
        if not isinstance(item, Item):
            return
        if option.state & QStyle.StateFlag.State_Selected:
            paint.box(painter, rect, theme.px(6), "selected")
            paint.focus_ring(painter, rect, theme.px(6), inside=True)
        size, x = theme.px(18), rect.left() + theme.px(14)
        draw_icon(painter, item.icon, round(x), round(rect.center().y() - size / 2), size)
        right = self._keys(painter, rect, item)
        x += theme.px(32)
        room = QRectF(x, rect.top(), max(0.0, right - x), rect.height())
        x += paint.text(painter, room, paint.elided(item.title, room.width(), "strong"), "strong") + theme.px(12)
        left = QRectF(x, rect.top(), max(0.0, right - x), rect.height())
        paint.text(painter, left, paint.elided(item.detail, left.width(), "small"), "small", "text2")

    @staticmethod
    def _keys(painter: QPainter, rect: QRectF, item: Item) -> float:
        x, y = rect.right() - theme.px(12), rect.center().y() - theme.px(10)
        for key in reversed(key_words(item.keys).split() if item.keys else []):
            x -= paint.keycap_width(key)
            paint.keycap(painter, x, y, key, "text2")
            x -= theme.px(4)
        return x - theme.px(8)


class Palette(Overlay):
    """Type, choose with the arrows, Enter does it. `deeds` is asked anew each time, so it is never out of date."""

    def __init__(
        self,
        parent: QWidget,
        deeds: Callable[[], Sequence[Deed]],
        go: Callable[[Place], None],
        search: Callable[[], SearchSource | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._deeds, self._go, self._search = deeds, go, search
        self._recent: list[str] = []
        self._people: tuple[Found, ...] = ()
        self.line = SearchBox(hint=tr("Type what you want to do, or a name"))
        self.line.setProperty("kind", "big")
        self.rows, self.list = Rows(), QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(Paint(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Commands and people"))
        self.list.setUniformItemSizes(True)
        self.none = label(tr("Nothing is called that. Try another word."), "second")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.foot = label(
            tr("↑ ↓ choose · Enter does it · Esc closes · Every command of the program is in this list"), "hint"
        )
        self.foot.setWordWrap(True)
        self.foot.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        for part in (self.line, self.none):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.foot)
        self.line.searched.connect(self._typed)
        self.line.moved.connect(self._move)
        self.line.chosen.connect(lambda _text: self._take(self.list.currentIndex()))
        self.list.clicked.connect(self._take)

    def open_palette(self) -> None:
        """Show it with nothing typed: the recent deeds first."""
        self.line.clear_quietly()
        self._typed("")
        self.open_over(self.line)

    def _typed(self, text: str) -> None:
        self._people = ()
        self._fill(text)
        source = self._search()
        if source is not None and len(text.strip()) >= _SHORTEST_SEARCH:
            source.find(text, lambda found: self._answer(text, found))

    def _answer(self, text: str, found: tuple[Found, ...]) -> None:
        if self.isVisible() and text == self.line.text():
            self._people = found
            self._fill(text)

    def _fill(self, text: str) -> None:
        items = [
            Item(deed.title, "", deed.shortcut, _icon(deed.code), lambda one=deed: self._do(one))  # type: ignore[misc]
            for deed in matching(self._deeds(), text, self._recent)
        ]
        items += [
            Item(one.title, one.detail, "", one.icon, lambda place=one.place: self._go(place))  # type: ignore[misc]
            for one in self._people
        ]
        self.rows.show_items(items)
        self.none.setVisible(not items)
        if items:
            self.list.setCurrentIndex(self.rows.index(0))

    def _do(self, deed: Deed) -> None:
        self._recent = [deed.code, *(code for code in self._recent if code != deed.code)][:8]
        deed.run()

    def _move(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if self.rows.items:
            self.list.setCurrentIndex(self.rows.index(row % len(self.rows.items)))

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            item = self.rows.items[index.row()]
            self.close_over()
            item.run()


def _icon(code: str) -> str:
    """The icon of a deed's first word, where there is one of that name: "print.day-sheet" has the printer."""
    head = code.partition(".")[0]
    return head if head in STROKES else "enter"
