"""Whether two people may be one, in words: what is the same, what is near, what differs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rapidfuzz.distance import OSA

from app.core.text import tr
from app.kit.dates import show_date
from app.patients.rules.folding import fold, phone_digits
from app.patients.rules.people import Person


class Sureness(StrEnum):
    """How much speaks for one and the same person; twins, spouses, father and son are never sure."""

    SURE = "sure"
    PERHAPS = "perhaps"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Reason:
    """One comparison: `sign` is same, near or other; `code` what it says, filled with `one` and `two`."""

    sign: str
    code: str
    one: str = ""
    two: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The verdict and its reasons, the strongest first."""

    sureness: Sureness
    reasons: tuple[Reason, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """For sorting: the surest first, then the one with most in common."""
        order = list(Sureness)
        return order.index(self.sureness), -sum({"same": 3, "near": 2}.get(one.sign, 0) for one in self.reasons)


#: what people write when they do not know: never counted as a likeness (our own list, from desks' habits)
NO_NAMES = frozenset({
    "test", "tester", "testing", "patient", "unknown", "unk", "none", "na", "n a", "no name", "noname", "anonymous",
    "doe", "jane doe", "john doe", "baby", "infant", "newborn", "xxx", "xx", "x", "asdf", "sample", "demo",
})  # fmt: skip
NO_BIRTHS = frozenset({date(1900, 1, 1), date(1901, 1, 1), date(1899, 12, 30), date(1899, 12, 31)})


def no_phone(digits: str) -> bool:
    """Whether a phone stands for none: too short, one digit all along, 555-0000, 123-4567."""
    local = digits[-7:]
    return (
        len(digits) < 7 or len(set(local)) == 1 or local in ("5550000", "5551212", "1234567") or digits[-10:-7] == "000"
    )


def likeness(one: Person, other: Person) -> Likeness | None:
    """What speaks for `one` and `other` being the same person; None when nothing does."""
    name, birth, phone = _name(one, other), _birth(one.birth_date, other.birth_date), _phone(one, other)
    sureness = _verdict(name, birth, phone)
    if sureness is None:
        return None
    return Likeness(sureness, tuple(reason for reason in (name, birth, phone) if reason is not None))


def _verdict(name: Reason | None, birth: Reason | None, phone: Reason | None) -> Sureness | None:
    how = name.code if name else ""
    born, called = birth.sign if birth else "", phone.sign if phone else ""
    if how in ("same_name", "swapped_name"):
        return _same_name(born, called)
    if how in ("part_name", "letter_apart"):
        if born == "same" and called == "same" and how == "part_name":
            return Sureness.SURE
        return Sureness.PERHAPS if born in ("same", "near") or called == "same" else None
    if how == "same_given":
        return Sureness.PERHAPS if born == "same" else Sureness.FAMILY if called == "same" else None
    if how == "same_family":
        return Sureness.FAMILY if called == "same" or born == "same" else None
    return Sureness.PERHAPS if born == "same" and called == "same" else None


def _same_name(born: str, called: str) -> Sureness | None:
    if born == "same" or (born == "near" and called == "same"):
        return Sureness.SURE
    if born == "other":  # a namesake; with the same phone father and son
        return Sureness.FAMILY if called == "same" else None
    return Sureness.PERHAPS


def _name(one: Person, other: Person) -> Reason | None:
    mine, theirs = (fold(one.family), fold(one.given)), (fold(other.family), fold(other.given))
    if NO_NAMES & {mine[0], mine[1], theirs[0], theirs[1]} or not mine[0] or not theirs[0]:
        return None
    if mine == theirs:
        exact = (one.family, one.given) == (other.family, other.given)
        return Reason("same", "same_name", "" if exact else "accents")
    if mine == theirs[::-1]:
        return Reason("same", "swapped_name")
    if mine[0] == theirs[0] and _part(mine[1], theirs[1]):
        return Reason("near", "part_name", one.given, other.given)
    if _letter_apart(mine, theirs):
        apart = (one.family, other.family) if mine[0] != theirs[0] else (one.given, other.given)
        return Reason("near", "letter_apart", *apart)
    if mine[0] == theirs[0]:
        return Reason("other", "same_family", one.given, other.given) if mine[1] and theirs[1] else None
    return Reason("other", "same_given", one.family, other.family) if mine[1] and mine[1] == theirs[1] else None


def _part(mine: str, theirs: str) -> bool:
    """Maria beside Maria Jose, J beside John."""
    short, long = sorted((mine, theirs), key=len)
    return (
        bool(short) and long.startswith(short) and (long[len(short) : len(short) + 1] in ("", " ") or len(short) == 1)
    )


def _letter_apart(mine: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """One typing slip in last or first name of four letters or more, the other name the same or a part of it."""
    for at, beside in ((0, 1), (1, 0)):
        slip = len(mine[at]) >= 4 and OSA.distance(mine[at], theirs[at], score_cutoff=1) == 1
        if slip and (mine[beside] == theirs[beside] or _part(mine[beside], theirs[beside])):
            return True
    return False


def _birth(mine: date | None, theirs: date | None) -> Reason | None:
    if mine is None or theirs is None or mine in NO_BIRTHS or theirs in NO_BIRTHS:
        return None
    if mine == theirs:
        return Reason("same", "same_birth")
    if abs((mine - theirs).days) == 1:
        return Reason("near", "day_apart", f"{mine.day:02}", f"{theirs.day:02}")
    if (mine.year, mine.month, mine.day) == (theirs.year, theirs.day, theirs.month):
        return Reason("near", "swapped_birth", show_date(mine)[:5], show_date(theirs)[:5])
    if OSA.distance(f"{mine:%Y%m%d}", f"{theirs:%Y%m%d}", score_cutoff=1) == 1:
        return Reason("near", "digit_apart", show_date(mine), show_date(theirs))
    return Reason("other", "other_birth")


def _phones(person: Person) -> set[str]:
    return {digits for digits in map(phone_digits, (person.phone, person.other_phone)) if not no_phone(digits)}


def _phone(one: Person, other: Person) -> Reason | None:
    mine, theirs = _phones(one), _phones(other)
    if not mine or not theirs:
        return None
    return Reason("same", "same_phone") if mine & theirs else Reason("other", "other_phone")


def sureness_words(sureness: Sureness) -> str:
    """The verdict in words."""
    return {
        Sureness.SURE: tr("Almost surely the same person"),
        Sureness.PERHAPS: tr("Perhaps the same person"),
        Sureness.FAMILY: tr("More likely family"),
    }[sureness]


def reason_words(reason: Reason) -> str:
    """A reason in words."""
    one, two = reason.one, reason.two
    if reason.code == "same_name":
        return tr("Same name, accents aside") if one else tr("Same name")
    spoken = {
        "swapped_name": tr("Same names, the other way round"),
        "same_birth": tr("Same birth date"),
        "other_birth": tr("Other birth date"),
        "same_phone": tr("Same phone"),
        "other_phone": tr("Other phone"),
    }
    if reason.code in spoken:
        return spoken[reason.code]
    return {
        "part_name": tr("Part of the name: {one} / {two}", one=one, two=two),
        "letter_apart": tr("One letter apart: {one} / {two}", one=one, two=two),
        "same_family": tr("Other first name: {one} / {two}", one=one, two=two),
        "same_given": tr("Other last name: {one} / {two}", one=one, two=two),
        "day_apart": tr("Birth date one day apart: {one} / {two}", one=one, two=two),
        "swapped_birth": tr("Day and month swapped: {one} / {two}", one=one, two=two),
        "digit_apart": tr("One digit of the birth date apart: {one} / {two}", one=one, two=two),
    }[reason.code]
