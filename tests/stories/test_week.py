"""The week of a practitioner at the real window: looked at, booked in, printed, without the mouse."""

from datetime import timedelta

from playing.desk import Desk, soon
from PySide6.QtWidgets import QMenu

from app.reports.view import Preview
from app.schedule.view.page import SchedulePage
from app.schedule.view.spans import View


def week_of(desk: Desk, page: SchedulePage, name: str) -> None:
    """Ctrl+Alt+3, and on to a practitioner by Ctrl+Right."""
    desk.press("Ctrl+Alt+3")
    desk.settle()
    for _ in page.spans.model.people():
        if page.spans.model.board.columns[0].day.who.family == name:
            return
        desk.press("Ctrl+Right")
        desk.settle()


def test_the_week_of_dr_lee_is_seen_booked_and_printed(desk: Desk) -> None:
    desk.press("Ctrl+2")
    page = desk.page("schedule")
    assert isinstance(page, SchedulePage)
    soon(lambda: page.model.plan is not None, "the schedule is loaded")
    week_of(desk, page, "Lee")
    model = page.spans.model
    assert {column.day.who.family for column in model.board.columns} == {"Lee"}
    desk.press("PgDown")
    desk.settle()
    assert model.first > desk.frame.here().today
    desk.press("Home")
    desk.press("Return")
    soon(lambda: page.booking.person.isAncestorOf(desk.focus()), "somebody is asked for")
    desk.write("Smithers")
    desk.settle()
    desk.press("Return")
    soon(lambda: page.booking.person.name.text() and page.booking.form.openings.count(), "free times are offered")
    desk.press("Ctrl+Return")
    soon(page.drawer.isHidden, "the visit is booked")
    desk.settle()
    box = model.selected()
    assert box is not None
    assert box.visit.patient.startswith("Smithers")
    assert page.spans.view is View.WEEK
    desk.press("Ctrl+P")
    assert desk.popup(QMenu).activeAction().text() == "Week of Lee"
    desk.press("Return")
    soon(lambda: [one for one in desk.window.findChildren(Preview) if one.isVisible()], "the paper is shown")
    preview = desk.shown(Preview)
    assert preview.bar is not None
    assert preview.bar.output.number == f"WEEK-{model.first:%Y%m%d}"
    soon(lambda: preview.pane.view.pages() == 1, "one page is shown")
    desk.press("Escape")
    soon(preview.isHidden, "the paper is put away")
    desk.press("Ctrl+2")  # without a display nobody gives the focus back that the menu had taken
    desk.press("Ctrl+Alt+4")
    desk.settle()
    desk.press("Return")
    desk.settle()
    assert page.spans.view is View.DAY
    assert page.model.day == model.first + timedelta(days=1)
