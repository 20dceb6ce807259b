"""Pictures of widgets, for tests, guides and the demo: any widget, any theme, any text size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.kit import theme


def grab(widget: QWidget, size: QSize | None = None) -> QImage:
    """The widget as it is painted now, after pending layouts and deletions. It is shown if it is not yet."""
    if size is not None:
        widget.resize(size)
    widget.ensurePolished()
    widget.show()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    return widget.grab().toImage()


def save(widget: QWidget, file: Path, size: QSize | None = None) -> Path:
    """Write the widget's picture as PNG; folders are made. Raises OSError when it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not grab(widget, size).save(str(file), "PNG"):  # type: ignore[call-overload]
        raise OSError(str(file))
    return file


def save_all(
    app: QApplication,
    widget: QWidget,
    folder: Path,
    name: str,
    *,
    themes: tuple[str, ...] = ("light", "dark", "contrast"),
) -> list[Path]:
    """One picture per theme at 100 % and at 200 %, then back to what was in force."""
    before, made = theme.current(), []
    for chosen in themes:
        for scale in (1.0, 2.0):
            theme.apply(app, chosen, scale)
            made.append(save(widget, folder / f"{name}-{chosen}-{round(scale * 100)}.png"))
    theme.apply(app, before.name, before.scale, reduced_motion=before.reduced_motion)
    return made


def ink(image: QImage) -> int:
    """How many different colours a picture has, counted on a grid: 1 means that nothing was painted."""
    step = max(1, min(image.width(), image.height()) // 64)
    return len({image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)})
