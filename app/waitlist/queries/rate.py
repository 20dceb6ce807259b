"""How many late holes are filled by somebody who then comes: the figure and its definition in one place."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds
from app.core.sessions import ReadSession
from app.patients.queries.reach import clinic_zone
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, FreedSlot
from app.waitlist.rules.ranking import weights


@dataclass(frozen=True, slots=True)
class FillRate:
    """Holes opened less than a day before their start, and those of them filled by another patient who came.

    `open`: their time is still to come, so they are in neither number.
    """

    opened: int
    filled_and_attended: int
    filled: int
    open: int
    since: date

    @property
    def percent(self) -> int | None:
        """Filled and attended of 100 opened, or None when none was."""
        return None if not self.opened else round(100 * self.filled_and_attended / self.opened)


@query(Permission.REPORT_COUNTS)
def fill_rate(session: ReadSession, actor: Actor, location_id: int | None, today: date, days: int = 30) -> FillRate:
    """How many late holes of the last days were filled by another patient who came; see docs/director.md.

    Counted by the hole's own day. A visit that came back to its time left no hole (it is closed); one that was freed
    after its start cannot be filled any more and is in neither number.
    """
    seen = actor.sees(Permission.REPORT_COUNTS, location_id)
    since = today - timedelta(days=days - 1)
    left, filler = aliased(Appointment), aliased(Appointment)
    wanted = (
        select(
            FreedSlot.starts_at,
            FreedSlot.freed_at,
            FreedSlot.ends_at,
            left.patient_id.label("left_by"),
            filler.patient_id.label("filled_by"),
            filler.status,
        )
        .join(left, left.id == FreedSlot.appointment_id)
        .outerjoin(filler, filler.id == FreedSlot.filled_by_id)
        .where(
            FreedSlot.closed_at.is_(None),
            FreedSlot.starts_at >= day_bounds(since, clinic_zone(session, location_id))[0],
            FreedSlot.freed_at < FreedSlot.starts_at,
        )
    )
    if seen is not None:
        wanted = wanted.where(FreedSlot.location_id.in_(seen))
    return _counted(session.execute(wanted).all(), session.now, since)


def _counted(rows: Any, now: datetime, since: date) -> FillRate:  # noqa: ANN401 - rows of the statement above
    notice = timedelta(hours=weights()["fill_notice_hours"])
    opened = filled = came = still = 0
    for row in rows:
        if row.starts_at - row.freed_at >= notice:
            continue
        other = row.filled_by is not None and row.filled_by != row.left_by
        if row.ends_at > now and row.status is not AppointmentStatus.FULFILLED:
            still += 1
            continue
        opened += 1
        filled += other
        came += other and row.status is AppointmentStatus.FULFILLED
    return FillRate(opened, came, filled, still, since)
