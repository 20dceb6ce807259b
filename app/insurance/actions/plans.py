"""Payers and plans: adding, correcting, ending."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, or_, select

from app.core.access import Actor, Permission, refusal
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.errors import ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.documents.queries import patient_in_reach
from app.insurance.rules import CoverageStatus, PayerKind, Period, check_plan
from app.insurance.tables import Coverage, Payer
from app.patients.actions.records import ask_for_employer
from app.patients.rules.codes import KeyKind
from app.patients.rules.folding import id_key
from app.patients.rules.writing import clean, clean_phone
from app.patients.tables import SearchKey

_EDIT = Permission.EDIT_PATIENT


@dataclass(frozen=True, slots=True)
class PayerKey:
    """The payer after a change."""

    payer_id: int
    version: int


@dataclass(frozen=True, slots=True)
class CoverageKey:
    """The plan after a change."""

    coverage_id: int
    version: int
    patient_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPayer(Command):
    """A payer the clinic has not had before."""

    name: str
    kind: PayerKind
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatePayer(Command):
    """A payer corrected, or no longer used."""

    payer_id: int
    version: int
    name: str
    kind: PayerKind
    phone: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCoverage(Command):
    """A plan of a patient's. `ends_previous`: the plan that stood at this rank ends the day before this one begins."""

    patient_id: int
    payer_id: int
    rank: int = 1
    plan_name: str = ""
    member_id: str = ""
    group_number: str = ""
    subscriber: str = ""
    relation: str = "self"
    copay_cents: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    ends_previous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCoverage(Command):
    """A plan corrected: every field as it shall be."""

    coverage_id: int
    version: int
    payer_id: int
    rank: int = 1
    plan_name: str = ""
    member_id: str = ""
    group_number: str = ""
    subscriber: str = ""
    relation: str = "self"
    copay_cents: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCoverage(Command):
    """The last day of a plan; `mistake` says that it never was the patient's."""

    coverage_id: int
    version: int
    ends_on: date | None = None
    mistake: bool = False


@action(_EDIT, says="Added the payer {name}")
def add_payer(session: WriteSession, actor: Actor, command: AddPayer) -> PayerKey:
    """Add a payer. Raises ClinicError at `name` when there is one of that name, or none was typed."""
    check_billing(actor)
    payer = Payer(name=_payer_name(session, command.name), kind=command.kind, phone=clean_phone(command.phone, "phone"))
    session.add(payer)
    session.flush()
    return PayerKey(payer.id, payer.version)


@action(_EDIT, says="Changed the payer {name}")
def update_payer(session: WriteSession, actor: Actor, command: UpdatePayer) -> PayerKey:
    """Correct a payer. Raises NotFound, Stale, ClinicError at `name`."""
    check_billing(actor)
    payer = session.get(Payer, command.payer_id, with_for_update=True)
    if payer is None:
        raise NotFound("There is no such payer.", next_step="Choose another one.")
    check_version(payer.version, command.version)
    payer.name = _payer_name(session, command.name, payer.id)
    payer.kind, payer.phone, payer.active = command.kind, clean_phone(command.phone, "phone"), command.active
    session.flush()
    return PayerKey(payer.id, payer.version)


@action(_EDIT, says="Added a plan")
def add_coverage(session: WriteSession, actor: Actor, command: AddCoverage) -> CoverageKey:
    """Add a plan to a patient. Raises ClinicError at the field that does not fit, ReasonNeeded for a patient of elsewhere."""
    check_billing(actor)
    patient_in_reach(session, actor, _EDIT, command.patient_id, command.reason)
    plan = Coverage(patient_id=command.patient_id, status=CoverageStatus.ACTIVE)
    if command.ends_previous and command.starts_on:
        _end_previous(session, command.patient_id, command.rank, command.starts_on)
    _fill(session, plan, command)
    session.add(plan)
    return _kept(session, plan)


@action(_EDIT, says="Changed a plan")
def update_coverage(session: WriteSession, actor: Actor, command: UpdateCoverage) -> CoverageKey:
    """Correct a plan. Raises NotFound, Stale, ClinicError at the field that does not fit."""
    plan = _plan(session, actor, command.coverage_id, command.version, command.reason)
    _fill(session, plan, command)
    return _kept(session, plan)


@action(_EDIT, says="Ended a plan")
def end_coverage(session: WriteSession, actor: Actor, command: EndCoverage) -> CoverageKey:
    """End a plan on a day, or take it back as a mistake. Raises NotFound, Stale, ClinicError at `ends_on`."""
    plan = _plan(session, actor, command.coverage_id, command.version, command.reason)
    if command.mistake:
        plan.status = CoverageStatus.ENTERED_IN_ERROR
    elif command.ends_on is None:
        raise ClinicError("The last day of the plan is needed.", field="ends_on", next_step="Type the date.")
    else:
        check_plan(Period(plan.starts_on, command.ends_on), plan.rank, plan.copay_cents)
        plan.ends_on = command.ends_on
    return _kept(session, plan)


