"""The registration form: it begins with what was searched for, look-alikes stand beside it, Ctrl+S saves."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit import paint, theme
from app.kit.buttons import KeyButton
from app.kit.errors import ErrorFooter
from app.kit.panels import Banner, Card
from app.kit.reflow import Reflow
from app.kit.words import label
from app.patients.view.alike import AlikePanel
from app.patients.view.results import column_of, yielding
from app.patients.view.scanning import FormScan
from app.patients.view.sheet import Sheet
from app.patients.viewmodel.registration import RegistrationModel

SIDE = 440
#: below this width, in px at 100 %, the look-alikes stand under the form
NARROW = 1000
#: below this one, the fields of a line stand two by two
CRAMPED = 840
#: Qt's largest size: as wide as there is room
ANY = 16_777_215


class RegistrationView(QWidget):
    """One form for a new patient and for a change. `left` comes when it is given up; `opened` with a look-alike's id."""

    left = Signal()
    opened = Signal(int)

    def __init__(self, model: RegistrationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.sheet = Sheet(model)
        self.form = self.sheet.form
        self.cells = [Reflow(grid) for grid in self.form.root.findChildren(QGridLayout)]
        self.alike = AlikePanel(model)
        self.banner = Banner()
        self.title = label("", "title")
        self.source = yielding(label("", "second"))
        self._gap = ""
        self._begun: tuple[Any, ...] = ()
        self._asked_twice = False
        self._act: Callable[[], None] | None = None  # what the button of the bar does
        self._build()
        self.scan = FormScan(self, self.sheet, self.banner, self.say, self.first_gap)
        self._connect()

    def _build(self) -> None:
        outer = column_of(self, 0, 0)
        outer.addWidget(self.banner)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(0)
        outer.addLayout(self._sides, 1)
        left = QWidget()
        column = column_of(left, 8 if theme.large() else 20, 4 if theme.large() else 12)
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self.title)
        head.addWidget(self.source, 1)
        self.read = KeyButton(tr("Read license…"), icon="scan", kind="soft", keys="Ctrl+Shift+R", size="row")
        self.read.set_tip(tr("Scan it anywhere in this form, or choose a picture of its barcode"))
        self.read.set_hint(not theme.large())
        self.read.clicked.connect(self._read)
        head.addWidget(self.read)
        column.addLayout(head)
        page = QWidget()
        page.setProperty("kit", "page")
        self._inner = column_of(page, 0, 0)
        card = Card()
        card.body.setContentsMargins(*[theme.gap(20, 12)] * 4)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner.addWidget(card)
        self._inner.addStretch(1)
        scroll.setWidget(page)
        column.addWidget(scroll, 1)
        self._sides.addWidget(left, 1)
        self._sides.addWidget(self.alike)
        outer.addWidget(self._foot())
        card.body.addWidget(self.form.root)  # last: each time it gets another parent, all its parts are polished anew

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setProperty("kit", "surface")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(foot)
        column.setContentsMargins(*[theme.gap(20, 12), theme.gap(12, 6)] * 2)
        column.setSpacing(theme.px(4))
        row = QHBoxLayout()
        row.setSpacing(theme.gap(12, 6))
        self.book = KeyButton(tr("Save and book"), kind="primary", icon="calendar_plus", keys="Ctrl+Return")
        self.save = KeyButton(tr("Save"), keys="Ctrl+S")
        self.discard = KeyButton(tr("Discard…"), kind="quiet")
        self.discard.set_tip(tr("Discard (Esc)"))
        for button in (self.book, self.save, self.discard):
            row.addWidget(button)
        wrong = ErrorFooter(self.form.errors)
        if theme.large():
            column.addWidget(wrong)
            row.addStretch(1)
        else:
            row.addWidget(wrong, 1)
            row.addStretch(0)
        column.addLayout(row)
        return foot

    def _connect(self) -> None:
        self.book.clicked.connect(lambda: self._save(book=True))
        self.save.clicked.connect(lambda: self._save(book=False))
        self.discard.clicked.connect(self.give_up)
        self.sheet.changed.connect(self._typed)
        self.alike.opened.connect(self.opened)
        self.banner.pressed.connect(self._banner_pressed)
        self.model.began.connect(self._begin)
        self.model.warned.connect(self._warn)
        self.model.failed.connect(self._failed)
        self.model.alike_changed.connect(self._calm)

    # ------------------------------------------------------------------------------------------------- begin

    def _begin(self) -> None:
        model, form = self.model, self.form
        self.sheet.begin(dict(model.values), model.details)
        self._begun, self._asked_twice = self.sheet.written(), False
        editing = model.editing
        self.title.setText(tr("New patient") if editing is None else paint.elided(editing.name, theme.px(600), "title"))
        self.source.setText(tr("from your search “{text}”", text=model.text) if model.text else "")
        self.alike.setVisible(editing is None)
        self._shape()
        self.banner.hide()
        if form.birth_date.problem():
            form.show_error("birth_date", form.birth_date.problem(), focus=False)
        self._scroll.verticalScrollBar().setValue(0)
        gap, self._gap = self._gap, ""
        if not (gap and self.sheet.go_to_gap(gap)):
            self.first_gap().setFocus(Qt.FocusReason.OtherFocusReason)
        self.scan.begin(model.licence)
        self._typed()

    def begin_at(self, gap: str) -> None:
        """The next form begins at what is missing: a code of `rules.missing`, or "" for its first field."""
        self._gap = gap

    def first_gap(self) -> QWidget:
        """The first field of those a clerk asks first that is still empty or cannot be read."""
        form = self.form
        if self.model.editing is None:
            for field in (form.family, form.given, form.birth_date, form.phone):
                if not field.text().strip() or (form.errors.names() and field is form.birth_date):
                    return field
        return form.family if self.model.editing is not None else form.sex

    def _typed(self) -> None:
        self.model.consider(self.sheet.person())

    # -------------------------------------------------------------------------------------------------- save

    def _save(self, *, book: bool) -> None:
        self.banner.hide()
        if self.form.check():
            self.model.save(self.sheet.person(), self.sheet.details(), book=book)

    def _warn(self) -> None:
        double = self.model.double()
        if double is not None:
            self.banner.say(
                tr("Not saved yet."),
                tr("Alt 0: someone new. Alt 1: open {name}, almost surely the same person.", name=double.name),
                tone="warn",
                icon="patients",
            )

    def _calm(self) -> None:
        if self.model.double() is None and not self._asked_twice:
            self.banner.hide()

    def _failed(self, why: ClinicError) -> None:
        if not self.sheet.show_problem(why):
            self.banner.say(tr("Not saved yet."), str(why), tone="warn", icon="info")

    # ---------------------------------------------------------------------------------------------- give up

    def is_touched(self) -> bool:
        """Whether something was typed since the form began."""
        return self.sheet.written() != self._begun

    def give_up(self) -> None:
        """Leave; when something was typed, ask once with a bar rather than a dialog."""
        if self.is_touched() and not self._asked_twice:
            self._asked_twice = True
            words, advice = tr("Discard what you typed?"), tr("Esc discards it; go on typing to keep it.")
            self.say(words, advice, tr("Discard"), self.give_up, "warn", "trash")
            return
        self._asked_twice = False
        self.left.emit()

    def _read(self) -> None:
        self.scan.choose()

    def say(
        self, word: str, sentence: str, action: str, act: Callable[[], None], tone: str, icon: str = "scan"
    ) -> None:
        """A bar above the form with one thing to do about it."""
        self._act = act
        self.banner.say(word, sentence, tone=tone, icon=icon, action=action)

    def _banner_pressed(self) -> None:
        if self._act is not None:
            self._act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
            return
        super().keyPressEvent(event)

    # ------------------------------------------------------------------------------------------------- shape

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def _shape(self) -> None:
        """Look-alikes stand beside the form, or below it where there is no room."""
        narrow = self.width() < theme.px(NARROW)
        target = self._inner if narrow else self._sides
        if target.indexOf(self.alike) < 0:
            target.insertWidget(1, self.alike)
        self.alike.setMinimumWidth(0 if narrow else theme.px(SIDE))
        self.alike.setMaximumWidth(ANY if narrow else theme.px(SIDE))
        self.alike.setMinimumHeight(theme.px(560) if narrow else 0)
        form = self.width() - (0 if narrow or self.alike.isHidden() else theme.px(SIDE))
        for cells in self.cells:
            cells.fold(form < theme.px(CRAMPED))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sides"):
            self._shape()
