"""Who books a time that was promised to somebody is told so before."""

from collections.abc import Iterator
from datetime import time, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import FixedClock
from app.schedule.view.panels import BookingPanel, Wish
from app.waitlist.actions import LogTry, log_try
from app.waitlist.queries import hole_marks
from app.waitlist.rules import Outcome
from tests.support.databases import NOW
from tests.waitlist.conftest import Room
from tests.waitlist.holes import TOMORROW, hole, wait


@pytest.fixture
def panel(room: Room) -> Iterator[BookingPanel]:
    """A booking of the first patient tomorrow; ten past nine with Okafor was offered to somebody."""
    room.ports.holes = hole_marks
    entry, slot = wait(room.clinic), hole(room.clinic)
    room.clinic.do(log_try, LogTry(freed_slot_id=slot, entry_id=entry.entry_id, outcome=Outcome.OFFERED))
    made = BookingPanel(room.runner, room.ports)
    room.window.layout().addWidget(made)
    yield made
    made.hide()
    made.deleteLater()


@pytest.mark.parametrize(
    ("start", "who", "said"),
    [(time(9), 1, True), (time(9, 30), 1, True), (time(9, 45), 1, False), (time(9), 2, False), (time(8, 45), 1, True)],
)
def test_a_time_that_meets_the_offer_is_said(panel: BookingPanel, start: time, who: int, said: bool) -> None:
    panel.begin(Wish(1, 1, who, 2, TOMORROW, start))
    QApplication.processEvents()
    panel.form.start.set_value(start)
    words = "Ana Ruiz offered this time to somebody who waits, until 10:55 AM."
    assert panel.offered.label.text() == (words if said else "")


def test_an_offer_that_ended_is_not_said(room: Room, panel: BookingPanel) -> None:
    room.clinic.database.clock = FixedClock(NOW + timedelta(minutes=20))
    panel.begin(Wish(1, 1, 1, 2, TOMORROW, time(9)))
    panel.form.start.set_value(time(9))
    assert panel.offered.label.text() == ""
