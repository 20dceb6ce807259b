"""What is done to visits from the day's page, each with its way back: moved, copied, swapped, split, cancelled."""

from collections.abc import Callable
from datetime import date, time
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.dates import short_day, show_time
from app.runner.bridge import Runner
from app.schedule.actions import (
    BookAppointment,
    Booked,
    CancelAppointment,
    Cancelled,
    JoinAppointments,
    MarkShown,
    MoveAppointment,
    Pair,
    SplitAppointment,
    SwapAppointments,
    TakeBackBooking,
    UndoCancel,
    book,
    cancel_appointment,
    join_appointments,
    move_appointment,
    split_appointment,
    swap_appointments,
    take_back_booking,
    undo_cancel,
)
from app.schedule.queries import AppointmentRow

Then = Callable[[], None]
Fail = Callable[[ClinicError], None]


class VisitDeeds(QObject):
    """Runs them. `stands`: the visit that the cursor should be on (0: none), once the day is read again."""

    failed = Signal(object)
    said = Signal(str)
    #: a deed with a way back: the sentence, and what takes it back
    done = Signal(str, object)
    stands = Signal(int)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self.runner = runner

    def _back(self, back: Booked) -> None:
        self.said.emit(tr("Booked again at {time}.", time=show_time(back.start)))
        self.stands.emit(back.appointment_id)

    def _back_pair(self, back: Pair) -> None:
        self._back(back.first)

    # ------------------------------------------------------------------------------------------------------ moving

    def move(self, visit: AppointmentRow, command: MoveAppointment, then: Then) -> None:
        """Give a visit another time, another practitioner, another length."""

        def moved(made: Booked) -> None:
            back = MoveAppointment(
                appointment_id=made.appointment_id,
                version=made.version,
                day=visit.day,
                start=visit.start,
                practitioner_id=visit.practitioner_id,
                minutes=visit.minutes,
                room_id=visit.room_id if command.room_id is not None else None,
                undoes=command.id,
            )
            then()
            self.done.emit(
                kept_words(_moved(visit, made), made.notice_hours),
                lambda: self.runner.run(move_appointment, back, self._back, self.failed.emit),
            )
            self.stands.emit(made.appointment_id)

        self.runner.run(move_appointment, command, moved, self.failed.emit)

    def copy(
        self, visit: AppointmentRow, day: date, start: time, minutes: int, practitioner_id: int, then: Then
    ) -> None:
        """Book the same patient for the same again."""
        command = BookAppointment(
            patient_id=visit.patient_id,
            practitioner_id=practitioner_id,
            location_id=visit.location_id,
            visit_type_id=visit.visit_type_id,
            day=day,
            start=start,
            minutes=minutes,
        )

        def booked(made: Booked) -> None:
            words = tr(
                "Booked {patient}: {day}, {time}",
                patient=visit.patient,
                day=short_day(made.day),
                time=show_time(made.start),
            )
            then()
            self.done.emit(words, self.way_back(made, command.id))
            self.stands.emit(made.appointment_id)

        self.runner.run(book, command, booked, self.failed.emit)

    def way_back(self, made: Booked, undoes: UUID | None) -> Then:
        """What takes a booking back that was made by a command."""
        back = TakeBackBooking(appointment_id=made.appointment_id, version=made.version, undoes=undoes)
        return lambda: self._take_booking_back(back)

    def _take_booking_back(self, command: TakeBackBooking) -> None:
        def gone(_made: object) -> None:
            self.said.emit(tr("The booking was taken back."))
            self.stands.emit(0)

        self.runner.run(take_back_booking, command, gone, self.failed.emit)

    def swap(self, one: AppointmentRow, other: AppointmentRow, then: Then) -> None:
        """Let two visits change places."""
        command = SwapAppointments(
            appointment_id=one.id, version=one.version, other_id=other.id, other_version=other.version
        )

        def swapped(made: Pair) -> None:
            back = SwapAppointments(
                appointment_id=made.first.appointment_id,
                version=made.first.version,
                other_id=made.second.appointment_id,
                other_version=made.second.version,
                undoes=command.id,
            )
            then()
            self.done.emit(
                kept_words(
                    tr("{one} and {other} changed places", one=one.patient, other=other.patient),
                    max(made.first.notice_hours, made.second.notice_hours),
                ),
                lambda: self.runner.run(swap_appointments, back, self._back_pair, self.failed.emit),
            )
            self.stands.emit(made.first.appointment_id)

        self.runner.run(swap_appointments, command, swapped, self.failed.emit)

    def split(self, visit: AppointmentRow, rest: int, practitioner_id: int, then: Then) -> None:
        """Make two visits of one, the second one `rest` minutes long."""
        command = SplitAppointment(
            appointment_id=visit.id,
            version=visit.version,
            minutes=visit.minutes - rest,
            practitioner_id=practitioner_id,
        )

        def parted(made: Pair) -> None:
            back = JoinAppointments(
                appointment_id=made.first.appointment_id,
                version=made.first.version,
                other_id=made.second.appointment_id,
                other_version=made.second.version,
                undoes=command.id,
            )
            then()
            words = tr(
                "Split {patient}: {first} and {second} minutes",
                patient=visit.patient, first=made.first.minutes, second=made.second.minutes,
            )  # fmt: skip
            self.done.emit(words, lambda: self.runner.run(join_appointments, back, self._back, self.failed.emit))
            self.stands.emit(made.second.appointment_id)

        self.runner.run(split_appointment, command, parted, self.failed.emit)

    # --------------------------------------------------------------------------------------------------- cancelling

    def cancel(
        self,
        visit: AppointmentRow,
        code: str,
        note: str,
        mark: MarkShown | None = None,
        then: Then | None = None,
        fail: Fail | None = None,
    ) -> None:
        """Take a visit off, with what was shown that it counts as."""
        command = CancelAppointment(
            appointment_id=visit.id, version=visit.version, reason_code=code, note=note, mark=mark
        )

        def gone(made: Cancelled) -> None:
            back = UndoCancel(appointment_id=made.appointment_id, version=made.version, undoes=command.id)
            when = {"day": short_day(visit.day), "time": show_time(visit.start)}
            words = (
                tr("Cancelled late: {patient}, {day} {time}", patient=visit.patient, **when)
                if made.late
                else tr("Cancelled: {patient}, {day} {time}", patient=visit.patient, **when)
            )
            if then is not None:
                then()
            self.done.emit(words, lambda: self.runner.run(undo_cancel, back, self._back, self.failed.emit))

        self.runner.run(cancel_appointment, command, gone, fail or self.failed.emit)


def kept_words(said: str, notice_hours: int) -> str:
    """What was done; of a move so late that a cancel would count (0: in time), that it counts as kept."""
    if not notice_hours:
        return said
    return tr("{moved}. Less than {hours} hours before: counts as kept", moved=said, hours=notice_hours)


def _moved(visit: AppointmentRow, made: Booked) -> str:
    if made.day != visit.day:
        return tr(
            "Moved {patient} to {day}, {time}",
            patient=visit.patient,
            day=short_day(made.day),
            time=show_time(made.start),
        )
    stays = (made.start, made.practitioner_id) == (visit.start, visit.practitioner_id)
    if made.room:
        where = {"patient": visit.patient, "room": made.room, "time": show_time(made.start)}
        return (
            tr("Moved {patient} to “{room}”", **where) if stays else tr("Moved {patient} to “{room}”, {time}", **where)
        )
    if stays:
        return tr("{patient} has {minutes} minutes now", patient=visit.patient, minutes=made.minutes)
    return tr("Moved {patient} to {time}", patient=visit.patient, time=show_time(made.start))
