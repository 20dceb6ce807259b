"""At the sign-in card and the locked screen."""

from playing.desk import Desk, soon


def test_a_wrong_password_gets_a_sentence_then_the_right_one_enters(opened: Desk) -> None:
    opened.try_sign_in("ana", "not the password")
    soon(lambda: opened.start.card.password.isEnabled() and opened.start.card.says.isVisible(), "the sentence comes")
    assert opened.office.frame is None
    opened.sign_in()
    assert opened.today.model.rows
