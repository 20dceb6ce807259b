"""How fast a full day is painted: forty columns of sixteen visits in a window of 1920 x 1000.

Each figure stands twice: in milliseconds, and against the floor of the same run, as many bare boxes with two lines of
text as are seen, drawn by a widget that does nothing else.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.core.clock import instant
from app.core.ports import Ports
from app.kit import theme
from app.runner.bridge import Runner
from app.schedule.queries import AppointmentRow, DayPlan, Period, PractitionerDay, PractitionerRow
from app.schedule.rules import AppointmentStatus, VisitKind
from app.schedule.view.canvas import DayCanvas
from app.schedule.viewmodel import DayModel
from tests.bench.boards import application, clinic_on_file
from tests.bench.measures import RUNS, Figure, measure, middle, milliseconds, p95
from tests.bench.searching import no_collecting
from tests.support.clinic import ANYONE, ZONE
from tests.support.databases import NOW

COLUMNS, VISITS, WIDE, HIGH = 40, 16, 1920, 1000
FIRST_MS, FRAME_MS, LARGE_MS = 30.0, 8.0, 20.0
#: at most so many times the bare boxes; a frame is a copy of what was painted, so it takes a part of them
FIRST_X, FRAME_X = 9.0, 1.5
FRAMES = 200
_DAY = NOW.date()
_TYPES = (
    ("Follow-up 45", VisitKind.FOLLOW_UP),
    ("Evaluation 60", VisitKind.EVALUATION),
    ("Re-evaluation", VisitKind.RE_EVALUATION),
)
_NAMES = (
    "Núñez",
    "Smith",
    "Okonkwo-Bauer",
    "Li",
    "Vandenberghe",
    "Ruiz",
    "Featherstonehaugh",
    "Ng",
    "Castellanos",
    "Ito",
)


def _at(minute: int) -> datetime:
    return instant(_DAY, time(minute // 60, minute % 60), ZONE)


def _visit(own: int, who: PractitionerRow, at: int, turn: int) -> AppointmentRow:
    start, minutes = 7 * 60 + at * 45 + own % 3 * 5, 30 + own % 3 * 5
    name, kind = _TYPES[own % 3]
    status = (
        AppointmentStatus.BOOKED,
        AppointmentStatus.BOOKED,
        AppointmentStatus.ARRIVED,
        AppointmentStatus.CANCELLED,
    )[own % 4]
    return AppointmentRow(
        own, 1, 1, who.id, who.family, own, f"{_NAMES[own % 10]}{turn}, {_NAMES[own // 10 % 10]} {own}", None, "", 1, name, kind,
        status, _DAY, time(start // 60, start % 60), minutes, ZONE, _at(start), _at(start + minutes),
    )  # fmt: skip


def full_day(columns: int = COLUMNS, visits: int = VISITS, turn: int = 0) -> DayPlan:
    """A day in which everybody works from 7:00 to 20:00 with an hour closed, and has so many visits; `turn` is in the names."""
    made = []
    for number in range(columns):
        who = PractitionerRow(number + 1, f"{_NAMES[number % 10]}{number}", "Min", "PT", 2 if number % 5 == 0 else 1)
        hours = tuple(Period(time(one), time(two), _at(60 * one), _at(60 * two)) for one, two in ((7, 12), (13, 20)))
        seen = tuple(_visit(number * visits + at + 1, who, at, turn) for at in range(visits))
        made.append(PractitionerDay(who, hours, (), seen))
    return DayPlan(1, "Visalia", ZONE, _DAY, _DAY, tuple(made))


class Bare(QWidget):
    """The floor: so many boxes with two lines of text each, over the whole window."""

    def __init__(self, boxes: int) -> None:
        super().__init__()
        self.boxes = boxes
        self.resize(WIDE, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        across = 12
        high = HIGH * across / self.boxes
        for number in range(self.boxes):
            rect = QRectF(number % across * 150 + 60, number // across * high, 140, high - 4)
            painter.fillRect(rect, theme.colour("info_soft"))
            painter.drawText(rect, 0, _NAMES[number % 10])
            painter.drawText(rect.adjusted(0, 16, 0, 0), 0, "Follow-up 45")


@contextmanager
def shown_day(scale: float = 1.0) -> Iterator[DayCanvas]:
    """The canvas in a window of the size that is asked for, empty, at a text size."""
    app = application()
    theme.apply(app, "light", scale)
    with clinic_on_file(1) as (clinic, _):
        runner = Runner(clinic.executor, inline=True)
        runner.actor = ANYONE
        canvas = DayCanvas(DayModel(runner, Ports()))
        canvas.resize(WIDE, HIGH)
        canvas.show()
        app.processEvents()
        with no_collecting():
            yield canvas
        canvas.close()
        runner.close()
    theme.apply(app, "light")


def first_paint(canvas: DayCanvas) -> float:
    """Median from the answer of the query to the painted day, other names at every turn."""

    def show(plan: DayPlan) -> None:
        canvas.model.take(plan)
        canvas.viewport().repaint()

    took = []
    for turn in range(RUNS + 2):
        canvas.model.take(DayPlan(1, "Visalia", ZONE, _DAY - timedelta(days=1), _DAY, ()))
        canvas.viewport().repaint()
        QApplication.processEvents()
        plan = full_day(turn=turn)
        took.append(milliseconds(partial(show, plan)))
    return middle(took[2:])


def frames(canvas: DayCanvas, step: Callable[[int], None]) -> float:
    """p95 of frames; `step` changes what is seen."""

    def frame(number: int) -> None:
        step(number)
        canvas.viewport().repaint()

    return p95([milliseconds(partial(frame, number)) for number in range(FRAMES)])


def scrolled(canvas: DayCanvas) -> float:
    """p95 of a frame while the day is scrolled down and up, to the right and back, a wheel's step at a time."""
    down, across = canvas.verticalScrollBar(), canvas.horizontalScrollBar()

    def step(number: int) -> None:
        bar, by = (down, 37) if number % 50 < 20 else (across, 61)
        bar.setValue(bar.value() + (by if number // 50 % 2 == 0 else -by))

    return frames(canvas, step)


def dragged(canvas: DayCanvas) -> float:
    """p95 of a frame while a visit is dragged over its column and its neighbours."""
    model = canvas.model
    down, across = canvas.verticalScrollBar().setValue, canvas.horizontalScrollBar().setValue
    down(0)
    across(0)
    box = next(box for box in model.board.columns[1].boxes if box.visit.status is AppointmentStatus.BOOKED)
    model.put_on(1, box)
    model.pick_up()
    took = frames(canvas, lambda number: model.put(number // 40 % 5, 8 * 60 + number % 40 * 5))
    model.put_down()
    return took


def floor() -> float:
    """Milliseconds that as many bare boxes take as are seen at 100 %."""
    bare = Bare(140)
    bare.show()
    QApplication.processEvents()
    took = [milliseconds(bare.repaint) for _ in range(RUNS * 3)]
    bare.close()
    return middle(took)


NAMES = ("day_first_paint", "day_scroll", "day_drag", "day_first_paint_200", "day_scroll_200", "day_drag_200")


@measure(*NAMES, *(f"{name}_ms" for name in NAMES))
def measure_days() -> list[Figure]:
    """First paint, scrolling and dragging at both text sizes."""
    found = []
    for end, scale, frame_ms in (("", 1.0, FRAME_MS), ("_200", 2.0, LARGE_MS)):
        with shown_day(scale) as canvas:
            bare = floor()
            values = (
                ("day_first_paint", first_paint(canvas), FIRST_MS, FIRST_X),
                ("day_scroll", scrolled(canvas), frame_ms, FRAME_X),
                ("day_drag", dragged(canvas), frame_ms, FRAME_X * scale * scale),
            )
        for name, value, most, times in values:
            found.append(Figure(f"{name}{end}_ms", value, "ms", most))
            found.append(Figure(name + end, value, "ms", times, bare))
    return found
