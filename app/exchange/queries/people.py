"""Sorting a file's patients against ours: who is new, who is here already, who cannot be taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.text import tr
from app.exchange.rules.people import PatientDraft, read_patient
from app.exchange.rules.values import DateOrder, Issue, Options, Row, flagged, refused
from app.patients.rules.people import name_keys
from app.patients.tables import Patient

#: who somebody is, as far as two systems can tell: last name, first name, birth date
Identity = tuple[str, str, date | None]


@dataclass(slots=True)
class SortedPatients:
    """The rows of a batch: those to create, and everything said."""

    drafts: list[PatientDraft] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def identity(draft: PatientDraft) -> Identity:
    """Who the draft is."""
    return (*name_keys(draft.person), draft.person.birth_date)


@dataclass(slots=True)
class Known:
    """Whom we have: by the other system's number, and by name and birth date. A preview carries it from batch to batch."""

    numbers: dict[str, Identity] = field(default_factory=dict)
    people: set[Identity] = field(default_factory=set)

    def load(self, session: Session, source: str, drafts: Sequence[PatientDraft]) -> None:
        """Add those of the database whom the drafts may be."""
        columns = (Patient.external_id, Patient.family_key, Patient.given_key, Patient.birth_date)
        numbers = [draft.person.external_id for draft in drafts if draft.person.external_id]
        for number, family, given, born in session.execute(
            select(*columns).where(Patient.source == source, Patient.external_id.in_(numbers))
        ):
            self.numbers[str(number)] = (family, given, born)
        born_on = {draft.person.birth_date for draft in drafts} - {None}
        for _number, family, given, born in session.execute(select(*columns).where(Patient.birth_date.in_(born_on))):
            self.people.add((family, given, born))

    def add(self, draft: PatientDraft) -> None:
        """A draft that is taken is known from here on."""
        who = identity(draft)
        if draft.person.external_id:
            self.numbers[draft.person.external_id] = who
        if draft.person.birth_date:
            self.people.add(who)


def sort_patients(
    session: Session, rows: Sequence[Row], options: Options, order: DateOrder, today: date, known: Known | None = None
) -> SortedPatients:
    """Read the rows and compare them with what is here. Nothing is written."""
    result, known, drafts = SortedPatients(), known or Known(), []
    for row in rows:
        draft, issues = read_patient(row, options, order, today)
        result.issues += issues
        if draft is not None:
            drafts.append(draft)
    known.load(session, options.source, drafts)
    for draft in drafts:
        if _is_new(draft, known, result.issues):
            result.drafts.append(draft)
            known.add(draft)
    return result


def _is_new(draft: PatientDraft, known: Known, issues: list[Issue]) -> bool:
    """Whether the draft is nobody we have; what is doubtful is said."""
    who, number = identity(draft), draft.person.external_id
    if number and number in known.numbers:
        if known.numbers[number] != who:
            sentence = tr("This number belongs to somebody of another name or birth date here. Nothing was changed.")
            issues.append(refused(draft.row, "external_id", number, sentence))
        return False
    if who not in known.people:
        return True
    if number:
        sentence = tr("Somebody of this name and birth date is here already. Look whether it is the same person.")
        issues.append(flagged(draft.row, "family", draft.person.family, sentence))
    return bool(number)
