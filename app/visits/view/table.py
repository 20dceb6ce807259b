"""The board's table: headings across its width, one button a row, lamps that can be pressed."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.core.text import tr
from app.kit import paint, theme
from app.kit.rows import Column, RowTableModel, reload_keeping_selection
from app.kit.table import RowTable
from app.readiness.rules import is_problem
from app.visits.rules import BoardRow, word
from app.visits.view.cells import (
    BoardDelegate,
    align_of,
    copay_words,
    needed,
    patient_parts,
    state_note,
    step_words,
    visit_parts,
)
from app.visits.viewmodel.items import Heading, Item, item_id

#: short titles of the eight lamps, in their order
LAMP_TITLES = ("ID", "Card", "Elig", "Auth", "Plan", "Ref", "Form", "Bal")
HEADING, HEADING_TIGHT = 34, 28
#: the patient's column is never narrower: a name; with the visit below it; where the others scroll away beside it
PATIENT, FOLDED_PATIENT, STICKY_PATIENT = 150, 172, 232


def lamp_title(number: int) -> str:
    """The short title of a lamp's column."""
    return (tr("ID"), tr("Card"), tr("Elig"), tr("Auth"), tr("Plan"), tr("Ref"), tr("Form"), tr("Bal"))[number]


def lamp_name(number: int) -> str:
    """The whole name of a lamp, for tooltips and screen readers."""
    return (
        tr("Photo ID"), tr("Insurance card"), tr("Eligibility"), tr("Authorization"), tr("Plan of care"), tr("Referral"),
        tr("Forms"), tr("Balance"),
    )[number]  # fmt: skip


def _lamp_column(number: int) -> Column[Item]:
    def words(item: Item) -> str:
        lamp = None if isinstance(item, Heading) else item.lamps[number]
        return "" if lamp is None else f"{lamp_name(number)}: {lamp.reason}"

    return Column(
        lamp_title(number), lambda _i: "", align_of("lamp"), tooltip=words, spoken=words, width=42,
        title_tip=f"{lamp_name(number)} (Alt+{number + 1})",
    )  # fmt: skip


def _problems(item: Item) -> str:
    """Every lamp that is not in order, for the one cell that stands for all of them."""
    lamps = () if isinstance(item, Heading) else item.lamps
    wrong = [f"{lamp_name(n)}: {lamp.reason}" for n, lamp in enumerate(lamps) if lamp and is_problem(lamp.state)]
    return "\n".join(wrong) or ("" if isinstance(item, Heading) else tr("Everything is in order"))


def _time(item: Item) -> str:
    return item.title if isinstance(item, Heading) else f"{item.start:%H:%M}"


def _column(code: str, title: str, width: int, text: object, *, name: bool = False) -> Column[Item]:
    def words(item: Item) -> str:
        return "" if isinstance(item, Heading) else str(text(item))  # type: ignore[operator]  # a function of a row

    return Column(title, words, align_of(code), spoken=words, width=width, name=name)


def columns(lamps: Sequence[int]) -> tuple[list[str], list[Column[Item]]]:
    """The codes and columns of the board, with only the lamps that have data."""
    made: list[tuple[str, Column[Item]]] = [
        ("time", Column(tr("Time"), _time, align_of("time"), spoken=_time, width=66)),
        (
            "patient",
            _column(
                "patient", tr("Patient"), 0, lambda row: ", ".join(filter(None, (row.patient, row.alert))), name=True
            ),
        ),
        ("visit", _column("visit", tr("Visit · with"), 130, lambda row: f"{row.visit_type}, {row.practitioner}")),
        ("status", _column("status", tr("Status"), 134, lambda row: f"{word(row.state)} {state_note(row)}")),
        (
            "waiting",
            _column(
                "waiting",
                tr("Waiting"),
                92,
                lambda row: tr("{minutes} min", minutes=row.waiting) if row.waiting else "",
            ),
        ),
        *[(f"lamp{number}", _lamp_column(number)) for number in lamps],
        ("open", Column(tr("Open"), lambda _i: "", align_of("open"), tooltip=_problems, spoken=_problems, width=88)),
        ("copay", _column("copay", tr("Co-pay"), 70, lambda row: copay_words(row)[0])),
        ("next", _column("next", tr("Next step"), 112, step_words)),
    ]
    return [code for code, _ in made], [column for _, column in made]


