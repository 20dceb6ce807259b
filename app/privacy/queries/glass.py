"""Every glass that was broken, for the privacy office to look at."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from app.core.access import Actor, Permission, refusal
from app.core.actions import query
from app.core.errors import NotFound
from app.core.ports import WorklistRow
from app.core.sessions import ReadSession
from app.core.text import tr
from app.patients.rules.folding import show_name
from app.patients.tables import GlassBreak, Patient
from app.privacy.rules import GlassReason, glass_words

#: nobody looks at more in a day; the list refills
MOST = 300


@dataclass(frozen=True, slots=True)
class GlassRow:
    """One time that a restricted record was opened."""

    id: int
    version: int
    patient_id: int
    name: str
    who: str
    at: datetime
    until: datetime
    reason_code: GlassReason
    reason: str
    reviewed_by: str
    finding: str


def _row(broken: GlassBreak, patient: Patient) -> GlassRow:
    return GlassRow(
        broken.id, broken.version, patient.id, show_name(patient.family, patient.given), broken.user_name, broken.at,
        broken.until, GlassReason(broken.reason_code), broken.reason, broken.reviewed_by_name, broken.finding,
    )  # fmt: skip


@query(Permission.REVIEW_ACCESS, subjects=lambda rows: [row.patient_id for row in rows])
def broken_glass(session: ReadSession, actor: Actor, patient_id: int) -> tuple[GlassRow, ...]:
    """Every time that one record was opened behind its glass, the latest first."""
    ask = select(GlassBreak, Patient).join(Patient, Patient.id == GlassBreak.patient_id)
    rows = session.execute(ask.where(GlassBreak.patient_id == patient_id).order_by(GlassBreak.id.desc()).limit(MOST))
    return tuple(_row(*row) for row in rows)


@query(Permission.REVIEW_ACCESS, subjects=lambda row: [row.patient_id])
def glass_row(session: ReadSession, actor: Actor, glass_id: int) -> GlassRow:
    """One broken glass. Raises NotFound."""
    ask = select(GlassBreak, Patient).join(Patient, Patient.id == GlassBreak.patient_id)
    found = session.execute(ask.where(GlassBreak.id == glass_id)).one_or_none()
    if found is None:
        raise NotFound("There is no such entry.", next_step="Look at the list again.")
    return _row(*found)


@dataclass(frozen=True, slots=True)
class BrokenGlass:
    """The worklist of the privacy office: restricted records that were opened and that nobody has looked at yet."""

    code: str = "broken-glass"

    def title(self) -> str:
        """The list's name in the person's language."""
        return tr("Restricted records opened")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """The oldest first, wherever the patient goes. Raises Refused for everybody else."""
        if actor.grant(Permission.REVIEW_ACCESS) is None:
            raise refusal(Permission.REVIEW_ACCESS)
        ask = select(GlassBreak, Patient).join(Patient, Patient.id == GlassBreak.patient_id)
        ask = ask.where(GlassBreak.reviewed_at.is_(None)).order_by(GlassBreak.id).limit(MOST)
        return tuple(_listed(_row(*row)) for row in session.execute(ask))


def _listed(row: GlassRow) -> WorklistRow:
    said = " · ".join(part for part in (row.who, glass_words(row.reason_code), row.reason) if part)
    return WorklistRow(
        key=f"glass-{row.id}", title=row.name, detail=said, patient_id=row.patient_id, day=row.at.date(),
        task=f"glass-{row.id}",
    )  # fmt: skip
