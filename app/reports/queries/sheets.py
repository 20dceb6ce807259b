"""The schedule as paper shows it: the board's rows in the columns of the day, names only for who may print them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local, local_day
from app.core.errors import NotFound
from app.core.ports import SheetKind, SheetWish
from app.core.sessions import ReadSession
from app.core.text import language, tr
from app.patients.queries.eyes import eyes_of
from app.reports.queries.day import may_name
from app.reports.rules.sheets import DAY, ScheduleSheet, SheetColumn, SheetVisit, Shut
from app.schedule.queries import BlockRow, DayPlan, Period, PractitionerDay, week_plan
from app.schedule.rules import GHOSTS, AppointmentStatus, ReasonKind, Span, open_spans, reason
from app.schedule.tables import Appointment, Room
from app.staff.tables import Location
from app.visits.queries import Sight, read_board
from app.visits.rules import BoardRow, BoardState, Limits, ghost_words, word

_GONE = (BoardState.CANCELLED, BoardState.NOSHOW, BoardState.LEFT)
_Rows = Mapping[tuple[int, date], list[SheetVisit]]


@query(Permission.REPORT_COUNTS, subjects=lambda sheet: sheet.patient_ids)
def schedule_sheet(
    session: ReadSession, actor: Actor, wish: SheetWish, clinic: str = "", reason: str = ""
) -> ScheduleSheet:
    """A paper of the schedule. Names stand in it only for who may print them (with `reason`, where the role asks for one).

    The shade and restricted records are obeyed as on the screen; the sign-in sheet has nothing but times. `clinic` is the
    group's name. Raises Refused, NotFound.
    """
    actor.sees(Permission.REPORT_COUNTS, wish.location_id)
    place = session.get(Location, wish.location_id)
    if place is None:
        raise NotFound("There is no such location.", next_step="Choose a location.")
    alone = wish.kind is SheetKind.SIGN_IN
    named = not alone and may_name(actor, wish.location_id, reason)
    board = () if alone else _board(session, actor, wish, named)
    return ScheduleSheet(
        wish.kind,
        clinic or place.name,
        place.name if clinic else "",
        wish.first,
        wish.first + timedelta(days=wish.days - 1),
        local(session.now, place.zone).replace(tzinfo=None),
        actor.name,
        () if alone else _columns(session, actor, wish, _visits(board, _rooms(session, wish), named)),
        _starts(session, wish) if alone else (),
        named,
        "es-US" if language() == "es" else "en-US",
        place.id,
        tuple(dict.fromkeys(row.patient_id for row in board)),
    )


def _board(session: ReadSession, actor: Actor, wish: SheetWish, named: bool) -> tuple[BoardRow, ...]:
    wanted = (
        (Appointment.location_id == wish.location_id)
        & Appointment.day.between(wish.first, wish.first + timedelta(days=wish.days - 1))
        & (Appointment.status != AppointmentStatus.ENTERED_IN_ERROR)
    )
    if wish.practitioner_ids:
        wanted = wanted & Appointment.practitioner_id.in_(wish.practitioner_ids)
    return read_board(session, wanted, session.now, Sight(named, False, eyes_of(session, actor)), Limits())


def _rooms(session: ReadSession, wish: SheetWish) -> Mapping[int, str]:
    """The rooms that are booked, by visit; where somebody sits now the board knows better."""
    wanted = select(Appointment.id, Room.name).join(Room, Room.id == Appointment.room_id)
    last = wish.first + timedelta(days=wish.days - 1)
    mine = (Appointment.location_id == wish.location_id) & Appointment.day.between(wish.first, last)
    return {row[0]: row[1] for row in session.execute(wanted.where(mine))}


def _starts(session: ReadSession, wish: SheetWish) -> tuple[int, ...]:
    wanted = select(Appointment.wall_start).where(
        Appointment.location_id == wish.location_id,
        Appointment.day == wish.first,
        Appointment.status.not_in((*GHOSTS, AppointmentStatus.ENTERED_IN_ERROR)),
    )
    if wish.practitioner_ids:
        wanted = wanted.where(Appointment.practitioner_id.in_(wish.practitioner_ids))
    return tuple(sorted(_minute(at) for at in session.scalars(wanted)))


def _visits(board: Iterable[BoardRow], rooms: Mapping[int, str], named: bool) -> _Rows:
    found: dict[tuple[int, date], list[SheetVisit]] = defaultdict(list)
    for row in board:
        gone = row.state in _GONE
        visit = SheetVisit(
            _minute(row.start),
            row.minutes,
            row.patient,
            row.mrn,
            row.visit_type,
            word(row.state),
            row.room or rooms.get(row.appointment_id, ""),
            " ".join(row.note.split()),
            gone,
            ghost_words(row.state, row.reason_code, row.reason_note if named else ""),
        )
        found[row.practitioner_id, row.day].append(visit)
    return found


def _columns(session: ReadSession, actor: Actor, wish: SheetWish, visits: _Rows) -> tuple[SheetColumn, ...]:
    plan = week_plan(session, actor, wish.location_id, wish.first, wish.days, wish.practitioner_ids)
    return tuple(_column(day, column, visits) for day in plan.days for column in day.columns)


def _column(plan: DayPlan, column: PractitionerDay, visits: _Rows) -> SheetColumn:
    who = column.who
    working = tuple(_span(one) for one in column.open)
    return SheetColumn(
        plan.day,
        ", ".join(filter(None, (f"{who.given} {who.family}".strip(), who.credential))),
        who.family,
        working,
        tuple(_shut(column.blocks, working, plan)),
        tuple(sorted(visits.get((who.id, plan.day), ()), key=lambda one: (one.start, one.ghost, one.patient))),
    )


def _shut(blocks: Iterable[BlockRow], working: tuple[Span, ...], plan: DayPlan) -> Iterable[Shut]:
    """Closed time with its word, each minute once."""
    taken = list(working)
    for block in blocks:
        known = reason(ReasonKind.BLOCK, block.reason)
        for part in open_spans([_block(block.period, plan)], taken):
            yield Shut(part, known.label(language()) if known else block.reason or tr("Closed"))
            taken.append(part)


def _block(there: Period, plan: DayPlan) -> Span:
    """What of a block lies on the plan's day: leave goes over many."""
    begins, ends = (local_day(at, plan.zone) for at in (there.starts_at, there.ends_at))
    start = 0 if begins < plan.day else _minute(there.start)
    return Span(start, DAY if ends > plan.day else _minute(there.end))


def _span(period: Period) -> Span:
    """A stretch of the wall clock's day; one that goes over midnight ends there."""
    start, end = _minute(period.start), _minute(period.end)
    return Span(start, end if end > start else DAY)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
