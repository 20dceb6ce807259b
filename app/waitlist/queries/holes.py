"""Holes that are still open, what marks them in the schedule, and how many are filled in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import day_bounds, local
from app.core.ports import HoleMark
from app.core.sessions import ReadSession
from app.patients.queries.eyes import SEEN, eyes_of
from app.patients.tables import Patient
from app.schedule.queries.several import MOST_DAYS
from app.schedule.rules import FreedBy
from app.schedule.tables import FreedSlot
from app.staff.tables import Location, Practitioner
from app.waitlist.queries.offers import still_open
from app.waitlist.rules import Hole
from app.waitlist.tables import WaitlistEntry, WaitlistTry


@dataclass(frozen=True, slots=True)
class HoleRow:
    """A time that came free and is still to come. `offered_until`: the offer that lasts longest, and who made it."""

    id: int
    location_id: int
    location: str
    zone: str
    practitioner_id: int
    practitioner: str
    day: date
    start: time
    end: time
    minutes: int
    starts_at: datetime
    freed_by: FreedBy
    freed_at: datetime
    appointment_id: int
    offered_until: datetime | None = None
    offered_by: str = ""
    offered_entry_id: int | None = None

    def hole(self) -> Hole:
        """For the rules."""
        return Hole(
            self.location_id, self.practitioner_id, self.day, self.start, self.end, self.minutes, self.starts_at
        )


#: until when, by whom, to the person of which entry
_Offer = tuple[datetime, str, int]


def open_holes(session: Session, now: datetime, where: ColumnElement[bool]) -> tuple[HoleRow, ...]:
    """Holes that nobody has filled and that are not over, the next first."""
    wanted = (
        select(FreedSlot, Location.name.label("location"), Location.zone.label("zone"), Practitioner.family)
        .join(Location, Location.id == FreedSlot.location_id)
        .join(Practitioner, Practitioner.id == FreedSlot.practitioner_id)
        .where(FreedSlot.filled_by_id.is_(None), FreedSlot.closed_at.is_(None), FreedSlot.starts_at > now, where)
        .order_by(FreedSlot.starts_at, FreedSlot.id)
    )
    rows = session.execute(wanted).all()
    offers = _offers(session, [row.FreedSlot.id for row in rows], now)
    return tuple(_row(row, offers) for row in rows)


def _offers(session: Session, ids: list[int], now: datetime) -> dict[int, _Offer]:
    wanted = (
        select(WaitlistTry.freed_slot_id, WaitlistTry.until, WaitlistTry.tried_by_name, WaitlistTry.entry_id)
        .where(WaitlistTry.freed_slot_id.in_(ids), still_open(now))
        .order_by(WaitlistTry.until)
    )
    return {
        slot: (until, by, entry)
        for slot, until, by, entry in session.execute(wanted)
        if slot is not None and until is not None
    }


def _row(row: Row[*tuple[Any, ...]], offers: dict[int, _Offer]) -> HoleRow:
    freed: FreedSlot = row.FreedSlot
    begin, end = local(freed.starts_at, row.zone), local(freed.ends_at, row.zone)
    minutes = int((freed.ends_at - freed.starts_at).total_seconds()) // 60
    offer = offers.get(freed.id, (None, "", None))
    return HoleRow(
        freed.id, freed.location_id, row.location, row.zone, freed.practitioner_id, row.family, begin.date(),
        begin.time(), end.time(), minutes, freed.starts_at, freed.freed_by, freed.freed_at, freed.appointment_id, *offer,
    )  # fmt: skip


@query(Permission.BOOK)
def holes(session: ReadSession, actor: Actor, location_id: int | None) -> tuple[HoleRow, ...]:
    """The open holes of a location, or of all the actor's, the next first."""
    seen = actor.sees(Permission.BOOK, location_id)
    where = FreedSlot.location_id.in_(seen) if seen is not None else FreedSlot.id > 0
    return open_holes(session, session.now, where)


@query(Permission.BOOK)
def hole_left_by(session: ReadSession, actor: Actor, appointment_id: int) -> HoleRow | None:
    """The open hole that a visit left, or None."""
    seen = actor.sees(Permission.BOOK, None)
    where = FreedSlot.appointment_id == appointment_id
    if seen is not None:
        where &= FreedSlot.location_id.in_(seen)
    return next(iter(open_holes(session, session.now, where)), None)


def _promised(marks: Iterable[HoleMark]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.offered_to_id for one in marks if one.offered_to_id is not None))


@query(Permission.SEARCH_PATIENT, subjects=_promised)
def hole_marks(session: ReadSession, actor: Actor, location_id: int, day: date, days: int = 1) -> tuple[HoleMark, ...]:
    """The open holes of `days` days from `day` (at most a week), for the schedule and for who books into one."""
    actor.sees(Permission.SEARCH_PATIENT, location_id)
    zone = session.get_one(Location, location_id).zone
    last = day + timedelta(days=min(max(days, 1), MOST_DAYS) - 1)
    begin, end = day_bounds(day, zone)[0], day_bounds(last, zone)[1]
    where = (FreedSlot.location_id == location_id) & (FreedSlot.starts_at >= begin) & (FreedSlot.starts_at < end)
    found = open_holes(session, session.now, where)
    people = _people(session, actor, [one.offered_entry_id for one in found if one.offered_entry_id is not None])
    return tuple(
        HoleMark(
            one.id, one.appointment_id, one.practitioner_id, one.start, one.minutes,
            None if one.offered_until is None else local(one.offered_until, zone).time(), one.offered_by,
            one.offered_until, *people.get(one.offered_entry_id or 0, ("", None)),
        )
        for one in found
    )  # fmt: skip


def _people(session: ReadSession, actor: Actor, entry_ids: list[int]) -> dict[int, tuple[str, int]]:
    """Whose these entries are, by entry: the name as this person may see it."""
    if not entry_ids:
        return {}
    wanted = select(WaitlistEntry.id.label("entry_id"), Patient.id.label("patient_id"), *SEEN).join(
        Patient, Patient.id == WaitlistEntry.patient_id
    )
    eyes = eyes_of(session, actor)
    rows = session.execute(wanted.where(WaitlistEntry.id.in_(entry_ids)))
    return {row.entry_id: (eyes.name(row.patient_id, row), row.patient_id) for row in rows}
