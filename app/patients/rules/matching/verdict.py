"""The verdict on two records: sure, possible or none; and who is never sure, whatever the numbers say."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.core.settings import Settings
from app.patients.rules.matching.compare import compare
from app.patients.rules.matching.facts import facts
from app.patients.rules.matching.levels import (
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
    Suffix,
)
from app.patients.rules.matching.names import ONE, alike
from app.patients.rules.matching.scoring import Chances, chances
from app.patients.rules.matching.traits import Traits
from app.patients.rules.matching.weights import Weights, usual_weights

#: years that lie at least between a parent and a child
GENERATION: Final = 13


class Answer(StrEnum):
    """Whether two records are one person's."""

    SURE = "sure"
    POSSIBLE = "possible"
    NONE = "none"


class Kin(StrEnum):
    """Two people who share much: what they more likely are than one."""

    TWINS = "twins"
    GENERATIONS = "generations"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class Limits:
    """The chances, from 0 to 1, from which a pair is sure, and possible."""

    sure: float = 0.998
    possible: float = 0.5

    @classmethod
    def of(cls, settings: Settings) -> "Limits":
        """The site's; what is sure is always possible."""
        sure, possible = settings.sure_percent, settings.possible_percent
        return cls(sure / 100, min(sure, possible) / 100)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, what it rests on, and whom the pair looks like if it is not one person."""

    answer: Answer
    chances: Chances
    levels: Levels
    kin: Kin | None = None


USUAL_LIMITS: Final = Limits()
_ALIKE = frozenset({Given.ONE, Given.NEAR, Given.LOOSE})
_SAME_GIVEN = frozenset({Given.SAME, Given.PART, Given.NICKNAME, Given.ONE, Given.NEAR})


def judge(one: Traits, other: Traits, weights: Weights | None = None, limits: Limits = USUAL_LIMITS) -> Verdict:
    """Compare and weigh two records. The same both ways."""
    return judged(compare(one, other), one, other, weights or usual_weights(), limits)


def judged(levels: Levels, one: Traits, other: Traits, weights: Weights, limits: Limits = USUAL_LIMITS) -> Verdict:
    """The verdict on levels that were found before."""
    found = chances(levels, weights, one, other)
    if found.person >= limits.sure and not is_doubtful(levels, one, other, weights):
        return Verdict(Answer.SURE, found, levels)
    kin = kin_of(levels, one, other, weights)
    least = limits.possible if kin is None else (limits.possible + 1) / 2  # who looks like kin has more to prove
    return Verdict(Answer.POSSIBLE if found.person >= least else Answer.NONE, found, levels, kin)


def kin_of(levels: Levels, one: Traits, other: Traits, weights: Weights) -> Kin | None:
    """Whom two records look like: twins, father and son, people under one roof; None where nothing says so."""
    family, given, birth = levels[Field.FAMILY], levels[Field.GIVEN], levels[Field.BIRTH]
    shared = _shared(levels)
    if two_given(given, one, other, weights):
        if birth == Birth.SAME and (family in (Family.SAME, Family.PART, Family.ONE) or shared):
            return Kin.TWINS
        return Kin.HOUSEHOLD if shared else None
    if (
        given in _SAME_GIVEN
        and family == Family.SAME
        and (levels[Field.SUFFIX] == Suffix.OTHER or (shared and _generation(levels, one, other)))
    ):
        return Kin.GENERATIONS
    return None


def is_doubtful(levels: Levels, one: Traits, other: Traits, weights: Weights) -> bool:
    """Whether two records may be two people, however much they share: then nobody may be told that it is sure.

    Twins share family, address, phone and birth date; father and son the whole name; spouses all but the first name. A
    whole social security number is one person's: beside it, one of first name and birth date may be another.
    """
    given, birth = levels[Field.GIVEN], levels[Field.BIRTH]
    if levels[Field.SUFFIX] == Suffix.OTHER:
        return True
    if levels[Field.SEX] == Sex.OTHER and given not in (0, Given.SAME):
        return True
    if levels[Field.SSN] == Ssn.SAME:
        return given == Given.OTHER and birth != Birth.SAME
    if levels[Field.MIDDLE] == Middle.OTHER:
        return True  # twins of the same first name: Maria Elena, Maria Luisa
    if not birth and not _shared(levels):
        return True
    close = _written_alike(levels) or levels[Field.PHONE] == Phone.SAME or levels[Field.ADDRESS] in _HOME
    if not given and levels[Field.FAMILY] not in _SWAPPED and not close:
        return True  # the other twin, whose first name nobody wrote down
    if levels[Field.FAMILY] == Family.OTHER and not (_written_alike(levels) or levels[Field.ADDRESS] in _HOME):
        return True
    return birth == Birth.OTHER or _generation(levels, one, other) or two_given(given, one, other, weights)


def two_given(given: int, one: Traits, other: Traits, weights: Weights) -> bool:
    """Whether two people are meant by two first names: other ones, or two alike and both known (Anna, Hanna)."""
    if given == Given.OTHER:
        return True
    if given == Given.NICKNAME:
        return not (_is_short(one, other) or _is_short(other, one)) or alike(one.given, other.given) <= ONE
    return given in _ALIKE and _known(one.given, weights) and _known(other.given, weights)


def _is_short(one: Traits, other: Traits) -> bool:
    """Whether the one's name is a short form of the other's, and no formal name itself: Bob of Robert, not Maria of Mary."""
    return one.given not in one.formal and other.given in one.formal


def _known(given: str, weights: Weights) -> bool:
    shares = weights.shares
    return facts().is_given(given) or shares.counts.get("given", {}).get(given, 0) > 3 + 2 * shares.repeats


def _generation(levels: Levels, one: Traits, other: Traits) -> bool:
    """Whether a parent and a child may lie between the two birth dates."""
    if levels[Field.BIRTH] == Birth.OTHER:
        return True
    years = one.birth[:4], other.birth[:4]
    return all(year.isdecimal() for year in years) and abs(int(years[0]) - int(years[1])) >= GENERATION


def _written_alike(levels: Levels) -> bool:
    """Whether an e-mail or a member number is the same but for slips: one's own, more than a phone is."""
    return levels[Field.EMAIL] not in (0, Email.OTHER) or levels[Field.MEMBER] == Member.SAME


_SWAPPED = frozenset({Family.SWAPPED, Family.SWAPPED_NEAR, Family.SWAPPED_HALF})
_HOME = frozenset({Address.SAME, Address.NEAR, Address.STREET, Address.NUMBER})
_SAME_HOME = frozenset({Address.SAME, Address.NEAR})


def _shared(levels: Levels) -> bool:
    """Whether the two share what a household shares."""
    return (
        levels[Field.PHONE] == Phone.SAME
        or levels[Field.ADDRESS] in _SAME_HOME
        or levels[Field.EMAIL] == Email.SAME
        or levels[Field.MEMBER] in (Member.SAME, Member.NEAR)
    )
