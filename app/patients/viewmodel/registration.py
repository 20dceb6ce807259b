"""A registration while it is typed: who looks alike, and saving it once."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.access import Permission
from app.core.errors import ClinicError
from app.patients.actions.register import PatientRow, RegisterPatient, UpdatePatient, register_patient, update_patient
from app.patients.queries.lookalikes import Lookalike, lookalikes
from app.patients.queries.reach import RegistrationStart, registration_start
from app.patients.queries.record import PatientSummary
from app.patients.rules.asking import carried_over
from app.patients.rules.codes import ContactUse
from app.patients.rules.details import NO_DETAILS, Details
from app.patients.rules.folding import fold
from app.patients.rules.licence.scans import scanned_licence, search_words
from app.patients.rules.licence.value import Licence
from app.patients.rules.likeness import Sureness
from app.patients.rules.matching.verdict import USUAL_LIMITS, Limits
from app.patients.rules.people import Person
from app.patients.viewmodel.filling import Rows, Values, details_of_form, form_values, person_of_form
from app.patients.viewmodel.finder import SETTLED_MS, Where
from app.patients.viewmodel.licence import licence_values
from app.patients.viewmodel.photo import PhotoDraft
from app.runner.bridge import Runner

LOOK_MS = 150


class RegistrationModel(QObject):
    """One form's state. `saved` carries the patient and whether to book next; `warned` comes instead of a double."""

    began = Signal()
    alike_changed = Signal()
    warned = Signal()
    saved = Signal(object, bool)
    failed = Signal(object)
    #: the patient is saved, their photo is not
    photo_failed = Signal(object)

    def __init__(
        self, runner: Runner, where: Where | None = None, parent: QObject | None = None, limits: Limits = USUAL_LIMITS
    ) -> None:
        super().__init__(parent)
        self.runner, self._limits = runner, limits
        self._where = where or self._own_location
        self.today = runner.executor.database.clock.now().date()
        self.text, self.values = "", dict[str, object]()
        self.editing: PatientSummary | None = None
        self.licence: Licence | None = None  # that this registration began with
        self.alike: tuple[Lookalike, ...] = ()
        self.saving = False
        self.photo = PhotoDraft(runner, self)
        self.start = RegistrationStart(self.today, (), ())
        self._known, self._person = frozenset[int](), Person(family="")
        self._details: Details | None = None
        self._command: RegisterPatient | None = None
        self._look = QTimer(self, interval=LOOK_MS, singleShot=True)
        self._look.timeout.connect(lambda: self.look(settled=False))
        self._rest = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._rest.timeout.connect(lambda: self.look(settled=True))

    def _own_location(self) -> int | None:
        return min(self.runner.person().locations, default=None)

    # ------------------------------------------------------------------------------------------------ begin

    def begin(self, text: str) -> None:
        """A new patient, from what was searched for: typed, or the whole text of a scanned licence."""
        self._reset(None, search_words(text))
        self.licence = scanned_licence(text, self.today)
        self.runner.ask(registration_start, self._where(), then=self._start)

    def edit(self, record: PatientSummary) -> None:
        """A registration that is already there."""
        self._reset(record, "")
        self.runner.ask(registration_start, record.person.home_location_id, then=self._start)

    def _reset(self, record: PatientSummary | None, text: str) -> None:
        self.editing, self.text, self.alike, self.saving = record, text, (), False
        self._known, self._command, self.licence = frozenset(), None, None
        self.photo.begin(record)
        self._look.stop()
        self._rest.stop()

    def _start(self, start: RegistrationStart) -> None:
        self.start, self.today = start, start.today
        self.values = form_values(self._before(), self.details)
        if self.editing is None:
            self.values |= {"phone_use": ContactUse.MOBILE, "other_phone_use": ContactUse.HOME}
            self.values |= licence_values(self.licence) if self.licence else carried_over(self.text, start.today)
        self.began.emit()

    def _before(self) -> Person:
        """The person as the form began."""
        return self.editing.person if self.editing is not None else Person(family="", home_location_id=self._where())

    @property
    def details(self) -> Details:
        """The details as the form began."""
        return self.editing.details if self.editing is not None else NO_DETAILS

    @property
    def asks_employer(self) -> bool:
        """Whether the employer is needed and not named yet."""
        return self.editing is not None and "employer" in self.editing.missing

    @property
    def identity_tail(self) -> str:
        """The end of the number that stands and is not shown."""
        return self.editing.identity_tail if self.editing is not None else ""

    @property
    def keeps_identity(self) -> bool:
        """Whether this person may not change who somebody is: name, birth date, sex, proof of identity."""
        grant = self.runner.person().grant(Permission.EDIT_PATIENT)
        return self.editing is not None and grant is not None and grant.masked

    def person_from(self, values: Values) -> Person:
        """The form's values as a person; what the form does not show stays as it was."""
        return person_of_form(values, self._before())

    def details_from(self, values: Values, rows: Rows) -> Details:
        """The form's values and rows as details."""
        return details_of_form(values, rows, self.details, self.today)

    # ----------------------------------------------------------------------------------------- look-alikes

    def consider(self, person: Person) -> None:
        """The form holds this now: look soon who is like it."""
        self._person = person
        if self.editing is None:
            self._look.start()
            self._rest.start()

    def look(self, *, settled: bool) -> None:
        """Ask at once who looks like the form."""
        draft = self._person, self._limits
        self.runner.ask(lookalikes, *draft, then=self._show, topic=f"alike-{id(self)}", settled=settled)

    def _show(self, rows: tuple[Lookalike, ...]) -> None:
        if rows != self.alike:
            self.alike = rows
            self.alike_changed.emit()

    def none_of_these(self) -> None:
        """The person at the desk knows that this is somebody else than everyone shown."""
        self._known |= {row.id for row in self.alike}
        self.alike_changed.emit()

    def is_known(self, row: Lookalike) -> bool:
        """Whether this look-alike was already said to be somebody else."""
        return row.id in self._known

    def double(self) -> Lookalike | None:
        """The first look-alike that is almost surely the same and was not dismissed."""
        return next(
            (row for row in self.alike if row.likeness.sureness is Sureness.SURE and not self.is_known(row)), None
        )

    # ------------------------------------------------------------------------------------------------ save

    def save(self, person: Person, details: Details | None = None, *, book: bool = False) -> None:
        """Save once; a new patient only after a last look for doubles. No `details`: they stay as they are."""
        if self.saving:
            return
        self._person, self._details, self.saving = person, details, True
        self._look.stop()
        self._rest.stop()
        if self.editing is not None:
            self._change(self.editing, person, book)
            return
        if not fold(person.family + person.given):
            self._write(person, book)  # the action says at the field what is missing
            return
        self.runner.ask(
            lookalikes,
            person,
            self._limits,
            then=lambda rows: self._decide(rows, person, book),
            fail=self._fail,
            topic=f"alike-{id(self)}",
        )

    def _decide(self, rows: tuple[Lookalike, ...], person: Person, book: bool) -> None:
        self._show(rows)
        if self.double() is not None:
            self.saving = False
            self.warned.emit()
            return
        self._write(person, book)

    def _write(self, person: Person, book: bool) -> None:
        said, apart = self._command, self._apart()
        now = person, self._details, apart
        if said is None or (said.person, said.details, said.apart_from) != now:  # the same once more is a repetition
            said = self._command = RegisterPatient(person=person, details=self._details, apart_from=apart)
        self.runner.run(register_patient, said, lambda row: self._done(row, book), self._fail)

    def _apart(self) -> tuple[int, ...]:
        """Who is somebody else, said the desk. Who is almost surely the same comes to who may merge all the same."""
        asked = (row.id for row in self.alike if row.likeness.sureness is not Sureness.SURE)
        return tuple(sorted(self._known.intersection(asked)))

    def _change(self, record: PatientSummary, person: Person, book: bool) -> None:
        command = UpdatePatient(
            patient_id=record.id, version=record.version, person=person, details=self._details, reason=record.reason
        )
        self.runner.run(update_patient, command, lambda row: self._done(row, book), self._fail)

    def _done(self, row: PatientRow, book: bool) -> None:
        reason = self.editing.reason if self.editing is not None else ""
        self.photo.store(row.id, reason, lambda: self._over(row, book), self.photo_failed.emit)

    def _over(self, row: PatientRow, book: bool) -> None:
        self.saving = False
        self.saved.emit(row, book)

    def _fail(self, why: ClinicError) -> None:
        self.saving = False
        self.failed.emit(why)
