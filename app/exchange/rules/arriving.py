"""A record of another system's, put upon ours: what it says is taken, what it leaves out stays, what it empties goes.

Nothing that the desk wrote is lost by it: a former name, phone or e-mail stays in the record as used before, and rows are
added, never taken away, except where the sender empties a field.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from app.exchange.rules.codes import DECLINED
from app.exchange.rules.records import Address, Contact, HumanName, PatientRecord, whole_day
from app.exchange.rules.records import ContactPoint as Said
from app.patients.rules.checking import SINGLE
from app.patients.rules.codes import ContactSystem, ContactUse, NameUse, RelatedRole, Sex
from app.patients.rules.demographics import DECLINED as NOT_TOLD
from app.patients.rules.details import Details, OtherName, Related, Telecom
from app.patients.rules.folding import fold, phone_digits
from app.patients.rules.naming import natural_city, natural_name, natural_street, natural_suffix, split_name
from app.patients.rules.people import Person
from app.patients.rules.places import state_code

_OTHER_NAMES = {"old": NameUse.OLD, "maiden": NameUse.MAIDEN, "alias": NameUse.ALIAS}
_ROLES = {
    "guarantor": RelatedRole.GUARANTOR, "guardian": RelatedRole.RESPONSIBLE, "employer": RelatedRole.EMPLOYER,
}  # fmt: skip
_PHONE_ORDER = ("mobile", "home", "", "work", "temp")
_ADDRESS_ORDER = ("home", "", "temp", "work")
_BLANK_ADDRESS = {"address_line": "", "address_unit": "", "city": "", "state": "", "postal_code": ""}


@dataclass(frozen=True, slots=True)
class Registration:
    """A person and what belongs to them, as our rooms hold it."""

    person: Person
    details: Details


def upon(record: PatientRecord, before: Registration) -> Registration:
    """`before` with what the record says. Nothing is cleaned or checked yet."""
    person, details = _named(record, before.person, before.details)
    person, details = _reached(record, person, details)
    said = {**_facts(record, person), **_categories(record), **_where(record), **_emergency(record)}
    return Registration(replace(person, **said), _answering(record, details))


# --------------------------------------------------------------------------------------------------------------- names


def _named(record: PatientRecord, person: Person, details: Details) -> tuple[Person, Details]:
    """The legal name, the name to call them by, and names besides; a legal name that goes becomes a former one."""
    legal = next(iter(record.names), HumanName())
    family, given, middle = _parts(legal)
    if not (family or given):
        return person, details
    others = [*details.names, *(name for name in map(_other, record.names[1:]) if name is not None)]
    if (fold(family), fold(given)) == (fold(person.family), fold(person.given)):
        family, given = person.family, person.given  # the desk knows accents and capitals better
    elif person.family or person.given:
        others.append(OtherName(use=NameUse.OLD, family=person.family, given=person.given))
    called = next((_parts(one)[1] for one in record.names[1:] if one.use in ("nickname", "usual")), "")
    changed = replace(
        person,
        family=family,
        given=given,
        middle=middle,
        suffix=natural_suffix(legal.suffix) or person.suffix,
        preferred_name=called if called and fold(called) != fold(given) else person.preferred_name,
    )
    return changed, replace(details, names=_once(others, lambda one: (fold(one.family), fold(one.given))))


def _parts(name: HumanName) -> tuple[str, str, str]:
    """Family, first and further given names in natural case; a name told as one text is taken apart."""
    first, *further = name.given or ("",)
    family, middle = name.family, " ".join(further)
    if not (family or first):
        told = split_name(name.text)
        family, first, middle = told.family, told.given, told.middle
    return _cased(family, natural_name), _cased(first, _given), _cased(middle, _given)


def _given(text: str) -> str:
    return natural_name(text, given=True)


def _cased(text: str, write: Callable[[str], str]) -> str:
    """A text all in capitals or all in small letters as people write it; who wrote both meant it."""
    return write(text) if text.isupper() or text.islower() else text


def _other(name: HumanName) -> OtherName | None:
    use = _OTHER_NAMES.get(name.use)
    family, given, _middle = _parts(name)
    if use is None or not (family or given):
        return None
    return OtherName(use=use, family=family, given=given, ended_on=whole_day(name.ended_on))


def _once(rows: Iterable[Any], key: Any) -> tuple[Any, ...]:  # noqa: ANN401 - rows of any one kind
    """The first row of each key."""
    seen: dict[Any, Any] = {}
    for row in rows:
        seen.setdefault(key(row), row)
    return tuple(seen.values())


# ------------------------------------------------------------------------------------------------------------- contact


def _reached(record: PatientRecord, person: Person, details: Details) -> tuple[Person, Details]:
    """Phones and e-mails: the sender's first ones stand in the person, what stood there before is kept as old."""
    if "telecom" in record.cleared:
        blank = replace(person, phone="", phone_use="", other_phone="", other_phone_use="", email="")
        return blank, replace(details, telecoms=())
    said = [one for one in record.telecom if one.use != "old"]
    phones = sorted((one for one in said if one.system == "phone"), key=_phone_rank)
    mails = [one for one in said if one.system == "email"]
    was = [(person.phone, person.phone_use), (person.other_phone, person.other_phone_use)]
    numbers = [(one.value, _use(one).value) for one in phones]
    now = (numbers + [one for one in was if one[0] and not _among(one[0], numbers)])[:2] if numbers else was
    now += [("", "")] * (2 - len(now))
    changed = replace(
        person,
        phone=now[0][0],
        phone_use=now[0][1],
        other_phone=now[1][0],
        other_phone_use=now[1][1],
        email=mails[0].value if mails else person.email,
    )
    gone = [_old(ContactSystem.PHONE, number) for number, _use in was if number and not _among(number, now)]
    if person.email and person.email.casefold() != changed.email.casefold():
        gone.append(_old(ContactSystem.EMAIL, person.email))
    further = [*phones[2:], *mails[1:], *(one for one in said if one.system == "fax"), *_were(record)]
    rows = [*details.telecoms, *map(_telecom, further), *gone]
    first = {_key(value) for value in (changed.phone, changed.other_phone, changed.email) if value}
    kept = _once((row for row in rows if _key(row.value) not in first), lambda row: _key(row.value))
    return changed, replace(details, telecoms=kept)


