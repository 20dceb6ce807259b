"""The codes of the schedule."""

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


class Resource(StrEnum):
    """What an occupancy row takes. Nobody treats two, and nobody is in two places."""

    PRACTITIONER = "practitioner"
    PATIENT = "patient"
    ROOM = "room"
    EQUIPMENT = "equipment"


class ForWhom(StrEnum):
    """Which patients a visit type is for."""

    ANYBODY = "anybody"
    NEW = "new"
    RETURNING = "returning"


class FreedBy(StrEnum):
    """What gave a visit's time back."""

    CANCEL = "cancel"
    MOVE = "move"
    NO_SHOW = "no-show"


class Absence(StrEnum):
    """How a patient failed to come: what the attendance policy counts."""

    LATE_CANCEL = "late-cancel"
    NO_SHOW = "no-show"


class Consequence(StrEnum):
    """What the attendance policy proposes for an absence."""

    NONE = "none"
    WARN = "warn"
    FEE = "fee"
    REVIEW = "review"


class Tone(StrEnum):
    """The colours a visit type may have: names of tones that every theme has. None: that of its kind.

    Amber and red are left out: they say that something is late, or wrong.
    """

    INDIGO = "indigo"
    BLUE = "blue"
    TEAL = "teal"
    VIOLET = "violet"
    PINK = "pink"
    GREEN = "green"
    GRAY = "gray"


#: statuses whose visit left its row as a ghost and gave its minutes back
GHOSTS = frozenset({AppointmentStatus.CANCELLED, AppointmentStatus.NOSHOW, AppointmentStatus.ENTERED_IN_ERROR})
