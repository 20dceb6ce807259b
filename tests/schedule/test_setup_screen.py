"""The clinic's set-up on the screen, by keyboard: hours under booked visits, types, rooms, holidays."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.access import Actor, Grant, Permission
from app.core.paths import program_root
from app.core.ports import Here, Place, Ports
from app.kit import theme
from app.kit.drawer import Drawer
from app.runner.bridge import Runner
from app.schedule.queries import day_plan
from app.schedule.queries.catalog import room_rows, type_rows
from app.schedule.queries.holidays import holidays_of
from app.schedule.queries.workers import worker_hours, workers
from app.schedule.rules.written import read_day
from app.schedule.view.setup import setup_parts
from app.schedule.view.setup.away import AwayCard, SkillsCard
from app.schedule.view.setup.holidays import HolidaysCard
from app.schedule.view.setup.hours import PeopleCard
from app.schedule.view.setup.rooms import RoomForm, RoomsCard
from app.schedule.view.setup.type_form import TypeForm
from app.schedule.view.setup.types import TypesCard
from app.schedule.view.setup.week import WeekCard
from app.schedule.viewmodel.setup import week_words
from tests.kit.layouts import mistakes
from tests.schedule.test_setup import week
from tests.schedule.visits import booked
from tests.support.clinic import ANYONE, ZONE, Clinic

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
W = TypeVar("W", bound=QWidget)
FRIDAY = date(2026, 3, 13)
MEMORIAL = date(2026, 5, 25)


@dataclass(slots=True)
class Screen:
    """The cards of every part in one window, and what they told the window around them."""

    clinic: Clinic
    runner: Runner
    ports: Ports
    window: QWidget
    went: list[Place] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undo: list[Callable[[], None]] = field(default_factory=list)

    def show(self, code: str) -> None:
        """Make a part's cards and let them look."""
        part = next(one for one in setup_parts(self.runner, self.ports) if one.code == code)
        column = self.window.layout()
        assert isinstance(column, QVBoxLayout)
        cards: Sequence[QWidget] = part.make()
        for card in cards:
            column.addWidget(card)
        for card in cards:
            if isinstance(card, PeopleCard | TypesCard | RoomsCard | HolidaysCard):
                card.look()
        QApplication.processEvents()

    def card(self, kind: type[W]) -> W:
        """One of the cards."""
        found = self.window.findChild(kind)
        assert found is not None
        return found

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        for key in keys:
            if QApplication.activeWindow() is None:  # without a display nobody gives the window its focus back
                self.window.activateWindow()
                QApplication.processEvents()
            QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Write over what the field holds that has the focus."""
        self.press(Key.Key_A, held=Ctrl)
        self.press(Key.Key_Delete)
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def drawer(self) -> Drawer | None:
        """The drawer that is open."""
        return next((one for one in self.window.findChildren(Drawer) if one.isVisible()), None)


@pytest.fixture
def screen(qapp: QApplication, desk: Clinic) -> Iterator[Screen]:
    """An empty window at the first location."""
    theme.apply(qapp)
    runner = Runner(desk.executor, inline=True)
    runner.actor = ANYONE
    window = QWidget()
    QVBoxLayout(window)
    made = Screen(desk, runner, Ports(here=lambda: Here(1, ZONE, desk.day, desk.day)), window)
    made.ports.go, made.ports.announce = made.went.append, made.said.append

    def undoable(words: str, undo: Callable[[], None]) -> None:
        made.said.append(words)
        made.undo.append(undo)

    made.ports.undoable = undoable
    window.resize(1000, 760)
    window.show()
    window.activateWindow()
    yield made
    window.close()
    window.deleteLater()
    runner.close()


@pytest.mark.parametrize("name", ["week", "skills", "keep", "room", "visit_type", "year"])
@pytest.mark.usefixtures("qapp")
def test_layouts_are_sound(name: str) -> None:
    assert mistakes(program_root() / "forms" / "schedule" / f"{name}.ui") == []


def friday(screen: Screen) -> list[time]:
    """When the first practitioner's Friday ends."""
    columns = screen.clinic.executor.fetch(day_plan, ANYONE, 1, FRIDAY).columns
    return [one.end for column in columns if column.who.id == 1 for one in column.open]


