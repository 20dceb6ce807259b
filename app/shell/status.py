"""The status bar: whether the program is live, where and who, how old the backup is, the last deed with its Undo, the time."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
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
    """An icon and a few words; fewer, or the icon alone, where there is no room: the tooltip always has them all."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon, self._ink, self._shown = icon, "text2", ""
        self._forms: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str, short: str = "", *, ink: str = "text2", icon: str = "") -> None:
        """Change the words and their short form; with `ink` "warn" a triangle stands before them."""
        self._forms = (words, short) if short and short != words else (words,)
        self._shown, self._ink, self._icon = words, ink, icon or self._icon
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def forms(self) -> tuple[str, ...]:
        """From all its words to none."""
        return (*self._forms, "")

    def show_form(self, words: str) -> None:
        """Show one of the forms."""
        if words != self._shown:
            self._shown = words
            self.updateGeometry()
            self.update()

    def wide(self, words: str) -> int:
        """Pixels with these words."""
        return math.ceil(paint.width(words, "small")) + theme.px(21) if words else theme.px(16)

    def sizeHint(self) -> QSize:
        return QSize(self.wide(self._shown), theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, size = QPainter(self), QRectF(self.rect()), theme.px(14)
        draw_icon(painter, self._icon, 0, round((rect.height() - size) / 2), size, self._ink)
        paint.text(painter, rect.adjusted(theme.px(20), 0, 0, 0), self._shown, "small", self._ink)


class StatusBar(QWidget):
    """All of it, 30 px high at 100 %. Where there is no room, the facts give their words away for the last deed."""

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
        self.deed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.gap(16, 12), 0, theme.gap(20, 12), 0)
        row.setSpacing(theme.gap(18, 12))
        for part in (self.state, self.place, self.person, self.backup):
            row.addWidget(part)
        row.addWidget(self.deed, 1)
        row.addWidget(self.undo)
        row.addWidget(self.clock)
        self.setFixedHeight(theme.gap(32, 28))

    def minimumSizeHint(self) -> QSize:
        """Nothing: what has no room gives its words away."""
        return QSize(0, self.height())

    def say(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Show and announce the last deed; `undo` is offered until the next one."""
        self._undo, self._whole = undo, sentence
        self.undo.setVisible(undo is not None)
        self.deed.setToolTip(sentence)
        self.fit()
        announce(self, sentence)

    def say_fact(self, fact: Fact, words: str, short: str = "") -> None:
        """Change one of the facts."""
        fact.say(words, short)
        self.fit()

    def take_back(self) -> None:
        """Do the undo that is offered, once; what was done is not said any more."""
        undo = self._undo
        if undo is not None:
            self.say("")
            undo()

    def set_backup(self, words: str, *, late: bool = False) -> None:
        """How old the last backup is; a late one is marked."""
        self.backup.say(words, ink="warn" if late else "text2", icon="triangle" if late else "disk")
        self.fit()

    def resizeEvent(self, event: object) -> None:
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose the forms of the facts so that the last deed stands whole, then shorten the deed if it must be."""
        row = self.layout()
        if row is None or not self.isVisible():
            return
        others = [part for part in (self.state, self.undo, self.clock) if not part.isHidden()]
        facts = [fact for fact in (self.place, self.person, self.backup) if not fact.isHidden()]
        gaps = row.spacing() * (len(others) + len(facts)) + row.contentsMargins().left() + row.contentsMargins().right()
        taken = sum(part.sizeHint().width() for part in others) + gaps
        deed = math.ceil(paint.width(self._whole, "note")) + theme.px(4)
        left = self._fit_facts(facts, self.width() - taken - deed)
        self.deed.setText(paint.elided(self._whole, deed + min(left, 0), "note"))

    def _fit_facts(self, facts: list[Fact], room: int) -> int:
        """Give the facts their longest forms that fit together; what is left is negative where even icons do not."""
        forms = {fact: list(fact.forms()) for fact in facts}

        def left() -> int:
            return room - sum(fact.wide(left_over[0]) for fact, left_over in forms.items())

        giving = [self.backup, self.person, self.place, self.person, self.place]
        for fact in giving:
            if left() < 0 and len(forms.get(fact, ())) > 1:
                forms[fact].pop(0)
        for fact, left_over in forms.items():
            fact.show_form(left_over[0])
        return left()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        paint.hline(painter, 0, 0, self.width())
