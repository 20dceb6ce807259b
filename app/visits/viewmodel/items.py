"""What stands in the board's table: three bands of visits, each under its heading, the far future folded into one line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.clock import local
from app.core.text import tr
from app.visits.rules import BoardRow, BoardState, Group

#: further ahead than this, coming visits fold into one line
FAR = timedelta(hours=1)


class Filter(StrEnum):
    """The chips above the board."""

    ALL = "all"
    LATE = "late"
    ARRIVED = "arrived"
    READY = "ready"
    ROOM = "room"
    OUT = "out"
    BOOKED = "booked"
    DONE = "done"
    NOT_READY = "not_ready"


_STATES: Mapping[Filter, frozenset[BoardState]] = {
    Filter.LATE: frozenset({BoardState.LATE}),
    Filter.ARRIVED: frozenset({BoardState.ARRIVED}),
    Filter.READY: frozenset({BoardState.READY}),
    Filter.ROOM: frozenset({BoardState.ROOM}),
    Filter.OUT: frozenset({BoardState.OUT}),
    Filter.BOOKED: frozenset({BoardState.BOOKED}),
    Filter.DONE: frozenset({BoardState.DONE, BoardState.NOSHOW, BoardState.CANCELLED, BoardState.LEFT}),
}
NOTHING: Mapping[Filter, Callable[[], str]] = {
    Filter.LATE: lambda: tr("Nobody is late."),
    Filter.ARRIVED: lambda: tr("Nobody waits to be checked in."),
    Filter.READY: lambda: tr("Nobody waits to be taken back."),
    Filter.ROOM: lambda: tr("Nobody is in a room."),
    Filter.OUT: lambda: tr("Nobody waits to check out."),
    Filter.BOOKED: lambda: tr("Nobody is expected any more."),
    Filter.DONE: lambda: tr("No visit has ended yet."),
    Filter.NOT_READY: lambda: tr("Every visit ahead is ready."),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above a band, or above the folded rest of one. `key` is its id; `count` the visits below it."""

    key: str
    title: str
    note: str
    count: int
    folded: bool
    band: bool = True


Item = BoardRow | Heading


def item_id(item: Item) -> str | int:
    """The id by which selection and scroll survive a reload."""
    return item.key if isinstance(item, Heading) else item.appointment_id


def passes(row: BoardRow, chosen: Filter) -> bool:
    """Whether a row is shown under a filter."""
    if chosen is Filter.ALL:
        return True
    return row.not_ready if chosen is Filter.NOT_READY else row.state in _STATES[chosen]


def tally(rows: Iterable[BoardRow]) -> dict[Filter, int]:
    """The number on each chip."""
    listed = list(rows)
    return {chosen: sum(passes(row, chosen) for row in listed) for chosen in Filter}


def arrange(
    rows: Sequence[BoardRow], chosen: Filter, now: datetime, zone: str, unfolded: frozenset[str]
) -> tuple[Item, ...]:
    """The table's lines: here now, coming, done. Under a filter nothing is folded and there is no far future.

    `unfolded` holds the keys of headings that the person opened or closed against their usual state.
    """
    shown = [row for row in rows if passes(row, chosen)]
    made: list[Item] = []
    for group, order in ((Group.HERE, _by_start), (Group.COMING, _by_start), (Group.DONE, _latest_first)):
        band = sorted((row for row in shown if row.group is group), key=order)
        if not band:
            continue
        closed = group.value in unfolded
        made.append(Heading(group.value, _title(group), _note(group, band, zone), len(band), closed))
        if closed:
            continue
        split = chosen is Filter.ALL and group is Group.COMING
        far = [row for row in band if split and row.starts_at > now + FAR]
        made += band[: len(band) - len(far)]  # by start, the far ones are the last
        if far:
            made += _far(far, now, zone, open_="far" in unfolded)
    return tuple(made)


def _by_start(row: BoardRow) -> tuple[object, ...]:
    return (row.starts_at, row.patient)


def _latest_first(row: BoardRow) -> tuple[object, ...]:
    return (-row.starts_at.timestamp(), row.patient)


def _far(rows: list[BoardRow], now: datetime, zone: str, *, open_: bool) -> list[Item]:
    not_ready = sum(row.not_ready for row in rows)
    note = (
        tr("{count} visits, {open} not ready", count=len(rows), open=not_ready)
        if not_ready
        else tr("{count} visits, all ready", count=len(rows))
    )
    edge = local(now + FAR, zone)
    heading = Heading("far", tr("After {time}", time=clock(edge)), note, len(rows), not open_, band=False)
    return [heading, *rows] if open_ else [heading]


def _title(group: Group) -> str:
    return {Group.HERE: tr("Here now"), Group.COMING: tr("Coming"), Group.DONE: tr("Done")}[group]


def _note(group: Group, rows: list[BoardRow], zone: str) -> str:
    count = str(len(rows))
    if group is Group.HERE:
        longest = max((row.waiting or 0 for row in rows), default=0)
        return tr("{count} · longest wait {minutes} min", count=count, minutes=longest) if longest else count
    if group is Group.COMING:
        return tr("{count} · next at {time}", count=count, time=clock(local(min(row.starts_at for row in rows), zone)))
    loose = sum(row.state in (BoardState.NOSHOW, BoardState.LEFT) and not row.ghost for row in rows)
    return (
        tr("{count} · latest first · {loose} without a reason", count=count, loose=loose)
        if loose
        else tr("{count} · latest first", count=count)
    )


def clock(at: datetime) -> str:
    """A wall time without AM or PM, as the board shows it: 9:05."""
    return f"{at.hour % 12 or 12}:{at.minute:02d}"
