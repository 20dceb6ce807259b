"""Public holidays: proposed by the state's calendar, closed together, and opened again together."""

from datetime import date, time

import pytest

from app.core.errors import Clash, ClinicError, NotFound, ReasonNeeded, Stale
from app.schedule.actions import VoidBlock, void_block
from app.schedule.actions.blocks import VoidBlocks, void_blocks
from app.schedule.actions.holidays import CloseHolidays, HolidaysClosed, close_holidays
from app.schedule.queries.ask import openings
from app.schedule.queries.holidays import HolidayRow, holidays_of, names_of
from tests.schedule.visits import booked
from tests.support.clinic import ANYONE, Clinic

THANKSGIVING, CHRISTMAS, MEMORIAL = date(2026, 11, 26), date(2026, 12, 25), date(2026, 5, 25)


def close(clinic: Clinic, *days: date, accept: bool = False, reason: str = "") -> HolidaysClosed:
    return clinic.do(close_holidays, CloseHolidays(location_id=1, days=days, accept=accept, reason=reason))


def on(clinic: Clinic, day: date) -> HolidayRow:
    found = clinic.executor.fetch(holidays_of, ANYONE, 1, day.year)
    assert (found.state, found.location) == ("CA", "Visalia – Main Street")
    return next(one for one in found.days if one.day == day)


def test_a_state_has_its_own_days() -> None:
    california, nowhere = names_of("ca", 2026), names_of("ZZ", 2026)
    assert california[THANKSGIVING] == nowhere[THANKSGIVING] == "Thanksgiving Day"
    assert date(2026, 3, 31) in california
    assert date(2026, 3, 31) not in nowhere
    assert "Independence Day (observed)" in nowhere.values()  # 2026-07-04 is a Saturday
    assert list(california) == sorted(california)


@pytest.mark.parametrize("year", [0, 1999, 2100])
def test_years_nobody_plans(clinic: Clinic, year: int) -> None:
    with pytest.raises(ClinicError) as told:
        clinic.executor.fetch(holidays_of, ANYONE, 1, year)
    assert told.value.field == "year"


def test_holidays_are_closed_and_opened_again_together(clinic: Clinic) -> None:
    assert not on(clinic, THANKSGIVING).closed
    assert on(clinic, THANKSGIVING).works == 2
    assert on(clinic, date(2026, 7, 4)).works == 0
    assert on(clinic, date(2026, 1, 1)).over
    made = close(clinic, THANKSGIVING, CHRISTMAS)
    assert made.count == 2
    assert on(clinic, THANKSGIVING).closed
    assert {one.day for one in clinic.executor.fetch(openings, ANYONE, 1, 2, date(2026, 11, 25), 3, 1, None, 99)} == {
        date(2026, 11, 25),
        date(2026, 11, 27),
    }
    assert close(clinic, THANKSGIVING, CHRISTMAS).count == 0  # a day that is closed stays as it is
    clinic.do(void_blocks, VoidBlocks(location_id=1, blocks=made.blocks))
    assert not on(clinic, CHRISTMAS).closed
    with pytest.raises(NotFound):
        clinic.do(void_blocks, VoidBlocks(location_id=1, blocks=made.blocks))


def test_all_or_none_is_opened_again(clinic: Clinic) -> None:
    made = close(clinic, THANKSGIVING, CHRISTMAS)
    last = made.blocks[-1]
    clinic.do(void_block, VoidBlock(block_id=last.block_id, version=last.version))
    with pytest.raises((NotFound, Stale)):
        clinic.do(void_blocks, VoidBlocks(location_id=1, blocks=made.blocks))
    assert on(clinic, THANKSGIVING).closed
    with pytest.raises(NotFound):
        clinic.do(void_blocks, VoidBlocks(location_id=2, blocks=made.blocks[:1]))


def test_booked_visits_are_listed_first(clinic: Clinic) -> None:
    booked(clinic, time(9), day=MEMORIAL)
    assert on(clinic, MEMORIAL).visits == 1
    with pytest.raises(Clash) as told:
        close(clinic, MEMORIAL, THANKSGIVING)
    rows = told.value.values["visits"]
    assert isinstance(rows, tuple)
    assert [(row.patient, row.day) for row in rows] == [("Núñez, María José", MEMORIAL)]
    assert not on(clinic, THANKSGIVING).closed
    with pytest.raises(ReasonNeeded):
        close(clinic, MEMORIAL, accept=True)
    assert close(clinic, MEMORIAL, accept=True, reason="the building is shut").count == 1
    assert on(clinic, MEMORIAL).visits == 1


@pytest.mark.parametrize("days", [(), (date(2026, 1, 1),), (date(2026, 11, 25),)])
def test_days_that_cannot_be_closed_so(clinic: Clinic, days: tuple[date, ...]) -> None:
    with pytest.raises(ClinicError) as told:
        close(clinic, *days)
    assert told.value.field == "days"
