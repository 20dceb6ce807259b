"""A location's day as the end-of-day report tells it; every count comes from the rows that the board shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

import msgspec
from sqlalchemy import func, select

from app.checklists.queries import read_lacking
from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local
from app.core.errors import NotFound
from app.core.journal import chain_of, heads
from app.core.sessions import ReadSession
from app.core.text import language, tr
from app.payments import queries as money
from app.payments.queries import DayMoney
from app.payments.rules import method_label
from app.readiness.rules import is_problem
from app.reports.queries.around import Hole, Instants, history, holes, outcome
from app.reports.rules import words
from app.reports.rules.values import (
    Block,
    Closing,
    EndOfDay,
    MissingPapers,
    Outcome,
    PractitionerDay,
    ReceiptRow,
    RedItem,
    Seal,
    Tomorrow,
    Unbooked,
    VisitRow,
)
from app.schedule.queries import DayPlan, Period, day_plan
from app.schedule.queries.ask import next_open_day
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment
from app.staff.tables import Location
from app.visits.queries import Sight, on_day, read_board, read_day_points
from app.visits.rules import OPEN, BoardRow, BoardState, FollowUp, Limits, ghost_words, word
from app.visits.tables import Encounter


@dataclass(frozen=True, slots=True)
class DayReport(EndOfDay):
    """The end of a day, with what the program needs beside the paper: where it is, and the patients in it."""

    location_id: int = 0
    patient_ids: tuple[int, ...] = ()


@query(Permission.REPORT_COUNTS, subjects=lambda report: report.patient_ids)
def end_of_day(
    session: ReadSession, actor: Actor, location_id: int, day: date, clinic: str = "", reason: str = ""
) -> DayReport:
    """One location's day. Names stand in it only for who may print them (with `reason`, where the role asks for one).

    `clinic` is the group's name on paper; without it the location's own name stands there. Raises Refused, NotFound.
    """
    actor.sees(Permission.REPORT_COUNTS, location_id)
    place = session.get(Location, location_id)
    if place is None:
        raise NotFound("There is no such location.", next_step="Choose a location.")
    named = may_name(actor, location_id, reason)
    board = _board(session, location_id, day, named)
    plan = day_plan(session, actor, location_id, day)
    clocks = _clocks(session, location_id, day)
    taken = money.read_day_money(session, location_id, day)
    later = _next_days(session, location_id, day)
    following = next_open_day(session, place, day)
    ahead = _board(session, location_id, following, named) if following else ()
    given = {row.appointment_id: row.number for row in reversed(taken.receipts) if row.voided_at is None}
    return DayReport(
        clinic=clinic or place.name,
        location=place.name if clinic else "",
        day=day,
        zone=place.zone,
        printed_at=local(session.now, place.zone).replace(tzinfo=None),
        printed_by=actor.name,
        visits=_visits(board, clocks, given, session.now, named),
        practitioners=_practitioners(plan),
        receipts=_receipts(taken, named),
        reversals=tuple(_receipt(row, named, "") for row in taken.voids if row.day < day),
        papers=_papers(session, board, day, later),
        unbooked=_unbooked(board, clocks, later),
        tomorrow=_tomorrow(ahead) if following else None,
        closing=_closing(session, place, day, named),
        seal=_seal(session, location_id),
        history=history(session, location_id, day),
        language="es-US" if language() == "es" else "en-US",
        location_id=location_id,
        patient_ids=_patients(board, taken, ahead),
        named=named,
    )


def may_name(actor: Actor, location_id: int, reason: str) -> bool:
    """Whether names stand in this person's report of a location."""
    grant = actor.grant(Permission.REPORT_NAMES)
    if grant is None or not actor.may(Permission.REPORT_NAMES, (location_id,)):
        return False
    return not grant.masked and bool(reason.strip() or not grant.reason)


def _board(session: ReadSession, location_id: int, day: date, named: bool) -> tuple[BoardRow, ...]:
    """The board's own rows. Money belongs to every report; names and record numbers only to one with names."""
    return read_board(session, on_day(frozenset({location_id}), day), session.now, Sight(named, money=True), Limits())


