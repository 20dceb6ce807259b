"""What of people's names a screen may show: initials where the shade is down, and of records behind glass."""

from dataclasses import dataclass
from typing import Protocol

from app.core.access import Actor, Permission
from app.core.sessions import ClinicSession
from app.patients.queries.glass import Glass, glass_of
from app.patients.rules.folding import initials, phone_tail, show_name
from app.patients.rules.glass import Marked
from app.patients.tables import Patient

#: what a select needs besides its own columns, so that a row can be looked at
SEEN = (
    Patient.family, Patient.given, Patient.restriction, Patient.staff_user_id, Patient.phone, Patient.address_line,
    Patient.postal_code,
)  # fmt: skip


class Person(Marked, Protocol):
    """A row of a patient: mapped, or selected with `SEEN`."""

    family: str
    given: str


@dataclass(frozen=True, slots=True)
class Eyes:
    """One person's look at lists of people."""

    glass: Glass
    shaded: bool

    def closed(self, patient_id: int, row: Person) -> bool:
        """Whether the record is behind a glass that this person has not broken: then little but initials is shown."""
        return self.glass.seal(patient_id, row) is not None

    def name(self, patient_id: int, row: Person) -> str:
        """Last, First; or initials."""
        return self.look(patient_id, row)[0]

    def look(self, patient_id: int, row: Person) -> tuple[str, bool]:
        """The name, and whether the record is closed: for lists, where both are asked of every row."""
        closed = self.closed(patient_id, row)
        named = initials if self.shaded or closed else show_name
        return named(row.family, row.given), closed


def eyes_of(session: ClinicSession, actor: Actor) -> Eyes:
    """How somebody sees lists now."""
    return Eyes(glass_of(session, actor), actor.shaded)


def shown_phone(actor: Actor, eyes: Eyes, patient_id: int, row: Person, phone: str) -> str:
    """A phone as a call list may show it to somebody: whole, or its end."""
    grant = actor.grant(Permission.VIEW_PATIENT)
    shut = eyes.closed(patient_id, row) or eyes.shaded
    return phone_tail(phone) if shut or grant is None or grant.masked or grant.reason else phone
