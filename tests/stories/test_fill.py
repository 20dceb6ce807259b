"""The phone rings: a visit moves or is called off, and the hole is filled with who waits. By keyboard, keys counted."""

from datetime import time

from playing.desk import Desk, soon
from sqlalchemy import select

from app.core.journal import JournalEntry
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment, FreedSlot
from app.visits.rules import BoardRow, BoardState
from app.waitlist.view.ladder import LadderDrawer
from tests.stories.test_ways import schedule


def afternoon(desk: Desk) -> BoardRow:
    """A follow-up of this afternoon; its line is chosen."""
    desk.today.model.toggle("far")
    row = next(
        one for one in desk.today.model.rows
        if one.state is BoardState.BOOKED and one.start >= time(13) and one.visit_type.startswith("Follow-up 45")
    )  # fmt: skip
    soon(lambda: desk.today.table.choose(row.appointment_id), "the visit is chosen")
    desk.today.table.setFocus()
    return row


def ladder(desk: Desk) -> LadderDrawer:
    """The ladder, once somebody stands in it."""
    soon(lambda: open_ladders(desk), "the ladder opens")
    shown = desk.shown(LadderDrawer)
    soon(lambda: shown.rung() is not None, "somebody fits")
    return shown


def open_ladders(desk: Desk) -> list[LadderDrawer]:
    """The ladders that are seen."""
    return [one for one in desk.window.findChildren(LadderDrawer) if one.isVisible()]


def holes(desk: Desk) -> list[tuple[int, int | None]]:
    """Who left each hole, and who filled it."""
    with desk.office.executor.database.reading() as session:
        return [(row[0], row[1]) for row in session.execute(select(FreedSlot.appointment_id, FreedSlot.filled_by_id))]


def filled(desk: Desk, left_by: int) -> bool:
    """Whether the hole that a visit left is filled; read beside the window."""
    found: list[list[tuple[int, int | None]]] = []
    desk.runner.background(lambda: holes(desk), found.append)
    soon(lambda: found, "the holes are read")
    return any(visit == left_by and by is not None for visit, by in found[0])


def test_a_visit_is_called_off_and_the_first_who_waits_takes_its_time(desk: Desk) -> None:
    visit = afternoon(desk)
    desk.press("Ctrl+M")
    page = schedule(desk)
    soon(lambda: page.model.picked is not None, "the visit is in hand")
    desk.press("Escape")
    desk.keys = 0
    desk.press("Ctrl+Backspace")
    soon(page.cancelling.absence.isVisible, "what it means is shown")
    assert "Absence 1 in 180 days: a warning" in page.cancelling.absence.says.text()
    desk.press("Return")
    soon(page.drawer.isHidden, "the visit is off")
    reached = desk.keys
    desk.press("Ctrl+Shift+F")
    shown = ladder(desk)
    assert desk.keys - reached <= 3  # from the cancel to the first person
    assert shown.reach.text().startswith("Maria Nuñes · (559) 555-")
    assert "You have a visit on Wednesday, March 11." in shown.script.text()
    desk.press("Ctrl+Return")
    soon(lambda: shown.heading.text() == "Fill Wed, Mar 11", "her later visit is the next hole")
    assert desk.keys == 4
    assert filled(desk, visit.appointment_id)
    soon(lambda: shown.reach.text().startswith("John Smith"), "who would drive over is called for that")
    desk.press("Ctrl+Return")
    soon(lambda: not open_ladders(desk), "that one is taken too")


def test_a_visit_moves_and_what_it_left_is_filled(desk: Desk) -> None:
    visit = afternoon(desk)
    desk.keys = 0
    desk.press("Ctrl+M")
    page = schedule(desk)
    soon(lambda: page.model.picked is not None, "the visit is in hand")
    for _ in range(20):  # the database has the last word, e.g. where a payer wants one patient at a time
        desk.press("Down")
        away = abs(page.model.cursor.minute - visit.start.hour * 60 - visit.start.minute)
        if away < visit.minutes or page.model.drag_problem() is not None:
            continue
        desk.press("Return")
        desk.settle()
        if page.model.picked is None:
            break
    soon(lambda: page.model.picked is None, "the visit has moved")
    desk.settle()
    desk.press("Ctrl+Shift+F")
    ladder(desk)
    desk.press("Ctrl+Return")
    soon(lambda: filled(desk, visit.appointment_id), "the time is taken")

    def moved() -> tuple[AppointmentStatus, int]:
        with desk.office.executor.database.reading() as session:
            row = session.get_one(Appointment, visit.appointment_id)
            return row.status, row.moves

    found: list[tuple[AppointmentStatus, int]] = []
    desk.runner.background(moved, found.append)
    soon(lambda: found, "the visit is read")
    assert found == [(AppointmentStatus.BOOKED, 1)]


def test_the_journal_tells_who_was_called_and_booked(desk: Desk) -> None:
    afternoon(desk)
    desk.press("Ctrl+M")
    page = schedule(desk)
    soon(lambda: page.model.picked is not None, "the visit is in hand")
    desk.press("Escape")
    desk.press("Ctrl+Backspace")
    soon(page.cancelling.absence.isVisible, "what it means is shown")
    desk.press("Return")
    soon(page.drawer.isHidden, "the visit is off")
    desk.press("Ctrl+Shift+F")
    shown = ladder(desk)
    desk.press("Alt+N")
    soon(lambda: (shown.rung() is not None and shown.rung().tried is not None) or len(shown._rows.rows) > 1, "noted")  # type: ignore[union-attr]
    desk.press("Ctrl+Return")
    desk.settle()
    soon(lambda: shown.heading.text() == "Fill Wed, Mar 11" or not open_ladders(desk), "the time is taken")

    def read() -> list[str]:
        with desk.office.executor.database.reading() as session:
            wanted = select(JournalEntry.sentence).where(JournalEntry.action.like("waitlist.%"))
            return list(session.scalars(wanted.order_by(JournalEntry.id)))

    found: list[list[str]] = []
    desk.runner.background(read, found.append)
    soon(lambda: found, "the journal is read")
    assert "Called somebody who waits: no-answer" in found[0]
    assert any(one.startswith("Filled a hole with") for one in found[0])
