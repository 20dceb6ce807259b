"""What a record may hold once alone, after the rows of another came to it: consents, identity, plans, the confidential address."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import select

from app.core.errors import ClinicError
from app.core.sessions import WriteSession
from app.duplicates.actions.moving import marked
from app.duplicates.rules import Mark, Shift
from app.insurance.rules import RANKS, CoverageStatus, Period
from app.insurance.tables import Coverage
from app.patients.queries.reach import clinic_day
from app.patients.rules.folding import id_key
from app.patients.tables import Patient
from app.patients.tables.record import ConfidentialContact, IdentityDocument, PatientConsent


def settled(session: WriteSession, survivor: Patient, gone: Patient, shifts: Iterable[Shift]) -> list[Mark]:
    """After the move: each of these once. Returns what was written for it. Raises ClinicError for too many plans at once."""
    today = clinic_day(session, survivor.home_location_id)
    came = {key for shift in shifts if shift.table == "coverage" for key in shift.keys}
    marks = [*_one_consent(session, survivor.id, today), *_one_identity(session, survivor.id)]
    marks += _plans_in_line(session, survivor.id, came)
    if session.get(ConfidentialContact, survivor.id) is None:
        wanted = session.get(ConfidentialContact, gone.id)
        if wanted is not None:
            marks.append(Mark("confidential_contact", gone.id, "patient_id", gone.id, survivor.id))
            session.delete(wanted)
            session.flush()
            session.add(ConfidentialContact(**_copied(wanted, survivor.id)))
    return marks


def _copied(row: ConfidentialContact, patient_id: int) -> dict[str, object]:
    values = {column.key: getattr(row, column.key) for column in row.__table__.columns}
    return {**values, "patient_id": patient_id}


def _one_consent(session: WriteSession, patient_id: int, today: date) -> Iterator[Mark]:
    standing = select(PatientConsent).where(PatientConsent.patient_id == patient_id, PatientConsent.ended_on.is_(None))
    newest: set[str] = set()
    for row in session.scalars(standing.order_by(PatientConsent.decided_on.desc(), PatientConsent.id.desc())):
        if row.kind in newest and (mark := marked(row, row.id, "ended_on", today)):
            yield mark
        newest.add(row.kind)


def _one_identity(session: WriteSession, patient_id: int) -> Iterator[Mark]:
    standing = select(IdentityDocument).where(
        IdentityDocument.patient_id == patient_id, IdentityDocument.replaced_at.is_(None)
    )
    newest: set[str] = set()
    for row in session.scalars(standing.order_by(IdentityDocument.seen_at.desc(), IdentityDocument.id.desc())):
        if row.kind in newest and (mark := marked(row, row.id, "replaced_at", session.now)):
            yield mark
        newest.add(row.kind)


def _plans_in_line(session: WriteSession, patient_id: int, came: set[int]) -> Iterator[Mark]:
    """A plan that both records had stays once; another one stands behind those of the record that is kept."""
    held = select(Coverage).where(Coverage.patient_id == patient_id, Coverage.status == CoverageStatus.ACTIVE)
    plans = list(session.scalars(held.order_by(Coverage.rank, Coverage.id)))
    standing = [plan for plan in plans if plan.id not in came]
    for plan in (one for one in plans if one.id in came):
        beside = [one for one in standing if _period(one).meets(_period(plan))]
        if any(_same_plan(plan, one) for one in beside):
            mark = marked(plan, plan.id, "status", CoverageStatus.ENTERED_IN_ERROR)
        else:
            mark = marked(plan, plan.id, "rank", _free_rank(plan, beside))
            standing.append(plan)
        if mark is not None:
            yield mark


def _period(plan: Coverage) -> Period:
    return Period(plan.starts_on, plan.ends_on)


def _same_plan(one: Coverage, other: Coverage) -> bool:
    number = id_key(one.member_id)
    return one.payer_id == other.payer_id and number == id_key(other.member_id)


def _free_rank(plan: Coverage, beside: Iterable[Coverage]) -> int:
    taken = {one.rank for one in beside}
    free = [rank for rank in (plan.rank, *RANKS) if rank not in taken]
    if not free:
        raise ClinicError(
            "Together the records have more than three plans at the same time.",
            next_step="End one of them first.",
            field="plans",
        )
    return free[0]
