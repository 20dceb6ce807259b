"""How much each level of a comparison weighs, and how common each value is: learnt or shipped, a plain value either way."""

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any, Final

from app.core.paths import resource
from app.patients.rules.matching.facts import facts
from app.patients.rules.matching.levels import KINDS, Family, Field
from app.patients.rules.matching.traits import Traits

#: one person, strangers, one household: how often a level occurs between two such records
Odds = tuple[float, float, float]
#: for each Field, for each level from 0 (missing: it says nothing)
Table = tuple[tuple[Odds, ...], ...]
_NOTHING: Final[Odds] = (1.0, 1.0, 1.0)
#: values borne by fewer records than this are not kept: they are rare, and rare is what is assumed
_FEWEST = 3
#: as many records the assumed share of a value counts for
_ASSUMED = 1000
_CHANCES = ("same_person", "same_household", "twins")
_SWAPPED = frozenset({Family.SWAPPED, Family.SWAPPED_NEAR, Family.SWAPPED_HALF})


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of `records` hold a value, kind by kind; `repeats` is how often one person's value stands there again."""

    records: int = 0
    repeats: float = 0.0
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def of(self, kind: str, value: str, assumed: float) -> float:
        """The part of all people who hold a value; `assumed` is the usual part, which few records hardly change."""
        count = self.counts.get(kind, {}).get(value, 0)
        others = max(count - 1 - self.repeats, 0.0)
        return (others + _ASSUMED * assumed) / (self.records + _ASSUMED)


def shares_of(records: Iterable[Traits]) -> Shares:
    """Count the values of a clinic's, or a file's, records."""
    counts: dict[str, Counter[str]] = {
        kind: Counter() for kind in ("family", "given", "zip", "city", "home", "phone", "email")
    }
    total = 0
    for one in records:
        total += 1
        for kind, values in _values(one):
            counts[kind].update(values)
    kept = {kind: {value: n for value, n in sorted(found.items()) if n >= _FEWEST} for kind, found in counts.items()}
    return Shares(total, 0.0, kept)


def _values(one: Traits) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("family", (one.family,) if one.family else ()),
        ("given", (one.given,) if one.given else ()),
        ("zip", (one.zip,) if one.zip else ()),
        ("city", (one.city,) if one.city else ()),
        ("home", (home_of(one),) if one.street else ()),
        ("phone", one.phones),
        ("email", (one.email,) if one.email else ()),
    )


def home_of(one: Traits) -> str:
    """House and street as one value."""
    return f"{one.number} {one.street}"


@dataclass(frozen=True)
class Weights:
    """Everything a verdict needs.

    `same_person`, `same_household` and `twins`: how likely two records at random are that. Twins are counted apart as well:
    a file without addresses shows no household, but they are in it.
    """

    table: Table
    same_person: float
    same_household: float
    twins: float
    shares: Shares = field(default_factory=Shares)

    @cached_property
    def logs(self) -> tuple[tuple[tuple[float, float, float], ...], ...]:
        """The natural logarithms of the table, made consistent by `_kept_in_order`."""
        kept = (_kept_in_order(kind, self.table[kind]) for kind in Field)
        return tuple(tuple((math.log(m), math.log(u), math.log(f)) for m, u, f in levels) for levels in kept)

    def plain(self) -> dict[str, Any]:
        """As JSON holds it."""
        table = {
            kind.name.lower(): {level.name.lower(): list(self.table[kind][level]) for level in KINDS[kind]}
            for kind in Field
        }
        shares = {"records": self.shares.records, "repeats": self.shares.repeats, "counts": self.shares.counts}
        return {**{name: getattr(self, name) for name in _CHANCES}, "table": table, "shares": shares}


def weights_from(plain: Mapping[str, Any]) -> Weights:
    """What `plain` gave. Raises KeyError or ValueError for anything else."""
    told = plain.get("shares", {})
    shares = Shares(told.get("records", 0), told.get("repeats", 0.0), told.get("counts", {}))
    table = plain.get("table", plain)
    rows = tuple(_row(KINDS[kind], table[kind.name.lower()]) for kind in Field)
    person, household, twins = (float(plain[name]) for name in _CHANCES)
    return Weights(rows, person, household, twins, shares)


def _row(kind: Iterable[Any], levels: Mapping[str, Sequence[float]]) -> tuple[Odds, ...]:
    found = [tuple(float(number) for number in levels[level.name.lower()]) for level in kind]
    if any(len(odds) != 3 or min(odds) <= 0 for odds in found):
        raise ValueError("a level needs three numbers above 0")
    return (_NOTHING, *((m, u, f) for m, u, f in found))


@cache
def usual_weights() -> Weights:
    """The weights that come with the program, for a clinic that has learnt none of its own."""
    return weights_from(tomllib.loads(resource("rules", "matching.toml").read_text(encoding="utf-8")))


def _kept_in_order(kind: Field, levels: tuple[Odds, ...]) -> list[Odds]:
    """Odds under which agreement never speaks against one person: level 1 is at least as much for it as any other is.

    Swapped names stand apart: they are agreement in both names at once. Places are a ladder, each rung below the last.
    """
    m, u, f = levels[1]
    strange, house = min(u, m) / m, min(f, m) / m
    kept = [_NOTHING, (m, m * strange, m * house)]
    for level, (m, u, f) in enumerate(levels[2:], 2):
        if kind is Field.FAMILY and level in _SWAPPED:
            kept.append((m, u, f))
            continue
        kept.append((m, max(u, m * strange), max(f, m * house)))
        if kind is Field.PLACE:
            strange, house = kept[-1][1] / m, kept[-1][2] / m
    return kept


def with_shares(weights: Weights, shares: Shares) -> Weights:
    """The same weights with the values of a clinic's own records."""
    return replace(weights, shares=shares)


def name_share(shares: Shares, kind: str, name: str) -> float:
    """The part of all people who bear a name."""
    known = facts()
    if kind == "family":
        return shares.of(kind, name, known.family_share.get(name, known.rare_family))
    return shares.of(kind, name, known.given_share.get(name, known.rare_given))
