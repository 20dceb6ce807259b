"""Taking one message or one resource of another system's: one command, one transaction, once for ever.

The command's id is made from who sent it and under which number, so that a file that comes twice changes nothing: the journal
has its line already and gives back what became of it. Merges are not made here: they need whom a merge needs.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.sessions import WriteSession
from app.core.values import Command
from app.duplicates.queries.standing import pair
from app.exchange.actions.batches import check_source, located
from app.exchange.queries.arrivals import Judged, judge, judge_merge, strongest
from app.exchange.queries.own import own_system
from app.exchange.queries.plans import PlanDeed
from app.exchange.rules.feeds import Arrived, Incoming, MergeAsked, Origin, Outcome
from app.exchange.rules.hl7 import Deed
from app.exchange.rules.records import Identifier, PatientRecord
from app.exchange.rules.values import Options
from app.exchange.tables import ExternalRecord
from app.insurance.actions import AddCoverage, UpdateCoverage, add_coverage, update_coverage
from app.patients.actions.register import RegisterPatient, UpdatePatient, register_patient, update_patient
from app.patients.rules.likeness import Sureness
from app.patients.tables import Patient
from app.patients.tables.record import DuplicatePair


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival(Command):
    """A record that comes in. `run` tells which import sent it, and comes back with the result."""

    location_id: int
    options: Options
    run: str
    incoming: Incoming


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAdt(Arrival):
    """An ADT message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFhir(Arrival):
    """A Patient resource with what belongs to it."""


@action(Permission.IMPORT, says="HL7 message {text} ({event}) came in", located=located)
def import_adt(session: WriteSession, actor: Actor, command: ImportAdt) -> Arrived:
    """Take one ADT message. Raises ClinicError for a name of the other system that has no room; all else is said."""
    check_source(command.options)
    if command.incoming.deed is Deed.REGISTER:
        return _arrived(command, [_take(session, actor, one.record, command) for one in command.incoming.subjects])
    judged, merges = list[Judged](), list[MergeAsked]()
    for one in command.incoming.subjects:
        found, asked = judge_merge(session, one.record, one.prior, Origin.of(command.incoming, command.options))
        _link(session, command, found, found.patient)
        _note_doubles(session, found.patient.id if found.patient else None, found.doubles)
        judged.append(found)
        if asked is not None:
            merges.append(asked)
    return _arrived(command, judged, tuple(merges))


@action(Permission.IMPORT, says="FHIR record {text} came in", located=located)
def import_fhir(session: WriteSession, actor: Actor, command: ImportFhir) -> Arrived:
    """Take one patient of a FHIR file. Raises ClinicError for a name of the other system that has no room."""
    check_source(command.options)
    return _arrived(command, [_take(session, actor, one.record, command) for one in command.incoming.subjects])


def _arrived(command: Arrival, judged: list[Judged], merges: tuple[MergeAsked, ...] = ()) -> Arrived:
    outcome = strongest(judged)
    patient = next((one.patient for one in judged if one.patient is not None), None)
    issues = tuple(issue for one in judged for issue in one.issues)
    told = command.incoming
    return Arrived(
        outcome, patient.id if patient else None, command.run, told.digest, told.text, told.event, issues, merges
    )


def _take(session: WriteSession, actor: Actor, record: PatientRecord, command: Arrival) -> Judged:
    """Do what was judged."""
    judged = judge(session, actor, record, Origin.of(command.incoming, command.options))
    if judged.made is not None and judged.outcome is Outcome.CREATED:
        new = RegisterPatient(person=judged.made.person, details=judged.made.details)
        judged.patient = session.get_one(Patient, register_patient(session, actor, new).id)
    elif judged.made is not None and judged.patient is not None and judged.outcome is Outcome.CHANGED:
        update_patient(
            session, actor,
            UpdatePatient(
                patient_id=judged.patient.id, version=judged.patient.version, person=judged.made.person,
                details=judged.made.details, reason=command.reason,
            ),
        )  # fmt: skip
    patient = judged.patient
    if patient is not None:
        if judged.deceased_on is not None:
            patient.deceased_on = judged.deceased_on
        for plan in judged.plans:
            _write_plan(session, actor, patient.id, plan, command.reason)
        _note_doubles(session, patient.id, judged.doubles)
    elif judged.doubles:
        _note_doubles(session, judged.doubles[0], judged.doubles[1:])
    _link(session, command, judged, patient)
    session.flush()
    return judged


def _write_plan(session: WriteSession, actor: Actor, patient_id: int, deed: PlanDeed, reason: str) -> None:
    facts = deed.facts
    said = {
        "payer_id": deed.payer_id, "rank": deed.rank, "plan_name": facts.plan_name, "member_id": facts.member_id,
        "group_number": facts.group_number, "subscriber": facts.subscriber, "relation": facts.relation or "self",
        "copay_cents": facts.copay_cents, "starts_on": facts.starts_on, "ends_on": facts.ends_on, "reason": reason,
    }  # fmt: skip
    if deed.coverage_id is None:
        add_coverage(session, actor, AddCoverage(patient_id=patient_id, **said))  # type: ignore[arg-type]
    else:
        update_coverage(
            session, actor, UpdateCoverage(coverage_id=deed.coverage_id, version=deed.version, **said)  # type: ignore[arg-type]
        )  # fmt: skip


def _link(session: WriteSession, command: Arrival, judged: Judged, patient: Patient | None) -> None:
    """The sender's numbers lead to the patient from now on, and we know when the sender last spoke of them."""
    if patient is None or judged.outcome is Outcome.REFUSED:
        return
    own, source = own_system(session), command.options.source
    for number in judged.numbers:
        if number.system != own:
            _link_one(session, number, source, patient.id, command.incoming.sent_at[:14])


def _link_one(session: WriteSession, number: Identifier, source: str, patient_id: int, sent_at: str) -> None:
    authority = number.system[:120]
    held = select(ExternalRecord).filter_by(source=source, authority=authority, number=number.value)
    row = session.scalar(held)
    if row is None:
        row = ExternalRecord(
            source=source, authority=authority, number=number.value, patient_id=patient_id, heard_at=""
        )
        session.add(row)
    row.patient_id = patient_id
    row.heard_at = max(row.heard_at or "", sent_at)
    session.flush()


def _note_doubles(session: WriteSession, patient_id: int | None, others: Iterable[int]) -> None:
    """Records that may be one person come into the worklist of doubles, unless somebody has looked at them already."""
    for other in others:
        if patient_id is None or other == patient_id or pair(session, patient_id, other) is not None:
            continue
        low, high = sorted((patient_id, other))
        session.add(
            DuplicatePair(one_id=low, other_id=high, sureness=Sureness.PERHAPS, score=0.0, found_at=session.now)
        )
        session.flush()
