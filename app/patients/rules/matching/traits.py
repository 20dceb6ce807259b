"""A record made ready for comparing, once: folded, taken apart, without what stands for "not known"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.patients.rules.folding import digits_of, fold, id_key, phone_digits
from app.patients.rules.matching.facts import Facts, facts
from app.patients.rules.placeholders import Stock

_SUFFIXES = {"jr": 2, "junior": 2, "sr": 1, "senior": 1, "ii": 2, "iii": 3, "iv": 4, "2nd": 2, "3rd": 3}
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sra", "srta", "prof", "rev"})
#: small words of a last name: "de la Cruz" and "Cruz" are parts of each other, "de" alone is nobody's
_PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "el", "van", "von", "der", "den", "da", "dos", "di", "y", "al"}
)
_BOX = re.compile(r"(?:p ?o|post office|apartado)? ?box (\w+)")
_NUMBER = re.compile(r"(\d+[a-z]?)(?: (\d)/(\d))? (?=\S)")
_UNIT = re.compile(
    r"(?:\b(?:apt|apartment|apmt|unit|ste|suite|rm|room|spc|space|lot|bldg|building|fl|trlr)\b) ?(\w+(?: \w)?)$"
)
_SEXES = {
    "m": "m",
    "male": "m",
    "man": "m",
    "f": "f",
    "female": "f",
    "woman": "f",
    "w": "f",
    "hombre": "m",
    "mujer": "f",
}


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a record is compared; empty where it says nothing. Names without spaces, and their words.

    `birth` is eight digits, year first, also of a day that never was; `given_also` and `family_also` are the other
    names a person goes by: preferred, maiden, former ones.
    """

    family: str = ""
    family_words: tuple[str, ...] = ()
    given: str = ""
    given_words: tuple[str, ...] = ()
    middle: str = ""
    suffix: int = 0
    formal: frozenset[str] = frozenset()
    given_also: tuple[str, ...] = ()
    family_also: tuple[str, ...] = ()
    birth: str = ""
    sex: str = ""
    number: str = ""
    street: str = ""
    unit: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    ssn: str = ""
    member: str = ""


def traits_of(
    *,
    family: str = "",
    given: str = "",
    middle: str = "",
    birth: str = "",
    sex: str = "",
    address_number: str = "",
    address_line: str = "",
    address_unit: str = "",
    city: str = "",
    state: str = "",
    postal_code: str = "",
    phones: Iterable[str] = (),
    email: str = "",
    ssn: str = "",
    member_id: str = "",
    given_also: Iterable[str] = (),
    family_also: Iterable[str] = (),
) -> Traits:
    """The traits of a record from its texts as they were written; `birth` as YYYYMMDD, see `birth_digits`."""
    known = facts()
    last, suffix = _name(family, known)
    first, second = _name(given, known)
    rest, third = _name(middle, known)
    number, street, unit = _address(address_number, address_line, address_unit, known)
    return Traits(
        family="".join(last),
        family_words=tuple(word for word in last if word not in _PARTICLES) or last,
        given="".join(first),
        given_words=first,
        middle="".join(rest),
        suffix=suffix or second or third,
        formal=known.formal.get(first[0], frozenset()) if first else frozenset(),
        given_also=_also(given_also, known),
        family_also=_also(family_also, known),
        birth=_kept(birth, known.date) if birth else "",
        sex=_SEXES.get(fold(sex), "") if sex else "",
        number=number,
        street=street,
        unit=unit,
        city=_city(city, known),
        state=id_key(state) if state else "",
        zip=_zip(postal_code, known),
        phones=tuple(dict.fromkeys(key for phone in phones if (key := _phone(phone, known)))),
        email=_email(email, known),
        ssn=_kept(digits_of(ssn), known.ssn) if ssn else "",
        member=_kept(id_key(member_id), known.member) if member_id else "",
    )


def birth_digits(year: int, month: int, day: int) -> str:
    """A date as it is compared: YYYYMMDD."""
    return f"{year:04}{month:02}{day:02}"


def _kept(value: str, empty: Stock) -> str:
    return "" if empty.holds(value) else value


def _also(names: Iterable[str], known: Facts) -> tuple[str, ...]:
    return tuple(word for name in names if (word := "".join(_name(name, known)[0])))


def _name(text: str, known: Facts) -> tuple[tuple[str, ...], int]:
    """The words of a name without title, Jr and Sr; and the number that Jr, Sr, III stand for."""
    if not text:
        return (), 0
    folded = fold(text)
    words = [word for word in folded.split() if word not in _TITLES] or folded.split()
    suffix = 0
    while len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = _SUFFIXES[words.pop()]
    return ((), suffix) if known.name.holds(" ".join(words)) else (tuple(words), suffix)


def _address(number: str, line: str, unit: str, known: Facts) -> tuple[str, str, str]:
    """House number, street in its short words, unit: taken out of the line where they have no field of their own."""
    if not (number or line or unit):
        return "", "", ""
    road, apart, house = fold(line.replace("#", " apt ")), fold(unit.replace("#", " ")), fold(number)
    if known.address.holds(" ".join(part for part in (house, road) if part)) or known.address.holds(road):
        return "", "", ""
    if box := _BOX.fullmatch(road):
        return box[1], "pobox", ""
    if not house and (found := _NUMBER.match(road)):
        house, road = found[1], road[found.end() :]
    if not apart and (found := _UNIT.search(road)) and found.start():
        road, apart = road[: found.start()].strip(), found[0]
    street = "".join(known.street.get(word, word) for word in road.split())
    return house.replace(" ", ""), street, _unit(apart, known)


def _unit(text: str, known: Facts) -> str:
    """A unit without the word before it: "Apt 4B", "# 4b" and "unit 4-B" are one."""
    if known.address.holds(text):
        return ""
    words = text.split()
    return "".join(word for word in words if word not in known.unit) or "".join(words)


def _city(text: str, known: Facts) -> str:
    if not text:
        return ""
    folded = fold(text)
    if known.city.holds(folded):
        return ""
    return "".join(known.street.get(word, word) for word in folded.split())


def _zip(text: str, known: Facts) -> str:
    if not text:
        return ""
    key = id_key(text)
    five = key[:5] if len(key) == 9 and key.isdecimal() else key
    return "" if known.zip.holds(five) else five


def _phone(text: str, known: Facts) -> str:
    digits = phone_digits(text)
    return "" if not digits or known.phone.holds(digits) else digits


def _email(text: str, known: Facts) -> str:
    plain = text.strip().casefold()
    return "" if not plain or known.email.holds(plain) else plain[:200]
