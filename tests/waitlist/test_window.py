"""The ladder and the entry by keyboard: who is called, what came of it, who takes the time."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from app.core.access import Permission
from app.core.ports import WorklistRow
from app.schedule.actions import BookAppointment, book
from app.schedule.tables import FreedSlot
from app.schedule.view.panels import BookingPanel, Wish
from app.visits.queries.worklists import Lists, worklist_rows
from app.waitlist.queries import holes, waiting
from app.waitlist.queries.worklists import HolesToFill, NoVisitAhead, UnderScheduled, Waiting
from app.waitlist.rules import Outcome
from app.waitlist.tables import WaitlistTry
from app.waitlist.view.entry import EntryDrawer
from app.waitlist.view.ladder import LadderDrawer
from tests.support.clinic import ANYONE
from tests.visits.flow import without
from tests.waitlist.conftest import Room
from tests.waitlist.holes import TOMORROW, booked, hole, person, visit, wait
from tests.waitlist.test_plans import care

Key, Ctrl, Alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LISTS = Lists((HolesToFill(), Waiting(), UnderScheduled(), NoVisitAhead()))


def ladder(room: Room, slot: int) -> LadderDrawer:
    """The ladder of a hole, opened as after a cancel."""
    left = room.clinic.rows(lambda s: s.get_one(FreedSlot, slot).appointment_id)
    room.desk.fill(left)
    opened = room.drawer()
    assert isinstance(opened, LadderDrawer)
    return opened


def tries(room: Room) -> list[Outcome]:
    return room.clinic.rows(lambda s: list(s.scalars(select(WaitlistTry.outcome).order_by(WaitlistTry.id))))


def test_the_first_person_stands_there_with_phone_reasons_and_words(room: Room) -> None:
    wait(room.clinic, priority=2)
    shown = ladder(room, hole(room.clinic))
    assert shown.people.hasFocus()
    assert shown.heading.text() == "Fill Wed, Mar 11"
    assert shown.reach.text() == "Joan Smith · (559) 555-0142"
    assert shown.script.text().splitlines() == [
        "Hello, this is Visalia – Main Street. May I speak with Joan Smith?",
        "A time came free with Okafor: Wednesday, March 11 at 9:00 AM, 45 minutes. Would you like it?",
    ]
    assert "Very soon" in shown.people.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_one_key_books_and_undo_takes_it_back(room: Room) -> None:
    wait(room.clinic)
    ladder(room, hole(room.clinic))
    room.press(Key.Key_Return, held=Ctrl)
    assert room.keys == 1
    assert room.said[-1] == "Filled with Smith, Joan: Wed, Mar 11, 9:00 AM"
    assert room.went[-1].day == TOMORROW
    assert room.clinic.executor.fetch(holes, ANYONE, 1) == ()
    room.undo[-1]()
    assert len(room.clinic.executor.fetch(holes, ANYONE, 1)) == 1


def test_a_later_visit_that_moves_up_opens_the_next_ladder(room: Room) -> None:
    later = booked(room.clinic, time(14), patient_id=2, day=date(2026, 3, 13))
    wait(room.clinic, appointment_id=later.appointment_id)
    wait(room.clinic, person(room.clinic, "Diaz"), practitioners=(1,), weekdays=0b10000)
    shown = ladder(room, hole(room.clinic))
    assert "You have a visit on Friday, March 13." in shown.script.text()
    room.press(Key.Key_Return, held=Ctrl)
    assert shown.isVisible()
    assert shown.heading.text() == "Fill Fri, Mar 13"
    assert shown.reach.text().startswith("Pat Diaz")


@pytest.mark.parametrize(
    ("key", "outcome", "words"),
    [
        (Key.Key_N, Outcome.NO_ANSWER, "No answer, 10:40 AM"),
        (Key.Key_L, Outcome.LEFT_MESSAGE, "Left a message, 10:40 AM"),
        (Key.Key_D, Outcome.DECLINED, "Declined, 10:40 AM"),
        (Key.Key_O, Outcome.OFFERED, "Offered until 10:55 AM"),
    ],
)
def test_each_outcome_has_its_key_and_is_shown(room: Room, key: Key, outcome: Outcome, words: str) -> None:
    wait(room.clinic)
    shown = ladder(room, hole(room.clinic))
    room.press(key, held=Alt)
    assert tries(room) == [outcome]
    row = shown.rung()
    assert row is not None
    assert words in str(shown.people.model().index(0, 1).data(Qt.ItemDataRole.UserRole + 3))


def test_another_desk_that_was_first_is_told_in_words(room: Room) -> None:
    wait(room.clinic)
    shown = ladder(room, hole(room.clinic))
    taking = BookAppointment(
        patient_id=1, practitioner_id=1, location_id=1, visit_type_id=2, day=TOMORROW, start=time(9)
    )  # fmt: skip
    room.clinic.do(book, taking)
    assert shown.empty.sentence.text() == "This time is not free any more. Take the next hole."
    room.press(Key.Key_Return, held=Ctrl)
    assert tries(room) == []
    assert len(room.clinic.executor.fetch(waiting, ANYONE, 1)) == 1


def test_nobody_fits_is_said(room: Room) -> None:
    wait(room.clinic, weekdays=1)
    shown = ladder(room, hole(room.clinic))
    assert shown.empty.sentence.text() == "Nobody who waits would take this time."
    assert shown.counts.text().startswith("1 more wait here and would not take it.")


def test_a_hole_that_is_gone_says_so(room: Room) -> None:
    made = booked(room.clinic, time(9))
    room.desk.fill(made.appointment_id)
    shown = room.drawer()
    assert isinstance(shown, LadderDrawer)
    assert shown.empty.sentence.text().startswith("This visit left no time that can be filled.")


def test_a_spanish_speaker_is_called_in_spanish(room: Room) -> None:
    wait(room.clinic, person(room.clinic, "Diaz", language="es"))
    shown = ladder(room, hole(room.clinic))
    assert "el miércoles 11 de marzo a las 9:00 AM" in shown.script.text()
    assert "Spanish" in shown.reach.text()


def test_who_may_not_book_opens_nothing(room: Room) -> None:
    room.runner.actor = without(Permission.BOOK)
    room.desk.fill(1)
    assert room.said == ["Your role does not book visits."]


# ------------------------------------------------------------------------------------------------------- who waits


def entry(room: Room) -> EntryDrawer:
    opened = room.drawer()
    assert isinstance(opened, EntryDrawer)
    return opened


def test_two_keys_put_somebody_on_the_list_for_an_earlier_time(room: Room) -> None:
    later = booked(room.clinic, time(14), patient_id=2, day=date(2026, 3, 13))
    room.desk.wait(2, later.appointment_id)
    assert entry(room).fields.instead.currentText() == "Fri, Mar 13 at 2:00 PM"
    room.press(Key.Key_Return, held=Ctrl)
    found = room.clinic.executor.fetch(waiting, ANYONE, 1)[0]
    assert (found.later_id, found.weekdays, found.visit_type) == (later.appointment_id, 0b11111, "Follow-up 45")
    room.undo[-1]()
    assert room.clinic.executor.fetch(waiting, ANYONE, 1) == ()


def test_an_entry_is_changed_and_taken_off(room: Room) -> None:
    made = wait(room.clinic, weekdays=0b10101, note="mornings")
    row = WorklistRow("x", "", "", patient_id=2, task=str(made.entry_id))
    room.desk.entry(row)
    fields = entry(room).fields
    assert (fields.mon.isChecked(), fields.tue.isChecked(), fields.note.text()) == (True, False, "mornings")
    fields.from_time.set_value(time(15))
    fields.to_time.set_value(time(14))
    room.press(Key.Key_Return, held=Ctrl)
    assert fields.root.isVisible()
    fields.to_time.set_value(None)
    room.press(Key.Key_Return, held=Ctrl)
    assert room.clinic.executor.fetch(waiting, ANYONE, 1)[0].from_time == time(15)
    room.desk.entry(row)
    room.press(Key.Key_Backspace, held=Ctrl)
    assert room.clinic.executor.fetch(waiting, ANYONE, 1) == ()
    room.undo[-1]()
    assert len(room.clinic.executor.fetch(waiting, ANYONE, 1)) == 1


def test_who_would_come_sooner_waits_for_the_visit_that_they_have(room: Room) -> None:
    made = [booked(room.clinic, time(9), patient_id=2, day=TOMORROW + timedelta(days=7 * week)) for week in range(5)]
    last = made[-1]
    room.desk.wait(2, last.appointment_id)
    fields = entry(room).fields
    assert fields.instead.currentData() == last.appointment_id, "it lies behind the three next ones"
    assert fields.visit_type.currentText().startswith("Follow-up"), "theirs, not what somebody new would have"
    room.press(Key.Key_Return, held=Ctrl)
    (found,) = room.clinic.executor.fetch(waiting, ANYONE, 1)
    assert found.later_id == last.appointment_id


def test_several_practitioners_and_locations_are_ticked_and_read_back(room: Room) -> None:
    room.desk.wait(2, None)
    people, places = entry(room).fields.practitioners, entry(room).fields.locations
    assert [people.item(at).text() for at in range(people.count())] == ["Lee", "Okafor"]
    assert [places.item(at).text() for at in range(places.count())] == ["Tulare"]
    people.setFocus()
    room.press(Key.Key_Space, Key.Key_Down, Key.Key_Space)
    places.setFocus()
    room.press(Key.Key_Space)
    room.press(Key.Key_Return, held=Ctrl)
    (found,) = room.clinic.executor.fetch(waiting, ANYONE, 1)
    assert [name for _, name in found.practitioners] == ["Lee", "Okafor"]
    assert [name for _, name in found.locations] == ["Tulare"]
    room.desk.entry(WorklistRow("x", "", "", patient_id=2, task=str(found.id)))
    people = entry(room).fields.practitioners
    people.setFocus()
    room.press(Key.Key_Space)
    room.press(Key.Key_Return, held=Ctrl)
    (found,) = room.clinic.executor.fetch(waiting, ANYONE, 1)
    assert [name for _, name in found.practitioners] == ["Okafor"]


def test_no_day_of_the_week_is_said_above_the_button(room: Room) -> None:
    room.desk.wait(2, None)
    for box in entry(room).days:
        box.setChecked(False)
    room.press(Key.Key_Return, held=Ctrl)
    assert entry(room).says.text() == "Choose at least one day of the week."


# ------------------------------------------------------------------------------------------------------- worklists


def test_the_worklists_say_who_and_what(room: Room) -> None:
    clinic = room.clinic
    wait(clinic, weekdays=0b10101, from_time=time(8), priority=1)
    slot = hole(clinic)
    care(clinic)
    found = {one.code: one.rows for one in clinic.executor.fetch(worklist_rows, ANYONE, LISTS, 1, clinic.day)}
    assert [(row.title, row.detail) for row in found["holes"]] == [
        ("9:00 AM · Okafor · 45 min", "Visalia – Main Street · cancelled · 1 would take it")
    ]
    assert found["waiting"][0].detail == "Soon · Follow-up 45 · Mon, Wed, Fri · from 8:00 AM · waits since today"
    assert found["under-scheduled"][0].detail == "Plan 3 a week, booked 0 in the week of 03/09/2026"
    assert found["dropped-off"][0].detail == "In care since 03/09/2026, no visit yet, nothing booked"
    room.desk.hole(found["holes"][0])
    assert room.drawer().subheading.text().startswith("9:00 AM · Okafor")
    assert visit(clinic, clinic.rows(lambda s: s.get_one(FreedSlot, slot).appointment_id)).patient_id == 1


def test_the_lists_end_at_the_locations_of_the_role(room: Room) -> None:
    wait(room.clinic)
    hole(room.clinic)
    other = replace(without(), locations=frozenset({2}))
    found = room.clinic.executor.fetch(worklist_rows, other, LISTS, None, room.clinic.day)
    assert [len(one.rows) for one in found] == [0, 0, 0, 0]


def test_who_finds_nothing_free_is_put_on_the_list_from_the_booking(room: Room) -> None:
    asked: list[tuple[int, int | None]] = []
    room.ports.wait = lambda patient_id, instead: asked.append((patient_id, instead))
    panel = BookingPanel(room.runner, room.ports)
    room.window.layout().addWidget(panel)
    panel.begin(Wish(1, 2, visit_type_id=2))
    assert panel.wait.isHidden()
    panel._offered(())
    assert not panel.wait.isHidden()
    panel.wait.click()
    assert asked == [(2, None)]
    panel.hide()
