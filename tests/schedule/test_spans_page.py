"""Week, several days and month by keyboard: looked at, booked in, printed, left for the day."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.ports import Place, SheetKind, SheetWish
from app.kit import picture, theme
from app.schedule.actions import AddBlock, add_block
from app.schedule.queries import day
from app.schedule.view.beside import SpanCanvas
from app.schedule.view.month import MonthView
from app.schedule.view.spans import View
from app.schedule.viewmodel.month import month_later
from tests.schedule.conftest import Window
from tests.schedule.visits import booked
from tests.support.clinic import ANYONE

Key, Ctrl, Alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MONDAY = date(2026, 3, 9)


def switch(window: Window, view: View) -> None:
    window.press(Qt.Key(Key.Key_0.value + int(view.value)), held=Ctrl | Alt)
    assert window.page.spans.view is view


def heads(window: Window) -> list[str]:
    return [head.title for head in window.page.spans.model.heads]


def test_the_week_of_a_practitioner_is_read_booked_and_printed_by_keyboard(going: Window) -> None:
    """The story: look at Dr. Lee's week, book in it, print it."""
    booked(going.clinic, time(9), patient_id=2, day=MONDAY + timedelta(days=2), practitioner_id=2)
    switch(going, View.WEEK)
    spans = going.page.spans
    assert isinstance(QApplication.focusWidget(), SpanCanvas)
    assert heads(going) == ["Mon, Mar 9", "Tue, Mar 10", "Wed, Mar 11", "Thu, Mar 12", "Fri, Mar 13"]
    assert {column.day.who.family for column in spans.model.board.columns} == {"Lee"}
    assert spans.model.day() == going.clinic.day
    going.press(Key.Key_Right)
    assert "Wed, Mar 11" in spans.canvas.accessibleDescription()
    going.press(Key.Key_Home, Key.Key_Return)
    assert going.page.booking.person.box.hasFocus()
    going.type("nunez")
    going.press(Key.Key_Return)
    assert going.page.booking.form.day.value() == MONDAY + timedelta(days=2)
    going.press(Key.Key_Return, held=Ctrl)
    made = [
        (row.start, row.practitioner) for row in going.clinic.executor.fetch(day, ANYONE, 1, MONDAY + timedelta(days=2))
    ]
    assert made == [(time(8), "Lee"), (time(9), "Lee")]
    assert spans.view is View.WEEK
    box = spans.model.selected()
    assert box is not None
    assert box.visit.patient == "Núñez, María José"
    wished: list[SheetWish] = []
    going.page.ports.show_sheet = wished.append
    going.press(Key.Key_P, held=Ctrl)
    spans.sheets.actions()[0].trigger()
    spans.sheets.close()
    assert wished == [SheetWish(SheetKind.WEEK, 1, MONDAY, 7, (2,))]


def test_the_next_free_time_is_that_of_the_week_that_is_shown(going: Window) -> None:
    switch(going, View.WEEK)
    going.press(Key.Key_Home)
    before, hidden = going.page.spans.model.cursor, going.page.model.cursor
    going.press(Key.Key_F, held=Ctrl)
    assert going.page.spans.model.cursor.minute > before.minute
    assert going.page.model.cursor == hidden


def test_a_visit_is_opened_and_the_day_shown(going: Window) -> None:
    visit = booked(going.clinic, time(11), patient_id=1, day=going.clinic.day, practitioner_id=2).appointment_id
    switch(going, View.WEEK)
    going.page.spans.booked(visit)
    going.press(Key.Key_Return)
    assert going.went[-1] == Place("today", 1, visit, going.clinic.day)
    going.press(Key.Key_Right)
    going.press(Key.Key_Return, held=Ctrl)
    assert going.page.spans.view is View.DAY
    assert going.page.tools.isVisible()
    assert going.page.model.day == going.clinic.day + timedelta(days=1)
    assert going.page.canvas.isVisible()


def test_weeks_are_turned_and_another_practitioner_chosen(going: Window) -> None:
    switch(going, View.WEEK)
    spans = going.page.spans
    going.press(Key.Key_PageDown)
    assert (spans.model.first, spans.model.day()) == (MONDAY + timedelta(days=7), going.clinic.day + timedelta(days=7))
    going.press(Key.Key_PageUp, Key.Key_PageUp)
    assert spans.model.first == MONDAY - timedelta(days=7)
    assert [spans.people.itemText(at) for at in range(spans.people.count())] == ["Min Lee, PT", "Thomas Okafor, PT"]
    spans.people.setCurrentIndex(1)
    spans.people.activated.emit(1)
    assert {column.day.who.family for column in spans.model.board.columns} == {"Okafor"}
    assert spans.canvas.hasFocus()
    going.press(Key.Key_Right, held=Ctrl)
    assert spans.people.currentText() == "Min Lee, PT"
    assert {column.day.who.family for column in spans.model.board.columns} == {"Lee"}
    assert going.said[-1] == "Week of Lee"


