"""From the schedule to a series: of the visit under the cursor, or one that begins at a free time. The record has its sheet."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.ports import Deed, Place, Ports
from app.core.text import tr
from app.kit.dates import short_day, show_time
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.queries import Opening
from app.schedule.view.asking import Asking
from app.schedule.view.person import PersonLine
from app.schedule.viewmodel import Box
from app.schedule.viewmodel.series import Near

KEYS = "Ctrl+Shift+R"


class WhosePanel(QWidget):
    """Asks for whom: `begin`, then `person.chosen`."""

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__()
        self.person = PersonLine(runner, ports)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.person)
        column.addWidget(label(tr("The dates of the series come next, on the patient’s record."), "hint", wrap=True))
        column.addStretch(1)

    def begin(self) -> None:
        """Ask anew."""
        self.person.ask()


class Page(Protocol):
    """What is needed of the schedule's page."""

    runner: Runner
    ports: Ports
    asking: Asking

    def chosen(self) -> Box | None:
        """The visit under the cursor."""
        ...

    def spot(self) -> Opening | None:
        """The cell under the cursor."""
        ...


class SeriesWay(QObject):
    """Leads there. `whose` stands among the page's panels."""

    def __init__(self, parent: QWidget, page: Page) -> None:
        super().__init__(parent)
        self.page = page
        self.whose = WhosePanel(page.runner, page.ports)
        self.whose.person.chosen.connect(self._go)
        self._near: Near | None = None

    def deeds(self) -> list[Deed]:
        """The commands."""
        return [
            Deed("calendar_plus.series", tr("Book a series"), KEYS, self.book),
            Deed("swap.series", tr("Move the series of this visit"), "", lambda: self.change("move")),
            Deed("x.series", tr("Cancel the series of this visit"), "", lambda: self.change("cancel")),
        ]

    def book(self) -> None:
        """A series for the patient of the visit, at its time; at a free time it is asked for whom."""
        page, box, cell = self.page, self.page.chosen(), self.page.spot()
        here = page.ports.here().location_id
        if here is None or not page.runner.person().may(Permission.BOOK, (here,)):
            page.ports.announce(tr("Your role does not book visits."))
        elif box is not None:
            visit = box.visit
            self._near = Near(visit.day, visit.start, visit.practitioner_id)
            self._go(visit.patient_id)
        elif cell is not None:
            self._near = Near(cell.day, cell.start, cell.practitioner_id)
            when = f"{short_day(cell.day)}, {show_time(cell.start)} · {cell.practitioner}"
            page.asking.open_panel(self.whose, tr("Book a series"), when, self.whose.begin)

    def _go(self, patient_id: int) -> None:
        self.page.asking.drawer.close_drawer()
        task = "series" if self._near is None else self._near.task
        self.page.ports.go(Place("patients", patient_id=patient_id, task=task))

    def change(self, what: str) -> None:
        """Where a visit and the rest of its series are moved or cancelled: `what` is "move" or "cancel"."""
        box = self.page.chosen()
        if box is not None:
            visit = box.visit
            self.page.ports.go(Place("patients", patient_id=visit.patient_id, task=f"{what}-{visit.id}"))
