"""Restricted records: who stands before the glass, and whose glass is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, literal, select, union_all

from app.core.access import Actor
from app.core.errors import GlassNeeded
from app.core.orm import UtcDateTime
from app.core.sessions import ClinicSession
from app.patients.rules.folding import phone_digits
from app.patients.rules.glass import Household, Marked, Seal, home_of, seal_of, seal_words
from app.patients.tables import GlassBreak, Patient


@dataclass(frozen=True, slots=True)
class Glass:
    """What one person stands before: `seal` of a row, unless its glass is open for them."""

    household: Household
    open_ids: frozenset[int]

    def seal(self, patient_id: int, row: Marked) -> Seal | None:
        """Why the row is closed for this person; None where it is open."""
        return None if patient_id in self.open_ids else seal_of(row, self.household)


#: built once; the open glasses of somebody, and the rows of their own home, in one question
_STANDING = union_all(
    select(
        GlassBreak.patient_id,
        literal("").label("phone"),
        literal("").label("other_phone"),
        literal("").label("address_line"),
        literal("").label("postal_code"),
    ).where(GlassBreak.user_id == bindparam("user_id"), GlassBreak.until > bindparam("now", type_=UtcDateTime())),
    select(
        literal(None, Patient.id.type).label("patient_id"),
        Patient.phone,
        Patient.other_phone,
        Patient.address_line,
        Patient.postal_code,
    ).where(Patient.staff_user_id == bindparam("user_id")),
)


def glass_of(session: ClinicSession, actor: Actor) -> Glass:
    """Everything a list needs to keep restricted records closed: one small question."""
    if not actor.user_id:
        return Glass(Household(), frozenset())
    rows = session.ask(_STANDING, user_id=actor.user_id, now=session.now).all()
    own = [row for row in rows if row.patient_id is None]
    return Glass(
        _household(actor.user_id, own), frozenset(row.patient_id for row in rows if row.patient_id is not None)
    )


def household_of(session: ClinicSession, user_id: int) -> Household:
    """The home of a colleague who is a patient too."""
    own = select(Patient.phone, Patient.other_phone, Patient.address_line, Patient.postal_code).where(
        Patient.staff_user_id == user_id
    )
    return _household(user_id, session.execute(own).all() if user_id else [])


def _household(user_id: int, rows: Iterable[Any]) -> Household:
    rows = list(rows)
    phones = {phone_digits(number) for row in rows for number in (row.phone, row.other_phone)} - {""}
    homes = {home_of(row.address_line, row.postal_code) for row in rows}
    return Household(user_id, frozenset(phones), frozenset(home for home in homes if home is not None))


def open_until(session: ClinicSession, user_id: int, patient_id: int) -> datetime | None:
    """When this person's glass of this record closes; None where it is not open."""
    ask = select(func.max(GlassBreak.until)).where(
        GlassBreak.user_id == user_id, GlassBreak.patient_id == patient_id, GlassBreak.until > session.now
    )
    return session.scalar(ask)


def check_glass(session: ClinicSession, actor: Actor, patient: Patient) -> datetime | None:
    """Let somebody to a record. Returns until when a broken glass stays open, None for a record without glass.

    Raises GlassNeeded for a restricted record whose glass this person has not broken. The program itself stands before none.
    """
    if not actor.user_id:
        return None
    seal = seal_of(patient, household_of(session, actor.user_id))
    if seal is None:
        return None
    until = open_until(session, actor.user_id, patient.id)
    if until is None:
        told = {"seal": seal_words(seal), "patient_id": patient.id}  # for the screen that asks for the password
        raise GlassNeeded(
            "This record is restricted.",
            field="glass",
            next_step="Whoever opens it says why and signs; the privacy office looks at each time.",
            **told,
        )
    return until


def closed_ids(session: ClinicSession, actor: Actor, ids: Iterable[int]) -> frozenset[int]:
    """Which of these records are closed for this person; for lists of upper rooms."""
    wanted, glass, found = sorted(set(ids)), glass_of(session, actor), set[int]()
    columns = (
        Patient.id, Patient.restriction, Patient.staff_user_id, Patient.phone, Patient.address_line, Patient.postal_code
    )  # fmt: skip
    for at in range(0, len(wanted), 500):
        for row in session.execute(select(*columns).where(Patient.id.in_(wanted[at : at + 500]))):
            if glass.seal(row.id, row) is not None:
                found.add(row.id)
    return frozenset(found)
