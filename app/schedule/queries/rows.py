"""What the schedule's questions answer with: frozen rows."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from app.schedule.rules import GHOSTS, AppointmentStatus, VisitKind


class Refill(StrEnum):
    """What became of the hole a visit left."""

    NONE = ""
    OPEN = "open"
    FILLED = "filled"
    CLOSED = "closed"


class AppointmentRow(NamedTuple):
    """One planned visit with the names a list shows. `patient` is "Last, First".

    A tuple, for a day of forty columns makes 640 of them and a frozen class takes five times as long to fill.
    """

    id: int
    version: int
    location_id: int
    practitioner_id: int
    practitioner: str
    patient_id: int
    patient: str
    birth_date: date | None
    mrn: str
    visit_type_id: int
    visit_type: str
    kind: VisitKind
    status: AppointmentStatus
    day: date
    start: time
    minutes: int
    zone: str
    starts_at: datetime
    ends_at: datetime
    note: str = ""
    walk_in: bool = False
    cancel_reason: str = ""
    cancel_note: str = ""
    cancelled_at: datetime | None = None
    moved_from: datetime | None = None
    room_id: int | None = None
    room: str = ""
    buffer_before: int = 0
    buffer_after: int = 0
    colour: str = ""
    refill: Refill = Refill.NONE
    filled_by_id: int | None = None
    series_id: int | None = None
    room_kind: str = ""  # the kind of room its visit type takes; empty: none

    @property
    def ghost(self) -> bool:
        """Whether the visit left its row and gave its minutes back."""
        return self.status in GHOSTS


@dataclass(frozen=True, slots=True)
class VisitTypeRow:
    """What can be booked."""

    id: int
    code: str
    name: str
    kind: VisitKind
    minutes: int


@dataclass(frozen=True, slots=True)
class RoomName:
    """A room of a location, how many visits it holds at one time, and its kind in the clinic's own words."""

    id: int
    name: str
    capacity: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PractitionerRow:
    """Who can be booked at a location, and how many visits they run side by side."""

    id: int
    family: str
    given: str
    credential: str
    lanes: int = 1

    @property
    def name(self) -> str:
        """As staff say it: the last name."""
        return self.family


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of a day, as wall times and as instants."""

    start: time
    end: time
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class BlockRow:
    """Closed time. `reason` is a code of the reason pack, or somebody's words; no practitioner closes the location."""

    id: int
    version: int
    practitioner_id: int | None
    reason: str
    period: Period


@dataclass(frozen=True, slots=True)
class Opening:
    """A time at which a visit may begin."""

    practitioner_id: int
    practitioner: str
    location_id: int
    day: date
    start: time
    minutes: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class PractitionerDay:
    """One column of a day: when they work (blocks taken out), what is closed, and every visit, ghosts too, by start."""

    who: PractitionerRow
    open: tuple[Period, ...]
    blocks: tuple[BlockRow, ...]
    visits: tuple[AppointmentRow, ...]

    @property
    def open_minutes(self) -> int:
        """Minutes that can be booked, over all lanes."""
        return self.who.lanes * sum(int((one.ends_at - one.starts_at).total_seconds()) // 60 for one in self.open)

    @property
    def taken_minutes(self) -> int:
        """Minutes of visits that still hold their time."""
        return sum(one.minutes for one in self.visits if not one.ghost)


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A location's day, a column for everyone who works or has a visit; `next_open_day` only when the day is empty.

    `rooms` are those that are in use at the location, equipment left out.
    """

    location_id: int
    location: str
    zone: str
    day: date
    today: date
    columns: tuple[PractitionerDay, ...]
    next_open_day: date | None = None
    rooms: tuple[RoomName, ...] = ()

    @property
    def visits(self) -> tuple[AppointmentRow, ...]:
        """Every visit of the day by start, then by practitioner; ghosts too."""
        every = [visit for column in self.columns for visit in column.visits]
        return tuple(sorted(every, key=lambda one: (one.starts_at, one.practitioner, one.id)))


@dataclass(frozen=True, slots=True)
class Absences:
    """How often a patient cancelled late or did not come in the days that the rule looks back on; waived ones apart."""

    late_cancels: int = 0
    no_shows: int = 0
    waived: int = 0
    window_days: int = 0

    @property
    def counted(self) -> int:
        """What the rule counts."""
        return self.late_cancels + self.no_shows


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """Several days of a location beside each other; `people` are all who can be booked there, shown or not."""

    location_id: int
    location: str
    zone: str
    first: date
    today: date
    days: tuple[DayPlan, ...]
    people: tuple[PractitionerRow, ...]


@dataclass(frozen=True, slots=True)
class DayLoad:
    """How full a day is. `holes` are freed times still to be filled; `shut` why the whole location is closed, or empty."""

    day: date
    visits: int
    booked_minutes: int
    open_minutes: int
    holes: int = 0
    shut: str = ""

    @property
    def percent(self) -> int | None:
        """Booked minutes of the open ones, in per cent; None where nobody works. More than 100 is told as it is."""
        return round(100 * self.booked_minutes / self.open_minutes) if self.open_minutes else None


@dataclass(frozen=True, slots=True)
class MonthLoad:
    """The weeks of a month, Monday to Sunday; `month` is its first day."""

    location_id: int
    location: str
    zone: str
    month: date
    today: date
    days: tuple[DayLoad, ...]


@dataclass(frozen=True, slots=True)
class BookingStart:
    """Everything a booking panel needs at once. Without a patient only what can be booked, and with whom.

    `practitioner_id` and `visit_type_id` are the likely ones: those of the patient's last visit, a follow-up after it.
    `episode_id`: what the patient is treated for now, the latest if there are several.
    """

    location_id: int
    location: str
    zone: str
    today: date
    types: tuple[VisitTypeRow, ...]
    people: tuple[PractitionerRow, ...]
    patient_id: int | None = None
    patient: str = ""
    birth_date: date | None = None
    mrn: str = ""
    practitioner_id: int | None = None
    visit_type_id: int | None = None
    episode_id: int | None = None
    upcoming: tuple[AppointmentRow, ...] = ()
    absences: Absences | None = None
