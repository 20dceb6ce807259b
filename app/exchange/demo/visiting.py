"""The demo's visits: booked beforehand, then taken step by step as far as the plan says they have come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.checklists.actions import WaiveItem, waive_item
from app.exchange.demo.hands import Hands, taken
from app.exchange.demo.people import VISIT_TYPES, Planned
from app.exchange.demo.registering import LEFT_OUT, Newcomer
from app.payments.rules import Method, Part
from app.schedule.actions import (
    BookAppointment,
    CancelAppointment,
    GiveOverride,
    book,
    cancel_appointment,
    give_override,
)
from app.visits.actions import (
    NO_COVERAGE,
    Arrive,
    CheckIn,
    CheckOut,
    EndVisit,
    LeftUnseen,
    NoShow,
    StartVisit,
    arrive,
    check_in,
    check_out,
    end_visit,
    left_unseen,
    no_show,
    start_visit,
)
from app.visits.rules import FollowUp

MINUTES = {code: minutes for code, _name, _kind, minutes in VISIT_TYPES}
#: how co-pays are paid, one visit after the other; two parts are a payment in two ways
WAYS = (
    ((Method.CARD, 100),), ((Method.CARD, 100),), ((Method.CASH, 100),), ((Method.CARD, 60), (Method.CASH, 40)),
    ((Method.CHECK, 100),), ((Method.HSA, 100),),
)  # fmt: skip
REFERENCES = {Method.CARD: "4242", Method.CHECK: "1187", Method.HSA: "0093", Method.CASH: ""}
FOLLOW_UPS = (FollowUp.NOT_ASKED, FollowUp.NOT_NEEDED, FollowUp.NOT_ASKED, FollowUp.PATIENT_CALLS)

#: something that happens at an instant
Event = tuple[datetime, Callable[[], object]]


@dataclass(slots=True)
class Guest:
    """Somebody of the plan; `patient_id` is known once they are registered."""

    newcomer: Newcomer
    patient_id: int = 0


@dataclass(slots=True)
class Visit:
    """A visit on its way; it has an id once it is booked. `version` is what its next step has to name."""

    guest: Guest
    practitioner: int
    visit_type: str
    day: date
    at: time
    starts_at: datetime
    appointment_id: int = 0
    version: int = 0
    next_one: Callable[[], object] | None = None

    @property
    def ends_at(self) -> datetime:
        """When it is planned to end."""
        return self.starts_at + timedelta(minutes=MINUTES[self.visit_type])

    @property
    def number(self) -> int:
        """The guest's place in the plan: it makes one visit a little different from the next."""
        return self.guest.newcomer.number

    @property
    def accepted(self) -> tuple[str, ...]:
        """What the desk goes without at check-in, as the actions call it."""
        gaps = self.guest.newcomer.gaps
        papers = tuple(LEFT_OUT[gap].value for gap in gaps if gap in LEFT_OUT)
        more = (LEFT_OUT["id"].value,) if "id-expired" in gaps else ()
        return (*((NO_COVERAGE,) if "payer" in gaps else ()), *papers, *more)


def drafted(hands: Hands, guest: Guest, planned: Planned, day: date) -> Visit:
    """A planned visit on a day, not booked yet."""
    at_tulare = guest.newcomer.location_id == hands.places.tulare
    who = hands.places.at_tulare if at_tulare else hands.places.practitioners[planned.practitioner]
    return Visit(guest, who, planned.visit_type, day, planned.at, hands.wall(day, planned.at))


def booked(hands: Hands, visit: Visit) -> Visit:
    """Book a visit of somebody who is registered."""
    if "leave" in visit.guest.newcomer.gaps and visit.day == hands.day:
        _let_be_booked(hands, visit)
    made = hands.do(
        book,
        BookAppointment(
            patient_id=visit.guest.patient_id,
            practitioner_id=visit.practitioner,
            location_id=visit.guest.newcomer.location_id,
            visit_type_id=hands.places.visit_types[visit.visit_type],
            day=visit.day,
            start=visit.at,
        ),
    )
    visit.appointment_id, visit.version = made.appointment_id, made.version
    return visit


def _let_be_booked(hands: Hands, visit: Visit) -> None:
    """The director lets the desk book a visit beside that of a patient whose plan pays for one at a time."""
    leave = GiveOverride(
        location_id=visit.guest.newcomer.location_id,
        practitioner_id=visit.practitioner,
        day=visit.day,
        start=visit.at,
        minutes=MINUTES[visit.visit_type],
        patient_id=visit.guest.patient_id,
        reason="Only time this week; the aide stays beside",
    )
    hands.do(give_override, leave, hands.crew.director)


# ------------------------------------------------------------------------------------------------- the single steps


def arrived(hands: Hands, visit: Visit) -> None:
    """The patient comes through the door."""
    step = Arrive(appointment_id=visit.appointment_id, version=visit.version)
    visit.version = hands.do(arrive, step).version


def checked_in(hands: Hands, visit: Visit, *, pays: bool = True) -> None:
    """The patient is checked in; what is missing is accepted, and the co-pay taken if they pay now."""
    step = CheckIn(
        appointment_id=visit.appointment_id,
        version=visit.version,
        accepted_missing=visit.accepted,
        parts=parts_of(visit.guest.newcomer.person.copay or 0, visit.number) if pays else (),
    )
    visit.version = hands.do(check_in, step).version


