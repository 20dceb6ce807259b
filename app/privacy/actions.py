"""Breaking the glass and looking at it afterwards, restricting a record, writing down a disclosure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from app.core.access import Actor, Permission, refusal
from app.core.actions import action
from app.core.errors import ClinicError, NotFound, ReasonNeeded
from app.core.sessions import WriteSession
from app.core.values import Command
from app.documents.queries import patient_in_reach
from app.patients.actions.register import check_version
from app.patients.queries.reach import clinic_day
from app.patients.queries.record import live_patient
from app.patients.rules.codes import Restriction
from app.patients.rules.glass import OPEN_FOR
from app.patients.rules.writing import clean
from app.patients.tables import GlassBreak, Patient
from app.privacy.rules import GlassReason, Purpose
from app.privacy.tables import Disclosure
from app.schedule.rules import GHOSTS
from app.schedule.tables import Appointment
from app.staff.actions.signing import proven
from app.staff.tables import User

#: the longest reason and finding, in signs
_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakGlass(Command):
    """Open a restricted record for an hour; `reason` says why in words, `password` is one's own once more."""

    patient_id: int
    reason_code: GlassReason
    password: str


@dataclass(frozen=True, slots=True)
class GlassResult:
    """Whether the glass is open, and until when; else the seconds that the next password waits."""

    patient_id: int = 0
    ok: bool = False
    until: datetime | None = None
    seconds: int = 0
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewGlass(Command):
    """The privacy office has looked at a broken glass; `finding` in a few words."""

    glass_id: int
    version: int
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Restrict(Command):
    """Restrict a record, or lift it (`none`); why stands in `reason`."""

    patient_id: int
    version: int
    restriction: Restriction


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDisclosure(Command):
    """Something of a record was given to somebody."""

    patient_id: int
    made_on: date
    recipient: str
    what: str
    purpose: Purpose
    recipient_address: str = ""
    purpose_note: str = ""
    suspended_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidDisclosure(Command):
    """A disclosure was written down by mistake; why stands in `reason`."""

    disclosure_id: int
    version: int


@dataclass(frozen=True, slots=True)
class PrivacyKey:
    """The row touched and its version now."""

    id: int
    version: int
    patient_id: int


def place_of(session: WriteSession, command: BreakGlass) -> tuple[int, ...]:
    """Where a restricted record belongs, so that the right to break its glass ends there."""
    home = session.scalar(select(Patient.home_location_id).where(Patient.id == command.patient_id))
    return () if home is None else (home,)


@action(Permission.BREAK_GLASS, says="{outcome}", located=place_of, sealed=True)
def break_glass(session: WriteSession, actor: Actor, command: BreakGlass) -> GlassResult:
    """Open a restricted record for an hour. A wrong password opens nothing and counts as a failed sign-in.

    Raises NotFound, ReasonNeeded without words, Refused for a role that is bound to today's visits.
    """
    patient = live_patient(session, command.patient_id)
    if len(command.reason.strip()) < 3:
        raise ReasonNeeded("Say why you open this record.", field="reason", next_step="Write it in a few words.")
    grant = actor.grant(Permission.BREAK_GLASS)
    if grant is not None and grant.masked and not _is_here_today(session, actor, patient):
        raise refusal(Permission.BREAK_GLASS)
    seconds = proven(session, session.get_one(User, actor.user_id), command.password)
    if seconds is not None:
        return GlassResult(patient.id, seconds=seconds, outcome="A password did not fit before a restricted record")
    until = session.now + OPEN_FOR
    session.add(
        GlassBreak(
            patient_id=patient.id, user_id=actor.user_id, user_name=actor.name, at=session.now, until=until,
            reason_code=command.reason_code.value, reason=clean(command.reason, "reason", _LONGEST_REASON),
        )
    )  # fmt: skip
    return GlassResult(patient.id, True, until, outcome="Opened a restricted record")


def _is_here_today(session: WriteSession, actor: Actor, patient: Patient) -> bool:
    """Whether the patient has a visit today at one of the actor's locations."""
    wanted = select(Appointment.location_id, Appointment.day).where(
        Appointment.patient_id == patient.id,
        Appointment.location_id.in_(actor.locations),
        Appointment.status.not_in(GHOSTS),
        Appointment.day >= session.now.date() - timedelta(days=1),
        Appointment.day <= session.now.date() + timedelta(days=1),
    )
    return any(row.day == clinic_day(session, row.location_id) for row in session.execute(wanted))