def _were(record: PatientRecord) -> list[Said]:
    """What the sender says was used before."""
    return [one for one in record.telecom if one.use == "old" and one.system in ("phone", "email", "fax")]


def _phone_rank(one: Said) -> tuple[int, int]:
    order = _PHONE_ORDER.index(one.use) if one.use in _PHONE_ORDER else len(_PHONE_ORDER)
    return one.rank or 1_000, order


def _among(number: str, others: list[tuple[str, str]]) -> bool:
    return phone_digits(number) in {phone_digits(other) for other, _use in others}


def _use(one: Said) -> ContactUse:
    return ContactUse(one.use) if one.use in list(ContactUse) else ContactUse.UNKNOWN


def _telecom(one: Said) -> Telecom:
    return Telecom(system=ContactSystem(one.system), value=one.value, use=_use(one), note=one.note)


def _old(system: ContactSystem, value: str) -> Telecom:
    return Telecom(system=system, value=value, use=ContactUse.OLD, rank=9)


def _key(value: str) -> str:
    return value.casefold() if "@" in value else phone_digits(value)


# --------------------------------------------------------------------------------------------------------------- facts


def _facts(record: PatientRecord, person: Person) -> dict[str, Any]:
    """Birth, sex, twin, language and pronouns, as far as they are said or emptied. A whole birth date stays before a year."""
    found: dict[str, Any] = {}
    if day := whole_day(record.birth_date):
        found |= {"birth_date": day, "birth_date_text": ""}
    elif record.birth_date and person.birth_date is None:
        found["birth_date_text"] = record.birth_date
    if record.gender in list(Sex) and record.gender != Sex.UNKNOWN:
        found["sex"] = Sex(record.gender)
    if "gender" in record.cleared:
        found["sex"] = Sex.UNKNOWN
    names = ("multiple_birth", "interpreter", "language", "pronouns")
    found |= {name: value for name in names if (value := getattr(record, name)) not in (None, "")}
    return found | {name: "" for name in ("language", "race", "ethnicity") if name in record.cleared}


