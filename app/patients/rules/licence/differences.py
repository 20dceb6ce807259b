"""A licence beside a record: per field what is the same, near or other, in words, and what to take over unasked: nothing.

Empty fields are filled (ticked); a field that holds something else is offered and left unticked. The address goes as a
whole: a licence is proof of who somebody is, not of where they live now.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from app.core.text import tr
from app.kit.dates import show_date
from app.patients.rules.codes import Sex, sex_words
from app.patients.rules.folding import fold
from app.patients.rules.licence.value import Licence
from app.patients.rules.likeness import Sureness, likeness
from app.patients.rules.naming import natural_suffix
from app.patients.rules.people import Person
from app.patients.rules.places import state_code
from app.patients.rules.streets import street_key

#: days before the last one in which it is said
SOON = 30
NAMES = ("family", "given", "middle", "suffix")
ADDRESS = ("address_line", "address_unit", "city", "state", "postal_code")


class Verdict(StrEnum):
    """How a field of the record stands to the licence."""

    SAME = "same"
    NEAR = "near"
    DIFFERENT = "different"
    MISSING = "missing"  # the record has none


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: what the record holds, what the licence says (both as shown), and how they compare, in words.

    `value` is what the record's field would become; `ticked` whether that is offered as already chosen.
    """

    field: str
    verdict: Verdict
    ours: str
    theirs: str
    value: str | date | Sex
    words: str
    ticked: bool = False

    @property
    def is_alike(self) -> bool:
        """The same, or the same but for the writing: nothing that a person has to decide about."""
        if self.verdict is not Verdict.NEAR or self.field == "birth_date":
            return self.verdict is Verdict.SAME
        return self.field not in NAMES or fold(self.ours).replace(" ", "") == fold(self.theirs).replace(" ", "")


def person_values(licence: Licence) -> dict[str, str | date | Sex]:
    """The fields of a registration that a licence fills, by their names in Person; what it does not say is left out."""
    fields = (*NAMES, "birth_date", "sex", *ADDRESS)
    values = {field: getattr(licence, field) for field in fields}
    return {field: value for field, value in values.items() if value and value is not Sex.UNKNOWN}


def differences(person: Person, licence: Licence) -> tuple[Difference, ...]:
    """Every field that the licence fills, compared with the record's, in the order of the form."""
    moved = _moved(person, licence)
    return tuple(_compare(person, licence, field, value, moved) for field, value in person_values(licence).items())


def _moved(person: Person, licence: Licence) -> bool:
    """Whether the record has another address: then no part of the licence's is added to it."""
    pairs = [(getattr(person, field), getattr(licence, field)) for field in ADDRESS]
    if _whole_street(person) == _whole_street(licence):
        pairs = pairs[2:]
    known = [(ours, theirs) for ours, theirs in pairs if ours and theirs]
    return any(_place_key(ours) != _place_key(theirs) for ours, theirs in known)


def _whole_street(one: Person | Licence) -> str:
    return street_key(f"{one.address_line} {one.address_unit}")


def _place_key(text: str) -> str:
    """A street, city, state or ZIP to compare; of a ZIP only its first five."""
    return text[:5] if text[:5].isdecimal() else state_code(text) or street_key(text)


def _compare(person: Person, licence: Licence, field: str, value: str | date | Sex, moved: bool) -> Difference:
    ours, theirs = getattr(person, field), value
    if not ours or ours == Sex.UNKNOWN:
        if field == "address_unit" and person.address_line and _whole_street(person) == _whole_street(licence):
            return Difference(field, Verdict.SAME, "", _shown(theirs), value, tr("Same, in the line above"))
        fill = not (field in ADDRESS and moved)
        return Difference(field, Verdict.MISSING, "", _shown(theirs), value, tr("Not in the record yet"), ticked=fill)
    if ours == theirs:
        return Difference(field, Verdict.SAME, _shown(ours), _shown(theirs), value, tr("Same"))
    near = _NEAR[field](person, licence)
    words = near or (tr("Different. A license may show an old address") if field in ADDRESS else tr("Different"))
    return Difference(field, Verdict.NEAR if near else Verdict.DIFFERENT, _shown(ours), _shown(theirs), value, words)


