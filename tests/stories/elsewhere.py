"""The second desk of the same clinic: what it does, the window only hears of."""

from datetime import date

from app.core.access import Actor
from app.exchange.demo.clinic import PASSWORD
from app.runner.execute import Executor
from app.schedule.actions import CancelAppointment, cancel_appointment
from app.staff.actions.signing import sign_in
from app.visits.actions import (
    Arrive,
    CheckOut,
    EndVisit,
    GiveReason,
    LeftUnseen,
    arrive,
    check_out,
    end_visit,
    give_reason,
    left_unseen,
)
from app.visits.queries import board, board_row
from app.visits.rules import BoardRow, BoardState, FollowUp, Limits


class SecondDesk:
    """The front desk's person at another computer."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor
        self.actor: Actor = sign_in(executor, "ana", PASSWORD, "Front desk 2")

    def row(self, appointment_id: int) -> BoardRow:
        """A visit as it stands now."""
        return self.executor.fetch(board_row, self.actor, appointment_id)

    def arrives(self, appointment_id: int) -> None:
        """The patient is noted as arrived here."""
        row = self.row(appointment_id)
        self.executor.perform(arrive, Arrive(appointment_id=appointment_id, version=row.version), self.actor)

    def checks_out(self, appointment_id: int) -> None:
        """The patient is checked out here; what is open at the desk gets a reason."""
        row = self.row(appointment_id)
        step = CheckOut(
            appointment_id=appointment_id,
            version=row.version,
            follow_up=FollowUp.NOT_NEEDED,
            not_taken_reason="bill" if (row.due_cents or 0) > row.paid_cents else "",
        )
        self.executor.perform(check_out, step, self.actor)

    def settles(self, location_id: int, day: date) -> None:
        """Bring every visit of a day to an end, so that nothing is open."""
        for row in self.executor.fetch(board, self.actor, location_id, day, Limits()):
            self._settle(row)

    def _settle(self, row: BoardRow) -> None:
        at, version, do = row.appointment_id, row.version, self.executor.perform
        match row.state:
            case BoardState.BOOKED | BoardState.LATE:
                cancel = CancelAppointment(appointment_id=at, version=row.appointment_version, reason_code="sick")
                do(cancel_appointment, cancel, self.actor)
            case BoardState.ARRIVED | BoardState.READY:
                do(left_unseen, LeftUnseen(appointment_id=at, version=version, reason_code="wait"), self.actor)
            case BoardState.ROOM:
                do(end_visit, EndVisit(appointment_id=at, version=version), self.actor)
                self.checks_out(at)
            case BoardState.OUT:
                self.checks_out(at)
            case BoardState.NOSHOW if not row.reason_code:
                do(give_reason, GiveReason(appointment_id=at, version=version, reason_code="no-call"), self.actor)
