"""A card reader at the desk: it types like a keyboard, only faster."""

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = {"\r": Qt.Key.Key_Return, "\n": Qt.Key.Key_J, "\t": Qt.Key.Key_Tab, "\x1e": Qt.Key.Key_AsciiCircum}


def type_fast(field: QWidget, text: str, at: int, *, step: int = 8, repeat: bool = False) -> int:
    """Send keys with times in milliseconds, as a keyboard does; returns the time after the last."""
    for sign in text:
        held = Qt.KeyboardModifier.ControlModifier if sign in "\n\x1e" else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, _KEYS.get(sign, ord(sign.upper())), held, sign, repeat)
            event.setTimestamp(at)
            QApplication.sendEvent(field, event)
        at += step
    return at


def licence(family: str, given: str, born: date, expires: date = date(2030, 6, 30)) -> str:
    """The barcode of a Californian licence of 2020 (AAMVA version 10), as a reader types it."""
    elements = (
        "DAQD1234567", f"DCS{family.upper()}", "DDEN", f"DAC{given.upper()}", "DDFN", "DADNONE", "DDGN", "DCAC",
        f"DBD{expires.replace(year=expires.year - 5):%m%d%Y}", f"DBB{born:%m%d%Y}", f"DBA{expires:%m%d%Y}", "DBC2",
        "DAG1480 W MINERAL KING AVE APT 12", "DAIVISALIA", "DAJCA", "DAK932910000  ", "DCGUSA",
    )  # fmt: skip
    body = "DL" + "\n".join(elements) + "\r"
    return f"@\n\x1e\rANSI 636014100001DL0029{len(body):04}{body}"
