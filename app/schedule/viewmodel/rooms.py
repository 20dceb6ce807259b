"""The day by rooms instead of practitioners: a column for each room, and one for the visits that have none."""

from collections.abc import Iterable

from app.core.text import tr
from app.schedule.queries import AppointmentRow, DayPlan, Period, PractitionerDay, PractitionerRow

#: so many visits without a room stand beside each other in a column; more of them get a further one, to be read
BESIDE = 2
#: the id of the first column without a room, and below which all further ones are
NO_ROOM, FURTHER = 0, -(1 << 40)


def room_of(column_id: int) -> int:
    """The room of a column, by the id of its head; 0: none."""
    return 0 if column_id <= FURTHER else -column_id


def by_rooms(plan: DayPlan) -> DayPlan:
    """The same day in columns of rooms. Their ids are those of the rooms, below 0, so that none is a practitioner's.

    A room is open while anybody works at the location; the clinic's rules say more, and have the last word.
    """
    opened = _opened(plan)
    known = {room.id for room in plan.rooms}
    columns = [
        PractitionerDay(
            PractitionerRow(-room.id, room.name, "", "", room.capacity), opened, (),
            tuple(visit for visit in plan.visits if visit.room_id == room.id),
        )
        for room in plan.rooms
    ]  # fmt: skip
    rest = [visit for visit in plan.visits if visit.room_id not in known]
    for number, visits in enumerate(_beside(rest) if rest or columns else [[]]):
        who = PractitionerRow(FURTHER - number if number else NO_ROOM, tr("No room"), "", "", BESIDE)
        columns.append(PractitionerDay(who, opened, (), tuple(visits)))
    return DayPlan(
        plan.location_id, plan.location, plan.zone, plan.day, plan.today, tuple(columns), plan.next_open_day, plan.rooms
    )


def _beside(visits: Iterable[AppointmentRow]) -> list[list[AppointmentRow]]:
    """Visits in as few columns as there can be, so that no more than some of one stand beside each other."""
    lanes: list[list[AppointmentRow]] = []
    for visit in sorted(visits, key=lambda one: (one.ghost, one.starts_at, one.id)):
        free = next((lane for lane in lanes if all(_apart(one, visit) for one in lane)), None)
        if free is None:
            lanes.append(free := [])
        free.append(visit)
    return [[visit for lane in lanes[at : at + BESIDE] for visit in lane] for at in range(0, len(lanes), BESIDE)]


def _apart(one: AppointmentRow, other: AppointmentRow) -> bool:
    return one.ends_at <= other.starts_at or other.ends_at <= one.starts_at


def _opened(plan: DayPlan) -> tuple[Period, ...]:
    """From the first to the last minute somebody works, without the gaps of single people."""
    made: list[Period] = []
    for one in sorted((one for column in plan.columns for one in column.open), key=lambda one: one.starts_at):
        if made and one.starts_at <= made[-1].ends_at:
            last = made[-1]
            if one.ends_at > last.ends_at:
                made[-1] = Period(last.start, one.end, last.starts_at, one.ends_at)
        else:
            made.append(one)
    return tuple(made)
