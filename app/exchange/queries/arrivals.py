"""What an arriving record would do here: whose it is, what would change, what somebody has to look at. Nothing is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local_day
from app.core.errors import GlassNeeded
from app.core.journal import carried_out
from app.core.sessions import ClinicSession, ReadSession
from app.core.text import tr
from app.core.values import decode
from app.exchange.queries.own import own_system
from app.exchange.queries.plans import PlanDeed, judge_plans
from app.exchange.rules.arriving import Registration, upon
from app.exchange.rules.feeds import Arrived, Incoming, MergeAsked, Origin, Outcome, record_numbers, standing, trusted
from app.exchange.rules.fitting import fitted
from app.exchange.rules.hl7 import Deed
from app.exchange.rules.records import Identifier, PatientRecord, whole_day
from app.exchange.rules.values import Issue, Options
from app.exchange.tables import ExternalRecord
from app.patients.queries.details import details_of
from app.patients.queries.glass import check_glass
from app.patients.queries.lookalikes import Known, alike
from app.patients.queries.reach import is_elsewhere
from app.patients.queries.record import live_patient, person_of
from app.patients.rules.details import NO_DETAILS
from app.patients.rules.folding import fold, show_mrn
from app.patients.rules.likeness import Sureness, likeness
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.staff.tables import Location

Result = tuple[Outcome, tuple[Issue, ...]]
#: code points of a number that a patient's own row keeps
LONGEST_EXTERNAL = 60


@dataclass(slots=True)
class Judged:
    """What becomes of one record. `numbers` will lead to the patient; `doubles` may be the same person."""

    outcome: Outcome
    issues: list[Issue] = field(default_factory=list)
    patient: Patient | None = None
    made: Registration | None = None
    deceased_on: date | None = None
    numbers: tuple[Identifier, ...] = ()
    doubles: tuple[int, ...] = ()
    plans: tuple[PlanDeed, ...] = ()


def refused(issue: Issue) -> Judged:
    """The record is not taken."""
    return Judged(Outcome.REFUSED, [issue])


def day_at(session: ClinicSession, location_id: int) -> date:
    """Today at a location."""
    return local_day(session.now, session.get_one(Location, location_id).zone)


# -------------------------------------------------------------------------------------------------------------- whose


def known_by(
    session: ClinicSession, numbers: Iterable[Identifier], source: str
) -> tuple[dict[int, Patient], list[ExternalRecord]]:
    """The live patients to whom numbers lead, by id, and what we know of the numbers; a merged record leads to the one left."""
    own, found, rows = own_system(session), dict[int, Patient](), list[ExternalRecord]()
    for one in numbers:
        held = session.scalars(
            select(ExternalRecord).where(ExternalRecord.source == source, ExternalRecord.number == one.value)
        ).all()
        row = next((row for row in held if row.authority == one.system[:120]), None)
        if row is not None:
            rows.append(row)
        patient_id = row.patient_id if row is not None else _by_row(session, one, source, own, known=bool(held))
        if patient_id is not None:
            patient = live_patient(session, patient_id)
            found[patient.id] = patient
    return found, rows


def _by_row(session: ClinicSession, number: Identifier, source: str, own: str, *, known: bool) -> int | None:
    """The patient whose own row has the number: our record number, or the one of an imported table."""
    if number.system == own:
        return session.scalar(select(Patient.id).where(Patient.mrn == number.value))
    if known:  # another authority gave this number to somebody
        return None
    return _numbered(session, source, number.value)


def _numbered(session: ClinicSession, source: str, number: str) -> int | None:
    return session.scalar(select(Patient.id).where(Patient.source == source, Patient.external_id == number[:60]))


def judge(session: ClinicSession, actor: Actor, record: PatientRecord, origin: Origin) -> Judged:
    """What a record of a person does: nobody's is created, a known one's is changed where it may be."""
    if origin.trial:
        return refused(origin.refuse("", _made_up()))
    numbers = record_numbers(record.identifiers, origin.options)
    found, rows = known_by(session, numbers, origin.options.source)
    if len(found) > 1:
        sentence = tr("Its numbers lead to {mrns} here. Look whether they are one person.", mrns=_mrns(found.values()))
        return _with_doubles(refused(origin.refuse("identifier", sentence)), sorted(found))
    today = day_at(session, origin.options.location_id)
    if found:
        (patient,) = found.values()
        return _of_known(session, actor, record, origin, patient, numbers, rows, today)
    return _of_nobody(session, actor, record, origin, numbers, today)


def _with_doubles(judged: Judged, ids: Sequence[int]) -> Judged:
    """The same with records that may be one."""
    judged.doubles = tuple(ids)
    return judged


def _mrns(patients: Iterable[Patient | Known]) -> str:
    return ", ".join(show_mrn(one.mrn) for one in patients)


def _of_known(
    session: ClinicSession, actor: Actor, record: PatientRecord, origin: Origin, patient: Patient,
    numbers: tuple[Identifier, ...], rows: list[ExternalRecord], today: date,
) -> Judged:  # fmt: skip
    """A record whose number we know: unless it is older than what came, or of somebody else, it changes the patient."""
    if origin.sent_at and any(row.heard_at > origin.sent_at for row in rows):
        sentence = tr("It is older than what came before. Nothing was changed.")
        return Judged(Outcome.SAME, [origin.flag("", sentence)], patient, numbers=numbers)
    if record.names and _somebody_else(upon(record, _nobody(origin)).person, person_of(patient)):
        sentence = tr("This number belongs to somebody of another name or birth date here. Nothing was changed.")
        return refused(origin.refuse("identifier", sentence))
    return _changes(session, actor, record, origin, patient, numbers, today)


def _somebody_else(draft: Person, ours: Person) -> bool:
    """Whether a known number comes with another person: neither alike, nor one name the same and the birth date not against it."""
    if likeness(draft, ours) is not None:
        return False
    births = {draft.birth_date, ours.birth_date} - {None}
    one_name = fold(draft.given) == fold(ours.given) or fold(draft.family) == fold(ours.family)
    return not one_name or len(births) > 1


def _changes(
    session: ClinicSession, actor: Actor, record: PatientRecord, origin: Origin, patient: Patient,
    numbers: tuple[Identifier, ...], today: date,
) -> Judged:  # fmt: skip
    if is_elsewhere(actor, Permission.IMPORT, patient.home_location_id):
        return refused(origin.refuse("", tr("The patient belongs to another location. Nothing was changed.")))
    try:
        check_glass(session, actor, patient)
    except GlassNeeded:
        return refused(origin.refuse("", tr("The record is restricted. Open it first, or change it by hand.")))
    before = Registration(person_of(patient), details_of(session, patient.id))
    made, issues = fitted(upon(record, before), before, origin.row, origin.text, today)
    if made is None:
        return Judged(Outcome.REFUSED, issues)
    issues += standing(record, origin, patient.deceased_on)
    died = _death(record, today) if patient.deceased_on is None else None
    plans, said = judge_plans(session, patient.id, record.coverages, origin, today)
    changed = made != before or died is not None or bool(plans)
    outcome = Outcome.CHANGED if changed else Outcome.SAME
    return Judged(outcome, issues + said, patient, made, died, numbers, plans=plans)


def _of_nobody(
    session: ClinicSession,
    actor: Actor,
    record: PatientRecord,
    origin: Origin,
    numbers: tuple[Identifier, ...],
    today: date,
) -> Judged:
    """A record whose number we do not know: who looks like them decides whether it is created."""
    blank = _nobody(origin)
    made, issues = fitted(upon(record, blank), blank, origin.row, origin.text, today)
    if made is None:
        return Judged(Outcome.REFUSED, issues)
    likes = alike(session, made.person)
    sure = [patient for patient, verdict in likes if verdict.sureness is Sureness.SURE]
    if len(sure) == 1 and trusted(numbers, origin.options, own_system(session)):
        found = session.get_one(Patient, sure[0].id)
        return _changes(session, actor, record, origin, found, numbers, today)
    if sure:
        sentence = tr(
            "Almost surely {mrns}; the giver of its number is not trusted. Nothing was changed.", mrns=_mrns(sure)
        )
        return refused(origin.refuse("identifier", sentence))
    perhaps = [patient for patient, verdict in likes if verdict.sureness is Sureness.PERHAPS]
    if perhaps:
        sentence = tr("Possible duplicate of {mrns}. Look whether they are one person.", mrns=_mrns(perhaps))
        issues.append(origin.flag("name", sentence))
    issues += standing(record, origin, None)
    plans, said = judge_plans(session, None, record.coverages, origin, today)
    person = _with_number(session, made.person, origin.options.source, numbers[0].value) if numbers else made.person
    return Judged(
        Outcome.CREATED,
        issues + said,
        None,
        Registration(person, made.details),
        _death(record, today),
        numbers,
        tuple(one.id for one in perhaps),
        plans,
    )


def _nobody(origin: Origin) -> Registration:
    return Registration(Person(family="", home_location_id=origin.options.location_id), NO_DETAILS)


def _with_number(session: ClinicSession, person: Person, source: str, number: str) -> Person:
    """The person under the sender's number, so that an import of the same system's table finds them too."""
    if len(number) > LONGEST_EXTERNAL or _numbered(session, source, number) is not None:
        return person
    return replace(person, source=source, external_id=number)


def _death(record: PatientRecord, today: date) -> date | None:
    """A whole day of death that is not still to come."""
    day = whole_day(record.deceased_on)
    return day if day is not None and day <= today else None


# -------------------------------------------------------------------------------------------------------------- merges


def judge_merge(
    session: ClinicSession, record: PatientRecord, prior: tuple[Identifier, ...], origin: Origin
) -> tuple[Judged, MergeAsked | None]:
    """What a merge or a new number does: two records of ours are to be one, or a number leads to a record from now on."""
    if origin.trial:
        return refused(origin.refuse("", _made_up())), None
    numbers = record_numbers(record.identifiers, origin.options)
    stays, _rows = known_by(session, numbers, origin.options.source)
    goes, _rows = known_by(session, record_numbers(prior, origin.options), origin.options.source)
    everyone = {**stays, **goes}
    if len(stays) > 1 or len(goes) > 1:
        sentence = tr(
            "Its numbers lead to {mrns} here. Look whether they are one person.", mrns=_mrns(everyone.values())
        )
        return _with_doubles(refused(origin.refuse("identifier", sentence)), sorted(everyone)), None
    if not everyone:
        return refused(origin.refuse("MRG", tr("Neither of the two records is here. Nothing was changed."))), None
    survivor = next(iter(stays.values()), None) or next(iter(goes.values()))
    gone = next(iter(goes.values()), survivor)
    if gone.id == survivor.id:  # one record here already: both numbers lead to it from now on
        known = tuple(dict.fromkeys((*numbers, *record_numbers(prior, origin.options))))
        return Judged(Outcome.SAME if stays else Outcome.CHANGED, patient=survivor, numbers=known), None
    asked = MergeAsked(survivor.id, gone.id, survivor.version, gone.version)
    return Judged(Outcome.SAME, patient=survivor, numbers=numbers, doubles=(gone.id,)), asked


def _made_up() -> str:
    return tr("The sender marks it as made up for a test. It was not taken.")


# ------------------------------------------------------------------------------------------------------------- preview


@dataclass(slots=True)
class Fresh:
    """What a preview remembers from batch to batch, since nothing of it is in the database: numbers and commands it saw."""

    numbers: set[tuple[str, str]] = field(default_factory=set)
    seen: dict[UUID, str] = field(default_factory=dict)


@query(Permission.IMPORT)
def look_at_arrivals(
    session: ReadSession, actor: Actor, incoming: Sequence[Incoming], options: Options, fresh: Fresh
) -> tuple[Result, ...]:
    """What taking these would do, in their order. `fresh` stands for those before them."""
    actor.sees(Permission.IMPORT, options.location_id)
    return tuple(_look(session, actor, one, options, fresh) for one in incoming)


def _look(session: ReadSession, actor: Actor, one: Incoming, options: Options, fresh: Fresh) -> Result:
    origin = Origin.of(one, options)
    stored = carried_out(session, one.id)
    before = fresh.seen.get(one.id) if stored is None else decode(Arrived, stored.result).digest
    if before is not None:
        return repeated(one, before, origin)
    fresh.seen[one.id] = one.digest
    judged: list[Judged] = []
    for subject in one.subjects:
        if one.deed is Deed.REGISTER:
            judged.append(_judge_fresh(session, actor, subject.record, origin, fresh))
        elif _is_fresh((*subject.record.identifiers, *subject.prior), origin, fresh):
            judged.append(Judged(Outcome.CHANGED))
        else:
            found, asked = judge_merge(session, subject.record, subject.prior, origin)
            found.outcome = Outcome.CHANGED if asked is not None else found.outcome
            judged.append(found)
    return strongest(judged), tuple(issue for one in judged for issue in one.issues)


def _judge_fresh(session: ReadSession, actor: Actor, record: PatientRecord, origin: Origin, fresh: Fresh) -> Judged:
    """The judgement, with those in mind who would have been created by then."""
    if _is_fresh(record.identifiers, origin, fresh):
        return Judged(Outcome.CHANGED)
    judged = judge(session, actor, record, origin)
    if judged.outcome is Outcome.CREATED:
        fresh.numbers |= {(one.system, one.value) for one in record_numbers(record.identifiers, origin.options)}
    return judged


def _is_fresh(numbers: tuple[Identifier, ...], origin: Origin, fresh: Fresh) -> bool:
    """Whether a record of these numbers would have been created by then."""
    said = {(one.system, one.value) for one in record_numbers(numbers, origin.options)}
    return bool(said & fresh.numbers) and not origin.trial


def strongest(judged: Iterable[Judged]) -> Outcome:
    """What is said of a message about several people."""
    order = (Outcome.CREATED, Outcome.CHANGED, Outcome.SAME, Outcome.REFUSED)
    return min((one.outcome for one in judged), key=order.index, default=Outcome.SAME)


def repeated(one: Incoming, digest: str, origin: Origin) -> Result:
    """What comes a second time: nothing happens; that its words differ from the first time is said."""
    if one.digest == digest:
        return Outcome.SAME, ()
    sentence = tr("This control id came before with other content. Nothing was changed.")
    return Outcome.REFUSED, (origin.refuse("MSH-10", sentence),)
