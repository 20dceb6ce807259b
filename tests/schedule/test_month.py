"""How full the days of a month are: added up by the database, and equal to a count by hand."""

from datetime import date, time, timedelta

import pytest

from app.core.errors import NotFound, Refused
from app.schedule.actions import AddBlock, CancelAppointment, add_block, cancel_appointment
from app.schedule.queries import DayLoad, MonthLoad, day_plan, month_load
from app.schedule.queries.month import weeks_of
from tests.support.clinic import ANYONE, Clinic
from tests.visits.flow import CLERK, ELSEWHERE, booked, row

MARCH = date(2026, 3, 1)
WHOLE = 2 * 9 * 60  # two practitioners, eight to five


def load(clinic: Clinic, month: date = MARCH) -> MonthLoad:
    return clinic.executor.fetch(month_load, CLERK, 1, month)


def on(found: MonthLoad, day: date) -> DayLoad:
    return next(one for one in found.days if one.day == day)


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [
        (date(2026, 3, 15), date(2026, 2, 23), date(2026, 4, 5)),
        (date(2026, 2, 28), date(2026, 1, 26), date(2026, 3, 1)),
        (date(2027, 2, 1), date(2027, 2, 1), date(2027, 2, 28)),
        (date(2026, 12, 31), date(2026, 11, 30), date(2027, 1, 3)),
    ],
)
def test_a_month_is_shown_in_whole_weeks(month: date, first: date, last: date) -> None:
    assert weeks_of(month) == (first, last)


def test_each_day_has_its_load(clinic: Clinic) -> None:
    booked(clinic, time(11), minutes=45)
    booked(clinic, time(11), minutes=45, patient_id=2, practitioner_id=2)
    gone = booked(clinic, time(14), minutes=60)
    command = CancelAppointment(appointment_id=gone, version=row(clinic, gone).appointment_version, reason_code="sick")
    clinic.do(cancel_appointment, command)
    found = load(clinic)
    assert (found.month, found.today, len(found.days)) == (MARCH, clinic.day, 42)
    assert on(found, clinic.day) == DayLoad(clinic.day, 2, 90, WHOLE, 1)
    assert on(found, clinic.day).percent == 8
    assert on(found, date(2026, 3, 14)) == DayLoad(date(2026, 3, 14), 0, 0, 0)
    assert on(found, date(2026, 3, 14)).percent is None


def test_a_closed_day_is_named_and_a_closed_hour_takes_its_minutes(clinic: Clinic) -> None:
    one, other = clinic.day + timedelta(days=1), clinic.day + timedelta(days=2)
    clinic.do(add_block, AddBlock(location_id=1, day=one, start=time(0), end=time(23, 59), why="Cesar Chavez Day"))
    clinic.do(
        add_block, AddBlock(location_id=1, practitioner_id=1, day=other, start=time(12), end=time(13), why="lunch")
    )
    found = load(clinic)
    assert (on(found, one).open_minutes, on(found, one).shut) == (0, "Cesar Chavez Day")
    assert (on(found, other).open_minutes, on(found, other).shut) == (WHOLE - 60, "")


def test_the_load_is_that_of_the_days(clinic: Clinic) -> None:
    for number in range(6):
        booked(
            clinic,
            time(15),
            day=clinic.day + timedelta(days=number // 2),
            practitioner_id=1 + number % 2,
            patient_id=1 + number % 2,
        )
    for load_of in load(clinic).days:
        columns = clinic.executor.fetch(day_plan, CLERK, 1, load_of.day).columns
        assert load_of.open_minutes == sum(column.open_minutes for column in columns)
        assert load_of.booked_minutes == sum(column.taken_minutes for column in columns)


def test_the_night_of_the_clocks_changes_no_working_day(clinic: Clinic) -> None:
    assert on(load(clinic), date(2026, 3, 9)).open_minutes == WHOLE
    assert on(load(clinic, date(2026, 11, 1)), date(2026, 11, 2)).open_minutes == WHOLE


def test_another_location_is_refused_and_an_unknown_one_not_found(clinic: Clinic) -> None:
    with pytest.raises(Refused):
        clinic.executor.fetch(month_load, ELSEWHERE, 1, MARCH)
    with pytest.raises(NotFound):
        clinic.executor.fetch(month_load, ANYONE, 77, MARCH)
