"""Sorting a file's patients against ours: who is new, who is here already and with what less, who cannot be taken."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from app.core.sessions import ClinicSession
from app.core.text import tr
from app.exchange.rules.people import PatientDraft, otherwise, read_patient, would_add
from app.exchange.rules.values import DateOrder, Issue, Options, Row, flagged, refused
from app.patients.queries.weights import clinic_weights
from app.patients.rules.codes import KeyKind
from app.patients.rules.folding import phone_digits, phone_key, show_mrn
from app.patients.rules.likeness import Sureness, likeness, sureness_of, traits_of_person
from app.patients.rules.matching import Answer, Weights, judge, reason_words
from app.patients.rules.people import Person, name_keys
from app.patients.tables import Patient, SearchKey

#: who somebody is, as far as two systems can tell: last name, first name, birth date
Identity = tuple[str, str, date | None]
#: a birth date or a phone of more people says nothing about any two of them
MOST = 60
#: what a person is compared by, and what a file may add
_FIELDS = (
    "family", "given", "middle", "suffix", "preferred_name", "birth_date", "sex", "phone", "other_phone", "email",
    "address_line", "address_unit", "city", "state", "postal_code", "language", "emergency_name", "emergency_phone",
    "emergency_relation", "multiple_birth", "source", "external_id",
)  # fmt: skip
_COLUMNS = (Patient.id, Patient.mrn, *(getattr(Patient, name) for name in _FIELDS))


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody we have, or who is taken before in the same file (`id` 0, then `where` is the row)."""

    id: int
    where: str
    person: Person


@dataclass(frozen=True, slots=True)
class Addition:
    """What a row adds to somebody who is here: fields that are empty with us."""

    patient_id: int
    values: dict[str, object]


@dataclass(slots=True)
class SortedPatients:
    """The rows of a batch: those to create, those that add something, and everything said."""

    drafts: list[PatientDraft] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def identity(person: Person) -> Identity:
    """Who somebody is."""
    return (*name_keys(person), person.birth_date)


@dataclass(slots=True)
class Known:
    """Whom we have: by the other system's number, by name and birth date, by birth date and by phone.

    A preview carries it from batch to batch, since nothing of it is in the database.
    """

    numbers: dict[str, Standing] = field(default_factory=dict)
    people: dict[Identity, Standing] = field(default_factory=dict)
    born: dict[date, list[Standing]] = field(default_factory=lambda: defaultdict(list))
    phones: dict[str, list[Standing]] = field(default_factory=lambda: defaultdict(list))
    _ids: set[int] = field(default_factory=set)

    def load(self, session: Session, source: str, drafts: Sequence[PatientDraft]) -> None:
        """Add those of the database whom the drafts may be."""
        numbers = [draft.person.external_id for draft in drafts if draft.person.external_id]
        self._add(session, source, (Patient.source == source) & Patient.external_id.in_(numbers))
        births = {draft.person.birth_date for draft in drafts} - {None}
        phones = {draft.person.phone for draft in drafts} - {""}
        self._add(session, source, or_(Patient.birth_date.in_(births), Patient.id.in_(_by_phone(phones))))

    def _add(self, session: Session, source: str, wanted: ColumnElement[bool]) -> None:
        for row in session.execute(select(*_COLUMNS).where(wanted, Patient.merged_into_id.is_(None))):
            if row.id not in self._ids:
                self._ids.add(row.id)
                person = Person(**dict(zip(_FIELDS, row[2:], strict=True)))
                self.keep(Standing(row.id, tr("MRN {mrn}", mrn=show_mrn(row.mrn)), person), source)

    def keep(self, one: Standing, source: str) -> None:
        """Know somebody from here on."""
        person = one.person
        if person.external_id and person.source == source:
            self.numbers[person.external_id] = one
        if person.birth_date:
            self.people.setdefault(identity(person), one)
            self.born[person.birth_date].append(one)
        if digits := phone_digits(person.phone):
            self.phones[digits].append(one)

    def beside(self, person: Person) -> Iterator[Standing]:
        """Those who were born the same day, or have the same phone, and begin alike."""
        groups = (
            self.born.get(person.birth_date, []) if person.birth_date else [],
            self.phones.get(phone_digits(person.phone), []),
        )
        letters = {name[:1].casefold() for name in (person.family, person.given)} - {""}
        for group in groups:
            for one in group if len(group) <= MOST else ():
                if letters & {name[:1].casefold() for name in (one.person.family, one.person.given)}:
                    yield one


