"""The state of the panels over the board: checking in, checking out, a reason, the close of the day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.checklists.actions import AttachForItem, WaiveItem, attach_for_item, waive_item
from app.checklists.queries import VisitChecklist, visit_checklist
from app.checklists.rules import Item
from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import language, tr
from app.kit.files import read_file
from app.payments.actions import ReceiptKey, TakePayment, take_payment
from app.payments.queries import VisitMoney, visit_money
from app.payments.rules import Method, Part
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.rules import ReasonKind, reasons
from app.visits.actions import (
    NO_COVERAGE,
    BoardKey,
    CheckIn,
    CheckOut,
    CloseDay,
    DayKey,
    Explanation,
    ReopenDay,
    check_in,
    check_out,
    close_day,
    reopen_day,
)
from app.visits.queries import board_row, closing, day_to_settle
from app.visits.rules import BoardRow, FollowUp, OpenPoint


@dataclass(frozen=True, slots=True)
class Choice:
    """One reason in a list."""

    code: str
    words: str
    needs_note: bool = False


def choices(kind: ReasonKind, day: date) -> tuple[Choice, ...]:
    """The reasons that may be chosen, in the person's language."""
    return tuple(Choice(one.code, one.label(language()), one.needs_note) for one in reasons(kind, day))


class VisitPanelModel(QObject):
    """What check-in and check-out have in common: the row, the papers, the money, files that come in."""

    changed = Signal()
    failed = Signal(object)
    finished = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, row: BoardRow) -> None:
        super().__init__()
        self.runner, self.ports, self.row = runner, ports, row
        self.papers: VisitChecklist | None = None
        self.money: VisitMoney | None = None
        self.busy = False
        self._tables = runner.bus.subscribe(
            {"stored_document", "waiver", "coverage", "payment", "appointment", "encounter"}, self._heard
        )

    def may(self, permission: Permission) -> bool:
        """Whether to offer something at this location."""
        return self.runner.person().may(permission, (self.row.location_id,))

    def _heard(self, _notice: Notice) -> None:
        self.load()

    def load(self) -> None:
        """Ask for row, papers and money again; the journal keeps the first look, not the reloads."""
        at = self.row.appointment_id
        self.runner.ask(board_row, at, then=self._take_row, fail=self.failed.emit, topic="panel-row", settled=False)
        self.runner.ask(
            visit_checklist,
            at,
            then=self._take_papers,
            fail=self.failed.emit,
            topic="panel-papers",
            settled=self.papers is None,
        )
        if self.may(Permission.VIEW_INSURANCE):
            self.runner.ask(visit_money, at, then=self._take_money, topic="panel-money", settled=False)

    def _take_row(self, row: BoardRow) -> None:
        self.row = row
        self.changed.emit()

    def _take_papers(self, papers: VisitChecklist) -> None:
        self.papers = papers
        self.changed.emit()

    def _take_money(self, money: VisitMoney | None) -> None:
        self.money = money
        self.changed.emit()

    def open_items(self) -> tuple[Item, ...]:
        """Papers that are missing or have ended."""
        return tuple(item for item in self.papers.items if item.is_open) if self.papers else ()

    def attach(self, item_code: str, file: Path) -> None:
        """Read a file off the UI thread and store it as the paper an item asks for."""
        at = self.row.appointment_id

        def store(data: bytes) -> None:
            command = AttachForItem(appointment_id=at, item_code=item_code, data=data, file_name=file.name)
            self.runner.run(attach_for_item, command, then=lambda _k: self._stored(), fail=self.failed.emit)

        self.runner.background(lambda: read_file(file), store, self.failed.emit)

    def _stored(self) -> None:
        self.ports.announce(tr("Stored"))
        self.load()

    def waive(self, item_code: str, reason: str) -> None:
        """Go without a paper, with a reason."""
        command = WaiveItem(appointment_id=self.row.appointment_id, item_code=item_code, reason=reason)
        self.runner.run(waive_item, command, then=lambda _k: self.load(), fail=self.failed.emit)

    def owed(self) -> int:
        """Cents that this visit still owes at the desk."""
        return max(0, (self.row.due_cents or 0) - self.row.paid_cents)

    def _fail(self, why: ClinicError) -> None:
        self.busy = False
        self.failed.emit(why)


