"""Where the cursor stands in a day, and where the arrow keys and the mouse take it. No Qt, no pixels.

Visits may stand side by side. What a key acts on is what lies under the cursor and nothing else, so a cursor names its
place from left to right (`lane`) beside its column and its minute.
"""

from dataclasses import dataclass, replace

from app.schedule.viewmodel.board import CELL, Board, Box


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the day: a column, a minute of the day, and which of the places beside each other (see `Column.row`)."""

    column: int
    minute: int
    lane: int = 0


def under(board: Board, place: Cursor) -> Box | None:
    """The visit at a place, or None where it is free."""
    if not board.columns:
        return None
    row = board.columns[place.column].row(place.minute)
    return row[min(place.lane, len(row) - 1)]


def on(board: Board, column: int, box: Box) -> Cursor:
    """The place of a visit."""
    minute = max(board.first, box.span.start)
    return Cursor(column, minute, board.columns[column].row(minute).index(box))


def inside(board: Board, place: Cursor, step: int = 1) -> Cursor:
    """The nearest place that there is; `step` minutes of the day stay below it."""
    column = min(max(place.column, 0), max(0, len(board.columns) - 1))
    minute = min(max(place.minute, board.first), board.last - step)
    lanes = len(board.columns[column].row(minute)) if board.columns else 1
    return Cursor(column, minute, min(place.lane, lanes - 1))


def snapped(board: Board, place: Cursor) -> Cursor:
    """What was pointed at: the whole visit, or the free cell around the point."""
    place = inside(board, place)
    column, box = board.columns[place.column], under(board, place)
    if box is not None:
        return on(board, place.column, box)
    ends = [one.span.end for one in column.boxes if one.span.end <= place.minute]
    for minute in (place.minute - place.minute % CELL, max(ends, default=place.minute)):
        if under(board, replace(place, minute=minute)) is None:
            return inside(board, replace(place, minute=minute))
    return place


def sideways(board: Board, place: Cursor, by: int) -> Cursor:
    """One place to the left or right (`by` -1 or 1): beside in this column first, then the column beside."""
    lanes = len(board.columns[place.column].row(place.minute))
    if 0 <= place.lane + by < lanes:
        return replace(place, lane=place.lane + by)
    column = place.column + by
    if not 0 <= column < len(board.columns):
        return place
    return Cursor(column, place.minute, 0 if by > 0 else len(board.columns[column].row(place.minute)) - 1)


def upright(board: Board, place: Cursor, steps: int) -> Cursor:
    """So many stops up (below 0) or down in the same lane; the filled ghosts at the edge are passed by."""
    column, box = board.columns[place.column], under(board, place)
    lane = min(place.lane, column.width(place.minute) - 1)
    here = place.minute if box is None or box.strip else max(board.first, box.span.start)
    stops = column.stops(board.first, board.last, lane)
    ahead = [one for one in stops if one > here] if steps > 0 else [one for one in reversed(stops) if one < here]
    minute = ahead[min(abs(steps), len(ahead)) - 1] if ahead else here
    return Cursor(place.column, minute, min(lane, column.width(minute) - 1))


def free_at(board: Board, column: int, minute: int) -> Cursor:
    """The first free place of a minute, else the first."""
    row = board.columns[column].row(minute)
    return Cursor(column, minute, row.index(None) if None in row else 0)
