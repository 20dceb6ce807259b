"""Questions to the schedule: a day, openings, a visit, what can be booked."""

from app.schedule.queries.ask import (
    appointment,
    booking_start,
    day,
    day_plan,
    next_visits,
    past_visits,
    practitioners,
    visit_types,
)
from app.schedule.queries.attendance import Attendance, MarkRow, attendance
from app.schedule.queries.card import VisitCard, visit_card
from app.schedule.queries.month import month_load
from app.schedule.queries.rows import (
    Absences,
    AppointmentRow,
    BlockRow,
    BookingStart,
    DayLoad,
    DayPlan,
    MonthLoad,
    Opening,
    Period,
    PractitionerDay,
    PractitionerRow,
    Refill,
    RoomName,
    VisitTypeRow,
    WeekPlan,
)
from app.schedule.queries.several import week_plan

__all__ = [
    "Absences",
    "AppointmentRow",
    "Attendance",
    "BlockRow",
    "BookingStart",
    "DayLoad",
    "DayPlan",
    "MarkRow",
    "MonthLoad",
    "Opening",
    "Period",
    "PractitionerDay",
    "PractitionerRow",
    "Refill",
    "RoomName",
    "VisitCard",
    "VisitTypeRow",
    "WeekPlan",
    "appointment",
    "attendance",
    "booking_start",
    "day",
    "day_plan",
    "month_load",
    "next_visits",
    "past_visits",
    "practitioners",
    "visit_card",
    "visit_types",
    "week_plan",
]
