"""Every text field of every form takes every nasty text: no exception, and what it holds can be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.core.paths import program_root
from app.kit.errors import FIELDS, FieldErrors
from app.kit.fields import ValueField
from app.kit.finding import FindBox
from app.kit.form import load_ui, value_of
from tests.nasty.corpus import big_list, own

FORMS = program_root() / "forms"
#: fields longer than this are laid out by Qt for seconds; the commands refuse such texts anyway
LONGEST = 5_000


def forms() -> list[str]:
    """Every static form there is."""
    return sorted(path.relative_to(FORMS).as_posix() for path in FORMS.rglob("*.ui"))


def text_fields(root: QWidget) -> list[QWidget]:
    """The widgets of a form into which a person types."""
    named = [widget for widget in root.findChildren(QWidget) if not widget.objectName().startswith("qt_")]
    found = [widget for widget in named if isinstance(widget, FIELDS)]
    editable = [widget for widget in found if isinstance(widget, QComboBox) and widget.isEditable()]
    return editable + [widget for widget in found if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)]


def type_into(field: QWidget, text: str) -> None:
    """Put a text into a field as a person or a paste would."""
    if isinstance(field, QLineEdit):
        field.setText(text)
    elif isinstance(field, QComboBox):
        field.setEditText(text)
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        field.setPlainText(text)


def texts() -> list[str]:
    """Our own texts and a part of the big list, without what cannot be typed: half signs."""
    every = [*own(), *big_list()[::5]]
    return [text[:LONGEST] for text in every if not any("\ud800" <= sign <= "\udfff" for sign in text)]


def test_there_are_forms_to_try() -> None:
    assert forms()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("path", forms())
def test_fields_hold_whatever_is_typed(path: str) -> None:
    root = load_ui(path)
    for field in text_fields(root):
        for text in texts():
            type_into(field, text)
            value = value_of(field)
            if isinstance(field, ValueField | FindBox):
                sentence = field.problem()
                written = field.currentText() if isinstance(field, FindBox) else field.text()
                assert sentence or value is not None or not written.strip(), (field.objectName(), text)
            else:
                assert isinstance(value, str), (field.objectName(), text)
    root.deleteLater()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("path", forms())
def test_sentences_at_fields_are_plain_text(path: str) -> None:
    root = load_ui(path)
    errors = FieldErrors(root)
    for field in text_fields(root):
        errors.add(field.objectName(), field)
        for text in ("<b>x</b> & <img src='file:///x.png'>", "{0.__class__}", "%s"):
            errors.show(field.objectName(), text, focus=False)
    rich = [label.objectName() for label in root.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]
    assert not rich
    root.deleteLater()
