"""Commands about absences, who waits, and holes."""

from datetime import date, timedelta

from sqlalchemy import select

from app.schedule.actions import (
    CancelAppointment,
    MarkAbsence,
    MarkKey,
    MarkShown,
    ReviewMark,
    SetAttendancePolicy,
    TakeBackPolicy,
    UnwaiveMark,
    WaiveMark,
    cancel_appointment,
    mark_absence,
    set_attendance_policy,
    waive_mark,
)
from app.schedule.rules import Absence, Consequence
from app.schedule.rules.attendance import Policy
from app.schedule.tables import FreedSlot
from app.waitlist.actions import (
    AddToWaitlist,
    BringBack,
    EntryKey,
    FillSlot,
    LogTry,
    TakeFillBack,
    UpdateWaitlistEntry,
    Withdraw,
    add_to_waitlist,
    fill_slot,
    withdraw,
)
from app.waitlist.rules import Outcome
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


def _rule_to_come(world: World) -> TakeBackPolicy:
    made = world.do(set_attendance_policy, _rule(world))
    return TakeBackPolicy(policy_id=made.policy_id, version=made.version)


def _waiting(world: World) -> EntryKey:
    wish = AddToWaitlist(patient_id=world.patient().id, location_id=HERE, visit_type_id=2)
    return world.do(add_to_waitlist, wish)


def left(world: World) -> int:
    """A visit of today that left a hole; the visit's id."""
    visit = world.booked()
    gone = CancelAppointment(appointment_id=visit.appointment_id, version=visit.version, reason_code="sick")
    world.do(cancel_appointment, gone)
    return visit.appointment_id


def hole(world: World) -> int:
    """A hole of today; its id."""
    wanted = select(FreedSlot.id).where(FreedSlot.appointment_id == left(world))
    return world.row(lambda session: session.scalar(wanted)) or 0


def _fill(world: World) -> FillSlot:
    entry = _waiting(world)
    return FillSlot(freed_slot_id=hole(world), entry_id=entry.entry_id, version=entry.version)


def _fill_back(world: World) -> TakeFillBack:
    made = world.do(fill_slot, _fill(world))
    return TakeFillBack(
        entry_id=made.entry_id, version=made.entry_version, appointment_id=made.appointment_id,
        appointment_version=made.version,
    )  # fmt: skip


def _try(world: World) -> LogTry:
    return LogTry(
        freed_slot_id=hole(world), entry_id=_waiting(world).entry_id, outcome=Outcome.OFFERED, note="Calls back at noon"
    )


def _change(world: World) -> UpdateWaitlistEntry:
    entry = _waiting(world)
    return UpdateWaitlistEntry(entry_id=entry.entry_id, version=entry.version, visit_type_id=2, note="After three")


def _withdraw(world: World) -> Withdraw:
    entry = _waiting(world)
    return Withdraw(entry_id=entry.entry_id, version=entry.version)


def _bring_back(world: World) -> BringBack:
    entry = world.do(withdraw, _withdraw(world))
    return BringBack(entry_id=entry.entry_id, version=entry.version)


def _add(world: World) -> AddToWaitlist:
    return AddToWaitlist(patient_id=world.patient().id, location_id=HERE, visit_type_id=2, note="Hands only")


add(
    {
        "waitlist.add_to_waitlist": Case(lambda w, _: _add(w)),
        "waitlist.update_waitlist_entry": Case(lambda w, _: _change(w)),
        "waitlist.withdraw": Case(lambda w, _: _withdraw(w)),
        "waitlist.bring_back": Case(lambda w, _: _bring_back(w)),
        "waitlist.log_try": Case(lambda w, _: _try(w)),
        "waitlist.fill_slot": Case(lambda w, _: _fill(w)),
        "waitlist.take_fill_back": Case(lambda w, _: _fill_back(w)),
    }
)
add(
    {
        "schedule.mark_absence": Case(lambda w, _: _absent(w)),
        "schedule.waive_mark": Case(lambda w, _: _waive(w)),
        "schedule.unwaive_mark": Case(lambda w, _: _unwaive(w)),
        "schedule.review_mark": Case(lambda w, _: _review(w)),
        "schedule.set_attendance_policy": Case(lambda w, _: _rule(w)),
        "schedule.take_back_policy": Case(lambda w, _: _rule_to_come(w)),
    }
)
