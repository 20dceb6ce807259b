"""The page of reports: which day and place, the day in sentences, its paper, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import ClinicError
from app.core.ports import Deed, Place, Ports, SheetKind, SheetWish
from app.core.text import tr
from app.documents.view.pane import PagePane
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.errors import give_slot
from app.kit.fields import DateField
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.words import label
from app.reports.view.preview import OutputBar
from app.reports.viewmodel import PrintSetup, ReportModel
from app.runner.bridge import Runner

#: the questions' width; the width below which the paper stands under them, and its height there, in px at 100 %
SIDE, NARROW, PAPER = 340, 760, 420
#: Qt's largest size: as wide as there is room
ANY = 16_777_215
#: milliseconds after which somebody wants to know that something is under way
PATIENCE = 500


class DayForm(Form):
    """Which report."""

    ui = "reports/end_of_day.ui"
    location: QComboBox
    day: DateField
    reasonLabel: QLabel  # noqa: N815 - the name in the layout file
    reason: QLineEdit


class ReportsPage(QWidget):
    """End of day: choose a place and a day, look at the paper, print it (Ctrl+P) or save it (Ctrl+S)."""

    def __init__(self, runner: Runner, ports: Ports, setup: PrintSetup | None = None) -> None:
        super().__init__()
        self.title = tr("Reports")
        self.ports, self.model = ports, ReportModel(runner, setup or PrintSetup(), self)
        self.form = DayForm()
        self.pane = PagePane(runner)
        self.bar = OutputBar(self.model.output, ports)
        self.sentences = label("", "", wrap=True)
        self.closed = label("", "note", wrap=True)
        self.names = label("", "note", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("The report is being made"))
        self.waiting = QWidget()
        self._late = QTimer(self, interval=PATIENCE, singleShot=True)
        self._late.timeout.connect(lambda: self.waiting.setVisible(self.model.busy))
        self._arrange()
        self._connect()
        self._filling = False
        self.model.start()

    # ------------------------------------------------------------------------------------------------ building

    def _arrange(self) -> None:
        card = Card(tr("End of day"))
        card.body.addWidget(self.form.root)
        self.again = KeyButton(tr("Show the names"), kind="soft", size="row")
        card.body.addWidget(self.again)
        self.sheets = Card(tr("The schedule on paper"))
        for title, kind in (
            (tr("Day sheet of everybody"), SheetKind.DAY),
            (tr("A day sheet for each practitioner"), SheetKind.EACH),
            (tr("Sign-in sheet without names"), SheetKind.SIGN_IN),
        ):
            button = KeyButton(title, icon="print", size="row")
            button.clicked.connect(lambda _on=False, kind=kind: self._sheet(kind))
            self.sheets.body.addWidget(button)
        told = Card(tr("The day in short"))
        for words in (self.sentences, self.closed, self.names):
            told.body.addWidget(words)
        wait = QVBoxLayout(self.waiting)
        wait.setContentsMargins(0, 0, 0, 0)
        wait.addWidget(label(tr("The report is being made."), "note"))
        wait.addWidget(self.progress)
        self.waiting.hide()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(*[theme.gap(16, 8)] * 4)
        column.setSpacing(theme.gap(16, 8))
        for part in (card, told, self.waiting, self.bar, self.sheets):
            column.addWidget(part)
        column.addStretch(1)
        self._side, self._column = QScrollArea(), column
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setWidget(side)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self._side)
        self._across.addWidget(self.pane, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper stands beside the questions, or below them where there is no room."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        target = self._column if narrow else self._across
        if target.indexOf(self.pane) < 0:
            target.insertWidget(target.count(), self.pane, 0 if narrow else 1)
        self.pane.setMinimumHeight(theme.px(PAPER) if narrow else 0)
        self._side.setMinimumWidth(0 if narrow else theme.px(SIDE))
        self._side.setMaximumWidth(ANY if narrow else theme.px(SIDE))

    def _connect(self) -> None:
        self.form.location.currentIndexChanged.connect(lambda _at: self._chosen())
        self.form.day.editingFinished.connect(self._chosen)
        self.form.reason.returnPressed.connect(self._with_reason)
        self.again.clicked.connect(self._with_reason)
        self.model.changed.connect(self._refresh)
        self.model.failed.connect(self._problem)
        self.model.output.changed.connect(self._paper)
        self._shown = b""

    # ------------------------------------------------------------------------------------------------ the page

    def activate(self, place: Place) -> None:
        """Show the day and the place where the window stands."""
        here = self.ports.here()
        self.form.day.set_today(here.today)
        self.model.show(here.location_id, place.day or here.day)

    def deeds(self) -> list[Deed]:
        """What the command palette offers here."""
        return [
            Deed("print.report", tr("Print the end-of-day report"), "Ctrl+P", self.bar.print.click),
            Deed("save.report", tr("Save the end-of-day report"), "Ctrl+S", self.bar.save.click),
        ]

    def _sheet(self, kind: SheetKind) -> None:
        """A paper of the schedule, of the place and the day that are chosen above."""
        if self.model.location_id is not None and self.model.day is not None:
            wish = SheetWish(kind, self.model.location_id, self.model.day, reason=self.form.reason.text())
            self.ports.show_sheet(wish)

    def _chosen(self) -> None:
        day = self.form.day.value()
        if self._filling or day is None or not self.form.check():
            return
        location = self.form.location.currentData()
        if (location, day) != (self.model.location_id, self.model.day):
            self.bar.quiet()
            self.model.show(location, day)

    def _with_reason(self) -> None:
        if self.model.day is not None:
            self.model.show(self.model.location_id, self.model.day, self.form.reason.text())

    def _refresh(self) -> None:
        self._fill()
        self.sentences.setText("\n".join(self.model.summary()))
        self.closed.setText(self.model.closed())
        report = self.model.report
        unnamed = report is not None and not report.named
        self.names.setText(tr("This report is without names: your role prints counts.") if unnamed else "")
        self.names.setVisible(unnamed)
        asks = self.model.needs_reason()
        for part in (self.form.reasonLabel, give_slot(self.form.reason), self.again):
            part.setVisible(asks)
        if not self.model.busy:
            self._late.stop()
            self.waiting.hide()
        elif not self._late.isActive():
            self._late.start()

    def _fill(self) -> None:
        """Put into the form what the model shows, without taking it for a choice."""
        self._filling = True
        combo = self.form.location
        if combo.count() != len(self.model.locations):
            combo.clear()
            for row in self.model.locations:
                combo.addItem(row.name, row.id)
        combo.setCurrentIndex(combo.findData(self.model.location_id))
        if self.model.day is not None and not self.form.day.hasFocus():
            self.form.day.set_value(self.model.day)
        self._filling = False

    def _paper(self) -> None:
        pdf = self.model.output.pdf
        if pdf != self._shown:
            self._shown = pdf
            self.pane.view.show_pdf(pdf)

    def _problem(self, why: ClinicError) -> None:
        if not self.form.show_problem(why):
            self.bar.problem(why)
