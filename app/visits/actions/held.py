"""A visit as a step takes it up: held against everybody else, looked at, written down in."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from app.core.errors import ClinicError, NotFound, Stale
from app.core.rows import change_row
from app.core.sessions import WriteSession
from app.payments.queries import closed_on
from app.payments.tables import VisitDue
from app.schedule.rules import AppointmentStatus
from app.schedule.tables import Appointment
from app.staff.tables import Location
from app.visits.rules import BoardState, Clocks, state_of
from app.visits.tables import Encounter


@dataclass(slots=True)
class Visit:
    """An appointment, its encounter and what is due for it, locked and looked at; `zone` is the location's."""

    appointment: Appointment
    encounter: Encounter | None
    due: VisitDue | None
    zone: str
    state: BoardState

    def note(self, session: WriteSession, **values: object) -> None:
        """Write down what happened in the encounter, which begins with the first of it."""
        if self.encounter is not None:
            change_row(session, self.encounter, **values)
            return
        planned = self.appointment
        self.encounter = Encounter(
            appointment_id=planned.id, patient_id=planned.patient_id, location_id=planned.location_id, **values
        )
        session.add(self.encounter)


_HOLD = select(Appointment.id).where(Appointment.id == bindparam("visit")).with_for_update(key_share=True)
#: asked once the visit is held, so that nothing in it is older than that
_LOOK = (
    select(Appointment, Encounter, VisitDue, Location.zone, closed_on(Appointment.location_id, Appointment.day))
    .join(Location, Location.id == Appointment.location_id)
    .outerjoin(Encounter, Encounter.appointment_id == Appointment.id)
    .outerjoin(VisitDue, VisitDue.appointment_id == Appointment.id)
    .where(Appointment.id == bindparam("visit"))
    .execution_options(populate_existing=True)
)


def locked(session: WriteSession, appointment_id: int) -> Visit:
    """The visit, held until the transaction ends. Raises NotFound, and ClinicError when its day is closed."""
    session.hold(_HOLD, visit=appointment_id)
    found = session.execute(_LOOK, {"visit": appointment_id}).one_or_none()
    if found is None or found.Appointment.status is AppointmentStatus.ENTERED_IN_ERROR:
        raise NotFound("There is no such visit.", next_step="Go back to the board.")
    appointment, encounter, due, zone, closed = found
    if closed:
        raise ClinicError("The day of this visit is closed.", next_step="Open the day again, with a reason.")
    return Visit(appointment, encounter, due, zone, _state(session, appointment, encounter))


def _state(session: WriteSession, appointment: Appointment, encounter: Encounter | None) -> BoardState:
    status = encounter.status if encounter else None
    return state_of(appointment.status, status, _clocks(appointment, encounter), session.now)


def _clocks(appointment: Appointment, encounter: Encounter | None) -> Clocks:
    return Clocks(
        appointment.starts_at,
        arrived_at=encounter.arrived_at if encounter else None,
        left_at=encounter.left_at if encounter else None,
    )


def version_of(visit: Visit) -> int:
    """The version that covers both rows: every change of either makes it greater."""
    return visit.appointment.version + (visit.encounter.version if visit.encounter else 0)


def check_version(visit: Visit, expected: int) -> None:
    """Raise Stale when the visit is not as it was seen."""
    if version_of(visit) != expected:
        raise Stale("Somebody else changed this visit a moment ago.", next_step="Look at it again, then go on.")
