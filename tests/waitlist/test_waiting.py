"""Who waits: put on the list, changed, taken off, brought back."""

from dataclasses import replace
from datetime import date, time
from uuid import uuid4

import pytest

from app.core.errors import Clash, ClinicError, NotFound, Stale
from app.waitlist.actions import BringBack, UpdateWaitlistEntry, Withdraw, bring_back, update_waitlist_entry, withdraw
from app.waitlist.queries import EntryRow, waiting
from tests.support.clinic import ANYONE, Clinic
from tests.visits.flow import ELSEWHERE
from tests.waitlist.holes import booked, wait


def rows(clinic: Clinic, location_id: int | None = 1) -> tuple[EntryRow, ...]:
    return clinic.executor.fetch(waiting, ANYONE, location_id)


def test_what_somebody_wants_is_kept(clinic: Clinic) -> None:
    wait(
        clinic, weekdays=0b10101, from_time=time(15), priority=2, practitioners=(2,), until=date(2026, 3, 31), note="x"
    )
    found = rows(clinic)[0]
    assert (found.patient, found.visit_type, found.minutes) == ("Smith, Joan", "Follow-up 45", 45)
    assert (found.weekdays, found.from_time, found.to_time, found.priority) == (21, time(15), None, 2)
    assert found.practitioners == ((2, "Lee"),)
    assert found.want().locations == frozenset({1})


def test_nobody_waits_twice_for_the_same(clinic: Clinic) -> None:
    wait(clinic)
    with pytest.raises(Clash):
        wait(clinic)
    wait(clinic, visit_type_id=1)
    assert len(rows(clinic)) == 2


def test_another_version_is_looked_at_again(clinic: Clinic) -> None:
    made = wait(clinic)
    change = UpdateWaitlistEntry(entry_id=made.entry_id, version=made.version, visit_type_id=2, priority=3)
    done = clinic.do(update_waitlist_entry, change)
    with pytest.raises(Stale):
        clinic.do(update_waitlist_entry, replace(change, id=uuid4()))
    assert done.version > made.version
    assert rows(clinic)[0].priority == 3


def test_who_was_taken_off_comes_back_with_the_same_wait(clinic: Clinic) -> None:
    made = wait(clinic)
    since = rows(clinic)[0].since
    gone = clinic.do(withdraw, Withdraw(entry_id=made.entry_id, version=made.version))
    assert rows(clinic) == ()
    with pytest.raises(ClinicError):
        clinic.do(withdraw, Withdraw(entry_id=made.entry_id, version=gone.version))
    back = clinic.do(bring_back, BringBack(entry_id=made.entry_id, version=gone.version))
    assert rows(clinic)[0].since == since
    with pytest.raises(ClinicError):
        clinic.do(bring_back, BringBack(entry_id=made.entry_id, version=back.version))


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"patient_id": 99}, "patient"),
        ({"visit_type_id": 99}, "visit_type"),
        ({"practitioners": (99,)}, "practitioners"),
        ({"locations": (99,)}, "location"),
        ({"minutes": 1}, "minutes"),
        ({"note": "x" * 201}, "note"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(clinic: Clinic, wish: dict[str, object], field: str) -> None:
    with pytest.raises(ClinicError) as told:
        wait(clinic, **wish)  # type: ignore[arg-type]
    assert told.value.field == field
    assert rows(clinic) == ()


def test_the_later_visit_is_a_booked_one_of_theirs(clinic: Clinic) -> None:
    theirs, other = booked(clinic, time(9), patient_id=2), booked(clinic, time(10))
    with pytest.raises(ClinicError):
        wait(clinic, appointment_id=other.appointment_id)
    wait(clinic, appointment_id=theirs.appointment_id)
    assert rows(clinic)[0].later_start == time(9)


def test_another_location_sees_nothing_of_it(clinic: Clinic) -> None:
    made = wait(clinic)
    assert clinic.executor.fetch(waiting, ELSEWHERE, None) == ()
    with pytest.raises(ClinicError):
        clinic.do(withdraw, Withdraw(entry_id=made.entry_id, version=made.version), ELSEWHERE)


def test_an_entry_that_is_not_there(clinic: Clinic) -> None:
    with pytest.raises(NotFound):
        clinic.do(withdraw, Withdraw(entry_id=99, version=1))
