"""A series: booked, moved and cancelled as one gesture in one transaction, each visit a row of its own.

All or nothing: a sheet was looked at, and either all of it is written or the first thing that changed since is said.
What is over, under way or gone is never touched.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError, NotFound, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.episodes.queries import episodes_of
from app.patients.rules.writing import clean
from app.patients.tables import Patient
from app.schedule.actions.attendance import MarkShown, absence_of, write_mark
from app.schedule.actions.booking import Holding, hold_all, lock_practitioners, practitioner_at, set_status
from app.schedule.actions.moving import Moved, move_all
from app.schedule.actions.placing import NewVisit, place_visit
from app.schedule.actions.visits import episode_of, patient_to_book, type_to_book, why_cancelled
from app.schedule.queries.facts import Facts, facts_of
from app.schedule.queries.free import place
from app.schedule.queries.ledger import ledgers_of, row_for
from app.schedule.rules import AppointmentStatus
from app.schedule.rules.series import MOST, covered
from app.schedule.tables import Appointment, AppointmentSeries, VisitType
from app.staff.tables import Location


@dataclass(frozen=True, slots=True)
class Placed:
    """One visit of a series as it is to be."""

    day: date
    start: time
    practitioner_id: int
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A visit as somebody saw it."""

    appointment_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSeries(Command):
    """Book visits as one series. `rule` is the RFC 5545 rule that they were made from."""

    patient_id: int
    location_id: int
    visit_type_id: int
    rule: str
    visits: tuple[Placed, ...]
    episode_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSeries(Command):
    """Give visits of a series other times: one, some, or the rest."""

    series_id: int
    visits: tuple[Moved, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelSeries(Command):
    """Take visits of a series off, with a reason code of the pack: one, some, or the rest.

    `mark` is what was shown that the first of them counts as, as in CancelAppointment.
    """

    series_id: int
    visits: tuple[Known, ...]
    reason_code: str
    note: str = ""
    mark: MarkShown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoCancelSeries(Command):
    """Put cancelled visits of a series back, if all their times are still free."""

    series_id: int
    visits: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """A series after a change: how many of its visits were changed, from which day to which, and what they are now."""

    series_id: int
    patient_id: int
    count: int
    first_day: date
    last_day: date
    visits: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class SeriesMoved:
    """What moved, and where each visit stood before: what takes it back. `notice_hours` as in Booked."""

    series_id: int
    patient_id: int
    count: int
    first_day: date
    last_day: date
    before: tuple[Moved, ...]
    notice_hours: int = 0


AboutSeries = TypeVar("AboutSeries", MoveSeries, CancelSeries, UndoCancelSeries)


def _where(session: WriteSession, command: BookSeries) -> tuple[int, ...]:
    return (command.location_id,)


def _of_series(session: WriteSession, command: AboutSeries) -> tuple[int, ...]:
    found = session.get(AppointmentSeries, command.series_id)
    return () if found is None else (found.location_id,)


@action(Permission.BOOK, says="Booked a series of {count} visits from {first_day} to {last_day}", located=_where)
def book_series(session: WriteSession, actor: Actor, command: BookSeries) -> SeriesKey:
    """Book a series. Raises Clash, or ClinicError at the field that does not fit; then none of its visits is booked."""
    location, kind = place(session, command.location_id), type_to_book(session, command.visit_type_id)
    patient = patient_to_book(session, command.patient_id)
    if command.episode_id is not None:
        episode_of(session, command.episode_id, patient.id)
    if not 1 <= len(command.visits) <= MOST:
        raise ClinicError("A series has 1 to {limit} visits.", field="count", next_step="Check it.", limit=MOST)
    lock_practitioners(session, *sorted({one.practitioner_id for one in command.visits}))
    _check_leave(session, command, kind)
    facts = _facts(session, location, kind, patient, command)
    made = AppointmentSeries(
        patient_id=patient.id, location_id=location.id, episode_id=command.episode_id, visit_type_id=kind.id,
        rule=clean(command.rule, "rule", 300), starts_on=min(one.day for one in command.visits),
        created_at=session.now, created_by_name=actor.name,
    )  # fmt: skip
    session.add(made)
    session.flush()
    ordered = sorted(command.visits, key=lambda one: (one.day, one.start))
    later: list[Holding] = []
    booked = [
        place_visit(session, actor, facts[one.practitioner_id], _new(one, number, made.id, command.episode_id), later)
        for number, one in enumerate(ordered, start=1)
    ]
    hold_all(session, later)
    visits = tuple(Known(one.appointment_id, one.version) for one in booked)
    return SeriesKey(made.id, patient.id, len(booked), ordered[0].day, ordered[-1].day, visits)


def _new(one: Placed, number: int, series_id: int, episode_id: int | None) -> NewVisit:
    return NewVisit(
        day=one.day, start=one.start, minutes=one.minutes, episode_id=episode_id, series_id=series_id,
        series_number=number,
    )  # fmt: skip


def _facts(
    session: WriteSession, location: Location, kind: VisitType, patient: Patient, command: BookSeries
) -> dict[int, Facts]:
    """What placing asks for, once for each practitioner: from their first day in the series to their last."""
    days: dict[int, list[date]] = {}
    for one in command.visits:
        days.setdefault(one.practitioner_id, []).append(one.day)
    return {
        who: facts_of(
            session,
            location,
            practitioner_at(session, who, location.id),
            kind,
            patient,
            min(mine),
            max(mine),
            episode_id=command.episode_id,
        )
        for who, mine in days.items()
    }


def _check_leave(session: WriteSession, command: BookSeries, kind: VisitType) -> None:
    """Stop at the last authorized visit. Raises ClinicError at `count`. The patient is held: their visits are counted."""
    session.hold(select(Patient.id).where(Patient.id == command.patient_id).with_for_update(key_share=True))
    days = sorted(one.day for one in command.visits)
    episodes = episodes_of(session, command.patient_id)
    row = row_for(ledgers_of(session, command.patient_id), episodes, command.episode_id, days[0])
    paid = sum(covered(days, None if row is None else row.account(kind.kind)))
    if paid < len(days):
        raise ClinicError(
            "The authorization pays for {count} of these visits.",
            field="count",
            next_step="Leave the others out, or ask the payer for more.",
            count=paid,
        )


@action(Permission.BOOK, says="Moved {count} visits of a series, from {first_day} on", located=_of_series)
def move_series(session: WriteSession, actor: Actor, command: MoveSeries) -> SeriesMoved:
    """Move visits of a series. Raises Clash, Stale, ClinicError; then none of them has moved."""
    found, visits = _standing(session, command, AppointmentStatus.BOOKED)
    back, hours = move_all(session, actor, visits, command.visits, undoes=command.undoes)
    days = [one.day for one in command.visits]
    return SeriesMoved(found.id, found.patient_id, len(back), min(days), max(days), back, hours)


@action(
    Permission.BOOK, says="Cancelled {count} visits of a series from {first_day} on: {reason_code}", located=_of_series
)
def cancel_series(session: WriteSession, actor: Actor, command: CancelSeries) -> SeriesKey:
    """Cancel visits of a series; each stays as a ghost. Raises ReasonNeeded, Stale, ClinicError for what is over."""
    found, visits = _standing(session, command, AppointmentStatus.BOOKED)
    gone = why_cancelled(session, command.reason_code, command.note)
    for visit in visits:
        set_status(session, visit, AppointmentStatus.CANCELLED, **gone)
    if command.mark is not None:
        write_mark(session, actor, visits[0], command.mark, absence_of(session, visits[0]))
    return _key(found, visits)


@action(Permission.BOOK, says="Put {count} visits of a series back, from {first_day} on", located=_of_series)
def undo_cancel_series(session: WriteSession, actor: Actor, command: UndoCancelSeries) -> SeriesKey:
    """Put cancelled visits of a series back. Raises Clash when one of their times was given away; then none is back."""
    found, visits = _standing(session, command, AppointmentStatus.CANCELLED)
    patient_to_book(session, found.patient_id)
    lock_practitioners(session, *sorted({one.practitioner_id for one in visits}))
    for visit in visits:
        back = {"cancelled_at": None, "cancel_reason": "", "cancel_note": ""}
        set_status(session, visit, AppointmentStatus.BOOKED, **back)
    return _key(found, visits)


def _standing(
    session: WriteSession, command: AboutSeries, status: AppointmentStatus
) -> tuple[AppointmentSeries, list[Appointment]]:
    """The series and those of its visits that are named, by time. Raises NotFound, Stale; ClinicError for what is over."""
    found = session.get(AppointmentSeries, command.series_id)
    if found is None or not command.visits:
        raise NotFound("There is no such series.", next_step="Go back to the schedule.")
    visits = []
    for one in command.visits:
        visit = session.get(Appointment, one.appointment_id)
        if visit is None or visit.series_id != found.id:
            raise NotFound("This visit is not one of the series.", next_step="Look at the series again.")
        if visit.version != one.version:
            raise Stale("Somebody else changed this visit a moment ago.", next_step="Look at it again, then go on.")
        if visit.status is not status or visit.starts_at <= session.now:
            raise ClinicError("What is over or under way is not changed.", next_step="Look at the series again.")
        visits.append(visit)
    return found, sorted(visits, key=lambda one: one.starts_at)


def _key(found: AppointmentSeries, visits: Sequence[Appointment]) -> SeriesKey:
    known = tuple(Known(one.id, one.version) for one in visits)
    return SeriesKey(found.id, found.patient_id, len(visits), visits[0].day, visits[-1].day, known)
