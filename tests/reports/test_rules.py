from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.rules import counts, sentences, words
from app.reports.rules.measures import Measure
from app.reports.rules.values import (
    Block,
    Drawer,
    EndOfDay,
    Line,
    Outcome,
    PractitionerDay,
    Receipt,
    ReceiptRow,
    RedItem,
    Tomorrow,
    VisitRow,
)
from tests.reports import day


def visit(outcome: Outcome, start: time = time(9), **more: object) -> VisitRow:
    row = VisitRow(start, 45, "Garza, Ximena", "20417", "p0", "Treatment", outcome)
    return replace(row, **more)  # type: ignore[arg-type]


def report(*visits: VisitRow, **more: object) -> EndOfDay:
    base = EndOfDay("Clinic", "Visalia", day.DAY, "UTC", datetime(2026, 11, 19, 18), "D. Marsh", visits)  # noqa: DTZ001
    return replace(base, **more)  # type: ignore[arg-type]


ATTENDED, NOSHOW, LATE = visit(Outcome.ATTENDED), visit(Outcome.NOSHOW), visit(Outcome.LATE_CANCEL)


# ------------------------------------------------------------------------------------------------------------ headline


@pytest.mark.parametrize(
    ("visits", "said"),
    [
        ((), ["No visits were booked."]),
        ((ATTENDED,), ["The one visit of the day was attended."]),
        ((ATTENDED,) * 12, ["All 12 visits were attended."]),
        ((ATTENDED, NOSHOW), ["1 of 2 visits were attended.", "One patient did not show."]),
        ((ATTENDED, *(NOSHOW,) * 11), ["1 of 12 visits were attended.", "11 patients did not show."]),
        ((ATTENDED, LATE), ["1 of 2 visits were attended.", "One cancelled late."]),
        ((ATTENDED, visit(Outcome.CANCELLED)), ["1 of 2 visits were attended.", "One was cancelled in time."]),
        (
            (ATTENDED, visit(Outcome.LEFT), NOSHOW),
            ["1 of 3 visits were attended.", "One patient did not show; one left unseen."],
        ),
        ((ATTENDED, visit(Outcome.OPEN)), ["1 of 2 visits were attended, one still open."]),
        (
            (visit(Outcome.ATTENDED, due=3000, paid=3000),) * 2,
            ["All 2 visits were attended.", "Nothing due today is unpaid."],
        ),
        ((visit(Outcome.ATTENDED, due=3000),) * 2, ["All 2 visits were attended.", "Two visits still owe $60.00."]),
    ],
)
def test_the_headline_is_made_of_rules(visits: tuple[VisitRow, ...], said: list[str]) -> None:
    assert sentences.headline(report(*visits)) == said


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ((True,), "The one late cancel was refilled."),
        ((False,), "The one late cancel was not refilled."),
        ((True, True, False), "Of three late cancels, two were refilled."),
        ((True, False), "Of two late cancels, one was refilled."),
        ((False, False), "Of two late cancels, none was refilled."),
    ],
)
def test_the_headline_says_what_became_of_the_holes(filled: tuple[bool, ...], said: str) -> None:
    rows = [visit(Outcome.LATE_CANCEL, hole_filled=one) for one in filled]
    assert sentences.headline(report(ATTENDED, *rows))[1] == said


@pytest.mark.parametrize(
    ("counted", "said"),
    [(20500, "The drawer agrees."), (20000, "The drawer is $5.00 short."), (20600, "The drawer is $1.00 over.")],
)
def test_the_drawer_is_in_the_headline(counted: int, said: str) -> None:
    assert said in sentences.headline(report(ATTENDED, drawer=Drawer(20000, 500, counted)))


@pytest.mark.parametrize(
    ("red", "said"),
    [
        (0, "Every visit tomorrow is ready."),
        (1, "One visit tomorrow is not ready."),
        (4, "Four visits tomorrow are not ready."),
    ],
)
def test_tomorrow_is_in_the_headline(red: int, said: str) -> None:
    items = (RedItem(time(9), "Haddad, Layla", "No referral"),) * red
    assert sentences.headline(report(ATTENDED, tomorrow=Tomorrow(9, items)))[-1] == said


def test_a_day_without_data_for_tomorrow_does_not_mention_it() -> None:
    assert sentences.headline(report(ATTENDED, ATTENDED)) == ["All 2 visits were attended."]


# -------------------------------------------------------------------------------------------------------------- counts


@pytest.mark.parametrize(
    ("status", "encounter", "flags", "outcome"),
    [
        ("booked", "", {}, Outcome.OPEN),
        ("arrived", "", {}, Outcome.OPEN),
        ("checked-in", "", {}, Outcome.OPEN),
        ("checked-in", "in-progress", {}, Outcome.OPEN),
        ("checked-in", "completed", {}, Outcome.ATTENDED),
        ("fulfilled", "completed", {}, Outcome.ATTENDED),
        ("noshow", "", {}, Outcome.NOSHOW),
        ("cancelled", "", {}, Outcome.CANCELLED),
        ("cancelled", "", {"late": True}, Outcome.LATE_CANCEL),
        ("cancelled", "", {"left": True}, Outcome.LEFT),
    ],
)
def test_an_outcome_comes_from_the_codes(status: str, encounter: str, flags: dict[str, bool], outcome: Outcome) -> None:
    assert counts.outcome_of(status, encounter, **flags) is outcome


@given(st.lists(st.sampled_from(list(Outcome)), max_size=60))
def test_every_visit_is_counted_once(outcomes: list[Outcome]) -> None:
    tally = counts.tally([visit(outcome) for outcome in outcomes])
    assert tally.attended + tally.lost + tally.open == tally.scheduled == len(outcomes)
    assert len(counts.lost_visits([visit(outcome) for outcome in outcomes])) == tally.lost


