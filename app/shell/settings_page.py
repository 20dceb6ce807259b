"""The page of settings: one's own, and what the role may manage: people, places, data. Nothing else is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.ports import Deed, Place, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.rows import Column, RowTableModel
from app.kit.side import SidePicker
from app.kit.table import RowTable
from app.runner.bridge import Runner
from app.shell.settings_data import DataParts, data_cards
from app.shell.settings_own import Look, SaveLook, own_cards
from app.shell.settings_people import PeopleCard
from app.shell.settings_places import LocationsCard, PractitionersCard
from app.staff.queries import LocationRow, locations

SIDE, NARROW, WIDEST = 200, 520, 720


def _nothing(_changed: Mapping[str, object]) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; its cards are made when somebody first goes there, and asked to `look` each time."""

    code: str
    title: str
    make: Callable[[], Sequence[QWidget]]
    width: int = NARROW
    needs: Permission | None = None


@runtime_checkable
class Looks(Protocol):
    """A card that reads what it shows when its section is shown."""

    def look(self) -> None:
        """Read it again."""
        ...


@dataclass(frozen=True, slots=True)
class SettingsParts:
    """What bootstrap knows: how the window looks now, what to do with another look, and what can be done with the data."""

    look: Look = field(default_factory=Look)
    save_look: SaveLook = _nothing
    data: DataParts = field(default_factory=DataParts)
    #: what other rooms have to set
    more: Sequence[Section] = ()


class SettingsPage(QWidget):
    """Sections at the left, the cards of one at the right."""

    def __init__(self, runner: Runner, ports: Ports, parts: SettingsParts | None = None) -> None:
        super().__init__()
        self.title = tr("Settings")
        self.runner, self.ports, self.parts = runner, ports, parts or SettingsParts()
        self._locations: tuple[LocationRow, ...] = ()
        self.sections: tuple[Section, ...] = ()
        self.made: dict[str, QWidget] = {}
        self._looking: dict[str, list[Looks]] = {}
        self.list, self.right = RowTable(), QStackedWidget()
        self.model = RowTableModel[Section](_columns(), lambda one: one.code, self)
        self.list.set_rows_model(self.model)
        self.list.horizontalHeader().hide()
        self.list.setAccessibleName(tr("Settings"))
        self.list.setFixedWidth(theme.px(SIDE))
        self.picker = SidePicker(self.list, lambda one: one.title)
        above = QHBoxLayout()
        above.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), 0)
        above.addWidget(self.picker)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.right, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.px(1))
        across.addWidget(self.list)
        across.addLayout(column, 1)
        self.list.row_changed.connect(self._show)
        self.list.entered_row.connect(lambda _at: self.focusNextChild())
        runner.ask(locations, then=self._take, settled=False)

    def _take(self, rows: tuple[LocationRow, ...]) -> None:
        self._locations = rows
        self.sections = tuple(self._allowed())
        self.model.set_rows(self.sections)
        self.list.selectRow(0)

    def _allowed(self) -> list[Section]:
        """Only what the role may do."""
        actor, parts = self.runner.person(), self.parts
        found = [Section("own", tr("You"), lambda: own_cards(self.runner, parts.look, parts.save_look))]
        if actor.grant(Permission.MANAGE_USERS) is not None:
            found.append(Section("people", tr("People"), self._people, WIDEST))
        if actor.grant(Permission.CHANGE_SETTINGS) is not None:
            found.append(Section("places", tr("Places"), self._places, WIDEST))
        found += [one for one in parts.more if one.needs is None or actor.grant(one.needs) is not None]
        if data_cards_wanted(self.runner, parts.data):
            found.append(Section("data", tr("Data"), lambda: data_cards(self.runner, parts.data)))
        return found

    def _people(self) -> Sequence[QWidget]:
        return (PeopleCard(self.runner, self._locations),)

    def _places(self) -> Sequence[QWidget]:
        return LocationsCard(self.runner, self._locations), PractitionersCard(self.runner, self._locations)

    def activate(self, place: Place) -> None:
        """Show the page; `place.task` may name a section."""
        at = self.model.find(place.task) if place.task else -1
        if at >= 0:
            self.list.selectRow(at)
        self._look()
        self.picker.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picker.fold(self)

    def deeds(self) -> list[Deed]:
        """Every section by name, for the command palette."""
        return [
            Deed(f"settings.{one.code}", tr("Settings: {title}", title=one.title), "", self._goer(one.code))
            for one in self.sections
        ]

    def _goer(self, code: str) -> Callable[[], None]:
        return lambda: self.list.selectRow(self.model.find(code))

    def _show(self, at: int) -> None:
        section = self.model.row(at)
        if section is None:
            return
        if section.code not in self.made:
            cards = section.make()
            self._looking[section.code] = [one for one in cards if isinstance(one, Looks)]
            self.made[section.code] = _scrolled(cards, section.width)
            self.right.addWidget(self.made[section.code])
        self.right.setCurrentWidget(self.made[section.code])
        self._look()

    def _look(self) -> None:
        """Let the cards that are shown read again: the window may stand elsewhere by now."""
        section = self.model.row(self.list.currentIndex().row())
        for card in self._looking.get(section.code, ()) if section is not None else ():
            card.look()


def _columns() -> tuple[Column[Section], ...]:
    return (Column(tr("Section"), lambda one: one.title),)


def data_cards_wanted(runner: Runner, parts: DataParts) -> bool:
    """Whether there is anything this person may do with the data."""
    actor = runner.person()
    return (
        (parts.back_up is not None and actor.may(Permission.RUN_BACKUP))
        or (parts.verify is not None and actor.may(Permission.MAINTAIN))
        or (parts.open_import is not None and actor.grant(Permission.IMPORT) is not None)
    )


def _scrolled(cards: Sequence[QWidget], width: int) -> QScrollArea:
    """Cards one below the other, not wider than is read well."""
    inner = QWidget()
    inner.setMaximumWidth(theme.px(width))
    column = QVBoxLayout(inner)
    column.setContentsMargins(*[theme.gap(20, 8)] * 4)
    column.setSpacing(theme.gap(16, 8))
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setAlignment(Qt.AlignmentFlag.AlignLeft)
    scroll.setWidget(inner)
    return scroll