def test_a_friday_under_booked_visits_by_keyboard(screen: Screen) -> None:
    kept = booked(screen.clinic, time(14), day=FRIDAY)
    booked(screen.clinic, time(9), day=FRIDAY, patient_id=2)
    screen.show("hours")
    people, card = screen.card(PeopleCard), screen.card(WeekCard)
    people.table.setFocus()
    screen.press(Key.Key_Down, Key.Key_Return)  # Lee, Okafor
    assert card.name.text() == "Okafor, Thomas · PT"
    assert card.form.days[0].hasFocus()
    screen.press(*[Key.Key_Tab] * 4)
    assert card.form.days[4].hasFocus()
    screen.type("8-1")
    screen.press(Key.Key_S, held=Ctrl)
    standing, drawer = card.standing, screen.drawer()
    assert standing is not None
    assert drawer is not None
    assert standing.table.hasFocus()
    assert [(row.patient, row.day, row.start) for row in standing.model.rows] == [
        ("Núñez, María José", FRIDAY, time(14))
    ]
    screen.press(Key.Key_Escape)  # go back: nothing is changed, what was typed is still there
    assert screen.drawer() is None
    assert friday(screen) == [time(17)]
    assert card.form.days[4].text() == "8-1"
    screen.press(Key.Key_S, held=Ctrl)
    assert card.standing is not None
    screen.press(Key.Key_Return, held=Ctrl)
    assert card.standing.form.errors.names() == ["reason"]
    screen.type("school on Friday")
    screen.press(Key.Key_Return, held=Ctrl)
    assert screen.drawer() is None
    assert friday(screen) == [time(13)]
    assert screen.said == ["The hours of Okafor are set."]
    assert [row.id for row in screen.clinic.executor.fetch(day_plan, ANYONE, 1, FRIDAY).visits][
        1
    ] == kept.appointment_id
    assert [week_words(row.week) for row in card.weeks.rows] == ["Mon–Fri 8-5", "Mon–Thu 8-5 · Fri 8-1"]