def test_a_rate_without_a_denominator_is_left_out() -> None:
    assert counts.rates(report()) == []
    assert [rate.measure for rate in counts.rates(report(ATTENDED))] == [
        Measure.ARRIVED,
        Measure.NOSHOW,
        Measure.LATE_CANCEL,
        Measure.CANCELLED,
    ]


def test_page_one_has_places_for_six_rates() -> None:
    assert len(counts.rates(day.full())) == 6


def test_utilization_counts_a_shared_minute_once_and_leaves_blocks_out() -> None:
    person = PractitionerDay("p0", "Ana Reyes, PT", "Reyes", (Block(time(8), time(12)),), (Block(time(11), time(12)),))
    both = (visit(Outcome.ATTENDED), visit(Outcome.ATTENDED, time(9, 30)), visit(Outcome.NOSHOW, time(10, 30)))
    assert counts.use_of(report(*both, practitioners=(person,))) == [(person, 75, 180)]


def test_the_best_used_practitioner_comes_first_and_one_without_hours_last() -> None:
    hours = (Block(time(8), time(12)),)
    people = tuple(PractitionerDay(key, key, key, hours if key != "a" else ()) for key in "abc")
    rows = (visit(Outcome.ATTENDED, practitioner="c"), visit(Outcome.ATTENDED, practitioner="a"))
    assert [line[0].key for line in counts.use_of(report(*rows, practitioners=people))] == ["c", "b", "a"]


def test_a_block_may_end_at_midnight() -> None:
    assert Block(time(22), time(0)).last == 24 * 60


def test_void_receipts_take_nothing() -> None:
    rows = (
        ReceiptRow(1, "A", (("Cash", 500), ("Card", 700))),
        ReceiptRow(3, "B", (("Cash", 900),), void="wrong patient"),
    )
    assert counts.collected(rows) == 1200
    assert counts.method_totals(rows) == [("Card", 1, 700), ("Cash", 1, 500)]
    assert counts.missing_numbers(rows) == [2]
    assert counts.missing_numbers(()) == []


def test_waits_are_median_ninetieth_and_longest() -> None:
    assert counts.waits([visit(Outcome.ATTENDED, waited=n) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 30)]) == (5, 30, 30)
    assert counts.waits([visit(Outcome.ATTENDED)]) is None


def test_the_strip_shows_whole_hours_around_the_day() -> None:
    assert counts.hours_shown(report(visit(Outcome.ATTENDED, time(7, 45)), visit(Outcome.OPEN, time(16, 30)))) == (
        7,
        18,
    )
    assert counts.hours_shown(report(visit(Outcome.ATTENDED, time(23, 45)))) == (23, 24)
    assert counts.hours_shown(report()) == (8, 17)


# --------------------------------------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("cents", "shown"), [(0, "0.00"), (5, "0.05"), (-500, "−5.00"), (123456789, "1,234,567.89"), (-1, "−0.01")]
)
def test_money_has_two_decimals_and_a_real_minus(cents: int, shown: str) -> None:
    assert words.money(cents) == shown


@pytest.mark.parametrize(
    ("at", "shown"),
    [(time(0, 5), "12:05 AM"), (time(12), "12:00 PM"), (time(9, 30), "9:30 AM"), (time(23, 59), "11:59 PM")],
)
def test_times_are_said_as_the_desk_says_them(at: time, shown: str) -> None:
    assert words.clock(at) == shown
    assert words.clock(at, half=False) == shown[:-3]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.844, "84"), (0.0999, "10"), (0.0517, "5.2"), (1.0, "100"), (0.0, "0"), (0.03, "3"), (0.148, "15")],
)
def test_percent_has_a_decimal_only_where_it_tells(value: float, shown: str) -> None:
    assert words.percent(value) == shown


@pytest.mark.parametrize(("count", "shown"), [(0, "no"), (1, "one"), (10, "ten"), (11, "11"), (1200, "1,200")])
def test_numbers_to_ten_are_words(count: int, shown: str) -> None:
    assert words.number(count) == shown


def test_days_are_said_in_words() -> None:
    assert words.long_day(date(2026, 11, 19)) == "Thursday, November 19, 2026"
    assert words.visit_day(date(2026, 11, 24)) == "Tuesday, November 24"


@pytest.mark.parametrize(
    ("due", "paid", "said"),
    [
        (2500, 2500, "Paid in full: $25.00. Nothing is owed for today."),
        (2500, 1000, "Paid: $10.00. Still owed: $15.00."),
        (2500, 0, "Nothing was paid today. Still owed: $25.00."),
        (0, 0, "Nothing was due today."),
        (2500, 3000, "Paid: $30.00, $5.00 more than was due."),
    ],
)
def test_a_receipt_says_paid_or_owed_in_one_sentence(due: int, paid: int, said: str) -> None:
    at = datetime(2026, 11, 19, 9)  # noqa: DTZ001 - a wall clock by contract
    lines, parts = (Line("Co-pay", due),), (Line("Cash", paid),) if paid else ()
    value = Receipt("Clinic", "Visalia", "", "", 1, at, "Garza, Ximena", "1", None, lines, parts, "L. Ortiz", "9c02")
    assert sentences.receipt_headline(value) == said


def test_money_cells_are_blank_where_nothing_applies() -> None:
    assert sentences.paid_word(visit(Outcome.NOSHOW, due=3000)) == ""
    assert sentences.paid_word(visit(Outcome.ATTENDED)) == ""
    assert sentences.paid_word(visit(Outcome.ATTENDED, due=3000, paid=1000)) == "owes 20.00"
    assert sentences.paid_word(visit(Outcome.ATTENDED, due=3000, paid=3000)) == "30.00"
