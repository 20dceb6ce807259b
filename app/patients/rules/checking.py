"""The further parts of a registration before they are stored: what is refused, what is dropped, what is put in order.

An error names its field by part, row and name: `telecoms-1-value` is the value of the second further contact.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import fields, replace
from datetime import date
from typing import TypeVar

from app.core.errors import ClinicError
from app.kit import dates
from app.patients.rules.codes import ConsentKind, ContactSystem, RelatedRole
from app.patients.rules.details import Agreed, Details, Identity, OtherName, Reach, Related, Telecom, Whereabouts
from app.patients.rules.folding import fold, phone_digits
from app.patients.rules.people import Person
from app.patients.rules.writing import clean, clean_email, clean_phone, clean_zip

#: rows of one part; more of them are a mistake of another program's
MOST_ROWS = 12
#: the most code points each plain text may have
ADDRESS = {"address_line": 200, "address_unit": 40, "city": 80, "state": 40}
#: of these a patient has one
SINGLE = (RelatedRole.GUARANTOR, RelatedRole.EMPLOYER)

T = TypeVar("T")


def checked(details: Details, person: Person, today: date) -> Details:
    """The details as stored. `person` has been through `cleaned`. Raises ClinicError at the field."""
    return Details(
        names=_names(details.names, person, today),
        telecoms=_telecoms(details.telecoms, person),
        related=_related(details.related),
        consents=_consents(details.consents, person, today),
        reach=_reach(details.reach, today),
        identity=_identity(details.identity, today),
    )


def says_nothing(identity: Identity) -> bool:
    """Whether nothing but a kind was given: a proof of identity that is to be taken away."""
    return not (identity.number or identity.jurisdiction or identity.issued_on or identity.expires_on)


def _rows(rows: tuple[T, ...], part: str, clean_one: Callable[[T, str], T | None]) -> list[T]:
    """Each row cleaned, the empty ones left out. Raises ClinicError where there are too many."""
    found = [one for at, row in enumerate(rows) if (one := clean_one(row, f"{part}-{at}-")) is not None]
    if len(found) > MOST_ROWS:
        raise ClinicError("These are {count} rows; {limit} have room.", field=part, count=len(found), limit=MOST_ROWS)
    return found


def _once(rows: Iterable[T], key: Callable[[T], Hashable], taken: Iterable[Hashable] = ()) -> tuple[T, ...]:
    """The first row of each key; a key that is `taken` has its place elsewhere."""
    seen, kept = set(taken), list[T]()
    for row in rows:
        if key(row) not in seen:
            seen.add(key(row))
            kept.append(row)
    return tuple(kept)


def not_ahead(day: date | None, today: date, field: str) -> None:
    """Raise ClinicError at `field` for a day that is still to come."""
    if day is not None and day > today:
        raise ClinicError("{date} is still to come.", field=field, date=dates.show_date(day))


# --------------------------------------------------------------------------------------------------- names, contacts


def _names(rows: tuple[OtherName, ...], person: Person, today: date) -> tuple[OtherName, ...]:
    def one(row: OtherName, at: str) -> OtherName | None:
        family, given = clean(row.family, f"{at}family", 120), clean(row.given, f"{at}given", 120)
        not_ahead(row.ended_on, today, f"{at}ended_on")
        return replace(row, family=family, given=given) if fold(family + given) else None

    legal = (person.family, person.given)
    return _once(_rows(rows, "names", one), lambda row: (row.family, row.given), [legal])


def _telecoms(rows: tuple[Telecom, ...], person: Person) -> tuple[Telecom, ...]:
    def one(row: Telecom, at: str) -> Telecom | None:
        tidy = clean_email if row.system is ContactSystem.EMAIL else clean_phone
        value, note = tidy(row.value, f"{at}value"), clean(row.note, f"{at}note", 80)
        if note and not value:
            raise ClinicError("The number is missing.", field=f"{at}value", next_step="Type it, or remove the row.")
        return replace(row, value=value, note=note) if value else None

    first = (person.phone, person.other_phone, person.email)
    found = _once(_rows(rows, "telecoms", one), lambda row: _same(row.value), map(_same, filter(None, first)))
    return tuple(replace(row, rank=rank) for rank, row in enumerate(found, start=1))


def _same(value: str) -> str:
    return value.casefold() if "@" in value else phone_digits(value)


def clean_address(row: Whereabouts, at: str) -> dict[str, str]:
    """The address of a row as stored, by field."""
    texts = {name: clean(getattr(row, name), f"{at}{name}", limit) for name, limit in ADDRESS.items()}
    return {**texts, "postal_code": clean_zip(row.postal_code, f"{at}postal_code")}


def _reach(reach: Reach | None, today: date) -> Reach | None:
    if reach is None:
        return None
    address = clean_address(reach, "reach-")
    phone, email = clean_phone(reach.phone, "reach-phone"), clean_email(reach.email, "reach-email")
    found = replace(reach, **address, phone=phone, email=email, note=clean(reach.note, "reach-note", 200))  # type: ignore[arg-type]
    not_ahead(reach.since, today, "reach-since")
    if not (phone or email or any(address.values())):
        raise ClinicError(
            "It is not said where to reach the patient instead.",
            field="reach-phone",
            next_step="Type a phone, an e-mail or an address, or take this off.",
        )
    _check_address(address)
    return found


def _check_address(address: dict[str, str]) -> None:
    if any(address.values()) and not (address["address_line"] and (address["postal_code"] or address["city"])):
        raise ClinicError(
            "An address has a street and a ZIP or a city.",
            field="reach-address_line",
            next_step="Type what is missing.",
        )


# ---------------------------------------------------------------------------------------------------------- people


def _related(rows: tuple[Related, ...]) -> tuple[Related, ...]:
    def one(row: Related, at: str) -> Related | None:
        texts = {
            "name": clean(row.name, f"{at}name", 120), "relation": clean(row.relation, f"{at}relation", 40),
            "note": clean(row.note, f"{at}note", 200), "phone": clean_phone(row.phone, f"{at}phone"),
        }  # fmt: skip
        texts |= clean_address(row, at)
        if any(texts.values()) and not fold(texts["name"]):
            raise ClinicError("It is not said who this is.", field=f"{at}name", next_step="Type the name.")
        return replace(row, **texts) if texts["name"] else None  # type: ignore[arg-type]

    found = _once(_rows(rows, "related", one), lambda row: row)
    for role in SINGLE:
        if sum(row.role is role for row in found) > 1:
            raise ClinicError("Only one of these has room.", field="related", next_step="Remove the other one.")
    return tuple(sorted(found, key=lambda row: tuple(RelatedRole).index(row.role)))


# -------------------------------------------------------------------------------------------------------- consents


def _consents(rows: tuple[Agreed, ...], person: Person, today: date) -> tuple[Agreed, ...]:
    """One for each kind: what was said last counts."""
    standing: dict[ConsentKind, Agreed] = {}
    for row in rows:
        at = f"consents-{row.kind}-decided_on"
        not_ahead(row.decided_on, today, at)
        if person.birth_date is not None and row.decided_on < person.birth_date:
            raise ClinicError("That is before the birth date.", field=at)
        other = standing.get(row.kind)
        if other is not None and other.decided_on == row.decided_on and other.decision is not row.decision:
            raise ClinicError("Both are said of the same day.", field=at, next_step="Take one of them off.")
        if other is None or row.decided_on >= other.decided_on:
            standing[row.kind] = row
    return tuple(standing[kind] for kind in ConsentKind if kind in standing)


def _identity(identity: Identity | None, today: date) -> Identity | None:
    if identity is None:
        return None
    number = clean(identity.number, "identity-number", 40).upper()
    jurisdiction = clean(identity.jurisdiction, "identity-jurisdiction", 40)
    not_ahead(identity.issued_on, today, "identity-issued_on")
    if identity.issued_on and identity.expires_on and identity.expires_on < identity.issued_on:
        raise ClinicError("It ends before it begins.", field="identity-expires_on", next_step="Check both dates.")
    return replace(identity, number=number, jurisdiction=jurisdiction)


def changed_parts(before: Details, after: Details) -> tuple[str, ...]:
    """The parts that differ."""
    return tuple(one.name for one in fields(Details) if getattr(before, one.name) != getattr(after, one.name))
