"""What an absence means, in words, and the decision on one: shown first, then written or waived."""

from PySide6.QtCore import QObject, Signal

from app.core.access import Permission
from app.core.text import tr
from app.runner.bridge import Runner
from app.schedule.actions import MarkShown
from app.schedule.queries import Attendance, attendance
from app.schedule.queries.wording import absences_words, proposal_words
from app.schedule.rules import Absence, Reason, ReasonKind
from app.schedule.rules.attendance import Proposal, cancel_absence, missed_absence


class AbsenceModel(QObject):
    """The decision on a visit that is cancelled or missed. `changed`: what it means is known, or is another thing now."""

    changed = Signal()

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.found: Attendance | None = None
        self.proposal: Proposal | None = None
        self._reason: Reason | None = None
        self.kind = ReasonKind.CANCEL

    def begin(self, appointment_id: int, kind: ReasonKind) -> None:
        """Ask about a visit."""
        self.found = self.proposal = None
        self.kind = kind
        self.changed.emit()
        self.runner.ask(
            attendance, appointment_id, then=self._take, fail=lambda _why: None, topic=f"absence-{id(self)}",
            settled=False,
        )  # fmt: skip

    def _take(self, found: Attendance) -> None:
        self.found = found
        self.choose(self._reason)

    def choose(self, reason: Reason | None) -> None:
        """With this reason: does it count, and what follows?"""
        self._reason = reason
        found = self.found
        if found is not None:
            absence = self._absence(found, reason)
            made = {Absence.LATE_CANCEL: found.late_cancel, Absence.NO_SHOW: found.no_show}
            self.proposal = made[absence] if absence is not None else None
        self.changed.emit()

    def _absence(self, found: Attendance, reason: Reason | None) -> Absence | None:
        if self.kind is ReasonKind.NO_SHOW:
            return missed_absence(reason)
        return cancel_absence(reason, found.starts_at, self.runner.executor.database.clock.now(), found.policy)

    def words(self) -> str:
        """What it means, in one sentence; empty while it is not known."""
        if self.found is None:
            return ""
        if self.proposal is not None:
            return proposal_words(self.proposal)
        if self.kind is ReasonKind.CANCEL and self._reason is not None and self._reason.counts:
            return tr(
                "In time: {hours} hours or more before. Nothing is counted.", hours=self.found.policy.notice_hours
            )
        return tr("Not the patient’s doing: nothing is counted.")

    def before(self) -> str:
        """What stood before, in one line."""
        return absences_words(self.found.before) if self.found is not None else ""

    def may_waive(self, location_id: int) -> bool:
        """Whether there is something to waive, and the person may."""
        follows = self.proposal is not None
        return follows and self.runner.person().may(Permission.OVERRIDE, (location_id,))

    def mark(self, waive_code: str = "", waive_note: str = "") -> MarkShown | None:
        """What was shown, for the command that cancels; None where nothing is counted."""
        made = self.proposal
        return None if made is None else MarkShown(made.absence, made.consequence, made.cents, waive_code, waive_note)
