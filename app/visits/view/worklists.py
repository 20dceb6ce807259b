"""The page of worklists: the lists with their counts at the left, the rows of one at the right; Enter goes to the row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.ports import Deed, Place, Ports, RowKey, WorklistRow
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.dates import show_date
from app.kit.panels import EmptyState
from app.kit.rows import RIGHT, Column, RowTableModel, reload_keeping_selection
from app.kit.says import ProblemLine
from app.kit.side import SidePicker
from app.kit.table import RowTable
from app.kit.words import label
from app.runner.bridge import Runner
from app.visits.queries.worklists import ListRows
from app.visits.viewmodel.worklists import WorklistsModel

SIDE = 240
_EMPTY: Mapping[str, Callable[[], str]] = {
    "missing-documents": lambda: tr("Nothing to chase. Every paper of the coming week is in."),
    "registrations": lambda: tr("Nothing to chase. Every registration is complete."),
    "duplicates": lambda: tr("Nothing to settle. No two records look like one person."),
    "broken-glass": lambda: tr("Nothing to look at. Nobody has opened a restricted record."),
    "open-visits": lambda: tr("Nothing to chase. Every visit of the days before is finished."),
    "probably-missed": lambda: tr("Nothing to settle. Nobody of the days before is still booked."),
    "attendance": lambda: tr("Nothing to look at. Every absence is decided on."),
    "holes": lambda: tr("Nothing to fill. No time came free that is still to come."),
    "waiting": lambda: tr("Nobody waits."),
    "under-scheduled": lambda: tr("Nothing to chase. Every plan of care has its visits, this week and the next."),
    "dropped-off": lambda: tr("Nothing to chase. Everybody in care has a visit ahead."),
}


def empty_sentence(code: str) -> str:
    """What stands where the rows of a list would be."""
    return _EMPTY.get(code, lambda: tr("Nothing to chase."))()


class WorklistsPage(QWidget):
    """Shows the worklists of `model`, or of one of its own."""

    def __init__(self, runner: Runner, ports: Ports, model: WorklistsModel | None = None) -> None:
        super().__init__()
        self.title = tr("Worklists")
        self.ports, self.model = ports, model or WorklistsModel(runner, ports, self)
        self.heading, self.says = label("", "title"), ProblemLine()
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.says.say("")
        self.open = KeyButton(tr("Open"), kind="primary", size="row")
        self.further = QHBoxLayout()
        self._further: tuple[str, list[KeyButton]] = ("", [])
        self.open.set_tip(tr("Open (Enter)"))
        self.lists, self.rows = RowTable(), RowTable()
        self._list_rows = RowTableModel[ListRows](_list_columns(), lambda one: one.code, self)
        self._row_rows = RowTableModel[WorklistRow](_row_columns(), lambda row: row.key, self)
        self.empty = EmptyState("worklists", "")
        self.right = QStackedWidget()
        self._filling = False
        self._arrange()
        self._connect()

    # ------------------------------------------------------------------------------------------------ building

    def _arrange(self) -> None:
        self.lists.set_rows_model(self._list_rows)
        self.lists.horizontalHeader().hide()
        self.lists.setAccessibleName(tr("Worklists"))
        self.lists.setFixedWidth(theme.px(SIDE))
        self.picker = SidePicker(self.lists, lambda one: f"{one.title} · {len(one.rows)}")
        self.lists.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.rows.set_rows_model(self._row_rows)
        self._row_rows.set_busy()
        self.right.addWidget(self.rows)
        self.right.addWidget(self.empty)
        self.right.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        head = QHBoxLayout()
        head.setContentsMargins(*[theme.gap(16, 8), theme.gap(12, 6)] * 2)
        head.setSpacing(theme.px(8))
        head.addWidget(self.heading, 1)
        head.addWidget(self.picker, 1)
        head.addLayout(self.further)
        head.addWidget(self.open)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.says)
        column.addWidget(self.right, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.px(1))
        across.addWidget(self.lists)
        across.addLayout(column, 1)

    def _connect(self) -> None:
        self.lists.row_changed.connect(self._choose)
        self.lists.entered_row.connect(lambda _at: self.rows.setFocus(Qt.FocusReason.OtherFocusReason))
        self.rows.entered_row.connect(self._enter)
        self.rows.row_changed.connect(lambda _at: self._refresh_button())
        self.open.clicked.connect(lambda: self._enter(max(self.rows.currentIndex().row(), 0)))
        self.empty.pressed.connect(self._show_filled)
        self.model.changed.connect(self.show_model)
        self.model.failed.connect(self._problem)
        if self.model.known:
            self.show_model()

    # ------------------------------------------------------------------------------------------------ the page

    def activate(self, place: Place) -> None:
        """Show the lists of where the window stands; `place.task` may name one of them."""
        if place.task:
            self.model.choose(place.task)
        self.model.show()
        self.picker.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heading.setVisible(not self.picker.fold(self))

    def deeds(self) -> list[Deed]:
        """Every list by name, for the command palette."""
        return [
            Deed(f"worklists.{one.code}", tr("Show worklist: {title}", title=one.title), "", self._shower(one.code))
            for one in self.model.lists
        ]

    def _shower(self, code: str) -> Callable[[], None]:
        return lambda: self.model.choose(code)

    def show_model(self) -> None:
        """Show the lists and rows as they are now; the chosen ones stay chosen."""
        self._filling = True
        self.says.say("")
        reload_keeping_selection(self.lists, self._list_rows, self.model.lists)
        at = self._list_rows.find(self.model.code)
        if at >= 0 and at != self.lists.currentIndex().row():
            self.lists.selectRow(at)
        self._filling = False
        shown = self.model.shown()
        self.heading.setText(shown.title if shown else self.title)
        self.rows.setAccessibleName(shown.title if shown else self.title)
        reload_keeping_selection(self.rows, self._row_rows, shown.rows if shown else ())
        self.right.setCurrentWidget(self.rows if shown and shown.rows else self.empty)
        self._say_empty()
        self._refresh_button()

    def _say_empty(self) -> None:
        other = self.model.next_filled()
        action = tr("Show {title}", title=other.title) if other else ""
        self.empty.say(empty_sentence(self.model.code), action)

    def _refresh_button(self) -> None:
        filled = bool(self._row_rows.rows)
        self.open.setVisible(filled)
        if self._further[0] != self.model.code:
            self._take_further()
        for button in self._further[1]:
            button.setVisible(filled)

    def _take_further(self) -> None:
        """The further keys of the shown list take the place of the last one's."""
        for button in self._further[1]:
            button.set_keys("")
            button.hide()
            button.deleteLater()
        made = []
        for one in self.model.further():
            button = KeyButton(one.title(), kind="soft", keys=one.keys, size="row")
            button.clicked.connect(partial(self._run, one))
            self.further.addWidget(button)
            made.append(button)
        self._further = (self.model.code, made)

    def _run(self, key: RowKey) -> None:
        """Do it with the chosen row; the first one when none is."""
        row = self._row_rows.row(max(self.rows.currentIndex().row(), 0))
        if row is not None:
            key.run(row)

    def _show_filled(self) -> None:
        other = self.model.next_filled()
        if other is not None:
            self.model.choose(other.code)

    def _choose(self, at: int) -> None:
        chosen = self._list_rows.row(at)
        if chosen is not None and not self._filling:
            self.model.choose(chosen.code)

    def _enter(self, at: int) -> None:
        row = self._row_rows.row(at)
        if row is not None:
            self.model.go(row)

    def _problem(self, why: ClinicError) -> None:
        self.says.say(str(why))


def _list_columns() -> tuple[Column[ListRows], ...]:
    return (
        Column(tr("List"), lambda one: one.title, spoken=lambda one: f"{one.title}, {len(one.rows)}"),
        Column(
            tr("Count"),
            lambda one: str(len(one.rows)),
            align=RIGHT,
            ink=lambda one: "text" if one.rows else "text3",
            width=56,
        ),
    )


def _row_columns() -> tuple[Column[WorklistRow], ...]:
    return (
        Column(
            tr("Patient, and what is open"),
            lambda row: row.title,
            second=lambda row: row.detail,
            tooltip=lambda row: row.detail,
            style="name",
        ),
        Column(tr("Day"), lambda row: show_date(row.day) if row.day else "", width=120),
    )
