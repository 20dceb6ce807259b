"""What a complete registration still needs. The worklist asks the database the same; a test holds the two together."""

from datetime import date

from app.core.text import tr
from app.patients.rules.codes import ConsentKind, Decision, RelatedRole, Sex
from app.patients.rules.details import Details, Related
from app.patients.rules.people import Person, age_on

#: years at which nobody has to answer for a person any more. Source: the age of majority of nearly every state; where it is
#: higher (Alabama and Nebraska 19, Mississippi 21) a responsible party can be added, it is just not asked for
ADULT = 18


def is_minor(person: Person, today: date) -> bool:
    """Whether somebody has to answer for this person; not known without a birth date, then nobody is asked for."""
    return person.birth_date is not None and age_on(person.birth_date, today) < ADULT


def minors_born_after(today: date) -> date:
    """Who was born later than this is a minor."""
    day = today if (today.month, today.day) != (2, 29) else today.replace(day=28)
    return day.replace(year=day.year - ADULT)


def of_role(details: Details, role: RelatedRole) -> tuple[Related, ...]:
    """The people of one role, in order."""
    return tuple(one for one in details.related if one.role is role)


def guarantors(person: Person, details: Details, today: date) -> tuple[Related, ...]:
    """Who pays what the patient owes: the guarantor; for a minor without one the responsible party; else the patient (none)."""
    named = of_role(details, RelatedRole.GUARANTOR)
    if named or not is_minor(person, today):
        return named
    return of_role(details, RelatedRole.RESPONSIBLE)


def missing(person: Person, details: Details, today: date, *, asks_employer: bool = False) -> tuple[str, ...]:
    """Codes of what a complete registration still needs, in the order a clerk asks.

    `asks_employer`: a plan of workers' compensation stands. Treatment needs a yes; the privacy notice (45 CFR 164.520)
    any answer, since it may be refused.
    """
    pays, reach = guarantors(person, details, today), details.reach
    said = {one.kind: one.decision for one in details.consents}
    gaps = {
        "birth_date": person.birth_date is None,
        "sex": person.sex is Sex.UNKNOWN,
        "phone": not (person.phone or person.other_phone or (reach and reach.phone)),
        "address": not (
            (person.address_line and (person.postal_code or person.city)) or (reach and reach.address_line)
        ),
        "emergency": not (person.emergency_name and person.emergency_phone),
        "responsible": is_minor(person, today) and not of_role(details, RelatedRole.RESPONSIBLE),
        "guarantor": bool(pays) and not any(one.phone or one.address_line for one in pays),
        "employer": asks_employer and not of_role(details, RelatedRole.EMPLOYER),
        "privacy_notice": ConsentKind.PRIVACY_NOTICE not in said,
        "treatment": said.get(ConsentKind.TREATMENT) is not Decision.PERMIT,
    }
    return tuple(code for code, open_ in gaps.items() if open_)


def missing_words(code: str) -> str:
    """A code of `missing` in words."""
    return {
        "birth_date": tr("Birth date"),
        "sex": tr("Sex on the plan"),
        "phone": tr("Phone"),
        "address": tr("Address"),
        "emergency": tr("Emergency contact"),
        "responsible": tr("Responsible party"),
        "guarantor": tr("Guarantor: phone or address"),
        "employer": tr("Employer"),
        "privacy_notice": tr("Privacy notice"),
        "treatment": tr("Consent to treatment"),
    }[code]
