"""Signing in, choosing a password, locking, the first run, the crash dialog."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.core.errors import ClinicError
from app.core.journal import JournalEntry
from app.kit import picture, theme, tokens
from app.runner.bridge import Runner
from app.shell.crash import CrashDialog
from app.shell.first_run import FirstRun, FirstRunValues
from app.shell.idle import Idle
from app.shell.lock import LockCard
from app.shell.own import PasswordCard
from app.shell.sign_in import SignIn
from app.shell.window import Window
from app.staff.actions.own import SetPin, set_pin
from tests.shell.scenes import WORD, frame, staffed
from tests.support.clinic import Clinic
from tests.support.house import ROOT

LOOKS = [(name, scale) for name in tokens.THEME_NAMES for scale in (1.0, 2.0)]


@pytest.fixture
def runner(desk: Clinic, qapp: QApplication) -> Iterator[Runner]:
    made = staffed(desk)
    yield made
    made.close()


_open: list[Window] = []


@pytest.fixture(autouse=True)
def _close() -> Iterator[None]:
    yield
    _open.clear()


def shown(qtbot: QtBot, screen: QWidget) -> Window:
    window = Window()
    _open.append(window)
    qtbot.addWidget(window)
    window.show_screen(screen)
    window.show()
    return window


def test_the_sign_in_screen_reads_nothing_heavy() -> None:
    heavy = "sqlalchemy,msgspec,argon2,psycopg,reportlab,app.runner,app.staff"
    code = (
        f"import sys, app.shell.window, app.shell.sign_in; print([m for m in '{heavy}'.split(',') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_enter_signs_in_once(qtbot: QtBot) -> None:
    tries: list[tuple[str, str]] = []
    card = SignIn(lambda name, password: tries.append((name, password)))
    shown(qtbot, card)
    card.prefill("ana.ruiz")
    card.begin()
    QTest.keyClicks(card.password, WORD)
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    card.submit()
    assert tries == [("ana.ruiz", WORD)]
    assert not card.button.isEnabled()


def test_a_failure_is_said_at_the_field_and_counted_down(qtbot: QtBot) -> None:
    card = SignIn(lambda _name, _password: None)
    shown(qtbot, card)
    card.prefill("ana.ruiz", "wrong")
    card.submit()
    why = ClinicError("User name and password do not fit.", next_step="Type both again.")
    why.values["seconds"] = 8
    card.failed(why)
    assert (card.password.text(), card.user_name.text()) == ("", "ana.ruiz")
    assert card.says.isVisible()
    assert "8" in card.button.label()
    assert not card.button.isEnabled()


def test_what_is_empty_is_asked_for(qtbot: QtBot) -> None:
    card = SignIn(lambda _name, _password: pytest.fail("nothing was typed"))
    shown(qtbot, card)
    card.submit()
    assert card.says.isVisible()


@pytest.fixture
def locked(qtbot: QtBot, runner: Runner) -> tuple[Window, LockCard]:
    runner.run(set_pin, SetPin(pin="2580", password=WORD))
    window = shown(qtbot, frame(runner))
    card = LockCard(runner, "America/Los_Angeles", has_pin=True, place="Visalia · Desk 2")
    return window, card


def texts(window: QWidget) -> str:
    parts: list[QLabel | QLineEdit] = [*window.findChildren(QLabel), *window.findChildren(QLineEdit)]
    return " ".join(part.text() for part in parts if part.isVisible())


def test_the_lock_hides_everything_and_keeps_what_was_typed(
    qtbot: QtBot, runner: Runner, locked: tuple[Window, LockCard]
) -> None:
    window, card = locked
    whole = window.screen_shown()
    assert whole is not None
    field = whole.findChildren(QLineEdit)[-1]
    field.setText("half a sentence")
    dialog, menu = QDialog(window), QMenu(window)
    dialog.show()
    menu.addAction("Núñez")
    menu.popup(window.pos())
    window.cover(card)
    card.lock(runner.executor.database.clock.now())
    assert "Núñez" not in texts(window)
    assert not dialog.isVisible()
    assert not menu.isVisible()
    assert "Ana Ruiz" in texts(window)
    card.unlocked.connect(window.uncover)
    QTest.keyClicks(card.field, "2580")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert not window.covered
    assert dialog.isVisible()
    assert field.text() == "half a sentence"
    dialog.close()


def test_three_slips_of_the_pin_ask_for_the_password(
    qtbot: QtBot, runner: Runner, locked: tuple[Window, LockCard], desk: Clinic
) -> None:
    window, card = locked
    window.cover(card)
    card.lock(runner.executor.database.clock.now(), idle=True)
    for _ in range(3):
        card.field.setText("9999")
        card.submit()
    assert card.caption.text() == "Password"
    assert window.covered
    with qtbot.waitSignal(card.unlocked):
        card.field.setText(WORD)
        card.submit()
    said = desk.rows(lambda s: list(s.scalars(select(JournalEntry.sentence).order_by(JournalEntry.id))))
    assert said[-5:] == [
        "Locked the screen", *["A PIN did not fit"] * 3, "Unlocked the screen with the password",
    ]  # fmt: skip


def test_keys_of_the_hidden_frame_do_nothing(qtbot: QtBot, runner: Runner, locked: tuple[Window, LockCard]) -> None:
    window, card = locked
    window.activateWindow()
    window.cover(card)
    whole = window._covered
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert whole is not None
    assert not whole.palette_card.isVisible()  # type: ignore[attr-defined]


def test_a_frame_made_anew_behind_the_lock_stays_hidden(runner: Runner, locked: tuple[Window, LockCard]) -> None:
    window, card = locked
    old = window.screen_shown()
    assert old is not None
    window.cover(card)
    fresh = frame(runner)
    window.replace_screen(old, fresh)
    assert window.screen_shown() is card
    assert not fresh.isVisible()
    window.uncover()
    assert window.screen_shown() is fresh


@pytest.mark.peer("AX-33")
def test_idle_tells_once_until_somebody_is_there(qtbot: QtBot) -> None:
    now = [0.0]
    idle = Idle(5, now=lambda: now[0])
    told: list[bool] = []
    idle.passed.connect(lambda: told.append(True))
    for seconds in (299, 1, 60):
        now[0] += seconds
        idle.look()
    assert len(told) == 1
    idle.touch()
    now[0] += timedelta(minutes=5).total_seconds()
    idle.look()
    assert len(told) == 2


def test_a_new_password_is_chosen(qtbot: QtBot, runner: Runner) -> None:
    card = PasswordCard(runner, current=WORD)
    shown(qtbot, card)
    card.begin()
    card.new.setText("summer winter spring")
    card.again.setText("summer winter spring!")
    card.submit()
    assert card.again.property("state") == "error"
    card.again.setText("summer winter spring")
    card.submit()
    assert card.new.property("state") == "error"
    for field in (card.new, card.again):
        field.setText("brisk lantern over nine hills")
    with qtbot.waitSignal(card.changed):
        card.submit()
    assert card.new.text() == ""
    assert runner.person().access_version == 2


def fill(card: FirstRun) -> None:
    card.welcome.submit()
    card.clinic.fields["group"].setText("Sierra Physical Therapy")
    card.clinic.fields["location"].setText("Visalia – Main Street")
    card.clinic.submit()
    for step, name in ((card.administrator, "Ivo Admin"), (card.director, "Dora Lead")):
        step.fields["display_name"].setText(name)
        step.fields["display_name"].editingFinished.emit()
        step.fields["password"].setText(WORD)
        step.fields["again"].setText(WORD)
        if step is card.administrator:
            step.submit()


def test_the_first_run_gathers_everything_and_shows_the_key(qtbot: QtBot) -> None:
    card, got = FirstRun("America/Los_Angeles"), list[FirstRunValues]()
    shown(qtbot, card)
    card.set_up.connect(got.append)
    fill(card)
    assert card.step is card.director
    card.director.submit()
    assert got[0].group == "Sierra Physical Therapy"
    assert got[0].administrator.user_name == "ivo.admin"
    assert got[0].director is not None
    assert got[0].director.user_name == "dora.lead"
    card.show_key("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG")
    assert card.administrator.text("password") == ""
    card.key.submit()
    assert card.key.says.isVisible()
    card.key.kept.setChecked(True)
    with qtbot.waitSignal(card.finished):
        card.key.submit()


def test_a_step_of_the_first_run_says_what_does_not_fit(qtbot: QtBot) -> None:
    card = FirstRun()
    shown(qtbot, card)
    card.welcome.submit()
    card.clinic.submit()
    assert card.clinic.fields["group"].property("state") == "error"
    fill(card)
    card.director.fields["user_name"].setText("ivo.admin")
    card.director.submit()
    assert card.director.fields["user_name"].property("state") == "error"
    card.director.fields["user_name"].setText("dora")
    card.director.fields["password"].setText("visalia visalia visalia")
    card.director.submit()
    assert card.director.fields["password"].property("state") == "error"


def test_one_crash_dialog_tells_every_number(qtbot: QtBot) -> None:
    dialog = CrashDialog()
    qtbot.addWidget(dialog)
    dialog.tell("A1")
    dialog.tell("B2")
    assert dialog.number.text() == "A1 · B2"
    dialog.accept()
    dialog.tell("C3")
    assert dialog.number.text() == "C3"


@pytest.mark.parametrize(("name", "scale"), LOOKS)
def test_first_screens_are_painted_and_nothing_is_cut(
    qtbot: QtBot, qapp: QApplication, runner: Runner, name: str, scale: float
) -> None:
    theme.apply(qapp, name, scale)
    screens = [
        SignIn(lambda _name, _password: None, group="Sierra Physical Therapy Group"),
        LockCard(runner, "America/Los_Angeles", has_pin=True),
        PasswordCard(runner),
        FirstRun(),
        FirstRun(),
    ]
    assert isinstance(screens[-1], FirstRun)
    screens[-1].show_key("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG")
    for screen in screens:
        window = shown(qtbot, screen)
        assert picture.ink(picture.grab(window, QSize(1440, 900))) > 5
        for button in screen.findChildren(QPushButton):
            assert not button.isVisible() or button.width() >= button.minimumSizeHint().width()
        for made in screen.findChildren(QLabel):
            needed = made.heightForWidth(made.width()) if made.wordWrap() else made.sizeHint().height()
            assert not made.isVisible() or made.height() >= needed, made.text()
            assert not made.isVisible() or made.wordWrap() or made.width() >= made.sizeHint().width(), made.text()
