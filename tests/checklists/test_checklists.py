from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from app.checklists.actions import (
    AttachForItem,
    WaiveItem,
    WithdrawWaiver,
    attach_for_item,
    waive_item,
    withdraw_waiver,
)
from app.checklists.queries import MissingDocuments, visit_checklist
from app.checklists.rules import ItemState
from app.checklists.tables import Waiver
from app.core.access import Permission
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused, Stale
from tests.support.clinic import Clinic
from tests.visits.flow import CLERK, ELSEWHERE, NOBODY, booked, checked_in, papers, picture, without


def state(clinic: Clinic, visit: int, code: str) -> ItemState:
    found = clinic.executor.fetch(visit_checklist, CLERK, visit)
    return next(item.state for item in found.items if item.code == code)


def drop(visit: int, code: str = "photo-id", data: bytes = b"") -> AttachForItem:
    return AttachForItem(appointment_id=visit, item_code=code, data=data or picture(), file_name="scan.png")


def test_a_file_dropped_on_an_item_is_stored(clinic: Clinic) -> None:
    visit = booked(clinic)
    assert state(clinic, visit, "photo-id") is ItemState.MISSING
    assert clinic.do(attach_for_item, drop(visit), CLERK).document_id
    assert state(clinic, visit, "photo-id") is ItemState.RECEIVED
    with pytest.raises(ClinicError):
        clinic.do(attach_for_item, drop(visit, "privacy-notice", b"MZ no paper"), CLERK)
    for wrong in (drop(visit, "referral"), drop(99)):
        with pytest.raises(NotFound):
            clinic.do(attach_for_item, wrong, CLERK)


def test_a_licence_that_has_ended(clinic: Clinic) -> None:
    visit = booked(clinic)
    ended = AttachForItem(
        appointment_id=visit, item_code="photo-id", data=picture(), file_name="a.png", expires_on=date(2026, 2, 28)
    )
    clinic.do(attach_for_item, ended, CLERK)
    assert state(clinic, visit, "photo-id") is ItemState.EXPIRED


def test_a_waiver_holds_for_one_visit_until_it_is_withdrawn(clinic: Clinic) -> None:
    visit, other = booked(clinic), booked(clinic, time(14, 0))
    key = clinic.do(waive_item, WaiveItem(appointment_id=visit, item_code="photo-id", reason="known"), CLERK)
    assert (state(clinic, visit, "photo-id"), state(clinic, other, "photo-id")) == (
        ItemState.WAIVED, ItemState.MISSING,
    )  # fmt: skip
    item = clinic.executor.fetch(visit_checklist, CLERK, visit).items[0]
    assert (item.waived_by, item.waive_reason, item.waiver_id) == (CLERK.name, "known", key.waiver_id)
    with pytest.raises(ClinicError, match="not missing"):
        clinic.do(waive_item, WaiveItem(appointment_id=visit, item_code="photo-id", reason="known"), CLERK)
    with pytest.raises(Stale):
        clinic.do(withdraw_waiver, WithdrawWaiver(waiver_id=key.waiver_id, version=key.version + 1), CLERK)
    back = WithdrawWaiver(waiver_id=key.waiver_id, version=key.version)
    assert clinic.do(withdraw_waiver, back, CLERK) == clinic.do(withdraw_waiver, back, CLERK)
    assert state(clinic, visit, "photo-id") is ItemState.MISSING
    with pytest.raises(NotFound):
        clinic.do(withdraw_waiver, WithdrawWaiver(waiver_id=key.waiver_id, version=2), CLERK)


def test_who_may_not(clinic: Clinic) -> None:
    visit = booked(clinic)
    waive = WaiveItem(appointment_id=visit, item_code="photo-id", reason="known")
    with pytest.raises(ReasonNeeded):
        clinic.do(waive_item, WaiveItem(appointment_id=visit, item_code="photo-id"), CLERK)
    for actor in (NOBODY, ELSEWHERE, without(Permission.OVERRIDE, Permission.ATTACH_DOCUMENT)):
        with pytest.raises(Refused):
            clinic.do(waive_item, waive, actor)
        with pytest.raises(Refused):
            clinic.do(attach_for_item, drop(visit), actor)
    key = clinic.do(waive_item, waive, CLERK)
    for actor in (NOBODY, ELSEWHERE):
        with pytest.raises(Refused):
            clinic.do(withdraw_waiver, WithdrawWaiver(waiver_id=key.waiver_id, version=1), actor)
    with pytest.raises(NotFound):
        clinic.executor.fetch(visit_checklist, ELSEWHERE, visit)
    assert len(clinic.rows(lambda session: session.scalars(select(Waiver)).all())) == 1


def test_the_worklist_of_missing_documents(clinic: Clinic) -> None:
    today, next_week = booked(clinic), booked(clinic, day=clinic.day + timedelta(days=7))
    far = booked(clinic, day=clinic.day + timedelta(days=9))
    checked_in(clinic, today)  # with everything accepted as missing
    other = booked(clinic, time(14, 0), patient_id=2)
    with clinic.database.reading() as session:
        rows = MissingDocuments().rows(session, CLERK, 1, clinic.day)
        assert MissingDocuments().rows(session, ELSEWHERE, None, clinic.day) == ()
        with pytest.raises(Refused):
            MissingDocuments().rows(session, NOBODY, 1, clinic.day)
    assert [row.appointment_id for row in rows] == [today, other]
    assert rows[0].detail.startswith("Photo ID, Insurance card")
    assert rows[0].title == "Núñez, María José"
    assert {next_week, far}.isdisjoint({row.appointment_id for row in rows})
    papers(clinic)
    papers(clinic, patient_id=2)
    with clinic.database.reading() as session:
        assert MissingDocuments().rows(session, CLERK, 1, clinic.day) == ()
    assert MissingDocuments().title()
