"""The director sets the rule for absences on a card of the settings."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.ports import Here, Ports
from app.kit import theme
from app.runner.bridge import Runner
from app.schedule.queries.attendance import attendance_rule
from app.schedule.view.setup.absences import AbsencesCard
from tests.schedule.test_attendance import RULE
from tests.support.clinic import ANYONE, ZONE, Clinic


@pytest.fixture
def card(qapp: QApplication, qtbot: QtBot, desk: Clinic) -> Iterator[AbsencesCard]:
    theme.apply(qapp)
    runner = Runner(desk.executor, inline=True)
    runner.actor = ANYONE
    made = AbsencesCard(runner, Ports(here=lambda: Here(1, ZONE, desk.day, desk.day)))
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.look()
    yield made
    runner.close()


def test_the_shipped_rule_is_shown_and_another_one_set(card: AbsencesCard, desk: Clinic) -> None:
    assert card.about.text().startswith("Nobody has set a rule yet")
    assert (card.form.notice_hours.value(), card.form.fee_after.text()) == (24, "never")
    card.form.fee_after.setValue(2)
    card.form.late_cancel_cents.set_value(3500)
    card.form.no_show_cents.set_value(3500)
    card.save.click()
    assert desk.executor.fetch(attendance_rule, ANYONE, 1).policy == replace(RULE, no_show_cents=3500)
    assert card.about.text().startswith("Set by the clinic.")


def test_a_fee_without_an_amount_is_said_at_its_field(card: AbsencesCard) -> None:
    card.form.fee_after.setValue(2)
    card.save.click()
    assert card.form.errors.names() == ["no_show_cents"]


def test_a_day_that_is_over_is_said_at_its_field(card: AbsencesCard, desk: Clinic) -> None:
    card.form.valid_from.set_value(date(2026, 3, 9))
    card.save.click()
    assert card.form.errors.names() == ["valid_from"]
    assert not desk.executor.fetch(attendance_rule, ANYONE, 1).is_set
