"""Small panels that ask one thing: why a visit did not happen, and what is still open at the end of the day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.lists import as_lines
from app.kit.panels import Card, clear
from app.kit.says import ProblemLine
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.actions import MarkShown
from app.schedule.rules import ReasonKind, reason
from app.schedule.view.absences import AbsenceBox
from app.visits.rules import BoardRow, OpenPoint
from app.visits.viewmodel.panels import CloseDayModel, choices


class ReasonPanel(Drawer):
    """A list of reasons and a note; Enter on a reason is enough."""

    given = Signal(object, str, str)
    absence: AbsenceBox | None

    def __init__(
        self, parent: QWidget, runner: Runner, row: BoardRow, kind: ReasonKind, title: str, confirm: str
    ) -> None:
        super().__init__(parent, title, f"{row.visit_type} · {row.practitioner}", width=440)
        self.row = row
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("Reason"), "head"))
        self.reasons = QListWidget()
        self.reasons.setAccessibleName(tr("Reason"))
        self.needs_note = {}
        for choice in choices(kind, row.day):
            item = QListWidgetItem(choice.words)
            item.setData(Qt.ItemDataRole.UserRole, choice.code)
            self.reasons.addItem(item)
            self.needs_note[choice.code] = choice.needs_note
        as_lines(self.reasons, self.reasons.count())
        self.reasons.itemActivated.connect(lambda _item: self._confirm())
        column.addWidget(self.reasons)
        self.absence = AbsenceBox(runner) if kind is ReasonKind.NO_SHOW else None
        if self.absence is not None:
            column.addWidget(self.absence)
            self.absence.begin(row.appointment_id, row.location_id, kind)
            self.reasons.currentRowChanged.connect(self._weigh)
        self.note = QLineEdit()
        self.note.setMaxLength(200)
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("Note"))
        self.note.returnPressed.connect(self._confirm)
        column.addWidget(self.note)
        column.addStretch(1)
        self.set_content(page)
        self.says = ProblemLine()
        self.note.textEdited.connect(lambda _text: self.says.say(""))
        self.button = KeyButton(confirm, kind="primary", size="big", keys="Ctrl+Return")
        self.button.clicked.connect(self._confirm)
        self.footer.addWidget(self.says)
        self.footer.addWidget(self.button)

    def _weigh(self, at: int) -> None:
        """What a missed visit means with the reason that is chosen now."""
        item = self.reasons.item(at)
        if self.absence is not None and item is not None:
            self.absence.choose(reason(ReasonKind.NO_SHOW, str(item.data(Qt.ItemDataRole.UserRole))))

    def mark(self) -> MarkShown | None:
        """What was shown that a missed visit counts as."""
        return None if self.absence is None else self.absence.mark()

    def begin(self) -> None:
        """Open with the first reason chosen."""
        self.open(self.reasons)
        self.reasons.setCurrentRow(0)

    def _confirm(self) -> None:
        item = self.reasons.currentItem()
        code = str(item.data(Qt.ItemDataRole.UserRole))
        if self.needs_note.get(code) and not self.note.text().strip():
            self.says.say(tr("Say a few words to this reason."), self.note)
            return
        self.close_drawer()
        self.given.emit(self.row, code, self.note.text().strip())


class CloseDayPanel(Drawer):
    """What is open, each with a field to explain it; a clean day closes with one confirm."""

    closed_day = Signal(object)
    visit_chosen = Signal(int)

    def __init__(self, parent: QWidget, model: CloseDayModel, day_words: str) -> None:
        super().__init__(parent, tr("Close the day"), day_words)
        self.model = model
        self.fields: dict[str, QLineEdit] = {}
        page = QWidget()
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(8))
        self.set_content(page)
        self.says = ProblemLine()
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setAccessibleName(tr("Why the day is opened again"))
        self.reason.setPlaceholderText(tr("Why the day is opened again"))
        self.button = KeyButton(tr("Close the day"), kind="primary", size="big", icon="check", keys="Ctrl+Return")
        self.button.clicked.connect(self._confirm)
        for widget in (self.says, self.reason, self.button):
            self.footer.addWidget(widget)
        model.changed.connect(self.show_model)
        model.failed.connect(lambda why: self.says.say(str(why)))
        model.finished.connect(self._finished)
        self.show_model()

    def show_model(self) -> None:
        """Show the open points; what was typed to them stays."""
        typed = {key: field.text() for key, field in self.fields.items()}
        clear(self.column)
        self.fields.clear()
        points = self.model.points
        self.reason.setVisible(self.model.closed)
        self.button.set_label(tr("Open the day again") if self.model.closed else tr("Close the day"))
        if self.model.closed:
            self.column.addWidget(label(tr("This day is closed."), "head"))
        elif points is None:
            self.column.addWidget(label(tr("Looking…"), "second"))
        elif not points:
            self.column.addWidget(
                label(tr("Every visit is settled and all money is accounted for."), "head", wrap=True)
            )
        else:
            self.column.addWidget(
                label(tr("{count} points are open. Settle each, or say why not.", count=len(points)), "head", wrap=True)
            )
            for point in points:
                self.column.addWidget(self._point(point, typed.get(point.key, "")))
        self.column.addStretch(1)

    def _point(self, point: OpenPoint, typed: str) -> QWidget:
        card = Card()
        card.body.setContentsMargins(*[theme.px(12)] * 4)
        at = f"{point.start.hour % 12 or 12}:{point.start.minute:02d}"
        card.body.addWidget(label(f"{at} · {point.patient}", "strong", wrap=True))
        card.body.addWidget(label(point.sentence(), "note", wrap=True))
        field = QLineEdit(typed)
        field.setMaxLength(200)
        field.setAccessibleName(tr("Explanation for {name}", name=point.patient))
        field.setPlaceholderText(tr("Why it stays open"))
        field.textChanged.connect(lambda text, key=point.key: self.model.explain(key, text))
        if typed:
            self.model.explain(point.key, typed)
        self.fields[point.key] = field
        card.body.addWidget(field)
        return card

    def _confirm(self) -> None:
        if self.model.closed:
            self.model.reopen(self.reason.text().strip())
            return
        unsaid = self.model.unsaid()
        if self.model.points is None or unsaid:
            words = tr("{count} points still need a word.", count=len(unsaid)) if unsaid else ""
            self.says.say(words, self.fields[unsaid[0].key] if unsaid else None)
            return
        self.model.confirm()

    def _finished(self, key: object) -> None:
        self.close_drawer()
        self.closed_day.emit(key)
