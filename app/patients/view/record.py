"""The open record on the page: who it is, notes and alerts with add and end, then what rooms above add."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.clock import local
from app.core.errors import ClinicError
from app.core.ports import Place, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.dates import show_date, show_time
from app.kit.drawer import Drawer
from app.kit.panels import Banner, Card, EmptyState, clear
from app.kit.words import label
from app.patients.actions.photo import PhotoKey
from app.patients.queries.record import NoteRow
from app.patients.rules.codes import NoteKind
from app.patients.view.forms import NoteForm
from app.patients.view.pane import PaneSection, ReasonPanel, SummaryHead
from app.patients.view.photo import PhotoLinks
from app.patients.view.results import column_of, yielding
from app.patients.view.scanning import RecordScan
from app.patients.view.sections import AskWhy
from app.patients.viewmodel.record import RecordModel

#: the column of the person, and the width from which it stands beside the rest, in px at 100 %
SIDE, WIDE = 380, 1120
#: Qt's largest size: as wide as there is room
ANY = 16_777_215


class RecordView(QWidget):
    """One record. `edited` asks for the form (with a code of what is missing, or ""), `left` for the search."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, model: RecordModel, ports: Ports, sections: Sequence[PaneSection] = ()) -> None:
        super().__init__()
        self.model, self.ports, self.sections = model, ports, tuple(sections)
        self.banner = Banner()
        self.head = SummaryHead(model.runner)
        self.photo = PhotoLinks(self.head.photo, self.head.portrait, QHBoxLayout())
        self.reason = ReasonPanel()
        self.reason.given.connect(lambda why: self.model.open(self.model.asked_id, why))
        self.empty = EmptyState("user", "")
        self.notes = Card(tr("Notes and alerts"))
        self._note_lines = QVBoxLayout()
        self.add = KeyButton(tr("Add note…"), icon="note", kind="soft", keys="Ctrl+Shift+N", size="row")
        self.who = Card()
        self.read_bar = Banner()
        self.scan = RecordScan(self, self.who, self.read_bar, model, ports)
        self._build()
        self._drawer: NoteDrawer | None = None
        self._seal = ""
        self._shown: int | None = None
        self.model.changed.connect(self._fill)
        self.model.opened.connect(self._alert)
        self.model.reason_needed.connect(self._ask_why)
        self.model.glass_needed.connect(self._stand_before)
        self.empty.pressed.connect(self._break_glass)
        self.model.failed.connect(self._failed)
        self.model.revealed.connect(self._show_number)
        self._fill()

    def _build(self) -> None:
        outer = column_of(self, 0, 0)
        outer.addWidget(self.banner)
        outer.addWidget(self.read_bar)
        page = QWidget()
        page.setProperty("kit", "page")
        column = column_of(page, 24, 16)
        column.addLayout(self._buttons())
        column.addWidget(self.reason)
        column.addWidget(self.empty)
        self.who.body.addWidget(self.head)
        self.who.body.addLayout(self._links())
        self.read = LinkButton(tr("Read license…"), icon="scan", keys="Ctrl+Shift+R")
        self.read.set_tip(tr("Scan it while the record is open, or choose a picture of its barcode"))
        self.read.clicked.connect(self.scan.choose)
        self.who.body.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        self.who.body.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignLeft)
        self.head.photo.kept.connect(self._photo_kept)
        self.head.photo.failed.connect(self._failed)
        self.notes.body.addLayout(self._note_lines)
        self.notes.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self.write_note)
        column.addLayout(self._sides())
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        outer.addWidget(scroll, 1)

    def _links(self) -> QVBoxLayout:
        under = QVBoxLayout()  # beside each other they need more room than the card has in some languages
        self.fill_in = LinkButton(tr("Fill in what is missing"), icon="pencil", keys="Ctrl+Shift+E")
        self.number = LinkButton(tr("Show the ID number…"), icon="eye")
        self.fill_in.clicked.connect(self._fill_gap)
        self.number.clicked.connect(self._ask_number)
        for link in (self.fill_in, self.number):
            under.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return under

    def _sides(self) -> QBoxLayout:
        """Who it is at the left, what rooms above add at the right; one below the other where there is no room."""
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._across.setSpacing(theme.px(16))
        self._person = QWidget()
        left, right = column_of(self._person, 0, 16), column_of(parts := QWidget(), 0, 16)
        left.addWidget(self.who)
        left.addWidget(self.notes)
        left.addStretch(1)
        for section in self.sections:
            right.addWidget(section.widget())
        right.addStretch(1)
        self._across.addWidget(self._person)
        self._across.addWidget(parts, 1)
        return self._across

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = bool(self.sections) and self.width() >= theme.px(WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(way)
        self._person.setMaximumWidth(theme.px(SIDE) if wide else ANY)
        self._person.setMinimumWidth(theme.px(SIDE) if wide else 0)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self.back = KeyButton(tr("Find another"), icon="left", kind="quiet", keys="Alt+Left")
        self.edit = KeyButton(tr("Change…"), icon="pencil", keys="Ctrl+E")
        self.book = KeyButton(tr("Book"), icon="calendar_plus", kind="primary", keys="Ctrl+Return")
        self.back.clicked.connect(self.left)
        self.edit.clicked.connect(lambda: self.edited.emit(""))
        self.book.clicked.connect(self._book)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.edit)
        row.addWidget(self.book)
        return row

    def _book(self) -> None:
        if self.model.record is not None:
            self.ports.go(Place("schedule", patient_id=self.model.record.id, task="book"))

    def _fill_gap(self) -> None:
        record = self.model.record
        if record is not None and record.missing:
            self.edited.emit(record.missing[0])

    def _ask_number(self) -> None:
        asks = AskWhy(
            self.window(),
            tr("Show the ID number"),
            tr("The journal keeps that you saw it."),
            tr("Show it"),
            kind="primary",
        )
        asks.given.connect(self.model.reveal)
        self.model.revealed.connect(asks.close_drawer)
        self.model.failed.connect(asks.problem)
        asks.closed.connect(asks.deleteLater)
        asks.open(asks.why.reason)

    def _photo_kept(self, done: PhotoKey) -> None:
        record, photo = self.model.record, self.head.photo
        if record is not None and done.patient_id == record.id:
            words = tr("Photo stored") if done.photo_id else tr("Photo taken away")
            self.ports.undoable(words, lambda: photo.back(done, record.reason))

    def _show_number(self, number: str) -> None:
        self.banner.say(tr("ID number"), number, tone="info", icon="eye")

    # -------------------------------------------------------------------------------------------------- show

    def _fill(self) -> None:
        record = self.model.record
        if record is None or record.id != self._shown:
            self._shown = record.id if record is not None else None
            self.scan.forget()
        shown = record is not None
        for part in (self.who, self.notes, self.edit, self.book, *(one.widget() for one in self.sections)):
            part.setVisible(shown)
        self.empty.setVisible(False)
        for section in self.sections:
            section.show_patient(record.id if record is not None else None, self.model.reason)
        if record is None:
            self.banner.hide()
            return
        self.reason.hide()
        self.head.fill(record)
        self.read.setVisible(self.scan.may_take())
        self.fill_in.setVisible(bool(record.missing) and not record.masked)
        self.number.setVisible(self.model.may_reveal())
        self.edit.set_unavailable(tr("Your role sees this record only in part.") if record.masked else "")
        self._fill_notes(record.notes)

    def _fill_notes(self, notes: tuple[NoteRow, ...]) -> None:
        clear(self._note_lines)
        for note in notes:
            self._note_lines.addWidget(self._note_line(note))
        if not notes:
            self._note_lines.addWidget(label(tr("Nothing noted yet."), "second"))

    def _note_line(self, note: NoteRow) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(yielding(label(note.text, "strong" if note.kind is NoteKind.ALERT else "", wrap=True)))
        kind = tr("Alert") if note.kind is NoteKind.ALERT else tr("Note")
        words.addWidget(label(f"{kind} · {note.created_by} · {show_date(note.day)}", "note"))
        row.addLayout(words, 1)
        end = LinkButton(tr("End"))
        end.set_tip(tr("End: it stays in the record but is shown no more"))
        end.clicked.connect(lambda: self.model.end_note(note))
        row.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _alert(self) -> None:
        """Alerts come up when the record is opened, as a bar, so that nothing is in the way."""
        record = self.model.record
        if record is not None and record.alerts:
            first, *more = record.alerts
            further = tr("and {count} more below", count=len(more)) if more else ""
            sentence = " · ".join(part for part in (" ".join(first.text.split()), further) if part)
            self.banner.say(tr("Alert"), sentence, tone="warn", icon="speech")
        elif record is not None and record.glass_until is not None:
            until = show_time(local(record.glass_until, self.ports.here().zone).time())
            self.banner.say(
                tr("Restricted record."), tr("Open for you until {time}.", time=until), tone="warn", icon="clock"
            )
        else:
            self.banner.hide()

    def _ask_why(self, sentence: str) -> None:
        self.reason.ask(sentence)

    def _stand_before(self, seal: str) -> None:
        """A restricted record: nothing of it is here, and one key leads to the password."""
        self._seal = seal
        self.empty.say(seal, tr("Open it…"))
        self.empty.show()
        self._break_glass()

    def _break_glass(self) -> None:
        wanted, reason = self.model.asked_id, self.model.reason
        if wanted is not None and self._seal:
            self.ports.break_glass(wanted, self._seal, lambda: self.model.open(wanted, reason))

    def _failed(self, why: ClinicError) -> None:
        if self.model.record is None:
            self.empty.say(str(why))
            self.empty.show()
        elif self._drawer is None or not self._drawer.take_problem(why):
            self.banner.say(tr("Not done."), str(why), tone="warn")

    def write_note(self) -> None:
        """Ask for a note of the open record."""
        if self._drawer is None:
            self._drawer = NoteDrawer(self.window(), self.model)
        self._drawer.begin()


class NoteDrawer(Drawer):
    """Writes one note; Ctrl+Enter keeps it."""

    def __init__(self, parent: QWidget, model: RecordModel) -> None:
        super().__init__(parent, tr("Add a note"))
        self.model = model
        self.form = NoteForm()
        self.set_content(self.form.root)
        self.body.addStretch(1)
        self.keep = KeyButton(tr("Keep the note"), kind="primary", size="big", keys="Ctrl+Return")
        self.keep.clicked.connect(
            lambda: model.add_note(self.form.text.toPlainText(), alert=self.form.alert.isChecked())
        )
        self.footer.addWidget(self.keep)
        model.noted.connect(self.close_drawer)

    def begin(self) -> None:
        """An empty note for the open record."""
        record = self.model.record
        self.form.set_values({"text": "", "alert": False})
        self.form.clear_errors()
        self.form.text.setFixedHeight(theme.px(160))
        self.set_title(tr("Add a note"), record.name if record else "")
        self.open(self.form.text)

    def take_problem(self, why: ClinicError) -> bool:
        """Show what is wrong at its field; False when the drawer is not open."""
        return self.isVisible() and self.form.show_problem(why)
