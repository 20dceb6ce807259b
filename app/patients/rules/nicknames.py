"""What people are called in everyday life, from resources/rules: Bob finds Robert, and Robert finds Bob."""

from collections.abc import Mapping
from functools import cache

from app.patients.rules.placeholders import read_rules

Names = Mapping[str, frozenset[str]]


@cache
def formal_names() -> Names:
    """For every name the formal names it may stand for, itself among them when it is one."""
    found: dict[str, set[str]] = {}
    for name, short in read_rules("nicknames")["nicknames"].items():
        for one in (name, *short.split()):
            found.setdefault(one, set()).add(name)
    return {name: frozenset(formal) for name, formal in found.items()}


@cache
def _short_names() -> Names:
    """For every formal name those that may stand for it."""
    found: dict[str, set[str]] = {}
    for short, formal in formal_names().items():
        for name in formal:
            found.setdefault(name, set()).add(short)
    return {name: frozenset(others) for name, others in found.items()}


def nicknames(word: str) -> frozenset[str]:
    """The names that a folded name may stand for, and those that may stand for it."""
    return (formal_names().get(word, frozenset()) | _short_names().get(word, frozenset())) - {word}
