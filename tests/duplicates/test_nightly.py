"""The nightly look for doubles: when it is due, and that a window does it by itself."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.duplicates.actions import Swept
from app.duplicates.queries import last_sweep
from app.duplicates.rules.nights import is_due
from app.duplicates.viewmodel import Nightly
from tests.support.clinic import ZONE, Clinic
from tests.support.record import record_of

NIGHT = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)  # half past two in Visalia
DAY = datetime(2026, 3, 10, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, NIGHT, True),
        (None, DAY, False),
        (NIGHT - timedelta(hours=24), NIGHT, True),
        (NIGHT - timedelta(hours=2), NIGHT, False),
        (DAY - timedelta(days=2), DAY, False),
        (DAY - timedelta(days=4), DAY, True),
    ],
)
def test_it_is_due_once_a_night_or_after_days_without(last: datetime | None, now: datetime, due: bool) -> None:
    assert is_due(last, now, ZONE) is due


def test_a_window_looks_by_itself_and_only_once(qtbot: QtBot, desk: Clinic) -> None:
    desk.database.clock = FixedClock(NIGHT)
    with record_of(desk) as record:
        nightly, told = Nightly(record.runner, ZONE), list[object]()
        nightly.swept.connect(told.append)
        nightly.look()
        nightly.look()
        assert [type(one) for one in told] == [Swept]
        assert desk.rows(last_sweep) == NIGHT  # type: ignore[arg-type]
