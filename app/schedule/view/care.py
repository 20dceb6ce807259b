"""A patient's care as a card of the record: what is treated, how often, and how many visits are left."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.ports import Deed, Ports
from app.core.text import tr
from app.episodes.queries import EpisodeRow
from app.episodes.view import EpisodeDrawer, FinishDrawer, PlanDrawer, StartDrawer
from app.insurance.queries import AuthorizationRow
from app.insurance.view.authorizations import AuthorizationDrawer, EndAuthorizationDrawer
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.panels import Glyph, clear
from app.kit.words import label
from app.patients.view.results import yielding
from app.patients.view.sections import RecordSection
from app.runner.bridge import Runner
from app.schedule.queries.series import SeriesRow
from app.schedule.view.change import Deed as Change
from app.schedule.view.change import SeriesChangeDrawer
from app.schedule.view.series import SeriesDrawer
from app.schedule.viewmodel.care import CareLine, CareModel, LeaveLine
from app.schedule.viewmodel.history import show_list
from app.schedule.viewmodel.series import Near

START, AUTHORIZE, SERIES = "begin-care", "authorize", "series"
SERIES_KEYS = "Ctrl+Shift+S"
#: a task about the series of a visit: what is done, and the visit's id
OF_VISIT = re.compile(r"(?:move|cancel)-\d{1,18}")


class CareSection(RecordSection):
    """Every episode with its plan and its authorization; begun, corrected and finished by who may."""

    model: CareModel

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(CareModel(runner, ports), tr("Care"))
        self.authorize = KeyButton(tr("Add authorization…"), icon="plus", kind="soft", size="row")
        self.authorize.clicked.connect(lambda: self.edit_leave(None))
        self.series = KeyButton(
            tr("Series…"), icon="calendar_plus", kind="soft", keys=SERIES_KEYS, size="row", hint=False
        )
        self.series.clicked.connect(lambda: self.book_series(None))
        self.sheet: SeriesDrawer | None = None
        self.changing: SeriesChangeDrawer | None = None
        self.start = KeyButton(tr("Begin care…"), icon="plus", kind="soft", size="row")
        self.start.clicked.connect(self.begin_care)
        for button in (self.authorize, self.start, self.series):
            self.buttons.addWidget(button)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(12))
        self.body.addLayout(self._lines)

    def refresh(self) -> None:
        clear(self._lines)
        if self.model.patient_id is None:
            return
        edits = self.model.may_edit()
        self.start.setVisible(edits)
        self.series.setVisible(self.model.may(Permission.BOOK))
        self.authorize.setVisible(edits and self.model.may(Permission.VIEW_INSURANCE))
        for care in self.model.lines():
            self._lines.addWidget(self._care(care))
        for leave in self.model.others():
            self._lines.addWidget(self._leave(leave))
        for row in self.model.series:
            self._lines.addWidget(self._series(row))
        if self.model.loaded and not (self.model.episodes or self.model.ledgers or self.model.series):
            self._lines.addWidget(label(tr("No care is written down yet."), "second", wrap=True))

    # -------------------------------------------------------------------------------------------------- lines

    def _care(self, line: CareLine) -> QWidget:
        goes_on = line.row.goes_on
        glyph, ink = ("referral", "accent_text") if goes_on else ("check", "text3")
        words = [(line.title, "strong" if goes_on else ""), (line.state, "note")]
        words.append((line.plan, "note") if line.plan else (tr("No plan of care yet"), "warn" if goes_on else "note"))
        made, below = self._block(glyph, ink, words, self._care_links(line.row))
        made.setAccessibleName(", ".join(text for text, _role in words))
        if line.leave is not None:
            below.addWidget(self._leave(line.leave))
        return made

    def _leave(self, line: LeaveLine) -> QWidget:
        words = [(line.title, ""), (line.count, {"bad": "error"}.get(line.ink, line.ink) if line.in_force else "note")]
        words += [(line.facts, "note")] + ([(line.past, "error")] if line.past else [])
        made, below = self._block(line.glyph, line.ink, words, self._leave_links(line))
        made.setAccessibleName(", ".join(text for text, _role in words))
        if line.row.unsigned and self.model.may_edit():
            sign = LinkButton(tr("Mark as signed · {count}", count=len(line.row.unsigned)), icon="check")
            sign.clicked.connect(lambda: self.model.sign(line.row))
            below.addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _series(self, row: SeriesRow) -> QWidget:
        """A series that goes on, with what can be done to one visit of it, some, or the rest."""
        what, when = self.model.series_words(row)
        links = [
            (tr("Move…"), tr("Move visits of the series"), lambda: self.change_series(row, Change.MOVE)),
            (tr("Cancel…"), tr("Cancel visits of the series"), lambda: self.change_series(row, Change.CANCEL)),
        ]
        made, _below = self._block("schedule", "accent_text", [(what, ""), (when, "note")], links)
        made.setAccessibleName(f"{what}, {when}")
        return made

    def _block(
        self, glyph: str, ink: str, words: list[tuple[str, str]], links: list[tuple[str, str, Callable[[], None]]]
    ) -> tuple[QWidget, QVBoxLayout]:
        """A sign, lines of words, and what can be done, at the right; and the column for what belongs below, indented."""
        made = QWidget()
        whole = QVBoxLayout(made)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(4))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        whole.addLayout(row)
        row.addWidget(Glyph(glyph, 18, ink), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        for text, role in words:
            column.addWidget(yielding(label(text, role, wrap=True)))
        row.addLayout(column, 1)
        for title, hint, act in links:
            link = LinkButton(title)
            link.set_tip(hint)
            link.clicked.connect(act)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout()
        below.setContentsMargins(theme.px(28), 0, 0, 0)
        whole.addLayout(below)
        return made, below

    def _care_links(self, row: EpisodeRow) -> list[tuple[str, str, Callable[[], None]]]:
        named = row.title or tr("Care")
        first = self.model.episode()
        several = row.goes_on and first is not None and first.id != row.id
        book = (tr("Series…"), tr("A series for {care}", care=named), lambda: self.book_series(row))
        links = [book] if several and self.model.may(Permission.BOOK) else []
        return links + self._edit_links(row, named)

    def _edit_links(self, row: EpisodeRow, named: str) -> list[tuple[str, str, Callable[[], None]]]:
        if not self.model.may_edit():
            return []
        change = (tr("Change…"), tr("Change {plan}", plan=named), lambda: self.change(row))
        if not row.goes_on:
            return [change]
        return [
            (tr("Plan…"), tr("The plan of care of {care}", care=named), lambda: self.write_plan(row)),
            change,
            (tr("Finish…"), tr("Finish {care}", care=named), lambda: self.finish(row)),
        ]

    def _leave_links(self, line: LeaveLine) -> list[tuple[str, str, Callable[[], None]]]:
        row = line.row.authorization
        if not self.model.may_edit():
            return []
        change = (tr("Change…"), tr("Change {plan}", plan=line.title), lambda: self.edit_leave(row))
        end = (tr("End…"), tr("End {plan}", plan=line.title), lambda: self.end_leave(row))
        return [change, end]

    # -------------------------------------------------------------------------------------------------- deeds

    def tasks(self) -> tuple[str, ...]:
        return (START, AUTHORIZE, SERIES)

    def begin(self, task: str) -> bool:
        """Start a task; one about a visit's series, or near a time, waits until everything of the patient is here."""
        pointed = OF_VISIT.fullmatch(task) or Near.of(task)
        if not pointed or self.model.patient_id is None:
            return super().begin(task)
        self._task = task
        self._start()
        return True

    def run_task(self, task: str) -> None:
        if OF_VISIT.fullmatch(task):
            self._of_visit(task)
        elif task == SERIES or Near.of(task):
            self.book_series(near=Near.of(task))
        elif self.model.may_edit():
            self.begin_care() if task == START else self.edit_leave(None)

    def _of_visit(self, task: str) -> None:
        deed, _, visit = task.partition("-")
        row = self.model.series_with(int(visit))
        if row is None:
            self.says.say(tr("This visit is not one of a series with visits to come."))
        else:
            self.change_series(row, Change(deed), int(visit))

    def deeds(self) -> tuple[Deed, ...]:
        if self.model.patient_id is None:
            return ()
        series = Deed("calendar_plus.series", tr("Book a series"), SERIES_KEYS, self.book_series)
        booking = (series,) if self.model.may(Permission.BOOK) else ()
        if not self.model.may_edit():
            return booking
        return (
            *booking,
            Deed("plus.care", tr("Begin care"), "", self.begin_care),
            Deed("plus.authorization", tr("Add authorization"), "", lambda: self.edit_leave(None)),
        )

    def begin_care(self) -> None:
        """Open the form for a new episode of care."""
        try:
            self.model.place()
        except ClinicError as why:
            self.problem(why)
            return
        model = self.model
        drawer = StartDrawer(self.window(), model.today, model.therapists(), model.choices(), model.start)
        self.open_drawer(drawer, drawer.fields.title)

    def book_series(self, row: EpisodeRow | None = None, near: Near | None = None) -> None:
        """Open the sheet of a series, for an episode or the one that goes on; `near`: a time pointed at in the schedule."""
        model = self.model
        if model.patient_id is None or not model.may(Permission.BOOK):
            return
        try:
            place = model.place()
        except ClinicError as why:
            self.problem(why)
            return
        sheet = self.sheet = SeriesDrawer(self.window(), model.runner, model.ports)
        sheet.closed.connect(self._sheet_closed)
        sheet.printed.connect(self.print_visits)
        sheet.extended.connect(model.ask_payer)
        sheet.begin(place, model.patient_id, row or model.episode(), near)

    def change_series(self, row: SeriesRow, deed: Change, visit_id: int | None = None) -> None:
        """Open a series to move or cancel visits of it: all that is to come, or a visit and the rest."""
        drawer = self.changing = SeriesChangeDrawer(self.window(), self.model.runner, self.model.ports, deed)
        drawer.closed.connect(drawer.deleteLater)
        drawer.begin(row.id, visit_id)

    def print_visits(self) -> None:
        """Show the patient's list of visits, ready to print."""
        try:
            show_list(self.model)
        except ClinicError as why:
            self.problem(why)

    def _sheet_closed(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None

    def change(self, row: EpisodeRow) -> None:
        """Open the form with an episode in it."""
        model = self.model
        drawer = EpisodeDrawer(
            self.window(), model.today, model.therapists(), model.choices(), row,
            lambda values: model.change(row, values),
        )  # fmt: skip
        self.open_drawer(drawer, drawer.fields.title)

    def write_plan(self, row: EpisodeRow) -> None:
        """Open the form of the plan of care."""
        drawer = PlanDrawer(self.window(), self.model.today, row, lambda values: self.model.plan(row, values))
        self.open_drawer(drawer, drawer.fields.visits_per_week)

    def finish(self, row: EpisodeRow) -> None:
        """Ask for the last day of an episode."""
        drawer = FinishDrawer(
            self.window(), self.model.today, row, lambda day, mistake: self.model.finish(row, day, mistake)
        )
        self.open_drawer(drawer, drawer.fields.ends_on)

    def edit_leave(self, row: AuthorizationRow | None) -> None:
        """Open the form of an authorization, or for a new one."""
        model = self.model
        drawer = AuthorizationDrawer(
            self.window(), model.today, model.payers, row, lambda values: model.authorize(row, values)
        )
        drawer.fill(payer_id=model.likely_payer(), starts_on=model.today)
        self.open_drawer(drawer, drawer.fields.payer if row is None else drawer.fields.number)

    def end_leave(self, row: AuthorizationRow) -> None:
        """Ask for the last day of an authorization."""
        drawer = EndAuthorizationDrawer(
            self.window(), self.model.today, row, lambda day, mistake: self.model.end_leave(row, day, mistake)
        )
        self.open_drawer(drawer, drawer.fields.ends_on)
