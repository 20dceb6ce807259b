"""Keeping visits at their wall time when the rules of a zone, or the zone of a clinic, have changed since they were booked.

A patient was told "Tuesday at nine": the wall time is what holds, the instant beside it is worked out from it. It is worked
out again by `frontdesk migrate`, since a new program may bring new zone data, and by `frontdesk times`.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.errors import Clash
from app.core.rows import change_row
from app.core.sessions import WriteSession
from app.core.values import Command
from app.schedule.rules.spans import wall_instants
from app.schedule.tables import TAKEN, Appointment, Occupancy
from app.staff.tables import Location

Held = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepWallTimes(Command):
    """Work out again when the visits to come begin, from their wall times and the zones of their locations."""


@dataclass(frozen=True, slots=True)
class WallTimesKept:
    """How many visits had another instant than their wall time says. They have it now."""

    moved: int


@action(Permission.MAINTAIN, says="Kept the wall times of visits to come: {moved} moved")
def keep_wall_times(session: WriteSession, actor: Actor, command: KeepWallTimes) -> WallTimesKept:
    """Move the visits to come to the instants of their wall times; nothing else of them changes, no hole is left.

    Raises Clash when two visits of one person would meet then, at clinics of two zones: nothing is moved.
    """
    wanted = (
        select(Appointment, Location.zone)
        .join(Location, Location.id == Appointment.location_id)
        .where(Appointment.ends_at > session.now - timedelta(days=1))
        .order_by(Appointment.starts_at, Appointment.id)
    )
    wrong = [
        (visit, zone, *right)
        for visit, zone in session.execute(wanted).all()
        if (right := wall_instants(visit.day, visit.wall_start, visit.minutes, zone))
        != (visit.starts_at, visit.ends_at) or visit.zone != zone
    ]  # fmt: skip
    held = _let_go(session, [one[0].id for one in wrong])
    for visit, zone, begin, end in wrong:
        change_row(session, visit, zone=zone, starts_at=begin, ends_at=end)
        _take(session, [{**row, "starts_at": begin, "ends_at": end} for row in held[visit.id]])
    return WallTimesKept(len(wrong))


def _let_go(session: WriteSession, visits: list[int]) -> dict[int, list[Held]]:
    """Give back what these visits hold, all of them before any is put elsewhere; what that was."""
    held: dict[int, list[Held]] = defaultdict(list)
    for at in range(0, len(visits), 500):
        mine = Occupancy.appointment_id.in_(visits[at : at + 500])
        for row in session.execute(
            select(Occupancy.kind, Occupancy.resource_id, Occupancy.lane, Occupancy.appointment_id).where(mine)
        ):
            held[row.appointment_id].append(dict(row._mapping))
        session.execute(delete(Occupancy).where(mine), execution_options={"synchronize_session": False})
    return held


def _take(session: WriteSession, rows: list[Held]) -> None:
    if not rows:
        return
    try:
        session.execute(insert(Occupancy), rows)
    except IntegrityError as refusal:
        if TAKEN not in str(refusal.orig):
            raise
        raise Clash(
            "Two visits of one person would meet now that the clocks are other ones.",
            next_step="Move one of them, then start again.",
        ) from refusal
    note_bulk(session, "occupancy")
