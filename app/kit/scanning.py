"""Readers that type: a burst of keys too fast for a person is one scan, handed over whole.

A keyboard-wedge reader types a card as if somebody pressed its keys: with Enter in the middle of a licence, with Ctrl+M
for a carriage return, with a Tab behind it. Left alone, the first Enter opens the first patient of the list. `Burst`
tells such keys from a person's by the time between them; it knows neither Qt nor a clock. `ScanCatcher` feeds it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

#: milliseconds between two keys of a reader, at most; the fastest typists need more than 50 for most of theirs
GAP_MS = 30
#: so many signs one after the other, each within GAP_MS, are no person's
LEAST_SIGNS = 6
#: milliseconds of silence after which a scan is over; the window may have been busy when the keys came
QUIET_MS = 120
#: a scan that grows longer than this is thrown away: a reader gone mad, or a key stuck
MOST_SIGNS = 10_000
_ENDS = frozenset("\r\n\t\x1c\x1d\x1e\x1f")


class Fate(Enum):
    """What becomes of a key."""

    PASS = "pass"  # goes where it was going
    HOLD = "hold"  # stays here until the burst is over


@dataclass(frozen=True, slots=True)
class Ended:
    """A burst that is over: `scan` is its whole text, or "" where it was a person's; then `held` keys are given back."""

    scan: str = ""
    held: int = 0


@dataclass(slots=True)
class Burst:
    """Keys as they come, with the time of each in milliseconds from any beginning.

    The first signs of a scan pass, since they may be a person's; whoever feeds the burst takes them out of the field
    again when `is_scan` turns true. An Enter or Tab close behind a sign is held: a person's comes later.
    """

    text: str = ""
    is_scan: bool = False
    held: int = 0
    _last: int = field(default=-1_000_000)

    def key(self, text: str, at: int, *, presses: bool = False) -> Fate:
        """One key that writes `text`, pressed `at`. Keys that write nothing (Shift) are not told to a burst.

        `presses`: it goes to a button or the like, which a blank presses as well.
        """
        if not 0 <= at - self._last <= GAP_MS:
            self.text, self.is_scan, self.held = "", False, 0
        first, self._last = not self.text, at
        self.text = (self.text + text)[: MOST_SIGNS + 1]
        if len(self.text) >= LEAST_SIGNS:
            self.is_scan = True
        if self.is_scan:
            return Fate.HOLD
        if not first and (text in _ENDS or (presses and text == " ")):
            self.held += 1
            return Fate.HOLD
        return Fate.PASS

    def follows(self, at: int) -> bool:
        """Whether a key pressed `at` comes as close behind the last one as a reader's."""
        return bool(self.text) and 0 <= at - self._last <= GAP_MS

    def ended(self) -> Ended:
        """Silence: what the burst was. It begins anew."""
        scan = self.text if self.is_scan and len(self.text) <= MOST_SIGNS else ""
        told = Ended(scan, 0 if self.is_scan else self.held)
        self.text, self.is_scan, self.held = "", False, 0
        return told


@dataclass(frozen=True, slots=True)
class _Before:
    """How a widget stood when a burst began; of what is neither written nor chosen in, nothing is kept."""

    widget: QWidget
    text: str = ""
    at: int = 0
    start: int = -1
    length: int = 0

    @classmethod
    def of(cls, widget: QWidget) -> _Before:
        if isinstance(widget, QLineEdit):
            return cls(
                widget, widget.text(), widget.cursorPosition(), widget.selectionStart(), widget.selectionLength()
            )
        if isinstance(widget, QComboBox):
            return cls(widget, widget.currentText(), widget.currentIndex())
        return cls(widget)

    def restore(self) -> None:
        if isinstance(self.widget, QLineEdit):
            self.widget.setText(self.text)
            self.widget.setCursorPosition(self.at)
            if self.length:
                self.widget.setSelection(self.start, self.length)
        elif isinstance(self.widget, QComboBox):
            self.widget.setCurrentIndex(self.at)
            if self.widget.isEditable():
                self.widget.setEditText(self.text)


class ScanCatcher(QObject):
    """Catches what a reader types: `scanned` gives the whole text, the widget that had the focus stands as before.

    Keys without a time (of tests, of input methods) and keys held down are never a reader's.
    """

    scanned = Signal(str)

    def __init__(self, parent: QObject, *fields: QLineEdit) -> None:
        super().__init__(parent)
        self._burst = Burst()
        self._held: list[tuple[int, Qt.KeyboardModifier, str]] = []
        self._before: _Before | None = None
        self._roots: list[QWidget] = []
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self.finish)
        self.watch(*fields)

    @property
    def busy(self) -> bool:
        """Whether keys are held back, since they may be a scan."""
        return self._quiet.isActive()

    def watch(self, *fields: QLineEdit) -> None:
        """Catch what is scanned into these."""
        for one in fields:
            one.installEventFilter(self)

    def watch_all(self, root: QWidget) -> None:
        """Catch what is scanned while anything inside `root` has the focus, also what comes into it later."""
        app = QApplication.instance()
        if not self._roots and isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self._roots = [*filter(isValid, self._roots), root]
        self._focus_moved(None, QApplication.focusWidget())

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Only what has the focus is listened to, so that no other event of the many parts passes here."""
        if old is not None and isValid(old):
            old.removeEventFilter(self)
        if new is not None and any(isValid(root) and (root is new or root.isAncestorOf(new)) for root in self._roots):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if not event.timestamp() or event.isAutoRepeat() or not event.text():
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._burst.follows(event.timestamp()):
            event.accept()  # a reader's Ctrl+M is a carriage return, not "move"
            return True
        return event.type() == QEvent.Type.KeyPress and self._pressed(watched, event)

    def _pressed(self, widget: QWidget, event: QKeyEvent) -> bool:
        if not self._burst.follows(event.timestamp()):
            self.finish()
            self._before = _Before.of(widget)
        was_scan = self._burst.is_scan
        presses = not isinstance(widget, QLineEdit) and not (isinstance(widget, QComboBox) and widget.isEditable())
        fate = self._burst.key(event.text(), event.timestamp(), presses=presses)
        if self._burst.is_scan and not was_scan:
            self._take_out()
        if fate is Fate.HOLD:
            self._held.append((event.key(), event.modifiers(), event.text()))
            self._quiet.start()
        return fate is Fate.HOLD

    def _take_out(self) -> None:
        """The first signs of a scan went into the field before anybody knew."""
        if self._before is not None and isValid(self._before.widget):
            self._before.restore()

    def finish(self) -> None:
        """The burst is over: hand a scan over, or give a person's keys back, without a time, so that they go through."""
        self._quiet.stop()
        ended, held = self._burst.ended(), self._held
        self._held = []
        if ended.scan:
            self.scanned.emit(ended.scan)
        elif ended.held and self._before is not None and isValid(self._before.widget):
            for key, modifiers, text in held:
                QApplication.postEvent(self._before.widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
