"""An open record: loaded, reloaded when anybody changes it, and its notes."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.access import Permission
from app.core.errors import ClinicError, GlassNeeded, ReasonNeeded
from app.patients.actions.identity import Revealed, RevealIdentity, reveal_identity
from app.patients.actions.notes import AddNote, EndNote, NoteResult, add_note, end_note
from app.patients.queries.record import NoteRow, PatientSummary, summary
from app.patients.rules.codes import NoteKind
from app.runner.bridge import Runner
from app.runner.execute import Notice

#: rows of a record that have their own tables and change without the patient's row
_BESIDE = {"patient_note", "patient_photo"}


class RecordModel(QObject):
    """`changed` when there is something else to show; `opened` once for each record; `reason_needed` with the sentence."""

    changed = Signal()
    opened = Signal()
    reason_needed = Signal(str)
    glass_needed = Signal(str)
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.record: PatientSummary | None = None
        self.asked_id: int | None = None
        self._reason, self._fresh = "", False
        self._glass = QTimer(self, singleShot=True)  # a broken glass closes by itself
        self._glass.timeout.connect(self._ask)
        runner.bus.subscribe({"patient", "patient_note", "patient_photo"}, self._heard)  # ends with this object

    @property
    def reason(self) -> str:
        """Why the record was opened, where that was asked."""
        return self._reason

    def open(self, patient_id: int | None, reason: str = "") -> None:
        """Show a patient; None shows nobody."""
        if patient_id is None or patient_id != self.asked_id:
            self.record = None
            self.changed.emit()
        self.asked_id, self._reason, self._fresh = patient_id, reason, True
        if patient_id is not None:
            self._ask()

    def _ask(self) -> None:
        topic = f"record-{id(self)}"
        self.runner.ask(
            summary, self.asked_id, self._reason, then=self._show, fail=self._fail, topic=topic, settled=self._fresh
        )

    def _show(self, record: PatientSummary) -> None:
        if self.asked_id is None:
            return
        self.record, fresh, self._fresh = record, self._fresh, False
        self._watch_glass(record)
        self.changed.emit()
        if fresh:
            self.opened.emit()

    def _watch_glass(self, record: PatientSummary) -> None:
        self._glass.stop()
        if record.glass_until is not None:
            left = record.glass_until - self.runner.executor.database.clock.now()
            self._glass.start(max(0, int(left.total_seconds() * 1000)) + 1000)

    def _fail(self, why: ClinicError) -> None:
        if isinstance(why, GlassNeeded):
            self.record = None
            self.changed.emit()
            self.glass_needed.emit(str(why.values["seal"]))
        elif isinstance(why, ReasonNeeded):
            self.reason_needed.emit(str(why))
        else:
            self.failed.emit(why)

    def _heard(self, notice: Notice) -> None:
        record = self.record
        if record is not None and ({f"patient:{record.id}"} & notice.touched or _BESIDE & notice.tables()):
            self._ask()

    def add_note(self, text: str, *, alert: bool) -> None:
        """Write a note or an alert; what is wrong with it comes back through `failed`."""
        record = self.record
        if record is not None:
            kind = NoteKind.ALERT if alert else NoteKind.NOTE
            command = AddNote(patient_id=record.id, kind=kind, text=text, reason=self._reason)
            self.runner.run(add_note, command, self._noted, self.failed.emit)

    def end_note(self, note: NoteRow) -> None:
        """End a note."""
        record = self.record
        if record is not None:
            command = EndNote(patient_id=record.id, note_id=note.id, version=note.version, reason=self._reason)
            self.runner.run(end_note, command, None, self.failed.emit)

    def may_reveal(self) -> bool:
        """Whether to offer the number of the proof of identity; a reason may be asked."""
        grant = self.runner.person().grant(Permission.VIEW_IDENTITY)
        return bool(self.record and self.record.identity_tail) and grant is not None and not grant.masked

    def reveal(self, why: str) -> None:
        """Ask for the number; `revealed` brings it once, and the journal keeps that it was shown."""
        if self.record is not None:
            command = RevealIdentity(patient_id=self.record.id, reason=why)
            self.runner.run(reveal_identity, command, self._seen, self.failed.emit)

    def _seen(self, seen: Revealed) -> None:
        if self.record is not None and seen.patient_id == self.record.id:
            self.revealed.emit(seen.number)

    revealed = Signal(str)
    noted = Signal()

    def _noted(self, _result: NoteResult) -> None:
        self.noted.emit()