def parts_of(cents: int, number: int) -> tuple[Part, ...]:
    """An amount in the ways that this visit is paid; nothing for nothing."""
    if not cents:
        return ()
    ways = taken(WAYS, number)
    shares = [cents * share // 100 for _method, share in ways]
    shares[0] += cents - sum(shares)
    return tuple(Part(method, share, REFERENCES[method]) for (method, _), share in zip(ways, shares, strict=True))


def started(hands: Hands, visit: Visit) -> None:
    """The patient is taken back."""
    step = StartVisit(appointment_id=visit.appointment_id, version=visit.version, room=f"{1 + visit.number % 6}")
    visit.version = hands.do(start_visit, step).version


def ended(hands: Hands, visit: Visit) -> None:
    """The treatment is over."""
    step = EndVisit(appointment_id=visit.appointment_id, version=visit.version)
    visit.version = hands.do(end_visit, step).version


def checked_out(hands: Hands, visit: Visit, *, not_taken: str = "") -> None:
    """The patient leaves, sometimes with the next visit booked; `not_taken` is why a co-pay stays open."""
    if visit.next_one is not None:
        visit.next_one()
    step = CheckOut(
        appointment_id=visit.appointment_id,
        version=visit.version,
        follow_up=FollowUp.NOT_ASKED if visit.next_one else taken(FOLLOW_UPS, visit.number),
        not_taken_reason=not_taken,
    )
    visit.version = hands.do(check_out, step).version


def cancelled(hands: Hands, visit: Visit, why: str) -> None:
    """The patient calls it off."""
    hands.do(
        cancel_appointment,
        CancelAppointment(appointment_id=visit.appointment_id, version=visit.version, reason_code=why),
    )


def missed(hands: Hands, visit: Visit, why: str) -> None:
    """The patient did not come."""
    hands.do(no_show, NoShow(appointment_id=visit.appointment_id, version=visit.version, reason_code=why))


def gone(hands: Hands, visit: Visit) -> None:
    """The patient waited and went."""
    step = LeftUnseen(appointment_id=visit.appointment_id, version=visit.version, reason_code="wait")
    hands.do(left_unseen, step)


def waived(hands: Hands, visit: Visit) -> None:
    """The director lets a visit go without a paper."""
    item = LEFT_OUT["waived"].value
    hands.do(
        waive_item,
        WaiveItem(appointment_id=visit.appointment_id, item_code=item, reason="Signs at the next visit"),
        hands.crew.director,
    )


# ------------------------------------------------------------------------------------------------ how far they come


def whole(hands: Hands, visit: Visit, *, not_taken: str = "") -> list[Event]:
    """A visit from the door to the door."""
    begin, end = visit.starts_at, visit.ends_at
    return [
        (_minutes(begin, -6), lambda: arrived(hands, visit)),
        (_minutes(begin, -3), lambda: checked_in(hands, visit, pays=not not_taken)),
        (_minutes(begin, 1), lambda: started(hands, visit)),
        (_minutes(end, 0), lambda: ended(hands, visit)),
        (_minutes(end, 3), lambda: checked_out(hands, visit, not_taken=not_taken)),
    ]


def morning(hands: Hands, state: str, visit: Visit) -> list[Event]:
    """What happens to a visit of the demo's day until its clock begins; `state` as the plan writes it."""
    kind, _, more = state.partition("-")
    events: list[Event] = []
    if "waived" in visit.guest.newcomer.gaps:
        events.append((hands.wall(hands.day, time(7), 10), lambda: waived(hands, visit)))
    if kind in _FAR:
        events += whole(hands, visit, not_taken="forgot" if visit.number == 4 else "")[: _FAR[kind]]
    elif kind in ("ready", "arrived"):
        events += _just_come(hands, visit, _minutes(hands.now, -int(more)), ready=kind == "ready")
    else:
        events += _not_seen(hands, visit, state)
    return events


#: how many of the five steps of a visit are behind it
_FAR = {"done": 5, "out": 4, "room": 3}


def _just_come(hands: Hands, visit: Visit, came: datetime, *, ready: bool) -> list[Event]:
    events: list[Event] = [(came, lambda: arrived(hands, visit))]
    return [*events, (_minutes(came, 2), lambda: checked_in(hands, visit))] if ready else events


def _not_seen(hands: Hands, visit: Visit, state: str) -> list[Event]:
    """How a visit ends that does not take place; nothing for one that is still to come."""
    begin = visit.starts_at
    match state:
        case "noshow":
            return [(_minutes(begin, 20), lambda: missed(hands, visit, "no-call"))]
        case "noshow-open":
            return [(_minutes(begin, 20), lambda: missed(hands, visit, ""))]
        case "left":
            return [*whole(hands, visit)[:1], (_minutes(begin, 26), lambda: gone(hands, visit))]
        case "cancelled":
            return [(hands.wall(hands.workday(-2), time(11)), lambda: cancelled(hands, visit, "conflict"))]
        case "cancelled-late":
            return [(hands.wall(hands.day, time(8), 40), lambda: cancelled(hands, visit, "sick"))]
    return []


def _minutes(at: datetime, more: int) -> datetime:
    return at + timedelta(minutes=more)