def _clocks(session: ReadSession, location_id: int, day: date) -> Mapping[int, Instants]:
    wanted = (
        select(
            Appointment.id,
            Appointment.created_at,
            Appointment.cancelled_at,
            Encounter.arrived_at,
            Encounter.started_at,
            Encounter.follow_up,
        )
        .outerjoin(Encounter, Encounter.appointment_id == Appointment.id)
        .where(on_day(frozenset({location_id}), day))
    )
    return {
        row[0]: Instants(row[1], row[2], row[3], row[4], row[5] or FollowUp.NOT_ASKED)
        for row in session.execute(wanted)
    }


def _next_days(session: ReadSession, location_id: int, day: date) -> Mapping[int, date]:
    """The next booked day of each of the day's patients, wherever it is."""
    mine = select(Appointment.patient_id).where(on_day(frozenset({location_id}), day))
    wanted = select(Appointment.patient_id, func.min(Appointment.day)).where(
        Appointment.patient_id.in_(mine), Appointment.day > day, Appointment.status == AppointmentStatus.BOOKED
    )
    return {row[0]: row[1] for row in session.execute(wanted.group_by(Appointment.patient_id))}


def _visits(
    board: tuple[BoardRow, ...],
    clocks: Mapping[int, Instants],
    receipts: Mapping[int | None, int],
    now: datetime,
    named: bool,
) -> tuple[VisitRow, ...]:
    freed = holes(board, clocks, now)
    takers = {hole.by for hole in freed.values()}
    rows = (_visit(row, clocks[row.appointment_id], freed.get(row.appointment_id, _NO_HOLE), named) for row in board)
    return tuple(
        replace(visit, receipt=receipts.get(row.appointment_id, 0), refill=row.appointment_id in takers)
        for row, visit in zip(board, rows, strict=True)
    )


_NO_HOLE = Hole("", None)


