"""An arriving registration made fit to be stored: a field that cannot be taken stays as it was, and is said."""

import re
from dataclasses import fields, replace
from datetime import date
from typing import Any

from app.core.errors import ClinicError
from app.core.text import tr
from app.exchange.rules.arriving import Registration
from app.exchange.rules.values import Issue, Level
from app.patients.rules.checking import MOST_ROWS, checked
from app.patients.rules.details import Details
from app.patients.rules.people import Person, cleaned

#: without one of these nobody can be taken
_NEEDED = frozenset({"family", "given"})
_ROW = re.compile(r"([a-z]+)-(\d+)-(\w+)")
_BLANK = Person(family="")


def fitted(
    made: Registration, before: Registration, row: int, text: str, today: date
) -> tuple[Registration | None, list[Issue]]:
    """What can be stored, and what was said about the rest; None when there is no name. `text` names the row's source."""
    issues: list[Issue] = []
    person = _person(made.person, before.person, row, text, today, issues)
    if person is None:
        return None, issues
    return Registration(person, _details(made.details, before.details, person, row, text, today, issues)), issues


def _person(person: Person, before: Person, row: int, text: str, today: date, issues: list[Issue]) -> Person | None:
    for _field in fields(Person):
        try:
            return cleaned(person, today)
        except ClinicError as problem:
            name = problem.field or ""
            if name in _NEEDED or not hasattr(person, name):
                issues.append(Issue(row, Level.REFUSED, name, text, _why(problem)))
                return None
            held = getattr(before, name) if getattr(person, name) != getattr(before, name) else getattr(_BLANK, name)
            person = replace(person, **{name: held})
            issues.append(_kept(row, name, text, problem))
    return None


def _details(
    details: Details, before: Details, person: Person, row: int, text: str, today: date, issues: list[Issue]
) -> Details:
    """Rows that cannot be taken are left out; where that is not enough, everything stays as it was."""
    while True:
        try:
            return checked(details, person, today)
        except ClinicError as problem:
            issues.append(_kept(row, problem.field or "", text, problem))
            fewer = _without(details, problem.field or "")
            if fewer is None:
                return before
            details = fewer


def _without(details: Details, at: str) -> Details | None:
    """The details without the row that an error names, or with as many rows as have room; None where neither helps."""
    place = _ROW.fullmatch(at)
    part = place[1] if place else at
    rows: Any = getattr(details, part, None)
    if not isinstance(rows, tuple) or not (len(rows) > MOST_ROWS if place is None else int(place[2]) < len(rows)):
        return None
    kept: Any = rows[:MOST_ROWS] if place is None else (*rows[: int(place[2])], *rows[int(place[2]) + 1 :])
    return replace(details, **{part: kept})


def _kept(row: int, name: str, text: str, problem: ClinicError) -> Issue:
    """What is said about a field: why it could not be taken, without what stood there."""
    return Issue(row, Level.FLAGGED, name, text, f"{_why(problem)} {tr('It was left as it was.')}")


def _why(problem: ClinicError) -> str:
    """The rule's own words where they tell nothing of the patient's, else that it did not fit."""
    if any(isinstance(value, str) for value in problem.values.values()):
        return tr("This cannot be taken as it is written.")
    return problem.message
