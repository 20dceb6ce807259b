"""The index of free time: after every change, also another desk's, it says what looking at each minute says."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

from app.core.errors import ClinicError
from app.insurance.actions import AddCoverage, add_coverage
from app.insurance.rules import PayerKind
from app.insurance.tables import Payer
from app.runner.bridge import Runner
from app.runner.execute import Executor
from app.runner.watch import Watch
from app.schedule.actions import (
    AddBlock,
    BookAppointment,
    CancelAppointment,
    MoveAppointment,
    UndoCancel,
    VoidBlock,
    add_block,
    book,
    cancel_appointment,
    move_appointment,
    undo_cancel,
    void_block,
)
from app.schedule.actions.hours import SetWeek, set_week
from app.schedule.queries.ask import openings
from app.schedule.queries.openings import find_openings
from app.schedule.rules.openings import Fit, Wish
from app.schedule.tables import Appointment, Block, Room, VisitType
from app.schedule.viewmodel.live import LiveOpenings
from app.staff.actions.places import AddPractitioner, add_practitioner
from app.staff.tables import Practitioner
from tests.schedule.brute import every_time, times
from tests.support.clinic import ANYONE, Clinic
from tests.support.databases import NOW
from tests.support.night import examples

MONDAY = date(2026, 3, 16)
WISHES = (
    Wish(visit_type_id=2, location_id=1, from_day=MONDAY, days=3),
    Wish(visit_type_id=1, location_id=1, from_day=MONDAY, days=3, patient_id=1),
    Wish(visit_type_id=2, location_id=1, from_day=MONDAY, days=3, after=time(13), before=time(16), minutes=30),
    Wish(visit_type_id=2, location_id=1, from_day=MONDAY, days=3, practitioner_ids=frozenset({2})),
)


@dataclass(slots=True)
class Desks:
    """A desk with the index, and another one that it hears through the watch alone."""

    clinic: Clinic
    runner: Runner
    watch: Watch
    index: LiveOpenings
    other: Executor
    visits: list[int] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)

    def do(self, there: bool, deed: "Deed") -> None:
        """Carry out a random deed at one of the desks; what is refused changed nothing."""
        executor = self.other if there else self.runner.executor
        with suppress(ClinicError):
            _CARRY[deed.what](self, executor, deed)
        self.watch.look()

    def version(self, kind: type[Appointment] | type[Block] | type[Practitioner], number: int) -> int:
        """The version of a row now."""
        return self.clinic.rows(lambda session: session.get_one(kind, number)).version


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that may happen to the schedule."""

    what: str
    day: int
    start: time
    minutes: int
    who: int
    which: int


def _book(desks: Desks, executor: Executor, deed: Deed) -> None:
    made = executor.perform(
        book,
        BookAppointment(
            patient_id=1 + deed.which % 2, practitioner_id=deed.who, location_id=1, visit_type_id=1 + deed.which % 2,
            day=MONDAY + timedelta(days=deed.day), start=deed.start, minutes=deed.minutes,
        ),
        ANYONE,
    )  # fmt: skip
    desks.visits.append(made.appointment_id)


def _chosen(desks: Desks, deed: Deed) -> tuple[int, int]:
    if not desks.visits:
        raise ClinicError("nothing is booked")
    visit = desks.visits[deed.which % len(desks.visits)]
    return visit, desks.version(Appointment, visit)


def _move(desks: Desks, executor: Executor, deed: Deed) -> None:
    visit, version = _chosen(desks, deed)
    wanted = MoveAppointment(
        appointment_id=visit, version=version, day=MONDAY + timedelta(days=deed.day), start=deed.start,
        practitioner_id=deed.who,
    )  # fmt: skip
    executor.perform(move_appointment, wanted, ANYONE)


def _cancel(desks: Desks, executor: Executor, deed: Deed) -> None:
    visit, version = _chosen(desks, deed)
    executor.perform(
        cancel_appointment, CancelAppointment(appointment_id=visit, version=version, reason_code="sick"), ANYONE
    )


