"""Pure decisions about the flow of a visit: the board's state from both statuses, the next step, the clocks."""

from enum import StrEnum


class EncounterStatus(StrEnum):
    """FHIR Encounter.status: what happens in the room."""

    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class FollowUp(StrEnum):
    """What was said at check-out about the next visit."""

    NOT_ASKED = ""
    BOOKED = "booked"
    NOT_NEEDED = "not-needed"
    PATIENT_CALLS = "patient-calls"
