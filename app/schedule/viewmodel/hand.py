"""What is held over a day: a visit that moves, a copy of one, or the second part of one that is split. No Qt, no pixels.

A visit in hand stands where it stood until it is dropped; a copy stands nowhere yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.core.text import language, tr
from app.schedule.queries import AppointmentRow, DayPlan
from app.schedule.rules import AppointmentStatus, ReasonKind, Span, overlap, reasons
from app.schedule.rules.spans import LONGEST, SHORTEST
from app.schedule.viewmodel.board import CELL, Board, Box, Problem, minute_of
from app.schedule.viewmodel.cursor import Cursor

#: minutes by which a visit grows and shrinks
STEP = 5
#: why visits move most often; another reason is one key away
USUAL = "patient"


class Mode(Enum):
    """What dropping does."""

    MOVE = "move"
    COPY = "copy"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Held:
    """A visit in hand, `minutes` long when it is dropped; `pinned`: it came from the pinboard. `why` it moves: a code."""

    visit: AppointmentRow
    minutes: int
    mode: Mode = Mode.MOVE
    pinned: bool = False
    why: str = USUAL

    @property
    def own_id(self) -> int | None:
        """The visit whose time counts as free while it is in hand; a copy has none."""
        return None if self.mode is Mode.COPY else self.visit.id

    @property
    def ends(self) -> int:
        """The minute of the day at which the visit ends as it stands."""
        return minute_of(self.visit.start) + self.visit.minutes


def movable(visit: AppointmentRow | None) -> bool:
    """Whether a visit may be moved, split or changed with another."""
    return visit is not None and visit.status is AppointmentStatus.BOOKED


def split_of(visit: AppointmentRow) -> Held | None:
    """The second half of a visit; None when it is too short for two."""
    if visit.minutes < 2 * SHORTEST:
        return None
    rest = visit.minutes // 2 // STEP * STEP
    return Held(visit, rest, Mode.SPLIT)


def stretched(held: Held, steps: int) -> Held:
    """A visit in hand that is longer (or below 0 shorter) by so many steps of five minutes."""
    most = held.visit.minutes - SHORTEST if held.mode is Mode.SPLIT else LONGEST
    return replace(held, minutes=min(max(held.minutes + steps * STEP, SHORTEST), most))


def explained(held: Held, today: date) -> tuple[Held, str]:
    """A visit in hand with the next reason of the pack for its move, and that reason in words."""
    every = [one for one in reasons(ReasonKind.MOVE, today) if not one.needs_note]
    codes = [one.code for one in every]
    after = every[(codes.index(held.why) + 1) % len(every)] if held.why in codes else every[0]
    return replace(held, why=after.code), after.label(language())


def step(held: Held, place: Cursor, columns: int, steps: int) -> tuple[Held, Cursor]:
    """What an arrow key does: to another column, or by quarters of an hour; the second part of a visit keeps its end."""
    column = place.column + columns
    if held.mode is Mode.SPLIT:
        held = stretched(held, -steps)
        return held, Cursor(column, held.ends - held.minutes)
    return held, Cursor(column, place.minute + steps * CELL)


def pointed(held: Held, column: int, minute: int) -> tuple[Held, Cursor]:
    """What pointing at a minute does."""
    if held.mode is Mode.SPLIT:
        held = stretched(replace(held, minutes=(held.ends - minute) // STEP * STEP), 0)
        return held, Cursor(column, held.ends - held.minutes)
    return held, Cursor(column, (minute + STEP // 2) // STEP * STEP)


def stands_still(held: Held, board: Board, place: Cursor) -> bool:
    """Whether a visit in hand still begins where it stands, so that only its length is another one."""
    where = board.where.get(held.visit.id)
    begins = minute_of(held.visit.start)
    return held.mode is not Mode.COPY and where is not None and where[0] == place.column and begins == place.minute


def problem(held: Held, board: Board, place: Cursor, not_before: int) -> Problem | None:
    """Why what is in hand cannot stand at a place, as far as the day's page knows; the database has the last word."""
    span = Span(place.minute, place.minute + held.minutes)
    still = stands_still(held, board, place) or held.mode is Mode.SPLIT
    if span.start < not_before and not still:
        starts = board.columns[place.column].starts(held.minutes, not_before, held.own_id)
        return Problem(tr("That time is over."), starts[0] if starts else None)
    found = board.problem(place.column, span, held.visit.patient_id, held.own_id, not_before)
    return replace(found, nearest=None) if found is not None and held.mode is Mode.SPLIT else found


def in_the_way(held: Held, board: Board, place: Cursor) -> Box | None:
    """The one booked visit with which what is in hand could change places, or None."""
    if held.mode is not Mode.MOVE:
        return None
    span = Span(place.minute, place.minute + held.minutes)
    met = [
        box
        for box in board.columns[place.column].boxes
        if not box.visit.ghost and box.visit.id != held.visit.id and overlap(box.span, span)
    ]
    under = [box for box in met if box.span.start <= place.minute < box.span.end]
    one = under[0] if len(under) == 1 else met[0] if len(met) == 1 else None
    return one if one is not None and movable(one.visit) else None


def fresh(held: Held, plans: Sequence[DayPlan], who: tuple[int, ...] = ()) -> Held | None:
    """What is in hand after days were read again: with the visit as it is now, or None when it cannot be moved any more.

    `who` was read (nobody named: everybody). A visit of another day, location or practitioner stays as it was.
    """
    visit = held.visit
    there = [one for one in plans if (one.day, one.location_id) == (visit.day, visit.location_id)]
    if held.mode is Mode.COPY or not there or (who and visit.practitioner_id not in who):
        return held
    plan = there[0]
    now = next((visit for visit in plan.visits if visit.id == held.visit.id), None)
    if now is None or not movable(now):
        return None
    changed = (now.start, now.minutes, now.practitioner_id) != (
        held.visit.start, held.visit.minutes, held.visit.practitioner_id,
    )  # fmt: skip
    if changed and held.mode is Mode.SPLIT:
        return None
    return replace(held, visit=now)
