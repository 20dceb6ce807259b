"""What the board does where it has little room: the visit below the name, the lamps in one cell, the pane over it."""

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.ports import Place
from app.kit import paint, theme
from app.readiness.rules import Lamp, LampCode, LampState, worst
from app.visits.rules import BoardRow, BoardState
from app.visits.view.cells import needed, person_line
from app.visits.view.page import TodayPage
from app.visits.view.pane import PaneDrawer
from app.visits.view.table import BoardTable
from tests.support.clinic import Clinic
from tests.support.record import Record, record_of
from tests.visits.flow import booked, row

LAMPS = ("lamp0", "lamp1", "lamp6", "lamp7")


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    booked(desk)
    with record_of(desk) as made:
        yield made


@pytest.fixture
def page(record: Record, qtbot: QtBot, qapp: QApplication) -> TodayPage:
    theme.apply(qapp)
    made = TodayPage(record.runner, record.ports)
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    made.activateWindow()
    made.activate(Place("today"))
    assert QTest.qWaitForWindowActive(made)
    return made


def shown(table: BoardTable) -> set[str]:
    return {code for number, code in enumerate(table.codes) if not table.isColumnHidden(number)}


def narrowed(page: TodayPage, wide: int) -> set[str]:
    page.resize(wide, 800)
    for _ in range(3):
        QApplication.processEvents()
    return shown(page.table)


def test_columns_fold_one_after_the_other_and_come_back(page: TodayPage) -> None:
    whole = narrowed(page, 1400)
    assert whole == {"time", "patient", "visit", "status", "waiting", *LAMPS, "copay", "next"}
    assert page.pane.isVisible()
    assert narrowed(page, 880) == whole - {"visit"}
    assert not page.pane.isVisible()
    assert narrowed(page, 600) == {*whole, "open"} - {"visit", *LAMPS}
    assert page.table.horizontalScrollBar().maximum() > 0
    assert narrowed(page, 1400) == whole


def test_a_chosen_visit_stays_chosen_while_columns_fold(page: TodayPage) -> None:
    before = page.table.visit()
    assert before is not None
    for wide in (880, 600, 1400):
        narrowed(page, wide)
        assert page.table.visit() == before


def test_no_column_is_narrower_than_its_words(page: TodayPage) -> None:
    for wide in (1400, 880, 600):
        narrowed(page, wide)
        table = page.table
        for number, code in enumerate(table.codes):
            if not table.isColumnHidden(number):
                title = paint.width(table.board.columns[number].title, "tiny_b")
                assert table.columnWidth(number) >= max(title, needed(code)) + 16


def test_the_folded_cell_opens_the_pane_and_the_pane_goes_back(page: TodayPage) -> None:
    narrowed(page, 600)
    table = page.table
    index = table.board.index(table.currentIndex().row(), table.codes.index("open"))
    table.scrollTo(index)
    at = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    drawer = page.panel
    assert isinstance(drawer, PaneDrawer)
    assert drawer.big.hasFocus()
    assert drawer.heading.text() == "Núñez, María José"
    QTest.keyClick(drawer.big, Qt.Key.Key_F6)
    assert page.panel is None
    assert table.hasFocus()


def test_space_opens_the_pane_and_its_button_does_the_step(page: TodayPage, qtbot: QtBot) -> None:
    narrowed(page, 600)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    drawer = page.panel
    assert isinstance(drawer, PaneDrawer)
    with qtbot.waitSignal(page.model.stepped):
        drawer.big.click()
    assert page.panel is None
    assert [one.state for one in page.model.rows] == [BoardState.ARRIVED]


def test_beside_the_board_the_pane_only_takes_the_focus(page: TodayPage) -> None:
    page.to_pane()
    assert page.panel is None
    assert page.pane.big.hasFocus()
    assert [area for area, _ in page.areas()] == [page.strip, page.table, page.pane]


def test_the_second_line_says_as_much_as_fits(record: Record, desk: Clinic) -> None:
    visit = row(desk, booked(desk, time(14, 0), patient_id=2))
    whole = person_line(visit, 1000, visit=True)
    assert visit.visit_type in whole
    assert visit.practitioner in whole
    for room in range(60, 400, 10):
        line = person_line(visit, room, visit=True)
        assert "…" not in line
        assert paint.width(line, "small") <= room or line == person_line(visit, 0, visit=False)
    assert person_line(visit, 1000, visit=False) in whole


def test_what_a_cell_leaves_out_is_in_its_tooltip(page: TodayPage) -> None:
    narrowed(page, 600)
    table = page.table
    at = table.board.index(table.currentIndex().row(), table.codes.index("patient"))
    visit = table.board.row(at)
    assert isinstance(visit, BoardRow)
    assert visit.practitioner in table.unseen(at) or visit.practitioner in person_line(
        visit, table.visualRect(at).width() - theme.px(16), visit=True
    )
    cell = table.board.index(at.row(), table.codes.index("open"))
    assert "\n".join(f"{lamp.reason}" for lamp in visit.lamps if lamp and lamp.state is LampState.MISSING)
    assert cell.data(Qt.ItemDataRole.ToolTipRole)


def test_headings_keep_their_words_in_sight(page: TodayPage) -> None:
    narrowed(page, 600)
    bar = page.table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert page.table.indexAt(QPoint(5, 5)).row() == 0
    page.table.grab()


def test_the_worst_lamp_stands_for_all() -> None:
    def lamp(state: LampState) -> Lamp:
        return Lamp(LampCode.ID, state, "why")

    assert worst((None, None)) is None
    states = (LampState.MISSING, LampState.SOON, LampState.UNKNOWN, LampState.CHECKING, LampState.OK)
    for at, state in enumerate(states):
        found = worst([*(lamp(one) for one in reversed(states[at:])), None])
        assert found is not None
        assert found.state is state
