"""What a record says of its patient, what other rooms add to it, and the question why it is opened."""

from typing import Protocol

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.core.ports import Deed
from app.core.text import tr
from app.kit import paint, theme
from app.kit.buttons import KeyButton
from app.kit.panels import Card, Glyph, announce, clear
from app.kit.portrait import Portrait
from app.kit.words import label, tip
from app.patients.queries.record import PatientSummary
from app.patients.view.forms import ReasonForm
from app.patients.view.results import yielding
from app.patients.viewmodel.facts import (
    birth_words,
    elsewhere_sentence,
    fact_lines,
    initials_of,
    missing_sentence,
    number_words,
)
from app.patients.viewmodel.photo import PhotoModel
from app.runner.bridge import Runner

#: titles of facts are at most so wide, in px at 100 %
TITLES = 110


class PaneSection(Protocol):
    """What a room above adds to the record: a widget that is told which patient is shown."""

    def widget(self) -> QWidget:
        """The widget, made once."""
        ...

    def show_patient(self, patient_id: int | None, reason: str = "") -> None:
        """Show that patient's part; None empties it. `reason`: why another location's record was opened."""
        ...

    def begin(self, task: str) -> bool:
        """Start a task of this part for the patient shown (`Place.task`); False when it is not this part's."""
        ...

    def deeds(self) -> tuple[Deed, ...]:
        """What the palette offers for the patient shown."""
        ...


class SummaryHead(QWidget):
    """Photo, name, birth date, numbers, gaps and further facts of a record; its alerts stand above."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.photo = PhotoModel(runner, self)
        self.portrait = Portrait(56)
        self.photo.changed.connect(self._show_photo)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        self.name = label("", "title", wrap=True)
        self.birth = label("", "second", wrap=True)
        self.number = label("", "second", wrap=True)
        self._moving = QVBoxLayout()
        self._moving.setSpacing(theme.px(8))
        lines = QVBoxLayout()
        lines.setSpacing(theme.px(2))
        for line in map(yielding, (self.name, self.birth, self.number)):
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            lines.addWidget(line)
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        top.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(lines, 1)
        self._column.addLayout(top)
        self._column.addLayout(self._moving)

    def fill(self, record: PatientSummary) -> None:
        """Show a record."""
        self.photo.show(record)
        self._show_photo()
        self.name.setText(record.name)
        self.name.setToolTip(tip(record.name))
        self.birth.setText(birth_words(record))
        self.number.setText(number_words(record))
        clear(self._moving)
        if sentence := elsewhere_sentence(record):
            self._moving.addWidget(Callout("shield", sentence, "warn"))
        if sentence := missing_sentence(record):
            self._moving.addWidget(Callout("", sentence, ""))
        self._moving.addWidget(facts_grid(record))

    def _show_photo(self) -> None:
        record = self.photo.record
        if record is not None:
            self.portrait.show_person(record.name, initials_of(record.person), self.photo.data)


class Callout(QWidget):
    """A short text that must be seen, on a soft ground; `tone` "" is a plain frame with the sign of a gap."""

    def __init__(self, icon: str, words: str, tone: str) -> None:
        super().__init__()
        self._tone = tone
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.px(12)] * 4)
        row.setSpacing(theme.px(10))
        row.addWidget(Glyph(icon, 20, tone) if tone else Glyph("missing", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(yielding(label(words, "strong" if tone else "second", wrap=True)), 1)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tone:
            ground, edge = f"{self._tone}_soft", self._tone if theme.current().framed else None
        else:
            ground, edge = "surface", "line"
        paint.box(QPainter(self), QRectF(self.rect()), theme.px(8), ground, edge)


def facts_grid(record: PatientSummary) -> QWidget:
    """Titles at the left, values at the right, one below the other."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, theme.px(4), 0, 0)
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(8))
    grid.setColumnStretch(1, 1)
    facts = fact_lines(record)
    titles = [label(fact.title, "note") for fact in facts]
    for title in titles:
        title.ensurePolished()
    wide = min(theme.px(TITLES), max((title.sizeHint().width() for title in titles), default=0))
    for row, (fact, title) in enumerate(zip(facts, titles, strict=True)):
        title.setFixedWidth(wide)
        title.setWordWrap(True)
        grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(yielding(label(fact.words, fact.role, wrap=True)), row, 1)
    return made


class ReasonPanel(Card):
    """Asks why another location's record is opened. `given` carries the reason."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__("", tone="warn")
        self.sentence = label("", "strong", wrap=True)
        self.form = ReasonForm(self)
        self.button = KeyButton(tr("Open the record"), kind="primary", size="row")
        self.button.clicked.connect(self._give)
        self.form.reason.returnPressed.connect(self._give)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.form.root)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def ask(self, sentence: str) -> None:
        """Show the question and go there."""
        self.sentence.setText(sentence)
        self.form.set_values({"reason": ""})
        self.show()
        self.form.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence)

    def _give(self) -> None:
        why = self.form.reason.text().strip()
        if len(why) < 3:
            self.form.show_error("reason", tr("Write why in a few words."))
            return
        self.given.emit(why)
