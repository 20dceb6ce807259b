"""The card beside a visit's box: what the box has no room for. It comes when the mouse rests, or with Space."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.core.text import tr
from app.kit import theme
from app.kit.dates import short_day, show_time
from app.kit.panels import announce
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.queries import AppointmentRow, Refill, VisitCard, visit_card
from app.schedule.viewmodel import Box, MovingModel
from app.schedule.viewmodel.words import ghost_words

#: the mouse rests so long before the card comes
REST_MS = 450
WIDE = 300


class HoverCard(QFrame):
    """A pop-up that takes no key and no click; `show_for` a box that lies somewhere in a view."""

    def __init__(self, runner: Runner, model: MovingModel[Any], view: QWidget) -> None:
        super().__init__(view, Qt.WindowType.ToolTip)
        self.runner, self.model, self._view = runner, model, view
        self.setObjectName("card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr("About this visit"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._box: Box | None = None
        self._rect = QRectF()
        self.head = label("", "head", wrap=True)
        self.lines = label("", "second", wrap=True)
        self.phone = label("", "strong", wrap=True)
        self.note = label("", "note", wrap=True)
        self.points = label("", "strong", wrap=True)
        column = QVBoxLayout(self)
        for one in (self.head, self.lines, self.phone, self.note, self.points):
            column.addWidget(one)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(lambda: self._ask(said=False))
        model.moved.connect(self.put_away)
        model.changed.connect(self.put_away)

    def rest_on(self, box: Box | None, rect: QRectF) -> None:
        """The mouse is over a box, or over none."""
        if box is None:
            self.put_away()
        elif self._box is None or box.visit.id != self._box.visit.id:
            self.put_away()
            self._box, self._rect = box, rect
            self._rest.start()

    def show_for(self, box: Box, rect: QRectF) -> None:
        """Show the card of a box now, or put it away where it is shown; it is said to a screen reader too."""
        if self.isVisible() and self._box is not None and self._box.visit.id == box.visit.id:
            self.put_away()
            return
        self._box, self._rect = box, rect
        self._ask(said=True)

    def put_away(self) -> None:
        """Hide it, and forget what the mouse rests on."""
        self._rest.stop()
        self._box = None
        self.hide()

    def _ask(self, *, said: bool) -> None:
        box = self._box
        if box is not None:
            self.runner.ask(
                visit_card, box.visit.id, then=self._answer(box, said), topic=f"card-{id(self)}", settled=False
            )

    def _answer(self, box: Box, said: bool) -> Callable[[VisitCard], None]:
        def show(card: VisitCard) -> None:
            if self._box is None or self._box.visit.id != box.visit.id:
                return
            self._fill(card)
            self._place()
            if said:
                announce(self._view, self.words())

        return show

    def words(self) -> str:
        """Everything on the card, for a screen reader."""
        shown = (self.head, self.lines, self.phone, self.note, self.points)
        return ". ".join(one.text().replace("\n", ", ").removesuffix(".") for one in shown if one.text())

    def _fill(self, card: VisitCard) -> None:
        visit, look = card.visit, self.model.look(card.visit)
        self.head.setText(visit.patient)
        self.lines.setText("\n".join(one for one in (*_when(visit), look.word, *self._ghost(visit)) if one))
        phone = tr("Only: {phone}", phone=card.phone) if card.confidential else card.phone
        self.phone.setText(phone)
        self.note.setText(visit.note)
        points = tr("{count} points open", count=look.open_points) if look.open_points else ""
        self.points.setText(points)
        for one in (self.phone, self.note, self.points):
            one.setVisible(bool(one.text()))

    def _ghost(self, visit: AppointmentRow) -> tuple[str, ...]:
        """Why it did not take place, and what became of its time: the box's row knows that, the card's does not."""
        if not visit.ghost or self._box is None:
            return ()
        fate = self._box.visit
        offer = self.model.look(fate).offer
        if offer is not None:
            return (ghost_words(visit), offer.sentence() + ".")
        where = self.model.board.where.get(fate.filled_by_id or 0)
        words = {
            Refill.NONE: "",
            Refill.OPEN: tr("The time is not filled."),
            Refill.CLOSED: tr("The time is closed again."),
            Refill.FILLED: tr("Filled by {patient}.", patient=where[1].visit.patient) if where else tr("Filled."),
        }
        return (ghost_words(visit), words[fate.refill])

    def _place(self) -> None:
        """At the right of the box, at its left where there is no room, always whole on the view."""
        gap = theme.px(8)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*[theme.px(14), theme.px(10)] * 2)
            layout.setSpacing(theme.px(4))
        self.setFixedWidth(theme.px(WIDE))
        self.adjustSize()
        left = self._rect.right() + gap
        if left + self.width() > self._view.width():
            left = max(0.0, self._rect.left() - gap - self.width())
        top = min(max(0.0, self._rect.top()), max(0.0, self._view.height() - self.height()))
        self.move(self._view.mapToGlobal(QPoint(round(left), round(top))))
        self.show()


def _when(visit: AppointmentRow) -> tuple[str, ...]:
    start = tr(
        "{day}, {time}, {minutes} min", day=short_day(visit.day), time=show_time(visit.start), minutes=visit.minutes
    )
    with_whom = visit.practitioner + (f" · {visit.room}" if visit.room else "")
    return (start, visit.visit_type, with_whom)
