"""Every screen of the program, one picture after the other, reached by keys and clicks as a person reaches them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QListWidget

from app.kit import theme
from app.patients.view.page import PatientsPage
from app.schedule.view.page import SchedulePage
from app.visits.rules import BoardState
from app.visits.view.asking import CloseDayPanel
from app.visits.view.check_in import CheckInPanel
from playing.desk import Desk, NotSeen, soon


class Album:
    """Writes pictures into a folder and tells each by a line."""

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self.folder, self.tell = folder, tell
        self.suffix = ""
        self.count = 0

    def take(self, desk: Desk, name: str, what: str) -> None:
        """Keep what the window shows. Raises NotSeen for a picture that nothing was painted in."""
        desk.window.repaint()
        file = desk.picture(self.folder / f"{name}{self.suffix}.png")
        if file.stat().st_size < 5000:
            raise NotSeen(f"something is painted in {file.name}")
        self.count += 1
        self.tell(f"{file.name}: {what}")


def every_screen(desk: Desk, album: Album) -> None:
    """From the sign-in card to the locked screen; nothing of the clinic changes."""
    desk.settle()
    album.take(desk, "01-sign-in", "the sign-in card")
    desk.sign_in()
    album.take(desk, "02-today", "the board of the day")
    _board(desk, album)
    _schedule(desk, album)
    _patients(desk, album)
    _lists(desk, album)
    desk.press("Ctrl+L")
    soon(lambda: desk.window.covered, "the window is locked")
    album.take(desk, "18-locked", "the locked screen")


def _board(desk: Desk, album: Album) -> None:
    missing = max((r for r in desk.today.model.rows if r.state is BoardState.ARRIVED), key=lambda r: r.open_points)
    desk.click_row(missing.appointment_id)
    desk.press("Return")
    soon(lambda: desk.today.panel is not None, "check-in opens")
    panel = desk.shown(CheckInPanel)
    soon(lambda: panel.model.papers is not None, "check-in is filled")
    desk.settle()
    album.take(desk, "03-check-in", "check-in with papers missing")
    _escape(desk)
    out = next(r for r in desk.today.model.rows if r.state is BoardState.OUT)
    desk.click_row(out.appointment_id)
    desk.press("Return")
    soon(lambda: desk.today.panel is not None, "check-out opens")
    desk.settle()
    album.take(desk, "04-check-out", "check-out")
    _escape(desk)
    desk.press("Ctrl+Shift+E")
    soon(lambda: desk.today.panel is not None, "the close of the day opens")
    close = desk.shown(CloseDayPanel)
    soon(lambda: close.model.points is not None, "it is known what is open")
    album.take(desk, "05-close-day", "what is open before the day can be closed")
    _escape(desk)
    desk.press("Ctrl+Shift+K")
    desk.write("clo")
    desk.settle()
    album.take(desk, "06-palette", "any command by a few letters")
    desk.press("Esc")  # empties the line first
    desk.press("Esc")
    soon(lambda: not desk.frame.palette_card.isVisible(), "the list of commands is left")
    desk.press("F1")
    desk.settle()
    album.take(desk, "07-keys", "the keys of the screen")
    desk.press("Esc")
    soon(lambda: not desk.frame.keys_card.isVisible(), "the list of keys is left")


def _escape(desk: Desk) -> None:
    desk.press("Esc")
    soon(lambda: desk.today.panel is None, "the panel is closed")
    desk.settle()


def _schedule(desk: Desk, album: Album) -> None:
    desk.press("Ctrl+2")
    page = desk.page("schedule")
    assert isinstance(page, SchedulePage)  # noqa: S101 - tells the type checker
    soon(lambda: page.model.plan is not None, "the schedule is loaded")
    desk.settle()
    album.take(desk, "08-schedule", "the day in columns")
    desk.press("Ctrl+Shift+N")
    soon(lambda: page.booking.person.isAncestorOf(desk.focus()), "somebody is asked for")
    desk.write("Smithers")
    desk.press("Return")
    soon(page.booking.person.name.text, "the person is chosen")
    _offered(page.booking.form.openings)
    desk.settle()
    album.take(desk, "09-booking", "a visit is booked")
    desk.press("Esc")
    desk.settle()


def _offered(openings: QListWidget) -> None:
    soon(lambda: openings.hasFocus() and openings.count() > 0, "free times are offered")


def _patients(desk: Desk, album: Album) -> None:
    desk.press("Ctrl+3")
    page = desk.page("patients")
    assert isinstance(page, PatientsPage)  # noqa: S101 - tells the type checker
    soon(page.start.box.hasFocus, "somebody is asked for")
    desk.write("nunez 6/30/71")
    soon(lambda: bool(page.start.finder.lines), "somebody is found")
    desk.settle()
    album.take(desk, "10-search", "the search over names, birth dates, phones")
    desk.press("Return")
    soon(lambda: page.record.record is not None, "the record is opened")
    desk.settle()
    album.take(desk, "11-record", "a patient's record")
    desk.press("Ctrl+K")
    desk.write("Nunez, Maria Jose")
    soon(desk.frame.search.isVisible, "the search is there")
    desk.press("Ctrl+A")
    desk.write("Zeller, Nora")
    desk.press("Return")
    soon(lambda: page.form_view.isVisible() and page.form_view.form.birth_date.hasFocus(), "the birth date is asked")
    desk.write("06/31/1971")
    desk.press("Ctrl+S")
    soon(lambda: bool(page.form_view.form.errors.names()), "the sentence stands at the field")
    desk.settle()
    album.take(desk, "12-registration", "registration with a date that does not exist")
    desk.press("Esc")
    desk.press("Esc")
    soon(lambda: not page.form_view.isVisible(), "the form is left")


def _lists(desk: Desk, album: Album) -> None:
    for number, (code, what) in enumerate(
        (("worklists", "what is still to be done"), ("reports", "the end of the day"), ("settings", "settings")), 13
    ):
        place = list(desk.frame.specs).index(code) + 1
        desk.press(f"Ctrl+{place}")
        desk.page(code)
        desk.settle()
        album.take(desk, f"{number}-{code}", what)


def rarer_looks(app: QApplication, desk: Desk, album: Album) -> None:
    """The board at 200 %, in high contrast and in Spanish; the window stands at the sign-in card."""
    desk.sign_in()
    for name, chosen, scale in (("200-percent", "light", 2.0), ("contrast", "contrast", 1.0)):
        theme.apply(app, chosen, scale)
        _loaded(desk)
        album.take(desk, f"19-today-{name}", f"the board, {chosen}, {round(scale * 100)} %")
    desk.start.speak("es")
    theme.apply(app, "light")
    _loaded(desk)
    album.take(desk, "20-today-spanish", "the board in Spanish")
    desk.start.speak("en")


def _loaded(desk: Desk) -> None:
    soon(lambda: "today" in desk.frame.made and desk.today.model.loaded, "the board is loaded")
    desk.settle()
