"""Who is on the phone: what counts as a second identifier, what the journal keeps, and when somebody is asked."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.core.clock import FixedClock
from app.core.errors import NotFound, ReasonNeeded, Refused
from app.core.journal import JournalEntry
from app.core.ports import Place, Ports
from app.patients.actions.caller import Caller, KnowCaller, know_caller
from app.patients.rules.caller import Identifier, KnownPerson, identifiers, says_much, second_identifier
from app.patients.tables import Patient
from app.patients.view.caller import Asking, CallerDrawer
from app.patients.viewmodel.call import KNOWN_FOR, PhoneCall
from app.runner.bridge import Runner
from tests.patients.people import CLERK, NOBODY, register
from tests.support.clinic import Clinic

TODAY = date(2026, 3, 10)
JOHN = KnownPerson(date(1970, 3, 1), ("(559) 555-0142", ""), "1234 N Oak Street, Apt 4", "100044")

# ------------------------------------------------------------------------------------------------------------ rules


@pytest.mark.parametrize(
    ("said", "known_by"),
    [
        ("3/1/70", Identifier.BIRTH),
        ("March 1, 1970", Identifier.BIRTH),
        ("03011970", Identifier.BIRTH),
        ("1 de marzo de 1970", Identifier.BIRTH),
        ("559-555-0142", Identifier.PHONE),
        ("+1 (559) 555 0142", Identifier.PHONE),
        ("555 0142", Identifier.PHONE),
        ("1234 North Oak St", Identifier.ADDRESS),
        ("1234 oak", Identifier.ADDRESS),
        ("1234 Oak Street Visalia 93291", Identifier.ADDRESS),
        ("100 044", Identifier.MRN),
        ("it's 3/1/1970", Identifier.BIRTH),
        ("0142", None),
        ("3/1/71", None),
        ("1/3/70", None),
        ("1234", None),
        ("oak street", None),
        ("124 oak street", None),
        ("12345 oak street", None),
        ("1234 elm street", None),
        ("10004", None),
        ("john smith", None),
        ("1970", None),
        ("%", None),
        ("", None),
    ],
)
def test_what_a_caller_is_known_by(said: str, known_by: Identifier | None) -> None:
    assert second_identifier(JOHN, "smi jo", said, TODAY) is known_by


@pytest.mark.parametrize(
    ("typed", "said", "known_by"),
    [
        ("smith john 3/1/70", "", Identifier.BIRTH),
        ("smith 559-555-0142", "", Identifier.PHONE),
        ("smi jo 0142", "", None),
        ("smi jo 3/1/71", "", None),
        ("3/1/70", "", None),
        ("3/1/70", "3/1/1970", None),
        ("3/1/70", "5550142", Identifier.PHONE),
        ("5595550142", "555-0142", None),
        ("100044", "100044", None),
        ("100044", "3/1/70", Identifier.BIRTH),
        ("", "3/1/70", Identifier.BIRTH),
        ("", "", None),
    ],
)
def test_two_things_are_asked_for_and_none_counts_twice(typed: str, said: str, known_by: Identifier | None) -> None:
    assert second_identifier(JOHN, typed, said, TODAY) is known_by


def test_a_record_without_facts_knows_nobody() -> None:
    for said in ("3/1/70", "5595550142", "1234 oak", "0", "", "none"):
        assert second_identifier(KnownPerson(), "", said, TODAY) is None


def test_a_birth_date_that_stands_for_none_is_no_identifier() -> None:
    unknown = replace(JOHN, birth_date=date(1900, 1, 1))
    assert second_identifier(unknown, "", "1/1/1900", TODAY) is None


def test_a_post_office_box_and_a_numbered_street() -> None:
    box = KnownPerson(address_line="P.O. Box 12")
    assert identifiers(box, "PO box 12", TODAY) == {Identifier.ADDRESS}
    assert not identifiers(box, "PO box 13", TODAY)
    numbered = KnownPerson(address_line="40 5th Ave")
    assert identifiers(numbered, "40 fifth avenue", TODAY) == {Identifier.ADDRESS}
    assert not identifiers(numbered, "40 6th ave", TODAY)


@given(st.text(max_size=300))
def test_nothing_said_breaks_it(said: str) -> None:
    assert second_identifier(JOHN, said, said, TODAY) in (None, *Identifier)
    says_much(said, TODAY)


@given(st.dates(date(1910, 1, 2), date(2026, 3, 9)))
def test_another_birth_date_never_fits(born: date) -> None:
    found = second_identifier(JOHN, "", f"{born:%m/%d/%Y}", TODAY)
    assert (found is Identifier.BIRTH) == (born == JOHN.birth_date)


# ----------------------------------------------------------------------------------------------------------- action


def last_line(clinic: Clinic) -> JournalEntry:
    line = clinic.rows(lambda s: s.scalars(select(JournalEntry).order_by(JournalEntry.id.desc()).limit(1)).one())
    assert line.action == "patients.know_caller"
    return line


def test_the_journal_says_which_identifier_and_never_its_value(clinic: Clinic) -> None:
    found = clinic.do(know_caller, KnowCaller(patient_id=2, typed="smi jo 0142", said="2/14/90"), CLERK)
    assert found == Caller(2, ok=True, known_by=Identifier.BIRTH, outcome="Caller known by the birth date")
    line = last_line(clinic)
    assert (line.sentence, line.patient_id, line.kind) == ("Caller known by the birth date", 2, "change")
    for value in ("2/14/90", "1990", "0142", "smi jo"):
        assert value not in line.details + line.result


def test_what_does_not_fit_opens_nothing_and_is_kept(clinic: Clinic) -> None:
    found = clinic.do(know_caller, KnowCaller(patient_id=2, said="2/15/90"), CLERK)
    assert (found.ok, found.known_by) == (False, None)
    line = last_line(clinic)
    assert line.sentence == "Caller not known: nothing said fitted"
    assert "2/15/90" not in line.details


def test_a_record_opens_for_somebody_unknown_with_a_reason(clinic: Clinic) -> None:
    for reason in ("", " ", "a"):
        with pytest.raises(ReasonNeeded):
            clinic.do(know_caller, KnowCaller(patient_id=2, unknown=True, reason=reason), CLERK)
    assert clinic.do(know_caller, KnowCaller(patient_id=2, unknown=True, reason="Hospital asks, called back"), CLERK).ok
    line = last_line(clinic)
    assert (line.sentence, line.reason) == ("Opened for a caller who was not known", "Hospital asks, called back")


def test_nobody_and_who_may_not_search(clinic: Clinic) -> None:
    with pytest.raises(NotFound):
        clinic.do(know_caller, KnowCaller(patient_id=99, said="2/14/90"), CLERK)
    with pytest.raises(Refused):
        clinic.do(know_caller, KnowCaller(patient_id=2, said="2/14/90"), NOBODY)


def test_a_merged_number_asks_for_the_one_that_is_left(clinic: Clinic) -> None:
    old = register(clinic, "Smith", "Jo", birth_date=date(1991, 1, 1)).id
    with clinic.database.writing() as session:
        session.get_one(Patient, old).merged_into_id = 2
        session.commit()
    assert not clinic.do(know_caller, KnowCaller(patient_id=old, said="1/1/91"), CLERK).ok
    assert clinic.do(know_caller, KnowCaller(patient_id=old, said="2/14/90"), CLERK).ok


# ------------------------------------------------------------------------------------------------------------- call


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 3, 10, 17, tzinfo=UTC))


class Line:
    """A call, who was asked about, and where it went on."""

    def __init__(self, clock: FixedClock) -> None:
        self.call, self.asked, self.went = PhoneCall(clock.now), list[tuple[object, str]](), list[Place]()
        self.call.asked.connect(lambda patient_id, typed, _go: self.asked.append((patient_id, typed)))

    def go(self, place: Place) -> None:
        self.call.admit(place, lambda: self.went.append(place))


def test_without_a_call_nobody_is_asked(qtbot: QtBot, clock: FixedClock) -> None:
    line = Line(clock)
    line.go(Place("patients", patient_id=1))
    assert (line.asked, len(line.went)) == ([], 1)


def test_on_the_phone_every_patient_is_asked_for_once(qtbot: QtBot, clock: FixedClock) -> None:
    line = Line(clock)
    line.call.toggle()
    line.call.hear("smi jo")
    line.go(Place("patients", patient_id=1))
    line.go(Place("schedule", patient_id=1, task="book"))
    line.go(Place("today"))
    assert line.asked == [(1, "smi jo"), (1, "")]
    assert line.went == [Place("today")]
    line.call.know(1)
    line.go(Place("schedule", patient_id=1, task="book"))
    line.go(Place("patients", patient_id=2))
    assert [place.page for place in line.went] == ["today", "schedule"]
    assert line.asked[2:] == [(2, "")]


def test_a_new_patient_is_known(qtbot: QtBot, clock: FixedClock) -> None:
    line = Line(clock)
    line.call.toggle()
    line.go(Place("patients", patient_id=1, known=True))
    line.go(Place("patients", patient_id=1))
    assert (line.asked, len(line.went)) == ([], 2)


def test_whoever_calls_later_is_asked_again(qtbot: QtBot, clock: FixedClock) -> None:
    line = Line(clock)
    for forget in (lambda: clock.advance(seconds=KNOWN_FOR.total_seconds()), line.call.end, line.call.toggle):
        line.call.end()
        line.call.toggle()
        line.call.know(1)
        forget()
        if not line.call.on:
            line.call.toggle()
        line.go(Place("patients", patient_id=1))
    assert (len(line.asked), line.went) == (3, [])


# --------------------------------------------------------------------------------------------------------- question


@dataclass
class Room:
    """A window in which somebody asks a caller, and what it came to."""

    window: QWidget
    runner: Runner
    call: PhoneCall
    ports: Ports
    said: list[str]
    opened: list[int]

    def ask(self, patient_id: int, typed: str = "") -> Asking:
        asking = Asking(self.window, self.runner, self.ports, self.call)
        asking.begin(patient_id, typed, lambda: self.opened.append(patient_id))
        return asking


@pytest.fixture
def room(qtbot: QtBot, desk: Clinic, clock: FixedClock) -> Room:
    window, said = QWidget(), list[str]()
    window.resize(1200, 800)
    qtbot.addWidget(window)
    window.show()
    runner = Runner(desk.executor, inline=True)
    runner.actor = CLERK
    made = Room(window, runner, PhoneCall(clock.now), Ports(announce=said.append), said, [])
    made.call.toggle()
    return made


def asks(asking: Asking) -> CallerDrawer:
    assert isinstance(asking.drawer, CallerDrawer)
    return asking.drawer


def test_nothing_opens_before_it_fits(room: Room) -> None:
    drawer = asks(room.ask(2, "smi jo"))
    for said in ("", "2/15/90", "0142", "Joan Smith"):
        drawer.fields.said.setText(said)
        drawer.confirm.click()
        assert (room.opened, drawer.isVisible()) == ([], True)
    drawer.fields.said.setText("2/14/90")
    drawer.confirm.click()
    assert room.opened == [2]
    assert room.said == ["Caller known by the birth date"]


def test_what_cannot_be_answered_opens_nothing(room: Room) -> None:
    """There is no such patient any more, or the database is gone: a sentence, and the question stays."""
    drawer = asks(room.ask(99))
    drawer.fields.said.setText("2/14/90")
    drawer.confirm.click()
    assert (room.opened, drawer.isVisible(), "no such patient" in drawer.says.text()) == ([], True, True)
    drawer.close_drawer()
    room.ask(99, "smith 2/14/90")
    assert (room.opened, len(room.said)) == ([], 1)


def test_a_call_that_ends_takes_its_question_along(room: Room) -> None:
    drawer = asks(room.ask(2))
    room.call.end()
    assert (drawer.isVisible(), room.opened) == (False, [])
    asks(room.ask(2)).fields.said.setText("2/14/90")
    room.call.end()
    assert room.opened == [], "an answer that comes too late opens nothing"
