"""Whether two people as registered may be one, in words: what is the same, what is near, what differs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.core.text import tr
from app.patients.rules.codes import Sex
from app.patients.rules.details import OtherName
from app.patients.rules.matching import (
    Answer,
    Field,
    Kin,
    Limits,
    Reason,
    Shown,
    Traits,
    Verdict,
    Weights,
    birth_digits,
    judge,
    reasons,
    traits_of,
)
from app.patients.rules.matching.levels import Birth, Family, Given
from app.patients.rules.matching.verdict import USUAL_LIMITS
from app.patients.rules.people import Person

#: the chance of being of one household from which two records are shown as family
_FAMILY_FROM = 0.5


class Sureness(StrEnum):
    """How much speaks for one and the same person; twins, spouses, father and son are never sure."""

    SURE = "sure"
    PERHAPS = "perhaps"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Likeness:
    """The verdict and its reasons; `bits` is the weight of the evidence, for sorting alone."""

    sureness: Sureness
    reasons: tuple[Reason, ...]
    bits: float = 0.0

    @property
    def rank(self) -> tuple[int, float]:
        """For sorting: the surest first, then the one with most in common."""
        return list(Sureness).index(self.sureness), -self.bits


@lru_cache(maxsize=512)
def traits_of_person(
    person: Person, names: Iterable[OtherName] = (), ssn: str = "", member_id: str = "", more: Iterable[str] = ()
) -> Traits:
    """A registered person made ready for comparing: `names` they had or go by, `more` phones, numbers of other rooms."""
    born, others = person.birth_date, tuple(names)
    return traits_of(
        family=f"{person.family} {person.suffix}",
        given=person.given,
        middle=person.middle,
        birth=birth_digits(born.year, born.month, born.day) if born else "",
        sex="" if person.sex == Sex.UNKNOWN else str(person.sex),
        address_line=person.address_line,
        address_unit=person.address_unit,
        city=person.city,
        state=person.state,
        postal_code=person.postal_code,
        phones=(person.phone, person.other_phone, *more),
        email=person.email,
        ssn=ssn,
        member_id=member_id,
        given_also=[name for name in (person.preferred_name, *(one.given for one in others)) if name],
        family_also=[one.family for one in others if one.family],
    )


def likeness(
    one: Person, other: Person, weights: Weights | None = None, limits: Limits = USUAL_LIMITS
) -> Likeness | None:
    """What speaks for `one` and `other` being the same person; None when too little does."""
    verdict = judge(traits_of_person(one), traits_of_person(other), weights, limits)
    sureness = sureness_of(verdict, twins=one.multiple_birth or other.multiple_birth)
    if sureness is None:
        return None
    return Likeness(sureness, reasons(verdict.levels, _shown(one), _shown(other)), round(verdict.chances.bits, 1))


def sureness_of(verdict: Verdict, *, twins: bool = False) -> Sureness | None:
    """The verdict as the desk is shown it; None where nothing is shown. `twins`: one of them is known to be one."""
    if twins and verdict.levels[Field.GIVEN] not in (0, Given.SAME):
        return Sureness.FAMILY if verdict.answer is not Answer.NONE or verdict.kin else None
    if verdict.answer is Answer.SURE:
        return Sureness.SURE
    if verdict.answer is Answer.POSSIBLE:
        return Sureness.FAMILY if _looks_like_kin(verdict) else Sureness.PERHAPS
    if verdict.kin is not None and (verdict.kin is not Kin.HOUSEHOLD or verdict.chances.household >= _FAMILY_FROM):
        return Sureness.FAMILY
    return Sureness.PERHAPS if _nothing_against(verdict) else None


def _looks_like_kin(verdict: Verdict) -> bool:
    """Twins with names alike stay a perhaps: one of the names may be mistyped."""
    return verdict.kin is not None and not (verdict.kin is Kin.TWINS and verdict.levels[Field.GIVEN] != Given.OTHER)


def _nothing_against(verdict: Verdict) -> bool:
    """Whether the names go together and no birth date parts them: the desk is shown more than a list to work through is.

    Somebody half typed, without a birth date, is shown beside those of the very same name.
    """
    family, given, birth = (verdict.levels[field] for field in (Field.FAMILY, Field.GIVEN, Field.BIRTH))
    if birth in _NEAR_BIRTH:
        return family in _SWAPPED or (family in _NEAR_FAMILY and given in _NEAR_GIVEN)
    return birth == 0 and (
        family == Family.SWAPPED or (family == Family.SAME and given in (Given.SAME, Given.NICKNAME))
    )


_NEAR_BIRTH = frozenset({Birth.SAME, Birth.SWAPPED, Birth.DIGIT})
_SWAPPED = frozenset({Family.SWAPPED, Family.SWAPPED_NEAR, Family.SWAPPED_HALF})
_NEAR_FAMILY = frozenset({Family.SAME, Family.PART, Family.ONE})
_NEAR_GIVEN = frozenset({Given.SAME, Given.PART, Given.NICKNAME, Given.INITIAL, Given.ONE})


def _shown(person: Person) -> Shown:
    return Shown(person.family, person.given, person.middle, person.birth_date)


def sureness_words(sureness: Sureness) -> str:
    """The verdict in words."""
    return {
        Sureness.SURE: tr("Almost surely the same person"),
        Sureness.PERHAPS: tr("Perhaps the same person"),
        Sureness.FAMILY: tr("More likely family"),
    }[sureness]
