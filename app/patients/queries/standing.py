"""Which of a patient's photos is shown."""

from sqlalchemy import select

from app.core.sessions import ClinicSession
from app.patients.tables.record import PatientPhoto


def standing_photo(session: ClinicSession, patient_id: int) -> int | None:
    """The id of the newest photo that was not taken away: after a merge two may stand."""
    wanted = select(PatientPhoto.id).where(PatientPhoto.patient_id == patient_id, PatientPhoto.ended_at.is_(None))
    return session.scalar(wanted.order_by(PatientPhoto.taken_at.desc(), PatientPhoto.id.desc()).limit(1))
