"""Made-up patients in any number: names by weight, ages of a clinic, phones, mail, numbers; the same every time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from app.patients.rules.codes import KeyKind, NameUse, Sex
from app.patients.rules.details import OtherName
from app.patients.rules.people import Person
from tests.bench.names import given_names, surnames

#: what desks write when nobody knows the birth date, and how many patients of a thousand have it
PLACEHOLDER, PLACED = date(1900, 1, 1), 23
LOCATIONS = 20
AREAS = ("209", "310", "415", "510", "530", "559", "619", "626", "661", "707", "714", "805", "818", "831", "909", "916")
_TODAY = date(2026, 3, 10)
_AT_ONCE = 10_000
_LETTERS = "abcdefghjklmnprstvw"
_STREETS = ("Main St", "Oak Ave", "Court St", "Mineral King Ave", "Walnut Ave", "Demaree St", "Akers St", "Noble Ave")
_SHORT = {
    "Robert": "Bob", "William": "Bill", "James": "Jim", "Michael": "Mike", "Elizabeth": "Liz", "Margaret": "Peggy",
    "Richard": "Rick", "Thomas": "Tom", "Patricia": "Pat", "Katherine": "Kate", "Jose": "Pepe", "Joseph": "Joe",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bred:
    """One made-up patient: the registration, other names, and numbers that upper rooms add."""

    person: Person
    names: tuple[OtherName, ...]
    numbers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A patient's number, last and another last name, first and second name."""

    number: int
    family: str
    other: str
    given: str
    second: str


def breed(count: int, seed: int = 7) -> Iterator[Bred]:
    """So many patients. Number n is the same however many are asked for."""
    chance = Random(seed)
    for start in range(0, count, _AT_ONCE):
        yield from (one for one, _ in zip(_batch(chance, start), range(count - start), strict=False))


def _batch(chance: Random, start: int) -> Iterator[Bred]:
    families, others = surnames().draw(chance, _AT_ONCE), surnames().draw(chance, _AT_ONCE)
    firsts, seconds = given_names().draw(chance, _AT_ONCE), given_names().draw(chance, _AT_ONCE)
    for at, names in enumerate(zip(families, others, firsts, seconds, strict=True)):
        yield _one(chance, _Drawn(start + at, *names), man=chance.random() < 0.45)


def _one(chance: Random, drawn: _Drawn, *, man: bool) -> Bred:
    roll, family, other, given, second = chance.random, drawn.family, drawn.other, drawn.given, drawn.second
    middle = "" if roll() < 0.55 else second if roll() < 0.5 else chance.choice(_LETTERS).upper()
    double = roll() < 0.06
    maiden = (OtherName(use=NameUse.MAIDEN, family=other),) if not man and not double and roll() < 0.15 else ()
    person = Person(
        family=f"{family} {other}" if double else family,
        given=f"{given} {second}" if roll() < 0.05 else given,
        middle=middle,
        preferred_name=_SHORT.get(given, "") if roll() < 0.3 else "",
        birth_date=_birth(chance),
        sex=Sex.MALE if man else Sex.FEMALE,
        phone=_phone(chance) if roll() < 0.96 else "",
        other_phone=_phone(chance) if roll() < 0.25 else "",
        email=_email(chance, given, family) if roll() < 0.55 else "",
        address_line=f"{chance.randrange(100, 9900)} {chance.choice(_STREETS)}",
        city="Visalia",
        state="CA",
        postal_code=f"93{chance.randrange(200, 300)}",
        home_location_id=chance.randrange(1, LOCATIONS + 1) if roll() < 0.99 else None,
        source="old" if (old := roll() < 0.2) else None,
        external_id=f"{drawn.number * 7 + 10_000_000}" if old else None,
    )
    return Bred(person, maiden, tuple(_numbers(chance)))


def _birth(chance: Random) -> date:
    if chance.randrange(1000) < PLACED:
        return PLACEHOLDER
    return _TODAY - timedelta(days=round(chance.triangular(0, 36_000, 22_000)))


def _phone(chance: Random) -> str:
    return f"({chance.choice(AREAS)}) {chance.randrange(200, 1000)}-{chance.randrange(10_000):04}"


def _email(chance: Random, given: str, family: str) -> str:
    return f"{given}.{family}{chance.randrange(1000)}@example.org".lower()


def _numbers(chance: Random) -> Iterator[tuple[str, str]]:
    if chance.random() < 0.8:
        yield KeyKind.MEMBER.value, f"{chance.choice(_LETTERS)}{chance.choice(_LETTERS)}{chance.randrange(10**9):09}"
    if chance.random() < 0.15:
        yield KeyKind.APPOINTMENT.value, f"{chance.randrange(10**8):08}"
