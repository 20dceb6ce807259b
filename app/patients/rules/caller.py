"""Who is on the phone: whether what a caller says about a patient stands in the record.

Two things about one person are asked for before a record is opened on the phone: what the search was made with, and one
more. Comparing is strict in what it takes (a whole phone, a whole number, house and street) and mild in how it is said.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.text import mark
from app.patients.rules.asking import parse_search
from app.patients.rules.folding import digits_of, id_key, phone_digits
from app.patients.rules.placeholders import unknown_dates
from app.patients.rules.streets import short_forms, split_unit, street_key

#: a phone without its area code; less of it stands on the screen and in many mouths
SHORTEST_PHONE = 7


class Identifier(StrEnum):
    """What a caller was known by."""

    BIRTH = "birth"
    PHONE = "phone"
    ADDRESS = "address"
    MRN = "mrn"


#: what the journal says of each; never the value
_TOLD = {
    Identifier.BIRTH: mark("Caller known by the birth date"),
    Identifier.PHONE: mark("Caller known by the phone number"),
    Identifier.ADDRESS: mark("Caller known by the address"),
    Identifier.MRN: mark("Caller known by the record number"),
}


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What a record holds to know its patient by. `phones` as written; blank where nothing is known."""

    birth_date: date | None = None
    phones: tuple[str, ...] = ()
    address_line: str = ""
    mrn: str = ""


def second_identifier(known: KnownPerson, typed: str, said: str, today: date) -> Identifier | None:
    """What the caller is known by besides the name, or None where that is not enough.

    `typed` is the search that led to the patient ("" where another list did, which names people), `said` what the caller
    was asked for. A search by name and, say, birth date is two things already; one by number alone does not count twice.
    """
    first = identifiers(known, typed, today)
    by_name = not typed.strip() or bool(parse_search(typed, today).words)
    found = identifiers(known, said, today) - (frozenset() if by_name else first)
    if by_name and not said.strip():
        found = first
    return next((one for one in Identifier if one in found), None)


def identifiers(known: KnownPerson, said: str, today: date) -> frozenset[Identifier]:
    """Everything of a record that a text names whole."""
    asked = parse_search(said, today)
    number, born = phone_digits(said), known.birth_date
    fits = {
        Identifier.BIRTH: born is not None and born in asked.births and not unknown_dates().holds(f"{born:%Y%m%d}"),
        Identifier.PHONE: any(_is_phone(one, known.phones) for one in (asked.digits, number)),
        Identifier.ADDRESS: _is_address(said, known.address_line),
        Identifier.MRN: bool(known.mrn) and id_key(known.mrn) in (asked.digits, asked.number, id_key(said)),
    }
    return frozenset(one for one, fit in fits.items() if fit)


def says_much(typed: str, today: date) -> bool:
    """Whether a search holds more than names, so that it is worth comparing with the record."""
    asked = parse_search(typed, today)
    return bool(asked.words) and bool(asked.births or len(digits_of(typed)) >= SHORTEST_PHONE - 1)


def told(identifier: Identifier | None, reason: str) -> str:
    """The journal's sentence: what the caller was known by, why a record opened without it, or that nothing fitted."""
    if identifier is not None:
        return _TOLD[identifier]
    return mark("Opened for a caller who was not known") if reason else mark("Caller not known: nothing said fitted")


def _is_phone(digits: str, phones: tuple[str, ...]) -> bool:
    return len(digits) >= SHORTEST_PHONE and any(phone_digits(one).endswith(digits) for one in phones)


def _is_address(said: str, line: str) -> bool:
    """The house's number and its street; a town, a state, a ZIP behind them do no harm, and no unit is asked for."""
    known, spoken = street_key(split_unit(line)[0]).split(), street_key(said).split()
    if not known or not any(word[0].isdigit() for word in known):
        return False
    if known[0] == "pobox":
        return spoken[: len(known)] == known
    house, street = known[0], known[1:]
    names = [word for word in street if word not in short_forms().values()] or street
    return bool(names) and spoken[:1] == [house] and all(name in spoken[1:] for name in names)
