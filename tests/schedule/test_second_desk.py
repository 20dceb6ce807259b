"""Two desks, each a process of its own: what one does, the other shows, and what the other holds stays in its hand."""

import time
from collections.abc import Iterator
from datetime import time as clock_time

import pytest
from playing.desk import soon
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.ports import Here, Place, Ports
from app.kit import theme
from app.runner.bridge import Runner
from app.runner.watch import Watch
from app.schedule.view.page import SchedulePage
from tests.schedule.conftest import Window
from tests.schedule.second_desk import Elsewhere, second_desk
from tests.schedule.visits import TOMORROW, booked
from tests.support.clinic import ANYONE, ZONE, Clinic

Key = Qt.Key


@pytest.fixture
def elsewhere(clinic: Clinic) -> Iterator[Elsewhere]:
    """The other desk; it starts while the window is made."""
    with second_desk(clinic.database) as made:
        yield made


@pytest.fixture
def here(qapp: QApplication, clinic: Clinic, elsewhere: Elsewhere) -> Iterator[Window]:
    """The day at this desk, with its database thread and its ear for other desks, as the program has them."""
    theme.apply(qapp)
    runner = Runner(clinic.executor)
    runner.actor = ANYONE
    made = Window(clinic, SchedulePage(runner, Ports(here=lambda: Here(1, ZONE, TOMORROW, clinic.day))))
    made.page.resize(1200, 760)
    made.page.show()
    made.page.activateWindow()
    made.page.activate(Place("schedule", day=TOMORROW))
    watch = Watch(runner, clinic.database.path)
    watch.start()
    soon(lambda: made.page.model.plan is not None and runner.idle(), "the day is loaded")
    yield made
    watch.close()
    made.page.close()
    made.page.deleteLater()
    runner.close()


def shown(window: Window) -> set[tuple[str, clock_time]]:
    """Who stands where on this desk's day."""
    boxes = [box.visit for column in window.page.model.board.columns for box in column.boxes]
    return {(visit.patient.partition(",")[0], visit.start) for visit in boxes if not visit.ghost}


def seen(window: Window, wanted: tuple[str, clock_time], since: float) -> float:
    """Wait for a visit to be shown; seconds since the other desk's commit."""
    soon(lambda: wanted in shown(window), f"{wanted} is shown")
    return time.monotonic() - since


@pytest.fixture
def visit(clinic: Clinic) -> int:
    """The visit that this desk will hold."""
    return booked(clinic, clock_time(9)).appointment_id


@pytest.mark.timeout(120)
def test_what_is_in_hand_stays_there_while_another_desk_moves_and_books(
    clinic: Clinic, visit: int, elsewhere: Elsewhere, here: Window
) -> None:
    other = booked(clinic, clock_time(14), patient_id=2)
    seen(here, ("Smith", clock_time(14)), 0.0)
    model = here.page.model
    model.put_on(*model.board.where[visit])
    here.press(Key.Key_M, held=Qt.KeyboardModifier.ControlModifier)
    here.press(*[Key.Key_Down] * 4)
    assert elsewhere.hear() == "ready"
    took = []
    for line, wanted in (
        (f"move {other.appointment_id} {other.version} 15:00", ("Smith", clock_time(15))),
        ("book 2 16:00", ("Smith", clock_time(16))),
    ):
        elsewhere.tell(line)
        took.append(seen(here, wanted, float(elsewhere.hear())))
        assert model.held is not None
        assert (model.held.visit.id, model.cursor.minute) == (visit, 10 * 60)
    engine = clinic.database.engine.dialect.name
    print(
        f"\n{engine}: another desk's move was shown after {took[0] * 1000:.0f} ms, its booking after {took[1] * 1000:.0f} ms"
    )
    here.press(Key.Key_Return)
    seen(here, ("Núñez", clock_time(10)), 0.0)
    assert shown(here) == {("Núñez", clock_time(10)), ("Smith", clock_time(15)), ("Smith", clock_time(16))}
    assert model.held is None
