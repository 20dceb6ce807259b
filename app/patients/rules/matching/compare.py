"""Comparing two records field by field: the cheap tests first, the costly ones only where they can still say something."""

from datetime import date

from rapidfuzz.distance import OSA

from app.patients.rules.matching.levels import (
    Address,
    Birth,
    Email,
    Levels,
    Member,
    Phone,
    Place,
    Sex,
    Ssn,
    Suffix,
    Unit,
)
from app.patients.rules.matching.names import LOOSE, NEAR, SAME, alike, compare_middle, compare_names
from app.patients.rules.matching.traits import Traits

#: dates that lie so near, in days
_MONTHS, _YEAR = 62, 366
#: the length of a birth date of which the year alone is known
_YEAR_ALONE = 4


def compare(one: Traits, other: Traits) -> Levels:
    """How alike two records are in every Field. The same both ways."""
    family, given = compare_names(one, other)
    return (
        family,
        given,
        compare_middle(one, other),
        _suffix(one.suffix, other.suffix),
        compare_birth(one.birth, other.birth),
        0 if not one.sex or not other.sex else Sex.SAME if one.sex == other.sex else Sex.OTHER,
        _address(one, other),
        _unit(one, other),
        _place(one, other),
        _phone(one.phones, other.phones),
        _email(one.email, other.email),
        _ssn(one.ssn, other.ssn),
        _member(one.member, other.member),
    )


def _suffix(mine: int, theirs: int) -> int:
    if not mine or not theirs:
        return 0
    return Suffix.SAME if mine == theirs else Suffix.OTHER


def compare_birth(mine: str, theirs: str) -> int:
    """Dates as digits, so that one which never was can still be compared."""
    if not mine or not theirs:
        return 0
    if mine == theirs:
        return Birth.SAME
    if len(mine) == _YEAR_ALONE or len(theirs) == _YEAR_ALONE:
        return _years(mine, theirs)
    if mine[:4] == theirs[:4] and mine[4:6] == theirs[6:] and mine[6:] == theirs[4:6]:
        return Birth.SWAPPED
    if OSA.distance(mine, theirs, score_cutoff=1) == 1:
        return Birth.DIGIT
    days = _days_between(mine, theirs)
    if days == 1:
        return Birth.DIGIT
    if _century(mine, theirs) or (mine[4:] == theirs[4:] and abs(_year(mine) - _year(theirs)) == 1):
        return Birth.DIGIT
    if (mine[:4] == theirs[:4]) + (mine[4:6] == theirs[4:6]) + (mine[6:] == theirs[6:]) == 2:
        return Birth.PARTS
    if days is None:
        return Birth.OTHER
    return Birth.MONTHS if days <= _MONTHS else Birth.YEAR if days <= _YEAR else Birth.OTHER


def _years(mine: str, theirs: str) -> int:
    """Where one of them is a year alone: the same year beside a whole date is no more than that."""
    if mine[:4] == theirs[:4]:
        return 0
    return Birth.YEAR if abs(_year(mine) - _year(theirs)) == 1 else Birth.OTHER


def _century(mine: str, theirs: str) -> bool:
    """1925 and 2025 of the same day."""
    return mine[2:] == theirs[2:]


def _year(digits: str) -> int:
    return int(digits[:4]) if digits[:4].isdecimal() else 0


def _days_between(mine: str, theirs: str) -> int | None:
    """How many days lie between, where both are days and less than two years apart."""
    if abs(_year(mine) - _year(theirs)) > 1:
        return None
    try:
        return abs((date.fromisoformat(mine) - date.fromisoformat(theirs)).days)
    except ValueError:
        return None


def _address(one: Traits, other: Traits) -> int:
    if not (one.street or one.number) or not (other.street or other.number):
        return 0
    street = _alike(one.street, other.street)
    if street is None or street > NEAR:
        street = _crossed(one, other, street)
    number = _number(one.number, other.number)
    if street == SAME:
        return Address.STREET if number is None or number > NEAR else Address.NEAR if number else Address.SAME
    if street is not None and street <= NEAR and number is not None and number <= NEAR:
        return Address.NEAR
    if street is not None and street <= NEAR:
        return Address.STREET
    if number == SAME:
        return Address.NUMBER
    return 0 if street is None and number is None else Address.OTHER


