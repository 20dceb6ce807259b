from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from time import perf_counter

import pytest
from sqlalchemy import event, update
from sqlalchemy.orm import Session

from app.core.access import Grant, Permission
from app.core.errors import NotFound, Refused
from app.documents.rules import DocumentKind
from app.insurance.rules import CoverageStatus
from app.insurance.tables import Coverage
from app.patients.rules.codes import NoteKind, Restriction
from app.patients.tables import GlassBreak, Patient
from app.patients.tables.record import PatientNote
from app.readiness.rules import LampCode, LampState
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.staff.tables import User
from app.visits.queries import badges, board, board_row
from app.visits.rules import BoardState, CopayState, Group, Step, clocked
from tests.support.clinic import ANYONE, Clinic
from tests.visits.flow import CLERK, ELSEWHERE, NOBODY, OWN, arrived, booked, checked_in, papers, row, without

NOW = datetime(2026, 3, 10, 17, 40, tzinfo=UTC)


def test_a_row_says_who_when_and_what_is_next(clinic: Clinic) -> None:
    clinic.add(
        PatientNote(patient_id=1, kind=NoteKind.NOTE, text="quiet", created_at=NOW, created_by_name="x"),
        PatientNote(patient_id=1, kind=NoteKind.ALERT, text="old", created_at=NOW, created_by_name="x", ended_at=NOW),
        PatientNote(patient_id=1, kind=NoteKind.ALERT, text="Fall risk", created_at=NOW, created_by_name="x"),
    )
    shown = row(clinic, booked(clinic, time(10, 30)))
    assert (shown.patient, shown.mrn, shown.birth_date, shown.age) == (
        "Núñez, María José",
        "100001",
        date(1971, 6, 30),
        54,
    )
    assert (shown.start, shown.minutes, shown.visit_type, shown.practitioner) == (
        time(10, 30), 30, "Follow-up 45", "Okafor, PT",
    )  # fmt: skip
    assert (shown.state, shown.late, shown.group, shown.step) == (BoardState.LATE, 10, Group.COMING, Step.ARRIVE)
    assert (shown.alert, shown.payer, shown.copay, shown.due_cents) == (
        "Fall risk", "Blue Shield PPO", CopayState.DUE, 2500,
    )  # fmt: skip
    assert shown.not_ready
    assert shown.waiting is None


def test_lamps_that_have_no_room_yet_are_not_shown(clinic: Clinic) -> None:
    papers(clinic, kinds=(DocumentKind.PHOTO_ID, DocumentKind.INSURANCE_CARD))
    lamps = row(clinic, booked(clinic)).lamps
    shown = {lamp.code: lamp.state for lamp in lamps if lamp is not None}
    assert len(lamps) == 8
    assert shown == {
        LampCode.ID: LampState.OK,
        LampCode.CARD: LampState.OK,
        LampCode.FORMS: LampState.MISSING,
        LampCode.BALANCE: LampState.OK,
    }


def test_all_green(clinic: Clinic) -> None:
    papers(clinic)
    shown = row(clinic, booked(clinic))
    assert (shown.open_points, shown.not_ready) == (0, False)


def test_a_new_plan_asks_for_a_new_card(clinic: Clinic) -> None:
    papers(clinic)
    clinic.add(
        Coverage(
            patient_id=1, payer_id=1, rank=1, copay_cents=None, starts_on=date(2026, 6, 1), status=CoverageStatus.ACTIVE
        )
    )
    visit = booked(clinic, day=date(2026, 9, 15))
    shown = clinic.executor.fetch(board, ANYONE, 1, date(2026, 9, 15))[0]
    assert shown.appointment_id == visit
    card = shown.lamps[1]
    assert card is not None
    assert (card.state, card.items) == (LampState.MISSING, ("insurance-card",))
    assert shown.copay is CopayState.ASK  # nobody has asked yet what the new plan's co-pay is


def test_who_pays_is_not_known(clinic: Clinic) -> None:
    shown = row(clinic, booked(clinic, patient_id=2))
    assert shown.lamps[1] is not None
    assert shown.lamps[1].state is LampState.UNKNOWN
    assert (shown.copay, shown.due_cents, shown.payer) == (CopayState.ASK, None, "")


def test_what_earlier_visits_owe_is_a_lamp(clinic: Clinic) -> None:
    visit = booked(clinic)
    checked_in(clinic, visit)
    later = booked(clinic, day=clinic.day + timedelta(days=7))
    lamp = clinic.executor.fetch(board_row, ANYONE, later).lamps[7]
    assert lamp is not None
    assert lamp.state is LampState.MISSING
    assert "25.00" in lamp.reason
    today = row(clinic, visit).lamps[7]
    assert today is not None
    assert today.state is LampState.OK  # what is due today is no balance yet