def _categories(record: PatientRecord) -> dict[str, Any]:
    """Race and ethnicity; that somebody did not wish to say counts where no category is told."""
    found: dict[str, Any] = {}
    if record.race:
        found["race"] = ",".join(sorted(code for code in record.race if code != DECLINED)) or NOT_TOLD
    if record.ethnicity:
        found["ethnicity"] = NOT_TOLD if record.ethnicity == DECLINED else record.ethnicity
    return found


def _where(record: PatientRecord) -> dict[str, Any]:
    """The address in which somebody lives, all of its parts together."""
    if "addresses" in record.cleared:
        return dict(_BLANK_ADDRESS)
    usable = [one for one in record.addresses if one.use in _ADDRESS_ORDER]
    if not usable:
        return {}
    return address_parts(min(usable, key=lambda one: _ADDRESS_ORDER.index(one.use)))


def address_parts(one: Address) -> dict[str, str]:
    """An address in our fields: the second line is the unit, further ones stay with the first."""
    first, *further = one.line or (one.text if not (one.city or one.postal_code) else "",)
    unit = further.pop(0) if further and len(further[0]) <= 40 else ""
    return {
        "address_line": _cased(", ".join((first, *further)), natural_street),
        "address_unit": unit,
        "city": _cased(one.city, natural_city),
        "state": state_code(one.state) or one.state,
        "postal_code": one.postal_code,
    }


# -------------------------------------------------------------------------------------------------------------- people


def _emergency(record: PatientRecord) -> dict[str, Any]:
    """Whom to call: who is named for it, else the next of kin."""
    found = next((one for role in ("emergency", "next-of-kin") for one in record.contacts if role in one.roles), None)
    if found is None:
        return {}
    return {
        "emergency_name": name_words(found),
        "emergency_phone": _phone_of(found),
        "emergency_relation": found.relation,
    }


def name_words(contact: Contact) -> str:
    """The name of somebody beside a patient in one text, as a desk writes it: first name first."""
    name = contact.name
    parts = " ".join((*name.given, *name.family.split(), *name.suffix.split()))
    return _cased(parts or name.text, _given) or contact.organization


def _phone_of(contact: Contact) -> str:
    phones = sorted((one for one in contact.telecom if one.system == "phone"), key=_phone_rank)
    return phones[0].value if phones else ""


def _answering(record: PatientRecord, details: Details) -> Details:
    """Who answers for the patient: of a role that the record names, its people take the place of ours."""
    said = [
        _related(one, _ROLES[role])
        for one in record.contacts
        for role in one.roles
        if role in _ROLES and name_words(one)
    ]
    told = {one.role for one in said}
    said = [
        one for at, one in enumerate(said) if one.role not in SINGLE or one.role not in {row.role for row in said[:at]}
    ]
    kept = [one for one in details.related if one.role not in told]
    return replace(details, related=tuple(sorted((*kept, *said), key=lambda one: tuple(RelatedRole).index(one.role))))


def _related(one: Contact, role: RelatedRole) -> Related:
    name = (one.organization or name_words(one)) if role is RelatedRole.EMPLOYER else name_words(one)
    return Related(role=role, name=name, relation=one.relation, phone=_phone_of(one), **address_parts(one.address))
