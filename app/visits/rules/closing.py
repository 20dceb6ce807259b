"""What has to be settled or explained before a day is closed."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from app.core.text import tr
from app.visits.rules.codes import LOST, OPEN, BoardState, word


class PointKind(StrEnum):
    """What may stand in the way of closing a day."""

    OPEN_VISIT = "open_visit"
    NOT_CHECKED_OUT = "not_checked_out"
    NO_REASON = "no_reason"
    UNPAID = "unpaid"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing to settle or to explain before a day is closed. `key` names it in the command that closes the day."""

    key: str
    kind: PointKind
    appointment_id: int
    patient_id: int
    patient: str
    start: time
    state: BoardState
    cents: int = 0

    def sentence(self) -> str:
        """What is open, for the list."""
        match self.kind:
            case PointKind.OPEN_VISIT:
                return tr("The visit is still “{state}”.", state=word(self.state))
            case PointKind.NOT_CHECKED_OUT:
                return tr("The visit is over, but not checked out.")
            case PointKind.NO_REASON:
                return tr("“{state}” has no reason yet.", state=word(self.state))
            case PointKind.UNPAID:
                return tr("${amount} is due and not paid, without a reason.", amount=f"{self.cents / 100:.2f}")


@dataclass(frozen=True, slots=True)
class DayVisit:
    """What closing a day looks at, of one visit."""

    appointment_id: int
    patient_id: int
    patient: str
    start: time
    state: BoardState
    reason: str
    unpaid_cents: int


def points_of(visit: DayVisit) -> tuple[OpenPoint, ...]:
    """What is open about one visit at the end of its day."""
    kinds = []
    if visit.state is BoardState.OUT:
        kinds.append(PointKind.NOT_CHECKED_OUT)
    elif visit.state in OPEN:
        kinds.append(PointKind.OPEN_VISIT)
    if visit.state in LOST and not visit.reason:
        kinds.append(PointKind.NO_REASON)
    if visit.unpaid_cents > 0:
        kinds.append(PointKind.UNPAID)
    return tuple(_point(visit, kind) for kind in kinds)


def _point(visit: DayVisit, kind: PointKind) -> OpenPoint:
    key = f"{kind.value}:{visit.appointment_id}"
    cents = visit.unpaid_cents if kind is PointKind.UNPAID else 0
    return OpenPoint(key, kind, visit.appointment_id, visit.patient_id, visit.patient, visit.start, visit.state, cents)
