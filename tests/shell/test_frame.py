"""The frame: places, day, location, palette, keys, status."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.core.access import Permission
from app.core.clock import FixedClock
from app.core.ports import Deed, Place
from app.kit import picture, theme, tokens
from app.kit.dates import short_day
from app.kit.drawer import Drawer
from app.kit.fields import DateField
from app.runner.bridge import Runner
from app.shell.frame import Frame
from app.shell.keys import keys_of
from app.shell.palette import matching, rank
from app.shell.rail import Stop
from app.shell.top import Choice
from app.staff.tables import User, UserRole
from tests.shell.scenes import CODES, PlainPage, frame, staffed
from tests.support.clinic import Clinic

LOOKS = [(name, scale) for name in tokens.THEME_NAMES for scale in (1.0, 1.5, 2.0)]


@pytest.fixture
def runner(desk: Clinic, qapp: QApplication) -> Iterator[Runner]:
    made = staffed(desk)
    yield made
    made.close()


@pytest.fixture
def made(qtbot: QtBot, runner: Runner) -> Frame:
    whole = frame(runner)
    qtbot.addWidget(whole)
    whole.resize(1440, 900)
    whole.show()
    return whole


def page(whole: Frame, code: str) -> PlainPage:
    found = whole.made[code]
    assert isinstance(found, PlainPage)
    return found


def test_pages_are_made_at_the_first_visit(made: Frame) -> None:
    assert list(made.made) == ["today"]
    made.ports.go(Place("schedule", day=date(2026, 3, 12), task="book"))
    assert list(made.made) == ["today", "schedule"]
    assert page(made, "schedule").places == [Place("schedule", day=date(2026, 3, 12), task="book")]
    assert made.here().day == date(2026, 3, 12)
    made.go(Place("no-such-page"))
    assert made.code == "schedule"


def test_the_day_is_shown_and_moves(made: Frame) -> None:
    assert made.top.day.button.label() == "Tue, Mar 10"
    made.top.day.moved.emit(date(2026, 3, 11))
    assert page(made, "today").places[-1].day == date(2026, 3, 11)
    assert made.top.day.button.label() == "Wed, Mar 11"
    made.show_day(made.here().today)
    assert made.here().day == made.here().today


def test_a_day_without_a_year_is_asked_for_by_a_key(made: Frame) -> None:
    made.activateWindow()
    QTest.keyClick(made, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    field = menu.findChildren(DateField)[0]
    field.setText("3/18")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert made.here().day == date(2026, 3, 18)


def test_after_midnight_the_day_moves_on(made: Frame, runner: Runner) -> None:
    clock = runner.executor.database.clock
    assert isinstance(clock, FixedClock)
    clock.advance(hours=14)
    made._show_time()
    assert made.top.day.button.label() == "Wed, Mar 11"
    assert made.status.clock.text() == "12:40 AM"


def test_the_location_is_switched(made: Frame) -> None:
    assert [choice.name for choice in made._choices] == ["Tulare", "Visalia – Main Street", "All my locations"]
    assert made.here().location_id == 1
    made.show_location(Choice(2, "Tulare", "America/Los_Angeles"))
    assert made.here().location_id == 2
    assert "Tulare" in made.top.location.label()


def test_walk_in_leads_to_the_board(made: Frame) -> None:
    made.top.walk_in.click()
    assert page(made, "today").places[-1] == Place("today", task="walk-in")


@pytest.mark.peer("AX-30")
def test_the_last_deed_can_be_undone_once(made: Frame) -> None:
    undone: list[bool] = []
    made.ports.undoable("Checked in Ibarra, Luz", lambda: undone.append(True))
    assert made.status.undo.isVisible()
    made.status.undo.click()
    made.status.take_back()
    assert not made.status.deed.toolTip(), "what was undone is not said any more"
    assert undone == [True]
    made.ports.undoable("Checked in Ibarra, Luz", lambda: undone.append(True))
    made.ports.announce("Moved Lee, Min to 11:00")
    assert not made.status.undo.isVisible()


def test_the_rail_tells_what_waits(made: Frame) -> None:
    made.ports.badge("worklists", 7)
    names = [stop.accessibleName() for stop in made.rail.findChildren(Stop)]
    assert "Worklists, 7 open" in names
    assert len(names) == len(CODES)


def test_the_palette_finds_deeds_and_people(made: Frame) -> None:
    made.show_palette()
    palette = made.palette_card
    assert palette.isVisible()
    assert len(palette.rows.items) == len(made.deeds())
    palette.line.setText("lock")
    asked: list[bool] = []
    made.lock_wanted.connect(lambda: asked.append(True))
    palette.line.chosen.emit("lock")
    assert asked == [True]
    assert not palette.isVisible()
    made.show_palette()
    assert palette.rows.items[0].title == "Lock the screen"
    palette.line.setText("nunez")
    palette.line.chosen.emit("nunez")
    assert page(made, "patients").places == [Place("patients", 1)]


def test_the_palette_says_when_nothing_fits(made: Frame) -> None:
    made.show_palette()
    made.palette_card.line.setText("qqqq")
    assert made.palette_card.none.isVisible()
    made.palette_card.line.chosen.emit("qqqq")
    assert made.palette_card.isVisible()


def test_ranking() -> None:
    assert rank("Check in", "chec") == 0
    assert rank("Left before check-in", "chec") == 1
    assert rank("Go to Núñez", "nunez go") == 1
    assert rank("Check in", "out") is None
    deeds = [Deed(title, title, "", lambda: None) for title in ("Print check-in sheets", "Check in", "Recheck")]
    assert [deed.title for deed in matching(deeds, "check", ())] == ["Check in", "Print check-in sheets", "Recheck"]


@pytest.mark.peer("AX-14")
def test_every_key_of_the_screen_is_listed_once(made: Frame) -> None:
    found = dict(keys_of(made, made.deeds()))
    assert found["Ctrl+K"] == "Find a patient"
    assert found["Ctrl+P"] == "Print check-in sheets"
    assert {f"Ctrl+{n}" for n in range(1, 7)} <= set(found)
    made.show_keys()
    assert made.keys_card.isVisible()
    told = [one.text() for one in made.keys_card.findChildren(QLabel)]
    assert told.index("Print check-in sheets") < told.index("Find a patient"), "the page's own come first"
    made.keys_card.close_over()


def test_a_closed_account_is_turned_out(made: Frame, desk: Clinic, qtbot: QtBot) -> None:
    with desk.database.engine.execution_options(frontdesk_write=True).begin() as connection:
        connection.execute(update(User).values(active=False))
    with qtbot.waitSignal(made.turned_out):
        made.ask_who()


def test_new_roles_are_taken_over(made: Frame, desk: Clinic, qtbot: QtBot) -> None:
    with desk.database.engine.execution_options(frontdesk_write=True).begin() as connection:
        connection.execute(update(User).values(access_version=2))
        connection.execute(update(UserRole).values(role="IT"))
    with qtbot.waitSignal(made.access_changed):
        made.ask_who()
    assert made.runner.person().roles == ("IT",)
    assert not made.search.isVisible()
    assert "walk.in" not in [deed.code for deed in made.deeds()]


def test_downtime_is_said_and_ends(made: Frame) -> None:
    made.set_live(False, "Since 10:31. Looking still works.")
    assert made.banner.isVisible()
    made.set_live(True)
    assert not made.banner.isVisible()


def test_days_in_words() -> None:
    today = date(2026, 3, 10)
    assert short_day(today, today) == "Tue, Mar 10"
    assert short_day(today + timedelta(days=365), today) == "Wed, Mar 10, 2027"


@pytest.mark.parametrize(("name", "scale"), LOOKS)
def test_the_frame_is_painted_and_its_buttons_are_whole(
    qtbot: QtBot, qapp: QApplication, runner: Runner, name: str, scale: float
) -> None:
    theme.apply(qapp, name, scale)
    whole = frame(runner, demo="It is 10:40 on a Tuesday, and its data is thrown away.")
    qtbot.addWidget(whole)
    assert picture.ink(picture.grab(whole, QSize(1440, 900))) > 8
    for button in whole.findChildren(QPushButton):
        assert not button.isVisible() or button.width() >= button.minimumSizeHint().width(), button.accessibleName()


def test_places_are_offered_to_who_may_use_them(qtbot: QtBot, runner: Runner) -> None:
    whole = frame(runner, needs={"schedule": Permission.MANAGE_USERS})
    qtbot.addWidget(whole)
    assert "schedule" not in whole.specs
    assert len(whole.rail.findChildren(Stop)) == len(CODES) - 1
    keys = {deed.title: deed.shortcut for deed in whole.deeds()}
    assert "Go to Schedule" not in keys
    assert keys["Go to Patients"] == "Ctrl+3"
    whole.go(Place("schedule"))
    assert whole.code == "today"


def test_the_first_place_is_one_that_is_there(qtbot: QtBot, runner: Runner) -> None:
    needs = {code: Permission.MANAGE_USERS for code in CODES if code != "settings"}
    whole = frame(runner, needs=needs)
    qtbot.addWidget(whole)
    assert whole.code == "settings"


def test_f6_goes_through_the_areas_and_round_again(made: Frame) -> None:
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    page(made, "today").field.setFocus()
    seen = []
    for _ in range(3):
        made.next_area(1)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(next(name for name in ("rail", "top", "pages") if getattr(made, name).isAncestorOf(focus)))
    assert seen == ["rail", "top", "pages"]
    made.next_area(-1)
    assert made.top.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_bars_give_their_words_away_in_order(
    qtbot: QtBot, qapp: QApplication, runner: Runner, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    whole = frame(runner)
    qtbot.addWidget(whole)
    whole.show()
    whole.status.set_backup("Backup 3 h ago")
    whole.ports.undoable("Arrived: Núñez-Featherstonehaugh, María José", lambda: None)
    for wide in (1600, 1200, 900, 640):
        whole.resize(round(wide * scale), round(700 * scale))
        QApplication.processEvents()
        deed = whole.status.deed
        assert deed.toolTip() == "Arrived: Núñez-Featherstonehaugh, María José"
        assert deed.text() == deed.toolTip() or wide < 900
        for fact in (whole.status.place, whole.status.person, whole.status.backup):
            assert fact.toolTip()
            assert fact.width() >= fact.sizeHint().width()
        for button in (whole.top.day.button, whole.top.location, whole.top.walk_in, whole.top.lock):
            assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
        assert whole.top.location.accessibleName() == "Location: Visalia – Main Street"
    assert whole.top.location.label() == ""


class TakingPage(PlainPage):
    """Takes the focus when it comes."""

    def activate(self, place: Place) -> None:
        super().activate(place)
        self.field.setFocus()


def test_a_drawer_keeps_the_keys_when_another_page_comes_below(made: Frame, runner: Runner) -> None:
    made.activateWindow()
    below = made.made["schedule"] = TakingPage(runner, made.ports)
    made.pages.addWidget(below)
    drawer, field = Drawer(made, "Waitlist"), QLineEdit()
    drawer.set_content(field)
    drawer.open(field)
    made.go(Place("schedule"))
    assert QApplication.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not drawer.isVisible()
    assert QApplication.focusWidget() is below.field
