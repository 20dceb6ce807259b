"""One person's window in Spanish: the frame, every place, the panels; and English again for the next one."""

import i18n
import pytest
from playing.desk import Desk, soon
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget

from app.core.ports import Place
from app.core.text import language
from app.kit.buttons import KeyButton, LinkButton
from app.shell.frame import Frame
from app.staff.actions.own import SetLanguage, set_language
from app.visits.rules import BoardState
from tests.stories.test_board import first

#: what somebody wrote about a patient of the demo clinic stays as it is written
WRITTEN = {"Spanish", "Minor"}


def shown(root: QWidget) -> set[str]:
    """Every word that labels, fields, buttons, titles of lists and tooltips show a person."""
    found: set[str] = set()
    for one in [root, *root.findChildren(QWidget)]:
        if not one.isVisible():
            continue
        found |= {one.toolTip(), one.accessibleName(), one.windowTitle()}
        if isinstance(one, KeyButton | LinkButton):
            found.add(one.label())
        elif isinstance(one, QLabel | QAbstractButton):
            found.add(one.text())
        elif isinstance(one, QLineEdit):
            found.add(one.placeholderText())
        elif isinstance(one, QTableView) and (model := one.model()) is not None:
            across = Qt.Orientation.Horizontal
            found |= {str(model.headerData(number, across) or "") for number in range(model.columnCount())}
    return found


def left_in_english(root: QWidget) -> set[str]:
    """What stands there in English although its Spanish is known and another."""
    english = {text for text, spanish in i18n.read().items() if text != spanish}
    return shown(root) & english - WRITTEN


@pytest.fixture
def spanish(opened: Desk) -> Desk:
    """The window of Ana, who has chosen Spanish."""
    opened.sign_in()
    assert language() == "en"
    done: list[object] = []
    opened.runner.run(set_language, SetLanguage(language="es"), then=done.append)
    soon(lambda: done, "the language is kept")
    opened.office.sign_out()
    opened.sign_in()
    return opened


@pytest.mark.parametrize("place", ["today", "schedule", "patients", "worklists", "reports", "settings"])
def test_every_place_is_spanish(spanish: Desk, place: str) -> None:
    if place not in spanish.frame.specs:
        pytest.skip("this place is not there for the front desk")
    spanish.frame.go(Place(place))
    spanish.page(place)
    spanish.settle()
    assert left_in_english(spanish.window) == set()


def test_check_in_is_spanish_and_the_next_person_reads_english(spanish: Desk) -> None:
    first(spanish, BoardState.ARRIVED)
    spanish.press("Return")
    spanish.settle()
    assert any(text.startswith("Registrar a ") for text in shown(spanish.window))
    assert left_in_english(spanish.window) == set()
    spanish.office.sign_out()
    soon(lambda: not spanish.window.findChildren(Frame), "the frame is gone")
    assert language() == "en"
    assert left_in_english(spanish.window)
    assert not any(text.startswith("Registrar a ") for text in shown(spanish.window))
