"""The day by rooms instead of practitioners: a column for each room, and one for the visits that have none."""

from app.core.text import tr
from app.schedule.queries import DayPlan, Period, PractitionerDay, PractitionerRow

#: visits without a room stand beside each other, as many as there are
MANY = 40


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
    rest = tuple(visit for visit in plan.visits if visit.room_id not in known)
    if rest or not columns:
        columns.append(PractitionerDay(PractitionerRow(0, tr("No room"), "", "", MANY), opened, (), rest))
    return DayPlan(
        plan.location_id, plan.location, plan.zone, plan.day, plan.today, tuple(columns), plan.next_open_day, plan.rooms
    )


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
