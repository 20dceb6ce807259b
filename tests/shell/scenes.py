"""A signed-in window with plain pages, for tests and pictures of the shell."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.ports import Deed, Found, Place, Ports
from app.kit.panels import EmptyState
from app.runner.bridge import Runner
from app.runner.execute import Executor
from app.shell.frame import Frame, FrameParts, PageSpec
from app.staff.actions.second_person import StaffGate
from app.staff.queries import actor_of
from app.staff.rules.passwords import hash_password
from app.staff.tables import User, UserLocation, UserRole
from tests.support.clinic import Clinic
from tests.support.databases import NOW

WORD = "violet anchor seventeen maps"
CODES = ("today", "schedule", "patients", "worklists", "reports", "settings")


class PlainPage(QWidget):
    """Notes where it was sent."""

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__()
        self.places: list[Place] = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Note")
        column = QVBoxLayout(self)
        column.addWidget(QLabel("Núñez, María José"))
        column.addWidget(self.field)
        column.addWidget(EmptyState("today", "No visits on Sunday, Mar 15.", "Go to Monday"), 1)

    def activate(self, place: Place) -> None:
        """Remember it."""
        self.places.append(place)


class People:
    """A search that knows one person."""

    def find(self, text: str, answer: object) -> None:
        """Answer at once."""
        if callable(answer) and text.lower() in "núñez nunez":
            answer((Found("Núñez, María José", "06/30/1971 · MRN 100 001", "patients", Place("patients", 1)),))


def staffed(clinic: Clinic, roles: tuple[str, ...] = ("FD",), places: tuple[int, ...] = (1, 2)) -> Runner:
    """Ana, signed in."""
    clinic.add(User(user_name="ana.ruiz", display_name="Ana Ruiz", password_hash=hash_password(WORD), created_at=NOW))
    clinic.add(*[UserRole(user_id=1, role=role) for role in roles])
    clinic.add(*[UserLocation(user_id=1, location_id=place) for place in places])
    runner = Runner(Executor(clinic.database, gate=StaffGate()), inline=True)
    with clinic.database.reading() as session:
        runner.actor = actor_of(session, session.get_one(User, 1), "Desk 2")
    return runner


def frame(runner: Runner, demo: str = "", needs: Mapping[str, Permission] | None = None) -> Frame:
    """The frame with six plain pages; some may need a permission."""
    ports = Ports(deeds=[Deed("print.sheets", "Print check-in sheets", "Ctrl+P", lambda: None)], search=People())
    specs = [
        PageSpec(code, code.title(), code, lambda: PlainPage, code == "settings", (needs or {}).get(code))
        for code in CODES
    ]
    made = Frame(runner, ports, specs, FrameParts(desk="Desk 2", home="VIS", demo=lambda: demo))
    made.begin()
    return made