def test_after_going_back_another_week_is_saved(screen: Screen) -> None:
    booked(screen.clinic, time(14), day=FRIDAY)
    screen.show("hours")
    screen.card(PeopleCard).table.selectRow(1)
    card = screen.card(WeekCard)
    card.form.days[4].setText("8-1")
    card.send()
    screen.press(Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    card.form.days[4].setText("8-4")
    card.send()
    assert friday(screen) == [time(16)]


def test_enter_on_a_visit_in_the_way_opens_it(screen: Screen) -> None:
    made = booked(screen.clinic, time(14), day=FRIDAY)
    screen.show("hours")
    screen.card(PeopleCard).table.selectRow(1)
    card = screen.card(WeekCard)
    card.form.days[4].setText("")
    card.send()
    screen.press(Key.Key_Return)
    assert screen.went == [Place("schedule", appointment_id=made.appointment_id, day=FRIDAY)]
    assert screen.drawer() is None


def test_what_cannot_be_read_stands_at_its_day(screen: Screen) -> None:
    screen.show("hours")
    card = screen.card(WeekCard)
    card.form.days[2].setText("8-12, 11-3")
    card.form.days[5].setText("soon")
    card.send()
    assert card.form.errors.names() == ["day2", "day5"]
    assert card.form.days[2].hasFocus()
    screen.type("8 a 12 y 1 a 5")
    screen.press(Key.Key_Tab)
    assert card.form.days[2].text() == "8-12, 1-5"
    assert card.form.said[2].text() == "8:00 AM–12:00 PM, 1:00 PM–5:00 PM · 8 h"
    card.form.days[5].setText("")
    card.form.valid_from.set_value(None)
    card.send()
    assert card.form.errors.names() == ["valid_from"]
    card.form.valid_from.set_value(date(2026, 3, 9))
    card.send()
    assert "That day is over." in card.form.valid_from.accessibleDescription()


def test_monday_to_friday_alike_and_weeks_that_give_way(screen: Screen) -> None:
    screen.show("hours")
    card = screen.card(WeekCard)
    card.form.valid_from.set_value(date(2026, 4, 6))
    card.form.days[0].setText("7-3")
    card.same.click()
    card.send()
    assert [week_words(row.week) for row in card.weeks.rows] == ["Mon–Fri 8-5", "Mon–Fri 7-3"]
    card.form.valid_from.set_value(date(2026, 3, 16))
    assert card.note.text() == "Takes the place of the weeks from 04/06/2026."
    card.form.valid_to.set_value(date(2026, 3, 20))
    assert card.note.text() == ""
    card.history.setFocus()
    card.history.selectRow(0)
    screen.press(Key.Key_Return)
    assert card.form.days[0].text() == "8-5"


def test_another_desk_is_seen_and_what_is_typed_stays(screen: Screen) -> None:
    screen.show("hours")
    people, card = screen.card(PeopleCard), screen.card(WeekCard)
    card.form.days[0].setText("9-3")
    other = screen.clinic.executor.fetch(workers, ANYONE, 1)[0]
    screen.card(SkillsCard).form.skills.setText("hands; Vestibular")
    screen.card(SkillsCard).send()
    assert people.rows.rows[0].skills == ("hands", "vestibular")
    assert people.rows.rows[0].version == other.version + 1
    assert card.form.days[0].text() == "9-3"
    card.send()
    assert screen.clinic.executor.fetch(worker_hours, ANYONE, 1, other.id).week_on(FRIDAY)[0] == read_day("9-3")


def test_leave_is_added_and_taken_back(screen: Screen) -> None:
    screen.show("hours")
    card = screen.card(AwayCard)
    card.add.click()
    assert card.panel is not None
    form = card.panel.form
    assert form.why.currentData() == "leave"
    form.last_day.set_value(FRIDAY)
    form.end.set_value(time(17))
    screen.press(Key.Key_Return, held=Ctrl)
    assert screen.drawer() is None
    assert len(card.rows.rows) == 1
    assert screen.said == ["Closed time on Tue, Mar 10"]
    card.open_again.click()
    assert not card.rows.rows
    assert not card.open_again.isEnabled()


def test_a_visit_type_is_changed_by_keyboard(screen: Screen) -> None:
    screen.show("types")
    card = screen.card(TypesCard)
    card.table.setFocus()
    screen.press(Key.Key_Return)
    assert card.asking is not None
    form = card.asking.form
    assert isinstance(form, TypeForm)
    assert form.name.hasFocus()
    screen.type("")
    screen.press(Key.Key_Return, held=Ctrl)
    assert form.errors.names() == ["name"]
    screen.type("Follow-up")
    form.buffer_after.setValue(5)
    form.people.setFocus()
    screen.press(Key.Key_Space)  # Lee may do it
    screen.press(Key.Key_Return, held=Ctrl)
    assert screen.drawer() is None
    row = next(one for one in screen.clinic.executor.fetch(type_rows, ANYONE) if one.code == "FU")
    assert (row.name, row.buffer_after, row.practitioner_ids) == ("Follow-up", 5, (2,))
    assert card.rows.rows[0].name == "Follow-up"


def test_what_is_booked_of_a_type_is_listed(screen: Screen) -> None:
    booked(screen.clinic, time(9))
    screen.show("types")
    card = screen.card(TypesCard)
    card.open_form(card.rows.rows[0])
    assert card.asking is not None
    form = card.asking.form
    assert isinstance(form, TypeForm)
    form.active.setChecked(False)
    card.asking.confirm.click()
    assert card.standing is not None
    assert [row.patient for row in card.standing.model.rows] == ["Núñez, María José"]
    assert not card.standing.confirm.isVisible()
    screen.press(Key.Key_Escape)


def test_a_new_type_asks_for_a_kind_of_room_that_there_is(screen: Screen) -> None:
    screen.show("rooms")
    rooms = screen.card(RoomsCard)
    assert rooms.empty.isVisible()
    rooms.add.click()
    assert rooms.asking is not None
    form = rooms.asking.form
    assert isinstance(form, RoomForm)
    rooms.asking.confirm.click()
    assert form.errors.names() == ["name"]
    form.name.setText("Room 1")
    form.kind.setEditText("private room")
    rooms.asking.confirm.click()
    assert [(one.name, one.kind) for one in screen.clinic.executor.fetch(room_rows, ANYONE, 1)] == [
        ("Room 1", "private room")
    ]
    rooms.table.setFocus()
    screen.press(Key.Key_Return)
    form = rooms.asking.form
    assert isinstance(form, RoomForm)
    form.capacity.setValue(3)
    screen.press(Key.Key_Return, held=Ctrl)
    assert rooms.rows.rows[0].capacity == 3
    screen.show("types")
    types = screen.card(TypesCard)
    types.add.click()
    assert types.asking is not None
    new = types.asking.form
    assert isinstance(new, TypeForm)
    new.set_values({"name": "Pool", "code": "pool", "room_kind": "private room", "together": 1, "colour": "teal"})
    types.asking.confirm.click()
    row = next(one for one in screen.clinic.executor.fetch(type_rows, ANYONE) if one.code == "POOL")
    assert (row.room_kind, row.together, row.colour, row.minutes) == ("private room", 1, "teal", 45)


def closed(screen: Screen) -> list[date]:
    return [one.day for one in screen.clinic.executor.fetch(holidays_of, ANYONE, 1, 2026).days if one.closed]


def test_holidays_are_ticked_closed_and_undone(screen: Screen) -> None:
    booked(screen.clinic, time(9), day=MEMORIAL)
    screen.show("holidays")
    card = screen.card(HolidaysCard)
    assert not card.close_days.isEnabled()
    at = card.rows.find(MEMORIAL)
    card.table.setFocus()
    card.table.selectRow(at)
    screen.press(Key.Key_Space)
    assert card.model.chosen == {MEMORIAL}
    screen.press(Key.Key_Down, Key.Key_Space)
    screen.press(Key.Key_S, held=Ctrl)
    assert card.standing is not None
    assert [row.day for row in card.standing.model.rows] == [MEMORIAL]
    card.standing.form.reason.setText("we move them")
    screen.press(Key.Key_Return, held=Ctrl)
    assert closed(screen) == [MEMORIAL, date(2026, 6, 19)]
    assert screen.said == ["Closed on holidays: 2."]
    screen.undo[0]()
    assert closed(screen) == []
    card.all.click()
    assert date(2026, 7, 4) not in card.model.chosen  # a Saturday: nobody works
    assert date(2026, 7, 3) in card.model.chosen
    card.form.year.setValue(2027)
    assert {row.day.year for row in card.rows.rows} == {2027}
    assert card.model.chosen == frozenset()


def test_a_closed_holiday_is_opened_again(screen: Screen) -> None:
    screen.show("holidays")
    card = screen.card(HolidaysCard)
    card.model.toggle(card.rows.rows[-1])
    card.send()
    assert len(closed(screen)) == 1
    card.table.selectRow(len(card.rows.rows) - 1)
    card.open_again.click()
    assert closed(screen) == []


def test_without_one_location_every_part_says_so(screen: Screen) -> None:
    screen.ports.here = lambda: Here(None, ZONE, screen.clinic.day, screen.clinic.day)
    for code in ("hours", "rooms", "holidays"):
        screen.show(code)
    assert "Choose one above" in screen.card(PeopleCard).empty.text()
    assert not screen.card(WeekCard).isVisible()
    assert "Choose one above" in screen.card(RoomsCard).empty.text()
    assert "Choose one above" in screen.card(HolidaysCard).note.text()


def test_who_may_not_see_patients_is_told_how_many(screen: Screen) -> None:
    booked(screen.clinic, time(14), day=FRIDAY)
    screen.runner.actor = Actor(
        2, "Sam", ("IT",), grants={Permission.SET_SCHEDULE: Grant(), Permission.OWN_SESSION: Grant()}
    )
    screen.show("hours")
    screen.card(PeopleCard).table.selectRow(1)
    card = screen.card(WeekCard)
    card.form.show_week(week(fri=()))
    card.send()
    assert card.standing is not None
    assert card.standing.model.index(0, 0).data() == "A patient"
    screen.press(Key.Key_Escape)
