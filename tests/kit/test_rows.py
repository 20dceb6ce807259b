"""The row model: rendered once, and a reload keeps place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.kit.rows import BUSY_ROLE, ID_ROLE, ROW_ROLE, SECOND_ROLE, Column, RowTableModel, reload_keeping_selection
from app.kit.table import RowTable
from tests.kit.gallery import PEOPLE, Person, changed, people_model

Strict = QAbstractItemModelTester.FailureReportingMode.Fatal
MANY = tuple(Person(i, f"Person {i:03}", "01/01/1970", i) for i in range(200))


def shown(qtbot: QtBot, rows: tuple[Person, ...]) -> tuple[RowTable, RowTableModel[Person]]:
    table, model = RowTable(), people_model()
    qtbot.addWidget(table)
    table.set_rows_model(model)
    model.set_rows(rows)
    table.resize(500, 400)
    table.show()
    return table, model


@pytest.mark.peer("AX-03")
def test_the_model_keeps_the_rules_of_qt() -> None:
    model = people_model()
    QAbstractItemModelTester(model, Strict)
    model.set_busy(3)
    model.set_rows(PEOPLE)
    model.set_rows([changed(PEOPLE[0]), *PEOPLE[1:]])
    model.set_rows(PEOPLE[:1])
    model.sort(2)
    model.set_rows([])


def test_cells_say_what_the_columns_say() -> None:
    model = people_model()
    model.set_rows(PEOPLE)
    cell = model.index(1, 0)
    assert cell.data() == "Núñez, María José"
    assert cell.data(SECOND_ROLE) == "06/30/1971"
    assert cell.data(ID_ROLE) == 1
    assert cell.data(ROW_ROLE) is PEOPLE[1]
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Núñez, María José, 06/30/1971"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Owes"
    told = model.cell(1, 0)
    assert {role: cell.data(role) for role in told} == told
    model.set_busy(3)
    assert model.cell(1, 0) == {}


def test_each_row_is_rendered_once() -> None:
    calls: list[int] = []

    def name(person: Person) -> str:
        calls.append(person.number)
        return person.name

    model = RowTableModel([Column("Name", name)], lambda p: p.number)
    model.set_rows(PEOPLE)
    for _ in range(3):
        model.index(0, 0).data()
    assert calls == [0]


def test_a_changed_row_is_repainted_alone(qtbot: QtBot) -> None:
    model = people_model()
    model.set_rows(PEOPLE)
    model.index(2, 2).data()
    with qtbot.waitSignal(model.dataChanged) as seen:
        model.set_rows([*PEOPLE[:2], changed(PEOPLE[2]), *PEOPLE[3:]])
    assert seen.args is not None
    assert seen.args[0].row() == 2
    assert model.index(2, 2).data() == "$26.50"


def test_placeholders_stand_until_rows_come() -> None:
    model = people_model()
    model.set_busy(5)
    assert model.is_busy()
    assert model.rowCount() == 5
    assert model.index(0, 0).data(BUSY_ROLE) is True
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    model.set_rows(PEOPLE)
    assert not model.is_busy()
    assert model.rowCount() == len(PEOPLE)


def test_a_reload_keeps_selection_and_place(qtbot: QtBot) -> None:
    table, model = shown(qtbot, MANY)
    table.selectRow(120)
    table.verticalScrollBar().setValue(100 * 44 + 7)
    top = table.indexAt(QPoint(0, 0)).data(ID_ROLE)
    before = table.visualRect(table.currentIndex()).top()
    reload_keeping_selection(table, model, (Person(999, "New", "", 0), *MANY[3:]))
    assert table.currentIndex().data(ID_ROLE) == 120
    assert [i.data(ID_ROLE) for i in table.selectionModel().selectedRows()] == [120]
    assert table.indexAt(QPoint(0, 0)).data(ID_ROLE) == top
    assert table.visualRect(table.currentIndex()).top() == before


def test_a_reload_without_the_current_row_goes_on_at_its_place(qtbot: QtBot) -> None:
    table, model = shown(qtbot, MANY)
    table.selectRow(5)
    reload_keeping_selection(table, model, (*MANY[:5], *MANY[6:]))
    assert table.currentIndex().data(ID_ROLE) == 6


def test_enter_and_space_name_the_row(qtbot: QtBot) -> None:
    table, _ = shown(qtbot, PEOPLE)
    table.selectRow(2)
    with qtbot.waitSignal(table.entered_row) as entered:
        QTest.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.spaced) as spaced:
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert entered.args == spaced.args == [2]


def test_sorting_uses_the_column_key() -> None:
    model = people_model()
    model.set_rows(PEOPLE)
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert [row.owes for row in model.rows] == sorted((p.owes for p in PEOPLE), reverse=True)
    model.sort(0)
    assert model.rows[0].owes == 4000


def test_find_and_row() -> None:
    model = people_model()
    model.set_rows(PEOPLE)
    assert model.find(3) == 3
    assert model.find("nobody") == -1
    assert model.row(99) is None
    assert model.row(model.index(1, 0)) == replace(PEOPLE[1])


def test_a_squeezed_list_elides_and_never_scrolls_sideways(qtbot: QtBot) -> None:
    words = "Probablemente perdidas desde la semana pasada"
    columns: list[Column[Person]] = [
        Column(words, lambda one: one.name), Column("Cantidad", lambda _one: "12", width=40),
    ]  # fmt: skip
    table, model = RowTable(), RowTableModel(columns, lambda one: one.number)
    qtbot.addWidget(table)
    table.horizontalHeader().hide()
    table.set_rows_model(model)
    model.set_rows([Person(1, words, "01/01/1970", 1)])
    table.resize(200, 200)
    table.show()
    assert table.columnWidth(0) > table.viewport().width()
    table.squeeze()
    assert (table.columnWidth(0), table.columnWidth(1)) == (table.viewport().width() - 40, 40)
    assert table.unseen(model.index(0, 0)) == words, "the tooltip says all of it"
