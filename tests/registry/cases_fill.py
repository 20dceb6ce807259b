"""Commands about absences, who waits, and holes."""

from datetime import date, timedelta

from app.schedule.actions import (
    CancelAppointment,
    MarkAbsence,
    MarkKey,
    MarkShown,
    ReviewMark,
    SetAttendancePolicy,
    UnwaiveMark,
    WaiveMark,
    cancel_appointment,
    mark_absence,
    waive_mark,
)
from app.schedule.rules import Absence, Consequence
from app.schedule.rules.attendance import Policy
from tests.registry.cases import Case, add
from tests.registry.world import DAY, HERE, World

WARNING = MarkShown(Absence.LATE_CANCEL, Consequence.WARN)
RULE = Policy(24, 180, 1, 2, 3, 3500, 3500)


def _absent(world: World) -> MarkAbsence:
    """A visit of today that was cancelled just now, so late, and was not decided on."""
    visit = world.booked()
    gone = CancelAppointment(appointment_id=visit.appointment_id, version=visit.version, reason_code="sick")
    world.do(cancel_appointment, gone)
    return MarkAbsence(appointment_id=visit.appointment_id, mark=WARNING)


def _mark(world: World) -> MarkKey:
    return world.do(mark_absence, _absent(world))


def _waive(world: World) -> WaiveMark:
    mark = _mark(world)
    return WaiveMark(mark_id=mark.mark_id, version=mark.version, waive_code="first")


def _unwaive(world: World) -> UnwaiveMark:
    mark = world.do(waive_mark, _waive(world))
    return UnwaiveMark(mark_id=mark.mark_id, version=mark.version)


def _review(world: World) -> ReviewMark:
    mark = _mark(world)
    return ReviewMark(mark_id=mark.mark_id, version=mark.version, note="Talked it over")


def _rule(world: World) -> SetAttendancePolicy:
    day: date = DAY + timedelta(days=world.next())
    return SetAttendancePolicy(location_id=HERE, valid_from=day, policy=RULE)


add(
    {
        "schedule.mark_absence": Case(lambda w, _: _absent(w)),
        "schedule.waive_mark": Case(lambda w, _: _waive(w)),
        "schedule.unwaive_mark": Case(lambda w, _: _unwaive(w)),
        "schedule.review_mark": Case(lambda w, _: _review(w)),
        "schedule.set_attendance_policy": Case(lambda w, _: _rule(w)),
    }
)
