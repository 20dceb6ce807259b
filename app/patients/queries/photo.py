"""A patient's photo: which one stands, and its bytes."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.access import Actor, Permission, decide
from app.core.actions import query
from app.core.sealing import open_sealed, purpose_key
from app.core.sessions import ClinicSession, ReadSession
from app.patients.queries.glass import check_glass
from app.patients.queries.reach import is_elsewhere
from app.patients.queries.record import elsewhere_needs_reason, live_patient
from app.patients.queries.standing import standing_photo
from app.patients.tables.record import PatientPhoto

#: what the clinic's key is derived for
PURPOSE = "photos"


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as JPEG; no bytes where there is none, or none that this person sees."""

    patient_id: int
    photo_id: int = 0
    data: bytes = b""


def place_of_photo(photo_id: int) -> bytes:
    """What binds the sealed bytes to their row, so that they cannot be put under another one."""
    return f"patient_photo/{photo_id}".encode()


def photo_bytes(session: ClinicSession, photo_id: int) -> bytes:
    """A stored photo in clear. Raises Unavailable where it is damaged or sealed with another key."""
    sealed = session.scalars(select(PatientPhoto.sealed).where(PatientPhoto.id == photo_id)).one()
    return open_sealed(purpose_key(session.clinic_key, PURPOSE), sealed, place_of_photo(photo_id))


@query(Permission.VIEW_PATIENT, subjects=lambda photo: [photo.patient_id], opens=True)
def photo(session: ReadSession, actor: Actor, patient_id: int, reason: str = "") -> Photo:
    """The photo that stands; nothing of it under the privacy shade, or for a role that sees patients masked.

    Raises NotFound, Refused, GlassNeeded, ReasonNeeded as the record does, and Unavailable for damaged bytes.
    """
    patient = live_patient(session, patient_id)
    grant = decide(actor, Permission.VIEW_PATIENT, (), reason)
    if is_elsewhere(actor, Permission.VIEW_PATIENT, patient.home_location_id) and not reason.strip():
        raise elsewhere_needs_reason()
    check_glass(session, actor, patient)
    found = None if grant.masked or actor.shaded else standing_photo(session, patient.id)
    return Photo(patient.id) if found is None else Photo(patient.id, found, photo_bytes(session, found))
