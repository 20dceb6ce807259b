"""The codes of the waitlist."""

from enum import StrEnum


class WaitStatus(StrEnum):
    """Where somebody who waits stands."""

    WAITING = "waiting"
    OFFERED = "offered"
    BOOKED = "booked"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What came of a call to somebody who waits."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no-answer"
    LEFT_MESSAGE = "left-message"


class Choice(StrEnum):
    """What a wish may be limited to; without a row of a kind, any will do."""

    PRACTITIONER = "practitioner"
    LOCATION = "location"
