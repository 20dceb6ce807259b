"""Which records are restricted, and for whom: they open only for who breaks the glass."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final, Protocol

from app.core.text import tr
from app.patients.rules.codes import Restriction
from app.patients.rules.folding import fold, phone_digits

#: how long a broken glass stays open for the one who broke it
OPEN_FOR: Final = timedelta(minutes=60)


class Seal(StrEnum):
    """Why a record is restricted for somebody."""

    VIP = "vip"
    SAFETY = "safety"
    STAFF = "staff"
    OWN = "own"
    HOUSEHOLD = "household"


class Marked(Protocol):
    """What of a patient's row decides; a mapped row or a selected one."""

    @property
    def restriction(self) -> Restriction: ...
    @property
    def staff_user_id(self) -> int | None: ...
    @property
    def phone(self) -> str: ...
    @property
    def address_line(self) -> str: ...
    @property
    def postal_code(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Household:
    """The home of somebody who works here, as their own record as a patient tells it; empty where they have none."""

    user_id: int = 0
    phones: frozenset[str] = frozenset()
    homes: frozenset[tuple[str, str]] = frozenset()


def home_of(address_line: str, postal_code: str) -> tuple[str, str] | None:
    """An address as it is compared: folded line and five digits of the ZIP; None where one of both is missing."""
    line, code = fold(address_line), postal_code[:5]
    return (line, code) if line and code else None


def seal_of(row: Marked, household: Household) -> Seal | None:
    """Why this record is restricted for the person of `household`; None for nearly all."""
    staff, restriction = row.staff_user_id, row.restriction
    if staff is not None and staff == household.user_id:
        return Seal.OWN
    if restriction is Restriction.SAFETY:
        return Seal.SAFETY
    if staff is not None or restriction is Restriction.STAFF:
        return Seal.STAFF
    if restriction is Restriction.VIP:
        return Seal.VIP
    at_home = (household.phones or household.homes) and _shares(row, household)
    return Seal.HOUSEHOLD if at_home else None


def _shares(row: Marked, household: Household) -> bool:
    """Whether somebody has a phone or a home of that household; most who work here have none of both in the clinic."""
    by_phone = bool(household.phones) and phone_digits(row.phone) in household.phones
    return by_phone or (bool(household.homes) and home_of(row.address_line, row.postal_code) in household.homes)


def seal_words(seal: Seal) -> str:
    """Why a record is restricted, in words that give nothing else away."""
    return {
        Seal.VIP: tr("This record is restricted."),
        Seal.SAFETY: tr("This record is restricted for the patient's safety."),
        Seal.STAFF: tr("This is a colleague's record."),
        Seal.OWN: tr("This is your own record."),
        Seal.HOUSEHOLD: tr("This record is of somebody in your household."),
    }[seal]
