"""Notes and alerts of a patient: added and ended, never deleted."""

from dataclasses import dataclass

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError, NotFound
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.actions.register import check_version, editable
from app.patients.rules.codes import NoteKind
from app.patients.rules.writing import NOTE_LENGTH, clean
from app.patients.tables.record import PatientNote


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(Command):
    """A note, or an alert that comes up whenever the record is opened."""

    patient_id: int
    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndNote(Command):
    """Take a note out of view; it stays in the record."""

    patient_id: int
    note_id: int
    version: int


@dataclass(frozen=True, slots=True)
class NoteResult:
    """The note touched."""

    note_id: int
    patient_id: int


@action(Permission.EDIT_PATIENT, says="Wrote a note")
def add_note(session: WriteSession, actor: Actor, command: AddNote) -> NoteResult:
    """Write a note. Raises ClinicError at `text`, NotFound, ReasonNeeded."""
    patient = editable(session, actor, command.patient_id, command.reason)
    text = clean(command.text, "text", NOTE_LENGTH, lines=True)
    if not text:
        raise ClinicError("The note is empty.", next_step="Write it in a few words.", field="text")
    note = PatientNote(
        patient_id=patient.id, kind=command.kind, text=text, created_at=session.now, created_by_name=actor.name
    )
    session.add(note)
    session.flush()
    return NoteResult(note.id, patient.id)


@action(Permission.EDIT_PATIENT, says="Ended a note")
def end_note(session: WriteSession, actor: Actor, command: EndNote) -> NoteResult:
    """End a note. Raises NotFound, Stale, ReasonNeeded."""
    patient = editable(session, actor, command.patient_id, command.reason)
    note = session.get(PatientNote, command.note_id)
    if note is None or note.patient_id != patient.id or note.ended_at is not None:
        raise NotFound("This note has already ended.")
    check_version(note.version, command.version)
    note.ended_at = session.now
    return NoteResult(note.id, patient.id)
