"""Comparing names: both orders, parts, nicknames, initials, slips of the keys and of the ear."""

from functools import lru_cache

from rapidfuzz.distance import OSA, Indel, JaroWinkler

from app.patients.rules.matching.levels import Family, Given, Middle
from app.patients.rules.matching.traits import Traits

#: how alike two words are
SAME, ONE, NEAR, LOOSE, OTHER = range(5)
#: Jaro-Winkler from which two words are near, or loosely alike
_NEAR, _LOOSE = 0.89, 0.78
#: letters a word has at least, and the share that two garbled ones have in common
_FEWEST_LETTERS, _MOST_LETTERS = 4, 0.8
_GIVEN = (Given.SAME, Given.ONE, Given.NEAR, Given.LOOSE, Given.OTHER)
_FAMILY = (Family.SAME, Family.ONE, Family.NEAR, Family.LOOSE, Family.OTHER)


def alike(one: str, other: str) -> int:
    """How alike two words are: one slip apart, near (two slips, or the same letters in another order), loosely alike."""
    if one == other:
        return SAME
    return _alike(one, other) if one < other else _alike(other, one)


@lru_cache(maxsize=1 << 17)
def _alike(one: str, other: str) -> int:
    shortest = min(len(one), len(other))
    if shortest < 3 or abs(len(one) - len(other)) > 4:
        return OTHER
    slips = OSA.distance(one, other, score_cutoff=2)
    if slips == 1:
        return ONE if shortest > 3 else NEAR
    if (slips == 2 and shortest > 4) or (shortest > 4 and sorted(one) == sorted(other)):
        return NEAR
    likeness = JaroWinkler.similarity(one, other)
    if likeness >= _NEAR:
        return NEAR
    return LOOSE if likeness >= _LOOSE or _is_garbled(one, other) else OTHER


def _is_garbled(one: str, other: str) -> bool:
    """Whether most letters of both are the same, in whatever order: Ethan beside enht."""
    if min(len(one), len(other)) < _FEWEST_LETTERS or abs(len(one) - len(other)) > 2:
        return False
    letters = "".join(sorted(one)), "".join(sorted(other))
    return Indel.normalized_similarity(*letters, score_cutoff=_MOST_LETTERS) > 0


def compare_names(one: Traits, other: Traits) -> tuple[int, int]:
    """The levels of last and first name.

    Where the two were swapped, the last name's level says so and the first is silent; where only one of them is found
    again in the other place, the first name's level tells how alike the remaining two are.
    """
    family, given = _family(one, other), _given(one, other)
    if family == Family.SAME or given == Given.SAME:
        return family, given
    if given in _GOOD_GIVEN and family in _GOOD_FAMILY:
        return family, given
    return _swapped(one, other) or (family, given)


_GOOD_GIVEN = frozenset({Given.SAME, Given.PART, Given.NICKNAME, Given.ONE})
_GOOD_FAMILY = frozenset({Family.SAME, Family.PART, Family.ONE})


def _swapped(one: Traits, other: Traits) -> tuple[int, int] | None:
    """Whether the last name of each is the first name of the other, as far as they have both."""
    there = alike(one.family, other.given) if one.family and other.given else None
    back = alike(other.family, one.given) if other.family and one.given else None
    if there is None or back is None:
        return (Family.SWAPPED_HALF, 0) if SAME in (there, back) else None
    if there == back == SAME:
        return Family.SWAPPED, 0
    better, worse = sorted((there, back))
    if (better == SAME and worse < OTHER) or worse <= NEAR:
        return Family.SWAPPED_NEAR, 0
    if better == SAME or (better <= NEAR and worse == LOOSE):
        return Family.SWAPPED_HALF, _GIVEN[worse]
    return None


def _family(one: Traits, other: Traits) -> int:
    mine, theirs = one.family, other.family
    if not mine or not theirs:
        return 0
    if mine == theirs:
        return Family.SAME
    words, others = one.family_words, other.family_words
    if (len(words) > 1 or len(others) > 1 or one.family_also or other.family_also) and _shares(one, other):
        return Family.PART
    mine, theirs = "".join(words), "".join(others)
    if mine == theirs:
        return Family.PART  # de la Cruz beside Cruz
    if (one.middle and one.middle == theirs) or (other.middle and other.middle == mine):
        return Family.PART  # the maiden name has become the middle one
    return _FAMILY[alike(mine, theirs)]


def _shares(one: Traits, other: Traits) -> bool:
    """Garcia Lopez beside Garcia, Lopez or Lopez Garcia; a former name beside the one of that time."""
    mine = {*one.family_words, one.family, *one.family_also}
    return any(len(word) > 2 for word in mine & {*other.family_words, other.family, *other.family_also})


def _given(one: Traits, other: Traits) -> int:
    if one.given_also or other.given_also:
        return _best_given(one, other)
    return _given_level(one.given, other.given, one, other)


def _best_given(one: Traits, other: Traits) -> int:
    """The best of all names that they go by."""
    levels = [
        _given_level(mine, theirs, one, other)
        for mine in (one.given, *one.given_also)
        for theirs in (other.given, *other.given_also)
    ]
    return min((level for level in levels if level), default=0)


def _given_level(mine: str, theirs: str, one: Traits, other: Traits) -> int:
    if not mine or not theirs:
        return 0
    if mine == theirs:
        return Given.SAME if len(mine) > 1 else Given.INITIAL
    if len(mine) == 1 or len(theirs) == 1:
        return Given.INITIAL if mine[0] == theirs[0] else Given.OTHER
    words, others = one.given_words, other.given_words
    if (len(words) > 1 or len(others) > 1) and (words[0] == others[0] and len(words[0]) > 1):
        return Given.PART
    if one.formal and other.formal and one.formal & other.formal:
        return Given.NICKNAME
    level = alike(mine, theirs)
    if level >= LOOSE and (_goes_by_middle(one, other) or _goes_by_middle(other, one)):
        return Given.MIDDLE
    return _GIVEN[level]


def _goes_by_middle(one: Traits, other: Traits) -> bool:
    """J. Michael, or James Michael, who is called Michael; or Maria Jose beside Jose."""
    if len(one.middle) > 1 and one.middle == other.given:
        return True
    return len(one.given_words) > 1 and other.given in one.given_words[1:] and len(other.given) > 2


def compare_middle(one: Traits, other: Traits) -> int:
    """The level of middle names."""
    mine, theirs = one.middle, other.middle
    if not mine or not theirs:
        return 0
    if mine == theirs:
        return Middle.SAME if len(mine) > 1 else Middle.INITIAL
    if len(mine) == 1 or len(theirs) == 1:
        return Middle.INITIAL if mine[0] == theirs[0] else Middle.OTHER
    return Middle.NEAR if alike(mine, theirs) <= NEAR else Middle.OTHER