class BoardTable(RowTable):
    """Enter or a press on the button does the next step; on a heading it folds. Lamps answer to a press.

    Where the columns have no room, the visit goes below the patient's name, then the lamps into one cell; what is still
    too wide scrolls sideways, while time and patient stay.
    """

    stepped = Signal(object)
    folded = Signal(str)
    lamp_pressed = Signal(object, int)
    #: the cell that stands for all lamps was pressed
    open_pressed = Signal(object)
    menu_asked = Signal(object, QPoint)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lamps: tuple[int, ...] = ()
        self.codes: list[str] = []
        self.sticky, self._patient = 2, PATIENT
        self.board: RowTableModel[Item] = RowTableModel([], item_id)
        self.show_lamps((0, 1, 6, 7))
        self.entered_row.connect(self._entered)
        self.row_changed.connect(lambda number: self.chosen.emit(self.visit(number)))
        self.setAccessibleName(tr("Visits of the day"))

    def show_lamps(self, lamps: tuple[int, ...]) -> None:
        """Show other lamp columns; called when a room begins to have data."""
        if lamps == self.lamps:
            return
        self.lamps = lamps
        self.codes, made = columns(lamps)
        self.board = RowTableModel(made, item_id, self)
        self.cells, self._patient = BoardDelegate(self.codes, self), PATIENT
        self.setItemDelegate(self.cells)
        self.set_rows_model(self.board)

    # ------------------------------------------------------------------------------------------------- folding

    def least_width(self, number: int) -> int:
        """From the words a column may ever hold, so that nothing jumps while the day goes on."""
        column, code = self.board.columns[number], self.codes[number]
        title = paint.width(column.title, "tiny_b")
        usual = theme.px(column.width or self._patient)
        return max(usual, math.ceil(max(title, needed(code))) + theme.px(16))

    def share_room(self) -> None:
        """Fold what has no room, then share the rest."""
        if self.model() is self.board and len(self._least) == len(self.codes):
            self._fold()
        super().share_room()

    def _fold(self) -> None:
        wide, room = dict(zip(self.codes, self._least, strict=True)), self.viewport().width()
        lamps = sum(width for code, width in wide.items() if code.startswith("lamp"))
        others = sum(wide.values()) - lamps - wide["patient"] - wide["visit"] - wide["open"]
        visit_folded = others + lamps + wide["visit"] + theme.px(PATIENT) > room
        lamps_folded = visit_folded and others + lamps + theme.px(FOLDED_PATIENT) > room
        for number, code in enumerate(self.codes):
            hidden = visit_folded if code == "visit" else lamps_folded is not (code == "open")
            if code in ("visit", "open") or code.startswith("lamp"):
                self._hide(number, hidden)
        patient = STICKY_PATIENT if lamps_folded else FOLDED_PATIENT if visit_folded else PATIENT
        if patient != self._patient:
            self._patient, self.cells.visit_folded = patient, visit_folded
            self._least[self.codes.index("patient")] = self.least_width(self.codes.index("patient"))
            self.viewport().update()

    def _hide(self, number: int, hidden: bool) -> None:
        if self.isColumnHidden(number) is not hidden:
            self.setColumnHidden(number, hidden)

    def unseen(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What a cell of names or of the visit could not show in full."""
        row, room = self.board.row(index.row()), self.visualRect(index).width() - theme.px(16)
        if not isinstance(row, BoardRow):
            return ""
        parts = {"patient": patient_parts(row, visit=self.cells.visit_folded), "visit": visit_parts(row)}
        lines = parts.get(self.codes[index.column()], ())
        fits = all(paint.width(words, style) + theme.px(beside) <= room for words, style, beside in lines)
        return "" if fits else "\n".join(words for words, _, _ in lines)

    # --------------------------------------------------------------------------------------------------- lines

    def show_items(self, items: Sequence[Item]) -> None:
        """Show other lines; the chosen visit and the scroll stay."""
        rows = [item for item in items if isinstance(item, BoardRow)]
        lit = tuple(number for number in range(8) if any(row.lamps[number] is not None for row in rows))
        if lit:
            self.show_lamps(lit)
        before = [item_id(item) for item in self.board.rows]
        reload_keeping_selection(self, self.board, items)
        if before != [item_id(item) for item in items]:
            self._span()
        if not self.currentIndex().isValid():
            self.choose_first()

    def _span(self) -> None:
        self.clearSpans()
        height, heading = self.verticalHeader().defaultSectionSize(), theme.gap(HEADING, HEADING_TIGHT)
        for number, item in enumerate(self.board.rows):
            if isinstance(item, Heading):
                self.setSpan(number, 0, 1, len(self.codes))
            self.setRowHeight(number, heading if isinstance(item, Heading) else height)

    def measure(self) -> None:
        super().measure()
        if self.model() is not None and hasattr(self, "board"):
            self._span()

    def choose_first(self) -> None:
        """Choose the first visit, so that Enter has something to do."""
        for number, item in enumerate(self.board.rows):
            if isinstance(item, BoardRow):
                self.setCurrentIndex(self.board.index(number, 0))
                return

    def choose(self, appointment_id: int) -> bool:
        """Choose a visit by its appointment; False when it is not shown."""
        number = self.board.find(appointment_id)
        if number >= 0:
            self.setCurrentIndex(self.board.index(number, 0))
            self.scrollTo(self.board.index(number, 0))
        return number >= 0

    def visit(self, number: int | None = None) -> BoardRow | None:
        """The visit in a line, or the chosen one."""
        item = self.board.row(self.currentIndex().row() if number is None else number)
        return item if isinstance(item, BoardRow) else None

    def _entered(self, number: int) -> None:
        item = self.board.row(number)
        if isinstance(item, Heading):
            self.folded.emit(item.key)
        elif item is not None:
            self.stepped.emit(item)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        item = self.board.row(index)
        if isinstance(item, Heading):
            self.folded.emit(item.key)
        elif item is not None:
            code = self.codes[index.column()]
            if code == "next" and BoardDelegate.button_rect(QRectF(self.visualRect(index))).contains(event.position()):
                self.stepped.emit(item)
            elif code.startswith("lamp"):
                self.lamp_pressed.emit(item, int(code[4:]))
            elif code == "open":
                self.open_pressed.emit(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press on a button is not a second step."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.board.row(self.currentIndex().row())
        if isinstance(item, Heading) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space):
            self.folded.emit(item.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.visit()
        if row is not None:
            self.menu_asked.emit(row, event.globalPos())
