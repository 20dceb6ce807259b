"""Questions to the schedule: a day, openings, a visit, what can be booked."""

from app.schedule.queries.ask import (
    appointment,
    booking_start,
    day,
    day_plan,
    next_visits,
    openings,
    past_visits,
    practitioners,
    visit_types,
)
from app.schedule.queries.rows import (
    AppointmentRow,
    BlockRow,
    BookingStart,
    DayPlan,
    Opening,
    Period,
    PractitionerDay,
    PractitionerRow,
    VisitTypeRow,
)

__all__ = [
    "AppointmentRow",
    "BlockRow",
    "BookingStart",
    "DayPlan",
    "Opening",
    "Period",
    "PractitionerDay",
    "PractitionerRow",
    "VisitTypeRow",
    "appointment",
    "booking_start",
    "day",
    "day_plan",
    "next_visits",
    "openings",
    "past_visits",
    "practitioners",
    "visit_types",
]
