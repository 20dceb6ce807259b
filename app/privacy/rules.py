"""Purposes of disclosures, reasons to break the glass, and what is odd about a look at a record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.core.text import tr

#: how far back an accounting of disclosures reaches (45 CFR 164.528(a)(1))
YEARS = 6
#: days before and after a look within which a visit explains it (our own rule)
NEAR_VISIT = timedelta(days=30)


class Purpose(StrEnum):
    """Why something was disclosed. The last four need not be accounted for (45 CFR 164.528(a)(1)(i)-(ix))."""

    PUBLIC_HEALTH = "public-health"
    ABUSE = "abuse"
    OVERSIGHT = "oversight"
    COURT = "court"
    LAW_ENFORCEMENT = "law-enforcement"
    CORONER = "coroner"
    RESEARCH = "research"
    THREAT = "threat"
    WORKERS_COMP = "workers-comp"
    MISTAKE = "mistake"
    OTHER = "other"
    CARE = "care"
    PATIENT = "patient"
    AUTHORIZED = "authorized"
    SECURITY = "security"


#: what an accounting leaves out
EXEMPT = frozenset({Purpose.CARE, Purpose.PATIENT, Purpose.AUTHORIZED, Purpose.SECURITY})


def purpose_words(purpose: Purpose) -> str:
    """A purpose in words."""
    return {
        Purpose.PUBLIC_HEALTH: tr("Public health"),
        Purpose.ABUSE: tr("Report of abuse or neglect"),
        Purpose.OVERSIGHT: tr("Health oversight agency"),
        Purpose.COURT: tr("Court order or subpoena"),
        Purpose.LAW_ENFORCEMENT: tr("Law enforcement"),
        Purpose.CORONER: tr("Coroner or funeral director"),
        Purpose.RESEARCH: tr("Research"),
        Purpose.THREAT: tr("Serious threat to health or safety"),
        Purpose.WORKERS_COMP: tr("Workers’ compensation"),
        Purpose.MISTAKE: tr("Sent to the wrong person"),
        Purpose.OTHER: tr("Another reason"),
        Purpose.CARE: tr("Treatment, payment or operations"),
        Purpose.PATIENT: tr("To the patient"),
        Purpose.AUTHORIZED: tr("The patient signed for it"),
        Purpose.SECURITY: tr("National security or custody"),
    }[purpose]


class GlassReason(StrEnum):
    """Why somebody opens a restricted record."""

    AT_DESK = "at-desk"
    ON_PHONE = "on-phone"
    BILLING = "billing"
    CARE = "care"
    COMPLAINT = "complaint"
    OTHER = "other"


def glass_words(reason: GlassReason) -> str:
    """A reason to break the glass in words."""
    return {
        GlassReason.AT_DESK: tr("The patient is at the desk"),
        GlassReason.ON_PHONE: tr("The patient is on the phone"),
        GlassReason.BILLING: tr("Billing or insurance"),
        GlassReason.CARE: tr("The therapist asked for it"),
        GlassReason.COMPLAINT: tr("A complaint or request of the patient"),
        GlassReason.OTHER: tr("Another reason"),
    }[reason]


class Flag(StrEnum):
    """What is odd about a look at a record (safety rules: automatic review)."""

    OWN = "own"
    HOUSEHOLD = "household"
    COLLEAGUE = "colleague"
    RESTRICTED = "restricted"
    NO_VISIT = "no-visit"
    REFUSED = "refused"


def flag_words(flag: Flag) -> str:
    """A flag in words."""
    return {
        Flag.OWN: tr("own record"),
        Flag.HOUSEHOLD: tr("same household"),
        Flag.COLLEAGUE: tr("a colleague's record"),
        Flag.RESTRICTED: tr("restricted record"),
        Flag.NO_VISIT: tr("no visit within 30 days"),
        Flag.REFUSED: tr("was refused"),
    }[flag]


def near_a_visit(at: datetime, visits: Iterable[datetime]) -> bool:
    """Whether a look at a record lies near one of the patient's visits."""
    return any(abs(at - visit) <= NEAR_VISIT for visit in visits)


@dataclass(frozen=True, slots=True)
class Told:
    """What of a disclosure decides whether an accounting has it."""

    made_on: date
    purpose: Purpose
    suspended_until: date | None
    void: bool


def is_accounted(one: Told, today: date) -> bool:
    """Whether a patient who asks today is told of it: six years back, not exempt, not void, not suspended (164.528(a)(2))."""
    try:
        first = today.replace(year=today.year - YEARS)
    except ValueError:  # 29 February
        first = today.replace(year=today.year - YEARS, day=28)
    suspended = one.suspended_until is not None and one.suspended_until >= today
    return not one.void and not suspended and one.purpose not in EXEMPT and first <= one.made_on <= today