def _by_phone(phones: Iterable[str]) -> Select[int]:
    keys = {phone_key(phone) for phone in phones}
    return select(SearchKey.patient_id).where(SearchKey.kind == KeyKind.PHONE, SearchKey.key.in_(keys))


def sort_patients(
    session: ClinicSession,
    rows: Sequence[Row],
    options: Options,
    order: DateOrder,
    today: date,
    known: Known | None = None,
) -> SortedPatients:
    """Read the rows and compare them with what is here. Nothing is written."""
    result, known, drafts, weights = SortedPatients(), known or Known(), [], clinic_weights(session)
    for row in rows:
        draft, issues = read_patient(row, options, order, today)
        result.issues += issues
        if draft is not None:
            drafts.append(draft)
    known.load(session, options.source, drafts)
    for draft in drafts:
        if _is_new(draft, known, result):
            result.issues += _doubles(draft, known, weights)
            result.drafts.append(draft)
            known.keep(Standing(0, tr("row {row}", row=draft.row), draft.person), options.source)
    return result


def _is_new(draft: PatientDraft, known: Known, result: SortedPatients) -> bool:
    """Whether the draft is nobody we have; what is doubtful is said, what it adds is kept."""
    who, number = identity(draft.person), draft.person.external_id
    if number and number in known.numbers:
        ours = known.numbers[number]
        if identity(ours.person) != who:
            sentence = tr("This number belongs to somebody of another name or birth date here. Nothing was changed.")
            result.issues.append(refused(draft.row, "external_id", number, sentence))
        else:
            _complete(draft, ours, result)
        return False
    if who not in known.people:
        return True
    if number:
        sentence = tr("Somebody of this name and birth date is here already. Look whether it is the same person.")
        result.issues.append(flagged(draft.row, "family", draft.person.family, sentence))
        return True
    _complete(draft, known.people[who], result)
    return False


def _complete(draft: PatientDraft, ours: Standing, result: SortedPatients) -> None:
    """What the row knows of somebody who is here: empty fields are filled, other words are said and ours stay."""
    for name in otherwise(ours.person, draft.person):
        written = str(getattr(draft.person, name))
        result.issues.append(flagged(draft.row, name, written, tr("The record here says otherwise; it was kept.")))
    added = would_add(ours.person, draft.person)
    if added and ours.id:
        result.additions.append(Addition(ours.id, added))


def _doubles(draft: PatientDraft, known: Known, weights: Weights) -> list[Issue]:
    """One sentence about the one we have who is most like a new person: surely the same, or perhaps."""
    if identity(draft.person) in known.people:
        return []  # that was said already
    found = []
    for one in known.beside(draft.person):
        verdict = judge(traits_of_person(draft.person), traits_of_person(one.person), weights)  # made ready once
        if verdict.answer is not Answer.NONE and sureness_of(verdict) is not Sureness.FAMILY:
            found.append((-verdict.chances.bits, one))
    if not found:
        return []
    _bits, one = min(found, key=lambda item: item[0])
    alike = likeness(draft.person, one.person, weights)
    why = ", ".join(reason_words(reason) for reason in alike.reasons[:3]) if alike else ""
    sentence = tr("Possible duplicate of {where}: {why}.", where=one.where, why=why)
    return [flagged(draft.row, "family", draft.person.family, sentence)]
