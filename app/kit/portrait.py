"""Somebody's photo in a frame, or their initials where there is none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.text import tr
from app.kit import paint, theme


class Portrait(QWidget):
    """A square of `size` px at 100 %. Of a photo the middle is shown, of a tall one rather its upper part."""

    def __init__(self, size: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._initials = size, ""
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notice.changed.connect(self.updateGeometry)

    def show_person(self, name: str, initials: str, data: bytes = b"") -> None:
        """Show somebody: the photo in `data` (JPEG or PNG), or the initials where it is none."""
        self._initials = initials
        self._image = QImage.fromData(data) if data else QImage()
        self.setAccessibleName(tr("Photo of {name}", name=name) if self.has_photo else tr("No photo"))
        self.update()

    @property
    def has_photo(self) -> bool:
        """Whether a photo is shown."""
        return not self._image.isNull()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame, radius = QPainter(self), QRectF(self.rect()), theme.px(10)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self.has_photo:
            shape = QPainterPath()
            shape.addRoundedRect(frame, radius, radius)
            painter.setClipPath(shape)
            painter.drawImage(frame, self._image, self._middle())
            return
        paint.box(painter, frame, radius, "accent_soft", "accent_text" if theme.current().framed else None)
        painter.setFont(theme.font("title" if self._size >= 56 else "strong"))
        painter.setPen(theme.colour("accent_text"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._initials)

    def _middle(self) -> QRectF:
        wide, high = self._image.width(), self._image.height()
        side = min(wide, high)
        return QRectF((wide - side) / 2, (high - side) / 4, side, side)
