"""Two worklists that only propose: past visits that nobody came to, and absences that nobody has decided on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, and_, or_, select

from app.core.access import Actor, Permission
from app.core.ports import WorklistRow
from app.core.sessions import ReadSession
from app.core.text import tr
from app.kit.money import show_short
from app.patients.queries.eyes import SEEN
from app.patients.tables import Patient
from app.schedule.queries.attendance import proposal_for, rule_at
from app.schedule.queries.wording import proposal_words
from app.schedule.rules import Absence, AppointmentStatus, Consequence, ReasonKind, reason
from app.schedule.rules.attendance import Proposal, cancel_absence, missed_absence
from app.schedule.tables import Appointment, AttendanceMark
from app.visits.queries.board import Sight, sight_for
from app.visits.tables import Encounter

#: how far back an absence is still decided on, and a past visit proposed as missed
LOOK_BACK = timedelta(days=60)
#: nobody goes through more in a day; the list refills
MOST = 60


@dataclass(frozen=True, slots=True)
class Missed:
    """A past visit that is proposed as missed: what the command that marks it carries."""

    appointment_id: int
    version: int
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Undecided:
    """An absence that was written down and not decided on, or (with a mark) one that the director looks at."""

    appointment_id: int
    proposal: Proposal | None = None
    mark_id: int = 0
    mark_version: int = 0


class ProbablyMissed:
    """Visits of days before today that are still booked: probably nobody came. Nothing is set before a person does."""

    code = "probably-missed"

    def title(self) -> str:
        """The list's name."""
        return tr("Probably missed")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """The oldest first, each with what a no-show would mean."""
        places = actor.sees(Permission.SEARCH_PATIENT, location_id)
        wanted = (
            select(Appointment, Encounter.version.label("further"), *SEEN)
            .join(Patient, Patient.id == Appointment.patient_id)
            .outerjoin(Encounter, Encounter.appointment_id == Appointment.id)
            .where(
                Appointment.status == AppointmentStatus.BOOKED,
                Appointment.day < today,
                Appointment.day >= today - LOOK_BACK,
            )
            .order_by(Appointment.starts_at, Appointment.id)
            .limit(MOST)
        )
        if places is not None:
            wanted = wanted.where(Appointment.location_id.in_(places))
        sight = sight_for(session, actor)
        return tuple(_missed(session, row, sight) for row in session.execute(wanted).all())


def _missed(session: ReadSession, row: Row[*tuple[Any, ...]], sight: Sight) -> WorklistRow:
    visit: Appointment = row.Appointment
    made = proposal_for(session, visit, Absence.NO_SHOW)
    about = Missed(visit.id, visit.version + (row.further or 0), made)
    detail = tr("Still booked. As no-show: {what}", what=proposal_words(made))
    return WorklistRow(
        f"missed-{visit.id}",
        sight.name(visit.patient_id, row),
        detail,
        visit.patient_id,
        visit.id,
        visit.day,
        about=about,
    )


class AttendanceToReview:
    """Absences that the rule sends to the director, and late cancels or missed visits without a decision."""

    code = "attendance"

    def title(self) -> str:
        """The list's name."""
        return tr("Attendance to review")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """What the director looks at first, then what is undecided, the oldest first."""
        places = actor.sees(Permission.SEARCH_PATIENT, location_id)
        sight = sight_for(session, actor)
        return (*_to_review(session, places, sight), *_undecided(session, places, sight, today))


def _to_review(session: ReadSession, places: frozenset[int] | None, sight: Sight) -> Iterable[WorklistRow]:
    wanted = (
        select(AttendanceMark, *SEEN)
        .join(Patient, Patient.id == AttendanceMark.patient_id)
        .where(
            AttendanceMark.consequence.in_((Consequence.REVIEW, Consequence.FEE)),
            AttendanceMark.reviewed_at.is_(None),
            AttendanceMark.waived_at.is_(None),
            AttendanceMark.voided_at.is_(None),
        )
        .order_by(AttendanceMark.day, AttendanceMark.id)
        .limit(MOST)
    )
    if places is not None:
        wanted = wanted.where(AttendanceMark.location_id.in_(places))
    for row in session.execute(wanted).all():
        mark: AttendanceMark = row.AttendanceMark
        fee = show_short(mark.cents) if mark.cents else ""
        parts = (absence_words(mark.absence), tr("{amount} fee", amount=fee) if fee else tr("the director looks at it"))
        yield WorklistRow(
            f"mark-{mark.id}", sight.name(mark.patient_id, row), " · ".join(parts), mark.patient_id,
            mark.appointment_id, mark.day, about=Undecided(mark.appointment_id, None, mark.id, mark.version),
        )  # fmt: skip


def absence_words(absence: Absence) -> str:
    """Late cancel, or no-show."""
    return tr("No-show") if absence is Absence.NO_SHOW else tr("Late cancel")


def _undecided(session: ReadSession, places: frozenset[int] | None, sight: Sight, today: date) -> Iterable[WorklistRow]:
    decided = select(AttendanceMark.id).where(
        AttendanceMark.appointment_id == Appointment.id, AttendanceMark.voided_at.is_(None)
    )
    cancelled = and_(Appointment.status == AppointmentStatus.CANCELLED, Appointment.cancelled_at.is_not(None))
    wanted = (
        select(Appointment, Encounter.outcome_reason, Encounter.left_at, *SEEN)
        .join(Patient, Patient.id == Appointment.patient_id)
        .outerjoin(Encounter, Encounter.appointment_id == Appointment.id)
        .where(
            Appointment.day >= today - LOOK_BACK,
            or_(Appointment.status == AppointmentStatus.NOSHOW, cancelled),
            ~decided.exists(),
        )
        .order_by(Appointment.starts_at, Appointment.id)
    )
    if places is not None:
        wanted = wanted.where(Appointment.location_id.in_(places))
    found = 0
    for row in session.execute(wanted).all():
        absence = _absence(session, row)
        if absence is None:
            continue
        found += 1
        if found > MOST:
            return
        visit: Appointment = row.Appointment
        made = proposal_for(session, visit, absence)
        yield WorklistRow(
            f"undecided-{visit.id}", sight.name(visit.patient_id, row),
            tr("{what}, not decided on. {rule}", what=absence_words(absence), rule=proposal_words(made)),
            visit.patient_id, visit.id, visit.day, about=Undecided(visit.id, made),
        )  # fmt: skip


def _absence(session: ReadSession, row: Row[*tuple[Any, ...]]) -> Absence | None:
    """What a visit that did not take place counts as; who left unseen came, so nothing."""
    visit: Appointment = row.Appointment
    if visit.status is AppointmentStatus.NOSHOW:
        return missed_absence(reason(ReasonKind.NO_SHOW, row.outcome_reason or ""))
    if row.left_at is not None or visit.cancelled_at is None:
        return None
    policy, _ = rule_at(session, visit.location_id, visit.day)
    return cancel_absence(reason(ReasonKind.CANCEL, visit.cancel_reason), visit.starts_at, visit.cancelled_at, policy)
