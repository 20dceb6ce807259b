"""A registration while it is typed: who looks alike, and saving it once."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import ClinicError
from app.patients.actions.register import PatientRow, RegisterPatient, UpdatePatient, register_patient, update_patient
from app.patients.queries.lookalikes import Lookalike, lookalikes
from app.patients.queries.reach import today_at
from app.patients.queries.record import PatientSummary
from app.patients.rules.asking import carried_over
from app.patients.rules.folding import fold
from app.patients.rules.likeness import Sureness
from app.patients.rules.people import Person
from app.patients.viewmodel.finder import SETTLED_MS, Where
from app.runner.bridge import Runner

LOOK_MS = 150


class RegistrationModel(QObject):
    """One form's state. `saved` carries the patient and whether to book next; `warned` comes instead of a double."""

    began = Signal()
    alike_changed = Signal()
    warned = Signal()
    saved = Signal(object, bool)
    failed = Signal(object)

    def __init__(self, runner: Runner, where: Where | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self._where = where or self._own_location
        self.today = runner.executor.database.clock.now().date()
        self.text, self.values = "", dict[str, object]()
        self.editing: PatientSummary | None = None
        self.alike: tuple[Lookalike, ...] = ()
        self.saving = False
        self._known, self._person = frozenset[int](), Person(family="")
        self._command: RegisterPatient | None = None
        self._look = QTimer(self, interval=LOOK_MS, singleShot=True)
        self._look.timeout.connect(lambda: self.look(settled=False))
        self._rest = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._rest.timeout.connect(lambda: self.look(settled=True))

    def _own_location(self) -> int | None:
        return min(self.runner.person().locations, default=None)

    # ------------------------------------------------------------------------------------------------ begin

    def begin(self, text: str) -> None:
        """A new patient, from what was searched for."""
        self._reset(None, text)
        self.runner.ask(today_at, self._where(), then=self._start)

    def edit(self, record: PatientSummary) -> None:
        """A registration that is already there."""
        self._reset(record, "")
        self.runner.ask(today_at, record.person.home_location_id, then=self._start)

    def _reset(self, record: PatientSummary | None, text: str) -> None:
        self.editing, self.text, self.alike, self.saving = record, text, (), False
        self._known, self._command = frozenset(), None
        self._look.stop()
        self._rest.stop()

    def _start(self, today: date) -> None:
        self.today = today
        if self.editing is not None:
            person = self.editing.person
            self.values = {name: getattr(person, name) for name in Person.__slots__}
        else:
            self.values = dict(carried_over(self.text, today))
        self.began.emit()

    def person_from(self, values: dict[str, object]) -> Person:
        """The form's values as a person; what the form does not show stays as it was."""
        blank = Person(family="", home_location_id=self._where())
        base = self.editing.person if self.editing is not None else blank
        known = {name: value for name, value in values.items() if name in Person.__slots__}
        return replace(base, **known)  # type: ignore[arg-type]

    # ----------------------------------------------------------------------------------------- look-alikes

    def consider(self, person: Person) -> None:
        """The form holds this now: look soon who is like it."""
        self._person = person
        if self.editing is None:
            self._look.start()
            self._rest.start()

    def look(self, *, settled: bool) -> None:
        """Ask at once who looks like the form."""
        self.runner.ask(lookalikes, self._person, then=self._show, topic=f"alike-{id(self)}", settled=settled)

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

    def save(self, person: Person, *, book: bool = False) -> None:
        """Save once; a new patient only after a last look for doubles."""
        if self.saving:
            return
        self._person, self.saving = person, True
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
        if self._command is None or self._command.person != person:  # the same once more is a repetition
            self._command = RegisterPatient(person=person)
        self.runner.run(register_patient, self._command, lambda row: self._done(row, book), self._fail)

    def _change(self, record: PatientSummary, person: Person, book: bool) -> None:
        command = UpdatePatient(patient_id=record.id, version=record.version, person=person, reason=record.reason)
        self.runner.run(update_patient, command, lambda row: self._done(row, book), self._fail)

    def _done(self, row: PatientRow, book: bool) -> None:
        self.saving = False
        self.saved.emit(row, book)

    def _fail(self, why: ClinicError) -> None:
        self.saving = False
        self.failed.emit(why)
