"""The sheet of a series: every date with whom and when, what stands against it, and the best time in its place."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.errors import NotFound
from app.core.ports import Promises
from app.core.sessions import ReadSession
from app.episodes.queries import episodes_of
from app.schedule.queries.free import place, staff_of
from app.schedule.queries.ledger import LedgerRow, ledgers_of, promised_by, row_for
from app.schedule.queries.looking import SeriesDate, calendar_of, look_at
from app.schedule.queries.needs import needs_of
from app.schedule.rules import AppointmentStatus, VisitKind
from app.schedule.rules.ledger import Account, Leave
from app.schedule.rules.series import Pattern, days_of, rule_of
from app.schedule.tables import Appointment, AppointmentSeries, VisitType
from app.staff.tables import Practitioner


@dataclass(frozen=True, slots=True)
class SeriesWish:
    """A series as somebody asks for it. `minutes` None: as long as the visit type; 0 is Monday in `weekdays`."""

    patient_id: int
    location_id: int
    visit_type_id: int
    practitioner_id: int
    starts_on: date
    weekdays: frozenset[int]
    start: time
    count: int
    interval: int = 1
    minutes: int | None = None
    episode_id: int | None = None

    @property
    def pattern(self) -> Pattern:
        """Its days, as the rule reads them."""
        return Pattern(self.starts_on, self.weekdays, self.count, self.interval)


@dataclass(frozen=True, slots=True)
class SeriesSheet:
    """All dates of a series, and the authorization they are booked under (None: nothing stops them)."""

    patient_id: int
    location_id: int
    rule: str
    dates: tuple[SeriesDate, ...]
    kind: VisitKind
    covered_by: LedgerRow | None = None

    @property
    def account(self) -> Account | None:
        """What its visits may still take of what the payer gave; None: nothing stops them."""
        return None if self.covered_by is None else self.covered_by.account(self.kind)

    @property
    def leave(self) -> Leave | None:
        """What the payer gave, where it stops anything."""
        return None if self.account is None else self.account.leave


@query(Permission.BOOK, subjects=lambda sheet: (sheet.patient_id,))
def series_sheet(session: ReadSession, actor: Actor, wish: SeriesWish, promises: Promises | None = None) -> SeriesSheet:
    """Every date of a series, looked at. Raises ClinicError at the field of a wish that is none, NotFound."""
    actor.sees(Permission.BOOK, wish.location_id)
    location, kind = place(session, wish.location_id), session.get(VisitType, wish.visit_type_id)
    if kind is None or not kind.active:
        raise NotFound("There is no such visit type.", field="visit_type", next_step="Choose another one.")
    who = next(iter(staff_of(session, location.id, wish.practitioner_id)), None)
    rule, days, minutes = rule_of(wish.pattern), days_of(wish.pattern), wish.minutes or kind.minutes
    wanted = [
        SeriesDate(at, day, wish.start, wish.practitioner_id, who.name if who else "", minutes)
        for at, day in enumerate(days, start=1)
    ]
    known = ledgers_of(session, wish.patient_id, promised_by(promises, session, wish.patient_id))
    row = row_for(known, episodes_of(session, wish.patient_id), wish.episode_id, days[0])
    blank = SeriesSheet(wish.patient_id, location.id, rule, (), kind.kind, row)
    needs = needs_of(session, kind, wish.patient_id)
    calendar = calendar_of(session, location, needs, wish.patient_id, days[0], days[-1])
    return replace(blank, dates=look_at(calendar, wanted, blank.leave))


@dataclass(frozen=True, slots=True)
class SeriesVisit:
    """A visit of a series as lists show it. `fixed`: it is over, under way or gone, and nothing changes it any more."""

    id: int
    version: int
    number: int
    day: date
    start: time
    starts_at: datetime
    minutes: int
    practitioner_id: int
    practitioner: str
    status: AppointmentStatus
    fixed: bool


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series with all its visits, by time."""

    id: int
    version: int
    patient_id: int
    location_id: int
    episode_id: int | None
    visit_type_id: int
    visit_type: str
    rule: str
    visits: tuple[SeriesVisit, ...]

    @property
    def open(self) -> tuple[SeriesVisit, ...]:
        """The visits that are still to come."""
        return tuple(one for one in self.visits if not one.fixed)


