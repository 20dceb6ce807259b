"""Every form as a screen reader hears it: each field has a role and a name, and says what is wrong with it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.paths import program_root
from app.kit.errors import FIELDS, FieldErrors
from app.kit.form import load_ui
from app.kit.says import ProblemLine, Says
from app.kit.words import label
from tests.support.hears import listening, name_of, told, unheard, unsaid
from tests.support.house import ROOT

FORMS = program_root() / "forms"
SENTENCE = "June has 30 days."


@pytest.mark.peer("AX-01", "AX-02")
@pytest.mark.parametrize("path", sorted(FORMS.rglob("*.ui")), ids=lambda path: path.stem)
def test_every_field_is_heard_and_says_what_is_wrong(qtbot: QtBot, path: Path) -> None:
    root = load_ui(str(path))
    qtbot.addWidget(root)
    root.show()
    assert unheard(root) == []
    errors = FieldErrors(root)
    fields = [one for one in root.findChildren(QWidget) if isinstance(one, FIELDS) and one.objectName()[:3] != "qt_"]
    for field in fields:
        name = field.objectName()
        errors.add(name, field)
        with listening() as said:
            errors.show(name, SENTENCE)
        assert SENTENCE in said, name
        assert told(field).text(QAccessible.Text.Description) == SENTENCE, name
        errors.clear(name)
        assert told(field).text(QAccessible.Text.Description) != SENTENCE, name
        assert name_of(field), name


def test_what_is_not_heard_is_found(qtbot: QtBot) -> None:
    """The control: a field without a label, a painted thing without a role, a button of nothing but a picture."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    painted, lone, named, button = QWidget(), QLineEdit(), QLineEdit(), QPushButton()
    lone.setObjectName("lone")
    painted.setFocusPolicy(painted.focusPolicy().StrongFocus)
    painted.setAccessibleName("Day")
    caption = label("Birth date")
    caption.setBuddy(named)
    for widget in (painted, lone, caption, named, button):
        column.addWidget(widget)
    page.show()
    assert unheard(page) == [
        "QWidget “Day” in QWidget “” has no role (Client)",
        "QLineEdit “lone” in QWidget “” has no name",
        "QPushButton “” in QWidget “” has no name",
    ]


def test_a_sentence_above_a_button_is_said_and_belongs_to_its_field(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    field, line, silent = QLineEdit(), ProblemLine(), label("Nobody hears this.", "error")
    for widget in (field, line, silent):
        column.addWidget(widget)
    page.show()
    with listening() as said:
        line.say("Say a few words.", field)
    assert said == ["Say a few words."]
    assert unsaid(page, said) == ["“Nobody hears this.” was not said"]
    assert (field.accessibleDescription(), page.focusWidget()) == ("Say a few words.", field)
    line.say("")
    assert (line.isVisible(), field.accessibleDescription(), field.property("state")) == (False, "", "")


def test_a_sentence_at_a_field_belongs_to_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    field, says = QLineEdit(), Says()
    column.addWidget(field)
    column.addWidget(says)
    with listening() as said:
        says.say("This password does not fit.", "Look at the Caps key.", field)
    assert said == ["This password does not fit. Look at the Caps key."]
    assert field.accessibleDescription() == "This password does not fit."
    says.say("", field=field)
    assert field.accessibleDescription() == ""


@pytest.mark.peer("AX-36")
def test_what_did_not_go_is_said_everywhere() -> None:
    """A label in the ink of errors is seen and not heard; the kit's lines are both."""
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "app").rglob("*.py"))
        if path.parent.name != "kit" and 'label("", "error"' in path.read_text(encoding="utf-8")
    ]
    assert silent == []