def _alike(mine: str, theirs: str) -> int | None:
    return alike(mine, theirs) if mine and theirs else None


def _crossed(one: Traits, other: Traits, straight: int | None) -> int | None:
    """A street that stands in the other's second line."""
    lines = ((one.street, other.unit), (other.street, one.unit))
    crossed = [alike(street, unit) for street, unit in lines if len(street) > 4 and len(unit) > 4]
    if crossed and min(crossed) <= NEAR:
        return max(min(crossed), 1)
    return straight


def _number(mine: str, theirs: str) -> int | None:
    if not mine or not theirs:
        return None
    if mine == theirs:
        return SAME
    return NEAR if max(len(mine), len(theirs)) > 1 and OSA.distance(mine, theirs, score_cutoff=1) == 1 else LOOSE


def _unit(one: Traits, other: Traits) -> int:
    if not one.unit or not other.unit:
        return 0
    if one.unit == other.unit:
        return Unit.SAME
    return Unit.NEAR if alike(one.unit, other.unit) <= NEAR else Unit.OTHER


def _place(one: Traits, other: Traits) -> int:
    city = _alike(one.city, other.city)
    code = None if not one.zip or not other.zip else SAME if one.zip == other.zip else _zip_near(one.zip, other.zip)
    if city == SAME and code == SAME:
        return Place.BOTH
    if code == SAME:
        return Place.ZIP
    if city == SAME:
        return Place.CITY
    if (city is not None and city <= NEAR) or code == NEAR:
        return Place.NEAR
    if one.state and other.state and one.state == other.state:
        return Place.STATE
    return 0 if city is None and code is None and not (one.state and other.state) else Place.OTHER


def _zip_near(mine: str, theirs: str) -> int:
    return NEAR if OSA.distance(mine, theirs, score_cutoff=1) == 1 else LOOSE


def _phone(mine: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    if not mine or not theirs:
        return 0
    best: int = Phone.OTHER
    for number in mine:
        for another in theirs:
            if number == another:
                return Phone.SAME
            if number[-7:] == another[-7:] or OSA.distance(number, another, score_cutoff=1) == 1:
                best = Phone.NEAR
    return best


def _email(mine: str, theirs: str) -> int:
    if not mine or not theirs:
        return 0
    if mine == theirs:
        return Email.SAME
    name, another = mine.partition("@")[0], theirs.partition("@")[0]
    if len(name) > 5 and name == another:
        return Email.NEAR
    slips = OSA.distance(mine, theirs, score_cutoff=4)
    if slips <= 2 and min(len(mine), len(theirs)) > 7:
        return Email.NEAR
    return Email.LOOSE if slips <= 4 and min(len(mine), len(theirs)) > 11 else Email.OTHER


def _ssn(mine: str, theirs: str) -> int:
    if not mine or not theirs:
        return 0
    if mine == theirs:
        return Ssn.SAME if len(mine) > 4 else Ssn.TAIL
    if len(mine) == 4 or len(theirs) == 4:
        return Ssn.TAIL if mine[-4:] == theirs[-4:] else Ssn.OTHER
    return Ssn.NEAR if OSA.distance(mine, theirs, score_cutoff=1) == 1 else Ssn.OTHER


def _member(mine: str, theirs: str) -> int:
    if not mine or not theirs:
        return 0
    if mine == theirs:
        return Member.SAME
    short = min(len(mine), len(theirs))
    family = short >= 7 and mine[: short - 2] == theirs[: short - 2] and abs(len(mine) - len(theirs)) <= 2
    return Member.NEAR if family or OSA.distance(mine, theirs, score_cutoff=1) == 1 else Member.OTHER
