"""The rest of the demo's day at the real window: everybody comes, is seen, pays and leaves; then the day is closed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QLineEdit, QMenu

from app.payments.view.paying import Paying
from app.reports.view.page import ReportsPage
from app.visits.rules import BoardRow, BoardState, CopayState
from app.visits.view.asking import CloseDayPanel, ReasonPanel
from app.visits.view.check_in import CheckInPanel
from app.visits.view.check_out import CheckOutPanel
from playing.desk import Desk, soon
from playing.scenes import Album

COMING = (BoardState.BOOKED, BoardState.LATE)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """Something that the desk does for a visit at an instant."""

    at: datetime
    appointment_id: int
    step: str


def moments(rows: tuple[BoardRow, ...], now: datetime) -> list[Moment]:
    """What is still to happen, in the order of time. The last one to come does not come."""
    coming = [row for row in rows if row.state in COMING]
    missed = max(coming, key=lambda row: row.starts_at).appointment_id
    made: list[Moment] = []
    for row in rows:
        if row.state in COMING and row.appointment_id == missed:
            made.append(Moment(row.starts_at + timedelta(minutes=20), row.appointment_id, "no_show"))
            continue
        made += [Moment(max(at, now), row.appointment_id, step) for at, step in _steps(row)]
    return sorted(made)


def _steps(row: BoardRow) -> list[tuple[datetime, str]]:
    whole = [(-6, "arrive"), (-3, "check_in"), (1, "start"), (row.minutes, "end"), (row.minutes + 3, "check_out")]
    behind = {BoardState.ARRIVED: 1, BoardState.READY: 2, BoardState.ROOM: 3, BoardState.OUT: 4}
    left = whole if row.state in COMING else whole[behind[row.state] :] if row.state in behind else []
    return [(row.starts_at + timedelta(minutes=minutes), step) for minutes, step in left]


def play(desk: Desk, album: Album) -> None:
    """Live the day through, close it and keep its report. Raises NotSeen where something does not go on."""
    desk.sign_in()
    booked = 0
    for moment in moments(desk.today.model.rows, desk.now()):
        if moment.at > desk.now():
            desk.pass_time(moment.at)
            desk.press("F5")
            desk.settle()
        _unfold(desk, moment.appointment_id)
        desk.click_row(moment.appointment_id)
        if moment.step == "check_out" and booked < 3:
            booked += 1
            _check_out(desk, moment.appointment_id, book=True)
        else:
            DO[moment.step](desk, moment.appointment_id)
    album.take(desk, "21-today-evening", "the board after the last patient")
    _close(desk, album)


def _unfold(desk: Desk, appointment_id: int) -> None:
    if desk.today.table.board.find(appointment_id) < 0:
        desk.today.model.toggle("far")
        desk.settle()


def _arrive(desk: Desk, at: int) -> None:
    desk.press("Return")
    desk.reaches(at, BoardState.ARRIVED)


def _check_in(desk: Desk, at: int) -> None:
    asks = desk.row(at).open_points > 0
    desk.press("Return")
    if asks:
        soon(lambda: desk.today.panel is not None or desk.row(at).state is BoardState.READY, "check-in opens")
    if desk.today.panel is not None:
        panel = desk.shown(CheckInPanel)
        soon(lambda: panel.model.papers is not None, "check-in is filled")
        desk.settle()
        if panel.paying is not None and desk.row(at).copay is CopayState.ASK:
            _later(desk, panel.paying)
        desk.press("Ctrl+Return")
    desk.reaches(at, BoardState.READY)
    desk.settle()


def _start(desk: Desk, at: int) -> None:
    desk.press("Return")
    desk.reaches(at, BoardState.ROOM)


def _end(desk: Desk, at: int) -> None:
    desk.press("Return")
    desk.reaches(at, BoardState.OUT)


def _check_out(desk: Desk, at: int, *, book: bool = False) -> None:
    desk.press("Return")
    soon(lambda: desk.today.panel is not None, "check-out opens")
    panel = desk.shown(CheckOutPanel)
    desk.settle()
    if panel.pay is not None and not panel.pay.total():
        _later(desk, panel.pay)
    if not book:
        desk.press("Ctrl+Return")
        desk.reaches(at, BoardState.DONE)
        desk.settle()
        return
    desk.press("Ctrl+B")
    page = desk.page("schedule")
    openings = page.booking.form.openings  # type: ignore[attr-defined]  # the schedule's page
    soon(openings.hasFocus, "free times are offered")
    desk.press("Return")
    soon(lambda: page.toast.words.text().startswith("Booked:"), "the next visit is booked")  # type: ignore[attr-defined]
    desk.press("Ctrl+1")
    desk.press("Alt+Home")
    desk.settle()
    desk.reaches(at, BoardState.DONE)


def _later(desk: Desk, paying: Paying) -> None:
    desk.click(paying.not_now)
    desk.settle()


def _no_show(desk: Desk, at: int) -> None:
    desk.press("Shift+F10")
    menu = desk.popup(QMenu)
    wanted = next(one for one in menu.actions() if one.text().startswith("Did not come"))
    while menu.activeAction() is not wanted:
        desk.press("Down")
    desk.press("Return")
    soon(lambda: desk.today.panel is not None, "the reasons are offered")
    soon(desk.shown(ReasonPanel).reasons.hasFocus, "the reasons are offered")
    desk.press("Return")
    desk.reaches(at, BoardState.NOSHOW)


DO: dict[str, Callable[[Desk, int], None]] = {
    "arrive": _arrive,
    "check_in": _check_in,
    "start": _start,
    "end": _end,
    "check_out": _check_out,
    "no_show": _no_show,
}


def _close(desk: Desk, album: Album) -> None:
    """Close the day with a word to each open point; the report follows by itself, and is kept as a file."""
    desk.press("Ctrl+Shift+E")
    soon(lambda: desk.today.panel is not None, "the close of the day opens")
    panel = desk.shown(CloseDayPanel)
    soon(lambda: panel.model.points is not None, "it is known what is open")
    for field in list(panel.fields.values()):
        _explain(desk, field)
    album.take(desk, "22-close-day-explained", "the day with every open point explained")
    desk.press("Ctrl+Return")
    page = desk.page("reports")
    assert isinstance(page, ReportsPage)  # noqa: S101 - tells the type checker
    soon(lambda: bool(page.model.output.pdf) and not page.model.busy, "the report is made", 30)
    desk.settle()
    album.take(desk, "23-end-of-day", "the end-of-day report")
    file = album.folder / "end-of-day.pdf"
    page.bar.ask_path = lambda _parent, _start: file
    desk.press("Ctrl+S")
    soon(lambda: file.is_file() and file.stat().st_size > 0, "the report is kept")
    desk.settle()
    album.tell(f"{file.name}: the end-of-day report, {pages_of(file)} pages")


def _explain(desk: Desk, field: QLineEdit) -> None:
    desk.click(field)
    desk.write("Told the director")


def pages_of(file: Path) -> int:
    """How many pages a PDF has."""
    paper = pypdfium2.PdfDocument(file)
    try:
        return len(paper)
    finally:
        paper.close()