def _visit(row: BoardRow, clock: Instants, hole: Hole, named: bool) -> VisitRow:
    became = outcome(row.state, row.starts_at, clock.cancelled_at)
    waited = None
    if clock.arrived_at and clock.started_at:
        waited = max(0, int((clock.started_at - clock.arrived_at).total_seconds()) // 60)
    return VisitRow(
        start=row.start,
        minutes=row.minutes,
        patient=row.patient,
        mrn=row.mrn,
        practitioner=str(row.practitioner_id),
        kind=row.visit_type,
        outcome=became,
        state=word(row.state) if became is Outcome.OPEN else "",
        reason=ghost_words(row.state, row.reason_code, row.reason_note if named else ""),
        due=(row.due_cents or 0) if became in (Outcome.ATTENDED, Outcome.OPEN) else 0,
        paid=row.paid_cents,
        payer=row.payer if named else "",
        waited=waited,
        hole=hole.words,
        hole_filled=hole.filled,
    )


def _practitioners(plan: DayPlan) -> tuple[PractitionerDay, ...]:
    return tuple(
        PractitionerDay(
            key=str(column.who.id),
            name=", ".join(filter(None, (f"{column.who.given} {column.who.family}".strip(), column.who.credential))),
            short=column.who.family,
            working=tuple(_block(one) for one in column.open),
            blocks=tuple(_block(one.period) for one in column.blocks),
        )
        for column in plan.columns
    )


def _block(period: Period) -> Block:
    """A stretch of the wall clock's day; one that goes over midnight ends there, and 0:00 is how its end is written."""
    return Block(period.start, period.end if period.end > period.start else time())


def _receipts(taken: DayMoney, named: bool) -> tuple[ReceiptRow, ...]:
    """The day's receipts; one made void on a later day still counts here, as on the screen."""
    void = {row.payment_id: row.void_reason for row in taken.voids}
    return tuple(_receipt(row, named, void.get(row.payment_id, "")) for row in taken.receipts)


def _receipt(row: money.ReceiptRow, named: bool, void: str) -> ReceiptRow:
    parts = tuple((method_label(part.method), part.cents) for part in row.parts)
    return ReceiptRow(
        number=row.number,
        patient=row.patient if named else "–",
        parts=parts,
        void=void if named or not void else tr("mistake"),
        mrn=row.mrn if named else "",
    )


_NO_PAPERS_NEEDED = (BoardState.CANCELLED, BoardState.NOSHOW, BoardState.LEFT)


def _papers(
    session: ReadSession, board: Iterable[BoardRow], day: date, later: Mapping[int, date]
) -> tuple[MissingPapers, ...]:
    """Who came, or is still expected, without a paper; and when to ask for it."""
    rows = {row.appointment_id: row for row in board if row.state not in _NO_PAPERS_NEEDED}
    found = []
    for one in read_lacking(session, Appointment.id.in_(list(rows))):
        if one.papers:
            row = rows[one.appointment_id]
            when = _when(later.get(one.patient_id), row.state in OPEN)
            papers = ", ".join(one.papers)
            found.append(MissingPapers(row.patient, papers, when, len(one.papers), row.mrn, one.patient_id))
    return tuple(found)


def _when(later: date | None, here: bool) -> str:
    if here:
        return tr("today")
    return tr("at next visit, {day}", day=words.visit_day(later)) if later else tr("call: no next visit")


def _unbooked(
    board: Iterable[BoardRow], clocks: Mapping[int, Instants], later: Mapping[int, date]
) -> tuple[Unbooked, ...]:
    """Who was treated, has no next visit and did not say that none is needed."""
    found = []
    for row in board:
        said = clocks[row.appointment_id].follow_up
        attended = row.state in (BoardState.OUT, BoardState.DONE)
        if attended and said is not FollowUp.NOT_NEEDED and row.patient_id not in later:
            plan = tr("will call") if said is FollowUp.PATIENT_CALLS else ""
            found.append(Unbooked(row.patient, plan, row.mrn))
    return tuple(found)


def _tomorrow(ahead: tuple[BoardRow, ...]) -> Tomorrow:
    coming = [row for row in ahead if row.state in OPEN]
    red = [row for row in coming if row.not_ready]
    return Tomorrow(len(coming), tuple(RedItem(row.start, row.patient, _why(row), mrn=row.mrn) for row in red))


def _why(row: BoardRow) -> str:
    problems = [lamp for lamp in row.lamps if lamp is not None and is_problem(lamp.state)]
    return "; ".join(lamp.reason.rstrip(".") for lamp in problems)


def _closing(session: ReadSession, place: Location, day: date, named: bool) -> Closing | None:
    closed = money.closing_of(session, place.id, day)
    if not closed.closed or closed.at is None:
        return None
    at = local(closed.at, place.zone).replace(tzinfo=None)
    return Closing((closed.by_name,), at, _explanations(session, place.id, day, closed.explanations, named))


def _explanations(session: ReadSession, location_id: int, day: date, told: str, named: bool) -> tuple[str, ...]:
    """What was left open, each with the words of whoever closed the day; without names only what it was."""
    points = {point.key: point for point in read_day_points(session, location_id, day, session.now)}
    found = []
    for one in msgspec.json.decode(told, type=list[dict[str, str]]):
        point, text = points.get(one["key"]), one["text"] if named else ""
        if point is not None:
            who = f"{words.clock(point.start)} {point.patient}" if named else words.clock(point.start)
            found.append(" ".join(filter(None, (f"{who}: {point.sentence()}", text))))
        elif text:
            found.append(text)
    return tuple(found)


def _seal(session: ReadSession, location_id: int) -> Seal | None:
    chain = chain_of(location_id)
    return next((Seal(chain, head.position, head.hash) for head in heads(session) if head.chain == chain), None)


def _patients(board: Iterable[BoardRow], taken: DayMoney, ahead: Iterable[BoardRow]) -> tuple[int, ...]:
    """Everybody in the report; of the next open day only those who stand in it by name."""
    listed = [row.patient_id for row in board] + [row.patient_id for row in (*taken.receipts, *taken.voids)]
    return tuple(dict.fromkeys([*listed, *(row.patient_id for row in ahead if row.not_ready)]))
