"""How many visits of each authorization of a patient are used, promised and left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.errors import GlassNeeded, ReasonNeeded
from app.core.ports import Promise, Promises
from app.core.sessions import ReadSession
from app.documents.queries import patient_in_reach
from app.episodes.queries import EpisodeRow, episodes_of
from app.insurance.queries import AuthorizationRow, authorizations_of
from app.insurance.rules import AuthorizationStatus
from app.schedule.rules import GHOSTS, AppointmentStatus, VisitKind
from app.schedule.rules.ledger import Account, Leave, Ledger, Mark, Use, account, count, use_of
from app.schedule.tables import Appointment, VisitType


@dataclass(frozen=True, slots=True)
class CountedVisit:
    """A visit that counts against an authorization."""

    id: int
    version: int
    day: date
    start: time
    starts_at: datetime
    status: AppointmentStatus
    signed: bool
    episode_id: int | None
    visit_type: str
    kind: VisitKind

    @property
    def mark(self) -> Mark:
        """What the rule looks at."""
        return Mark(self.day, self.starts_at, self.status, self.signed, self.kind)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An authorization with its count, and the visits whose notes nobody has signed yet."""

    authorization: AuthorizationRow
    ledger: Ledger
    unsigned: tuple[CountedVisit, ...] = ()

    @property
    def leave(self) -> Leave:
        """What the payer gave, as the rule reads it."""
        return leave_of(self.authorization)

    def account(self, kind: VisitKind) -> Account | None:
        """What visits of a kind may still take; None for what is only asked for, which stops nothing."""
        given = self.authorization.status is AuthorizationStatus.ACTIVE
        return account(self.leave, self.ledger, kind) if given else None


def leave_of(row: AuthorizationRow) -> Leave:
    """What an authorization gives, as the rule reads it."""
    return Leave(row.visits, row.starts_on, row.ends_on, row.reserved)


def counted_visits(session: Session, patient_id: int, first: date) -> tuple[CountedVisit, ...]:
    """Every visit of a patient from a day on that takes or took place, by start."""
    signed = Appointment.signed_at.is_not(None)
    wanted = (
        select(
            Appointment.id, Appointment.version, Appointment.day, Appointment.wall_start, Appointment.starts_at,
            Appointment.status, signed, Appointment.episode_id, VisitType.name, VisitType.kind,
        )
        .join(VisitType, VisitType.id == Appointment.visit_type_id)
        .where(Appointment.patient_id == patient_id, Appointment.day >= first, Appointment.status.not_in(GHOSTS))
        .order_by(Appointment.starts_at, Appointment.id)
    )  # fmt: skip
    rows: Iterable[Any] = session.execute(wanted)
    return tuple(CountedVisit(*row) for row in rows)


def visits_against(
    authorization_id: int, visits: Sequence[CountedVisit], episodes: Sequence[EpisodeRow]
) -> tuple[CountedVisit, ...]:
    """The visits that count against an authorization: of the episodes that point at it, and those of no episode.

    A visit nobody said an episode of is counted rather than forgotten: a patient who is told "one more" must not pay it.
    """
    mine = {one.id for one in episodes if one.authorization_id == authorization_id}
    return tuple(one for one in visits if one.episode_id is None or one.episode_id in mine)


def ledgers_of(
    session: Session, patient_id: int, offered: Sequence[Promise] = (), *, leaving: frozenset[int] = frozenset()
) -> tuple[LedgerRow, ...]:
    """Every authorization of a patient with its count.

    `offered` is promised to the patient and not booked yet; `leaving` are about to go away and count no more.
    """
    leaves = authorizations_of(session, patient_id)
    if not leaves:
        return ()
    visits = counted_visits(session, patient_id, min(one.starts_on for one in leaves))
    episodes = episodes_of(session, patient_id)
    promised = [(one.day, VisitKind(one.kind)) for one in offered]
    made = []
    for one in leaves:
        against = [visit for visit in visits_against(one.id, visits, episodes) if visit.id not in leaving]
        ledger = count(leave_of(one), [visit.mark for visit in against], offered=promised)
        within = [visit for visit in against if leave_of(one).holds(visit.day)]
        made.append(LedgerRow(one, ledger, tuple(visit for visit in within if use_of(visit.mark) is Use.UNSIGNED)))
    return tuple(made)


def promised_by(promises: Promises | None, session: ReadSession, patient_id: int) -> tuple[Promise, ...]:
    """What is promised to a patient, as far as somebody knows."""
    return () if promises is None else promises.made_to(session, patient_id)


def row_for(
    rows: Sequence[LedgerRow], episodes: Sequence[EpisodeRow], episode_id: int | None, day: date
) -> LedgerRow | None:
    """The authorization under which a visit of that day is booked: the episode's own, else the first to end in force."""
    episode = next((one for one in episodes if one.id == episode_id), None)
    if episode is not None and episode.authorization_id is not None:
        return next((row for row in rows if row.authorization.id == episode.authorization_id), None)
    given = [row for row in rows if row.authorization.status is AuthorizationStatus.ACTIVE and row.leave.holds(day)]
    return min(given, key=lambda row: row.authorization.ends_on, default=None)


@query(Permission.VIEW_INSURANCE, subjects=lambda rows: {row.authorization.patient_id for row in rows}, opens=True)
def ledgers(
    session: ReadSession, actor: Actor, patient_id: int, reason: str = "", promises: Promises | None = None
) -> tuple[LedgerRow, ...]:
    """What is left of each authorization of a patient. Raises ReasonNeeded for another location's patient."""
    patient_in_reach(session, actor, Permission.VIEW_INSURANCE, patient_id, reason)
    return ledgers_of(session, patient_id, promised_by(promises, session, patient_id))


@query(Permission.VIEW_INSURANCE, subjects=lambda row: () if row is None else (row.authorization.patient_id,))
def leave_on(
    session: ReadSession, actor: Actor, patient_id: int, day: date, promises: Promises | None = None
) -> LedgerRow | None:
    """The authorization under which a visit of that day is booked, with its count.

    None where there is none, and for a patient whose insurance this person opens with a reason only.
    """
    try:
        patient_in_reach(session, actor, Permission.VIEW_INSURANCE, patient_id, "")
    except (ReasonNeeded, GlassNeeded):
        return None
    rows = ledgers_of(session, patient_id, promised_by(promises, session, patient_id))
    return row_for(rows, episodes_of(session, patient_id), None, day)
