"""What a scanned licence says otherwise: each part asked about by itself; and a licence that is somebody else's."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.panels import hairline
from app.kit.says import Says
from app.kit.words import label, plain
from app.patients.queries.lookalikes import Lookalike
from app.patients.view.alike import facts
from app.patients.view.pane import Callout
from app.patients.view.results import yielding
from app.patients.viewmodel.licence import Part

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TakeBox(QCheckBox):
    """A tick for one part: the arrows go from one to the next, Space ticks, Enter takes what is ticked."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LicenceDrawer(Drawer):
    """Asks about each part of a licence that differs. `taken` carries the ticked ones; Esc leaves everything as it is."""

    taken = Signal(object)

    def __init__(
        self, parent: QWidget, title: str, about: str, parts: Sequence[Part], *, here: str, warning: str = ""
    ) -> None:
        super().__init__(parent, title, about)
        self._here = here
        self.says = Says()
        self.confirm = KeyButton("", kind="primary", size="big", keys="Ctrl+Return")
        self.confirm.clicked.connect(self._take)
        self.footer.addWidget(self.says)
        self.footer.addWidget(self.confirm)
        self.boxes: list[tuple[TakeBox, Part]] = []
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        if warning:
            column.addWidget(Callout("clock", warning, "warn"))
        for part in parts:
            if self.boxes:
                column.addWidget(hairline())
            column.addLayout(self._row(part))
        column.addStretch(1)
        self.set_content(page)
        self._count()

    def _row(self, part: Part) -> QVBoxLayout:
        box = TakeBox(plain(part.title))
        box.setChecked(part.ticked)
        box.setAccessibleName(
            tr("{part}: {theirs} in place of {ours}", part=part.title, theirs=part.theirs, ours=part.ours or "–")
        )
        box.setAccessibleDescription(part.words)
        box.toggled.connect(self._count)
        box.entered.connect(self._take)
        self.boxes.append((box, part))
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addWidget(box)
        grid = QGridLayout()
        grid.setContentsMargins(theme.px(28), 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(1, 1)
        lines = ((self._here, part.ours or "–", ""), (tr("License"), part.theirs, "strong"))
        for row, (title, words, role) in enumerate(lines):
            grid.addWidget(label(title, "note"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(yielding(label(words, role, wrap=True)), row, 1)
        grid.addWidget(yielding(label(part.words, "note", wrap=True)), len(lines), 1)
        column.addLayout(grid)
        return column

    def begin(self) -> None:
        """Show it; the first part has the focus."""
        self.open(self.boxes[0][0] if self.boxes else None)

    def _ticked(self) -> tuple[Part, ...]:
        return tuple(part for box, part in self.boxes if box.isChecked())

    def _count(self) -> None:
        count = len(self._ticked())
        several = tr("Take {count} from the license", count=count)
        self.confirm.set_label(
            several if count > 1 else tr("Take 1 from the license") if count else tr("Keep it as it is")
        )

    def _take(self) -> None:
        parts = self._ticked()
        if parts:
            self.says.say("")
            self.taken.emit(parts)
        else:
            self.close_drawer()

    def problem(self, why: ClinicError) -> None:
        """Say what did not go."""
        self.says.problem(why)


class StrangerDrawer(Drawer):
    """A licence of somebody else: open their record, register them, or compare all the same."""

    picked = Signal(int)
    registered = Signal()
    compared = Signal()

    def __init__(self, parent: QWidget, whose: str, shown: str) -> None:
        super().__init__(parent, tr("This license is of {whose}", whose=whose))
        self.rows: tuple[Lookalike, ...] = ()
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        about = tr("The record that is open is of {whose}. Nothing of it was changed.", whose=shown)
        self._column.addWidget(yielding(label(about, "second", wrap=True)))
        self.set_content(self._page)
        self.register = KeyButton(tr("Register as a new patient"), icon="plus", size="big", keys="Alt+0")
        self.compare = KeyButton(tr("Compare with this record"), kind="quiet", keys="Alt+C")
        for button, told in ((self.register, self.registered), (self.compare, self.compared)):
            button.clicked.connect(self.close_drawer)
            button.clicked.connect(lambda _=False, told=told: told.emit())
        self.footer.addWidget(self.register)
        self.footer.addWidget(self.compare)

    def meet(self, rows: Sequence[Lookalike]) -> None:
        """Offer the records that the licence may belong to, and show it all."""
        first: KeyButton | None = None
        for number, row in enumerate(rows, start=1):
            button = KeyButton(
                tr("Open {name}", name=row.name), kind="primary" if number == 1 else "soft", keys=f"Alt+{number}"
            )
            button.clicked.connect(lambda _=False, row=row: self._open(row.id))
            first = first or button
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addWidget(yielding(label(facts(row), "note", wrap=True)))
        if not rows:
            self._column.addWidget(yielding(label(tr("Nobody of that name is registered."), wrap=True)))
            self.register.set_kind("primary")
        self._column.addStretch(1)
        self.open(first or self.register)

    def _open(self, patient_id: int) -> None:
        self.close_drawer()
        self.picked.emit(patient_id)
