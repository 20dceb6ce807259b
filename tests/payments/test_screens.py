"""The money on a record: in words, taken, printed again, made void."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.access import Permission
from app.core.ports import Place
from app.payments.actions import TakePayment, take_payment
from app.payments.queries import patient_receipts
from app.payments.rules import Method, Part
from app.payments.tables import VisitDue
from app.payments.view.section import PaymentsSection, TakeDrawer
from app.payments.viewmodel import MoneyModel
from app.visits.actions import CloseDay, close_day
from tests.support.clinic import Clinic
from tests.support.record import Record, record_of
from tests.visits.flow import CARD, CLERK, ELSEWHERE, booked, without

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def record(qtbot: QtBot, desk: Clinic) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


@pytest.fixture
def model(record: Record) -> MoneyModel:
    made = MoneyModel(record.runner, record.ports)
    record.hear(made)
    made.show(1)
    return made


def owe(clinic: Clinic, cents: int = 2500) -> None:
    """A visit of the week before that was not paid."""
    day = date(2026, 3, 3)
    visit = booked(clinic, day=date(2026, 3, 17))
    clinic.add(VisitDue(appointment_id=visit, patient_id=1, location_id=1, day=day, due_cents=cents))


def section_of(record: Record, qtbot: QtBot, task: str = "") -> PaymentsSection:
    page = record.page(PaymentsSection)
    qtbot.addWidget(page)
    page.activate(Place("patients", patient_id=1, task=task))
    (made,) = page.sections
    assert isinstance(made, PaymentsSection)
    return made


def write(words: str) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def confirm() -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()


def test_receipts_of_ones_own_locations_newest_first(clinic: Clinic) -> None:
    for place in (1, 2, 1):
        clinic.do(take_payment, TakePayment(patient_id=1, location_id=place, parts=CARD))
    mine = clinic.executor.fetch(patient_receipts, CLERK, 1)
    assert [(row.location_id, row.number) for row in mine] == [(1, 2), (1, 1)]
    far = clinic.executor.fetch(patient_receipts, ELSEWHERE, 1, "moved here")
    assert [(row.location_id, row.number) for row in far] == [(2, 1)]


def test_a_receipt_is_said_in_words(model: MoneyModel) -> None:
    model.take((Part(Method.CARD, 2000), Part(Method.CASH, 500)))
    (line,) = model.lines()
    assert (line.number, line.day, line.at) == ("1", "03/10/2026", "10:40 AM")
    assert (line.methods, line.amount, line.taken_for) == ("Card $20.00, Cash $5.00", "$25.00", "To the balance")
    model.void(line.row, "typed twice")
    (line,) = model.lines()
    assert (line.state, line.why, line.is_void) == ("Void", "typed twice", True)
    assert not model.may_void(line.row)


def test_what_is_owed_is_said_to_who_may_see_it(desk: Clinic, qtbot: QtBot) -> None:
    owe(desk)
    for actor, words in ((CLERK, "$25.00 is owed from earlier visits."), (without(Permission.VIEW_INSURANCE), "")):
        with record_of(desk, actor) as record:
            made = MoneyModel(record.runner, record.ports)
            made.show(1)
            assert made.balance_words() == words


def test_no_right_to_take_no_card(desk: Clinic, qtbot: QtBot) -> None:
    with record_of(desk, without(Permission.TAKE_PAYMENT)) as record:
        assert section_of(record, qtbot).isHidden()


def test_nothing_is_no_payment(record: Record, model: MoneyModel) -> None:
    model.take(())
    assert record.field == "amount"
    assert not model.busy


def test_the_balance_is_taken_by_one_confirm(record: Record, desk: Clinic, qtbot: QtBot) -> None:
    owe(desk)
    section = section_of(record, qtbot, "take-payment")
    assert isinstance(section.drawer, TakeDrawer)
    assert section.drawer.confirm.label() == "Take $25.00"
    confirm()
    assert section.drawer is None
    assert record.said == ["Took $25.00 · receipt 1"]
    assert section.beside.text() == "Nothing is owed from earlier visits."
    section.print.click()
    section.print.click()
    key = section.model.receipts[0].payment_id
    assert record.receipts == [(key, False), (key, True)]


def test_money_after_a_closed_day_asks_why(record: Record, desk: Clinic, qtbot: QtBot) -> None:
    desk.do(close_day, CloseDay(location_id=1, day=desk.day))
    section = section_of(record, qtbot, "take-payment")
    assert isinstance(section.drawer, TakeDrawer)
    section.drawer.paying.rows[0].amount.setText("10")
    assert section.drawer.fields.root.isHidden()
    confirm()
    assert QApplication.focusWidget() is section.drawer.fields.after_close_reason
    write("came back")
    confirm()
    assert section.drawer is None
    assert section.model.receipts[0].after_close_reason == "came back"


def test_a_receipt_is_made_void_with_a_reason(record: Record, desk: Clinic, qtbot: QtBot) -> None:
    desk.do(take_payment, TakePayment(patient_id=1, location_id=1, parts=CARD))
    section = section_of(record, qtbot)
    assert section.void.label() == "Make 1 void…"
    section.void.click()
    confirm()
    assert section.drawer is not None
    assert section.drawer.form.errors.names() == ["reason"]
    write("typed twice")
    confirm()
    assert section.drawer is None
    assert section.void.isHidden()


def test_who_may_not_make_void_sees_no_button(desk: Clinic, qtbot: QtBot) -> None:
    desk.do(take_payment, TakePayment(patient_id=1, location_id=1, parts=CARD))
    actor = replace(without(Permission.VOID_PAYMENT), name="Cy")
    with record_of(desk, actor) as record:
        section = section_of(record, qtbot)
        assert section.void.isHidden()
        assert not section.print.isHidden()
