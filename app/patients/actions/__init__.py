"""Use cases of registration: register, change, note, reveal."""

from app.patients.actions.identity import Revealed, RevealIdentity, reveal_identity
from app.patients.actions.notes import AddNote, EndNote, NoteResult, add_note, end_note
from app.patients.actions.register import PatientRow, RegisterPatient, UpdatePatient, register_patient, update_patient

__all__ = [
    "AddNote",
    "EndNote",
    "NoteResult",
    "PatientRow",
    "RegisterPatient",
    "RevealIdentity",
    "Revealed",
    "UpdatePatient",
    "add_note",
    "end_note",
    "register_patient",
    "reveal_identity",
    "update_patient",
]
