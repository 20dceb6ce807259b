"""Rules that were set aside: for a visit, or ahead for one that may be booked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local
from app.core.errors import ClinicError
from app.core.ports import WorklistRow
from app.core.sessions import ReadSession, WriteSession
from app.core.text import tr
from app.kit.dates import short_day, show_time
from app.patients.queries.eyes import eyes_of
from app.patients.tables import Patient
from app.schedule.queries.free import place
from app.schedule.rules.capacity import OverrideState, Rule, override_state
from app.schedule.tables import Appointment, BookingOverride
from app.staff.tables import Location, Practitioner

#: how many days one list may span, and how far back and ahead the worklist looks
MOST_DAYS, BACK, AHEAD = 370, 7, 14


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """One time rules were set aside, or may be. No patient: whoever is booked. `rules`: which ones, once it was used."""

    id: int
    version: int
    location_id: int
    practitioner_id: int
    practitioner: str
    patient_id: int | None
    patient: str
    day: date
    start: time
    minutes: int
    rules: tuple[Rule, ...]
    why: str
    given_at: datetime
    given_by: str
    appointment_id: int | None
    state: OverrideState


def _patients(rows: Iterable[OverrideRow]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row.patient_id for row in rows if row.patient_id is not None))


@query(Permission.OVERRIDE, subjects=_patients)
def overrides(session: ReadSession, actor: Actor, location_id: int, first: date, last: date) -> tuple[OverrideRow, ...]:
    """What was set aside at a location for visits from one day to another, both included, by time.

    Raises ClinicError for a last day that lies before the first, or a year after it.
    """
    actor.sees(Permission.OVERRIDE, location_id)
    if not 0 <= (last - first).days < MOST_DAYS:
        raise ClinicError("The last day lies before the first.", field="day", next_step="Choose a later last day.")
    location = place(session, location_id)
    return _rows(session, actor, location, first, last)


def _rows(session: ReadSession, actor: Actor, location: Location, first: date, last: date) -> tuple[OverrideRow, ...]:
    begin, end = day_bounds(first, location.zone)[0], day_bounds(last, location.zone)[1]
    wanted = (
        select(BookingOverride, Practitioner.family, Patient)
        .join(Practitioner, Practitioner.id == BookingOverride.practitioner_id)
        .outerjoin(Patient, Patient.id == BookingOverride.patient_id)
        .where(
            BookingOverride.location_id == location.id,
            BookingOverride.starts_at >= begin,
            BookingOverride.starts_at < end,
        )
        .order_by(BookingOverride.starts_at, BookingOverride.id)
    )
    eyes, rows = eyes_of(session, actor), []
    for one, practitioner, patient in session.execute(wanted):
        wall = local(one.starts_at, location.zone)
        rows.append(
            OverrideRow(
                one.id, one.version, one.location_id, one.practitioner_id, practitioner, one.patient_id,
                eyes.name(patient.id, patient) if one.patient_id is not None else "", wall.date(), wall.time(),
                int((one.ends_at - one.starts_at).total_seconds()) // 60,
                tuple(Rule(code) for code in one.rules.split(",") if code), one.why, one.given_at, one.given_by_name,
                one.appointment_id, override_state(one.used_at, one.voided_at, one.expires_at, session.now),
            )
        )  # fmt: skip
    return tuple(rows)


class Overrides:
    """What was set aside for visits of the last week and from now on, and what may be: for who has to answer for it."""

    code = "overrides"

    def title(self) -> str:
        """The list's name."""
        return tr("Rules set aside")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """From today on by time, then what is over, the latest first. Raises Refused for who may not see them."""
        seen = actor.sees(Permission.OVERRIDE, location_id)
        wanted = select(Location).where(Location.active).order_by(Location.id)
        if seen is not None:
            wanted = wanted.where(Location.id.in_(seen))
        first, last = today - timedelta(days=BACK), today + timedelta(days=AHEAD)
        found = [row for one in session.scalars(wanted).all() for row in _rows(session, actor, one, first, last)]
        kept = [row for row in found if row.state is not OverrideState.TAKEN_BACK]
        kept.sort(key=lambda row: (row.day, row.start, row.id))
        ahead, over = [row for row in kept if row.day >= today], [row for row in kept if row.day < today]
        return tuple(_line(row) for row in (*ahead, *reversed(over)))


def _line(row: OverrideRow) -> WorklistRow:
    when = tr(
        "{day} · {time} · {practitioner}",
        day=short_day(row.day),
        time=show_time(row.start),
        practitioner=row.practitioner,
    )
    said = {"who": row.given_by, "why": row.why}
    if row.state is OverrideState.OPEN:
        detail = tr("Not used yet: {why} ({who})", **said)
    elif row.state is OverrideState.EXPIRED:
        detail = tr("Not used, and over: {why} ({who})", **said)
    else:
        detail = tr("Booked against the rules: {why} ({who})", **said)
    title = f"{row.patient or tr('Anybody')} – {when}"
    return WorklistRow(f"override-{row.id}", title, detail, row.patient_id, row.appointment_id, row.day)


def open_override(
    session: WriteSession, location_id: int, practitioner_id: int, patient_id: int, begin: datetime, end: datetime,
    visit_id: int = 0,
) -> BookingOverride | None:  # fmt: skip
    """What lets a booking go against the rules: its visit's own override of that time, else one that was given ahead.

    Given ahead: for its practitioner and patient, around its time, not used, not expired, not taken back.
    """
    mine = BookingOverride.appointment_id == visit_id
    ahead = (
        (BookingOverride.expires_at > session.now)
        & BookingOverride.used_at.is_(None)
        & BookingOverride.voided_at.is_(None)
        & or_(BookingOverride.patient_id.is_(None), BookingOverride.patient_id == patient_id)
    )
    wanted = select(BookingOverride).where(
        BookingOverride.location_id == location_id,
        BookingOverride.practitioner_id == practitioner_id,
        BookingOverride.starts_at <= begin,
        BookingOverride.ends_at >= end,
        or_(mine, ahead),
    )
    nearest = wanted.order_by(
        BookingOverride.appointment_id.is_(None), BookingOverride.patient_id.is_(None), BookingOverride.id
    )
    return session.scalars(nearest.limit(1)).first()


def was_overridden(session: Session, visit: Appointment | None) -> bool:
    """Whether a visit was booked with a rule set aside."""
    wanted = select(BookingOverride.id).where(
        BookingOverride.appointment_id == (visit.id if visit else 0), BookingOverride.used_at.is_not(None)
    )
    return session.scalars(wanted.limit(1)).first() is not None
