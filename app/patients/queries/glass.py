"""Restricted records: who stands before the glass, and whose glass is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import TextClause, bindparam, func, select, text

from app.core.access import Actor
from app.core.clock import local_day
from app.core.errors import GlassNeeded
from app.core.orm import UtcDateTime
from app.core.sessions import ClinicSession
from app.patients.queries.statements import KEEP_PLANS
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


@cache
def _standing(engine: str, zone: str = "") -> TextClause:
    """Open glasses of :user_id :now, and the phones and address of their own home (patient 0), in one question.

    A search asks for a `zone` too, "own" of :location_id or the "first" of all, which stands as the phone of patient -1;
    the server keeps its plans from then on.
    """
    blank = "'' AS phone, '' AS other_phone, '' AS address_line, '' AS postal_code"
    parts = [
        f"SELECT patient_id, {blank} FROM glass_break WHERE user_id = :user_id AND until > :now",  # noqa: S608 - our own words
        "SELECT 0, phone, other_phone, address_line, postal_code FROM patient WHERE staff_user_id = :user_id",
    ]
    if zone:
        which = "id = :location_id" if zone == "own" else "active ORDER BY id LIMIT 1"
        keeping = KEEP_PLANS if engine == "postgresql" else "''"
        place = f"(SELECT zone FROM location WHERE {which}) place"  # noqa: S608 - our own words
        parts.append(f"SELECT -1, zone, {keeping}, '', '' FROM {place}")  # noqa: S608
    return text(" UNION ALL ".join(parts)).bindparams(bindparam("now", type_=UtcDateTime()))


def glass_of(session: ClinicSession, actor: Actor) -> Glass:
    """Everything a list needs to keep restricted records closed: one small question."""
    if not actor.user_id:
        return Glass(Household(), frozenset())
    return _glass(
        actor.user_id, session.ask(_standing(session.wire.dialect.name), user_id=actor.user_id, now=session.now)
    )


def day_and_glass(session: ClinicSession, actor: Actor, location_id: int | None) -> tuple[date, Glass]:
    """The clinic's day and `glass_of` together: what a search has to know before all else, in one question."""
    ask = _standing(session.wire.dialect.name, "first" if location_id is None else "own")
    rows = session.ask(ask, user_id=actor.user_id, now=session.now, location_id=location_id).all()
    zone = next((row.phone for row in rows if row.patient_id < 0), "UTC")
    return local_day(session.now, zone), _glass(actor.user_id, rows)


def _glass(user_id: int, rows: Iterable[Any]) -> Glass:
    rows = list(rows)
    own = [row for row in rows if row.patient_id == 0]
    return Glass(_household(user_id, own), frozenset(row.patient_id for row in rows if row.patient_id > 0))


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
    return _closed(session, glass_of(session, actor), ids)


def closed_of(session: ClinicSession, actor: Actor, people: Iterable[tuple[int, bool]]) -> frozenset[int]:
    """The same of a list that knows of each whether a glass may stand before the record: only these few are looked into.

    Who works here and is a patient too has a home, which any record may share: then all are.
    """
    glass = glass_of(session, actor)
    home = glass.household.phones or glass.household.homes
    return _closed(session, glass, {patient_id for patient_id, marked in people if marked or home})


def _closed(session: ClinicSession, glass: Glass, ids: Iterable[int]) -> frozenset[int]:
    wanted, found = sorted(set(ids)), set[int]()
    columns = (
        Patient.id, Patient.restriction, Patient.staff_user_id, Patient.phone, Patient.address_line, Patient.postal_code
    )  # fmt: skip
    for at in range(0, len(wanted), 500):
        for row in session.execute(select(*columns).where(Patient.id.in_(wanted[at : at + 500]))):
            if glass.seal(row.id, row) is not None:
                found.add(row.id)
    return frozenset(found)
