"""Settings: everybody their own, and only what the role may manage."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.core.errors import Unavailable
from app.core.paths import program_root
from app.core.ports import Place, Ports
from app.core.verify import Finding, Verdict
from app.kit.picture import grab, ink
from app.runner.bridge import Job, Runner
from app.shell.settings_data import BackupCard, DataParts, VerifyCard
from app.shell.settings_own import LookCard, PasswordCardOwn, PinCard
from app.shell.settings_page import SettingsPage, SettingsParts
from app.shell.settings_people import PeopleCard
from app.shell.settings_places import LocationForm, LocationsCard, PractitionerForm, PractitionersCard
from app.staff.queries import locations
from app.staff.tables import Location, Practitioner, User
from tests.kit.layouts import mistakes
from tests.staff.people import WORD, Staff
from tests.support.clinic import Clinic

NEW = "amber teapot nineteen rivers"


@pytest.fixture
def staff(desk: Clinic) -> Staff:
    return Staff(desk)


@pytest.fixture
def runner(staff: Staff) -> Iterator[Runner]:
    made = Runner(staff.executor, inline=True)
    yield made
    made.close()


def page_of(qtbot: QtBot, runner: Runner, staff: Staff, who: str, parts: SettingsParts | None = None) -> SettingsPage:
    runner.actor = staff.actor(who)
    page = SettingsPage(runner, Ports(), parts)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activate(Place("settings"))
    return page


def data() -> DataParts:
    made_at = datetime(2026, 3, 10, 18, tzinfo=UTC)
    return DataParts(
        lambda: None, lambda _job: made_at, lambda _job: Verdict(7, ()), lambda: None, "America/Los_Angeles"
    )


@pytest.mark.parametrize("name", ["look", "password", "pin", "person", "location", "practitioner"])
@pytest.mark.usefixtures("qapp")
def test_layouts_are_sound(name: str) -> None:
    assert mistakes(program_root() / "forms" / "shell" / f"{name}.ui") == []


@pytest.mark.parametrize(
    ("who", "codes"),
    [
        ("ana.ruiz", ["own"]),
        ("dora.lead", ["own", "people", "data"]),
        ("ivo.admin", ["own", "people", "places", "data"]),
        ("cora.rules", ["own"]),
    ],
)
def test_a_role_sees_what_it_may_do(qtbot: QtBot, runner: Runner, staff: Staff, who: str, codes: list[str]) -> None:
    page = page_of(qtbot, runner, staff, who, SettingsParts(data=data()))
    assert [one.code for one in page.sections] == codes
    for deed in page.deeds():
        deed.run()
        assert ink(grab(page)) > 1


def test_the_look_is_handed_on(qtbot: QtBot, runner: Runner, staff: Staff) -> None:
    saved: list[Mapping[str, object]] = []
    page = page_of(qtbot, runner, staff, "ana.ruiz", SettingsParts(save_look=saved.append))
    card = page.findChild(LookCard)
    assert card is not None
    card.submit()
    assert saved == []
    card.form.set_values({"theme": "dark", "text_scale": 150, "language": "es"})
    card.button.click()
    assert saved == [{"theme": "dark", "text_scale": 150, "language": "es"}]
    assert staff.clinic.rows(lambda s: s.scalar(select(User.language).where(User.id == 1))) == "es"


def test_password_and_pin(qtbot: QtBot, runner: Runner, staff: Staff) -> None:
    page = page_of(qtbot, runner, staff, "ana.ruiz")
    pin, password = page.findChild(PinCard), page.findChild(PasswordCardOwn)
    assert pin is not None
    assert password is not None
    pin.form.set_values({"pin": "1", "password": WORD})
    pin.submit()
    assert pin.form.errors.names() == ["pin"]
    pin.form.set_values({"pin": "738152", "password": "wrong"})
    pin.submit()
    assert pin.form.errors.names() == ["password"]
    password.form.set_values({"current": WORD, "new": "short", "again": "short"})
    password.submit()
    assert password.form.errors.names() == ["new"]
    password.form.set_values({"current": WORD, "new": NEW, "again": NEW + "x"})
    password.submit()
    assert password.form.errors.names() == ["again"]
    password.form.set_values({"current": WORD, "new": NEW, "again": NEW})
    password.submit()
    assert password.done.isVisibleTo(page)
    assert password.form.current.text() == ""
    pin.form.set_values({"pin": "738152", "password": NEW})
    pin.submit()
    assert pin.done.text() == "Your PIN is set."


def people_of(qtbot: QtBot, runner: Runner, staff: Staff, who: str) -> PeopleCard:
    page = page_of(qtbot, runner, staff, who)
    page.activate(Place("settings", task="people"))
    card = page.findChild(PeopleCard)
    assert card is not None
    return card


def test_a_director_adds_closes_and_opens_again(qtbot: QtBot, runner: Runner, staff: Staff) -> None:
    card = people_of(qtbot, runner, staff, "dora.lead")
    before = len(card.model.rows)
    card.open_form()
    assert card.form is not None
    assert card.drawer is not None
    form, drawer = card.form, card.drawer
    card.confirm.click()
    assert drawer.isVisible()
    form.set_values({"display_name": "Nia Long", "user_name": "ana.ruiz", "fd": True})
    card.confirm.click()
    assert form.errors.names() == ["user_name"]
    form.set_values({"user_name": "nia.long"})
    card.confirm.click()
    assert len(card.model.rows) == before + 1
    password = card.shown.password.text()
    assert len(password) >= 12
    assert card.shown.isVisibleTo(card)
    card.shown.forget()
    assert card.shown.password.text() == ""
    at = next(i for i, row in enumerate(card.model.rows) if row.user_name == "nia.long")
    card.table.selectRow(at)
    card.close_account.click()
    assert card.model.rows[at].active is False
    card.reset.click()
    assert card.model.rows[at].active is True
    assert card.shown.password.text() not in ("", password)


def test_an_administrator_needs_a_second_person(qtbot: QtBot, runner: Runner, staff: Staff) -> None:
    card = people_of(qtbot, runner, staff, "ivo.admin")
    at = next(i for i, row in enumerate(card.model.rows) if row.user_name == "ana.ruiz")
    card.table.selectRow(at)
    card.close_account.click()
    form = card.cosigner.form
    assert form is not None
    assert card.model.rows[at].active
    form.set_values({"user_name": "dora.lead", "password": "wrong"})
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    assert card.model.rows[at].active
    form.set_values({"user_name": "cora.rules", "password": WORD})
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    form.set_values({"user_name": "dora.lead", "password": WORD})
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    assert not card.model.rows[at].active


def test_nobody_closes_their_own_account_here(qtbot: QtBot, runner: Runner, staff: Staff) -> None:
    card = people_of(qtbot, runner, staff, "dora.lead")
    at = next(i for i, row in enumerate(card.model.rows) if row.user_name == "dora.lead")
    card.table.selectRow(at)
    assert not card.close_account.isEnabled()


def test_places(qtbot: QtBot, runner: Runner, staff: Staff) -> None:
    page = page_of(qtbot, runner, staff, "ivo.admin")
    page.activate(Place("settings", task="places"))
    here, people = page.findChild(LocationsCard), page.findChild(PractitionersCard)
    assert here is not None
    assert people is not None
    here.open_form()
    assert here.adder is not None
    assert isinstance(here.adder.form, LocationForm)
    here.adder.form.set_values({"name": "Fresno", "code": "vis"})
    here.adder.confirm.click()
    assert here.adder.form.errors.names() == ["code"]
    here.adder.form.set_values({"code": "FRE", "state": "CA"})
    here.adder.form.zone.setEditText("America/Los_Angeles")
    here.adder.confirm.click()
    assert "Fresno" in [row.name for row in here.model.rows]
    assert staff.clinic.rows(lambda s: s.scalar(select(Location.zone).where(Location.code == "FRE"))) == (
        "America/Los_Angeles"
    )
    people.open_form()
    assert people.adder is not None
    assert isinstance(people.adder.form, PractitionerForm)
    people.adder.form.set_values({"family": "Dávila", "given": "Rosa", "npi": "123", "lanes": 2})
    people.adder.confirm.click()
    assert people.adder.form.errors.names() == ["npi"]
    people.adder.form.set_values({"npi": ""})
    people.adder.confirm.click()
    assert staff.clinic.rows(lambda s: s.scalar(select(Practitioner.lanes).where(Practitioner.family == "Dávila"))) == 2
    runner.ask(locations, then=lambda rows: None)


def test_backup_and_verify(qtbot: QtBot, runner: Runner, staff: Staff) -> None:
    page = page_of(qtbot, runner, staff, "ivo.admin", SettingsParts(data=data()))
    page.activate(Place("settings", task="data"))
    backup, verify = page.findChild(BackupCard), page.findChild(VerifyCard)
    assert backup is not None
    assert verify is not None
    assert backup.result.text() == "There is no backup yet."
    backup.button.click()
    assert backup.result.text() == "Last backup: 03/10/2026, 11:00 AM."
    verify.button.click()
    assert verify.result.text() == "The journal is whole: 7 entries."


def test_bad_news_of_the_data_is_said(qtbot: QtBot, runner: Runner, staff: Staff) -> None:
    def full(_job: Job) -> datetime:
        raise Unavailable("The disk is full.", next_step="Make room.")

    found = Verdict(7, (Finding("group", 3, "entry 3 was changed after it was written"),))
    parts = DataParts(None, full, lambda _job: found)
    page = page_of(qtbot, runner, staff, "ivo.admin", SettingsParts(data=parts))
    page.activate(Place("settings", task="data"))
    backup, verify = page.findChild(BackupCard), page.findChild(VerifyCard)
    assert backup is not None
    assert verify is not None
    backup.button.click()
    assert backup.says.isVisibleTo(page)
    assert backup.button.isEnabled()
    verify.button.click()
    assert verify.says.isVisibleTo(page)