def _undo(desks: Desks, executor: Executor, deed: Deed) -> None:
    visit, version = _chosen(desks, deed)
    executor.perform(undo_cancel, UndoCancel(appointment_id=visit, version=version), ANYONE)


def _close(desks: Desks, executor: Executor, deed: Deed) -> None:
    end = time(min(23, deed.start.hour + 1), deed.start.minute)
    made = executor.perform(
        add_block,
        AddBlock(
            location_id=1, practitioner_id=deed.who if deed.which % 2 else None, why="meeting", override=True, reason="x",
            day=MONDAY + timedelta(days=deed.day), start=deed.start, end=end,
        ),
        ANYONE,
    )  # fmt: skip
    desks.blocks.append(made.block_id)


def _open(desks: Desks, executor: Executor, deed: Deed) -> None:
    if desks.blocks:
        block = desks.blocks[deed.which % len(desks.blocks)]
        executor.perform(void_block, VoidBlock(block_id=block, version=desks.version(Block, block)), ANYONE)


def _hours(desks: Desks, executor: Executor, deed: Deed) -> None:
    spans = ((time(8), deed.start), (time(18), time(20))) if deed.start < time(18) and deed.start > time(8) else ()
    set_hours(desks, executor, deed.who, deed.day, spans)


def set_hours(desks: Desks, executor: Executor, who: int, weekday: int, spans: tuple[tuple[time, time], ...]) -> None:
    """Hours of one weekday, the usual ones on the others."""
    usual = ((time(8), time(17)),)
    wanted = SetWeek(
        practitioner_id=who, location_id=1, version=desks.version(Practitioner, who), valid_from=MONDAY,
        days=tuple(spans if day == weekday else usual if day < 5 else () for day in range(7)),
        accept=True, reason="as said",
    )  # fmt: skip
    executor.perform(set_week, wanted, ANYONE)


def _insure(_desks: Desks, executor: Executor, deed: Deed) -> None:
    """Somebody's plan becomes one that pays for one patient at a time, or another one."""
    plan = AddCoverage(
        patient_id=1 + deed.which % 2, payer_id=1 + deed.which % 3, member_id="M1", rank=1 + deed.which % 2
    )
    executor.perform(add_coverage, plan, ANYONE)


_CARRY = {
    "insure": _insure, "book": _book, "book again": _book, "move": _move, "cancel": _cancel, "undo": _undo, "close": _close,
    "open": _open, "hours": _hours,
}  # fmt: skip
DEEDS = st.builds(
    Deed,
    st.sampled_from(sorted(_CARRY)),
    st.integers(0, 2),
    st.builds(time, st.integers(8, 18), st.integers(0, 59)),
    st.sampled_from((15, 30, 45, 60, 90)),
    st.integers(1, 2),
    st.integers(0, 50),
)


@pytest.fixture
def desks(qapp: QApplication, clinic: Clinic) -> Iterator[Desks]:
    """Two desks at one database."""
    runner = Runner(Executor(clinic.database), inline=True)
    runner.actor = ANYONE
    watch = Watch(runner, clinic.database.path)
    watch.look()
    made = Desks(clinic, runner, watch, LiveOpenings(runner), Executor(clinic.database))
    made.index.begin(1)
    yield made
    watch.close()
    runner.close()


def find_all(desks: Desks, wish: Wish) -> tuple[Fit, ...]:
    """Every answer of the database."""
    return desks.clinic.executor.fetch(find_openings, ANYONE, wish, 10_000).fits


def offered(desks: Desks, wish: Wish) -> set[tuple[int, int, datetime]]:
    """What the booking panel would offer: the schedule's other way to the same times."""
    rows = desks.clinic.executor.fetch(
        openings, ANYONE, 1, wish.visit_type_id, wish.from_day, wish.days, None, wish.patient_id, 10_000,
        wish.minutes or None,
    )  # fmt: skip
    return {(one.practitioner_id, one.location_id, one.starts_at) for one in rows}


