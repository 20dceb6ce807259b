"""The reasons of a verdict in words: what is the same, what is near, what differs. No percentages, no numbers of people."""

from dataclasses import dataclass
from datetime import date

from app.core.text import tr
from app.kit.dates import show_date
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


@dataclass(frozen=True, slots=True)
class Reason:
    """One comparison: `sign` is same, near or other; `code` what it says, filled with `one` and `two`."""

    sign: str
    code: str
    one: str = ""
    two: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the words quote of a record: names as written, and the birth date."""

    family: str = ""
    given: str = ""
    middle: str = ""
    birth: date | None = None


def reasons(levels: Levels, one: Shown, other: Shown) -> tuple[Reason, ...]:
    """What speaks for and against two records being one person's, in the order a clerk asks."""
    named = _name(levels[Field.FAMILY], levels[Field.GIVEN], one, other)
    found = [
        *named,
        _birth(levels[Field.BIRTH], one.birth, other.birth),
        _PHONES.get(levels[Field.PHONE]),
        _EMAILS.get(levels[Field.EMAIL]),
        _ADDRESSES.get(levels[Field.ADDRESS]),
        _SSNS.get(levels[Field.SSN]),
        _MEMBERS.get(levels[Field.MEMBER]),
        _SEXES.get(levels[Field.SEX]),
        _SUFFIXES.get(levels[Field.SUFFIX]),
        Reason("other", "other_middle", one.middle, other.middle) if levels[Field.MIDDLE] == Middle.OTHER else None,
    ]
    return tuple(reason for reason in found if reason is not None)


_PHONES: dict[int, Reason] = {
    Phone.SAME: Reason("same", "same_phone"),
    Phone.NEAR: Reason("near", "near_phone"),
    Phone.OTHER: Reason("other", "other_phone"),
}
_EMAILS: dict[int, Reason] = {Email.SAME: Reason("same", "same_email"), Email.NEAR: Reason("near", "near_email")}
_ADDRESSES: dict[int, Reason] = {
    Address.SAME: Reason("same", "same_address"),
    Address.NEAR: Reason("near", "near_address"),
    Address.OTHER: Reason("other", "other_address"),
}
_SSNS: dict[int, Reason] = {
    Ssn.SAME: Reason("same", "same_ssn"),
    Ssn.TAIL: Reason("near", "tail_ssn"),
    Ssn.NEAR: Reason("near", "near_ssn"),
    Ssn.OTHER: Reason("other", "other_ssn"),
}
_MEMBERS: dict[int, Reason] = {Member.SAME: Reason("same", "same_member"), Member.NEAR: Reason("near", "near_member")}
_SEXES: dict[int, Reason] = {Sex.OTHER: Reason("other", "other_sex")}
_SUFFIXES: dict[int, Reason] = {Suffix.OTHER: Reason("other", "other_suffix")}
_NEAR_FAMILY = {
    Family.PART: "part_name",
    Family.ONE: "letter_apart",
    Family.NEAR: "near_name",
    Family.LOOSE: "near_name",
}
_NEAR_GIVEN = {
    Given.PART: "part_name",
    Given.NICKNAME: "nickname",
    Given.INITIAL: "part_name",
    Given.MIDDLE: "middle_name",
    Given.ONE: "letter_apart",
    Given.NEAR: "near_name",
    Given.LOOSE: "near_name",
}


def _name(family: int, given: int, one: Shown, other: Shown) -> list[Reason]:
    if family == Family.SAME and given == Given.SAME:
        exact = (one.family, one.given) == (other.family, other.given)
        return [Reason("same", "same_name", "" if exact else "accents")]
    if family in (Family.SWAPPED, Family.SWAPPED_NEAR, Family.SWAPPED_HALF):
        return [Reason("same" if family == Family.SWAPPED else "near", "swapped_name")]
    return [*_last(family, given, one, other), *_first(given, family, one, other)]


