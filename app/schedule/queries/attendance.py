"""How a patient keeps visits: late cancels and missed visits, the clinic's rule, and what it says about one more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.errors import NotFound
from app.core.sessions import ReadSession
from app.insurance.rules import CoverageStatus
from app.insurance.tables import Coverage, Payer
from app.patients.queries.reach import clinic_day
from app.schedule.queries.rows import Absences
from app.schedule.rules import Absence, Consequence
from app.schedule.rules.attendance import Policy, Proposal, charges_nobody, in_window, propose, shipped_policy
from app.schedule.tables import Appointment, AttendanceMark, AttendancePolicy


@dataclass(frozen=True, slots=True)
class Attendance:
    """A visit that may be cancelled or missed: what stood before, the rule, and what it would say of either."""

    appointment_id: int
    patient_id: int
    starts_at: datetime
    before: Absences
    policy: Policy
    late_cancel: Proposal
    no_show: Proposal
    own_rule: bool
    mark: "MarkRow | None" = None


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark as it stands."""

    id: int
    version: int
    absence: Absence
    consequence: Consequence
    cents: int
    day: date
    waived: bool
    waive_reason: str
    waive_note: str
    waived_by: str
    reviewed: bool


def rule_at(session: Session, location_id: int, day: date) -> tuple[Policy, bool]:
    """The rule in force at a location on a day: its own, else the group's, else the shipped one; whether it is a set one."""
    wanted = (
        select(AttendancePolicy)
        .where(
            or_(AttendancePolicy.location_id == location_id, AttendancePolicy.location_id.is_(None)),
            AttendancePolicy.valid_from <= day,
            or_(AttendancePolicy.valid_to.is_(None), AttendancePolicy.valid_to >= day),
        )
        .order_by(
            AttendancePolicy.location_id.is_(None), AttendancePolicy.valid_from.desc(), AttendancePolicy.id.desc()
        )
        .limit(1)
    )
    row = session.scalars(wanted).first()
    return (shipped_policy(), False) if row is None else (_policy(row), True)


def _policy(row: AttendancePolicy) -> Policy:
    return Policy(
        row.notice_hours, row.window_days, row.warn_after, row.fee_after, row.review_after,
        row.late_cancel_cents, row.no_show_cents,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule of a location, and the days it holds; one `to_come` can be taken back."""

    id: int
    version: int
    valid_from: date
    valid_to: date | None
    policy: Policy
    to_come: bool


@dataclass(frozen=True, slots=True)
class RuleNow:
    """The rule in force at a location; `is_set`: somebody set it, else it is the shipped one.

    `rules` are all that were ever set there, the latest first.
    """

    policy: Policy
    is_set: bool
    today: date
    rules: tuple[RuleRow, ...] = ()


@query(Permission.OWN_SESSION)
def attendance_rule(session: ReadSession, actor: Actor, location_id: int) -> RuleNow:
    """The rule for absences that is in force at a location today, and those before and after it."""
    today = clinic_day(session, location_id)
    wanted = select(AttendancePolicy).where(AttendancePolicy.location_id == location_id)
    rules = tuple(
        RuleRow(row.id, row.version, row.valid_from, row.valid_to, _policy(row), row.valid_from > today)
        for row in session.scalars(wanted.order_by(AttendancePolicy.valid_from.desc(), AttendancePolicy.id.desc()))
    )
    return RuleNow(*rule_at(session, location_id, today), today, rules)


def _marks(patient_ids: Iterable[int]) -> Select[AttendanceMark]:
    return select(AttendanceMark).where(
        AttendanceMark.patient_id.in_(list(patient_ids)), AttendanceMark.voided_at.is_(None)
    )


def absences_of(
    session: Session, patient_id: int, of_visit: date, window_days: int, without: int | None = None
) -> Absences:
    """A patient's absences that are counted with a visit of a day, at every location; `without` that visit itself."""
    late = missed = waived = 0
    for mark in session.scalars(_marks([patient_id])):
        if mark.appointment_id == without or not in_window(mark.day, of_visit, window_days):
            continue
        if mark.waived_at is not None:
            waived += 1
        elif mark.absence is Absence.NO_SHOW:
            missed += 1
        else:
            late += 1
    return Absences(late, missed, waived, window_days)


def absences_now(session: Session, patient_id: int, location_id: int, today: date) -> Absences:
    """A patient's absences as the rule of a location counts them today."""
    return absences_of(session, patient_id, today, rule_at(session, location_id, today)[0].window_days)


def counted_of(session: Session, patient_ids: Iterable[int], since: date) -> dict[int, int]:
    """How many absences of each patient count since a day; patients without any are left out."""
    wanted = (
        select(AttendanceMark.patient_id, func.count())
        .where(
            AttendanceMark.patient_id.in_(list(patient_ids)),
            AttendanceMark.voided_at.is_(None),
            AttendanceMark.waived_at.is_(None),
            AttendanceMark.day > since,
        )
        .group_by(AttendanceMark.patient_id)
    )
    return {row[0]: row[1] for row in session.execute(wanted)}


def _no_fee(session: Session, patient_id: int, day: date) -> bool:
    wanted = (
        select(Payer.kind)
        .join(Coverage, Coverage.payer_id == Payer.id)
        .where(
            Coverage.patient_id == patient_id,
            Coverage.status == CoverageStatus.ACTIVE,
            or_(Coverage.starts_on.is_(None), Coverage.starts_on <= day),
            or_(Coverage.ends_on.is_(None), Coverage.ends_on >= day),
        )
    )
    return charges_nobody([kind.value for kind in session.scalars(wanted)], day)


def proposal_for(session: Session, visit: Appointment, absence: Absence) -> Proposal:
    """What the rule in force on the visit's day says, if this visit becomes an absence now."""
    policy, _ = rule_at(session, visit.location_id, visit.day)
    before = absences_of(session, visit.patient_id, visit.day, policy.window_days, visit.id)
    return propose(policy, absence, before.counted, no_fee=_no_fee(session, visit.patient_id, visit.day))


@query(Permission.SEARCH_PATIENT, subjects=lambda found: (found.patient_id,))
def attendance(session: ReadSession, actor: Actor, appointment_id: int) -> Attendance:
    """How the patient of a visit keeps visits, and what a late cancel or a no-show would mean. Raises NotFound."""
    visit = session.get(Appointment, appointment_id)
    reach = actor.sees(Permission.SEARCH_PATIENT, None)
    if visit is None or (reach is not None and visit.location_id not in reach):
        raise NotFound("There is no such visit.", next_step="Go back to the schedule.")
    policy, own = rule_at(session, visit.location_id, visit.day)
    before = absences_of(session, visit.patient_id, visit.day, policy.window_days, visit.id)
    no_fee = _no_fee(session, visit.patient_id, visit.day)
    late, missed = (propose(policy, one, before.counted, no_fee=no_fee) for one in Absence)
    found = session.scalars(_marks([visit.patient_id]).where(AttendanceMark.appointment_id == visit.id)).first()
    return Attendance(
        visit.id,
        visit.patient_id,
        visit.starts_at,
        before,
        policy,
        late,
        missed,
        own,
        None if found is None else _mark_row(found),
    )


def _mark_row(mark: AttendanceMark) -> MarkRow:
    return MarkRow(
        mark.id, mark.version, mark.absence, mark.consequence, mark.cents, mark.day, mark.waived_at is not None,
        mark.waive_reason, mark.waive_note, mark.waived_by_name, mark.reviewed_at is not None,
    )  # fmt: skip
