"""The state of a booking: for whom, what, with whom, when; the first free times; the clash and its way out."""

from datetime import date, time, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.core.access import Permission
from app.core.clock import local_day
from app.core.errors import ClinicError, ReasonNeeded
from app.core.text import tr
from app.kit.dates import short_day, show_time
from app.runner.bridge import Runner
from app.schedule.actions import BookAppointment, Booked, GiveOverride, WalkIn, book, give_override, walk_in
from app.schedule.queries import BookingStart, Opening, booking_start
from app.schedule.queries.ask import openings
from app.schedule.rules import FREE_GRID

#: how many free times are offered at once
OFFERED = 6
#: how many are asked for, since several people may be free at one time
ASKED = 120
#: how many days the search for them goes ahead
AHEAD = 60


def opening_line(opening: Opening) -> str:
    """Thu, Mar 12 · 9:15 AM · Okafor."""
    return tr(
        "{day} · {time} · {practitioner}",
        day=short_day(opening.day),
        time=show_time(opening.start),
        practitioner=opening.practitioner,
    )


class BookingModel(QObject):
    """A booking that is being made. `ready`: the lists are there; `offered`: other free times; `booked`, `given`: done."""

    ready = Signal(object)
    offered = Signal(object)
    booked = Signal(object)
    given = Signal(object)
    failed = Signal(object)
    busy = Signal(bool)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.start: BookingStart | None = None
        self.openings: tuple[Opening, ...] = ()
        self.location_id = 0
        self.patient_id: int | None = None
        self.minutes = 0
        #: the command of the last booking, by which it is taken back
        self.sent: UUID | None = None
        self._made: BookAppointment | WalkIn | None = None

    def begin(self, location_id: int, patient_id: int | None, minutes: int = 0) -> None:
        """Read what a booking begins with. `minutes` 0: as long as the visit type."""
        self.location_id, self.patient_id, self._made, self.minutes = location_id, patient_id, None, minutes
        self.runner.ask(
            booking_start, location_id, patient_id, then=self._take, fail=self.failed.emit, topic=f"start-{id(self)}"
        )

    def _take(self, start: BookingStart) -> None:
        self.start = start
        self.ready.emit(start)

    def first_day(self) -> date:
        """Where the search for a follow-up begins: tomorrow."""
        zone = self.start.zone if self.start else "UTC"
        return local_day(self.runner.executor.database.clock.now(), zone) + timedelta(days=1)

    def offer(self, visit_type_id: int, practitioner_id: int | None, from_day: date) -> None:
        """Look for the first free times."""
        self.runner.ask(
            openings, self.location_id, visit_type_id, from_day, AHEAD, practitioner_id, self.patient_id, ASKED,
            then=self._offered, fail=self.failed.emit, topic=f"openings-{id(self)}", settled=False,
        )  # fmt: skip

    def _offered(self, found: tuple[Opening, ...]) -> None:
        """Each time once: with whom at that time is chosen by naming the practitioner."""
        self.openings = tuple({(one.day, one.start): one for one in reversed(found)}.values())[::-1][:OFFERED]
        self.offered.emit(self.openings)

    def book(
        self, visit_type_id: int, practitioner_id: int, day: date, start: time, note: str = "", reason: str = ""
    ) -> None:
        """Book. The same values sent twice are one booking. A reason means: set the rules aside."""
        if self.patient_id is None:
            self.failed.emit(_no_patient())
            return
        command = BookAppointment(
            patient_id=self.patient_id,
            practitioner_id=practitioner_id,
            location_id=self.location_id,
            visit_type_id=visit_type_id,
            day=day,
            start=start,
            minutes=self.minutes or None,
            note=note,
            reason=reason,
            override=bool(reason.strip()),
            episode_id=self.start.episode_id if self.start else None,
        )
        self._send(command)

    def walk_in(self, visit_type_id: int, practitioner_id: int | None, note: str = "", reason: str = "") -> None:
        """Book now, or at the first free time today."""
        if self.patient_id is None:
            self.failed.emit(_no_patient())
            return
        command = WalkIn(
            patient_id=self.patient_id,
            location_id=self.location_id,
            visit_type_id=visit_type_id,
            practitioner_id=practitioner_id,
            note=note,
            reason=reason,
            override=bool(reason.strip()),
            episode_id=self.start.episode_id if self.start else None,
        )
        self._send(command)

    def give(self, visit_type_id: int, practitioner_id: int, day: date, start: time, reason: str) -> None:
        """Let the desk book one visit there whatever the rules say; `given` tells."""
        kinds = self.start.types if self.start else ()
        command = GiveOverride(
            location_id=self.location_id,
            practitioner_id=practitioner_id,
            day=day,
            start=start,
            minutes=next((one.minutes for one in kinds if one.id == visit_type_id), FREE_GRID),
            patient_id=self.patient_id,
            reason=reason,
        )
        self.runner.run(give_override, command, self.given.emit, self.failed.emit)

    def _send(self, command: BookAppointment | WalkIn) -> None:
        if self._made is not None:
            return  # a second Enter while the first is under way
        self._made, self.sent = command, command.id
        self.busy.emit(True)
        if isinstance(command, WalkIn):
            self.runner.run(walk_in, command, self._booked, self._refused)
        else:
            self.runner.run(book, command, self._booked, self._refused)

    def _booked(self, made: Booked) -> None:
        self._made = None
        self.busy.emit(False)
        self.booked.emit(made)

    def _refused(self, why: ClinicError) -> None:
        self._made = None
        self.busy.emit(False)
        self.failed.emit(why)


def _no_patient() -> ClinicError:
    return ClinicError("Nobody is chosen yet.", field="patient", next_step="Find the patient first (Ctrl+K).")


def openings_of(why: ClinicError) -> tuple[Opening, ...]:
    """The nearest free times that a refusal carries."""
    found = why.values.get("openings")
    return tuple(one for one in found if isinstance(one, Opening)) if isinstance(found, tuple) else ()


def may_override(why: ClinicError, runner: Runner, location_id: int) -> bool:
    """Whether a reason would let this person book all the same: against a rule, not over somebody."""
    outside = isinstance(why, ReasonNeeded) or bool(why.values.get("overridable"))
    return outside and runner.person().may(Permission.OVERRIDE, (location_id,))
