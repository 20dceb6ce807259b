"""Files that a person brings: chosen or dropped, and read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.errors import ClinicError

#: bytes; what is larger is not even read (what may be stored is decided by the room that stores it)
LARGEST = 64 * 1024 * 1024


def read_file(file: Path) -> bytes:
    """A file's bytes; call it off the UI thread. Raises ClinicError for one that cannot be read or is far too large."""
    try:
        if file.stat().st_size > LARGEST:
            raise ClinicError(
                "This file is too large.", field="file", next_step="Scan it in black and white, or in parts."
            )
        return file.read_bytes()
    except OSError as problem:
        raise ClinicError(
            "This file cannot be read.", field="file", next_step="Copy it to this computer first."
        ) from problem


class FileDrop(QObject):
    """Lets files of this computer be dropped on a widget, also on its fields: `dropped` carries their paths."""

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        for field in widget.findChildren(QLineEdit):
            field.setAcceptDrops(False)  # else a file's name would be written into it
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            accept_files(event)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.dropped.emit(dropped_files(event))
        else:
            return False
        return True


def accept_files(event: QDragEnterEvent) -> None:
    """Let files of this computer be dropped."""
    if any(url.isLocalFile() for url in event.mimeData().urls()):
        event.acceptProposedAction()


def dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """The files of this computer that were dropped."""
    event.acceptProposedAction()
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
