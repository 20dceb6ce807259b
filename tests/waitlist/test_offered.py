"""Who books a time that was promised to somebody is told so before."""

from collections.abc import Iterator
from datetime import time, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import FixedClock
from app.schedule.view.panels import BookingPanel, Wish
from app.schedule.viewmodel import DayModel
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


def test_a_ghost_says_to_whom_its_time_is_offered_and_until_when(room: Room, panel: BookingPanel) -> None:
    model = DayModel(room.runner, room.ports)
    model.show(1, TOMORROW)
    box = next(box for column in model.board.columns for box in column.boxes)
    look = model.look(box.visit)
    assert look.offer is not None
    assert look.offer.sentence() == "Offered to Smith, Joan until 10:55 AM"
    model.put_on(*model.board.where[box.visit.id])
    assert model.words() == (
        "9:00 AM, Núñez, María José, Follow-up 45, Cancelled, Offered to Smith, Joan until 10:55 AM, Okafor"
    )
    room.clinic.database.clock = FixedClock(NOW + timedelta(minutes=20))
    assert model.look(box.visit).offer is None, "an offer ends by itself"


def test_an_offer_over_night_says_its_day(room: Room) -> None:
    room.ports.holes = hole_marks
    entry, slot = wait(room.clinic), hole(room.clinic)
    offer = LogTry(freed_slot_id=slot, entry_id=entry.entry_id, outcome=Outcome.OFFERED, minutes=20 * 60)
    model = DayModel(room.runner, room.ports)
    model.show(1, TOMORROW)
    (ghost,) = (box.visit for column in model.board.columns for box in column.boxes)
    assert model.look(ghost).offer is None
    room.clinic.do(log_try, offer)
    found = model.look(ghost).offer
    assert found is not None, "an offer at another desk is heard"
    assert found.short() == "Offered until Wed, Mar 11, 6:40 AM"