def _last(family: int, given: int, one: Shown, other: Shown) -> list[Reason]:
    if family == Family.SAME:
        return [Reason("same", "same_last")] if given != Given.OTHER else []
    if family == Family.OTHER:
        return [Reason("other", "same_given" if given == Given.SAME else "other_last", one.family, other.family)]
    return [Reason("near", _NEAR_FAMILY[Family(family)], one.family, other.family)] if family else []


def _first(given: int, family: int, one: Shown, other: Shown) -> list[Reason]:
    if given == Given.SAME:
        return [Reason("same", "same_first")] if family != Family.OTHER else []
    if given == Given.OTHER:
        return [Reason("other", "same_family", one.given, other.given)]
    return [Reason("near", _NEAR_GIVEN[Given(given)], one.given, other.given)] if given else []


def _birth(level: int, mine: date | None, theirs: date | None) -> Reason | None:
    if level == Birth.SAME:
        return Reason("same", "same_birth")
    if not level or mine is None or theirs is None:
        return None
    if level == Birth.OTHER:
        return Reason("other", "other_birth")
    shown = show_date(mine), show_date(theirs)
    if level == Birth.SWAPPED:
        return Reason("near", "swapped_birth", shown[0][:5], shown[1][:5])
    if abs((mine - theirs).days) == 1:
        return Reason("near", "day_apart", f"{mine.day:02}", f"{theirs.day:02}")
    if (mine.month, mine.day) == (theirs.month, theirs.day):
        return Reason("near", "year_apart", f"{mine.year}", f"{theirs.year}")
    return Reason("near", "digit_apart" if level == Birth.DIGIT else "near_birth", *shown)


def reason_words(reason: Reason) -> str:
    """A reason in words."""
    one, two = reason.one, reason.two
    if reason.code == "same_name":
        return tr("Same name, accents aside") if one else tr("Same name")
    return (
        _plain_words(reason.code)
        or {
            "part_name": tr("Part of the name: {one} / {two}", one=one, two=two),
            "letter_apart": tr("One letter apart: {one} / {two}", one=one, two=two),
            "near_name": tr("Names nearly alike: {one} / {two}", one=one, two=two),
            "nickname": tr("Nickname: {one} / {two}", one=one, two=two),
            "middle_name": tr("Called by the middle name: {one} / {two}", one=one, two=two),
            "same_family": tr("Other first name: {one} / {two}", one=one, two=two),
            "same_given": tr("Other last name: {one} / {two}", one=one, two=two),
            "other_last": tr("Other last name: {one} / {two}", one=one, two=two),
            "other_middle": tr("Other middle name: {one} / {two}", one=one, two=two),
            "day_apart": tr("Birth date one day apart: {one} / {two}", one=one, two=two),
            "year_apart": tr("Same day, other year: {one} / {two}", one=one, two=two),
            "swapped_birth": tr("Day and month swapped: {one} / {two}", one=one, two=two),
            "digit_apart": tr("One digit of the birth date apart: {one} / {two}", one=one, two=two),
            "near_birth": tr("Birth dates nearly alike: {one} / {two}", one=one, two=two),
        }[reason.code]
    )


def _plain_words(code: str) -> str:
    """The words of reasons that quote nothing; empty for the others."""
    return {
        "swapped_name": tr("Same names, the other way round"),
        "same_last": tr("Same last name"),
        "same_first": tr("Same first name"),
        "same_birth": tr("Same birth date"),
        "other_birth": tr("Other birth date"),
        "same_phone": tr("Same phone"),
        "near_phone": tr("Phones nearly alike"),
        "other_phone": tr("Other phone"),
        "same_email": tr("Same e-mail"),
        "near_email": tr("E-mails nearly alike"),
        "same_address": tr("Same address"),
        "near_address": tr("Addresses nearly alike"),
        "other_address": tr("Other address"),
        "same_ssn": tr("Same Social Security number"),
        "tail_ssn": tr("Same last four of the Social Security number"),
        "near_ssn": tr("One digit of the Social Security number apart"),
        "other_ssn": tr("Other Social Security number"),
        "same_member": tr("Same member number"),
        "near_member": tr("Member numbers nearly alike"),
        "other_sex": tr("Other sex"),
        "other_suffix": tr("One is junior, the other is not"),
    }.get(code, "")
