"""A record's part on its own: the runner, the ports and what they were told, everything done at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from app.core.access import Actor
from app.core.errors import ClinicError
from app.core.ports import Here, Place, Ports
from app.kit import theme
from app.patients.view.page import PatientsPage
from app.patients.view.pane import PaneSection
from app.patients.viewmodel.sections import SectionModel
from app.runner.bridge import Runner
from tests.support.clinic import ANYONE, ZONE, Clinic


@dataclass(slots=True)
class Record:
    """What a part of a record works with."""

    clinic: Clinic
    runner: Runner
    ports: Ports
    went: list[Place] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    receipts: list[tuple[int, bool]] = field(default_factory=list)
    problems: list[ClinicError] = field(default_factory=list)
    #: held here: a window that nothing in Python holds goes away at once
    pages: list[PatientsPage] = field(default_factory=list)

    def hear(self, model: SectionModel) -> None:
        """Keep what a model refuses."""
        model.failed.connect(self.problems.append)

    @property
    def field(self) -> str | None:
        """The field of the last problem."""
        return self.problems[-1].field

    def page(self, *make: Callable[[Runner, Ports], PaneSection]) -> PatientsPage:
        """The page with these parts, shown."""
        made = PatientsPage(self.runner, self.ports, [one(self.runner, self.ports) for one in make])
        self.pages.append(made)
        made.resize(1200, 900)
        made.show()
        made.activateWindow()
        QApplication.processEvents()
        return made


@contextmanager
def patients_page(record: Record) -> Iterator[PatientsPage]:
    """The page alone, which goes where it leads among patients."""
    made = record.page()

    def go(place: Place) -> None:
        record.went.append(place)
        if place.page == "patients":
            made.activate(place)

    record.ports.go = go
    yield made
    made.close()
    delete(made)  # at once: hundreds of widgets that are left take part in every later change of the theme


@contextmanager
def record_of(clinic: Clinic, actor: Actor = ANYONE, location_id: int | None = 1) -> Iterator[Record]:
    """A window at the first location on the clinic's day."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply(app)
    runner = Runner(clinic.executor, inline=True)
    runner.actor = actor
    made = Record(clinic, runner, Ports(here=lambda: Here(location_id, ZONE, clinic.day, clinic.day)))
    made.ports.go, made.ports.announce = made.went.append, made.said.append
    made.ports.show_receipt = lambda payment_id, again: made.receipts.append((payment_id, again))
    yield made
    runner.close()
