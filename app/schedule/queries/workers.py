"""Who works when at a location, and what they treat."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local, local_day
from app.core.errors import NotFound
from app.core.sessions import ClinicSession, ReadSession
from app.schedule.queries.free import place, staff_of
from app.schedule.rules.weeks import CLOSED, HoursRow, Template, Week, templates
from app.schedule.tables import Block, PractitionerSkill, WorkingHours
from app.staff.tables import Practitioner


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """Somebody who treats at a location: their week there as it is now, and what they treat."""

    id: int
    version: int
    family: str
    given: str
    credential: str
    lanes: int
    week: Week
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """Closed time of one person, perhaps of days: wall times of the location. `reason` is a code, or somebody's words."""

    id: int
    version: int
    reason: str
    first_day: date
    start: time
    last_day: date
    end: time


@dataclass(frozen=True, slots=True)
class WorkerHours:
    """One person's hours at a location: every week that held or will hold, the exceptions that are not over."""

    worker: WorkerRow
    today: date
    weeks: tuple[Template, ...]
    exceptions: tuple[ExceptionRow, ...]

    def week_on(self, day: date) -> Week:
        """The week that holds on a day; closed when none does."""
        return _holding(self.weeks, day)


@query(Permission.OWN_SESSION)
def workers(session: ReadSession, actor: Actor, location_id: int) -> tuple[WorkerRow, ...]:
    """Who treats at a location, by name, with the week that holds today. Raises NotFound."""
    location = place(session, location_id)
    return _workers(session, location_id, local_day(session.now, location.zone))


@query(Permission.OWN_SESSION)
def worker_hours(session: ReadSession, actor: Actor, location_id: int, practitioner_id: int) -> WorkerHours:
    """One person's hours at a location. Raises NotFound for somebody who does not work there."""
    location = place(session, location_id)
    today = local_day(session.now, location.zone)
    found = [one for one in _workers(session, location_id, today) if one.id == practitioner_id]
    if not found:
        raise NotFound("This practitioner does not work at this location.", next_step="Choose another one.")
    weeks = templates(hours_rows(session, location_id, [practitioner_id]).get(practitioner_id, []))
    return WorkerHours(found[0], today, weeks, _exceptions(session, practitioner_id, location.zone))


def _workers(session: ClinicSession, location_id: int, today: date) -> tuple[WorkerRow, ...]:
    people = staff_of(session, location_id)
    ids = [one.id for one in people]
    hours, skills = hours_rows(session, location_id, ids), _skills(session, ids)
    wanted = select(Practitioner.id, Practitioner.version).where(Practitioner.id.in_(ids))
    versions: dict[int, int] = {row[0]: row[1] for row in session.execute(wanted)}
    return tuple(
        WorkerRow(
            one.id,
            versions[one.id],
            one.family,
            one.given,
            one.credential,
            one.lanes,
            _holding(templates(hours.get(one.id, [])), today),
            tuple(skills.get(one.id, ())),
        )
        for one in people
    )


def _holding(weeks: tuple[Template, ...], day: date) -> Week:
    for one in weeks:
        if one.valid_from <= day and (one.valid_to is None or day <= one.valid_to):
            return one.week
    return CLOSED


def hours_rows(session: ClinicSession, location_id: int, ids: list[int]) -> dict[int, list[HoursRow]]:
    """The stored hours of these people at a location, by person."""
    wanted = select(
        WorkingHours.practitioner_id,
        WorkingHours.weekday,
        WorkingHours.starts,
        WorkingHours.ends,
        WorkingHours.valid_from,
        WorkingHours.valid_to,
    ).where(WorkingHours.location_id == location_id, WorkingHours.practitioner_id.in_(ids))
    found: dict[int, list[HoursRow]] = defaultdict(list)
    for row in session.execute(wanted.order_by(WorkingHours.id)):
        found[row[0]].append(HoursRow(*row[1:]))
    return found


def _skills(session: ClinicSession, ids: list[int]) -> dict[int, list[str]]:
    wanted = select(PractitionerSkill).where(PractitionerSkill.practitioner_id.in_(ids))
    found: dict[int, list[str]] = defaultdict(list)
    for row in session.scalars(wanted.order_by(PractitionerSkill.skill)):
        found[row.practitioner_id].append(row.skill)
    return found


def _exceptions(session: ClinicSession, practitioner_id: int, zone: str) -> tuple[ExceptionRow, ...]:
    """Somebody's own closed times that are not over, wherever they were made, by day."""
    wanted = select(Block).where(
        Block.practitioner_id == practitioner_id, Block.voided_at.is_(None), Block.ends_at > session.now
    )
    rows = []
    for one in session.scalars(wanted.order_by(Block.starts_at, Block.id)):
        begin, end = local(one.starts_at, zone), local(one.ends_at, zone)
        rows.append(ExceptionRow(one.id, one.version, one.reason, begin.date(), begin.time(), end.date(), end.time()))
    return tuple(rows)