def agree(desks: Desks, wish: Wish, *, slowly: bool) -> None:
    """The index, the database's question and every minute say the same."""
    found = desks.index.find(wish)
    asked = desks.clinic.executor.fetch(find_openings, ANYONE, wish)
    assert found == asked
    if wish in WISHES and not (wish.after or wish.practitioner_ids):
        assert times(find_all(desks, wish)) == offered(desks, wish)
    if slowly:
        assert found is not None
        assert times(found.fits) == desks.clinic.rows(lambda session: every_time(session, wish, NOW, frozenset({1})))


@settings(max_examples=examples(6))
@given(st.lists(st.tuples(st.booleans(), DEEDS), min_size=1, max_size=10))
def test_after_every_change_the_index_says_what_is(desks: Desks, deeds: list[tuple[bool, Deed]]) -> None:
    for number, (there, deed) in enumerate(deeds):
        desks.do(there, deed)
        for wish in WISHES:
            agree(desks, wish, slowly=wish == WISHES[number % len(WISHES)])


@pytest.fixture
def crowded(desks: Desks) -> Desks:
    """Two at a time with the first practitioner, one pool with two places, a machine, pauses, and who pays for one alone."""
    with Session(desks.clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        session.get_one(Practitioner, 1).lanes = 2
        pool, machine = session.get_one(VisitType, 1), session.get_one(VisitType, 2)
        pool.room_kind, pool.buffer_after, machine.equipment_kind, machine.together = "pool", 10, "machine", 2
        session.add_all(
            [
                Payer(name="Medicare", kind=PayerKind.MEDICARE),
                Room(location_id=1, name="Pool", kind="pool", capacity=2),
                Room(location_id=1, name="Machine 1", kind="machine", equipment=True),
                Room(location_id=1, name="Machine 2", kind="machine", equipment=True, active=False),
            ]
        )
        session.commit()
    desks.index.live = None
    desks.index.begin(1)
    return desks


@settings(max_examples=examples(6))
@given(st.lists(st.tuples(st.booleans(), DEEDS), min_size=1, max_size=10))
def test_rooms_payers_and_neighbours_are_known(crowded: Desks, deeds: list[tuple[bool, Deed]]) -> None:
    for there, deed in deeds:
        crowded.do(there, deed)
        for wish in WISHES:
            agree(crowded, wish, slowly=False)


def test_an_empty_answer_says_the_same_why(desks: Desks) -> None:
    for wish in WISHES:
        agree(desks, replace(wish, weekdays=frozenset({5}), per_week=2), slowly=False)


def test_somebody_new_is_read_with_everything_else(desks: Desks) -> None:
    desks.other.perform(add_practitioner, AddPractitioner(family="Chen", given="Amy", location_ids=(1,)), ANYONE)
    desks.watch.look()
    set_hours(desks, desks.other, 3, 0, ((time(8), time(9)),))
    desks.watch.look()
    found = desks.index.find(WISHES[0])
    assert found is not None
    assert [one.practitioner for one in found.fits[:3]] == ["Chen", "Lee", "Okafor"]
    agree(desks, WISHES[0], slowly=True)


def test_what_is_further_ahead_or_of_another_patient_is_not_known(desks: Desks) -> None:
    assert desks.index.find(replace(WISHES[0], from_day=date(2027, 1, 1))) is None
    assert desks.index.find(replace(WISHES[0], patient_id=2)) is None
    desks.index.begin(2)
    assert desks.index.find(replace(WISHES[0], patient_id=2)) is not None


def test_a_locked_window_hears_nothing_and_reads_again(desks: Desks) -> None:
    desks.runner.actor = None
    desks.other.perform(
        add_block, AddBlock(location_id=1, day=MONDAY, start=time(8), end=time(17), why="meeting"), ANYONE
    )
    desks.watch.look()
    desks.runner.actor = ANYONE
    desks.index.begin(1)
    agree(desks, WISHES[0], slowly=False)


def test_after_a_week_everything_is_read_again(desks: Desks) -> None:
    first = desks.index.live
    desks.clinic.database.clock.advance(days=8)  # type: ignore[attr-defined]
    desks.index.begin(1)
    assert desks.index.live is not first
