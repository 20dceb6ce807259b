"""A visit from the door to the door at the real board, by keyboard, and how many keys each way takes."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playing.desk import Desk, soon
from PySide6.QtWidgets import QApplication, QMenu
from sqlalchemy import select

from app.documents.tables import StoredDocument
from app.runner.execute import Executor
from app.schedule.view.page import SchedulePage
from app.visits.rules import BoardRow, BoardState
from app.visits.view.asking import CloseDayPanel, ReasonPanel
from app.visits.view.check_in import CheckInPanel, PaperCard
from app.visits.view.check_out import CheckOutPanel
from tests.stories.elsewhere import SecondDesk


def told(story: str, desk: Desk, keys: list[int], limit: int) -> None:
    print(f"\n{story}: {keys[0]} keys (limit {limit}), {desk.typed} signs typed")


def first(desk: Desk, state: BoardState, points: int | None = None) -> BoardRow:
    """The first visit in a state, with so many open points; its line is chosen, as after some arrow keys."""
    row = next(r for r in desk.today.model.rows if r.state is state and points in (None, r.open_points))
    soon(lambda: desk.today.table.choose(row.appointment_id), "the visit is chosen")
    desk.today.table.setFocus()
    return row


def filled_check_in(desk: Desk) -> CheckInPanel:
    soon(lambda: desk.today.panel is not None, "the panel opens")
    panel = desk.shown(CheckInPanel)
    soon(lambda: panel.model.papers is not None, "the panel is filled")
    desk.settle()
    return panel


def filled_check_out(desk: Desk) -> CheckOutPanel:
    soon(lambda: desk.today.panel is not None, "the panel opens")
    desk.settle()
    return desk.shown(CheckOutPanel)


def test_a_check_in_with_nothing_open_is_one_key(desk: Desk) -> None:
    visit = first(desk, BoardState.ARRIVED, points=0)
    with desk.counted(1) as keys:
        desk.press("Return")
        desk.reaches(visit.appointment_id, BoardState.READY)
    told("check-in with everything in order", desk, keys, 1)


def test_from_the_door_to_checked_in_with_two_points_open(desk: Desk) -> None:
    desk.today.model.toggle("far")
    visit = first(desk, BoardState.BOOKED, points=2)
    with desk.counted(8) as keys:
        desk.press("Return")
        desk.reaches(visit.appointment_id, BoardState.ARRIVED)
        desk.press("Return")
        filled_check_in(desk)
        desk.press("Ctrl+Return")
        desk.reaches(visit.appointment_id, BoardState.READY)
    told("from the door to checked in, two points open", desk, keys, 8)


def test_a_follow_up_is_booked_from_check_out(desk: Desk) -> None:
    visit = first(desk, BoardState.OUT)
    with desk.counted(6) as keys:
        desk.press("Return")
        filled_check_out(desk)
        desk.press("Ctrl+B")
        desk.reaches(visit.appointment_id, BoardState.DONE)
        page = desk.page("schedule")
        assert isinstance(page, SchedulePage)
        soon(page.booking.form.openings.hasFocus, "free times are offered")
        desk.press("Return")
        soon(lambda: page.toast.words.text().startswith("Booked:"), "the follow-up is booked")
    told("check-out with the next visit booked", desk, keys, 6)


def test_a_clean_day_is_closed(desk: Desk, other: Callable[[], Executor]) -> None:
    here = desk.frame.here()
    assert here.location_id is not None
    SecondDesk(other()).settles(here.location_id, here.day)
    soon(lambda: all(row.group.value == "done" for row in desk.today.model.rows), "everything is settled")
    with desk.counted(4) as keys:
        desk.press("Ctrl+Shift+E")
        soon(lambda: desk.today.panel is not None, "the panel opens")
        panel = desk.shown(CloseDayPanel)
        soon(lambda: panel.model.points is not None, "it is known what is open")
        assert panel.model.points == ()
        desk.press("Ctrl+Return")
        soon(lambda: "The day is closed" in desk.words(), "the day is closed")
    told("closing a clean day", desk, keys, 4)


def test_a_step_is_taken_back(desk: Desk) -> None:
    visit = first(desk, BoardState.LATE)
    desk.press("Return")
    desk.reaches(visit.appointment_id, BoardState.ARRIVED)
    soon(desk.frame.status.undo.isVisible, "the way back is offered")
    desk.press("Ctrl+Z")
    desk.reaches(visit.appointment_id, BoardState.LATE)


def test_somebody_who_did_not_come_gets_a_reason(desk: Desk) -> None:
    visit = first(desk, BoardState.LATE)
    with desk.counted(8) as keys:
        desk.press("Shift+F10")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        while (action := menu.activeAction()) is None or not action.text().startswith("Did not come"):
            desk.press("Down")
        desk.press("Return")
        soon(desk.shown(ReasonPanel).reasons.hasFocus, "the reasons are offered")
        desk.press("Return")
        desk.reaches(visit.appointment_id, BoardState.NOSHOW)
    told("did not come, with the first reason", desk, keys, 8)
    assert desk.row(visit.appointment_id).reason_code


def test_a_file_dropped_on_a_paper_is_stored(desk: Desk, tmp_path: Path, other: Callable[[], Executor]) -> None:
    scan = tmp_path / "scan.png"
    Image.new("RGB", (600, 400), "white").save(scan)
    visit = first(desk, BoardState.ARRIVED, points=2)
    desk.press("Return")
    panel = filled_check_in(desk)
    before = panel.model.open_items()
    desk.drop(desk.shown(PaperCard), scan)
    soon(lambda: len(panel.model.open_items()) == len(before) - 1, "the paper is there")
    with other().database.reading() as session:
        stored = session.scalars(select(StoredDocument.kind).where(StoredDocument.patient_id == visit.patient_id)).all()
    gone = {item.kind for item in before} - {item.kind for item in panel.model.open_items()}
    assert gone <= set(stored)


def test_another_desks_step_is_seen_within_a_second(desk: Desk, other: Callable[[], Executor]) -> None:
    visit = first(desk, BoardState.LATE)
    SecondDesk(other()).arrives(visit.appointment_id)
    soon(lambda: desk.row(visit.appointment_id).state is BoardState.ARRIVED, "the other desk's step is shown", 1.0)


def test_a_step_that_another_desk_did_first_gets_a_sentence(desk: Desk, other: Callable[[], Executor]) -> None:
    visit, second = first(desk, BoardState.LATE), SecondDesk(other())
    second.arrives(visit.appointment_id)
    desk.press("Return")
    soon(lambda: "changed" in desk.frame.status.deed.toolTip(), "the sentence comes")
    print(f"\nthe sentence: {desk.frame.status.deed.toolTip()}")
    desk.reaches(visit.appointment_id, BoardState.ARRIVED)


def test_what_is_typed_stays_when_another_desk_was_first(desk: Desk, other: Callable[[], Executor]) -> None:
    visit, second = first(desk, BoardState.OUT), SecondDesk(other())
    desk.press("Return")
    panel = filled_check_out(desk)
    panel.group.buttons()[1].setFocus()
    desk.press("Space")
    second.checks_out(visit.appointment_id)
    desk.press("Ctrl+Return")
    soon(panel.says.isVisible, "the sentence comes")
    print(f"\nthe sentence: {panel.says.text()}")
    assert panel.isVisible()
    assert panel.group.buttons()[1].isChecked()
