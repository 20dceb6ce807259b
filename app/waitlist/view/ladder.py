"""The fill ladder: whom to call for a hole, what to say, and the keys for what came of it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.dates import short_day, show_date
from app.kit.drawer import Drawer
from app.kit.panels import Card, EmptyState
from app.kit.rows import Column, RowTableModel, reload_keeping_selection
from app.kit.says import ProblemLine
from app.kit.table import RowTable
from app.kit.words import label
from app.patients.rules.languages import language_words
from app.runner.bridge import Runner
from app.waitlist.actions import Filled
from app.waitlist.queries import FillRate, HoleRow, Rung
from app.waitlist.queries.words import freed_words, hole_words, tried_words, whys_words
from app.waitlist.rules import Outcome
from app.waitlist.viewmodel.ladder import LadderModel

#: rows that are seen at once
SHOWN = 5
TRIES = (
    (Outcome.OFFERED, "Alt+O"),
    (Outcome.NO_ANSWER, "Alt+N"),
    (Outcome.LEFT_MESSAGE, "Alt+L"),
    (Outcome.DECLINED, "Alt+D"),
)


class LadderDrawer(Drawer):
    """`begin(hole id)` or `begin_at(visit id)`. Ctrl+Enter books the chosen person into the hole."""

    def __init__(self, parent: QWidget, runner: Runner, ports: Ports) -> None:
        super().__init__(parent, tr("Fill the hole"), width=720)
        self.model = LadderModel(runner, ports, self)
        self._rows = RowTableModel[Rung](_columns(), lambda rung: rung.entry.id, self)
        self.people, self.empty = RowTable(), EmptyState("clock", "")
        self.reach, self.script = label("", "strong", wrap=True), label("", "", wrap=True)
        self.message, self.counts = label("", "note", wrap=True), label("", "note", wrap=True)
        self.card = Card()
        self._next = False  # the next one in order is chosen once the ladder is read again
        self.says = ProblemLine()
        self.book = KeyButton(tr("Book into this time"), kind="primary", keys="Ctrl+Return", size="big")
        self.tries = {outcome: KeyButton("", kind="plain", keys=keys, size="row") for outcome, keys in TRIES}
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.people.set_rows_model(self._rows)
        self.people.setAccessibleName(tr("Whom to call"))
        self.people.setMinimumHeight(theme.px(46 * (3 if theme.large() else SHOWN)))
        self._rows.set_busy(SHOWN)
        for widget in (self.reach, self.script, self.message):
            self.card.body.addWidget(widget)
        for outcome, words in (
            (Outcome.OFFERED, tr("Offer it")),
            (Outcome.NO_ANSWER, tr("No answer")),
            (Outcome.LEFT_MESSAGE, tr("Left a message")),
            (Outcome.DECLINED, tr("Declined")),
        ):
            self.tries[outcome].set_label(words)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self.people, self.empty, self.card):
            column.addWidget(part)
        column.addWidget(self.counts)
        column.addStretch(1)
        self.set_content(page)
        self.grid = QGridLayout()
        self.grid.setSpacing(theme.px(8))
        for at, button in enumerate(self.tries.values()):
            self.grid.addWidget(button, *divmod(at, 2 if theme.large() else 4))
        self.footer.addWidget(self.says)
        self.footer.addLayout(self.grid)
        self.footer.addWidget(self.book)
        self.empty.setVisible(False)

    def _connect(self) -> None:
        self.model.changed.connect(self._show)
        self.model.failed.connect(self._problem)
        self.model.gone.connect(self._gone)
        self.model.filled.connect(self._filled)
        self.model.left.connect(self._next_hole)
        self.people.row_changed.connect(lambda _row: self._choose())
        self.people.entered_row.connect(lambda _row: self.book.setFocus(Qt.FocusReason.OtherFocusReason))
        self.book.clicked.connect(self._book)
        for outcome, button in self.tries.items():
            button.clicked.connect(partial(self._tried, outcome))
        self.closed.connect(self._end)

    def begin(self, freed_slot_id: int) -> None:
        """Show a hole; the first person is chosen."""
        self.open(self.people)
        self.model.begin(freed_slot_id)

    def begin_at(self, appointment_id: int) -> None:
        """Show the hole that a visit left."""
        self.open(self.people)
        self.model.begin_at(appointment_id)

    def _end(self) -> None:
        self.model.end()
        self.deleteLater()

    def rung(self) -> Rung | None:
        """The person who is chosen."""
        return self._rows.row(self.people.currentIndex())

    def _show(self) -> None:
        found = self.model.found
        if found is None:
            return
        hole = found.hole
        freed = f"{hole_words(hole)} · {hole.location} · {freed_words(hole.freed_by)}"
        self.set_title(tr("Fill {day}", day=short_day(hole.day)), freed)
        reload_keeping_selection(self.people, self._rows, found.rungs)
        if found.rungs and (self._next or not self.people.currentIndex().isValid()):
            self.people.selectRow(0)
        self._next = False
        self.people.setVisible(bool(found.rungs))
        self.empty.setVisible(not found.rungs)
        self.empty.say(tr("Nobody who waits would take this time."))
        self.counts.setText(" ".join(part for part in (_others(found.others), rate_words(self.model.rate)) if part))
        self._choose()

    def _choose(self) -> None:
        rung = self.rung()
        self.card.setVisible(rung is not None)
        self.book.setVisible(rung is not None)
        for button in self.tries.values():
            button.setVisible(rung is not None)
        if rung is None:
            return
        self.reach.setText(reach_words(rung))
        self.script.setText("\n".join(self.model.script(rung)))
        self.message.setText(tr("On a machine: {words}", words=self.model.message(rung)))

    def _tried(self, outcome: Outcome) -> None:
        rung = self.rung()
        if rung is not None:
            self.says.say("")
            self._next = outcome is not Outcome.OFFERED
            self.model.tried(rung, outcome)
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _book(self) -> None:
        rung = self.rung()
        if rung is not None:
            self.says.say("")
            self.model.fill(rung)

    def _problem(self, why: ClinicError) -> None:
        self.says.say(str(why))

    def _gone(self, why: ClinicError) -> None:
        """The hole is there no more: another desk has it, or its time is over."""
        self._rows.set_rows(())
        self.people.setVisible(False)
        self.card.setVisible(False)
        self.empty.setVisible(True)
        self.empty.say(str(why))
        self._choose()

    def _filled(self, made: Filled) -> None:
        if made.former is None:
            self.close_drawer()
            self.model.show_visit(made)

    def _next_hole(self, hole: HoleRow) -> None:
        """Their later visit left a hole: the ladder goes on with that one."""
        self.model.found = None
        self.says.say("")
        self.model.begin(hole.id)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)


def _others(count: int) -> str:
    return tr("{count} more wait here and would not take it.", count=count) if count else ""


def rate_words(rate: FillRate | None) -> str:
    """The fill rate with its definition; a sentence for a clinic that had no such hole yet."""
    if rate is None:
        return ""
    since = show_date(rate.since)
    if rate.percent is None:
        return tr(
            "Filled and attended since {day}: no hole opened under 24 hours before its start is over yet.", day=since
        )
    return tr(
        "Filled and attended since {day}: {percent} % ({came} of {opened} holes opened under 24 hours before their start).",
        day=since, percent=rate.percent, came=rate.filled_and_attended, opened=rate.opened,
    )  # fmt: skip


def reach_words(rung: Rung) -> str:
    """Whom, where and in which language: Joan Smith · (559) 555-0142 · Spanish · needs an interpreter."""
    parts = [
        rung.first_name,
        rung.phone or tr("no phone is known"),
        tr("this way only") if rung.confidential else "",
        language_words(rung.language) if rung.language else "",
        tr("needs an interpreter") if rung.interpreter else "",
    ]
    return " · ".join(part for part in parts if part)


def _columns() -> tuple[Column[Rung], ...]:
    return (
        Column(
            tr("Whom to call, and why"),
            lambda rung: rung.entry.patient,
            second=whys_words,
            tooltip=whys_words,
            spoken=lambda rung: f"{rung.entry.patient}, {whys_words(rung)}",
            ink=lambda rung: "text3" if rung.ranked.barrier else "text",
            style="name",
            name=True,
        ),
        Column(
            tr("Phone"),
            lambda rung: rung.phone,
            second=lambda rung: tried_words(rung.tried, rung.entry.zone),
            width=170,
        ),
    )
