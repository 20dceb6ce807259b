"""Receipt and recovery key."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PIL import ImageChops

from app.reports.documents import receipt, recovery_key
from app.reports.layout.grid import FOOT, LEFT, RIGHT
from app.reports.rules.values import Line, NextVisit, Receipt, RecoveryKeySheet
from tests.reports.pdf import fonts, pages, picture, text, words

PAID = Receipt(
    clinic="Sequoia Physical Therapy",
    location="Visalia",
    address="1240 W. Mineral King Ave., Visalia, CA 93291",
    phone="(559) 555-0142",
    number=4114,
    issued_at=datetime(2026, 11, 19, 9, 52),  # noqa: DTZ001 - a wall clock by contract
    patient="Nguyễn, Thị Kim-Anh",
    mrn="20554",
    visit_at=datetime(2026, 11, 19, 9),  # noqa: DTZ001
    charges=(Line("Co-pay, treatment with Ana Reyes, PT", 2500), Line("Balance from before", 0)),
    payments=(Line("Cash, 40.00 given, 15.00 back", 2500),),
    taken_by="L. Ortiz, Visalia desk 2",
    check="9c02d1a7",
    why="Your plan, Anthem HMO, asks a co-pay of $25.00 for each therapy visit.",
    next_visits=(NextVisit(datetime(2026, 11, 24, 9, 30), "Linh Trần, PT"),),  # noqa: DTZ001
    change_rule="To change a visit, call (559) 555-0142 at least 24 hours before.",
)
KEY = RecoveryKeySheet(
    "Sequoia Physical Therapy",
    "Visalia",
    ("K7QM", "4XTD", "92WB", "HRN6", "C3ZP", "V8FJ", "5YGA", "E0SK"),
    "5D·90·E2",
    date(2026, 11, 19),
)
NASTY = "<b>&{x}\x00\u202e " + "Featherstonehaugh " * 12


def test_a_receipt_answers_paid_or_owed_first() -> None:
    said = text(receipt(PAID))
    for part in (
        "Receipt no. 4,114",
        "Thursday, November 19, 2026, 9:52 AM",
        "Paid in full: $25.00. Nothing is owed for today.",
        "Nguyễn, Thị Kim-Anh",
        "9C02 D1A7",
        "Tuesday, November 24",
        "Page 1 of 1",
    ):
        assert part in said
    assert "COPY" not in said


def test_a_reprint_says_so_beside_the_number() -> None:
    assert "Receipt no. 4,114 · COPY 2" in text(receipt(replace(PAID, copy=2)))


def test_a_void_receipt_says_so_on_top() -> None:
    said = text(receipt(replace(PAID, void="wrong patient")))
    assert "This receipt is void." in said
    assert "Void: wrong patient" in said


@pytest.mark.parametrize(
    "value",
    [
        PAID,
        replace(PAID, patient=NASTY, clinic=NASTY, address=NASTY, taken_by=NASTY, why=NASTY, void=NASTY),
        replace(PAID, charges=PAID.charges * 9, payments=PAID.payments * 6, next_visits=PAID.next_visits * 9),
        replace(PAID, patient="王敏", next_visits=(), visit_at=None, payments=(), phone=""),
    ],
)
def test_a_receipt_is_one_sheet_whatever_it_holds(value: Receipt) -> None:
    data = receipt(value)
    assert len(pages(data)) == 1
    assert all(name.startswith("Frontdesk") and embedded for name, embedded in fonts(data).items())
    for said, left, bottom, right, _ in words(data):
        assert left >= LEFT - 3, said
        assert right <= RIGHT + 3, said
        assert bottom >= 792 - FOOT - 4, said


def test_many_lines_push_the_fold_down_and_the_sums_stay_right() -> None:
    said = text(receipt(replace(PAID, charges=PAID.charges * 15, payments=PAID.payments * 15)))
    assert "17 more lines 200.00" in said
    assert "2 more lines 50.00" in said
    assert said.count("375.00") >= 3
    assert "fold" not in said


def test_more_visits_than_the_sheet_holds_are_counted() -> None:
    assert "6 more are booked" in text(receipt(replace(PAID, next_visits=PAID.next_visits * 9)))


def test_the_recovery_key_is_whole_and_only_above_the_cut() -> None:
    said = words(recovery_key(KEY))
    for group in KEY.groups:
        assert [bottom for word, _, bottom, _, _ in said if word.replace(" ", "") == group] > [400]
    slip = " ".join(word for word, _, bottom, _, _ in said if bottom < 198)
    assert "5D·90·E2" in slip
    assert not any(group in slip.replace(" ", "") for group in KEY.groups)


def test_the_recovery_key_takes_other_groupings() -> None:
    for groups in (("ABCDE-12345",) * 6, ("K7QM",) * 16):
        data = recovery_key(replace(KEY, groups=groups))
        assert len(pages(data)) == 1
        assert text(data).replace(" ", "").count(groups[0]) == len(groups)


@pytest.mark.parametrize("data", [receipt(PAID), recovery_key(KEY)])
def test_patients_and_owners_papers_have_no_colour(data: bytes) -> None:
    red, green, blue = picture(data).split()
    for other in (green, blue):
        assert ImageChops.difference(red, other).point(lambda value: 255 if value > 12 else 0).getbbox() is None
