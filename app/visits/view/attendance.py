"""The keys of the two worklists about absences: mark as no-show, let an absence stand, waive it with a reason."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.ports import Ports, RowKey, WorklistRow
from app.core.text import tr
from app.patients.view.sections import FormDrawer
from app.runner.bridge import Runner
from app.schedule.actions import (
    MarkAbsence,
    MarkKey,
    MarkShown,
    ReviewMark,
    UnwaiveMark,
    WaiveMark,
    mark_absence,
    review_mark,
    unwaive_mark,
    waive_mark,
)
from app.schedule.rules import ReasonKind, reason
from app.schedule.rules.attendance import Proposal
from app.schedule.view.absences import WaiveForm, fill_reasons
from app.visits.actions import BoardKey, NoShow, UndoStep, no_show, undo_step
from app.visits.queries.absences import Missed, Undecided

#: what a director who lets an absence stand says by it; roles that are asked for a reason give this one
LOOKED = "Looked at in the worklist"


def shown_of(made: Proposal, waive_code: str = "", waive_note: str = "") -> MarkShown:
    """A proposal of a list as the command carries it."""
    return MarkShown(made.absence, made.consequence, made.cents, waive_code, waive_note)


class WaiveDrawer(FormDrawer):
    """Asks why an absence is waived."""

    def __init__(self, parent: QWidget, name: str) -> None:
        self.fields = WaiveForm()
        super().__init__(parent, tr("Waive an absence"), self.fields, tr("Waive it"), about=name)
        fill_reasons(self.fields)
        self.closed.connect(self.deleteLater)

    def said(self) -> tuple[str, str]:
        """The code and the words."""
        return str(self.fields.waive_code.currentData()), self.fields.waive_note.text().strip()


@dataclass(frozen=True, slots=True)
class AttendanceDesk:
    """What the worklists' keys do, over a window."""

    window: QWidget
    runner: Runner
    ports: Ports

    def missed(self, row: WorklistRow) -> None:
        """They did not come: the visit of the row becomes a no-show, with the mark that the row shows."""
        about = row.about
        if not isinstance(about, Missed):
            return
        command = NoShow(appointment_id=about.appointment_id, version=about.version, mark=shown_of(about.proposal))

        def done(_key: BoardKey) -> None:
            back = UndoStep(undoes=command.id)
            self.ports.undoable(
                tr("{name} did not come", name=row.title),
                lambda: self.runner.run(undo_step, back, lambda _made: self._taken_back(), self._told),
            )

        self.runner.run(no_show, command, done, self._told)

    def stands(self, row: WorklistRow) -> None:
        """It stands: the undecided one is written down as shown, the director's one is looked at."""
        about = row.about
        if not isinstance(about, Undecided):
            return
        said = tr("It stands: {name}", name=row.title)
        if about.proposal is not None:
            writing = MarkAbsence(appointment_id=about.appointment_id, mark=shown_of(about.proposal))
            self.runner.run(mark_absence, writing, lambda _key: self.ports.announce(said), self._told)
        else:
            looking = ReviewMark(mark_id=about.mark_id, version=about.mark_version, reason=LOOKED)
            self.runner.run(review_mark, looking, lambda _key: self.ports.announce(said), self._told)

    def waive(self, row: WorklistRow) -> None:
        """Ask why, then waive it."""
        if isinstance(row.about, Undecided):
            drawer = WaiveDrawer(self.window, row.title)
            drawer.confirmed.connect(lambda: self._waive(drawer, row))
            drawer.open(drawer.fields.waive_code)

    def _waive(self, drawer: WaiveDrawer, row: WorklistRow) -> None:
        about, (code, note) = row.about, drawer.said()
        if not isinstance(about, Undecided):
            return
        chosen = reason(ReasonKind.FORGIVE, code)
        why = chosen.label_en if chosen else ""

        def done(key: MarkKey) -> None:
            drawer.close_drawer()
            back = UnwaiveMark(mark_id=key.mark_id, version=key.version, reason=why)
            self.ports.undoable(
                tr("Waived: {name}", name=row.title),
                lambda: self.runner.run(unwaive_mark, back, lambda _made: self._taken_back(), self._told),
            )

        if about.proposal is not None:
            shown = shown_of(about.proposal, code, note)
            self.runner.run(
                mark_absence, MarkAbsence(appointment_id=about.appointment_id, mark=shown), done, drawer.problem
            )
        else:
            waiving = WaiveMark(
                mark_id=about.mark_id, version=about.mark_version, waive_code=code, note=note, reason=why
            )
            self.runner.run(waive_mark, waiving, done, drawer.problem)

    def _taken_back(self) -> None:
        self.ports.announce(tr("Taken back"))

    def _told(self, why: ClinicError) -> None:
        self.ports.announce(str(why))

    def row_keys(self) -> dict[str, tuple[RowKey, ...]]:
        """The further keys of this room's lists; who may not set a rule aside is not offered a waiver."""
        stands = RowKey(lambda: tr("It stands"), "Ctrl+Return", self.stands)
        waive = RowKey(lambda: tr("Waive it"), "Ctrl+W", self.waive)
        may = self.runner.person().grant(Permission.OVERRIDE) is not None
        return {
            "probably-missed": (RowKey(lambda: tr("Did not come"), "Ctrl+Return", self.missed),),
            "attendance": (stands, waive) if may else (stands,),
        }
