"""The search box at the real window: who comes today is first, and what can be done from a line of it."""

from typing import cast

from playing.desk import Desk, soon

from app.patients.view.deeds import RowDeeds
from app.patients.view.finder import FinderControl
from app.patients.view.page import PatientsPage
from app.patients.view.record import NoteDrawer
from app.patients.view.results import ResultList
from app.patients.viewmodel.finder import Finder
from app.schedule.view.page import SchedulePage
from app.visits.rules import BoardRow, BoardState
from app.visits.view.check_in import CheckInPanel
from tests.support.fits import clashes


def control_of(desk: Desk) -> FinderControl:
    """The search of the top bar."""
    found = [one for one in desk.frame.search.children() if isinstance(one, FinderControl)]
    return cast(FinderControl, found[0])


def finder_of(desk: Desk) -> Finder:
    """Its finder."""
    return control_of(desk).finder


def look_for(desk: Desk, text: str) -> Finder:
    """Type into the search of the top bar and wait for the answer."""
    finder = finder_of(desk)
    desk.press("Ctrl+K")
    desk.write(text)
    soon(lambda: finder.answered == text, "the search has answered")
    return finder


def know_today(desk: Desk) -> None:
    """Wait until the search knows who comes."""
    soon(lambda: bool(desk.office.ports.offers), "today's visits are known")
    desk.settle()


def one_who(desk: Desk, *states: BoardState) -> BoardRow:
    """Somebody whose visit stands there."""
    return next(row for row in desk.today.model.rows if row.state in states)


def choose(desk: Desk, visit: BoardRow) -> None:
    """Find somebody by name and make their line the current one."""
    know_today(desk)
    finder = look_for(desk, f"{visit.patient} {visit.birth_date:%m/%d/%Y}")
    assert finder.lines[0].name == visit.patient


def test_who_comes_today_is_found_first(desk: Desk) -> None:
    know_today(desk)
    visit = next(row for row in desk.today.model.rows if row.state.value == "arrived")
    with desk.counted(1) as keys:
        finder = look_for(desk, visit.patient[:2].lower())
    first = finder.lines[0]
    print(f"\nsomebody who comes today: {keys[0]} key, {desk.typed} signs typed; {first.name}: {first.reason}")
    coming = [line.hit is not None and line.hit.expected for line in finder.lines]
    assert coming == sorted(coming, reverse=True)
    assert any(line.name == visit.patient and "arrived" in line.reason for line in finder.lines if line.hit)


def test_somebody_arrives_and_is_checked_in_from_the_search(desk: Desk) -> None:
    visit = one_who(desk, BoardState.BOOKED, BoardState.LATE)
    with desk.counted(3) as keys:
        choose(desk, visit)
        desk.press("Alt+Return")
        desk.reaches(visit.appointment_id, BoardState.ARRIVED)
        soon(lambda: "arrived" in finder_of(desk).lines[0].reason, "the line says so")
        desk.press("Alt+Return")
        soon(
            lambda: desk.row(visit.appointment_id).state is BoardState.READY or desk.today.panel is not None,
            "the check-in is done or asked about",
        )
    print(f"\narrive and check in from the search: {keys[0]} keys (limit 3), {desk.typed} signs typed")


def test_an_open_point_is_asked_about_on_the_board(desk: Desk) -> None:
    visit = next(row for row in desk.today.model.rows if row.state is BoardState.ARRIVED and row.open_points)
    choose(desk, visit)
    desk.press("Ctrl+3")
    desk.page("patients")
    choose(desk, visit)
    with desk.counted(1):
        desk.press("Alt+Return")
        desk.page("today")
        soon(lambda: desk.today.panel is not None, "check-in opens")
    assert desk.shown(CheckInPanel).model.row.appointment_id == visit.appointment_id


