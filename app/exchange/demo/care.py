"""The demo's care: episodes with their plans, authorizations in every state, and a series that was booked in one go."""

from datetime import time, timedelta

from app.episodes.actions import StartEpisode, start_episode
from app.exchange.demo.hands import Hands
from app.insurance.actions import AddAuthorization, add_authorization
from app.insurance.queries import coverages
from app.schedule.actions.series import BookSeries, Placed, book_series
from app.schedule.actions.signing import MarkSigned, mark_signed
from app.schedule.queries import AppointmentRow
from app.schedule.queries import day as day_of
from app.schedule.queries.ledger import ledgers
from app.schedule.queries.series import SeriesWish, series_sheet
from app.schedule.rules import VisitKind
from app.schedule.rules.series import covered

TITLES = ("Right knee", "Low back", "Left shoulder", "Neck", "Balance", "Right ankle")
#: visits that were authorized, how many are kept back, for how many weeks from today
LEAVES = ((24, 1, 10), (12, 0, 6), (3, 0, 8), (12, 1, 1))
EVERY, LATEST = 3, 12
#: the patient whose series is booked: it is seen on the record of the visit at this place of the day
SERIES_OF, SERIES_VISITS = 2, 6


def tend(hands: Hands) -> None:
    """Write down the care of every third follow-up patient of the day, and book one of them a series."""
    here = hands.places.visalia
    visits = hands.executor.fetch(day_of, hands.crew.desk, here, hands.day)
    coming = [one for one in visits if one.kind is VisitKind.FOLLOW_UP and not one.ghost][::EVERY][:LATEST]
    for number, visit in enumerate(coming):
        _care(hands, number, visit)
    if len(coming) > SERIES_OF:
        _series(hands, coming[SERIES_OF - 2])


def _care(hands: Hands, number: int, visit: AppointmentRow) -> None:
    """An episode under an authorization; what took place long ago is signed, the last visit often is not."""
    count, kept, weeks = LEAVES[number % len(LEAVES)]
    begun = hands.day - timedelta(weeks=4)
    plans = hands.executor.fetch(coverages, hands.crew.desk, visit.patient_id)
    payer_id = plans[0].payer_id if plans else hands.places.payers[number % len(hands.places.payers)]
    leave = AddAuthorization(
        patient_id=visit.patient_id, payer_id=payer_id, visits=count,
        reserved=kept, starts_on=begun, ends_on=hands.day + timedelta(weeks=weeks), number=f"A-{20400 + 17 * number}",
    )  # fmt: skip
    authorization_id = hands.do(add_authorization, leave).authorization_id
    care = StartEpisode(
        patient_id=visit.patient_id, location_id=visit.location_id, title=TITLES[number % len(TITLES)],
        starts_on=begun, practitioner_id=visit.practitioner_id, authorization_id=authorization_id,
        visits_per_week=2 + number % 2, weeks=6,
    )  # fmt: skip
    hands.do(start_episode, care)
    (row, *_) = hands.executor.fetch(ledgers, hands.crew.desk, visit.patient_id)
    signed = tuple(one.id for one in row.unsigned if one.day < hands.day)
    if signed and number % 2:
        hands.do(mark_signed, MarkSigned(appointment_ids=signed))


def _series(hands: Hands, visit: AppointmentRow) -> None:
    """Three weeks of visits from the next Monday on, each where it fits best."""
    monday = hands.day + timedelta(days=7 - hands.day.weekday())
    wish = SeriesWish(
        visit.patient_id, visit.location_id, visit.visit_type_id, visit.practitioner_id, monday, frozenset({0, 3}),
        time(15), SERIES_VISITS,
    )  # fmt: skip
    sheet = hands.executor.fetch(series_sheet, hands.crew.desk, wish)
    found: list[Placed] = []
    for one in sheet.dates:
        other = one.alternative
        if one.trouble is None:
            found.append(Placed(one.day, one.start, one.practitioner_id, one.minutes))
        elif other is not None:
            found.append(Placed(other.day, other.start, other.practitioner_id, other.minutes))
    paid = covered([one.day for one in found], sheet.account)
    fitting = tuple(one for one, pays in zip(found, paid, strict=True) if pays)
    if fitting:
        command = BookSeries(
            patient_id=visit.patient_id, location_id=visit.location_id, visit_type_id=visit.visit_type_id,
            rule=sheet.rule, visits=fitting,
        )  # fmt: skip
        hands.do(book_series, command)
