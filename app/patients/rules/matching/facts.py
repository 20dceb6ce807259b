"""Facts that comparing needs, from resources/rules: nicknames, placeholders, street words, how common a name is."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.core.paths import resource


@dataclass(frozen=True, slots=True)
class Stock:
    """Values of one kind that stand for "not known"."""

    words: frozenset[str]
    pattern: re.Pattern[str]

    def holds(self, value: str) -> bool:
        """Whether a value, as compared, stands for none."""
        return value in self.words or self.pattern.fullmatch(value) is not None


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
    names, empty = _read("name-counts"), _read("placeholders")
    streets = _read("streets")
    given = _counts(names["given"])
    newer = dict.fromkeys(names["newer"].split(), names["newer_count"] / 100_000)
    return Facts(
        formal=_formal(_read("nicknames")["nicknames"]),
        street=_short(streets["street"]),
        unit=_short(streets["unit"]),
        family_share=_counts(names["family"]),
        given_share={**newer, **given},
        rare_family=names["rare_family"] / 100_000,
        rare_given=names["rare_given"] / 100_000,
        name=_stock(empty["names"], empty["name_patterns"]),
        date=_stock(empty["dates"], empty["date_patterns"]),
        phone=_stock((), empty["phone_patterns"]),
        ssn=_stock(empty["ssns"], empty["ssn_patterns"]),
        email=_stock(empty["emails"], empty["email_patterns"]),
        address=_stock(empty["addresses"], empty["address_patterns"]),
        city=_stock(empty["cities"], ()),
        zip=_stock(empty["zips"], ()),
        member=_stock(empty["members"], empty["member_patterns"]),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("rules", f"{name}.toml").read_text(encoding="utf-8"))


def _stock(words: Iterable[str], patterns: Iterable[str]) -> Stock:
    together = "|".join(f"(?:{_own_groups(pattern, at)})" for at, pattern in enumerate(patterns))
    return Stock(frozenset(words), re.compile(together or r"(?!)", re.ASCII))


def _own_groups(pattern: str, at: int) -> str:
    r"""A pattern with the group that \1 means named, so that patterns can stand side by side."""
    if r"\1" not in pattern:
        return pattern
    return re.sub(r"(?<!\\)\((?!\?)", f"(?P<g{at}>", pattern, count=1).replace(r"\1", f"(?P=g{at})")


def _counts(text: str) -> dict[str, float]:
    words = text.split()
    return {name: int(count) / 100_000 for name, count in zip(words[::2], words[1::2], strict=True)}


def _formal(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, short in table.items():
        for one in (name, *short.split()):
            found.setdefault(one, set()).add(name)
    return {name: frozenset(formal) for name, formal in found.items()}


def _short(table: Mapping[str, str]) -> dict[str, str]:
    return {word: short for short, words in table.items() for word in (short, *words.split())}
