"""The worklists: computed from the data, scoped to the role's locations, kept fresh, one key to where it is mended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.checklists.queries import MissingDocuments
from app.core.access import Actor
from app.core.errors import Refused
from app.core.ports import Here, Place, Ports
from app.kit import theme
from app.patients.queries.worklist import IncompleteRegistrations
from app.runner.bridge import Runner
from app.staff.rules.roles import grants_of
from app.visits.queries import OpenVisits
from app.visits.queries.worklists import Lists, worklist_rows
from app.visits.view.worklists import WorklistsPage
from app.visits.viewmodel.worklists import WorklistsModel
from tests.support.clinic import ANYONE, ZONE, Clinic
from tests.visits.flow import CLERK, ELSEWHERE, NOBODY, booked, papers, to_check_out

EVERY = (MissingDocuments(), IncompleteRegistrations(), OpenVisits())


def counts(clinic: Clinic, actor: Actor = ANYONE, location_id: int | None = 1) -> dict[str, int]:
    found = clinic.executor.fetch(worklist_rows, actor, Lists(EVERY), location_id, clinic.day)
    return {one.code: len(one.rows) for one in found}


def test_lists_are_counted_from_the_data(clinic: Clinic) -> None:
    first = counts(clinic)
    to_check_out(clinic, booked(clinic, time(10, 45)))
    assert counts(clinic) == {**first, "missing-documents": 1, "open-visits": 1}
    papers(clinic)
    assert counts(clinic)["missing-documents"] == 0


def test_lists_keep_to_the_locations_of_the_role(clinic: Clinic) -> None:
    booked(clinic, time(10, 45))
    assert counts(clinic, CLERK)["missing-documents"] == 1
    assert counts(clinic, ELSEWHERE, 2)["missing-documents"] == 0
    for actor in (ELSEWHERE, NOBODY):
        with pytest.raises(Refused):
            counts(clinic, actor)


def test_a_masked_role_sees_no_names(clinic: Clinic) -> None:
    booked(clinic, time(10, 45))
    actor = replace(CLERK, roles=("RO",), grants=grants_of(("RO",)))
    found = clinic.executor.fetch(worklist_rows, actor, Lists(EVERY), 1, clinic.day)
    assert "Núñez" not in repr(found)
    assert sum(len(one.rows) for one in found) > 0


@pytest.fixture
def runner(qapp: QApplication, desk: Clinic) -> Iterator[Runner]:
    theme.apply(qapp)
    made = Runner(desk.executor, inline=True)
    made.actor = ANYONE
    yield made
    made.close()


def ports_of(desk: Clinic) -> tuple[Ports, list[Place], list[tuple[str, int]]]:
    gone, badges = list[Place](), list[tuple[str, int]]()
    made = Ports(
        go=gone.append,
        here=lambda: Here(1, ZONE, desk.day, desk.day),
        badge=lambda page, count: badges.append((page, count)),
        worklists=list(EVERY),
    )
    return made, gone, badges


def test_the_rail_counts_before_the_page_is_opened(qtbot: QtBot, desk: Clinic, runner: Runner) -> None:
    ports, _, badges = ports_of(desk)
    model = WorklistsModel(runner, ports)
    model.reload()
    start = model.total()
    assert badges == [("worklists", start)]
    booked(desk, time(10, 45))
    assert badges[-1] == ("worklists", start + 1)  # at once: the next key would act on a row that is done
    with qtbot.waitSignal(model.total_changed, timeout=3000):
        booked(desk, time(11, 45), patient_id=2)  # what comes on its heels is read when it is over
    assert badges[-1] == ("worklists", start + 2)


def test_enter_goes_where_it_is_mended(qtbot: QtBot, desk: Clinic, runner: Runner) -> None:
    tomorrow = desk.day + timedelta(days=1)
    visit = booked(desk, time(10, 45), day=tomorrow)
    ports, gone, _ = ports_of(desk)
    page = WorklistsPage(runner, ports)
    qtbot.addWidget(page)
    page.show()
    page.activate(Place("worklists"))
    assert page.heading.text() == "Missing documents"
    QTest.keyClick(page.rows, Qt.Key.Key_Down)
    QTest.keyClick(page.rows, Qt.Key.Key_Return)
    assert gone == [Place("today", 1, visit, tomorrow)]
    page.activate(Place("worklists", task="registrations"))
    QTest.keyClick(page.rows, Qt.Key.Key_Down)
    QTest.keyClick(page.rows, Qt.Key.Key_Return)
    assert (gone[-1].page, gone[-1].task) == ("patients", "edit-address")
    assert len(page.deeds()) == 3


def test_an_empty_list_says_so_and_leads_on(qtbot: QtBot, desk: Clinic, runner: Runner) -> None:
    ports, _, _ = ports_of(desk)
    page = WorklistsPage(runner, ports)
    qtbot.addWidget(page)
    page.show()
    page.activate(Place("worklists", task="open-visits"))
    page.model.choose("open-visits")
    assert page.right.currentWidget() is page.empty
    assert page.empty.sentence.text().startswith("Nothing to chase.")
    page.empty.button.click()
    assert page.model.code == "registrations"
    assert page.right.currentWidget() is page.rows
