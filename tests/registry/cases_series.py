"""Commands about a series of visits."""

from datetime import date, time, timedelta

from app.schedule.actions import MoveVisits
from app.schedule.actions.series import (
    BookSeries,
    CancelSeries,
    Moved,
    MoveSeries,
    Placed,
    SeriesKey,
    UndoCancelSeries,
    book_series,
    cancel_series,
)
from tests.registry.cases import Case, add
from tests.registry.world import HERE, World

MONDAY = date(2026, 6, 1)
RULE = "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=MO;COUNT=3"


def _book(world: World) -> BookSeries:
    who, start = world.slot(8)
    visits = tuple(Placed(MONDAY + timedelta(weeks=week), start, who, 30) for week in range(3))
    return BookSeries(patient_id=world.patient().id, location_id=HERE, visit_type_id=2, rule=RULE, visits=visits)


def series(world: World) -> SeriesKey:
    """Somebody's three Mondays."""
    return world.do(book_series, _book(world))


def _move(world: World) -> MoveSeries:
    made = series(world)
    visits = tuple(
        Moved(one.appointment_id, one.version, MONDAY + timedelta(weeks=week, days=1), time(15), 1 + made.series_id % 2)
        for week, one in enumerate(made.visits)
    )
    return MoveSeries(series_id=made.series_id, visits=visits)


def _move_visits(world: World) -> MoveVisits:
    made = world.booked()
    visits = (Moved(made.appointment_id, made.version, MONDAY, time(15), made.practitioner_id),)
    return MoveVisits(location_id=HERE, visits=visits, reason_code="clinic")


def _cancel(world: World) -> CancelSeries:
    made = series(world)
    return CancelSeries(series_id=made.series_id, visits=made.visits[1:], reason_code="sick")


def _undo(world: World) -> UndoCancelSeries:
    gone = world.do(cancel_series, _cancel(world))
    return UndoCancelSeries(series_id=gone.series_id, visits=gone.visits)


add(
    {
        "schedule.book_series": Case(lambda w, _: _book(w)),
        "schedule.move_visits": Case(lambda w, _: _move_visits(w)),
        "schedule.move_series": Case(lambda w, _: _move(w)),
        "schedule.cancel_series": Case(lambda w, _: _cancel(w)),
        "schedule.undo_cancel_series": Case(lambda w, _: _undo(w)),
    }
)
