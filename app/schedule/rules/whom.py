"""Whom somebody means who types names and skills: "Lee or hands", "okafor, vestibular"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.patients.rules.folding import fold

_BETWEEN = re.compile(r"[,;/\n]| or | o | y | and ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whom:
    """Who was meant. `unknown` is the first part that names nobody and nothing."""

    practitioner_ids: frozenset[int] = frozenset()
    skills: frozenset[str] = frozenset()
    unknown: str = ""


def whom(text: str, people: Mapping[int, str], skills: Iterable[str]) -> Whom:
    """Read names (by id) and skills by their beginnings, accents and case aside; a name goes before a skill."""
    ids, meant, known = set[int](), set[str](), sorted(skills)
    for part in _BETWEEN.split(text):
        wanted = fold(part)
        if not wanted:
            continue
        who = {one for one, name in people.items() if fold(name).startswith(wanted)}
        what = {one for one in known if any(fold(word).startswith(wanted) for word in (one, *one.split()))}
        if not who and not what:
            return Whom(frozenset(ids), frozenset(meant), part.strip())
        ids |= who
        meant |= set() if who else what
    return Whom(frozenset(ids), frozenset(meant))
