"""Learning the weights from pairs nobody has judged: expectation and maximisation over three kinds of pairs."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.patients.rules.matching.levels import (
    KINDS,
    Address,
    Birth,
    Email,
    Family,
    Field,
    Given,
    Levels,
    Member,
    Middle,
    Phone,
    Sex,
    Ssn,
)
from app.patients.rules.matching.scoring import weighed
from app.patients.rules.matching.weights import Odds, Table, Weights, usual_weights

#: rounds at most, and the change in the number of one person's pairs below which it is enough
_ROUNDS, _ENOUGH = 30, 0.002
#: as many pairs the shipped odds count for: of one person, of strangers
_ASSUMED_SAME, _ASSUMED_STRANGE = 20.0, 3000.0
#: a share of a person's pairs that the shipped odds count for as well, so that a strange file cannot turn them over
_HELD = 0.02
#: a pair below this chance is a stranger's from then on
_HOPELESS = 1e-7

#: what people under one roof share differs from clinic to clinic
_SHARED_AT_HOME = frozenset({
    Field.FAMILY, Field.ADDRESS, Field.UNIT, Field.PLACE, Field.PHONE, Field.EMAIL, Field.MEMBER,
})  # fmt: skip
#: they live in one place as surely as one person does
_SAME_AT_HOME = frozenset({Field.ADDRESS, Field.UNIT, Field.PLACE})
_ASSUMED_HOME = 50.0
#: however a file looks: most records of one person agree in first name and birth date, most of a household do not. Without
#: this a file of families would teach that people change both, and that everyone at an address is one
_MOST_SAME: dict[Field, tuple[int, float]] = {
    Field.FAMILY: (Family.OTHER, 0.3),
    Field.GIVEN: (Given.OTHER, 0.06),
    Field.BIRTH: (Birth.OTHER, 0.04),
    Field.SEX: (Sex.OTHER, 0.1),
    Field.MIDDLE: (Middle.OTHER, 0.2),
    Field.SSN: (Ssn.OTHER, 0.2),
}
#: juniors and twins: at most such a part of a household's pairs have the first name, or the birth date, in common
_MOST_HOME: dict[Field, float] = {Field.GIVEN: 0.04, Field.BIRTH: 0.04}

#: so many pairs, and such a part of one person's, look like a household where there is none: garbled beyond knowing
_STRAY, _STRAYING = 2.0, 0.01
#: the part of a household's pairs whose birth dates lie far apart
_PARTED = 0.9
#: pairs of twins for each person, where both are in the file: 31 births of 1,000 (CDC, NVSS 2022), some of them apart
_TWINS = 0.005

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
        table = _table(usual.table, same, home, drawn, of / total)
        households -= _STRAY + _STRAYING * persons
        weights = replace(
            weights,
            table=table,
            same_person=max(persons, 0.5) / total,
            same_household=max(households, 0.5) / total,
            twins=_TWINS * math.sqrt(2 / total),
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
    """How many pairs of one person, and of one household, show each level; their sums; the pairs worth another look.

    A household is proven by people born on other days alone, or of other names where no day is known: garbled records of one
    person are none.
    """
    same, home, persons, proven = _empty(), _empty(), 0.0, 0.0
    alive: dict[Levels, int] = {}
    for levels, number in pairs.items():
        m, u, f = weighed(levels, weights)
        top = max(m, u, f)
        mine, house = math.exp(m - top), math.exp(f - top) if _is_tied(levels) else 0.0
        of_all = mine + house + math.exp(u - top)
        mine, house = mine / of_all, house / of_all
        if mine + house < _HOPELESS:
            continue
        alive[levels] = number
        mine, house = mine * number, house * number
        persons = persons + mine
        if levels[Field.BIRTH] == Birth.OTHER or (not levels[Field.BIRTH] and levels[Field.GIVEN] == Given.OTHER):
            proven += house
        for kind, level in enumerate(levels):
            same[kind][level] += mine
            home[kind][level] += house
    return same, home, persons, proven / _PARTED, alive


def _is_tied(levels: Levels) -> bool:
    """Whether the two share what only a household shares: the same last name in the same town is no household yet."""
    return (
        levels[Field.ADDRESS] in (Address.SAME, Address.NEAR)
        or levels[Field.PHONE] == Phone.SAME
        or levels[Field.EMAIL] == Email.SAME
        or levels[Field.MEMBER] in (Member.SAME, Member.NEAR)
    )


def _table(usual: Table, same: Counts, home: Counts, drawn: Counts, scale: float) -> Table:
    return tuple(_row(kind, usual[kind], same[kind], home[kind], drawn[kind], scale) for kind in Field)


def _row(
    kind: Field, shipped: tuple[Odds, ...], same: list[float], home: list[float], drawn: list[float], scale: float
) -> tuple[Odds, ...]:
    """The learnt odds of one comparison."""
    strange = [max(n - (a + b) * scale, 0.0) for n, a, b in zip(drawn, same, home, strict=True)]
    mine = _shrunk(same, [odds[0] for odds in shipped], _ASSUMED_SAME + _HELD * sum(same[1:]))
    theirs = _shrunk(strange, [odds[1] for odds in shipped], _ASSUMED_STRANGE)
    house = mine if kind in _SAME_AT_HOME else [odds[2] for odds in shipped]
    if kind in _SHARED_AT_HOME:
        house = _shrunk(home, house, _ASSUMED_HOME)
    elif kind in _MOST_HOME:
        learnt = _shrunk(home, house, _ASSUMED_HOME)[1]
        house = _with(house, 1, max(min(learnt, _MOST_HOME[kind]), theirs[1]))
    level, most = _MOST_SAME.get(kind, (1, 1.0))
    mine = _with(mine, level, min(mine[level], most))
    floors = (max(u, odds[1] / 4) for u, odds in zip(theirs, shipped, strict=True))
    return (shipped[0], *list(zip(mine, floors, house, strict=True))[1:])


def _shrunk(counts: list[float], assumed: list[float], weight: float) -> list[float]:
    """Shares of the levels, drawn towards what is assumed; level 0 is no level."""
    total = sum(counts[1:]) + weight
    return [1.0, *((n + weight * share) / total for n, share in zip(counts[1:], assumed[1:], strict=True))]


def _with(shares: list[float], level: int, share: float) -> list[float]:
    """The shares with one of them set, the others filling up."""
    rest = (1 - share) / max(1 - shares[level], 1e-9)
    return [1.0, *(share if at == level else one * rest for at, one in enumerate(shares[1:], 1))]
