"""What of people's names a screen may show: initials where the shade is down, and of records behind glass."""

from dataclasses import dataclass
from typing import Protocol

from app.core.access import Actor
from app.core.sessions import ClinicSession
from app.patients.queries.glass import Glass, glass_of
from app.patients.rules.folding import initials, show_name
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
        if self.shaded or self.closed(patient_id, row):
            return initials(row.family, row.given)
        return show_name(row.family, row.given)


def eyes_of(session: ClinicSession, actor: Actor) -> Eyes:
    """How somebody sees lists now."""
    return Eyes(glass_of(session, actor), actor.shaded)