def _shown(value: object) -> str:
    if isinstance(value, Sex):
        return sex_words(value)
    return show_date(value) if isinstance(value, date) else str(value)


# ---------------------------------------------------------------------------------------------------- what is near


def _near_name(field: str) -> Callable[[Person, Licence], str]:
    def near(person: Person, licence: Licence) -> str:
        ours, theirs = fold(getattr(person, field)), fold(getattr(licence, field))
        if ours.replace(" ", "") == theirs.replace(" ", ""):
            return tr("Same but for capitals, accents or spaces")
        if field in licence.truncated and ours.startswith(theirs):
            return tr("Same as far as the card has room")
        return tr("Part of the same name") if _part(ours, theirs) else ""

    return near


def _part(ours: str, theirs: str) -> bool:
    """J beside John, Maria beside Maria Elena, Garcia beside Garcia Lopez."""
    short, long = sorted((ours, theirs), key=len)
    return bool(short) and long.startswith(short) and (len(short) == 1 or long[len(short)] == " ")


def _near_suffix(person: Person, licence: Licence) -> str:
    same = fold(natural_suffix(person.suffix)) == fold(natural_suffix(licence.suffix))
    return tr("Same, written otherwise") if same else ""


def _near_birth(person: Person, licence: Licence) -> str:
    ours, theirs = person.birth_date, licence.birth_date
    if ours and theirs and (ours.year, ours.month, ours.day) == (theirs.year, theirs.day, theirs.month):
        return tr("Day and month swapped")
    return ""


def _near_street(person: Person, licence: Licence) -> str:
    same = _whole_street(person) == _whole_street(licence) or street_key(person.address_line) == street_key(
        licence.address_line
    )
    return tr("Same, written otherwise") if same else ""


def _near_place(field: str) -> Callable[[Person, Licence], str]:
    def near(person: Person, licence: Licence) -> str:
        same = _place_key(getattr(person, field)) == _place_key(getattr(licence, field))
        return tr("Same, written otherwise") if same else ""

    return near


def _near_zip(person: Person, licence: Licence) -> str:
    same = _place_key(person.postal_code) == _place_key(licence.postal_code)
    return tr("Same but for the last four digits") if same else ""


def _never(_person: Person, _licence: Licence) -> str:
    return ""


_NEAR: dict[str, Callable[[Person, Licence], str]] = {
    **{field: _near_name(field) for field in ("family", "given", "middle")},
    "suffix": _near_suffix,
    "birth_date": _near_birth,
    "sex": _never,
    "address_line": _near_street,
    "address_unit": _near_place("address_unit"),
    "city": _near_place("city"),
    "state": _near_place("state"),
    "postal_code": _near_zip,
}


def licence_person(licence: Licence) -> Person:
    """The person on a licence, as a registration would have them."""
    values: dict[str, Any] = {"family": "", **person_values(licence)}
    return Person(**values)


def is_theirs(person: Person, licence: Licence) -> bool:
    """Whether the licence may be this person's: of a twin, a parent or a spouse it is not.

    A first name and a birth date that are the same go together with any last name: people marry. A suffix that nobody
    asked for does not make a son of his father, and an old address nobody else.
    """
    shown = replace(licence_person(licence), address_line="", address_unit="", city="", state="", postal_code="")
    if not person.suffix:
        shown = replace(shown, suffix="")
    if fold(person.given) == fold(shown.given) and person.birth_date == shown.birth_date is not None:
        return True
    found = likeness(person, shown)
    return found is not None and found.sureness is not Sureness.FAMILY


def expiry_words(licence: Licence, day: date) -> str:
    """What to say of a card's last day, seen from `day`: that it has passed or comes within 30 days; "" otherwise."""
    ends = licence.expires_on
    if ends is None or (ends - day).days > SOON:
        return ""
    if ends < day:
        return tr("This card ended {date}.", date=show_date(ends))
    if ends == day:
        return tr("This card ends today.")
    left = (ends - day).days
    if left == 1:
        return tr("This card ends tomorrow.")
    return tr("This card ends in {days} days, on {date}.", days=left, date=show_date(ends))
