"""A card in the middle of an empty window: the first screens and the locked one. Imports nothing but the kit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import paint, theme
from app.kit.words import label

CARD_WIDTH = 420
LONGEST_SECRET = 1024


class Logo(QWidget):
    """The desk bell on the accent colour; decoration."""

    def __init__(self, size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self.width()
        paint.box(painter, QRectF(self.rect()), side * 0.2, "accent")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(side / 40, side / 40)
        painter.setPen(QPen(theme.colour("on_accent"), 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(_bell())


def _bell() -> QPainterPath:
    path = QPainterPath(QPointF(11, 26))
    path.arcTo(QRectF(11, 16, 18, 20), 180, -180)
    path.closeSubpath()
    path.moveTo(9, 30)
    path.lineTo(31, 30)
    path.moveTo(20, 15.5)
    path.lineTo(20, 12.5)
    return path


class _Card(QFrame):
    """As high as its lines need at its width: a hint alone would cut wrapped lines."""

    def sizeHint(self) -> QSize:
        column, wide = self.layout(), self.minimumWidth()
        return QSize(wide, column.totalHeightForWidth(wide)) if column is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """No: the width is fixed, and an aligned item is asked for its height at a width it does not get."""
        return False


class _Ground(QWidget):
    """What lies under the card: its shadow."""

    def __init__(self, card: QFrame) -> None:
        super().__init__()
        self._card = card

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.shadow(QPainter(self), QRectF(self._card.geometry()), theme.px(14), theme.px(18))


class CardPage(QWidget):
    """A centred card with room for `body`, a line at the lower left and one at the lower right. It scrolls when it must."""

    def __init__(self, parent: QWidget | None = None, *, width: int = CARD_WIDTH) -> None:
        super().__init__(parent)
        self.card = _Card()
        self.card.setProperty("kit", "card")
        self.card.setFixedWidth(theme.px(width))
        self.card.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.body = QVBoxLayout(self.card)
        side = theme.gap(36, 16)
        self.body.setContentsMargins(side, side, side, theme.gap(32, 16))
        self.body.setSpacing(theme.gap(6, 3))
        ground = _Ground(self.card)
        middle = QVBoxLayout(ground)
        middle.setContentsMargins(*[theme.gap(12, 4)] * 4)
        middle.addStretch(1)
        middle.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        ground.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        self.left, self.right = label("", "note", wrap=True), label("", "note", wrap=True)
        self.right.setAlignment(Qt.AlignmentFlag.AlignRight)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.gap(24, 12), 0, theme.gap(24, 12), theme.gap(20, 6))
        foot.setSpacing(theme.px(24))
        foot.addWidget(self.left, 1)
        foot.addWidget(self.right, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll, 1)
        page.addLayout(foot)

    def add_heading(self, title: str, below: str = "", *, group: str = "") -> tuple[QLabel, QLabel]:
        """The program's name with the clinic's, a big line and a quieter one below; returns the last two."""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(tr("Frontdesk"), "head"))
        if group:
            words.addWidget(label(group, "note", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(Logo(28 if theme.large() else 40))
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addSpacing(theme.gap(18, 4))
        style = "title" if theme.large() else "display"
        big, second = label(title, style, wrap=True), label(below, "second", wrap=True)
        second.setVisible(bool(below))
        self.body.addWidget(big)
        self.body.addWidget(second)
        self.body.addSpacing(theme.gap(12, 2))
        return big, second

    def add_field(self, caption: str, *, secret: bool = False) -> QLineEdit:
        """A captioned big field below the others."""
        return captioned(self.body, caption, secret=secret)


def captioned(column: QVBoxLayout, caption: str, *, secret: bool = False) -> QLineEdit:
    """Add a big field with its caption above it, which is also its name for a screen reader."""
    field = QLineEdit()
    field.setProperty("kind", "big")
    field.setMaxLength(LONGEST_SECRET + 1 if secret else 120)
    if secret:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    above = label(caption, "label")
    above.setBuddy(field)
    rename(field, above, caption)
    column.addWidget(above)
    column.addWidget(field)
    return field


def rename(field: QLineEdit, caption: QLabel, words: str) -> None:
    """Ask for something else in a field."""
    caption.setText(words)
    field.setAccessibleName(words)
