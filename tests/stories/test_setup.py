"""A director at the real window, by keyboard: hours under booked visits, and the list that leads to each of them."""

from playing.desk import Desk, soon

from app.kit.drawer import Drawer
from app.schedule.view.page import SchedulePage
from app.schedule.view.setup.hours import PeopleCard
from app.schedule.view.setup.week import WeekCard
from app.shell.settings_page import SettingsPage


def week_of(desk: Desk, name: str) -> WeekCard:
    """The week of somebody, by keyboard from the settings on, with the focus on Monday."""
    page = desk.page("settings")
    assert isinstance(page, SettingsPage)
    soon(lambda: page.list.hasFocus() and bool(page.model.rows), "the sections have the focus")
    for _ in range(page.model.find("hours")):
        desk.press("Down")
    desk.settle()
    people, week = page.findChild(PeopleCard), page.findChild(WeekCard)
    assert people is not None
    assert week is not None
    soon(lambda: week.name.text() != "", "somebody's week is shown")
    desk.press("Return")
    soon(people.table.hasFocus, "the people have the focus")
    for _ in range(next(at for at, row in enumerate(people.rows.rows) if row.family == name)):
        desk.press("Down")
        desk.settle()
    desk.press("Return")
    soon(week.form.days[0].hasFocus, "Monday has the focus")
    return week


def test_a_tuesday_is_shortened_under_booked_visits(opened: Desk) -> None:
    desk = opened
    desk.sign_in("dmarsh")
    desk.keys = desk.typed = 0
    desk.press("Ctrl+6")
    week = week_of(desk, "Okafor")
    desk.press("Tab")
    desk.press("Ctrl+A")
    desk.write("7-1")
    desk.press("Ctrl+S")
    soon(lambda: week.standing is not None and week.standing.is_open, "the visits are listed")
    assert week.standing is not None
    rows = week.standing.model.rows
    assert rows
    assert all(row.practitioner == "Okafor" for row in rows)
    desk.press("Esc")
    soon(lambda: not [one for one in desk.window.findChildren(Drawer) if one.isVisible()], "one is back at the week")
    assert week.form.days[1].text() == "7-1"
    assert len(week.weeks.rows) == 1
    desk.press("Ctrl+S")
    soon(lambda: week.standing is not None and week.standing.is_open, "the visits are listed again")
    desk.press("Ctrl+Return")
    desk.write("school in the afternoon")
    desk.press("Ctrl+Return")
    soon(lambda: len(week.weeks.rows) == 2, "the week is set")
    print(f"\na Tuesday is shortened, looked at twice: {desk.keys} keys, {desk.typed} signs typed")


def test_enter_opens_a_visit_that_stands_in_the_way(opened: Desk) -> None:
    desk = opened
    desk.sign_in("dmarsh")
    desk.press("Ctrl+6")
    week = week_of(desk, "Okafor")
    desk.press("Tab")
    desk.press("Ctrl+A")
    desk.press("Del")
    desk.press("Ctrl+S")
    soon(lambda: week.standing is not None and week.standing.is_open, "the visits are listed")
    assert week.standing is not None
    row = week.standing.model.rows[0]
    desk.press("Return")
    page = desk.page("schedule")
    assert isinstance(page, SchedulePage)

    def there() -> bool:
        box = page.model.selected()
        return box is not None and box.visit.id == row.appointment_id

    soon(there, "the visit is under the cursor")