class CheckInModel(VisitPanelModel):
    """Checking a patient in whose lamps are not all right."""

    def open_codes(self) -> tuple[str, ...]:
        """Codes that a check-in accepts as they are."""
        if self.papers is None:
            return ()
        codes = tuple(item.code for item in self.open_items())
        return codes if self.papers.payer_kind is not None else (NO_COVERAGE, *codes)

    def confirm(
        self, parts: tuple[Part, ...], not_taken: str = "", note: str = "", due_cents: int | None = None
    ) -> None:
        """Check in; what is open goes to the worklist."""
        if self.busy:
            return
        self.busy = True
        command = CheckIn(
            appointment_id=self.row.appointment_id,
            version=self.row.version,
            accepted_missing=self.open_codes(),
            due_cents=due_cents,
            parts=parts,
            not_taken_reason=not_taken,
            not_taken_note=note,
        )

        def done(key: BoardKey) -> None:
            self.finished.emit((command, key, tr("Checked in {name}", name=self.row.patient)))

        self.runner.run(check_in, command, then=done, fail=self._fail)


class CheckOutModel(VisitPanelModel):
    """Checking a patient out: money, and the next visit."""

    def confirm(
        self, parts: tuple[Part, ...], follow_up: FollowUp, not_taken: str = "", note: str = "", reason: str = ""
    ) -> None:
        """Check out."""
        if self.busy:
            return
        self.busy = True
        command = CheckOut(
            appointment_id=self.row.appointment_id,
            version=self.row.version,
            follow_up=follow_up,
            parts=parts,
            not_taken_reason=not_taken,
            not_taken_note=note,
            reason=reason,
        )

        def done(key: BoardKey) -> None:
            self.finished.emit((command, key, tr("Checked out {name}", name=self.row.patient)))

        self.runner.run(check_out, command, then=done, fail=self._fail)


class TakeMoneyModel(QObject):
    """Taking money for a patient's balance, or for a visit that is over."""

    failed = Signal(object)
    finished = Signal(object)

    def __init__(self, runner: Runner, row: BoardRow) -> None:
        super().__init__()
        self.runner, self.row = runner, row

    def confirm(self, parts: tuple[Part, ...], after_close: str = "", *, for_visit: bool = False) -> None:
        """Take it; the receipt's number comes with `finished`."""
        command = TakePayment(
            patient_id=self.row.patient_id,
            location_id=self.row.location_id,
            appointment_id=self.row.appointment_id if for_visit else None,
            parts=parts,
            after_close_reason=after_close,
        )

        def done(key: ReceiptKey) -> None:
            self.finished.emit(key)

        self.runner.run(take_payment, command, then=done, fail=self.failed.emit)


class CloseDayModel(QObject):
    """What is open at the end of a day, what was said to it, and the close."""

    changed = Signal()
    failed = Signal(object)
    finished = Signal(object)

    def __init__(self, runner: Runner, location_id: int, day: date) -> None:
        super().__init__()
        self.runner, self.location_id, self.day = runner, location_id, day
        self.points: tuple[OpenPoint, ...] | None = None
        self.closed = False
        self.said: dict[str, str] = {}
        self._tables = runner.bus.subscribe(
            {"appointment", "encounter", "payment", "visit_due", "day_close"}, self._heard
        )

    def _heard(self, _notice: Notice) -> None:
        self.load()

    def load(self) -> None:
        """Ask what is open, and whether the day is closed."""
        self.runner.ask(
            day_to_settle,
            self.location_id,
            self.day,
            then=self._take,
            fail=self.failed.emit,
            topic="to-settle",
            settled=self.points is None,
        )
        self.runner.ask(closing, self.location_id, self.day, then=self._take_closing, topic="closing", settled=False)

    def _take(self, points: tuple[OpenPoint, ...]) -> None:
        self.points = points
        self.changed.emit()

    def _take_closing(self, found: object) -> None:
        self.closed = bool(getattr(found, "closed", False))
        self.changed.emit()

    def explain(self, key: str, text: str) -> None:
        """Say something to an open point."""
        self.said[key] = text

    def unsaid(self) -> tuple[OpenPoint, ...]:
        """Points that are neither settled nor explained."""
        return tuple(point for point in self.points or () if not self.said.get(point.key, "").strip())

    def confirm(self) -> None:
        """Close the day."""
        told = tuple(
            Explanation(point.key, self.said[point.key].strip())
            for point in self.points or ()
            if self.said.get(point.key, "").strip()
        )
        command = CloseDay(location_id=self.location_id, day=self.day, explanations=told)
        self.runner.run(close_day, command, then=self._done, fail=self.failed.emit)

    def reopen(self, reason: str) -> None:
        """Open the day again, with a reason."""
        command = ReopenDay(location_id=self.location_id, day=self.day, reason=reason)
        self.runner.run(reopen_day, command, then=self._done, fail=self.failed.emit)

    def _done(self, key: DayKey) -> None:
        self.closed = key.closed
        self.finished.emit(key)


def one_part(method: Method, cents: int, reference: str = "") -> tuple[Part, ...]:
    """A payment made in one way; nothing for an amount of nothing."""
    return (Part(method, cents, reference),) if cents > 0 else ()
