"""Buttons, chips, search, drawer, banner: by key, by mouse, and to the ear."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.kit import focus
from app.kit.buttons import Chip, KeyButton
from app.kit.drawer import Drawer
from app.kit.fields import SearchBox
from app.kit.panels import Banner, EmptyState, Toast
from app.kit.words import key_words, label, plain


def put(page: QWidget, *widgets: QWidget) -> None:
    for widget in widgets:
        layout = page.layout()
        assert layout is not None
        layout.addWidget(widget)
        widget.show()


def test_a_key_presses_its_button(page: QWidget, qtbot: QtBot) -> None:
    button = KeyButton("Scan card", keys="Alt+2")
    put(page, button)
    assert button.toolTip() == "Scan card (Alt 2)"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)


def test_a_button_that_is_off_says_why(page: QWidget) -> None:
    button = KeyButton("Take card", keys="Alt+C")
    put(page, button)
    button.set_unavailable("The server is not reached.")
    assert not button.isEnabled()
    assert button.isVisible()
    assert button.toolTip() == button.accessibleDescription() == "The server is not reached."
    button.set_unavailable("")
    assert button.isEnabled()


def test_an_ampersand_in_a_name_is_no_mnemonic(page: QWidget) -> None:
    button = KeyButton("Open Bobby & Sons")
    put(page, button)
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Open Bobby & Sons"
    assert plain("A & B") == "A && B"


def test_a_wider_label_makes_a_wider_button() -> None:
    assert KeyButton("Check in").sizeHint().width() < KeyButton("Registrar la llegada").sizeHint().width()


def test_markup_in_a_label_is_shown_as_it_is() -> None:
    assert label("<b>x</b>").textFormat() == Qt.TextFormat.PlainText


def test_keys_in_words() -> None:
    assert key_words("Ctrl+Return") == "Ctrl Enter"
    assert key_words("Alt+1") == "Alt 1"


def test_a_chip_is_toggled_by_space_and_keeps_its_width(page: QWidget) -> None:
    chip = Chip("Late", glyph="clock", tone="warn", count=1)
    put(page, chip)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    wide = chip.sizeHint().width()
    chip.set_count(12)
    assert chip.sizeHint().width() == wide
    assert chip.accessibleName() == "Late 12"
    assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name) == "Late 12"


def test_every_key_is_searched_for_at_once(page: QWidget) -> None:
    box = SearchBox(hint="Find a patient", keys="Ctrl+K")
    put(page, box)
    said: list[str] = []
    box.searched.connect(said.append)
    QTest.keyClicks(box, "smi")
    assert said == ["s", "sm", "smi"]
    box.clear()
    assert said[3:] == [""]
    box.setText("jo")
    box.clear_quietly()
    assert said[4:] == ["jo"]


def test_search_keys(page: QWidget, qtbot: QtBot) -> None:
    box, other = SearchBox(keys="Ctrl+K"), QLineEdit()
    put(page, box, other)
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is box
    with qtbot.waitSignal(box.moved) as moved:
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert moved.args == [1]
    box.setText("smith")
    with qtbot.waitSignal(box.chosen) as chosen:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args == ["smith"]
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def open_drawer(page: QWidget) -> tuple[Drawer, QLineEdit, QLineEdit, QLineEdit]:
    outside, one, two = QLineEdit(), QLineEdit(), QLineEdit()
    put(page, outside)
    outside.setFocus()
    drawer, content = Drawer(page, "Check in", "12/04/1989"), QWidget()
    column = QVBoxLayout(content)
    column.addWidget(one)
    column.addWidget(two)
    drawer.set_content(content)
    drawer.open()
    return drawer, outside, one, two


@pytest.mark.peer("AX-11")
def test_the_drawer_takes_and_gives_back_the_focus(page: QWidget, qtbot: QtBot) -> None:
    drawer, outside, one, _ = open_drawer(page)
    assert QApplication.focusWidget() is one
    assert drawer.panel.width() == 604
    with qtbot.waitSignal(drawer.closed):
        QTest.keyClick(one, Qt.Key.Key_Escape)
    assert drawer.isHidden()
    assert QApplication.focusWidget() is outside


def test_a_drawer_closes_although_what_had_the_focus_is_gone(page: QWidget) -> None:
    drawer, outside, _, _ = open_drawer(page)
    delete(outside)  # a list behind the drawer was read again meanwhile
    drawer.close_drawer()
    assert drawer.isHidden()


def test_tab_stays_in_the_drawer(page: QWidget) -> None:
    drawer, outside, _, _ = open_drawer(page)
    seen = set()
    for _ in range(6):
        now = QApplication.focusWidget()
        assert now is not None
        seen.add(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert outside not in seen
    assert len(seen) == 3
    assert all(drawer.isAncestorOf(widget) for widget in seen)


def test_a_guard_keeps_the_drawer_open(page: QWidget) -> None:
    drawer, _, one, _ = open_drawer(page)
    drawer.guard = lambda: False
    QTest.keyClick(one, Qt.Key.Key_Escape)
    assert drawer.isVisible()
    drawer.guard = None
    QTest.mouseClick(drawer, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert drawer.isHidden()


def test_keys_in_the_drawer_win_over_those_behind(page: QWidget) -> None:
    behind, inside = KeyButton("Behind", keys="Ctrl+Return"), KeyButton("Inside", keys="Ctrl+Return")
    pressed: list[str] = []
    behind.clicked.connect(lambda: pressed.append("behind"))
    inside.clicked.connect(lambda: pressed.append("inside"))
    put(page, behind)
    drawer = Drawer(page, "Check in")
    drawer.footer.addWidget(inside)
    drawer.open()
    QTest.keyClick(inside, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    drawer.close_drawer()
    QTest.keyClick(behind, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["inside", "behind"]


def test_a_drawer_is_as_wide_as_a_narrow_window(page: QWidget) -> None:
    drawer, *_ = open_drawer(page)
    page.setMinimumSize(0, 0)
    page.resize(400, 500)
    assert drawer.panel.width() == page.width()


def test_banner_and_empty_state_speak(page: QWidget, qtbot: QtBot) -> None:
    banner, empty = Banner(), EmptyState("today", "No visits.", "Go there")
    put(page, banner, empty)
    banner.say("Downtime", "since 10:31 AM.", tone="down", icon="unplug", action="Try again")
    assert banner.accessibleName() == "Downtime since 10:31 AM."
    assert banner.minimumSizeHint().height() == 48
    with qtbot.waitSignal(banner.pressed):
        banner.button.click()
    with qtbot.waitSignal(empty.pressed):
        empty.button.click()
    empty.say("Nobody is late.")
    assert empty.button.isHidden()


def test_a_toast_offers_its_deed_once(page: QWidget) -> None:
    done: list[int] = []
    toast = Toast(page)
    toast.say("Checked in Ibarra, Luz", "Undo", lambda: done.append(1))
    assert toast.isVisible()
    toast.button.click()
    toast.button.click()
    assert done == [1]
    assert toast.isHidden()


def test_a_ring_follows_the_focus_and_dies_with_its_button(page: QWidget, qapp: QApplication) -> None:
    rings = focus.install(qapp)
    one, two = KeyButton("One"), KeyButton("Two")
    put(page, one, two)
    one.setFocus()
    ring = page.findChild(focus.FocusRing)
    assert isinstance(ring, focus.FocusRing)
    assert ring.geometry() == one.geometry().adjusted(-4, -4, 4, 4)
    two.setFocus()
    two.deleteLater()
    QTest.qWait(0)
    assert [r for r in page.findChildren(focus.FocusRing) if r.isVisible()] == []
    rings.deleteLater()


def test_a_drawer_that_is_opened_again_shows_its_beginning(page: QWidget) -> None:
    drawer, content = Drawer(page, "Walk-in"), QWidget()
    content.setMinimumHeight(4000)
    drawer.set_content(content)
    drawer.open()
    scroll = drawer.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    QApplication.processEvents()
    scroll.verticalScrollBar().setValue(900)
    assert scroll.verticalScrollBar().value() == 900
    drawer.close_drawer()
    drawer.open()
    assert scroll.verticalScrollBar().value() == 0
