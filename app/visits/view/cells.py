"""How the board's cells are painted: only the cell that has a problem is loud, never the row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from app.core.text import tr
from app.kit import paint, theme
from app.kit.icons import draw_icon, draw_lamp, draw_ring
from app.kit.rows import ROW_ROLE
from app.kit.table import RowDelegate
from app.readiness.rules import worst
from app.visits.rules import LOOKS, Alarm, BoardRow, BoardState, CopayState, Group, Step, step_word, word
from app.visits.viewmodel.items import Heading

Index = QModelIndex | QPersistentModelIndex

#: an alert of several words is shown in part from so many pixels on, at 100 %; below, only its flag
SOME_WORDS = 60


def step_words(row: BoardRow) -> str:
    """What the row's one button says; `· 3` means that three points are open."""
    if row.step is Step.CHECK_IN and row.open_points:
        return tr("Check in · {count}", count=row.open_points)
    return step_word(row.step)


def state_note(row: BoardRow) -> str:
    """The second line under the status."""
    if row.state is BoardState.LATE:
        return tr("{minutes} min", minutes=row.late)
    if row.state is BoardState.ROOM and row.room:
        return tr("Room {room}", room=row.room) + (f" · {clock_time(row)}" if row.since else "")
    if row.group is Group.DONE:
        return " · ".join(part for part in (clock_time(row), row.ghost) if part)
    if row.since:
        return tr("since {time}", time=clock_time(row))
    return tr("walk-in") if row.walk_in else ""


def clock_time(row: BoardRow) -> str:
    """The wall time since when the state holds."""
    return f"{row.since.hour % 12 or 12}:{row.since.minute:02d}" if row.since else ""


def copay_words(row: BoardRow) -> tuple[str, str]:
    """The co-pay cell: words and colour token."""
    match row.copay:
        case CopayState.PAID:
            return tr("Paid"), "ok"
        case CopayState.NONE:
            return tr("none"), "text3"
        case CopayState.ASK:
            return tr("ask"), "text3"
        case CopayState.EXCUSED:
            return tr("not taken"), "text3"
        case CopayState.DUE:
            owed = (row.due_cents or 0) - row.paid_cents
            return (f"${owed // 100}" if owed % 100 == 0 else f"${owed / 100:.2f}"), "text"


def open_words(row: BoardRow) -> str:
    """All lamps in one cell: how many points are open."""
    return tr("{count} open", count=row.open_points) if row.open_points else ""


def born_words(row: BoardRow) -> str:
    """Birth date and age."""
    born = f"{row.birth_date:%m/%d/%Y}" if row.birth_date else tr("no birth date")
    return f"{born} · {row.age}" if row.age is not None else born


def person_line(row: BoardRow, room: float, *, visit: bool) -> str:
    """The second line below a name; with `visit` also what folds in there, as much of it as fits as a whole."""
    born = born_words(row)
    if not visit:
        return born
    day = born.partition(" · ")[0]
    who = row.practitioner.partition(",")[0]
    lines = (
        f"{born} · {row.visit_type} · {row.practitioner}",
        f"{born} · {row.visit_type} · {who}",
        f"{day} · {row.visit_type} · {who}",
        f"{day} · {row.visit_type}",
    )
    return next((line for line in lines if paint.width(line, "small") <= room), born)


def visit_parts(row: BoardRow) -> tuple[tuple[str, str, int], ...]:
    """What the visit's cell shows: words, style, and what stands beside them, in pixels at 100 %."""
    return (row.visit_type, "body", 0), (row.practitioner, "small", 0)


def patient_parts(row: BoardRow, *, visit: bool) -> tuple[tuple[str, str, int], ...]:
    """The same of the patient's cell; with `visit` what folds in there too."""
    second = " · ".join((born_words(row), row.visit_type, row.practitioner)) if visit else born_words(row)
    alert = round((paint.width(row.alert, "small_b")) / theme.current().scale) + 26 if row.alert else 0
    beside = (alert, 0) if visit else (0, alert)
    lines = ((row.patient, "name", beside[0]), (second, "small", beside[1]))
    return (*lines, (row.alert, "small_b", 0)) if row.alert else lines


