"""A patient as another system writes one, turned into ours. What does not fit is said, never lost silently."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.core.errors import ClinicError
from app.core.text import tr
from app.exchange.rules.dates import read_day
from app.exchange.rules.values import DateOrder, Issue, Level, Options, Row, flagged, told
from app.patients.rules.codes import Sex
from app.patients.rules.folding import fold
from app.patients.rules.languages import language_tag
from app.patients.rules.people import Person, age_on, cleaned
from app.patients.rules.writing import clean

#: older than anybody a clinic treats; such a date is kept and flagged
FLAG_AGE = 120
#: a row is refused when one of these cannot be taken; any other field is left empty and flagged
_NEEDED = frozenset({"family", "given"})
#: taken as they are written
_TEXTS = (
    "preferred_name", "phone", "other_phone", "email", "address_line", "address_unit", "city", "state", "postal_code",
    "emergency_name", "emergency_phone", "emergency_relation",
)  # fmt: skip
_SEX = {
    Sex.FEMALE: ("f", "female", "woman", "w", "mujer", "femenino"),
    Sex.MALE: ("m", "male", "man", "hombre", "masculino"),
    Sex.OTHER: ("o", "other", "x", "nonbinary", "non binary", "intersex", "otro"),
    Sex.UNKNOWN: ("", "u", "unknown", "unk", "not known", "none", "n a", "undisclosed"),
}
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev"})
_DEGREES = frozenset({"md", "dds", "dvm", "phd", "do", "rn", "dpt", "esq", "jd"})
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
#: words that begin a family name
_PARTICLES = frozenset({
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "las", "los", "le", "van", "von", "der", "den",
    "ter", "ten", "st", "san", "santa", "bin", "ibn", "el", "al",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class PatientDraft:
    """A row that can be taken."""

    row: int
    person: Person
    deceased_on: date | None = None


#: where somebody lives, one thing in several fields
_HOME = ("address_line", "address_unit", "city", "state", "postal_code")
#: what a file may add to somebody who is here, where we have nothing
_ADDED = (
    "middle", "preferred_name", "phone", "other_phone", "email", *_HOME, "language", "emergency_name", "emergency_phone",
    "emergency_relation",
)  # fmt: skip


def would_add(ours: Person, theirs: Person) -> dict[str, Any]:
    """The fields that a file knows and we do not; nothing of another home comes into ours."""
    moved = not {"address_line", "city", "postal_code"}.isdisjoint(otherwise(ours, theirs))
    names = [name for name in _ADDED if not (moved and name in _HOME)]
    found = {name: getattr(theirs, name) for name in names if getattr(theirs, name) and not getattr(ours, name)}
    if ours.sex is Sex.UNKNOWN and theirs.sex is not Sex.UNKNOWN:
        found["sex"] = theirs.sex
    return found


def otherwise(ours: Person, theirs: Person) -> tuple[str, ...]:
    """The fields in which a file says something else than we do, capitals, accents and spaces aside."""
    both = [(name, str(getattr(ours, name)), str(getattr(theirs, name))) for name in _ADDED]
    return tuple(name for name, mine, yours in both if mine and yours and fold(mine) != fold(yours))


def split_name(full: str) -> tuple[str, str, str]:
    """Family, given and middle of "Hill, Allison", "Allison M. Hill", "Mrs. Ana de la Cruz MD". Titles and degrees go."""
    before, comma, after = full.partition(",")
    if comma and fold(after) not in _DEGREES | _GENERATIONS:
        return _join(_without_titles(before.split())), *_given(_without_titles(after.split()))
    words = _without_titles(full.replace(",", " ").split())
    generation = [words.pop()] if len(words) > 2 and fold(words[-1]) in _GENERATIONS else []
    at = max(0, len(words) - 1)
    while at > 1 and fold(words[at - 1]) in _PARTICLES:
        at -= 1
    return _join([*words[at:], *generation]), *_given(words[:at])


def _join(words: list[str]) -> str:
    return " ".join(words)


def _given(words: list[str]) -> tuple[str, str]:
    """Given and middle: a single letter at the end is a middle initial."""
    if len(words) > 1 and len(words[-1].rstrip(".")) == 1:
        return _join(words[:-1]), words[-1]
    return _join(words), ""


def _without_titles(words: list[str]) -> list[str]:
    while len(words) > 1 and fold(words[0]) in _TITLES:
        words = words[1:]
    while len(words) > 1 and fold(words[-1].replace(".", "")) in _DEGREES:
        words = words[:-1]
    return words


def read_patient(row: Row, options: Options, order: DateOrder, today: date) -> tuple[PatientDraft | None, list[Issue]]:
    """The patient of a row and what is to be said about it; None when the row cannot be taken."""
    issues: list[Issue] = []
    number = _external_id(row, issues)
    sex = _sex(row, issues)
    family, given, middle = _names(row, options)
    person = Person(
        family=family,
        given=given,
        middle=middle,
        language=language_tag(row.text("language")) or row.text("language"),
        sex=sex,
        home_location_id=options.location_id,
        source=options.source if number else None,
        external_id=number or None,
    )
    person = _changed(person, {name: row.text(name) for name in _TEXTS})
    person = _with_birth(row, person, order, today, issues)
    taken = _fit(row, person, today, issues)
    if taken is None or any(issue.level is Level.REFUSED for issue in issues):
        return None, issues
    return PatientDraft(row.number, taken, _deceased(row, taken, order, today, issues)), issues


def _changed(person: Person, texts: Mapping[str, Any]) -> Person:
    """The person with other texts in these fields."""
    return replace(person, **texts)


def _names(row: Row, options: Options) -> tuple[str, str, str]:
    family, given, middle = row.text("family"), row.text("given"), row.text("middle")
    if row.text("full_name"):
        family, given, middle = split_name(row.text("full_name"))
    if options.strip_digits:
        family, given, middle = (re.sub(r"\d+", "", name).strip() for name in (family, given, middle))
    return family, given, middle


def _external_id(row: Row, issues: list[Issue]) -> str:
    try:
        return clean(row.text("external_id"), "external_id", 60)
    except ClinicError as problem:
        issues.append(told(row.number, Level.REFUSED, row.text("external_id"), problem))
        return ""


def _sex(row: Row, issues: list[Issue]) -> Sex:
    written = row.text("sex")
    word = fold(written) or written  # signs alone are no word, and not nothing
    for sex, words in _SEX.items():
        if word in words:
            return sex
    issues.append(flagged(row.number, "sex", written, tr("This is no word for a sex that is known here.")))
    return Sex.UNKNOWN


def _with_birth(row: Row, person: Person, order: DateOrder, today: date, issues: list[Issue]) -> Person:
    """The person with the birth date, or with its text when it cannot be read or believed."""
    written = row.text("birth_date")
    if not written:
        return person
    day = read_day(written, order, today, past_only=True)
    value, sentence = day.value, day.sentence
    years = age_on(value, today) if value else 0
    if years > FLAG_AGE:
        value, sentence = None, tr("Nobody is {years} years old.", years=years)
    if value is None:
        sentence = f"{sentence} {tr('It was kept as it is written.')}"
    if sentence:
        issues.append(flagged(row.number, "birth_date", written, sentence))
    return replace(person, birth_date=value) if value else replace(person, birth_date_text=written[:40])


def _fit(row: Row, person: Person, today: date, issues: list[Issue]) -> Person | None:
    """The person as stored. A field that does not fit is left empty and flagged; without a name the row is refused."""
    while True:
        try:
            return cleaned(person, today)
        except ClinicError as problem:
            name = problem.field or ""
            written = str(getattr(person, name, ""))
            if name in _NEEDED or not written:
                text = row.text("full_name") or written
                issues.append(told(row.number, Level.REFUSED, text, problem))
                return None
            sentence = f"{problem.message} {tr('It was left empty.')}"
            issues.append(flagged(row.number, name, written, sentence))
            person = _changed(person, {name: ""})


def _deceased(row: Row, person: Person, order: DateOrder, today: date, issues: list[Issue]) -> date | None:
    written = row.text("deceased_on")
    if not written:
        return None
    day = read_day(written, order, today, past_only=True)
    early = person.birth_date is not None and day.value is not None and day.value < person.birth_date
    if early:
        issues.append(flagged(row.number, "deceased_on", written, tr("That is before the birth date.")))
    elif day.sentence:
        issues.append(flagged(row.number, "deceased_on", written, day.sentence))
    return None if early else day.value
