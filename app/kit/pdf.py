"""Pages of a PDF as pictures, for the preview and for printers that take only pictures.

PDFium knows one thread at a time, so everything here waits in one line. All of it takes time: call it on a worker.
"""

from __future__ import annotations

from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

#: points of an inch
POINTS = 72
#: no page is drawn with more pixels than this; a preview at 200 % of a large screen stays far below
MOST_PIXELS = 60_000_000

_line = Lock()


def page_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in points. Raises ValueError for what is not a PDF."""
    with _line, _opened(data) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def page_image(data: bytes, page: int, scale: float) -> QImage:
    """One page (from 0) on white, `scale` pixels for each point. Raises ValueError for too many pixels, or no PDF."""
    with _line, _opened(data) as document:
        wide, high = document.get_page_size(page)
        if wide * high * scale * scale > MOST_PIXELS:
            raise ValueError("a page of so many pixels is not drawn")
        bitmap = document[page].render(scale=scale, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        bitmap.close()
        return image


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as why:
        raise ValueError("this is not a PDF") from why
