"""The director sets the rule for absences on a card of the settings."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.errors import NotFound, Stale
from app.core.ports import Here, Ports
from app.kit import theme
from app.runner.bridge import Runner
from app.schedule.actions import SetAttendancePolicy, TakeBackPolicy, set_attendance_policy, take_back_policy
from app.schedule.queries.attendance import attendance_rule
from app.schedule.view.setup.absences import AbsencesCard, step_words
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


def shown(card: AbsencesCard) -> list[tuple[str, ...]]:
    """The list as it is read."""
    rows, columns = range(card.rows.rowCount()), range(card.rows.columnCount())
    return [tuple(str(card.rows.index(row, column).data()) for column in columns) for row in rows]


def test_rules_by_date_are_listed_and_one_to_come_is_taken_back(card: AbsencesCard, desk: Clinic) -> None:
    undo: list[Callable[[], None]] = []
    card.ports.undoable = lambda _words, back: undo.append(back)
    old = SetAttendancePolicy(location_id=1, valid_from=date(2026, 3, 10), policy=RULE)
    desk.do(set_attendance_policy, old)
    card.look()
    card.form.valid_from.set_value(date(2026, 4, 1))
    card.form.notice_hours.setValue(48)
    card.save.click()
    assert shown(card) == [
        ("from 04/01/2026", "48 h before · 180 days", "to come"),
        ("03/10/2026 to 03/31/2026", "24 h before · 180 days", "holds now"),
    ]
    assert step_words(RULE) == "warn at 1 · fee at 2: $35.00 late, $50.00 missed · review at 3"
    assert card.form.notice_hours.value() == 24, "the rule in force stands in the fields"
    assert card.note.text() == "Takes the place of the rules from 04/01/2026."
    card.table.selectRow(1)
    assert not card.back.isVisible()
    card.take_back()
    assert card.says.isVisible()
    card.table.selectRow(0)
    assert card.back.isVisible()
    card.back.click()
    assert [row[0] for row in shown(card)] == ["from 03/10/2026"]
    assert not card.says.isVisible()
    undo[-1]()
    assert [row[0] for row in shown(card)] == ["from 04/01/2026", "03/10/2026 to 03/31/2026"]


def test_a_rule_taken_back_leaves_the_one_after_it(card: AbsencesCard, desk: Clinic) -> None:
    for month in (3, 4, 5):
        day = date(2026, month, 10)
        made = desk.do(set_attendance_policy, SetAttendancePolicy(location_id=1, valid_from=day, policy=RULE))
        if month == 4:
            middle = TakeBackPolicy(policy_id=made.policy_id, version=2)
    card.look()
    card.table.selectRow(1)
    card.back.click()
    assert any("Another rule follows this one." in one.text() for one in card.says.findChildren(QLabel))
    assert len(shown(card)) == 3
    desk.do(take_back_policy, middle)
    with pytest.raises(NotFound):
        desk.do(take_back_policy, replace(middle, id=uuid4()))
    card.look()
    assert [row[0] for row in shown(card)] == ["from 05/10/2026", "03/10/2026 to 05/09/2026"]
    stale = TakeBackPolicy(policy_id=made.policy_id, version=9)
    with pytest.raises(Stale):
        desk.do(take_back_policy, stale)
