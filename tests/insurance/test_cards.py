"""A digital card on a patient's record: read from a file, shown as differences, taken over field by field."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.core.errors import ClinicError, Unavailable
from app.exchange.actions.cards import read_card
from app.insurance.rules import CardFacts, card_differences, card_values
from app.insurance.tables import Coverage
from app.insurance.view.cards import CardDrawer
from app.insurance.view.section import InsuranceSection
from tests.support.clinic import Clinic
from tests.support.record import Record, record_of

CARD = CardFacts(
    payer="blue shield ppo", payer_phone="800-555-0100", person="María Núñez", plan_name="Gold", member_id="XEH884201776",
    group_number="G7", relation="spouse", subscriber="José Núñez", copay_cents=3000, starts_on=date(2026, 1, 1),
    notes=("Rx BIN 100045",),
)  # fmt: skip


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


@pytest.fixture
def section(record: Record, qtbot: QtBot) -> InsuranceSection:
    page = record.page(InsuranceSection)
    qtbot.addWidget(page)
    (made,) = page.sections
    assert isinstance(made, InsuranceSection)
    made.show_patient(1)
    return made


def shown(section: InsuranceSection, *cards: CardFacts) -> CardDrawer:
    section.show_card(cards)
    assert isinstance(section.drawer, CardDrawer)
    return section.drawer


def plans(desk: Clinic) -> list[Coverage]:
    wanted = select(Coverage).where(Coverage.patient_id == 1).order_by(Coverage.id)
    return desk.rows(lambda s: list(s.scalars(wanted)))


# ---------------------------------------------------------------------------------------------------------------- file


def test_the_card_of_the_guide_says_what_a_desk_needs(data_dir: Path) -> None:
    first, *others = read_card(data_dir / "fhir/carin-card/Example-Coverage1.json")
    assert (first.person, first.member_id, first.group_number, first.plan_name) == (
        "Jane Doe",
        "102345672-02",
        "993355",
        "Acme Gold Plus",
    )
    assert (first.payer, first.relation, first.subscriber, first.starts_on) == (
        "Acme Insurance Co",
        "spouse",
        "John Doe",
        date(2021, 1, 1),
    )
    assert first.notes[:2] == (
        "Card issued 12/15/2020 · Rx BIN 100045 · Rx PCN 1234000 · Network 561490", "rx: DED THEN $10/$40/$70/25%",
    )  # fmt: skip
    assert [(one.person, one.member_id, one.relation) for one in others] == [
        ("John Doe", "102345672-01", ""), ("Jimmy Doe", "102345672-03", ""), ("Ginny Doe", "102345672-04", ""),
    ]  # fmt: skip


def test_a_card_with_its_payer_gives_the_number_that_a_desk_calls(data_dir: Path, tmp_path: Path) -> None:
    names = ("Coverage1", "PayerOrganization1", "Patient2")
    held = [json.loads((data_dir / "fhir/carin-card" / f"Example-{name}.json").read_text()) for name in names]
    file = tmp_path / "card.json"
    file.write_text(json.dumps({"resourceType": "Bundle", "entry": [{"resource": one} for one in held]}))
    assert read_card(file)[0].payer_phone == "1-800-444-3333"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"resourceType": "Patient", "name": [{"family": "X"}]}', "It names no plan."),
        ("shc:/5676", "SMART Health Card"),
        ("x", "no JSON"),
    ],
)
def test_other_files_are_said(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "card.json"
    file.write_text(text)
    with pytest.raises(ClinicError) as told:
        read_card(file)
    assert words in told.value.message
    with pytest.raises(Unavailable):
        read_card(tmp_path / "nowhere.json")


# --------------------------------------------------------------------------------------------------------------- rules


def test_a_card_fills_what_it_says_and_differs_where_it_does() -> None:
    assert card_values(CardFacts(member_id="M", copay_cents=0)) == {"member_id": "M", "copay": 0}
    ours = {"member_id": "M", "copay": 2500, "group_number": "G"}
    assert [
        (one.field, one.ours, one.card) for one in card_differences(CardFacts(member_id="M", copay_cents=0), ours)
    ] == [("copay", 2500, 0)]


# -------------------------------------------------------------------------------------------------------------- screen


def test_each_difference_is_asked_and_what_is_refused_stays(section: InsuranceSection, desk: Clinic) -> None:
    drawer = shown(section, CARD)
    assert drawer.editing is not None
    assert [box.text() for box in drawer.boxes] == [
        "Group number: – → G7", "Name of the plan: – → Gold", "Co-pay: $25.00 → $30.00",
        "The patient is: The subscriber → Husband, wife or partner", "Subscriber: – → José Núñez",
    ]  # fmt: skip
    assert drawer.facts.text() == "On the card: blue shield ppo\nRx BIN 100045"
    _box(drawer, "Co-pay").setChecked(False)
    _box(drawer, "Subscriber").setChecked(False)
    _box(drawer, "Subscriber").setChecked(True)
    drawer.confirm.click()
    (plan,) = plans(desk)
    assert (plan.group_number, plan.plan_name, plan.copay_cents, plan.relation, plan.subscriber) == (
        "G7", "Gold", 2500, "spouse", "José Núñez",
    )  # fmt: skip
    assert section.drawer is None


def test_another_persons_card_and_a_new_payer_are_a_new_plan(section: InsuranceSection, desk: Clinic) -> None:
    new = replace(CARD, payer="Acme Insurance Co", member_id="A-1", person="Ann", copay_cents=None)
    drawer = shown(section, new, replace(new, person="Bo", member_id="A-2", relation="", subscriber=""))
    assert (drawer.editing, drawer.boxes, drawer.whose.count()) == (None, [], 2)
    drawer.whose.setCurrentIndex(1)
    assert (drawer.fields.member_id.text(), drawer.fields.subscriber.text()) == ("A-2", "")
    drawer.confirm.click()
    assert len(plans(desk)) == 1  # the payer is not in the list: it is said at its field, and nothing is lost
    drawer.new_payer.click()
    assert drawer.payer_drawer is not None
    assert (drawer.payer_drawer.fields.name.text(), drawer.payer_drawer.fields.phone.text()) == (
        "Acme Insurance Co",
        "800-555-0100",
    )
    drawer.payer_drawer.confirm.click()
    drawer.confirm.click()
    assert [(one.member_id, one.rank) for one in plans(desk)] == [("XEH884201776", 1), ("A-2", 2)]


def test_a_file_that_is_no_card_is_said_in_the_section(section: InsuranceSection, tmp_path: Path) -> None:
    section.model.reader = read_card
    section.refresh()
    assert section.read.isVisibleTo(section)
    section.model.read_card(tmp_path / "nowhere.json")
    assert section.says.text() == "The file cannot be read. Look whether it is there and open elsewhere."


def test_without_a_reader_nothing_is_offered(section: InsuranceSection) -> None:
    assert not section.read.isVisibleTo(section)
    assert [one.code for one in section.deeds()] == ["plus.plan"]


def _box(drawer: CardDrawer, field: str) -> QCheckBox:
    return next(box for box in drawer.boxes if box.text().startswith(field))