def test_a_visit_is_booked_from_the_search(desk: Desk) -> None:
    visit = one_who(desk, BoardState.DONE)
    with desk.counted(2) as keys:
        choose(desk, visit)
        desk.press("Ctrl+Shift+V")
        page = cast(SchedulePage, desk.page("schedule"))
        soon(lambda: page.booking.isVisible() and page.booking.person.name.text() == visit.patient, "who is booked")
    print(f"\nto a booking from the search: {keys[0]} keys (limit 2), {desk.typed} signs typed")
    assert desk.frame.search.property("text") == ""


def test_a_note_is_taken_from_the_search(desk: Desk) -> None:
    visit = one_who(desk, BoardState.ARRIVED)
    with desk.counted(3) as keys:
        choose(desk, visit)
        desk.press("Ctrl+Shift+T")
        page = cast(PatientsPage, desk.page("patients"))
        soon(lambda: any(one.isVisible() for one in desk.window.findChildren(NoteDrawer)), "a note is asked for")
        drawer = desk.shown(NoteDrawer)
        desk.write("Called about parking")
        desk.press("Ctrl+Return")
        soon(lambda: not drawer.isVisible(), "the note is kept")
    print(f"\na note from the search: {keys[0]} keys (limit 3), {desk.typed} signs typed")
    desk.settle()
    assert page.record.record is not None
    assert "Called about parking" in [note.text for note in page.record.record.notes]


def _top(results: ResultList, row: int) -> int:
    return results.table.visualRect(results.model.index(row, 0)).top()


def test_the_mouse_acts_on_the_line_it_is_on(desk: Desk) -> None:
    visit = one_who(desk, BoardState.BOOKED, BoardState.LATE)
    know_today(desk)
    finder, results = look_for(desk, visit.patient.partition(",")[0]), control_of(desk).results
    at = next(number for number, line in enumerate(finder.lines) if line.name == visit.patient)
    results.table.hovered = at
    results.table.hover_changed.emit(at)
    bar = next(
        bar
        for bar in results.table.viewport().findChildren(RowDeeds)
        if bar.isVisible() and bar.y() == _top(results, at)
    )
    desk.click(bar.buttons[0])
    desk.reaches(visit.appointment_id, BoardState.ARRIVED)


def test_the_palette_and_the_keys_of_the_screen_know_the_deeds(desk: Desk) -> None:
    visit = one_who(desk, BoardState.BOOKED, BoardState.LATE)
    choose(desk, visit)
    told = {deed.title: deed.shortcut for deed in desk.frame.deeds()}
    for words, keys in (("Arrive", "Alt+Return"), ("Book", "Ctrl+Shift+V"), ("Take a note", "Ctrl+Shift+T")):
        assert told[f"{words} · {visit.patient}"] == keys
    assert [
        one for button in control_of(desk).results.findChildren(RowDeeds) for one in button.buttons if one.toolTip()
    ]
    desk.press("Ctrl+Shift+K")
    desk.write("Arrive")
    desk.press("Return")
    desk.reaches(visit.appointment_id, BoardState.ARRIVED)


def test_the_keys_of_a_line_are_nobody_elses(desk: Desk) -> None:
    visit = one_who(desk, BoardState.BOOKED, BoardState.LATE)
    for number in range(1, 6):
        desk.press(f"Ctrl+{number}")
        desk.settle()
        choose(desk, visit)
        assert clashes(desk.window) == [], f"place {number}"
        desk.press("Escape")
    choose(desk, visit)
    desk.press("Return")
    desk.page("patients")
    desk.settle()
    choose(desk, visit)
    assert clashes(desk.window) == [], "a record"


def test_nobody_is_offered_what_their_role_may_not(opened: Desk) -> None:
    """Billing neither checks in nor books; of records it may write notes."""
    opened.sign_in("rita")
    know_today(opened)
    finder = look_for(opened, "ma")
    offered = [deed.title for line in finder.lines for deed in finder.deeds(line)]
    assert set(offered) == {"Take a note"}
    opened.press("Alt+Return")
    opened.press("Ctrl+Shift+V")
    opened.settle()
    assert opened.frame.code == "today"
