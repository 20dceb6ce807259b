"""Commands of the day: papers, money, the steps of a visit, the day's close."""

from datetime import date, timedelta
from uuid import uuid4

from app.checklists.actions import AttachForItem, WaiveItem, WithdrawWaiver, waive_item
from app.core.ports import PaperKind, SheetKind
from app.payments.actions import NoPayment, Reprint, TakePayment, VoidPayment, take_payment
from app.reports.actions import NoteReceipt, NoteReport, NoteSheet, NoteVisitPaper
from app.visits.actions import (
    Arrive,
    ArriveWalkIn,
    CheckOut,
    CloseDay,
    EndVisit,
    GiveReason,
    LeftUnseen,
    NoShow,
    ReopenDay,
    StartVisit,
    UndoStep,
    arrive,
    close_day,
    no_show,
)
from tests.registry.cases import Case, add
from tests.registry.world import CASH, DAY, HERE, PICTURE, World


def _item(world: World) -> tuple[int, str]:
    visit = world.booked()
    return visit.appointment_id, world.open_papers(visit.appointment_id)[0]


def _waive(world: World) -> WaiveItem:
    visit, code = _item(world)
    return WaiveItem(appointment_id=visit, item_code=code)


def _withdraw(world: World) -> WithdrawWaiver:
    visit, code = _item(world)
    made = world.do(waive_item, WaiveItem(appointment_id=visit, item_code=code, reason="is on paper"))
    return WithdrawWaiver(waiver_id=made.waiver_id, version=made.version)


def _attach(world: World) -> AttachForItem:
    visit, code = _item(world)
    return AttachForItem(appointment_id=visit, item_code=code, data=PICTURE)


def _payment(world: World) -> tuple[int, int]:
    made = world.do(take_payment, TakePayment(patient_id=world.patient().id, location_id=HERE, parts=CASH))
    return made.payment_id, made.version


def _void(world: World) -> VoidPayment:
    payment, version = _payment(world)
    return VoidPayment(payment_id=payment, version=version)


def _arrive(world: World) -> Arrive:
    visit = world.booked()
    return Arrive(appointment_id=visit.appointment_id, version=visit.version)


def _no_show(world: World) -> NoShow:
    visit = world.booked(first=7)
    return NoShow(appointment_id=visit.appointment_id, version=visit.version)


def _left(world: World) -> LeftUnseen:
    key = world.arrived()
    return LeftUnseen(appointment_id=key.appointment_id, version=key.version, reason_code="wait")


def _give_reason(world: World) -> GiveReason:
    key = world.do(no_show, _no_show(world))
    return GiveReason(appointment_id=key.appointment_id, version=key.version, reason_code="forgot")


def _undo(world: World) -> UndoStep:
    visit, done = world.booked(), uuid4()
    world.do(arrive, Arrive(id=done, appointment_id=visit.appointment_id, version=visit.version))
    return UndoStep(undoes=done)


def _day(world: World) -> date:
    return DAY - timedelta(days=world.next())


def _reopen(world: World) -> ReopenDay:
    day = _day(world)
    world.do(close_day, CloseDay(location_id=HERE, day=day))
    return ReopenDay(location_id=HERE, day=day)


def _start(world: World) -> StartVisit:
    key = world.checked_in(CASH)
    return StartVisit(appointment_id=key.appointment_id, version=key.version, room="3")


def _end(world: World) -> EndVisit:
    key = world.in_room(CASH)
    return EndVisit(appointment_id=key.appointment_id, version=key.version)


def _out(world: World) -> CheckOut:
    key = world.over()
    return CheckOut(appointment_id=key.appointment_id, version=key.version)


def _sheet() -> NoteSheet:
    return NoteSheet(location_id=HERE, day=DAY, kind=SheetKind.WEEK, number="WEEK-20260309")


add(
    {
        "checklists.waive_item": Case(lambda w, _: _waive(w), always_reason=True),
        "checklists.withdraw_waiver": Case(lambda w, _: _withdraw(w)),
        "checklists.attach_for_item": Case(lambda w, _: _attach(w)),
        "payments.take_payment": Case(
            lambda w, _: TakePayment(patient_id=w.patient().id, location_id=HERE, parts=CASH)
        ),
        "payments.no_payment": Case(
            lambda w, _: NoPayment(appointment_id=w.checked_in().appointment_id, reason_code="bill")
        ),
        "payments.reprint": Case(lambda w, _: Reprint(payment_id=_payment(w)[0])),
        "payments.void_payment": Case(lambda w, _: _void(w), always_reason=True),
        "reports.note_counts": Case(lambda _w, _: NoteReport(location_id=HERE, day=DAY, number="EOD-20260310")),
        "reports.note_visit_paper": Case(
            lambda w, _: NoteVisitPaper(patient_id=w.patient().id, location_id=HERE, kind=PaperKind.VISITS)
        ),
        "reports.note_sheet_counts": Case(lambda _w, _: _sheet()),
        "reports.note_sheet_names": Case(lambda _w, _: _sheet()),
        "reports.note_names": Case(lambda _w, _: NoteReport(location_id=HERE, day=DAY, number="EOD-20260310")),
        "reports.note_receipt": Case(lambda w, _: NoteReceipt(payment_id=_payment(w)[0])),
        "visits.arrive": Case(lambda w, _: _arrive(w)),
        "visits.arrive_walk_in": Case(
            lambda w, _: ArriveWalkIn(patient_id=w.patient().id, location_id=HERE, visit_type_id=2, minutes=15)
        ),
        "visits.check_in": Case(lambda w, _: w.check_in(w.arrived(), CASH)),
        "visits.start_visit": Case(lambda w, _: _start(w)),
        "visits.end_visit": Case(lambda w, _: _end(w)),
        "visits.check_out": Case(lambda w, _: _out(w)),
        "visits.no_show": Case(lambda w, _: _no_show(w)),
        "visits.left_unseen": Case(lambda w, _: _left(w)),
        "visits.give_reason": Case(lambda w, _: _give_reason(w)),
        "visits.undo_step": Case(lambda w, _: _undo(w)),
        "visits.close_day": Case(lambda w, _: CloseDay(location_id=HERE, day=_day(w))),
        "visits.reopen_day": Case(lambda w, _: _reopen(w), always_reason=True),
    }
)
