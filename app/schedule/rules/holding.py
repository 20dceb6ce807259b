"""What a search knows of visits, people, rooms and hours: plain values in minutes since 1970 in UTC."""

from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from app.schedule.rules.capacity import NO_LIMIT


class Need(NamedTuple):
    """What a visit takes of a practitioner: its minutes, the least pause before and after it, how many may overlap it."""

    minutes: int
    before: int = 0
    after: int = 0
    most: int = NO_LIMIT


class Held(NamedTuple):
    """Taken time of somebody or of a room: by which visit, in which lane, the pauses it asks for, and its limit."""

    visit: int
    lane: int
    start: int
    end: int
    before: int = 0
    after: int = 0
    most: int = NO_LIMIT


class RoomKind(NamedTuple):
    """Rooms, or pieces of equipment, of one kind at a location."""

    location_id: int
    equipment: bool
    kind: str


class Hours(NamedTuple):
    """When a practitioner works at a location on a weekday (0 is Monday)."""

    weekday: int
    starts: time
    ends: time
    valid_from: date
    valid_to: date | None


class Shut(NamedTuple):
    """Closed time: a practitioner's, wherever it was made, or a whole location's (`practitioner_id` is None)."""

    location_id: int
    practitioner_id: int | None
    start: int
    end: int


class Spot(NamedTuple):
    """A location."""

    id: int
    name: str
    zone: str
    zip_code: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A practitioner: where they work, what they treat, how many visits they run side by side."""

    id: int
    family: str
    given: str = ""
    lanes: int = 1
    places: frozenset[int] = frozenset()
    skills: frozenset[str] = frozenset()
