"""Learning the weights from pairs nobody has judged: expectation and maximisation over three kinds of pairs."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.patients.rules.matching.levels import KINDS, Address, Email, Field, Levels, Member, Phone
from app.patients.rules.matching.weights import Odds, Table, Weights, usual_weights

#: rounds at most, and the change in the number of one person's pairs below which it is enough
_ROUNDS, _ENOUGH = 30, 0.002
#: as many pairs the shipped odds count for: of one person, of strangers
_ASSUMED_SAME, _ASSUMED_STRANGE = 20.0, 3000.0
#: a share of a person's pairs that the shipped odds count for as well, so that a strange file cannot turn them over
_HELD = 0.02
#: a pair below this chance is a stranger's from then on
_HOPELESS = 1e-7

Counts = list[list[float]]


def learn(
    pairs: Mapping[Levels, int] | Iterable[Levels],
    strangers: Mapping[Levels, int] | None = None,
    total: float = 0.0,
    start: Weights | None = None,
) -> Weights:
    """Weights that fit a clinic's own records.

    `pairs` are the levels of all candidate pairs (with their number), `strangers` those of pairs taken at random,
    `total` how many pairs there are at all. Nobody has to say which are one person's: I. Fellegi and A. Sunter (1969)
    with expectation and maximisation after M. Jaro (1989); the household is a third kind of pair beside theirs. Small
    numbers stay near the weights of `start`.
    """
    found = pairs if isinstance(pairs, Mapping) else Counter(pairs)
    weights = usual = start or usual_weights()
    random = strangers or {}
    total = max(total, float(sum(found.values())), 1.0)
    drawn, of = _counted(random), sum(random.values())
    alive, before = dict(found), 0.0
    for _ in range(_ROUNDS):
        same, home, persons, households, alive = _expected(alive, weights)
        table = _table(usual.table, same, home, drawn, of / total, persons)
        weights = replace(
            weights, table=table, same_person=max(persons, 0.5) / total, same_household=max(households, 0.5) / total
        )
        if abs(persons - before) <= _ENOUGH * max(persons, 1.0):
            break
        before = persons
    return weights


def _empty() -> Counts:
    return [[0.0] * (len(kind) + 1) for kind in KINDS]


def _counted(pairs: Mapping[Levels, int]) -> Counts:
    counts = _empty()
    for levels, number in pairs.items():
        for row, level in zip(counts, levels, strict=True):
            row[level] += number
    return counts


def _expected(pairs: Mapping[Levels, int], weights: Weights) -> tuple[Counts, Counts, float, float, dict[Levels, int]]:
    """How many pairs of one person, and of one household, show each level; their sums; the pairs worth another look."""
    same, home, persons, households = _empty(), _empty(), 0.0, 0.0
    alive: dict[Levels, int] = {}
    logs, first, third = weights.logs, math.log(weights.same_person), math.log(weights.same_household)
    for levels, number in pairs.items():
        m, u, f = first, 0.0, third
        for row, level in zip(logs, levels, strict=True):
            if level:
                odds = row[level]
                m, u, f = m + odds[0], u + odds[1], f + odds[2]
        top = max(m, u, f)
        mine, house = math.exp(m - top), math.exp(f - top) if _is_tied(levels) else 0.0
        of_all = mine + house + math.exp(u - top)
        mine, house = mine / of_all, house / of_all
        if mine + house < _HOPELESS:
            continue
        alive[levels] = number
        mine, house = mine * number, house * number
        persons, households = persons + mine, households + house
        for kind, level in enumerate(levels):
            same[kind][level] += mine
            home[kind][level] += house
    return same, home, persons, households, alive


def _is_tied(levels: Levels) -> bool:
    """Whether the two share what only a household shares: the same last name in the same town is no household yet."""
    return (
        levels[Field.ADDRESS] in (Address.SAME, Address.NEAR)
        or levels[Field.PHONE] == Phone.SAME
        or levels[Field.EMAIL] == Email.SAME
        or levels[Field.MEMBER] in (Member.SAME, Member.NEAR)
    )


def _table(usual: Table, same: Counts, home: Counts, drawn: Counts, scale: float, persons: float) -> Table:
    rows: list[tuple[Odds, ...]] = []
    held = _ASSUMED_SAME + _HELD * persons
    for kind in Field:
        shipped, seen = usual[kind], sum(same[kind][1:])
        strange = [max(n - (a + b) * scale, 0.0) for n, a, b in zip(drawn[kind], same[kind], home[kind], strict=True)]
        told = sum(strange[1:])
        row = [shipped[0]]
        for level in range(1, len(shipped)):
            m, u, f = shipped[level]
            learnt = (strange[level] + _ASSUMED_STRANGE * u) / (told + _ASSUMED_STRANGE)
            row.append(((same[kind][level] + held * m) / (seen + held), max(learnt, u / 4), f))
        rows.append(tuple(row))
    return tuple(rows)
