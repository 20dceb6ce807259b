"""The clinic's set-up in parts for the page of settings: hours, visit types, rooms, holidays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.core.ports import Ports
from app.core.text import tr
from app.runner.bridge import Runner
from app.schedule.view.setup.absences import absences_cards
from app.schedule.view.setup.holidays import holidays_cards
from app.schedule.view.setup.hours import hours_cards
from app.schedule.view.setup.rooms import rooms_cards
from app.schedule.view.setup.types import types_cards


@dataclass(frozen=True, slots=True)
class SetupPart:
    """A part of the set-up; its cards are made when somebody first goes there."""

    code: str
    title: str
    make: Callable[[], Sequence[QWidget]]


def setup_parts(runner: Runner, ports: Ports) -> tuple[SetupPart, ...]:
    """The parts in the order in which a clinic is set up."""
    return (
        SetupPart("hours", tr("Working hours"), lambda: hours_cards(runner, ports)),
        SetupPart("types", tr("Visit types"), lambda: types_cards(runner, ports)),
        SetupPart("rooms", tr("Rooms and equipment"), lambda: rooms_cards(runner, ports)),
        SetupPart("holidays", tr("Holidays"), lambda: holidays_cards(runner, ports)),
        SetupPart("absences", tr("Late cancels, no-shows"), lambda: absences_cards(runner, ports)),
    )