def test_a_cancelled_visit_stays_as_a_ghost_with_its_reason(clinic: Clinic) -> None:
    visit = booked(clinic, time(14, 0))
    version = row(clinic, visit).appointment_version
    clinic.do(cancel_appointment, CancelAppointment(appointment_id=visit, version=version, reason_code="sick"))
    shown = row(clinic, visit)
    assert (shown.state, shown.step, shown.ghost, shown.copay) == (
        BoardState.CANCELLED, Step.FILL_SLOT, "Sick", CopayState.NONE,
    )  # fmt: skip


def test_order_and_location(clinic: Clinic) -> None:
    ids = [booked(clinic, time(14, 0)), booked(clinic, time(8, 0)), booked(clinic, time(11, 0), patient_id=2)]
    rows = clinic.executor.fetch(board, CLERK, None, clinic.day)
    assert [one.appointment_id for one in rows] == [ids[1], ids[2], ids[0]]
    assert clinic.executor.fetch(board, ANYONE, 2, clinic.day) == ()
    assert clinic.executor.fetch(board, ELSEWHERE, None, clinic.day) == ()
    for actor in (ELSEWHERE, NOBODY, without(Permission.SEARCH_PATIENT)):
        with pytest.raises(Refused):
            clinic.executor.fetch(board, actor, 1, clinic.day)
    with pytest.raises(NotFound):
        clinic.executor.fetch(board_row, ELSEWHERE, ids[0])


def test_masked_sight_shows_initials_and_no_money(clinic: Clinic) -> None:
    booked(clinic)
    seen = {Permission.SEARCH_PATIENT: OWN, Permission.VIEW_PATIENT: Grant(masked=True)}
    (shown,) = clinic.executor.fetch(board, replace(CLERK, grants=seen), 1, clinic.day)
    assert (shown.patient, shown.birth_date, shown.mrn, shown.payer, shown.due_cents) == ("N. M.", None, "", "", None)
    assert shown.lamps[1] is None is shown.lamps[7]


def test_badges_for_the_schedule(clinic: Clinic) -> None:
    visit = booked(clinic)
    arrived(clinic, visit)
    (badge,) = clinic.executor.fetch(badges, CLERK, 1, clinic.day)
    assert (badge.appointment_id, badge.word, badge.ring, badge.open_points) == (visit, "Arrived", "quarter", 3)


def test_a_row_moves_on_with_the_clock_alone(clinic: Clinic) -> None:
    waits, comes = booked(clinic), booked(clinic, time(10, 45), patient_id=2)
    arrived(clinic, waits)
    later = NOW + timedelta(minutes=16)
    for visit in (waits, comes):
        before = row(clinic, visit)
        assert clocked(before, NOW) is before
        moved = clocked(before, later)
        clinic.database.clock.at = later  # type: ignore[attr-defined]
        assert moved == row(clinic, visit)
        clinic.database.clock.at = NOW  # type: ignore[attr-defined]


def test_a_full_board_is_four_round_trips_and_quick(clinic: Clinic) -> None:
    papers(clinic)
    asked: list[str] = []
    for number in range(16):
        booked(clinic, time(8 + number // 4, number % 4 * 15), practitioner_id=1 + number % 2, minutes=15, patient_id=1)
    event.listen(clinic.database.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    began = perf_counter()
    rows = clinic.executor.fetch(board, ANYONE, 1, clinic.day)
    print(f"board of {len(rows)}: {(perf_counter() - began) * 1000:.1f} ms")
    assert sum(1 for one in asked if one.lstrip().upper().startswith("SELECT")) == 4  # one of them about glasses


def test_a_restricted_record_shows_initials_until_its_glass_is_broken(clinic: Clinic) -> None:
    booked(clinic)
    clinic.add(User(user_name="ana", display_name="Ana", password_hash="x", created_at=NOW))
    with Session(clinic.database.engine.execution_options(frontdesk_write=True)) as session:
        session.execute(update(Patient).values(restriction=Restriction.VIP))
        session.commit()
    (row,) = clinic.executor.fetch(board, ANYONE, 1, clinic.day)
    assert (row.patient, row.mrn, row.birth_date, row.note) == ("N. M.", "", None, "")
    clinic.add(
        GlassBreak(
            patient_id=1, user_id=1, user_name="Ana", at=NOW, until=NOW + timedelta(hours=1), reason_code="care",
            reason="asked",
        )
    )  # fmt: skip
    (row,) = clinic.executor.fetch(board, ANYONE, 1, clinic.day)
    assert row.patient == "Núñez, María José"


def test_the_shade_leaves_initials_and_the_rest(clinic: Clinic) -> None:
    booked(clinic)
    (row,) = clinic.executor.fetch(board, replace(ANYONE, shaded=True), 1, clinic.day)
    assert (row.patient, row.mrn) == ("N. M.", "100001")
