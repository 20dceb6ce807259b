"""An open record: loaded, reloaded when anybody changes it, and its notes."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import ClinicError, GlassNeeded, ReasonNeeded
from app.core.text import tr
from app.kit.dates import show_date
from app.patients.actions.notes import AddNote, EndNote, NoteResult, add_note, end_note
from app.patients.queries.record import NoteRow, PatientSummary, summary
from app.patients.rules.codes import NoteKind, Sex, sex_words
from app.patients.rules.completeness import missing_words
from app.patients.rules.languages import language_words
from app.patients.rules.people import Person
from app.runner.bridge import Runner
from app.runner.execute import Notice


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
        runner.bus.subscribe({"patient", "patient_note"}, self._heard)  # ends with this object

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
        if record is not None and ({f"patient:{record.id}"} & notice.touched or "patient_note" in notice.tables()):
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

    noted = Signal()

    def _noted(self, _result: NoteResult) -> None:
        self.noted.emit()


def birth_words(record: PatientSummary) -> str:
    """She · 12/04/1989 · 36 years."""
    person = record.person
    if person.birth_date is not None:
        birth = show_date(person.birth_date)
    else:
        birth = str(record.birth_year) if record.birth_year else person.birth_date_text or tr("Birth date missing")
    age = tr("{age} years", age=record.age) if record.age is not None else ""
    return " · ".join(part for part in (person.pronouns, birth, age) if part)


def number_words(record: PatientSummary) -> str:
    """MRN 104 882 · (559) 555-0142."""
    return " · ".join(part for part in (tr("MRN {mrn}", mrn=record.mrn), record.person.phone) if part)


def address_words(person: Person) -> str:
    """Street, city, state and ZIP on one line."""
    town = " ".join(part for part in (person.state, person.postal_code) if part)
    return ", ".join(part for part in (person.address_line, person.city, town) if part)


def spoken_words(person: Person) -> str:
    """The language, and whether an interpreter is needed."""
    language = language_words(person.language)
    return " · ".join(part for part in (language, tr("needs an interpreter") if person.interpreter else "") if part)


def emergency_words(person: Person) -> str:
    """Name, relation and phone of the emergency contact."""
    return " · ".join(
        part for part in (person.emergency_name, person.emergency_relation, person.emergency_phone) if part
    )


def fact_lines(record: PatientSummary) -> tuple[tuple[str, str], ...]:
    """Title and value of every further fact that is known."""
    person = record.person
    facts = (
        (tr("Called"), person.preferred_name),
        (tr("Sex on the plan"), sex_words(person.sex) if person.sex is not Sex.UNKNOWN else ""),
        (tr("Other phone"), person.other_phone),
        (tr("E-mail"), person.email),
        (tr("Address"), address_words(person)),
        (tr("Language"), spoken_words(person)),
        (tr("Emergency"), emergency_words(person)),
        (tr("Location"), record.home_location),
    )
    return tuple((title, value) for title, value in facts if value)


def missing_sentence(record: PatientSummary) -> str:
    """What is still to be asked, or nothing."""
    gaps = ", ".join(missing_words(code) for code in record.missing)
    return tr("Still missing: {gaps}", gaps=gaps) if gaps and not record.masked else ""
