"""The search box at the real window: who comes today is first, and what can be done from a line of it."""

from typing import cast

from playing.desk import Desk, soon

from app.patients.view.finder import FinderControl
from app.patients.viewmodel.finder import Finder


def finder_of(desk: Desk) -> Finder:
    """The finder of the top bar."""
    found = [one for one in desk.frame.search.children() if isinstance(one, FinderControl)]
    return cast(FinderControl, found[0]).finder


def look_for(desk: Desk, text: str) -> Finder:
    """Type into the search of the top bar and wait for the answer."""
    finder = finder_of(desk)
    desk.press("Ctrl+K")
    desk.write(text)
    soon(lambda: finder.answered == text, "the search has answered")
    return finder


def test_who_comes_today_is_found_first(desk: Desk) -> None:
    soon(lambda: desk.office.ports.visits_today is not None, "today's visits are known")
    desk.settle()
    visit = next(row for row in desk.today.model.rows if row.state.value == "arrived")
    with desk.counted(1) as keys:
        finder = look_for(desk, visit.patient[:2].lower())
    first = finder.lines[0]
    print(f"\nsomebody who comes today: {keys[0]} key, {desk.typed} signs typed; {first.name}: {first.reason}")
    coming = [line.hit is not None and line.hit.expected for line in finder.lines]
    assert coming == sorted(coming, reverse=True)
    assert any(line.name == visit.patient and "arrived" in line.reason for line in finder.lines if line.hit)