def test_several_days_of_some(going: Window) -> None:
    switch(going, View.DAYS)
    spans = going.page.spans
    assert [(head.title, head.beside) for head in spans.model.heads[:3]] == [
        ("Lee", "Tue 10"), ("Okafor", "Tue 10"), ("Lee", "Wed 11"),
    ]  # fmt: skip
    spans.whom.click()
    spans.choice.actions()[2].trigger()
    spans.choice.close()
    assert heads(going) == ["Okafor"] * 3
    assert spans.whom.label() == "Okafor"
    spans.count.setCurrentIndex(spans.count.findData(2))
    spans.count.activated.emit(0)
    assert heads(going) == ["Okafor"] * 2
    going.press(Key.Key_PageDown)
    assert spans.model.first == going.clinic.day + timedelta(days=2)


def test_a_change_at_another_desk_keeps_the_cursor(going: Window) -> None:
    visit = booked(going.clinic, time(11), patient_id=1, day=going.clinic.day, practitioner_id=2).appointment_id
    switch(going, View.WEEK)
    spans = going.page.spans
    spans.booked(visit)
    booked(going.clinic, time(14), patient_id=2, day=going.clinic.day, practitioner_id=2)
    assert len(spans.model.board.columns[1].boxes) == 2
    box = spans.model.selected()
    assert box is not None
    assert box.visit.id == visit


def test_a_day_off_is_a_closed_column_and_a_free_weekend_none(going: Window) -> None:
    off = AddBlock(
        location_id=1, practitioner_id=2, day=MONDAY + timedelta(days=3), start=time(0), end=time(23, 59), why="leave"
    )
    going.clinic.do(add_block, off)
    switch(going, View.WEEK)
    columns = going.page.spans.model.board.columns
    assert [bool(column.open) for column in columns] == [True, True, True, False, True]
    assert all(one.span.start >= 8 * 60 and one.span.end <= 17 * 60 for column in columns for one in column.closed)


def test_the_month_is_walked_and_leads_to_the_day(going: Window) -> None:
    booked(going.clinic, time(11), patient_id=1, day=going.clinic.day)
    shut = AddBlock(location_id=1, day=date(2026, 3, 31), start=time(0), end=time(23, 59), why="Cesar Chavez Day")
    going.clinic.do(add_block, shut)
    switch(going, View.MONTH)
    spans = going.page.spans
    assert isinstance(QApplication.focusWidget(), MonthView)
    assert spans.title.text() == "March 2026"
    assert "full, visits: 1" in spans.month.accessibleDescription()
    going.press(Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert spans.months.day == date(2026, 3, 31)
    assert "Cesar Chavez Day" in spans.month.accessibleDescription()
    going.press(Key.Key_Right)
    assert (spans.months.day, spans.title.text()) == (date(2026, 4, 1), "April 2026")
    going.press(Key.Key_PageUp, Key.Key_Home)
    assert spans.months.day == date(2026, 2, 23)
    going.press(Key.Key_PageDown, Key.Key_Return)
    assert (spans.view, going.page.model.day) == (View.DAY, date(2026, 3, 23))


@pytest.mark.parametrize(
    ("day_of", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_months_of_other_lengths(day_of: date, months: int, then: date) -> None:
    assert month_later(day_of, months) == then


def test_a_place_with_a_visit_or_a_task_leads_to_the_day(going: Window) -> None:
    switch(going, View.MONTH)
    going.page.activate(Place("schedule", patient_id=1, task="book"))
    assert going.page.spans.view is View.DAY
    assert going.page.booking.isVisible()


def test_the_keys_of_the_views_stay_with_who_types(going: Window) -> None:
    """Ctrl and Alt write signs on many keyboards."""
    going.page.activate(Place("schedule", patient_id=1, task="book"))
    going.press(Key.Key_4, held=Ctrl | Alt)
    assert going.page.spans.view is View.DAY


def test_days_on_which_nobody_works_say_so(going: Window) -> None:
    switch(going, View.DAYS)
    spans = going.page.spans
    spans.count.setCurrentIndex(0)
    spans.count.activated.emit(0)
    going.page.ports.go(Place("schedule", day=MONDAY + timedelta(days=5)))
    assert spans.summary.text() == "Nobody works on these days."
    assert spans.model.words() == ""
    going.press(Key.Key_Return, Key.Key_Right, Key.Key_Home)
    assert not going.page.drawer.isVisible()


@pytest.mark.parametrize("view", [View.DAYS, View.WEEK, View.MONTH])
@pytest.mark.parametrize(("name", "scale"), [("light", 1.0), ("dark", 2.0), ("contrast", 1.5)])
def test_every_view_is_painted(going: Window, qapp: QApplication, view: View, name: str, scale: float) -> None:
    booked(going.clinic, time(11), patient_id=1, day=going.clinic.day)
    switch(going, view)
    theme.apply(qapp, name, scale)
    assert picture.ink(picture.grab(going.page)) > 1
    theme.apply(qapp)
