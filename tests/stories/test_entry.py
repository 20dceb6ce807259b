"""At the sign-in card and the locked screen."""

from playing.desk import Desk, soon
from PySide6.QtWidgets import QLabel

from app.exchange.demo.clinic import PASSWORD
from app.visits.rules import BoardState
from tests.stories.test_board import filled_check_out, first


def test_a_wrong_password_gets_a_sentence_then_the_right_one_enters(opened: Desk) -> None:
    opened.try_sign_in("ana", "not the password")
    soon(lambda: opened.start.card.password.isEnabled() and opened.start.card.says.isVisible(), "the sentence comes")
    assert opened.office.frame is None
    opened.sign_in()
    assert opened.today.model.rows


def test_a_locked_window_shows_no_name_and_keeps_what_was_typed(desk: Desk) -> None:
    visit = first(desk, BoardState.OUT)
    desk.press("Return")
    panel = filled_check_out(desk)
    panel.group.buttons()[1].setFocus()
    desk.press("Space")
    names = {part for row in desk.today.model.rows for part in row.patient.replace(",", "").split() if len(part) > 2}
    assert visit.patient.split(",")[0] in desk.words()
    before = desk.window.grab().toImage()
    desk.press("Ctrl+L")
    soon(lambda: desk.window.covered, "the window is locked")
    assert not [word for word in desk.words().replace(",", " ").split() if word in names]
    assert not [
        one.text() for one in desk.window.findChildren(QLabel) if one.isVisible() and visit.patient in one.text()
    ]
    assert not desk.today.table.isVisible()
    assert desk.window.grab().toImage() != before
    desk.write(PASSWORD)
    desk.press("Return")
    soon(lambda: not desk.window.covered, "the window is unlocked")
    assert panel.isVisible()
    assert panel.group.buttons()[1].isChecked()
    assert panel.isAncestorOf(desk.focus())


def test_the_lock_does_not_open_to_another_password(desk: Desk) -> None:
    desk.press("Ctrl+L")
    soon(lambda: desk.window.covered, "the window is locked")
    desk.write("something else")
    desk.press("Return")
    soon(lambda: "does not fit" in desk.words(), "the sentence comes")
    assert desk.window.covered
