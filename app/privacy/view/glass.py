"""The glass before a restricted record, and the look at it afterwards."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.text import tr
from app.kit.dates import show_date, show_time
from app.kit.words import label
from app.patients.view.results import yielding
from app.patients.view.sections import FormDrawer
from app.privacy.actions import BreakGlass, GlassResult, ReviewGlass, break_glass, review_glass
from app.privacy.queries import GlassRow, glass_row
from app.privacy.rules import GlassReason, glass_words
from app.privacy.view.forms import GlassForm, ReviewForm
from app.runner.bridge import Runner


class GlassDrawer(FormDrawer):
    """Asks why and for the password; `then` goes on once the record is open."""

    def __init__(self, parent: QWidget, runner: Runner, patient_id: int, seal: str, then: Callable[[], None]) -> None:
        self.fields = GlassForm()
        about = tr("Each time is written down, and the privacy office looks at it.")
        super().__init__(parent, seal, self.fields, tr("Open for an hour"), about=about)
        self.runner, self.patient_id, self._then = runner, patient_id, then
        self.fields.password.returnPressed.connect(self.confirm.click)
        self.confirmed.connect(self._break)
        self.closed.connect(self.deleteLater)

    def begin(self) -> None:
        """Ask."""
        self.open(self.fields.reason_code)

    def _break(self) -> None:
        fields = self.fields
        command = BreakGlass(
            patient_id=self.patient_id, reason_code=GlassReason(fields.reason_code.currentData()),
            reason=fields.reason.text(), password=fields.password.text(),
        )  # fmt: skip
        self.runner.run(break_glass, command, self._answered, self.problem)

    def _answered(self, result: GlassResult) -> None:
        self.fields.password.clear()
        if result.ok:
            self.close_drawer()
            self._then()
            return
        wait = tr("Try again in {seconds} s.", seconds=result.seconds) if result.seconds else ""
        self.fields.show_error("password", f"{tr('This password does not fit.')} {wait}".strip())


class ReviewDrawer(FormDrawer):
    """One broken glass, and what was found."""

    def __init__(self, parent: QWidget, runner: Runner, glass_id: int) -> None:
        self.fields = ReviewForm()
        super().__init__(parent, tr("A restricted record was opened"), self.fields, tr("Looked at"))
        self.runner, self.row = runner, None
        self.words = yielding(label("", "", wrap=True))
        self.column.insertWidget(0, self.words)
        self.fields.finding.returnPressed.connect(self.confirm.click)
        self.confirmed.connect(self._save)
        self.closed.connect(self.deleteLater)
        self.runner.ask(glass_row, glass_id, then=self._show, fail=self.problem, topic=f"glass-{glass_id}")

    row: GlassRow | None

    def begin(self) -> None:
        """Show it."""
        self.open(self.fields.finding)

    def _show(self, row: GlassRow) -> None:
        self.row = row
        self.set_title(tr("A restricted record was opened"), row.name)
        when = tr("{day} at {time}", day=show_date(row.at.date()), time=show_time(row.at.time()))
        self.words.setText(
            " · ".join(part for part in (row.who, when, glass_words(row.reason_code), row.reason) if part)
        )

    def _save(self) -> None:
        if self.row is not None:
            look = ReviewGlass(glass_id=self.row.id, version=self.row.version, finding=self.fields.finding.text())
            self.runner.run(review_glass, look, lambda _key: self.close_drawer(), self.problem)
