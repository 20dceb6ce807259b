"""A patient's photo: put in place of the last one, taken away, and brought back."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.access import Actor, Permission, refusal
from app.core.actions import action
from app.core.errors import ClinicError, NotFound
from app.core.sealing import purpose_key, seal
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.actions.register import editable
from app.patients.queries.photo import PURPOSE, place_of_photo
from app.patients.queries.standing import standing_photo
from app.patients.rules.codes import ConsentKind, Decision
from app.patients.rules.portrait import portrait
from app.patients.tables import Patient
from app.patients.tables.record import PatientConsent, PatientPhoto


@dataclass(frozen=True, slots=True, kw_only=True)
class PutPhoto(Command):
    """A photo, as the bytes of a JPEG or PNG."""

    patient_id: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePhotoAway(Command):
    """The photo is shown no more; it can be brought back."""

    patient_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BringPhotoBack(Command):
    """A photo that was replaced or taken away is shown again."""

    patient_id: int
    photo_id: int


@dataclass(frozen=True, slots=True)
class PhotoKey:
    """The photo that stands now and the one that stood before; 0 for none.

    Both are 0 when a command that holds a photo comes a second time, since its result is not kept.
    """

    patient_id: int = 0
    photo_id: int = 0
    before_id: int = 0


@action(Permission.EDIT_PATIENT, says="Stored a photo", sealed=True)
def put_photo(session: WriteSession, actor: Actor, command: PutPhoto) -> PhotoKey:
    """Store a photo, sealed, in place of the one that stands.

    Raises ClinicError at `photo` for what is none and where the patient said no, NotFound, Refused, ReasonNeeded.
    """
    patient = _changeable(session, actor, command.patient_id, command.reason)
    data = portrait(command.data)
    _check_consent(session, patient.id)
    before = _end(session, patient.id)
    row = PatientPhoto(patient_id=patient.id, sealed=b"", taken_at=session.now, taken_by_name=actor.name)
    session.add(row)
    session.flush()
    row.sealed = seal(purpose_key(session.clinic_key, PURPOSE), data, place_of_photo(row.id))
    return PhotoKey(patient.id, row.id, before)


@action(Permission.EDIT_PATIENT, says="Took the photo away")
def take_photo_away(session: WriteSession, actor: Actor, command: TakePhotoAway) -> PhotoKey:
    """Show the photo no more. Raises NotFound where there is none, Refused, ReasonNeeded."""
    patient = _changeable(session, actor, command.patient_id, command.reason)
    before = _end(session, patient.id)
    if not before:
        raise NotFound("There is no photo.", next_step="Look at the record again.")
    return PhotoKey(patient.id, 0, before)


@action(Permission.EDIT_PATIENT, says="Brought a photo back")
def bring_photo_back(session: WriteSession, actor: Actor, command: BringPhotoBack) -> PhotoKey:
    """Show an earlier photo again, in place of the one that stands. Raises NotFound, Refused, ReasonNeeded."""
    patient = _changeable(session, actor, command.patient_id, command.reason)
    row = session.get(PatientPhoto, command.photo_id)
    if row is None or row.patient_id != patient.id:
        raise NotFound("There is no such photo.", next_step="Look at the record again.")
    _check_consent(session, patient.id)
    before = _end(session, patient.id)
    row.ended_at = None
    return PhotoKey(patient.id, row.id, before)


def _changeable(session: WriteSession, actor: Actor, patient_id: int, reason: str) -> Patient:
    """The patient, for somebody who may change who they are: a role with masked editing may not."""
    grant = actor.grant(Permission.EDIT_PATIENT)
    if grant is None or grant.masked:
        raise refusal(Permission.EDIT_PATIENT)
    return editable(session, actor, patient_id, reason)


def _end(session: WriteSession, patient_id: int) -> int:
    """No photo stands any more; the one that was shown, or 0."""
    shown = standing_photo(session, patient_id) or 0
    wanted = select(PatientPhoto).where(PatientPhoto.patient_id == patient_id, PatientPhoto.ended_at.is_(None))
    for row in session.scalars(wanted):
        row.ended_at = session.now
    return shown


def _check_consent(session: WriteSession, patient_id: int) -> None:
    """Raise ClinicError where the patient refused to have a photo; an answer that is not there yet refuses nothing."""
    said = select(PatientConsent.decision).where(
        PatientConsent.patient_id == patient_id,
        PatientConsent.kind == ConsentKind.PHOTO,
        PatientConsent.ended_on.is_(None),
    )
    if Decision.DENY in set(session.scalars(said)):
        raise ClinicError(
            "This patient did not agree to a photo.",
            next_step="Ask again, and note the answer under Consents.",
            field="photo",
        )
