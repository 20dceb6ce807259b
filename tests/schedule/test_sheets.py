"""Ctrl+P asks which paper of the day is printed; a role that prints nothing is told so."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from app.core.access import Permission
from app.core.ports import Place, SheetKind, SheetWish
from tests.schedule.conftest import Window
from tests.support.clinic import ANYONE

Ctrl = Qt.KeyboardModifier.ControlModifier


def test_ctrl_p_offers_every_paper_of_the_cell(window: Window) -> None:
    wished: list[SheetWish] = []
    window.page.ports.show_sheet = wished.append
    window.press(Qt.Key.Key_P, held=Ctrl)
    menu = window.page.tools.sheets
    assert menu.isVisible()
    assert menu.activeAction() is menu.actions()[0]
    for action in menu.actions():
        action.trigger()
    menu.close()
    day = window.clinic.day
    monday = day - timedelta(days=1)
    assert wished == [
        SheetWish(SheetKind.DAY, 1, day),
        SheetWish(SheetKind.EACH, 1, day, 1, (2,)),
        SheetWish(SheetKind.EACH, 1, day),
        SheetWish(SheetKind.WEEK, 1, monday, 7, (2,)),
        SheetWish(SheetKind.SIGN_IN, 1, day),
    ]
    assert menu.actions()[1].text() == "Day sheet of Lee"


def test_who_prints_nothing_is_told(window: Window) -> None:
    kept = {one: grant for one, grant in ANYONE.grants.items() if one is not Permission.REPORT_COUNTS}
    window.page.runner.actor = replace(ANYONE, grants=kept)
    window.press(Qt.Key.Key_P, held=Ctrl)
    assert not window.page.tools.sheets.isVisible()
    assert "does not print" in window.page.toast.words.text()


def test_an_empty_day_has_nothing_to_print(window: Window) -> None:
    window.page.model.show(1, window.clinic.day + timedelta(days=4))
    window.page.activate(Place("schedule", day=window.clinic.day + timedelta(days=4)))
    window.page.tools.print.click()
    assert "nothing to print" in window.page.toast.words.text()
