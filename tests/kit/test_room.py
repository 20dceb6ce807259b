"""What gives way where there is little room: keys of buttons, hints, columns, lists, forms; and what never does."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.kit import focus, paint, theme
from app.kit.buttons import Chip, KeyButton
from app.kit.fields import SearchBox
from app.kit.lists import LINE, as_lines
from app.kit.panels import Banner, Toast
from app.kit.reflow import Reflow
from app.kit.rows import Column, RowTableModel
from app.kit.side import SidePicker
from app.kit.strip import Strip
from app.kit.table import LEAST, RowTable

LONG = "Everything is saved here and sent as soon as the server answers again; nothing has to be typed twice. " * 2


@pytest.fixture
def window(page: QWidget) -> QWidget:
    page.resize(600, 400)
    return page


def put(window: QWidget, *parts: QWidget) -> None:
    column = window.layout()
    assert isinstance(column, QVBoxLayout)
    for part in parts:
        column.addWidget(part)
        part.show()
    settle()


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


# ----------------------------------------------------------------------------------------------- buttons and words


def test_a_button_gives_its_key_away_before_its_words(qtbot: QtBot) -> None:
    button = KeyButton("Check in and take $25.00", keys="Ctrl+Return")
    qtbot.addWidget(button)
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    words = paint.width("Check in and take $25.00", "strong")
    assert button.minimumSizeHint().width() > words
    assert "Ctrl Enter" in button.toolTip()


def test_a_search_box_says_less_where_it_is_small(window: QWidget) -> None:
    box = SearchBox(hint="Find a patient: name, birth date, phone, MRN", keys="Ctrl+K")
    put(window, box)
    assert box.placeholderText() == "Find a patient: name, birth date, phone, MRN"
    box.setFixedWidth(210)
    settle()
    assert box.placeholderText() == "Find a patient"
    assert box.accessibleName() == "Find a patient: name, birth date, phone, MRN"


def test_a_bar_grows_with_its_sentence(window: QWidget) -> None:
    banner, below = Banner(), QLabel("below")
    put(window, banner, below)
    banner.say("Downtime", "Looking up still works.", tone="down", action="Try again")
    settle()
    low = banner.height()
    banner.say("Downtime", LONG, tone="down", action="Try again")
    settle()
    assert low == theme.px(48)
    assert banner.height() > low
    assert banner.height() <= 5 * paint.metrics("body").lineSpacing() + theme.px(12) + 1
    assert below.y() > banner.geometry().bottom()
    assert banner.rect().contains(banner.button.geometry())


def test_a_note_stays_inside_its_page(window: QWidget) -> None:
    toast = Toast(window)
    toast.say("Short.", "Undo", lambda: None)
    low = toast.height()
    toast.say(LONG, "Undo", lambda: None)
    settle()
    assert toast.height() > low
    assert window.rect().contains(toast.geometry())


# ------------------------------------------------------------------------------------------------- strips and lists


def test_a_strip_scrolls_by_wheel_arrow_and_focus(window: QWidget, qapp: QApplication) -> None:
    rings = focus.install(qapp)
    strip = Strip()
    chips = [Chip(f"Chip number {number}", count=number) for number in range(12)]
    for chip in chips:
        strip.line.addWidget(chip)
    put(window, strip)
    assert strip.after.isVisible()
    assert not strip.before.isVisible()
    strip.after.click()
    assert strip.horizontalScrollBar().value() > 0
    assert strip.before.isVisible()
    chips[-1].setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    seen = chips[-1].mapTo(strip, chips[-1].rect().center()).x()
    assert 0 < seen < strip.width()
    assert not strip.after.isVisible()
    window.resize(4000, 400)
    settle()
    assert not strip.before.isVisible()
    rings.deleteLater()


def test_lines_of_a_list_do_not_overlap(window: QWidget) -> None:
    made = QListWidget()
    made.addItems(["Did not call", "Forgot", "No ride"])
    as_lines(made, 3)
    put(window, made)
    tops = [made.visualItemRect(made.item(number)).top() for number in range(3)]
    assert [b - a for a, b in pairwise(tops)] == [theme.px(LINE)] * 2
    assert made.height() >= 3 * theme.px(LINE)


def picked(qtbot: QtBot) -> tuple[QWidget, RowTable, SidePicker]:
    table, model = RowTable(), RowTableModel([Column("List", str)], lambda one: one)
    table.set_rows_model(model)
    table.setAccessibleName("Lists")
    model.set_rows(["Missing documents", "Open visits"])
    picker = SidePicker(table, lambda one: f"{one} · 2")
    page = QWidget()
    row = QHBoxLayout(page)
    row.addWidget(table)
    row.addWidget(picker)
    qtbot.addWidget(page)
    page.resize(1000, 300)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    return page, table, picker


def test_a_list_at_the_side_becomes_a_box(qtbot: QtBot) -> None:
    page, table, picker = picked(qtbot)
    assert not picker.fold(page)
    table.selectRow(1)
    table.setFocus()
    page.resize(400, 300)
    assert picker.fold(page)
    assert (table.isVisible(), picker.isVisible()) == (False, True)
    assert picker.currentText() == "Open visits · 2"
    assert picker.hasFocus()
    picker.activated.emit(0)
    assert table.currentIndex().row() == 0


# ----------------------------------------------------------------------------------------------------------- tables


def wide_table(qtbot: QtBot) -> tuple[RowTable, RowTableModel[int]]:
    columns = [
        Column("Time", lambda n: f"{n}:00", width=66),
        Column("Patient", lambda n: f"Featherstonehaugh, Bartholomew {n}", name=True),
        *[Column(f"Column {c}", lambda n, c=c: f"cell {n} {c}", width=200) for c in range(4)],  # type: ignore[misc]
    ]
    table, model = RowTable(), RowTableModel[int](columns, lambda n: n)
    table.sticky = 2
    table.set_rows_model(model)
    model.set_rows(range(20))
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    return table, model


def test_sticky_columns_stay_and_answer(qtbot: QtBot) -> None:
    table, model = wide_table(qtbot)
    bar = table.horizontalScrollBar()
    still = [table.visualRect(model.index(3, number)) for number in (0, 1)]
    bar.setValue(bar.maximum())
    assert table.is_aside()
    assert [table.visualRect(model.index(3, number)) for number in (0, 1)] == still
    assert table.indexAt(still[1].center()) == model.index(3, 1)
    beside = QPoint(table.sticky_width() + 5, still[0].center().y())
    assert table.indexAt(beside).column() > 1
    table.grab()


def test_rows_do_not_move_sideways_and_columns_come_out_from_under(qtbot: QtBot) -> None:
    table, model = wide_table(qtbot)
    bar = table.horizontalScrollBar()
    table.setCurrentIndex(model.index(0, 1))
    bar.setValue(200)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert bar.value() == 200
    bar.setValue(bar.maximum())
    table.scrollTo(model.index(0, 2))
    assert table.columnViewportPosition(2) >= table.sticky_width()


def test_columns_hold_what_stands_in_them_or_scroll(qtbot: QtBot) -> None:
    words = "Card $15.00, Cash $10.00, Check 1047"
    columns = [Column("Paid by", lambda _n: words), Column("Name", lambda _n: "A name that is rather long", name=True)]
    table, model = RowTable(), RowTableModel[int](columns, lambda n: n)
    table.set_rows_model(model)
    model.set_rows(range(3))
    qtbot.addWidget(table)
    table.resize(200, 200)
    table.show()
    assert table.columnWidth(0) >= paint.width(words)
    assert table.columnWidth(1) == theme.px(LEAST)
    assert table.unseen(model.index(0, 0)) == ""
    assert table.unseen(model.index(0, 1)) == "A name that is rather long"
    table.resize(1200, 200)
    assert table.unseen(model.index(0, 1)) == ""


def test_a_text_without_a_second_line_takes_two() -> None:
    first, second = paint.broken("Consent to treat a minor", paint.width("Consent to treat"), "body")
    assert (first, second) == ("Consent to treat", "a minor")
    assert paint.broken("Unbreakable words", 1, "body") == ("Unbreakable", "words")


# ------------------------------------------------------------------------------------------------------------ forms


@pytest.fixture
def grid(qtbot: QtBot) -> tuple[QWidget, QGridLayout]:
    page = QWidget()
    made = QGridLayout(page)
    made.addWidget(QLabel("Who"), 0, 0)
    for number in range(3):
        made.addWidget(QLabel(f"Caption {number}"), 0, 1 + number * 4, 1, 4)
        made.addWidget(QLineEdit(f"{number}"), 1, 1 + number * 4, 1, 4)
    qtbot.addWidget(page)
    page.show()
    return page, made


def places(page: QWidget) -> list[tuple[int, int]]:
    settle()
    fields = sorted(page.findChildren(QLineEdit), key=lambda one: one.text())
    return [(one.y(), one.x()) for one in fields]


def test_a_form_stands_two_by_two_and_back(grid: tuple[QWidget, QGridLayout]) -> None:
    page, layout = grid
    flow = Reflow(layout)
    before = places(page)
    flow.fold(True)
    first, second, third = places(page)
    assert first[0] == second[0] < third[0]
    assert first[1] == third[1] < second[1]
    assert sorted(places(page)) == places(page)
    flow.fold(False)
    assert [x for _, x in places(page)] == [x for _, x in before]
    assert len({y for y, _ in places(page)}) == 1


@pytest.mark.peer("AX-13")
def test_what_has_the_focus_is_scrolled_into_sight(window: QWidget, qapp: QApplication) -> None:
    rings = focus.install(qapp)
    page, area = QWidget(), QScrollArea()
    column = QVBoxLayout(page)
    fields = [QLineEdit() for _ in range(40)]
    for field in fields:
        column.addWidget(field)
    area.setWidget(page)
    area.setWidgetResizable(True)
    put(window, area)
    fields[-1].setFocus(Qt.FocusReason.OtherFocusReason)
    settle()
    assert area.viewport().rect().contains(fields[-1].mapTo(area.viewport(), fields[-1].rect().center()))
    area.setFixedHeight(100)
    settle()
    assert area.viewport().rect().contains(fields[-1].mapTo(area.viewport(), fields[-1].rect().center()))
    rings.deleteLater()
