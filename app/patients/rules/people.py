"""A person as registered: the fields, what is stored of them, the keys they are found by."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.core.errors import ClinicError
from app.kit import dates
from app.patients.rules.codes import ContactSystem, ContactUse, KeyKind, Sex
from app.patients.rules.demographics import clean_ethnicity, clean_race
from app.patients.rules.details import NO_DETAILS, Details
from app.patients.rules.folding import KEY_LENGTH, fold, id_key, phone_key
from app.patients.rules.languages import clean_language
from app.patients.rules.writing import clean, clean_email, clean_phone, clean_zip

#: nobody is older; the longest life on record ended at 122 years
OLDEST = 125


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What registration asks for. `birth_date_text` keeps a date another system wrote and nobody can read.

    `race` holds OMB category codes with commas between, `ethnicity` one (US Core); `asked-declined` in either says that
    the question was asked. `phone_use` is a code of ContactUse. `multiple_birth` says twin or more.
    """

    family: str
    given: str = ""
    middle: str = ""
    suffix: str = ""
    preferred_name: str = ""
    pronouns: str = ""
    birth_date: date | None = None
    birth_date_text: str = ""
    sex: Sex = Sex.UNKNOWN
    multiple_birth: bool = False
    race: str = ""
    ethnicity: str = ""
    phone: str = ""
    phone_use: str = ""
    other_phone: str = ""
    other_phone_use: str = ""
    email: str = ""
    address_line: str = ""
    address_unit: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    language: str = ""
    interpreter: bool = False
    emergency_name: str = ""
    emergency_phone: str = ""
    emergency_relation: str = ""
    home_location_id: int | None = None
    preferred_practitioner_id: int | None = None
    source: str | None = None
    external_id: str | None = None


#: the most code points each plain text may have
LIMITS = {
    "family": 120, "given": 120, "middle": 120, "suffix": 20, "preferred_name": 120, "pronouns": 40,
    "birth_date_text": 40, "address_line": 200, "address_unit": 40, "city": 80, "state": 40, "emergency_name": 120,
    "emergency_relation": 40,
}  # fmt: skip


def cleaned(person: Person, today: date) -> Person:
    """The person as stored. Raises ClinicError at the field that cannot be taken: its name is the field's."""
    texts: dict[str, Any] = {name: clean(getattr(person, name), name, limit) for name, limit in LIMITS.items()}
    if not fold(texts["family"] + texts["given"]):
        raise ClinicError("A name is needed.", next_step="Type the last name.", field="family")
    if not texts["family"]:  # people of one name stand under it
        texts["family"], texts["given"] = texts["given"], ""
    _check_birth(person.birth_date, today)
    return replace(
        person,
        **{**texts, **_of_lists(person)},
        phone=clean_phone(person.phone, "phone"),
        other_phone=clean_phone(person.other_phone, "other_phone"),
        emergency_phone=clean_phone(person.emergency_phone, "emergency_phone"),
        email=clean_email(person.email, "email"),
        postal_code=clean_zip(person.postal_code, "postal_code"),
        source=_number_of(person.source, "source", 40),
        external_id=_number_of(person.external_id, "external_id", 60),
    )


def _number_of(text: str | None, field: str, limit: int) -> str | None:
    """Another system's name or number; None where there is none, so that the pair stays unique."""
    return None if text is None else clean(text, field, limit) or None


def _of_lists(person: Person) -> dict[str, str]:
    """The fields that hold codes of a list."""
    return {
        "race": clean_race(person.race, "race"),
        "ethnicity": clean_ethnicity(person.ethnicity, "ethnicity"),
        "language": clean_language(person.language, "language"),
        "phone_use": _use(person.phone_use, "phone_use"),
        "other_phone_use": _use(person.other_phone_use, "other_phone_use"),
    }


def _use(code: str, field: str) -> str:
    if code not in tuple(ContactUse):
        raise ClinicError("{code} is no code of this list.", field=field, next_step="Choose from it.", code=code)
    return code


def _check_birth(born: date | None, today: date) -> None:
    if born is None:
        return
    if born > today:
        raise ClinicError("{date} is still to come.", field="birth_date", date=dates.show_date(born))
    if today.year - born.year > OLDEST:
        raise ClinicError(
            "That is {years} years ago.", next_step="Check the year.", field="birth_date", years=today.year - born.year
        )


def age_on(born: date, day: date) -> int:
    """Full years on a day. Who is born on 29 February is a year older on 1 March of other years. 0 before the birth."""
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def name_keys(person: Person) -> tuple[str, str]:
    """The keys of last and first name; a name of other signs alone stands as itself, so that it is not lost."""
    return fold(person.family) or person.family[:60], fold(person.given)


def search_keys(person: Person, details: Details = NO_DETAILS) -> tuple[tuple[str, str], ...]:
    """(kind, key) of everything besides names that this person can be found by. A fax reaches nobody."""
    phones, mails = [person.phone, person.other_phone], [person.email]
    for way in details.telecoms:
        if way.system is not ContactSystem.FAX:
            (mails if way.system is ContactSystem.EMAIL else phones).append(way.value)
    if details.reach is not None:
        phones.append(details.reach.phone)
        mails.append(details.reach.email)
    found = [(KeyKind.PHONE, phone_key(number)) for number in phones]
    found += [(KeyKind.EMAIL, address.casefold()) for address in mails]
    found.append((KeyKind.NUMBER, id_key(person.external_id or "")))
    return tuple(dict.fromkeys((kind.value, key[:KEY_LENGTH]) for kind, key in found if key))