def check_billing(actor: Actor) -> None:
    """Whose right to edit is limited may touch plans only when money is their work (billing, not scheduling). Raises Refused."""
    grant = actor.grant(_EDIT)
    if grant is not None and grant.masked and not actor.may(Permission.TAKE_PAYMENT):
        raise refusal(_EDIT)


def check_version(found: int, expected: int) -> None:
    """Raise Stale when somebody changed the row since it was looked at."""
    if found != expected:
        raise Stale(
            "Somebody else changed this a moment ago.", next_step="Look at it again; what you typed is still here."
        )


def _payer_name(session: WriteSession, typed: str, own_id: int | None = None) -> str:
    name = clean(typed, "name", 120)
    if not name:
        raise ClinicError("A payer needs a name.", field="name", next_step="Type it as it stands on the card.")
    other = session.scalars(select(Payer.id).where(Payer.name == name)).first()
    if other is not None and other != own_id:
        raise ClinicError("There is a payer of this name already.", field="name", next_step="Choose it from the list.")
    return name


def _plan(session: WriteSession, actor: Actor, coverage_id: int, version: int, reason: str) -> Coverage:
    check_billing(actor)
    plan = session.get(Coverage, coverage_id, with_for_update=True)
    if plan is None or plan.status is CoverageStatus.ENTERED_IN_ERROR:
        raise NotFound("There is no such plan.", next_step="Look at the patient's plans again.")
    patient_in_reach(session, actor, _EDIT, plan.patient_id, reason)
    check_version(plan.version, version)
    return plan


def _fill(session: WriteSession, plan: Coverage, command: AddCoverage | UpdateCoverage) -> None:
    period = Period(command.starts_on, command.ends_on)
    check_plan(period, command.rank, command.copay_cents)
    if session.get(Payer, command.payer_id) is None:
        raise ClinicError("There is no such payer.", field="payer", next_step="Choose one from the list.")
    _check_rank(session, plan, command.rank, period)
    plan.payer_id, plan.rank, plan.copay_cents = command.payer_id, command.rank, command.copay_cents
    plan.starts_on, plan.ends_on = period.starts_on, period.ends_on
    plan.plan_name = clean(command.plan_name, "plan_name", 120)
    plan.member_id = clean(command.member_id, "member_id", 60)
    plan.group_number = clean(command.group_number, "group_number", 60)
    plan.subscriber = clean(command.subscriber, "subscriber", 120)
    plan.relation = clean(command.relation, "relation", 20) or "self"


def _same_rank(session: WriteSession, patient_id: int, rank: int) -> list[Coverage]:
    wanted = select(Coverage).where(
        Coverage.patient_id == patient_id, Coverage.rank == rank, Coverage.status == CoverageStatus.ACTIVE
    )
    with session.no_autoflush:
        return list(session.scalars(wanted.order_by(Coverage.id)))


def _check_rank(session: WriteSession, plan: Coverage, rank: int, period: Period) -> None:
    for other in _same_rank(session, plan.patient_id, rank):
        if other is not plan and Period(other.starts_on, other.ends_on).meets(period):
            raise ClinicError(
                "There is a plan in this place on the same days.",
                next_step="End that one first, or make this one the second.",
                field="rank",
            )


def _end_previous(session: WriteSession, patient_id: int, rank: int, starts_on: date) -> None:
    last = starts_on - timedelta(days=1)
    for other in _same_rank(session, patient_id, rank):
        period = Period(other.starts_on, other.ends_on)
        if period.holds(starts_on) and (other.starts_on is None or other.starts_on <= last):
            other.ends_on = last
    session.flush()


def _kept(session: WriteSession, plan: Coverage) -> CoverageKey:
    session.flush()
    _write_keys(session, plan.patient_id)
    ask_for_employer(session, plan.patient_id, asked=_is_injury(session, plan.patient_id))
    return CoverageKey(plan.id, plan.version, plan.patient_id)


def _is_injury(session: WriteSession, patient_id: int) -> bool:
    """Whether a plan of workers' compensation stands."""
    goes_on = or_(Coverage.ends_on.is_(None), Coverage.ends_on >= session.now.date())
    standing = (Coverage.patient_id == patient_id, Coverage.status == CoverageStatus.ACTIVE, goes_on)
    wanted = select(Coverage.id).join(Payer, Payer.id == Coverage.payer_id).where(*standing)
    return session.scalar(wanted.where(Payer.kind == PayerKind.WORKERS_COMP).limit(1)) is not None


def _write_keys(session: WriteSession, patient_id: int) -> None:
    """The patient is found by every member number they ever had, except those written by mistake."""
    wanted = select(Coverage.member_id).where(
        Coverage.patient_id == patient_id, Coverage.status != CoverageStatus.ENTERED_IN_ERROR
    )
    keys = {id_key(number) for number in session.scalars(wanted)} - {""}
    old = (SearchKey.patient_id == patient_id) & (SearchKey.kind == KeyKind.MEMBER)
    session.execute(delete(SearchKey).where(old))
    session.add_all([SearchKey(patient_id=patient_id, kind=KeyKind.MEMBER, key=key) for key in sorted(keys)])
    note_bulk(session, "search_key", str(patient_id))
