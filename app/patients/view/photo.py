"""A patient's photo on the record and in the form, with what can be done about it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.buttons import LinkButton
from app.kit.files import FileDrop
from app.kit.portrait import Portrait
from app.kit.says import ProblemLine
from app.patients.view.results import yielding
from app.patients.viewmodel.photo import PhotoDraft, PhotoModel

KEYS = "Ctrl+Shift+P"


class PhotoLinks(QWidget):
    """Choose a photo, or take it away; one that is dropped on `target` counts as chosen. `pressed`: something was begun."""

    pressed = Signal()

    def __init__(self, model: PhotoModel, target: QWidget, way: QBoxLayout) -> None:
        super().__init__()
        self.model = model
        way.setContentsMargins(0, 0, 0, 0)
        way.setSpacing(0)
        self.setLayout(way)
        self.choose = LinkButton("", icon="user", keys=KEYS)
        self.away = LinkButton(tr("Take the photo away"), icon="x")
        self.choose.clicked.connect(self.ask)
        self.away.clicked.connect(self._take_away)
        for link in (self.choose, self.away):
            way.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        FileDrop(target).dropped.connect(self.take)
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer what can be done now."""
        may, has = self.model.may_change(), bool(self.model.data)
        self.choose.set_label(tr("Replace the photo…") if has else tr("Add a photo…"))
        self.choose.setVisible(may)
        self.away.setVisible(may and has)

    def ask(self) -> None:
        """Choose a file."""
        kinds = tr("Scans and pictures") + " (*.png *.jpg *.jpeg)"
        name, _kind = QFileDialog.getOpenFileName(self.window(), tr("Choose a photo"), "", kinds)
        if name:
            self.take((Path(name),))

    def take(self, files: tuple[Path, ...]) -> None:
        """Put the first of these files in place of the photo."""
        if files and self.model.may_change():
            self.pressed.emit()
            self.model.choose(files[0])

    def _take_away(self) -> None:
        self.pressed.emit()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.model.take_away()


class PhotoPart(QWidget):
    """The photo in the form; what was chosen is stored when the form is saved."""

    def __init__(self, model: PhotoDraft) -> None:
        super().__init__()
        self.model = model
        self.portrait = Portrait(72)
        self.links = PhotoLinks(model, self, QVBoxLayout())
        self.says = ProblemLine()
        yielding(self.says)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.links, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.says, 1, Qt.AlignmentFlag.AlignVCenter)
        self.links.pressed.connect(lambda: self.says.say(""))
        model.changed.connect(lambda: self.says.say(""))
        model.failed.connect(lambda why: self.says.say(str(why)))