class BoardDelegate(RowDelegate):
    """Paints headings across the whole table and, for visits, each cell by its column's code.

    With `visit_folded` there is no column for the visit: it stands below the patient's name.
    """

    def __init__(self, codes: list[str], parent: QTableView) -> None:
        super().__init__(parent)
        self.codes = codes
        self.visit_folded = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ROW_ROLE)
        if isinstance(item, Heading):
            self._heading(painter, option, item)
        else:
            super().paint(painter, option, index)

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, item: Heading) -> None:
        rect, view = QRectF(option.rect), option.widget
        if isinstance(view, QTableView):  # its words stay in sight while the columns go by
            rect.setLeft(0)
            rect.setWidth(view.viewport().width())
        current = isinstance(view, QTableView) and view.currentIndex().data(ROW_ROLE) is item
        painter.save()
        painter.fillRect(rect, theme.colour("sunken" if item.band else "surface"))
        if item.band:
            paint.hline(painter, rect.left(), rect.top(), rect.width(), "control" if theme.current().framed else "line")
        paint.hline(painter, rect.left(), rect.bottom() - 1, rect.width())
        size = theme.px(16)
        draw_icon(
            painter,
            "right" if item.folded else "down",
            theme.px(12),
            round(rect.center().y() - size / 2),
            size,
            "text2",
        )
        x = rect.left() + theme.px(34)
        style, ink = ("name", "text") if item.band else ("small_b", "text2")
        x += paint.text(painter, QRectF(x, rect.top(), rect.width() / 2, rect.height()), item.title, style, ink)
        room = QRectF(x + theme.px(10), rect.top(), rect.right() - x - theme.px(20), rect.height())
        paint.text(painter, room, item.note, "small", "text2")
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) or (
            isinstance(view, QTableView) and view.hasFocus()
        )
        if current and focused:
            paint.focus_ring(painter, rect, theme.px(6), inside=True)
        painter.restore()

    def paint_cell(self, painter: QPainter, rect: QRectF, index: Index, ground: str) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, BoardRow):
            return
        code = self.codes[index.column()]
        if code.startswith("lamp"):
            self._lamp(painter, rect, row, int(code[4:]))
            return
        getattr(self, f"_{code}")(painter, rect, row, ground)

    @staticmethod
    def _lines(rect: QRectF) -> tuple[QRectF, QRectF]:
        first = QRectF(rect.left(), rect.center().y() - theme.px(18), rect.width(), theme.px(20))
        return first, QRectF(rect.left(), first.bottom() - 2, rect.width(), theme.px(18))

    @staticmethod
    def _ink(row: BoardRow) -> str:
        return "text2" if row.group is Group.DONE else "text"

    def _time(self, painter: QPainter, rect: QRectF, row: BoardRow, ground: str) -> None:
        words = f"{row.start.hour % 12 or 12}:{row.start.minute:02d}"
        paint.text(painter, rect, words, "time", self._ink(row), paint.RIGHT, strike=row.state is BoardState.CANCELLED)

    def _patient(self, painter: QPainter, rect: QRectF, row: BoardRow, ground: str) -> None:
        first, second = self._lines(rect)
        flag = theme.px(22) if self.visit_folded and row.alert else 0
        name, gone = paint.short_name(row.patient, first.width() - flag), row.state is BoardState.CANCELLED
        used = paint.text(painter, first, name, "name", self._ink(row), strike=gone)
        below = paint.text(painter, second, person_line(row, second.width(), visit=self.visit_folded), "small", "text2")
        self._flag(painter, *((first, row.alert, used) if self.visit_folded else (second, row.alert, below)))

    @staticmethod
    def _flag(painter: QPainter, line: QRectF, alert: str, used: float) -> None:
        """The alert behind what stands in a line: its words where they have room, at least its flag."""
        x, size, room = line.left() + used + theme.px(8), theme.px(13), line.width() - used - theme.px(26)
        if not alert or room < -theme.px(4):
            return
        draw_icon(painter, "flag", round(x), round(line.center().y() - size / 2), size, "warn")
        if room >= min(paint.width(alert, "small_b"), theme.px(SOME_WORDS)):
            paint.text(painter, QRectF(x + theme.px(17), line.top(), room, line.height()), alert, "small_b", "warn")

    def _visit(self, painter: QPainter, rect: QRectF, row: BoardRow, ground: str) -> None:
        first, second = self._lines(rect)
        paint.text(painter, first, row.visit_type, "body", self._ink(row))
        paint.text(painter, second, row.practitioner, "small", "text2")

    def _status(self, painter: QPainter, rect: QRectF, row: BoardRow, ground: str) -> None:
        ring, tone = LOOKS[row.state]
        first, second = self._lines(rect.adjusted(theme.px(25), 0, 0, 0))
        note = state_note(row)
        size = theme.px(18)
        top = first if note else rect
        draw_ring(painter, ring, round(rect.left()), round(top.center().y() - size / 2), size, tone, ground)
        paint.text(painter, first if note else rect.adjusted(theme.px(25), 0, 0, 0), word(row.state), "strong", tone)
        if note:
            paint.text(painter, second, note, "small", "text2")

    def _waiting(self, painter: QPainter, rect: QRectF, row: BoardRow, ground: str) -> None:
        if not row.waiting:
            return
        words = tr("{minutes} min", minutes=row.waiting)
        if row.alarm is Alarm.NONE:
            paint.text(painter, rect, words, "body", "text2", paint.RIGHT)
            return
        loud = row.alarm is Alarm.ALARM
        made = paint.Pill(
            words,
            "bad" if loud else "warn",
            icon="alarm" if loud else "clock",
            solid=loud,
            framed=not loud,
            style="money",
        )
        wide = min(paint.pill_width(made), rect.width() + theme.px(8))
        high = theme.px(24)
        paint.pill(painter, QRectF(rect.right() + theme.px(4) - wide, rect.center().y() - high / 2, wide, high), made)

    @staticmethod
    def _lamp(painter: QPainter, rect: QRectF, row: BoardRow, number: int) -> None:
        lamp = row.lamps[number]
        if lamp is not None:
            size = theme.px(16)
            draw_lamp(
                painter,
                lamp.state.value,
                round(rect.center().x() - size / 2),
                round(rect.center().y() - size / 2),
                size,
            )

    def _open(self, painter: QPainter, rect: QRectF, row: BoardRow, ground: str) -> None:
        """All lamps in one cell: the worst one's shape, and how many points are open."""
        lamp = worst(row.lamps)
        if lamp is None:
            return
        size = theme.px(16)
        draw_lamp(painter, lamp.state.value, round(rect.left()), round(rect.center().y() - size / 2), size)
        paint.text(painter, rect.adjusted(theme.px(24), 0, 0, 0), open_words(row), "strong", self._ink(row))

    def _copay(self, painter: QPainter, rect: QRectF, row: BoardRow, ground: str) -> None:
        words, ink = copay_words(row)
        style = "money" if row.copay is CopayState.DUE else "body"
        paint.text(painter, rect, words, style, self._ink(row) if ink == "text" else ink, paint.RIGHT)

    def _next(self, painter: QPainter, rect: QRectF, row: BoardRow, ground: str) -> None:
        quiet = "quiet" if row.group is Group.DONE else "soft"
        kind = "primary" if ground == "selected" and quiet == "soft" else quiet
        paint.button(painter, self.button_rect(rect), paint.ButtonLook(step_words(row), kind, style="small_b"))

    @staticmethod
    def button_rect(rect: QRectF) -> QRectF:
        """Where the step button stands in its cell."""
        high = theme.px(30)
        return QRectF(rect.left(), rect.center().y() - high / 2 - 0.5, rect.width(), high)


def align_of(code: str) -> Qt.AlignmentFlag:
    """How a column's title stands: over its figures or its lamps."""
    if code in ("time", "waiting", "copay"):
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignHCenter if code.startswith("lamp") else Qt.AlignmentFlag.AlignLeft


def needed(code: str) -> float:
    """Pixels that the longest words of a column take in the language in force, with what stands beside them."""
    match code:
        case "status":
            return max(paint.width(word(state), "strong") for state in BoardState) + theme.px(25)
        case "next":
            steps = [step_word(step) for step in Step] + [tr("Check in · {count}", count=8)]
            return max(paint.width(words, "small_b") for words in steps) + theme.px(12)
        case "waiting":
            return paint.pill_width(paint.Pill(tr("{minutes} min", minutes=88), icon="alarm")) - theme.px(8)
        case "open":
            return paint.width(tr("{count} open", count=8), "strong") + theme.px(24)
        case "copay":
            return max(paint.width(words) for words in (tr("Paid"), tr("none"), tr("ask"), tr("not taken")))
    return 0
