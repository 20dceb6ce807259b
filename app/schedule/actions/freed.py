"""Holes: time that a visit gave back while there was still something of it to fill, and what became of it.

A hole is filled by the first booking that takes time of its practitioner within it. It opens again when that booking
is cancelled or moved away, and it is closed without a filler when the visit that left it comes back. A filler who
does not come leaves a hole of their own: the first one stays filled, so that filled and attended are counted apart.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from app.core.rows import add_row, change_row
from app.core.sessions import WriteSession
from app.schedule.rules import FreedBy, Span, open_spans, overlap
from app.schedule.rules.spans import SHORTEST
from app.schedule.tables import Appointment, FreedSlot

_LEFT_BY = select(FreedSlot).where(
    FreedSlot.appointment_id == bindparam("visit"), FreedSlot.filled_by_id.is_(None), FreedSlot.closed_at.is_(None)
)
_FILLED_BY = select(FreedSlot).where(FreedSlot.filled_by_id == bindparam("visit"))


def leave_hole(
    session: WriteSession,
    visit: Appointment,
    freed_by: FreedBy,
    old: Span,
    practitioner_id: int,
    kept: Iterable[Span] = (),
) -> None:
    """Write down what a visit gave back of `old`, less what it `kept` there; nothing for what is over or too short."""
    for span in open_spans([old], kept):
        if span.end - span.start < SHORTEST or span.ends_at <= session.now:
            continue
        add_row(
            session,
            FreedSlot,
            location_id=visit.location_id,
            practitioner_id=practitioner_id,
            starts_at=span.starts_at,
            ends_at=span.ends_at,
            freed_at=session.now,
            freed_by=freed_by,
            appointment_id=visit.id,
        )


def close_holes(session: WriteSession, visit: Appointment, back: Span | None = None) -> None:
    """The visit came back: what it left (where it meets `back`) and nobody took is no hole any more."""
    for hole in session.scalars(_LEFT_BY, {"visit": visit.id}).all():
        if back is None or overlap(back, Span.of(hole.starts_at, hole.ends_at)):
            change_row(session, hole, closed_at=session.now)


def open_again(session: WriteSession, appointment_id: int) -> None:
    """A booking that filled holes does not take place there after all."""
    for hole in session.scalars(_FILLED_BY, {"visit": appointment_id}).all():
        change_row(session, hole, filled_by_id=None, filled_at=None)


def fill_holes(
    session: WriteSession, appointment_id: int, holes: Sequence[FreedSlot], begin: datetime, end: datetime
) -> None:
    """Note which of a practitioner's holes a booking fills. Of two that lie side by side in time it fills one."""
    met = [one for one in holes if one.starts_at < end and begin < one.ends_at and one.filled_by_id is None]
    for hole in _one_after_another(met):
        if hole.appointment_id != appointment_id:
            change_row(session, hole, filled_by_id=appointment_id, filled_at=session.now)


def _one_after_another(holes: Sequence[FreedSlot]) -> list[FreedSlot]:
    """The holes from the first on that do not overlap each other."""
    found: list[FreedSlot] = []
    for hole in holes:
        if not found or found[-1].ends_at <= hole.starts_at:
            found.append(hole)
    return found