@action(Permission.REVIEW_ACCESS, says="Looked at a broken glass: {finding}")
def review_glass(session: WriteSession, actor: Actor, command: ReviewGlass) -> PrivacyKey:
    """Sign off a broken glass. Nobody signs off their own. Raises NotFound, Stale, ClinicError at `finding`."""
    row = session.get(GlassBreak, command.glass_id, with_for_update=True)
    if row is None:
        raise NotFound("There is no such entry.", next_step="Look at the list again.")
    check_version(row.version, command.version)
    if row.user_id == actor.user_id:
        raise ClinicError("Somebody else looks at this one.", next_step="Ask a colleague of the privacy office.")
    finding = clean(command.finding, "finding", _LONGEST_REASON)
    if not finding:
        raise ClinicError("What did you find?", field="finding", next_step="Write it in a few words.")
    row.reviewed_at, row.reviewed_by_name, row.finding = session.now, actor.name, finding
    session.flush()
    return PrivacyKey(row.id, row.version, row.patient_id)


@action(Permission.RESTRICT, says="Restriction of the record: {restriction}")
def restrict(session: WriteSession, actor: Actor, command: Restrict) -> PrivacyKey:
    """Restrict a record or lift it. Raises NotFound, Stale, ReasonNeeded."""
    patient = live_patient(session, command.patient_id)
    if not command.reason.strip():
        raise ReasonNeeded("Say why.", field="reason", next_step="Write it in a few words.")
    check_version(patient.version, command.version)
    patient.restriction = command.restriction
    session.flush()
    return PrivacyKey(patient.id, patient.version, patient.id)


@action(Permission.DISCLOSE, says="Disclosed to {recipient} ({purpose})")
def add_disclosure(session: WriteSession, actor: Actor, command: AddDisclosure) -> PrivacyKey:
    """Write down a disclosure. Raises ClinicError at the field, NotFound, ReasonNeeded, GlassNeeded."""
    patient = patient_in_reach(session, actor, Permission.DISCLOSE, command.patient_id, command.reason)
    today = clinic_day(session, patient.home_location_id)
    if command.made_on > today:
        raise ClinicError("That day is still to come.", field="made_on", next_step="Check the date.")
    texts = {
        "recipient": clean(command.recipient, "recipient", 200),
        "what": clean(command.what, "what", 2000, lines=True),
        "recipient_address": clean(command.recipient_address, "recipient_address", 300),
        "purpose_note": clean(command.purpose_note, "purpose_note", 1000, lines=True),
    }
    if not texts["recipient"]:
        raise ClinicError("Who was told?", field="recipient", next_step="Write the name.")
    if not texts["what"]:
        raise ClinicError("What was told?", field="what", next_step="Write it in a few words.")
    row = Disclosure(
        patient_id=patient.id, made_on=command.made_on, purpose=command.purpose,
        suspended_until=command.suspended_until, entered_at=session.now, entered_by_name=actor.name, **texts,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return PrivacyKey(row.id, row.version, patient.id)


@action(Permission.DISCLOSE, says="Made a disclosure void")
def void_disclosure(session: WriteSession, actor: Actor, command: VoidDisclosure) -> PrivacyKey:
    """Take a disclosure out of the accounting; it stays to be seen. Raises NotFound, Stale, ReasonNeeded."""
    row = session.get(Disclosure, command.disclosure_id, with_for_update=True)
    if row is None or row.voided_at is not None:
        raise NotFound("There is no such disclosure.", next_step="Look at the list again.")
    if not command.reason.strip():
        raise ReasonNeeded("Say why.", field="reason", next_step="Write it in a few words.")
    patient_in_reach(session, actor, Permission.DISCLOSE, row.patient_id, command.reason)
    check_version(row.version, command.version)
    row.voided_at, row.void_reason = session.now, clean(command.reason, "reason", 200)
    session.flush()
    return PrivacyKey(row.id, row.version, row.patient_id)
