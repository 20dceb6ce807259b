"""Payers, which plan a patient has on a day, and what payers have authorized."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.sessions import ReadSession
from app.documents.queries import patient_in_reach
from app.insurance.rules import AuthorizationStatus, CoverageStatus, PayerKind
from app.insurance.tables import Authorization, Coverage, Payer


@dataclass(frozen=True, slots=True)
class PayerRow:
    """One payer."""

    id: int
    version: int
    name: str
    kind: PayerKind
    phone: str
    active: bool


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One plan of a patient's. `copay_cents` None: nobody has asked yet."""

    id: int
    version: int
    patient_id: int
    payer_id: int
    payer: str
    payer_kind: PayerKind
    rank: int
    plan_name: str
    member_id: str
    group_number: str
    subscriber: str
    relation: str
    copay_cents: int | None
    starts_on: date | None
    ends_on: date | None
    status: CoverageStatus


@dataclass(frozen=True, slots=True)
class AuthorizationRow:
    """One authorization: so many visits from one day to another, both included."""

    id: int
    version: int
    patient_id: int
    payer_id: int
    payer: str
    payer_kind: PayerKind
    coverage_id: int | None
    number: str
    visits: int
    reserved: int
    starts_on: date
    ends_on: date
    status: AuthorizationStatus
    note: str


def _rows() -> tuple[Any, ...]:
    own = [name for name in CoverageRow.__dataclass_fields__ if name not in {"payer", "payer_kind"}]
    columns = {name: getattr(Coverage, name) for name in own} | {"payer": Payer.name, "payer_kind": Payer.kind}
    return tuple(columns[name] for name in CoverageRow.__dataclass_fields__)


def coverage_id_on(
    patient_id: ColumnElement[int] | InstrumentedAttribute[int], day: ColumnElement[date] | InstrumentedAttribute[date]
) -> ScalarSelect[int]:
    """The id of the plan that is billed first on a day, to join on: no second round trip for a list of patients."""
    plan = aliased(Coverage)
    wanted = select(plan.id).where(
        plan.patient_id == patient_id,
        plan.status == CoverageStatus.ACTIVE,
        or_(plan.starts_on.is_(None), plan.starts_on <= day),
        or_(plan.ends_on.is_(None), plan.ends_on >= day),
    )
    return wanted.order_by(plan.rank, plan.id.desc()).limit(1).scalar_subquery()


def coverage_on(session: Session, patient_id: int, day: date) -> CoverageRow | None:
    """The plan that is billed first on a day, or None."""
    wanted = select(*_rows()).join(Payer, Payer.id == Coverage.payer_id)
    wanted = wanted.where(
        Coverage.patient_id == patient_id,
        Coverage.status == CoverageStatus.ACTIVE,
        or_(Coverage.starts_on.is_(None), Coverage.starts_on <= day),
        or_(Coverage.ends_on.is_(None), Coverage.ends_on >= day),
    )
    found = session.execute(wanted.order_by(Coverage.rank, Coverage.id.desc()).limit(1)).one_or_none()
    return None if found is None else CoverageRow(*found)


@query(Permission.VIEW_INSURANCE)
def payers(session: ReadSession, actor: Actor, all_of_them: bool = False) -> tuple[PayerRow, ...]:
    """The payers to choose from, by name; with `all_of_them` also those no longer used."""
    wanted = select(*[getattr(Payer, name) for name in PayerRow.__dataclass_fields__])
    if not all_of_them:
        wanted = wanted.where(Payer.active)
    return tuple(PayerRow(*row) for row in session.execute(wanted.order_by(Payer.name)))


@query(Permission.VIEW_INSURANCE, subjects=lambda rows: {row.patient_id for row in rows}, opens=True)
def coverages(session: ReadSession, actor: Actor, patient_id: int, reason: str = "") -> tuple[CoverageRow, ...]:
    """A patient's plans: those in force first, by rank, then ended ones. Raises ReasonNeeded for another location's patient."""
    patient_in_reach(session, actor, Permission.VIEW_INSURANCE, patient_id, reason)
    wanted = select(*_rows()).join(Payer, Payer.id == Coverage.payer_id)
    wanted = wanted.where(Coverage.patient_id == patient_id, Coverage.status != CoverageStatus.ENTERED_IN_ERROR)
    rows = [CoverageRow(*row) for row in session.execute(wanted.order_by(Coverage.rank, Coverage.id.desc()))]
    today = session.now.date()
    ended = [row for row in rows if row.status is not CoverageStatus.ACTIVE or (row.ends_on and row.ends_on < today)]
    return tuple([row for row in rows if row not in ended] + ended)


def authorizations_of(session: Session, patient_id: int) -> tuple[AuthorizationRow, ...]:
    """Every authorization of a patient but those written by mistake, the one that ends last first."""
    names = AuthorizationRow.__dataclass_fields__
    from_payer = {"payer": Payer.name, "payer_kind": Payer.kind}
    columns: list[Any] = [from_payer[name] if name in from_payer else getattr(Authorization, name) for name in names]
    wanted = select(*columns).join(Payer, Payer.id == Authorization.payer_id)
    wanted = wanted.where(
        Authorization.patient_id == patient_id, Authorization.status != AuthorizationStatus.ENTERED_IN_ERROR
    )
    rows = session.execute(wanted.order_by(Authorization.ends_on.desc(), Authorization.id.desc()))
    return tuple(AuthorizationRow(*row) for row in rows)


@query(Permission.VIEW_INSURANCE, subjects=lambda rows: {row.patient_id for row in rows}, opens=True)
def authorizations(
    session: ReadSession, actor: Actor, patient_id: int, reason: str = ""
) -> tuple[AuthorizationRow, ...]:
    """What payers have authorized for a patient. Raises ReasonNeeded for another location's patient."""
    patient_in_reach(session, actor, Permission.VIEW_INSURANCE, patient_id, reason)
    return authorizations_of(session, patient_id)
