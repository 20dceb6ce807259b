"""What a patient waits for as a card of the record: seen while they are on the phone, written down with one key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.ports import Deed, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.panels import clear
from app.kit.words import label
from app.patients.view.results import yielding
from app.patients.view.sections import RecordSection
from app.runner.bridge import Runner
from app.waitlist.queries import EntryRow
from app.waitlist.queries.words import want_words
from app.waitlist.view.entry import EntryDrawer
from app.waitlist.viewmodel.section import WaitModel, about_words

KEYS = "Ctrl+Shift+Y"


class WaitSection(RecordSection):
    """Each entry in words with its button, and the button that adds one."""

    model: WaitModel

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(WaitModel(runner, ports), tr("Waitlist"))
        self.runner, self.ports = runner, ports
        self.add = KeyButton(tr("Put on the waitlist…"), icon="clock", kind="soft", keys=KEYS, size="row")
        self.add.clicked.connect(self.wait)
        self.buttons.addWidget(self.add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(12))
        self.body.addLayout(self._lines)

    def refresh(self) -> None:
        clear(self._lines)
        model = self.model
        if model.patient_id is None:
            return
        books = model.may(Permission.BOOK)
        self.add.setVisible(books)
        for entry in model.entries:
            self._lines.addWidget(self._line(entry, books=books))
        if model.loaded and not model.entries:
            self._lines.addWidget(label(tr("Waits for nothing."), "second"))

    def _line(self, entry: EntryRow, *, books: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(yielding(label(want_words(entry), wrap=True)))
        words.addWidget(yielding(label(about_words(entry), "note", wrap=True)))
        row.addLayout(words, 1)
        if books:
            change = LinkButton(tr("Change"))
            change.setAccessibleName(tr("Change: {what}", what=want_words(entry)))
            change.clicked.connect(lambda: self.change(entry))
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def wait(self) -> None:
        """Write down what they would take."""
        if self.model.patient_id is not None:
            self.ports.wait(self.model.patient_id, None)

    def change(self, entry: EntryRow) -> None:
        """Open an entry, to change it or to take it off."""
        drawer = EntryDrawer(self.window(), self.runner, self.ports)
        drawer.begin(entry.patient_id, entry.location_id, entry_id=entry.id)

    def deeds(self) -> tuple[Deed, ...]:
        if self.model.patient_id is None or not self.model.may(Permission.BOOK):
            return ()
        return (Deed("clock.record", tr("Put on the waitlist"), KEYS, self.wait),)