@dataclass(frozen=True, slots=True)
class Shift:
    """How visits of a series move: by so many days, to another time, to somebody else; None stays."""

    days: int = 0
    start: time | None = None
    practitioner_id: int | None = None


def visits_of_series(session: Session, series_id: int) -> list[Appointment]:
    """The rows of a series by time."""
    wanted = select(Appointment).where(Appointment.series_id == series_id)
    return list(session.scalars(wanted.order_by(Appointment.starts_at, Appointment.id)))


@query(Permission.BOOK, subjects=lambda rows: {row.patient_id for row in rows})
def coming_series(session: ReadSession, actor: Actor, patient_id: int) -> tuple[SeriesRow, ...]:
    """A patient's series that have visits to come, as far as the actor's locations reach."""
    wanted = select(AppointmentSeries.id).where(AppointmentSeries.patient_id == patient_id)
    reach = actor.sees(Permission.BOOK, None)
    if reach is not None:
        wanted = wanted.where(AppointmentSeries.location_id.in_(reach))
    rows = [series(session, actor, one) for one in session.scalars(wanted.order_by(AppointmentSeries.id.desc()))]
    return tuple(row for row in rows if row.open)


@query(Permission.BOOK, subjects=lambda row: (row.patient_id,))
def series(session: ReadSession, actor: Actor, series_id: int) -> SeriesRow:
    """A series with its visits. Raises NotFound, also for one at a location that is not the actor's."""
    found = session.get(AppointmentSeries, series_id)
    reach = actor.sees(Permission.BOOK, None)
    if found is None or (reach is not None and found.location_id not in reach):
        raise NotFound("There is no such series.", next_step="Go back to the schedule.")
    people = {row.id: row.family for row in session.scalars(select(Practitioner))}
    visits = tuple(
        SeriesVisit(
            row.id, row.version, row.series_number or number, row.day, row.wall_start, row.starts_at, row.minutes,
            row.practitioner_id, people[row.practitioner_id], row.status,
            row.status is not AppointmentStatus.BOOKED or row.starts_at <= session.now,
        )
        for number, row in enumerate(visits_of_series(session, series_id), start=1)
    )  # fmt: skip
    kind = session.get_one(VisitType, found.visit_type_id)
    return SeriesRow(
        found.id, found.version, found.patient_id, found.location_id, found.episode_id, kind.id, kind.name, found.rule,
        visits,
    )  # fmt: skip


@query(Permission.BOOK, subjects=lambda sheet: (sheet.patient_id,))
def move_sheet(
    session: ReadSession, actor: Actor, series_id: int, visit_ids: tuple[int, ...], shift: Shift
) -> SeriesSheet:
    """Where visits of a series would come to lie, looked at as if they had left their time. Raises NotFound."""
    row = series(session, actor, series_id)
    chosen = [one for one in row.open if one.id in visit_ids]
    if not chosen:
        raise NotFound("None of these visits is still to come.", next_step="Look at the series again.")
    location = place(session, row.location_id)
    people = {who.id: who.name for who in staff_of(session, location.id)}
    wanted = []
    for one in chosen:
        who_id = shift.practitioner_id or one.practitioner_id
        day = one.day + timedelta(days=shift.days)
        wanted.append(
            SeriesDate(
                one.number, day, shift.start or one.start, who_id, people.get(who_id, ""), one.minutes, visit_id=one.id
            )
        )
    leaving = frozenset(one.id for one in chosen)
    covered_by = row_for(
        ledgers_of(session, row.patient_id, leaving=leaving), episodes_of(session, row.patient_id), row.episode_id,
        wanted[0].day,
    )  # fmt: skip
    kind = session.get_one(VisitType, row.visit_type_id)
    blank = SeriesSheet(row.patient_id, location.id, row.rule, (), kind.kind, covered_by)
    first, last = min(one.day for one in wanted), max(one.day for one in wanted)
    needs = needs_of(session, kind, row.patient_id)
    calendar = calendar_of(session, location, needs, row.patient_id, first, last)
    for visit in visits_of_series(session, series_id):
        if visit.id in leaving:
            calendar.leave(visit)
    return replace(blank, dates=look_at(calendar, wanted, blank.leave))
