"""Who waits for a time in the demo, and the rule for absences."""

from datetime import time

from app.exchange.demo.hands import Hands
from app.exchange.demo.visiting import Event, Guest, Visit
from app.schedule.actions import SetAttendancePolicy, set_attendance_policy
from app.schedule.rules.attendance import Policy
from app.waitlist.actions import AddToWaitlist, add_to_waitlist

#: the first warns, the second costs $35, the director looks at the third; only inside 24 hours counts
RULE = Policy(24, 180, 1, 2, 3, 3500, 3500)
#: Monday, Wednesday, Friday
ODD_DAYS = 0b0010101


def set_rule(hands: Hands) -> None:
    """The rule of the first location, from the day the clinic was set up."""
    day = hands.workday(-45)
    hands.do(
        set_attendance_policy,
        SetAttendancePolicy(location_id=hands.places.visalia, valid_from=day, policy=RULE),
        hands.crew.director,
    )


def waiting(hands: Hands, index: int, guest: Guest, visit: Visit) -> list[Event]:
    """The first would come sooner, the second waits for one visit more, one of the other location would drive over."""
    wishes = {
        0: lambda: _wait(hands, guest, appointment_id=visit.appointment_id),
        1: lambda: _wait(hands, guest, priority=2, weekdays=127, from_time=time(9), note="Lives around the corner"),
        3: lambda: _wait(hands, guest, weekdays=ODD_DAYS, locations=(hands.places.visalia,)),
    }
    wish = wishes.get(index)
    return [] if wish is None else [(hands.wall(hands.workday(-4 + index), time(15), 5 * index), wish)]


def _wait(hands: Hands, guest: Guest, **wish: object) -> None:
    values = {
        "patient_id": guest.patient_id,
        "location_id": guest.newcomer.location_id,
        "visit_type_id": hands.places.visit_types["FU45"],
        **wish,
    }
    hands.do(add_to_waitlist, AddToWaitlist(**values))  # type: ignore[arg-type]  # as the wishes above name them
