"""From one page to the next at the real window: a cancel and a move begun on the board, a closed day and its report."""

from collections.abc import Callable

import pytest
from playing.desk import Desk, soon
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from app.reports.view import ReportsPage
from app.runner.execute import Executor
from app.schedule.view.page import SchedulePage
from app.visits.rules import BoardRow, BoardState
from app.visits.view.asking import CloseDayPanel
from tests.stories.elsewhere import SecondDesk


def chosen(desk: Desk, state: BoardState) -> BoardRow:
    """The first visit in a state; its line is chosen."""
    row = next(r for r in desk.today.model.rows if r.state is state)
    soon(lambda: desk.today.table.choose(row.appointment_id), "the visit is chosen")
    desk.today.table.setFocus()
    return row


def menu(desk: Desk, words: str) -> None:
    """Open the visit's menu and walk down to an entry."""
    desk.press("Shift+F10")
    soon(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu is open")
    shown = desk.popup(QMenu)

    def reached() -> bool:
        desk.press("Down")
        entry: QAction | None = shown.activeAction()
        return entry is not None and entry.text() == words

    soon(reached, f"the entry {words} is reached")
    desk.press("Return")


def schedule(desk: Desk) -> SchedulePage:
    page = desk.page("schedule")
    assert isinstance(page, SchedulePage)
    return page


def test_visits_are_cancelled_from_the_board_one_after_the_other(desk: Desk) -> None:
    desk.today.model.toggle("far")
    for _ in range(3):
        visit = chosen(desk, BoardState.BOOKED)
        menu(desk, "Cancel…")
        drawer = schedule(desk).drawer
        soon(drawer.isVisible, "the panel opens by itself")
        desk.settle()
        assert visit.patient in drawer.subheading.text()
        assert schedule(desk).cancelling.form.reasons.hasFocus()
        desk.press("Return")
        soon(drawer.isHidden, "the panel closes")
        desk.press("Ctrl+1")
        desk.page("today")
        desk.reaches(visit.appointment_id, BoardState.CANCELLED)


def test_a_visit_is_picked_up_from_the_board(desk: Desk) -> None:
    desk.today.model.toggle("far")
    visit = chosen(desk, BoardState.BOOKED)
    menu(desk, "Move…")
    page = schedule(desk)
    soon(lambda: page.model.picked is not None, "the visit is in hand")
    assert page.model.picked is not None
    assert page.model.picked.id == visit.appointment_id
    desk.press("Escape")
    assert page.model.picked is None


@pytest.mark.parametrize("seen", [True, False], ids=["seen before", "first visit"])
def test_a_closed_day_leads_to_its_report(desk: Desk, other: Callable[[], Executor], seen: bool) -> None:
    here = desk.frame.here()
    assert here.location_id is not None
    if seen:  # then the page holds the report of the day while it is open
        desk.press("Ctrl+5")
        desk.page("reports")
        desk.settle()
        desk.press("Ctrl+1")
        desk.page("today")
    SecondDesk(other()).settles(here.location_id, here.day)
    soon(lambda: all(row.group.value == "done" for row in desk.today.model.rows), "everything is settled")
    desk.press("Ctrl+Shift+E")
    soon(lambda: desk.today.panel is not None, "the panel opens")
    panel = desk.shown(CloseDayPanel)
    soon(lambda: panel.model.points is not None, "it is known what is open")
    desk.press("Ctrl+Return")
    page = desk.page("reports")
    assert isinstance(page, ReportsPage)
    soon(lambda: page.isVisible() and page.model.report is not None, "the report is asked for")
    soon(lambda: page.closed.text().startswith("Closed by"), "the report knows that the day is closed")
    soon(lambda: page.pane.view.pages() > 0 and not page.model.busy, "the paper is shown")
    assert (page.model.location_id, page.model.day) == (here.location_id, here.day)
    assert page.form.day.value() == here.day
    assert page.form.location.currentData() == here.location_id
    assert page.isAncestorOf(desk.focus())
