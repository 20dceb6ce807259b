"""The status bar: whether the program is live, where and who, how old the backup is, the last deed with its Undo, the time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.core.text import tr
from app.kit import paint, theme
from app.kit.buttons import LinkButton
from app.kit.icons import draw_icon
from app.kit.panels import announce
from app.kit.words import label


class State(QWidget):
    """LIVE with a dot, or DOWNTIME with a plug."""

    def __init__(self) -> None:
        super().__init__()
        self._live, self._words = True, tr("LIVE")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_live(True)

    def set_live(self, live: bool, tip: str = "") -> None:
        """Say whether the database answers."""
        self._live, self._words = live, tr("LIVE") if live else tr("DOWNTIME")
        said = tip or (tr("The database answers.") if live else tr("The database does not answer."))
        self.setAccessibleName(f"{self._words}. {said}")
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(paint.width(self._words, "tiny_b")) + theme.px(30), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, tone = QPainter(self), QRectF(self.rect()), "ok" if self._live else "bad"
        paint.box(painter, rect, theme.px(10), f"{tone}_soft", tone if theme.current().framed else None)
        if self._live:
            dot = QRectF(theme.px(9), rect.center().y() - theme.px(4) + 0.5, theme.px(8), theme.px(8))
            paint.box(painter, dot, theme.px(4), tone)
        else:
            draw_icon(painter, "unplug", theme.px(6), round(rect.center().y()) - theme.px(7), theme.px(14), tone)
        paint.text(painter, rect.adjusted(theme.px(22), 0, 0, 0), self._words, "tiny_b", tone)


class Fact(QWidget):
    """An icon and a few words, shortened with the whole in the tooltip when there is no room."""

    def __init__(self, icon: str, words: str = "") -> None:
        super().__init__()
        self._icon, self._words, self._ink = icon, words, "text2"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, words: str, *, ink: str = "text2", icon: str = "") -> None:
        """Change the words; with `ink` "warn" a triangle stands before them."""
        self._words, self._ink, self._icon = words, ink, icon or self._icon
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(paint.width(self._words, "small")) + theme.px(24), theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(48), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, size = QPainter(self), QRectF(self.rect()), theme.px(14)
        draw_icon(painter, self._icon, 0, round((rect.height() - size) / 2), size, self._ink)
        room = rect.adjusted(theme.px(20), 0, 0, 0)
        paint.text(painter, room, paint.elided(self._words, room.width(), "small"), "small", self._ink)


class StatusBar(QWidget):
    """All of it, 30 px high at 100 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.place, self.person = State(), Fact("pin"), Fact("user")
        self.backup = Fact("disk")
        self.backup.hide()
        self.deed, self.clock = label("", "note"), label("", "strong")
        self.clock.setFont(theme.font("tiny_b"))
        self.undo = LinkButton(tr("Undo"), keys="Ctrl+Z")
        self._undo: Callable[[], None] | None = None
        self._whole = ""
        self.undo.clicked.connect(self.take_back)
        self.undo.hide()
        self.deed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.deed.setMinimumWidth(theme.px(120))
        self.deed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(20), 0)
        row.setSpacing(theme.px(18))
        for part in (self.state, self.place, self.person, self.backup):
            row.addWidget(part)
        row.addWidget(self.deed, 1)
        row.addWidget(self.undo)
        row.addWidget(self.clock)
        self.setFixedHeight(theme.px(32))

    def say(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Show and announce the last deed; `undo` is offered until the next one."""
        self._undo, self._whole = undo, sentence
        self.undo.setVisible(undo is not None)
        self.deed.setToolTip(sentence)
        self._fit()
        announce(self, sentence)

    def take_back(self) -> None:
        """Do the undo that is offered, once."""
        undo, self._undo = self._undo, None
        self.undo.hide()
        if undo is not None:
            undo()

    def set_backup(self, words: str, *, late: bool = False) -> None:
        """How old the last backup is; a late one is marked."""
        self.backup.say(words, ink="warn" if late else "text2", icon="triangle" if late else "disk")

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.deed.font())
        self.deed.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.deed.width() - 2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        paint.hline(painter, 0, 0, self.width())
