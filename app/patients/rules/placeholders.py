"""What people write when they do not know: values that say nothing, from resources/rules."""

import re
import tomllib
from collections.abc import Iterable
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


@cache
def placeholders() -> dict[str, Any]:
    """The tables that come with the program."""
    return read_rules("placeholders")


@cache
def unknown_dates() -> Stock:
    """Birth dates, as eight digits with the year first, that stand for not knowing one."""
    return stock_of(placeholders()["dates"], placeholders()["date_patterns"])


def read_rules(name: str) -> dict[str, Any]:
    """A file of resources/rules."""
    return tomllib.loads(resource("rules", f"{name}.toml").read_text(encoding="utf-8"))


def stock_of(words: Iterable[str], patterns: Iterable[str]) -> Stock:
    """A stock of these words, and of everything that one of the patterns fits whole."""
    together = "|".join(f"(?:{_own_groups(pattern, at)})" for at, pattern in enumerate(patterns))
    return Stock(frozenset(words), re.compile(together or r"(?!)", re.ASCII))


def _own_groups(pattern: str, at: int) -> str:
    r"""A pattern with the group that \1 means named, so that patterns can stand side by side."""
    if r"\1" not in pattern:
        return pattern
    return re.sub(r"(?<!\\)\((?!\?)", f"(?P<g{at}>", pattern, count=1).replace(r"\1", f"(?P=g{at})")
