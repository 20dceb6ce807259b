"""Use cases of registration: register, change, note."""

from app.patients.actions.notes import AddNote, EndNote, NoteResult, add_note, end_note
from app.patients.actions.register import PatientRow, RegisterPatient, UpdatePatient, register_patient, update_patient

__all__ = [
    "AddNote",
    "EndNote",
    "NoteResult",
    "PatientRow",
    "RegisterPatient",
    "UpdatePatient",
    "add_note",
    "end_note",
    "register_patient",
    "update_patient",
]
