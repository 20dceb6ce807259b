"""The arguments of every question, and what an answer is for somebody of another location."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from enum import Enum

from app.checklists.queries import MissingDocuments
from app.core.ports import PaperKind, PaperWish, SheetKind, SheetWish
from app.documents.rules import DocumentKind
from app.exchange.queries.arrivals import Fresh
from app.exchange.queries.asked import Carried
from app.exchange.queries.people import Known
from app.exchange.queries.visits import Book
from app.exchange.rules.values import DateOrder, Kind
from app.patients.rules.people import Person
from app.patients.tables import GlassBreak
from app.payments.actions import TakePayment, take_payment
from app.schedule.queries.series import SeriesWish, Shift
from app.schedule.rules.openings import Wish
from app.visits.queries.days import OpenVisits
from app.visits.queries.worklists import Lists
from app.visits.rules import Limits
from tests.registry.cases_care import authorized
from tests.registry.cases_exchange import OPTIONS, incoming
from tests.registry.cases_fill import hole, left
from tests.registry.cases_series import series
from tests.registry.world import CASH, DAY, HERE, World, account
from tests.support.databases import NOW


class Away(Enum):
    """What somebody hears whose right ends at another location."""

    REFUSED = "refused"
    HIDDEN = "there is no such thing"
    REASON = "needs a reason"
    LESS = "an answer with what they may see"
    NOTHING = "no answer"


@dataclass(frozen=True, slots=True)
class Question:
    """`make` gives the arguments besides the reason; `asks` whether the question takes a reason."""

    make: Callable[[World], tuple[object, ...]]
    away: Away = Away.LESS
    asks: bool = False
    #: roles that hear "refused" although the table gives them the question's right, because the answer needs more
    refused: frozenset[str] = frozenset()
    #: roles of another location that hear "there is no such thing", where that does not follow from the question's right
    hidden: frozenset[str] = frozenset()


def _visit(world: World) -> tuple[object, ...]:
    return (world.booked().appointment_id,)


def _patient(world: World) -> tuple[object, ...]:
    return (world.patient().id,)


def _glass(world: World) -> tuple[object, ...]:
    glass = GlassBreak(
        patient_id=world.patient().id, user_id=1, user_name="Ana", at=NOW, until=NOW, reason_code="care", reason="asked"
    )
    world.clinic.add(glass)
    return (glass.id,)


def _payment(world: World) -> tuple[object, ...]:
    made = world.do(take_payment, TakePayment(patient_id=world.patient().id, location_id=HERE, parts=CASH))
    return (made.payment_id,)


def _receipts(world: World) -> tuple[object, ...]:
    _payment(world)
    return (world.patient().id,)


def _day(_world: World) -> tuple[object, ...]:
    return HERE, DAY


def _extension(world: World) -> tuple[object, ...]:
    made = authorized(world)
    return PaperWish(PaperKind.EXTENSION, made.patient_id, HERE, authorization_id=made.authorization_id, visits=3), ""


QUESTIONS: dict[str, Question] = {
    "checklists.visit_checklist": Question(_visit, Away.HIDDEN, asks=True),
    "documents.content": Question(
        lambda w: (w.document(w.patient().id, DocumentKind.OTHER),), Away.REASON, asks=True, refused=frozenset({"RO"})
    ),
    "documents.documents": Question(_patient, Away.REASON, asks=True),
    "duplicates.merge_preview": Question(lambda w: (w.patient().id, w.patient().id), Away.REFUSED),
    "duplicates.merges_of": Question(_patient),
    "duplicates.pairs_of": Question(_patient),
    "exchange.export_page": Question(lambda _w: (HERE, 0), Away.REFUSED),
    "exchange.issues_of": Question(lambda _w: ("plan", 1)),
    "exchange.look": Question(
        lambda _w: (Kind.PATIENTS, (), OPTIONS, DateOrder.UNCLEAR, Carried(Known(), Book())), Away.REFUSED
    ),
    "exchange.look_at_arrivals": Question(lambda w: ((incoming(w),), OPTIONS, Fresh()), Away.REFUSED),
    "exchange.progress_of": Question(lambda _w: ("plan",)),
    "exchange.saved_columns": Question(lambda _w: (Kind.PATIENTS, "header")),
    "exchange.whole_record": Question(_patient, Away.REFUSED, asks=True),
    "episodes.episodes": Question(_patient, Away.REASON, asks=True),
    "insurance.authorizations": Question(_patient, Away.REASON, asks=True),
    "insurance.coverages": Question(_patient, Away.REASON, asks=True),
    "insurance.payers": Question(lambda _w: ()),
    "patients.lookalikes": Question(lambda _w: (Person(family="Smith", given="Joan"),)),
    "patients.search": Question(lambda _w: ("smi jo",)),
    "patients.summary": Question(_patient, Away.REASON, asks=True),
    "patients.photo": Question(_patient, Away.REASON, asks=True),
    "patients.registration_start": Question(lambda _w: (HERE,)),
    "payments.day_money": Question(_day, Away.REFUSED),
    "payments.patient_balance": Question(lambda w: (w.patient().id, DAY), Away.REASON, asks=True),
    "payments.patient_receipts": Question(_receipts, Away.REASON, asks=True),
    "payments.receipt": Question(_payment, Away.HIDDEN),
    "payments.visit_money": Question(lambda w: (w.checked_in(CASH).appointment_id,), Away.NOTHING),
    "privacy.accounting": Question(_patient, Away.REASON, asks=True),
    "privacy.broken_glass": Question(_patient),
    "privacy.disclosures": Question(_patient, Away.REASON, asks=True),
    "privacy.glass_row": Question(_glass),
    "privacy.who_saw": Question(lambda w: (w.patient().id, DAY, DAY), Away.REFUSED),
    "reports.end_of_day": Question(_day, Away.REFUSED, asks=True),
    "reports.coming_visits": Question(
        lambda w: (PaperWish(PaperKind.VISITS, w.patient().id, HERE), ""), Away.REFUSED, asks=True
    ),
    "reports.extension_request": Question(_extension, Away.REASON, asks=True),
    "reports.receipt": Question(_payment, Away.HIDDEN),
    "schedule.attendance_rule": Question(lambda _w: (HERE,)),
    "schedule.attendance": Question(_visit, Away.HIDDEN),
    "reports.schedule_sheet": Question(lambda _w: (SheetWish(SheetKind.DAY, HERE, DAY), ""), Away.REFUSED, asks=True),
    "schedule.appointment": Question(_visit, Away.HIDDEN),
    "schedule.booking_start": Question(lambda w: (HERE, w.patient().id), Away.REFUSED),
    "schedule.coming_series": Question(lambda w: (series(w).patient_id,)),
    "schedule.day": Question(_day, Away.REFUSED),
    "schedule.day_plan": Question(_day, Away.REFUSED),
    "schedule.finder_choices": Question(lambda _w: (HERE,), Away.REFUSED),
    "schedule.find_openings": Question(lambda _w: (Wish(2, HERE, DAY, 7),), Away.REFUSED),
    "schedule.leave_on": Question(lambda w: (w.patient().id, DAY)),
    "schedule.ledgers": Question(_patient, Away.REASON, asks=True),
    "schedule.live_openings": Question(lambda _w: ()),
    "schedule.openings_changed": Question(lambda w: (frozenset({f"occupancy:{w.booked().appointment_id}"}),)),
    "schedule.patient_time": Question(lambda w: (w.booked().patient_id,)),
    "schedule.homeless": Question(lambda _w: (HERE, DAY, DAY), Away.REFUSED),
    "schedule.holidays_of": Question(lambda _w: (HERE, 2026), Away.REFUSED),
    "schedule.month_load": Question(_day, Away.REFUSED),
    "schedule.next_visits": Question(lambda w: (w.booked().patient_id,)),
    "schedule.openings": Question(lambda _w: (HERE, 2, DAY, 7), Away.REFUSED),
    "schedule.overrides": Question(lambda _w: (HERE, DAY, DAY), Away.REFUSED),
    "schedule.past_visits": Question(lambda w: (w.booked().patient_id,)),
    "schedule.practitioners": Question(lambda _w: (HERE,)),
    "schedule.room_rows": Question(lambda _w: (HERE,)),
    "schedule.type_rows": Question(lambda _w: ()),
    "schedule.move_sheet": Question(
        lambda w: (made := series(w), (made.series_id, (made.visits[0].appointment_id,), Shift(days=1)))[1], Away.HIDDEN
    ),
    "schedule.series": Question(lambda w: (series(w).series_id,), Away.HIDDEN),
    "schedule.series_sheet": Question(
        lambda w: (SeriesWish(w.patient().id, HERE, 2, 1, DAY, frozenset({1}), time(9), 3),), Away.REFUSED
    ),
    "schedule.visit_card": Question(_visit, Away.HIDDEN),
    "schedule.visit_types": Question(lambda _w: ()),
    "schedule.week_plan": Question(lambda _w: (HERE, DAY, 7, (1,)), Away.REFUSED),
    "schedule.worker_hours": Question(lambda _w: (HERE, 1)),
    "schedule.workers": Question(lambda _w: (HERE,)),
    "staff.location": Question(lambda _w: (HERE,), hidden=frozenset({"FD", "LD", "RO"})),
    "staff.locations": Question(lambda _w: ()),
    "staff.myself": Question(lambda _w: ()),
    "staff.practitioners": Question(lambda _w: (HERE,)),
    "staff.user_by_name": Question(lambda _w: (account("FD", HERE),), Away.HIDDEN),
    "staff.users": Question(lambda _w: ()),
    "staff.who_am_i": Question(lambda _w: ()),
    "visits.badges": Question(lambda _w: (HERE, DAY, 7, (1,)), Away.REFUSED),
    "visits.board": Question(lambda _w: (HERE, DAY, Limits()), Away.REFUSED),
    "visits.board_row": Question(_visit, Away.HIDDEN),
    "visits.closing": Question(_day, Away.REFUSED),
    "visits.day_counts": Question(_day, Away.REFUSED),
    "visits.day_to_settle": Question(_day, Away.REFUSED),
    "visits.visits_today": Question(_day, Away.REFUSED),
    "visits.worklist_rows": Question(lambda _w: (Lists((MissingDocuments(), OpenVisits())), HERE, DAY), Away.REFUSED),
    "waitlist.dropped_off": Question(_day, Away.REFUSED),
    "waitlist.fill_rate": Question(_day, Away.REFUSED),
    "waitlist.hole_left_by": Question(lambda w: (left(w),), Away.NOTHING),
    "waitlist.hole_marks": Question(_day, Away.REFUSED),
    "waitlist.holes": Question(lambda _w: (HERE,), Away.REFUSED),
    "waitlist.ladder": Question(lambda w: (hole(w),), Away.HIDDEN),
    "waitlist.under_scheduled": Question(_day, Away.REFUSED),
    "waitlist.waiting": Question(lambda _w: (HERE,), Away.REFUSED),
}
