"""Two records beside each other: what differs, whose word counts, what a merge moved and may be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from app.core.text import tr
from app.kit.dates import show_date
from app.patients.rules.codes import Sex, sex_words
from app.patients.rules.folding import fold, phone_digits, show_phone
from app.patients.rules.languages import language_words
from app.patients.rules.people import Person

#: fields of a person that a merge asks about, in the order a clerk asks; what is chosen together stands together
CHOICES: tuple[tuple[str, ...], ...] = (
    ("family", "given", "middle", "suffix"),
    ("preferred_name",), ("pronouns",), ("birth_date", "birth_date_text"), ("sex",), ("multiple_birth",),
    ("phone", "phone_use"), ("other_phone", "other_phone_use"), ("email",),
    ("address_line", "address_unit", "city", "state", "postal_code"),
    ("language", "interpreter"), ("race",), ("ethnicity",),
    ("emergency_name", "emergency_relation", "emergency_phone"),
    ("home_location_id",), ("preferred_practitioner_id",),
)  # fmt: skip
#: what a merge never asks about: the number another system knows a record by stays with that record
KEPT = frozenset({"source", "external_id"})
#: fields that a comma parts from the one before them
_AFTER_COMMA = frozenset({"given", "city", "state", "interpreter", "emergency_relation", "emergency_phone"})
_BLANK = {one.name: one.default for one in fields(Person)}


@dataclass(frozen=True, slots=True)
class Choice:
    """One question of a merge: its fields, what each record says in words, and whether the other record's word is proposed."""

    code: str
    fields: tuple[str, ...]
    one: str
    other: str
    take_other: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """Rows of one table that a merge moved: `column` pointed at the merged record in the rows with these keys."""

    table: str
    column: str
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A value that a merge wrote, as JSON keeps it: an undo puts `before` back where `after` still stands."""

    table: str
    key: int
    column: str
    before: str | int | bool | None
    after: str | int | bool | None


@dataclass(frozen=True, slots=True)
class Moved:
    """Everything a merge did, for its undo: `added` are rows as (table, key), `numbers` search keys as (kind, key)."""

    shifts: tuple[Shift, ...] = ()
    marks: tuple[Mark, ...] = ()
    added: tuple[tuple[str, int], ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()


#: names of what a person points at by its id: field to id to name
Known = Mapping[str, Mapping[int, str]]
_NOTHING: Known = {}


def choices(one: Person, other: Person, known: Known = _NOTHING) -> tuple[Choice, ...]:
    """Where the two records say different things. `one` is kept, so its word is proposed unless it has none."""
    found = []
    for names in CHOICES:
        mine, theirs = (tuple(getattr(who, name) for name in names) for who in (one, other))
        if mine == theirs or is_blank(other, names):
            continue
        found.append(
            Choice(names[0], names, words(one, names, known), words(other, names, known), is_blank(one, names))
        )
    return tuple(found)


def is_blank(person: Person, names: tuple[str, ...]) -> bool:
    """Whether a record says nothing in these fields."""
    return all(getattr(person, name) == _BLANK[name] or getattr(person, name) == "" for name in names)


def words(person: Person, names: tuple[str, ...], known: Known = _NOTHING) -> str:
    """What a record says in these fields, for a person to compare."""
    said = ""
    for name in names:
        part = _word(name, getattr(person, name), known.get(name, {}))
        if part:
            said += ((", " if name in _AFTER_COMMA else " ") if said else "") + part
    return said


def _word(name: str, value: object, known: Mapping[int, str]) -> str:
    if isinstance(value, bool):
        return {"multiple_birth": tr("Twin"), "interpreter": tr("needs an interpreter")}[name] if value else ""
    if isinstance(value, int):
        return known.get(value, "–")
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, Sex):
        return sex_words(value)
    if name == "language":
        return language_words(str(value)) if value else ""
    if name in ("phone", "other_phone", "emergency_phone"):
        return show_phone(str(value))
    return "" if value is None else str(value)


def choice_title(code: str) -> str:
    """What a question of a merge is about."""
    return {
        "family": tr("Name"), "preferred_name": tr("Called"), "pronouns": tr("Pronouns"),
        "birth_date": tr("Birth date"), "sex": tr("Sex on the plan"), "multiple_birth": tr("Twin"),
        "phone": tr("Phone"), "other_phone": tr("Other phone"), "email": tr("E-mail"), "address_line": tr("Address"),
        "language": tr("Language"), "race": tr("Race"), "ethnicity": tr("Ethnicity"),
        "emergency_name": tr("Emergency contact"), "home_location_id": tr("Location"),
        "preferred_practitioner_id": tr("Therapist"),
    }[code]  # fmt: skip


def other_name(kept: Person, left: Person) -> bool:
    """Whether the name that is left behind is another one, so that it stays in the record as a name once used."""
    return (fold(kept.family), fold(kept.given)) != (fold(left.family), fold(left.given))


def lost_phones(kept: Person, left: Person) -> tuple[str, ...]:
    """Phones of the record that is left which the kept one does not have."""
    have = {phone_digits(kept.phone), phone_digits(kept.other_phone)}
    numbers = dict.fromkeys(number for number in (left.phone, left.other_phone) if number)
    return tuple(number for number in numbers if phone_digits(number) not in have)


def moved_words(table: str, count: int) -> str:
    """How many things of a kind go over, in words; an empty string for what the desk has no word for."""
    one, many = {
        "appointment": (tr("1 visit"), tr("{count} visits", count=count)),
        "coverage": (tr("1 plan"), tr("{count} plans", count=count)),
        "stored_document": (tr("1 document"), tr("{count} documents", count=count)),
        "payment": (tr("1 payment"), tr("{count} payments", count=count)),
        "patient_note": (tr("1 note"), tr("{count} notes", count=count)),
        "patient_consent": (tr("1 consent"), tr("{count} consents", count=count)),
    }.get(table, ("", ""))
    return one if count == 1 else many
