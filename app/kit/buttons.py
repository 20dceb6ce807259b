"""Buttons that show their key, and chips that filter. Painted, so that icon, words and key stand as one group."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from app.core.text import tr
from app.kit import paint, theme
from app.kit.icons import LAMPS, RINGS, draw_icon, draw_lamp, draw_ring
from app.kit.words import key_words, plain, tip

#: size -> (height, height among large texts, style of the words, room at the sides)
SIZES = {"row": (30, 28, "small_b", 12), "form": (36, 34, "strong", 16), "big": (44, 38, "head", 20)}


class KeyButton(QPushButton):
    """A button that shows its shortcut and answers to it.

    `kind`: primary, soft, plain, quiet or danger (one primary per area). `size`: row 30, form 36, big 44 px. `keys` is
    a sequence such as "Ctrl+Return", registered in this button's window; with `hint=False` it is only in the tooltip.
    The label is people's text or ours, shown as it is: '&' is no mnemonic here.
    """

    def __init__(
        self,
        label: str = "",
        parent: QWidget | None = None,
        *,
        kind: str = "plain",
        icon: str = "",
        keys: str = "",
        size: str = "form",
        hint: bool = True,
    ) -> None:
        super().__init__(parent)
        self._label, self._kind, self._icon, self._size, self._hint = label, kind, icon, size, hint
        self._keys, self._tip, self._reason = "", "", ""
        self._shortcut: QShortcut | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.notice.changed.connect(self.updateGeometry)
        self.set_label(label)
        self.set_keys(keys)

    def set_label(self, label: str) -> None:
        """Change the words; the button may grow."""
        self._label = label
        self.setText(plain(label))
        self.setAccessibleName(label)
        self._refresh()

    def take_properties(self) -> None:
        """Take label and looks from a .ui file: text, and the dynamic properties kind, glyph, keys and buttonSize."""
        self._size, tip = str(self.property("buttonSize") or self._size), self.toolTip()
        self.set_kind(str(self.property("kind") or self._kind))
        self.set_icon(str(self.property("glyph") or self._icon))
        self.set_keys(str(self.property("keys") or self._keys))
        self.set_tip(tr(tip) if tip else "")
        self.set_label(tr(self.text().replace("&", "")))

    def label(self) -> str:
        """The words on the button."""
        return self._label

    def set_kind(self, kind: str) -> None:
        """primary, soft, plain, quiet or danger. Raises KeyError for another."""
        if kind not in paint.BUTTON_KINDS:
            raise KeyError(kind)
        self._kind = kind
        self.update()

    def set_icon(self, name: str) -> None:
        """A stroke icon before the words; "" for none."""
        self._icon = name
        self._refresh()

    def set_keys(self, keys: str) -> None:
        """The shortcut that presses this button wherever its window has the focus; "" for none."""
        self._keys = keys
        if self._shortcut is not None:
            self._shortcut.deleteLater()
            self._shortcut = None
        if keys:
            self._shortcut = QShortcut(QKeySequence(keys), self)
            self._shortcut.activated.connect(self.click)
        self._refresh()

    def set_hint(self, hint: bool) -> None:
        """Whether the shortcut stands on the button, or in its tooltip alone."""
        self._hint = hint
        self._refresh()

    def set_tip(self, tip: str) -> None:
        """A sentence for the tooltip, before the shortcut."""
        self._tip = tip
        self._refresh()

    def set_unavailable(self, reason: str) -> None:
        """Switch the button off and say why in its tooltip; "" switches it on again. It stays visible."""
        self._reason = reason
        self.setEnabled(not reason)
        self.setAccessibleDescription(reason)
        self._refresh()

    def _refresh(self) -> None:
        words = self._reason or self._tip or (self._label if self._keys else "")  # the label alone stands there already
        self.setToolTip(tip(f"{words} ({key_words(self._keys)})" if self._keys and not self._reason else words))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space, also outside of dialogs."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.click()
        else:
            super().keyPressEvent(event)

    def _look(self) -> paint.ButtonLook:
        return paint.ButtonLook(
            self._label,
            self._kind,
            self._icon,
            key_words(self._keys) if self._keys and self._hint else "",
            SIZES[self._size][2],
            self.isEnabled(),
            self.underMouse(),
            self.isDown(),
        )

    def sizeHint(self) -> QSize:
        height, tight, _, side = SIZES[self._size]
        wide = round(paint.button_width(self._look())) + 2 * theme.px(side if self._label else (height - 16) / 2)
        return QSize(wide, theme.gap(height, tight))

    def minimumSizeHint(self) -> QSize:
        """Without its key and with narrower sides; the tooltip still has the key."""
        height, tight, _, side = SIZES[self._size]
        edge = min(side, 8) if self._label else (tight - 16) / 2
        wide = math.ceil(paint.button_width(self._look(), key=not self._label)) + 2 * theme.px(edge)
        return QSize(wide, theme.gap(height, tight))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.button(QPainter(self), QRectF(self.rect()), self._look())


class Chip(QAbstractButton):
    """A filter that is on or off: glyph, word, count. `glyph` is a ring, a lamp or an icon; `tone` is its colour."""

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        glyph: str = "",
        tone: str = "text2",
        count: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._label, self._glyph, self._tone, self._count = label, glyph, tone, count
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.notice.changed.connect(self.updateGeometry)
        self._name()

    def set_count(self, count: int | None) -> None:
        """The number beside the word; None for none."""
        self._count = count
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self._label if self._count is None else f"{self._label} {self._count}")

    def _number(self) -> str:
        return "" if self._count is None else str(self._count)

    def sizeHint(self) -> QSize:
        glyph = theme.px(26) if self._glyph else 0
        # Room for two figures at least: a chip does not change its width while the day goes on.
        figures = max(paint.width(self._number(), "small"), paint.width("00", "small")) + theme.px(5)
        number = figures if self._number() else 0
        return QSize(round(glyph + paint.width(self._label, "small_b") + number) + theme.px(16), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, on = QPainter(self), QRectF(self.rect()), self.isChecked()
        ground = "accent_soft" if on else "hover" if self.underMouse() else "surface"
        paint.box(painter, rect, theme.px(8), ground, "accent" if on else "line", 2 if on else 1)
        ink = "accent_text" if on else "text" if self.isEnabled() else "text3"
        x: float = self._paint_glyph(painter, ground)
        x += paint.text(painter, QRectF(x, 0, rect.width() - x, rect.height()), self._label, "small_b", ink)
        if self._number():
            room = QRectF(x, 0, rect.width() - x - theme.px(8), rect.height())
            paint.text(painter, room, self._number(), "small", ink if on else "text2", paint.RIGHT)

    def _paint_glyph(self, painter: QPainter, ground: str) -> int:
        """Draw the glyph; returns where the words begin."""
        size, x = theme.px(18), theme.px(8)
        y = (self.height() - size) // 2
        if not self._glyph:
            return x
        if self._glyph in RINGS:
            draw_ring(painter, self._glyph, x, y, size, self._tone, ground)
        elif self._glyph in LAMPS:
            draw_lamp(painter, self._glyph, x, y, size)
        else:
            draw_icon(painter, self._glyph, x, y, size, self._tone)
        return x + theme.px(24)


class LinkButton(KeyButton):
    """Bare words that do something, for the end of a line: quiet, small, still 24 px high at least."""

    def __init__(self, label: str = "", parent: QWidget | None = None, *, keys: str = "", icon: str = "") -> None:
        super().__init__(label, parent, kind="quiet", icon=icon, keys=keys, size="row", hint=False)
