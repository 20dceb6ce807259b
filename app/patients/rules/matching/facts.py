"""Facts that comparing needs, from resources/rules: nicknames, placeholders, street words, how common a name is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.patients.rules.nicknames import formal_names
from app.patients.rules.placeholders import Stock, placeholders, read_rules, stock_of, unknown_dates


@dataclass(frozen=True, slots=True)
class Facts:
    """All tables, made once.

    `formal` gives for every name the formal names it may stand for, itself among them when it is one. `family_share` and
    `given_share` say which part of all people bears a name.
    """

    formal: Mapping[str, frozenset[str]]
    street: Mapping[str, str]
    unit: Mapping[str, str]
    family_share: Mapping[str, float]
    given_share: Mapping[str, float]
    rare_family: float
    rare_given: float
    name: Stock
    date: Stock
    phone: Stock
    ssn: Stock
    email: Stock
    address: Stock
    city: Stock
    zip: Stock
    member: Stock

    def is_given(self, name: str) -> bool:
        """Whether this is known as somebody's first name, and so hardly a slip of the keys."""
        return name in self.given_share or name in self.formal


@cache
def facts() -> Facts:
    """The tables that come with the program."""
    names, empty = read_rules("name-counts"), placeholders()
    streets = read_rules("streets")
    given = _counts(names["given"])
    newer = dict.fromkeys(names["newer"].split(), names["newer_count"] / 100_000)
    return Facts(
        formal=formal_names(),
        street=_short(streets["street"]),
        unit=_short(streets["unit"]),
        family_share=_counts(names["family"]),
        given_share={**newer, **given},
        rare_family=names["rare_family"] / 100_000,
        rare_given=names["rare_given"] / 100_000,
        name=stock_of(empty["names"], empty["name_patterns"]),
        date=unknown_dates(),
        phone=stock_of((), empty["phone_patterns"]),
        ssn=stock_of(empty["ssns"], empty["ssn_patterns"]),
        email=stock_of(empty["emails"], empty["email_patterns"]),
        address=stock_of(empty["addresses"], empty["address_patterns"]),
        city=stock_of(empty["cities"], ()),
        zip=stock_of(empty["zips"], ()),
        member=stock_of(empty["members"], empty["member_patterns"]),
    )


def _counts(text: str) -> dict[str, float]:
    words = text.split()
    return {name: int(count) / 100_000 for name, count in zip(words[::2], words[1::2], strict=True)}


def _short(table: Mapping[str, str]) -> dict[str, str]:
    return {word: short for short, words in table.items() for word in (short, *words.split())}
