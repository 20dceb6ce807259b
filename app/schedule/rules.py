"""Pure decisions about time: statuses, hours, overlaps, openings."""

from enum import StrEnum


class AppointmentStatus(StrEnum):
    """FHIR Appointment.status, the ones a desk uses."""

    BOOKED = "booked"
    ARRIVED = "arrived"
    CHECKED_IN = "checked-in"
    FULFILLED = "fulfilled"
    CANCELLED = "cancelled"
    NOSHOW = "noshow"
    ENTERED_IN_ERROR = "entered-in-error"


class VisitKind(StrEnum):
    """What a visit type is for; checklists turn on it."""

    EVALUATION = "evaluation"
    RE_EVALUATION = "re-evaluation"
    FOLLOW_UP = "follow-up"
