"""The drawers of care and of a series at 200 % in the smallest window: nothing is cut, no key stands twice, all is heard."""

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.ports import Place
from app.kit import theme
from app.patients.view.page import PatientsPage
from app.schedule.view.care import CareSection
from app.schedule.view.change import Deed
from tests.schedule.test_series import made
from tests.schedule.test_series_sheet import care, spoil
from tests.support.clinic import Clinic
from tests.support.fits import clashes, misfits
from tests.support.hears import unheard
from tests.support.record import record_of

OPENINGS = ("record", "begin", "authorize", "plan", "finish", "series", "move", "cancel")


@pytest.fixture
def page(desk: Clinic, qtbot: QtBot) -> Iterator[PatientsPage]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    care(desk, 9)
    made(desk, count=3, start=time(14))
    spoil(desk)
    with record_of(desk) as record:
        theme.apply(app, "light", 2.0)
        shown = record.page(CareSection)
        qtbot.addWidget(shown)
        shown.resize(1280, 720)
        shown.activate(Place("patients", patient_id=1))
        QApplication.processEvents()
        yield shown
        theme.apply(app)


def open_one(section: CareSection, name: str) -> None:
    row = section.model.episodes[0]
    if name == "begin":
        section.begin_care()
    elif name == "authorize":
        section.edit_leave(None)
    elif name == "plan":
        section.write_plan(row)
    elif name == "finish":
        section.finish(row)
    elif name == "series":
        section.book_series()
    elif name in ("move", "cancel"):
        section.change_series(section.model.series[0], Deed(name))


@pytest.mark.parametrize("name", OPENINGS)
def test_it_fits(page: PatientsPage, name: str) -> None:
    (section,) = page.sections
    assert isinstance(section, CareSection)
    open_one(section, name)
    for _ in range(3):
        QApplication.processEvents()
    whole: QWidget = page.window()
    assert [*misfits(whole), *unheard(whole), *clashes(whole)] == []
