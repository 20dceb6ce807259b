"""What stands in the parts of the form that are folded, each in one line."""

from dataclasses import dataclass
from datetime import date

from app.core.text import tr
from app.kit.dates import show_date
from app.patients.rules.codes import ConsentKind, Decision, RelatedRole
from app.patients.rules.completeness import is_minor, missing
from app.patients.rules.demographics import ethnicity_words, race_words, races_of
from app.patients.rules.details import Details, Identity
from app.patients.rules.people import Person, age_on
from app.patients.rules.wording import consent_words, identity_words, role_words
from app.patients.viewmodel.filling import PAPERS

#: a licence that ends within so many days is said to end soon
SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class Said:
    """A line, and the role it is written in: second, warn or error."""

    words: str
    role: str = "second"


def age_words(born: date | None, today: date) -> str:
    """36 years; months for who is younger than two; nothing for a date to come or none."""
    if born is None or born > today:
        return ""
    years = age_on(born, today)
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    if years < 2:
        return tr("1 month") if months == 1 else tr("{months} months", months=months)
    return tr("{age} years", age=years)


def ends_words(ends: date | None, today: date) -> str:
    """Whether a proof of identity still holds: Ended 06/30/2025, Ends in 12 days, Until 06/30/2031."""
    if ends is None:
        return ""
    day = show_date(ends)
    if ends < today:
        return tr("Ended {day}", day=day)
    left = (ends - today).days
    if left > SOON_DAYS:
        return tr("Until {day}", day=day)
    return tr("Ends today") if not left else tr("Ends tomorrow") if left == 1 else tr("Ends in {days} days", days=left)


def people_line(person: Person, details: Details, today: date, *, asks_employer: bool) -> Said:
    """Who answers for the patient, or who is still to be named."""
    gaps = missing(person, details, today, asks_employer=asks_employer)
    if "responsible" in gaps:
        return Said(tr("Under 18: a responsible party is needed"), "warn")
    if "employer" in gaps:
        return Said(tr("Workers' compensation: the employer is needed"), "warn")
    named = [tr("{role}: {name}", role=role_words(one.role), name=one.name) for one in details.related if one.name]
    if not any(one.role is RelatedRole.GUARANTOR for one in details.related) and not is_minor(person, today):
        named.append(tr("Pays alone"))
    return Said(" · ".join(named))


def consent_line(details: Details) -> Said:
    """Which papers are agreed to; which of the needed ones are not."""
    said = {one.kind: one.decision for one in details.consents}
    agreed = [consent_words(kind) for kind in PAPERS if said.get(kind) is Decision.PERMIT]
    refused = [consent_words(kind) for kind in PAPERS if said.get(kind) is Decision.DENY]
    needed = [kind for kind in (ConsentKind.TREATMENT, ConsentKind.PRIVACY_NOTICE) if kind not in said]
    lines = [", ".join(agreed)]
    lines += [tr("refused: {what}", what=", ".join(refused))] if refused else []
    lines += [tr("not yet: {what}", what=", ".join(map(consent_words, needed)))] if needed else []
    return Said(" · ".join(line for line in lines if line))


def identity_line(identity: Identity | None, tail: str, today: date) -> Said:
    """CA driver's license ··4567 · Ended 06/30/2025."""
    if identity is None:
        return Said(tr("Nothing shown yet"))
    number = identity.number and f"··{identity.number[-4:]}"
    what = " ".join(part for part in (identity.jurisdiction, identity_words(identity.kind), number or tail) if part)
    ends = ends_words(identity.expires_on, today)
    late = identity.expires_on is not None and identity.expires_on < today
    return Said(" · ".join(part for part in (what, ends) if part), "warn" if late else "second")


def about_words(person: Person) -> Said:
    """Race and ethnicity as they were told."""
    races = ", ".join(map(race_words, races_of(person.race)))
    told = " · ".join(part for part in (races, person.ethnicity and ethnicity_words(person.ethnicity)) if part)
    return Said(told or tr("Not asked"))
