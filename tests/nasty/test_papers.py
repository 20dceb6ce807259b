"""Nasty texts on paper: every name prints literally or is marked, and no paper fails."""

import unicodedata
from dataclasses import replace

import pytest

from app.reports.documents import end_of_day, receipt
from app.reports.layout.faces import clean, has_marks
from tests.nasty.corpus import big_list, own
from tests.reports.day import many
from tests.reports.pdf import text as printed
from tests.reports.test_letters import PAID

#: names are at most this long when they reach paper
LONGEST = 120
#: names beyond this may wrap or be split over lines, so only that they print is asked
ON_A_LINE = 30


def names(part: int = 1) -> list[str]:
    """The corpus as names, as long as a registration lets them be; of the big list every `part`-th."""
    return [text[:LONGEST] for text in own() + big_list()[::part]]


def _squeezed(text: str) -> str:
    kept = (sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign)[0] not in "CZ")
    return "".join(kept)


@pytest.mark.timeout(300)
def test_receipts_print_every_name_or_mark_it() -> None:
    for name in names(part=4):
        said = printed(receipt(replace(PAID, patient=name, taken_by=name, why=name)))
        marked = has_marks(name) or any(unicodedata.category(sign)[0] == "M" for sign in clean(name))
        if len(name) <= ON_A_LINE and not marked and clean(name).isprintable():
            assert _squeezed(name) in _squeezed(said), name


@pytest.mark.timeout(300)
def test_the_day_prints_whoever_came() -> None:
    people = names()
    report = many(len(people))
    rows = tuple(replace(row, patient=name, payer=name) for row, name in zip(report.visits, people, strict=True))
    said = _squeezed(printed(end_of_day(replace(report, visits=rows))))
    plain = [one for one in people if one.isascii() and one.isprintable() and 2 < len(one.strip()) <= 12]
    assert not [one for one in plain if _squeezed(one) not in said]
