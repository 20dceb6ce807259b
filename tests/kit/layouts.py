"""What every static layout must keep: found mistakes come back as sentences."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabWidget, QWidget

from app.kit.errors import FIELDS
from app.kit.form import load_ui


def mistakes(path: Path) -> list[str]:
    """Everything that is wrong with one .ui file."""
    root = load_ui(str(path))
    root.resize(root.sizeHint())
    root.show()
    QApplication.processEvents()
    try:
        return [*_unnamed(root), *_mnemonics(root), *_order(root), *_geometry(path)]
    finally:
        root.close()


def _inputs(root: QWidget) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if isinstance(w, FIELDS) and not w.objectName().startswith("qt_")]


def _unnamed(root: QWidget) -> list[str]:
    buddies = {label.buddy() for label in root.findChildren(QLabel)}
    found = [f"{w.objectName()} has no accessible name" for w in _inputs(root) if not w.accessibleName()]
    lone = [w for w in _inputs(root) if w not in buddies and not isinstance(w, QAbstractButton)]
    return found + [f"{w.objectName()} is no label's buddy" for w in lone]


def _mnemonics(root: QWidget) -> list[str]:
    texts = [w.text() for w in root.findChildren(QLabel) if w.buddy() is not None]
    texts += [w.text() for w in root.findChildren(QAbstractButton)]
    for tabs in root.findChildren(QTabWidget):
        texts += [tabs.tabText(i) for i in range(tabs.count())]
    keys = [str(w.property("keys") or "") for w in root.findChildren(QAbstractButton)]
    texts += [f"&{key[-1]}" for key in keys if re.fullmatch(r"Alt\+[A-Z]", key)]  # a key of its own is one, too
    letters = Counter(m[1].lower() for t in texts if (m := re.search(r"&([^&])", t.replace("&&", ""))))
    return [f"Alt+{letter.upper()} is given {times} times" for letter, times in letters.items() if times > 1]


def focus_chain(root: QWidget) -> list[QWidget]:
    """The widgets that Tab really stops at, by Qt's own chain; only for widgets that live no longer than a test."""
    found, here = [], root.nextInFocusChain()
    while here is not None and here is not root:
        if root.isAncestorOf(here) and here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.focusProxy() is None:
            found.append(here)
        here = here.nextInFocusChain()
    return found


def _order(root: QWidget) -> list[str]:
    stops = [(w, QRect(w.mapTo(root, QPoint(0, 0)), w.size())) for w in focus_chain(root) if w.isVisibleTo(root)]
    stops = [(w, place) for w, place in stops if not w.objectName().startswith("qt_")]
    return [
        f"Tab goes back from {one.objectName()} to {two.objectName()}"
        for (one, a), (two, b) in pairwise(stops)
        if not (b.top() >= a.bottom() or b.left() >= a.right())
    ]


def _geometry(path: Path) -> list[str]:
    tree = ElementTree.parse(path).getroot()  # noqa: S314 - our own files
    found = []
    for widget in tree.iter("widget"):
        sizes = {p.get("name"): ElementTree.tostring(p[0]) for p in widget.findall("property") if len(p)}
        if "geometry" in sizes and widget is not tree.find("widget"):
            found.append(f"{widget.get('name')} has a fixed place")
        if sizes.get("minimumSize") is not None and sizes.get("minimumSize") == sizes.get("maximumSize"):
            found.append(f"{widget.get('name')} has a fixed size")
    return found
