"""What is compared between two records, and how alike each of it can be. 0 everywhere: one of them lacks it, nothing is said."""

from enum import IntEnum
from typing import Final

#: the level of a comparison where a record lacks the field, or holds a placeholder
MISSING: Final = 0


class Field(IntEnum):
    """A comparison; its number is its place in the levels of a pair."""

    FAMILY = 0
    GIVEN = 1
    MIDDLE = 2
    SUFFIX = 3
    BIRTH = 4
    SEX = 5
    ADDRESS = 6
    UNIT = 7
    PLACE = 8
    PHONE = 9
    EMAIL = 10
    SSN = 11
    MEMBER = 12


#: one number for each Field: how alike two records are in it
Levels = tuple[int, ...]


class Family(IntEnum):
    """Last names. Swapped: it is the other's first name, and the other way round; half: one of the two is missing."""

    SAME = 1
    PART = 2
    ONE = 3
    NEAR = 4
    LOOSE = 5
    SWAPPED = 6
    SWAPPED_NEAR = 7
    SWAPPED_HALF = 8
    OTHER = 9


class Given(IntEnum):
    """First names."""

    SAME = 1
    PART = 2
    NICKNAME = 3
    INITIAL = 4
    MIDDLE = 5
    ONE = 6
    NEAR = 7
    LOOSE = 8
    OTHER = 9


class Middle(IntEnum):
    """Middle names."""

    SAME = 1
    INITIAL = 2
    NEAR = 3
    OTHER = 4


class Suffix(IntEnum):
    """Jr and II against Sr, III and the rest."""

    SAME = 1
    OTHER = 2


class Birth(IntEnum):
    """Birth dates. Parts: two of day, month and year; months and year: the dates lie so near."""

    SAME = 1
    SWAPPED = 2
    DIGIT = 3
    PARTS = 4
    MONTHS = 5
    YEAR = 6
    OTHER = 7


class Sex(IntEnum):
    """Sex as written."""

    SAME = 1
    OTHER = 2


class Address(IntEnum):
    """House number and street. Street and number: that one alone."""

    SAME = 1
    NEAR = 2
    STREET = 3
    NUMBER = 4
    OTHER = 5


class Unit(IntEnum):
    """Apartment, suite, second line."""

    SAME = 1
    NEAR = 2
    OTHER = 3


class Place(IntEnum):
    """ZIP, city and state: they hang together, so they are one comparison."""

    BOTH = 1
    ZIP = 2
    CITY = 3
    NEAR = 4
    STATE = 5
    OTHER = 6


class Phone(IntEnum):
    """Any phone of the one against any of the other. Near: the last seven digits, or one digit apart."""

    SAME = 1
    NEAR = 2
    OTHER = 3


class Email(IntEnum):
    """E-mail addresses."""

    SAME = 1
    NEAR = 2
    LOOSE = 3
    OTHER = 4


class Ssn(IntEnum):
    """Social security numbers. Tail: the last four, where one of them has no more."""

    SAME = 1
    TAIL = 2
    NEAR = 3
    OTHER = 4


class Member(IntEnum):
    """Member numbers of a payer. Near: one sign apart, or the same but for the family member's ending."""

    SAME = 1
    NEAR = 2
    OTHER = 3


#: the levels of each comparison, in the order of Field
KINDS: Final[tuple[type[IntEnum], ...]] = (
    Family, Given, Middle, Suffix, Birth, Sex, Address, Unit, Place, Phone, Email, Ssn, Member,
)  # fmt: skip
