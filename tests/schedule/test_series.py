"""A series on both databases: looked at, booked, moved, cancelled and put back, each as one gesture, all or nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.errors import Clash, ClinicError, NotFound, ReasonNeeded, Stale
from app.core.journal import JournalEntry
from app.episodes.actions import StartEpisode, start_episode
from app.insurance.actions import AddAuthorization, add_authorization
from app.schedule.actions import AddBlock, add_block
from app.schedule.actions.series import (
    BookSeries,
    CancelSeries,
    Known,
    Moved,
    MoveSeries,
    Placed,
    SeriesKey,
    UndoCancelSeries,
    book_series,
    cancel_series,
    move_series,
    undo_cancel_series,
)
from app.schedule.queries.looking import Trouble
from app.schedule.queries.series import SeriesRow, SeriesSheet, SeriesWish, Shift, move_sheet, series, series_sheet
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, AppointmentSeries
from tests.schedule.visits import booked, counts
from tests.support.clinic import Clinic
from tests.visits.flow import CLERK, ELSEWHERE

MONDAY = date(2026, 3, 16)
WISH = SeriesWish(1, 1, 2, 1, MONDAY, frozenset({0, 2, 4}), time(9), 12)


def look(clinic: Clinic, **changed: object) -> SeriesSheet:
    return clinic.executor.fetch(series_sheet, CLERK, replace(WISH, **changed))  # type: ignore[arg-type]


def command(sheet: SeriesSheet, **changed: object) -> BookSeries:
    """Book what the sheet says: its dates where they are free, else the alternatives."""
    visits = []
    for one in sheet.dates:
        other = one.alternative
        if one.trouble is None:
            visits.append(Placed(one.day, one.start, one.practitioner_id, one.minutes))
        elif other is not None:
            visits.append(Placed(other.day, other.start, other.practitioner_id, other.minutes))
    made = BookSeries(patient_id=1, location_id=1, visit_type_id=2, rule=sheet.rule, visits=tuple(visits))
    return replace(made, **changed)  # type: ignore[arg-type]


def made(clinic: Clinic, **changed: object) -> SeriesKey:
    return clinic.do(book_series, command(look(clinic, **changed)), CLERK)


def shown(clinic: Clinic, series_id: int = 1) -> SeriesRow:
    return clinic.executor.fetch(series, CLERK, series_id)


def authorize(clinic: Clinic, visits: int, last: date = date(2026, 12, 31)) -> int:
    leave = AddAuthorization(patient_id=1, payer_id=1, visits=visits, starts_on=date(2026, 3, 1), ends_on=last)
    return clinic.do(add_authorization, leave).authorization_id


def test_twelve_visits_are_one_gesture(clinic: Clinic) -> None:
    before = clinic.rows(lambda session: session.scalar(select(func.count()).select_from(JournalEntry)))
    key = made(clinic)
    assert (key.count, key.first_day, key.last_day) == (12, MONDAY, date(2026, 4, 10))
    rows = clinic.rows(lambda session: list(session.scalars(select(Appointment).order_by(Appointment.starts_at))))
    assert [row.series_number for row in rows] == list(range(1, 13))
    assert {(row.series_id, row.wall_start, row.minutes) for row in rows} == {(key.series_id, time(9), 45)}
    entries = clinic.rows(lambda session: list(session.scalars(select(JournalEntry).order_by(JournalEntry.id))))
    assert len(entries) == (before or 0) + 1
    assert entries[-1].sentence == "Booked a series of 12 visits from 03/16/2026 to 04/10/2026"
    touched = entries[-1].touched.split()
    assert all(f"appointment:{row.id}" in touched for row in rows)
    assert counts(clinic) == (12, 24)
    kept = clinic.rows(lambda session: session.get_one(AppointmentSeries, key.series_id))
    assert kept.rule == "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=MO,WE,FR;COUNT=12"


def test_nine_stays_nine_when_the_clocks_change(clinic: Clinic) -> None:
    key = made(clinic, starts_on=date(2026, 10, 26), count=6)
    rows = clinic.rows(lambda session: list(session.scalars(select(Appointment).order_by(Appointment.starts_at))))
    assert {row.wall_start for row in rows} == {time(9)}
    assert {row.starts_at.astimezone(UTC).hour for row in rows} == {16, 17}
    assert key.count == 6


def test_each_conflict_is_told_with_the_best_time_in_its_place(clinic: Clinic) -> None:
    booked(clinic, time(9), patient_id=2, day=MONDAY)  # taken
    booked(clinic, time(9), practitioner_id=2, day=MONDAY + timedelta(days=2))  # the patient is elsewhere
    holiday = AddBlock(location_id=1, day=MONDAY + timedelta(days=4), start=time(0), end=time(23, 59), why="holiday")
    clinic.do(add_block, holiday)
    sheet = look(clinic, count=4)
    assert [one.trouble for one in sheet.dates] == [Trouble.TAKEN, Trouble.ELSEWHERE, Trouble.CLOSED, None]
    assert sheet.dates[2].detail == "holiday"
    first, second, third = (one.alternative for one in sheet.dates[:3])
    assert first is not None
    assert (first.day, first.start, first.practitioner_id) == (MONDAY, time(9, 45), 1)
    assert second is not None  # not beside the visit that the patient has that day
    assert (second.day, second.start) == (MONDAY + timedelta(days=3), time(9))
    assert third is None  # the weekend follows, then the next visit
    assert clinic.do(book_series, command(sheet), CLERK).count == 3


def test_no_other_day_with_a_visit_of_the_patient_is_offered(clinic: Clinic) -> None:
    clinic.do(add_block, AddBlock(location_id=1, day=MONDAY, start=time(0), end=time(23, 59), why="holiday"))
    booked(clinic, time(14), practitioner_id=2, day=MONDAY + timedelta(days=1))
    assert look(clinic, count=3).dates[0].alternative is None  # Wednesday is the series' own


def test_the_next_day_is_offered_before_the_next_visit(clinic: Clinic) -> None:
    clinic.do(add_block, AddBlock(location_id=1, day=MONDAY, start=time(0), end=time(23, 59), why="holiday"))
    sheet = look(clinic, count=3)
    other = sheet.dates[0].alternative
    assert other is not None
    assert (other.day, other.start, other.practitioner_id) == (MONDAY + timedelta(days=1), time(9), 1)


def test_outside_the_hours_and_in_the_past(clinic: Clinic) -> None:
    sheet = look(clinic, start=time(18), count=1)
    assert sheet.dates[0].trouble is Trouble.OFF
    assert sheet.dates[0].alternative is not None
    past = look(clinic, starts_on=date(2026, 3, 9), count=2)
    assert [one.trouble for one in past.dates] == [Trouble.PAST, None]
    assert past.dates[0].alternative is None


@pytest.mark.parametrize("changed", [{"visit_type_id": 99}, {"practitioner_id": 99}, {"location_id": 99}])
def test_what_is_not_there_is_told(clinic: Clinic, changed: dict[str, object]) -> None:
    with pytest.raises(NotFound):
        clinic.executor.fetch(series_sheet, replace(CLERK, locations=frozenset({1, 99})), replace(WISH, **changed))  # type: ignore[arg-type]


def test_all_or_nothing(clinic: Clinic) -> None:
    sheet = look(clinic)
    booked(clinic, time(9), patient_id=2, day=sheet.dates[-1].day)
    before = counts(clinic)
    with pytest.raises(Clash):
        clinic.do(book_series, command(sheet), CLERK)
    assert counts(clinic) == before
    assert clinic.rows(lambda session: session.scalar(select(func.count()).select_from(AppointmentSeries))) == 0


def test_what_only_the_database_knows_is_told_as_a_sentence(clinic: Clinic) -> None:
    """The patient was booked with somebody else meanwhile: no rule saw it, one of many rows is refused."""
    sheet = look(clinic)
    booked(clinic, time(9), practitioner_id=2, day=sheet.dates[5].day)
    before = counts(clinic)
    with pytest.raises(Clash) as told:
        clinic.do(book_series, command(sheet), CLERK)
    assert told.value.field == "patient"
    assert counts(clinic) == before


def test_it_stops_at_the_last_authorized_visit(clinic: Clinic) -> None:
    leave = authorize(clinic, 7)
    booked(clinic, time(15), day=date(2026, 3, 12))
    sheet = look(clinic)
    assert sheet.account is not None
    assert sheet.account.left == 6
    with pytest.raises(ClinicError) as told:
        clinic.do(book_series, command(sheet), CLERK)
    assert (told.value.field, told.value.values["count"]) == ("count", 6)
    six = command(sheet)
    assert clinic.do(book_series, replace(six, visits=six.visits[:6]), CLERK).count == 6
    sheet = look(clinic)
    assert sheet.account is not None
    assert sheet.account.left == 0
    assert leave == 1


def test_it_stops_at_the_last_authorized_day(clinic: Clinic) -> None:
    authorize(clinic, 20, date(2026, 3, 20))
    sheet = look(clinic)
    with pytest.raises(ClinicError) as told:
        clinic.do(book_series, command(sheet), CLERK)
    assert told.value.values["count"] == 3


def test_an_episode_is_the_series_and_must_be_the_patients(clinic: Clinic) -> None:
    start = StartEpisode(
        patient_id=1, location_id=1, title="Knee", starts_on=MONDAY, authorization_id=authorize(clinic, 4)
    )
    clinic.do(start_episode, start)
    sheet = look(clinic, episode_id=1, count=4)
    assert sheet.account is not None
    assert sheet.account.left == 4
    clinic.do(book_series, command(sheet, episode_id=1), CLERK)
    assert {row.episode_id for row in clinic.rows(lambda s: list(s.scalars(select(Appointment))))} == {1}
    with pytest.raises(NotFound):
        clinic.do(
            book_series, command(look(clinic, starts_on=date(2026, 8, 3), patient_id=2), patient_id=2, episode_id=1)
        )


def test_nothing_and_far_too_much_are_refused(clinic: Clinic) -> None:
    sheet = look(clinic)
    for visits in ((), command(sheet).visits * 10):
        with pytest.raises(ClinicError) as told:
            clinic.do(book_series, command(sheet, visits=visits), CLERK)
        assert told.value.field == "count"


def test_another_locations_clerk_neither_looks_nor_books(clinic: Clinic) -> None:
    made(clinic)
    with pytest.raises(ClinicError):
        clinic.executor.fetch(series_sheet, ELSEWHERE, WISH)
    with pytest.raises(NotFound):
        clinic.executor.fetch(series, ELSEWHERE, 1)


# ------------------------------------------------------------------------------------------------- one, some, the rest


def known(row: SeriesRow, first: int = 1) -> tuple[Known, ...]:
    return tuple(Known(one.id, one.version) for one in row.open if one.number >= first)


def become(clinic: Clinic, visit_id: int, **values: object) -> None:
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        for name, value in values.items():
            setattr(session.get_one(Appointment, visit_id), name, value)
        session.commit()


def test_the_rest_is_cancelled_and_put_back(clinic: Clinic) -> None:
    made(clinic)
    cancel = CancelSeries(series_id=1, visits=known(shown(clinic), 5), reason_code="authorization")
    gone = clinic.do(cancel_series, cancel, CLERK)
    assert (gone.count, gone.first_day) == (8, date(2026, 3, 25))
    assert [one.status.value for one in shown(clinic).visits] == ["booked"] * 4 + ["cancelled"] * 8
    booked(clinic, time(9), patient_id=2, day=gone.last_day)
    back = UndoCancelSeries(series_id=1, visits=gone.visits)
    with pytest.raises(Clash):
        clinic.do(undo_cancel_series, back, CLERK)
    assert len(shown(clinic).open) == 4  # none of them came back
    clinic.do(undo_cancel_series, replace(back, id=uuid4(), visits=gone.visits[:-1]), CLERK)
    assert len(shown(clinic).open) == 11


def test_a_cancel_needs_a_reason(clinic: Clinic) -> None:
    made(clinic)
    for code, note in (("", ""), ("nonsense", ""), ("other", " ")):
        with pytest.raises(ReasonNeeded):
            clinic.do(
                cancel_series,
                CancelSeries(series_id=1, visits=known(shown(clinic)), reason_code=code, note=note), CLERK,
            )  # fmt: skip


def test_history_is_never_touched(clinic: Clinic) -> None:
    key = made(clinic)
    first, second = key.visits[:2]
    become(clinic, first.appointment_id, status=AppointmentStatus.FULFILLED)
    become(clinic, second.appointment_id, starts_at=datetime(2026, 3, 9, 17, tzinfo=UTC))
    rows = {one.number: one for one in shown(clinic).visits}
    assert len(shown(clinic).open) == 10
    for number in (2, 1):
        over = next(one for one in rows.values() if one.id == key.visits[number - 1].appointment_id)
        seen = (Known(over.id, over.version),)
        with pytest.raises(ClinicError, match="over or under way"):
            clinic.do(cancel_series, CancelSeries(series_id=1, visits=seen, reason_code="sick"), CLERK)
        there = Moved(over.id, over.version, date(2026, 5, 4), time(9), 1)
        with pytest.raises(ClinicError, match="over or under way"):
            clinic.do(move_series, MoveSeries(series_id=1, visits=(there,)), CLERK)


def moves(sheet: SeriesSheet, row: SeriesRow) -> tuple[Moved, ...]:
    versions = {one.id: one.version for one in row.visits}
    return tuple(
        Moved(one.visit_id or 0, versions[one.visit_id or 0], one.day, one.start, one.practitioner_id)
        for one in sheet.dates
    )


def test_the_rest_moves_by_an_hour_and_a_day_and_back(clinic: Clinic) -> None:
    made(clinic)
    row = shown(clinic)
    rest = tuple(one.id for one in row.open if one.number >= 3)
    sheet = clinic.executor.fetch(move_sheet, CLERK, 1, rest, Shift(days=1, start=time(9, 15)))
    assert [one.day.weekday() for one in sheet.dates[:3]] == [5, 1, 3]
    assert sheet.dates[0].trouble is Trouble.OFF  # a Saturday
    sheet = clinic.executor.fetch(move_sheet, CLERK, 1, rest, Shift(start=time(9, 15)))
    assert {one.trouble for one in sheet.dates} == {None}  # their own time is no conflict
    done = clinic.do(move_series, MoveSeries(series_id=1, visits=moves(sheet, row)), CLERK)
    assert (done.count, done.first_day) == (10, date(2026, 3, 20))
    assert [one.start for one in shown(clinic).visits] == [time(9)] * 2 + [time(9, 15)] * 10
    back = MoveSeries(series_id=1, visits=done.before, undoes=uuid4())
    clinic.do(move_series, back, CLERK)
    assert {one.start for one in shown(clinic).visits} == {time(9)}
    assert counts(clinic) == (12, 24)


def test_a_series_moves_along_itself(clinic: Clinic) -> None:
    """By two days: each visit goes where the next one stood."""
    made(clinic, weekdays=frozenset({0, 1, 2, 3, 4}), count=4)
    row = shown(clinic)
    for days in (1, -1):
        sheet = clinic.executor.fetch(move_sheet, CLERK, 1, tuple(one.id for one in row.open), Shift(days=days))
        assert {one.trouble for one in sheet.dates} == {None}
        clinic.do(move_series, MoveSeries(series_id=1, visits=moves(sheet, row)), CLERK)
        row = shown(clinic)
    assert [one.day for one in row.visits] == [MONDAY + timedelta(days=number) for number in range(4)]


def test_a_move_is_all_or_nothing_and_stale_hands_change_nothing(clinic: Clinic) -> None:
    made(clinic)
    row = shown(clinic)
    sheet = clinic.executor.fetch(move_sheet, CLERK, 1, tuple(one.id for one in row.open), Shift(start=time(14)))
    booked(clinic, time(14), patient_id=2, day=sheet.dates[-1].day)
    with pytest.raises(Clash):
        clinic.do(move_series, MoveSeries(series_id=1, visits=moves(sheet, row)), CLERK)
    assert {one.start for one in shown(clinic).visits} == {time(9)}
    stale = (Known(row.visits[0].id, row.visits[0].version + 1),)
    with pytest.raises(Stale):
        clinic.do(cancel_series, CancelSeries(series_id=1, visits=stale, reason_code="sick"), CLERK)
    for wrong in ((), (Known(99, 1),)):
        with pytest.raises(NotFound):
            clinic.do(cancel_series, CancelSeries(series_id=1, visits=wrong, reason_code="sick"), CLERK)
    with pytest.raises(NotFound):
        clinic.executor.fetch(move_sheet, CLERK, 1, (99,), Shift(days=1))
