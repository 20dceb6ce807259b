"""The pages of a PDF one below the other, drawn off the UI thread at the very pixels they are shown with."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from shiboken6 import isValid

from app.core.text import tr
from app.kit import paint, theme
from app.kit.pdf import POINTS, page_image, page_sizes
from app.runner.bridge import Runner

#: pixels of an inch at 100 %
INCH = 96
ZOOMS = (50, 75, 100, 125, 150, 200, 300)
GAP, EDGE = 16, 24
Sizes = tuple[tuple[float, float], ...]


class PageView(QAbstractScrollArea):
    """Shows a PDF. `zoom` 0 fits the width. PgUp and PgDn turn pages, Ctrl with +, − and 0 changes the size.

    `page_changed` carries the page at the top (from 1) and how many there are.
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(int)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runner, self.zoom = runner, 0
        self._pdf, self._sizes, self._serial = b"", Sizes(()), 0
        self._images: dict[int, tuple[float, QImage]] = {}
        self._asked: set[tuple[int, float]] = set()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self._name()

    # ------------------------------------------------------------------------------------------------ content

    def show_pdf(self, pdf: bytes) -> None:
        """Show another PDF; the place stays where it has one. Empty bytes show nothing."""
        self._serial += 1
        serial = self._serial
        if not pdf:
            self._take(b"", (), serial)
            return
        self.runner.background(lambda: page_sizes(pdf), lambda sizes: self._take(pdf, sizes, serial))

    def _take(self, pdf: bytes, sizes: Sizes, serial: int) -> None:
        if serial != self._serial or not isValid(self):
            return
        self._pdf, self._asked = pdf, set()
        if sizes != self._sizes:  # pages of the same size stand until the new ones are drawn: nothing flickers
            self._images = {}
        else:
            self._images = {page: (0.0, image) for page, (_, image) in self._images.items()}
        self._sizes = sizes
        self._arrange()
        self._moved()

    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def page(self) -> int:
        """The page that fills most of the upper half, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        tops = self._tops()
        return max((n for n, top in enumerate(tops) if top <= middle), default=0)

    def go_to(self, page: int) -> None:
        """Put the top of a page at the top."""
        if self._sizes:
            top = self._tops()[min(max(page, 0), self.pages() - 1)]
            self.verticalScrollBar().setValue(top - theme.px(GAP) // 2)

    # ------------------------------------------------------------------------------------------------ measures

    def scale(self) -> float:
        """Pixels on screen for each point of paper."""
        if self.zoom:
            return INCH / POINTS * self.zoom / 100
        widest = max((wide for wide, _ in self._sizes), default=612.0)
        return max(0.2, (self.viewport().width() - 2 * theme.px(EDGE)) / widest)

    def set_zoom(self, zoom: int) -> None:
        """Per cent of the real size, or 0 to fit the width; the page in view stays."""
        page = self.page()
        self.zoom = zoom
        self._arrange()
        self.go_to(page)
        self.zoom_changed.emit(zoom)
        self.viewport().update()

    def step_zoom(self, step: int) -> None:
        """The next larger or smaller size."""
        now = self.scale() / (INCH / POINTS) * 100
        larger = [one for one in ZOOMS if one > now + 1]
        smaller = [one for one in ZOOMS if one < now - 1]
        if step > 0 and larger:
            self.set_zoom(larger[0])
        elif step < 0 and smaller:
            self.set_zoom(smaller[-1])

    def _tops(self) -> list[int]:
        """Where each page begins, in pixels from the top of all."""
        scale, gap = self.scale(), theme.px(GAP)
        return list(accumulate((round(high * scale) + gap for _, high in self._sizes[:-1]), initial=gap))

    def _arrange(self) -> None:
        scale = self.scale()
        wide = round(max((size[0] for size in self._sizes), default=0) * scale) + 2 * theme.px(EDGE)
        last = round(self._sizes[-1][1] * scale) if self._sizes else 0
        high = (self._tops()[-1] if self._sizes else 0) + last + theme.px(GAP)
        room = self.viewport().size()
        for bar, all_of, seen in (
            (self.verticalScrollBar(), high, room.height()),
            (self.horizontalScrollBar(), wide if self.zoom else 0, room.width()),
        ):
            bar.setRange(0, max(0, all_of - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(theme.px(40))
        self.viewport().update()

    def _place(self, page: int, top: int) -> QRect:
        """Where a page stands in the viewport."""
        scale, (wide, high) = self.scale(), self._sizes[page]
        size = QSize(round(wide * scale), round(high * scale))
        bar = self.horizontalScrollBar()
        left = (self.viewport().width() - size.width()) // 2 if not bar.maximum() else theme.px(EDGE) - bar.value()
        return QRect(left, top - self.verticalScrollBar().value(), size.width(), size.height())

    # ------------------------------------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = set()
        for page, top in enumerate(self._tops() if self._sizes else ()):
            place = self._place(page, top)
            if place.intersects(self.viewport().rect().adjusted(0, -place.height(), 0, place.height())):
                seen.add(page)
                self._paint_page(painter, page, place)
        self._images = {page: held for page, held in self._images.items() if page in seen}

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        dots = self.scale() * self.devicePixelRatioF()
        drawn, image = self._images.get(page, (-1.0, None))
        if drawn != dots:
            self._draw(page, dots)
            drawn, image = self._images.get(page, (-1.0, None))
        painter.fillRect(place, Qt.GlobalColor.white)
        if image is not None and drawn == dots:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(place.topLeft(), image)  # pixel for pixel
        elif image is not None:
            painter.drawImage(place, image)
        paint.box(painter, QRectF(place).adjusted(-1, -1, 1, 1), 0, None, "line")

    def _draw(self, page: int, dots: float) -> None:
        """Have a page drawn, once for each size."""
        if (page, dots) in self._asked:
            return
        self._asked.add((page, dots))
        pdf, serial = self._pdf, self._serial
        self.runner.background(
            lambda: page_image(pdf, page, dots), lambda image: self._drawn(page, dots, serial, image)
        )

    def _drawn(self, page: int, dots: float, serial: int, image: QImage) -> None:
        if serial == self._serial and isValid(self):
            self._asked.discard((page, dots))
            self._images[page] = (dots, image)
            self.viewport().update()

    # ------------------------------------------------------------------------------------------------ moving

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _moved(self) -> None:
        self._name()
        self.page_changed.emit(self.page() + 1 if self._sizes else 0, self.pages())

    def _name(self) -> None:
        number = min(self.page() + 1, self.pages())
        self.setAccessibleName(tr("Preview, page {number} of {all}", number=number, all=self.pages()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        page = self.page()
        self._arrange()
        if not self.zoom and self._sizes and event.oldSize().width() != event.size().width():
            self.go_to(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.pages() - 1}.get(Qt.Key(event.key()))
        if turn is not None and not event.modifiers():
            self._turn(turn)
        elif ends is not None:
            self.go_to(ends)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._zoom_key(Qt.Key(event.key())):
            pass
        else:
            super().keyPressEvent(event)

    def _turn(self, step: int) -> None:
        """To the next page; going back stops at the top of the page in view first."""
        at, now = self.page(), self.verticalScrollBar().value()
        top = self._tops()[at] - theme.px(GAP) // 2 if self._sizes else 0
        self.go_to(at if step < 0 and now > top else at + step)

    def _zoom_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(0)
        else:
            return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)
