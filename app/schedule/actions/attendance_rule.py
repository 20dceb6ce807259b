"""The clinic's rule for absences, from a day on."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.clock import local_day
from app.core.errors import ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.schedule.queries.free import place
from app.schedule.rules.attendance import Policy, check_policy
from app.schedule.tables import AttendancePolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAttendancePolicy(Command):
    """What is done about absences from a day on, at a location or (None) in the whole group."""

    location_id: int | None
    valid_from: date
    policy: Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPolicy(Command):
    """Take a rule back that does not hold yet."""

    policy_id: int
    version: int


@dataclass(frozen=True, slots=True)
class PolicySet:
    """A rule that is in force from its day on."""

    policy_id: int
    version: int


def _of_policy(session: WriteSession, command: SetAttendancePolicy) -> tuple[int, ...]:
    return () if command.location_id is None else (command.location_id,)


def _of_row(session: WriteSession, command: TakeBackPolicy) -> tuple[int, ...]:
    found = session.get(AttendancePolicy, command.policy_id)
    return () if found is None or found.location_id is None else (found.location_id,)


@action(Permission.SET_SCHEDULE, says="Set the rule for absences from {valid_from}", located=_of_policy)
def set_attendance_policy(session: WriteSession, actor: Actor, command: SetAttendancePolicy) -> PolicySet:
    """Set the rule from a day on; what held before ends the day before, what begins later is taken away.

    Raises ClinicError at the field, also for a day that is over: nobody is judged by a rule that came later.
    """
    zone = "UTC" if command.location_id is None else place(session, command.location_id).zone
    if command.valid_from < local_day(session.now, zone):
        raise ClinicError("That day is over.", field="valid_from", next_step="Choose today or a later day.")
    check_policy(command.policy)
    _end_rules(session, command)
    rule = command.policy
    made = AttendancePolicy(
        location_id=command.location_id,
        valid_from=command.valid_from,
        notice_hours=rule.notice_hours,
        window_days=rule.window_days,
        warn_after=rule.warn_after,
        fee_after=rule.fee_after,
        review_after=rule.review_after,
        late_cancel_cents=rule.late_cancel_cents,
        no_show_cents=rule.no_show_cents,
    )
    session.add(made)
    session.flush()
    return PolicySet(made.id, made.version)


@action(Permission.SET_SCHEDULE, says="Took a rule for absences back", located=_of_row)
def take_back_policy(session: WriteSession, actor: Actor, command: TakeBackPolicy) -> PolicySet:
    """Take back a rule that begins on a day to come; the one before it holds in its place.

    Raises NotFound, Stale, ClinicError for a rule by which somebody may have been judged.
    """
    found = session.get(AttendancePolicy, command.policy_id)
    if found is None:
        raise NotFound("There is no such rule.", next_step="Look at the rules again.")
    if found.version != command.version:
        raise Stale("Somebody else changed this rule a moment ago.", next_step="Look at it again, then go on.")
    zone = "UTC" if found.location_id is None else place(session, found.location_id).zone
    if found.valid_from <= local_day(session.now, zone):
        raise ClinicError("This rule holds already.", next_step="Set another one from today on.")
    before = session.scalar(
        select(AttendancePolicy).where(
            AttendancePolicy.location_id.is_not_distinct_from(found.location_id),
            AttendancePolicy.valid_to == found.valid_from - timedelta(days=1),
        )
    )
    if before is not None:
        before.valid_to = found.valid_to
    session.delete(found)
    session.flush()
    return PolicySet(found.id, found.version)


def _end_rules(session: WriteSession, command: SetAttendancePolicy) -> None:
    wanted = select(AttendancePolicy).where(
        AttendancePolicy.location_id.is_(None)
        if command.location_id is None
        else AttendancePolicy.location_id == command.location_id,
        or_(AttendancePolicy.valid_to.is_(None), AttendancePolicy.valid_to >= command.valid_from),
    )
    for row in session.scalars(wanted):
        if row.valid_from >= command.valid_from:
            session.delete(row)
        else:
            row.valid_to = command.valid_from - timedelta(days=1)
