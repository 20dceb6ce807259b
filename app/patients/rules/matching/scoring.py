"""The score of a pair: how likely it is that the two records are one person's, or of one household, or strangers'."""

import math
from dataclasses import dataclass

from app.patients.rules.matching.levels import Address, Birth, Email, Family, Field, Given, Levels, Phone, Place
from app.patients.rules.matching.traits import Traits
from app.patients.rules.matching.weights import Shares, Weights, home_of, name_share


@dataclass(frozen=True, slots=True)
class Chances:
    """`person` and `household` are probabilities, `bits` the weight of all evidence for one person, in powers of two."""

    person: float
    household: float
    bits: float


def chances(levels: Levels, weights: Weights, one: Traits | None = None, other: Traits | None = None) -> Chances:
    """Weigh the levels of a pair; with the two records given, agreement counts by how common the value is."""
    m, u, f = weighed(levels, weights)
    prior = math.log(weights.same_person)
    if one is not None and other is not None:
        rarer, home = _by_value(levels, weights, one, other)
        u, f = u + rarer, f + home
    top = max(m, u, f)
    person, strangers, household = math.exp(m - top), math.exp(u - top), math.exp(f - top)
    of_all = person + strangers + household
    against = top + math.log(max(strangers + household, 1e-300))
    return Chances(person / of_all, household / of_all, (m - prior - against) / math.log(2))


def weighed(levels: Levels, weights: Weights) -> tuple[float, float, float]:
    """The logarithms of how likely these levels are for one person, for strangers, for a household.

    Two of one household with the same first name are father and son: middle name and sex are the same as well, and part
    them no more; their birth dates have no more to do with each other than strangers'. Only those with other first names
    are twins.
    """
    m, u, f = math.log(weights.same_person), 0.0, math.log(weights.same_household)
    namesakes = levels[Field.GIVEN] in _NAMESAKES
    for kind, (row, level) in enumerate(zip(weights.logs, levels, strict=True)):
        if level:
            mine, strange, house = row[level]
            if namesakes and kind in _OF_NAMESAKES:
                house = strange if kind == Field.BIRTH else mine
            m, u, f = m + mine, u + strange, f + house
    if levels[Field.BIRTH] == Birth.SAME and levels[Field.GIVEN] == Given.OTHER:
        as_household = math.log(weights.same_household) + weights.logs[Field.BIRTH][Birth.SAME][2]
        f = max(f, f - as_household + math.log(weights.twins))
    return m, u, f


_NAMESAKES = frozenset({Given.SAME, Given.PART, Given.NICKNAME})
_OF_NAMESAKES = frozenset({Field.MIDDLE, Field.SEX, Field.BIRTH})


def _by_value(levels: Levels, weights: Weights, one: Traits, other: Traits) -> tuple[float, float]:
    """What the values change in the odds of strangers and of a household, as logarithms."""
    strange = house = 0.0
    shares = weights.shares
    for kind, share in _agreed(levels, shares, one, other):
        mine, usual, home = weights.logs[kind][levels[kind]]
        told = min(math.log(share), mine)
        strange += told - usual
        if kind == Field.GIVEN and told > home:
            house += told - home
    return strange, house


def _agreed(levels: Levels, shares: Shares, one: Traits, other: Traits) -> list[tuple[Field, float]]:
    """The fields in which the two agree, with the part of all people who hold that value."""
    found = _agreed_names(levels, shares, one, other)
    place = levels[Field.PLACE]
    if place in (Place.BOTH, Place.ZIP):
        found.append((Field.PLACE, shares.of("zip", one.zip, 0.01)))
    elif place == Place.CITY:
        found.append((Field.PLACE, shares.of("city", one.city, 0.03)))
    if levels[Field.ADDRESS] == Address.SAME:
        found.append((Field.ADDRESS, shares.of("home", home_of(one), 2e-5)))
    if levels[Field.PHONE] == Phone.SAME:
        shared = [shares.of("phone", number, 4e-6) for number in one.phones if number in other.phones]
        found.append((Field.PHONE, min(shared)))
    if levels[Field.EMAIL] == Email.SAME:
        found.append((Field.EMAIL, shares.of("email", one.email, 2e-6)))
    return found


def _agreed_names(levels: Levels, shares: Shares, one: Traits, other: Traits) -> list[tuple[Field, float]]:
    found: list[tuple[Field, float]] = []
    family = levels[Field.FAMILY]
    if family == Family.SAME:
        found.append((Field.FAMILY, name_share(shares, "family", one.family)))
    elif family == Family.SWAPPED:
        found.append((Field.FAMILY, _any_name(shares, one.family) * _any_name(shares, one.given)))
    elif family == Family.SWAPPED_HALF:
        crossed = one.family if one.family and one.family == other.given else one.given
        if crossed in (other.given, other.family):
            found.append((Field.FAMILY, _any_name(shares, crossed)))
    if levels[Field.GIVEN] == Given.SAME and one.given == other.given:
        found.append((Field.GIVEN, name_share(shares, "given", one.given)))
    return found


def _any_name(shares: Shares, name: str) -> float:
    return max(name_share(shares, "family", name), name_share(shares, "given", name))
