"""The day at the real window by keyboard: move, resize, carry to another day, change places; each is undone by one key.

Keys, counted from the visit under the cursor to the end of the deed:

    move to the nearest free time           Ctrl+M, Down, Enter                                  3, one more where it is taken
    five minutes shorter                    Ctrl+M, Shift+Up, Enter                              3
    two visits to the next day              Ctrl+B, Down, Ctrl+B, Alt+PgDown, Ctrl+V, 2 x Enter  7, one more where it is taken
    two visits change places                Ctrl+M, Down, Ctrl+Enter                             3
    take any of it back                     Ctrl+Z                                               1
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time

from playing.desk import Desk, soon

from app.schedule.queries import AppointmentRow
from app.schedule.view.page import SchedulePage
from app.schedule.viewmodel.board import Box
from app.schedule.viewmodel.day import DayModel
from app.schedule.viewmodel.hand import movable

Stand = tuple[date, str, time, int]


def standing(model: DayModel) -> dict[int, Stand]:
    """Where and how long every visit of the day stands; ghosts left out."""
    boxes = [box.visit for column in model.board.columns for box in column.boxes]
    return {one.id: (model.day, one.practitioner, one.start, one.minutes) for one in boxes if not one.ghost}


def free(model: DayModel, visit: AppointmentRow) -> bool:
    """Whether it can be moved, and its time is still to come."""
    return movable(visit) and visit.start.hour * 60 + visit.start.minute > model.not_before() + 15


def chosen(desk: Desk, page: SchedulePage, fits: Callable[[DayModel, int, Box], bool]) -> AppointmentRow:
    """Put the cursor on the first visit that fits."""
    model = page.model
    for column, one in enumerate(model.board.columns):
        for box in one.boxes:
            if free(model, box.visit) and fits(model, column, box):
                model.put_on(column, box)
                page.canvas.setFocus()
                return box.visit
    raise AssertionError("a visit fits")


@contextmanager
def deed(desk: Desk, page: SchedulePage, story: str, limit: int) -> Iterator[None]:
    """What is done inside takes so many keys at most; one key more takes it back, and the day is as before."""
    before = standing(page.model)
    with desk.counted(limit) as keys:
        yield
    print(f"\n{story}: {keys[0]} keys (limit {limit})")
    desk.settle()
    soon(desk.frame.status.undo.isVisible, "the way back is offered")
    desk.press("Ctrl+Z")
    soon(lambda: standing(page.model) == before, f"{story} is taken back")
    desk.settle()


def to_another_time(desk: Desk, page: SchedulePage) -> None:
    visit = chosen(desk, page, lambda _model, _column, _box: True)
    was = standing(page.model)[visit.id]
    with deed(desk, page, "move", 4):
        desk.press("Ctrl+M")
        desk.press("Down")
        if page.model.drag_problem() is not None:
            desk.press("Alt+Down")
        desk.press("Return")
        soon(lambda: standing(page.model)[visit.id] != was, "the visit stands elsewhere")


def shorter(desk: Desk, page: SchedulePage) -> None:
    visit = chosen(desk, page, lambda _model, _column, box: box.visit.minutes > 15)
    with deed(desk, page, "resize", 3):
        desk.press("Ctrl+M")
        desk.press("Shift+Up")
        desk.press("Return")
        soon(lambda: standing(page.model)[visit.id][3] == visit.minutes - 5, "the visit is shorter")


def before_another(model: DayModel, column: int, box: Box) -> bool:
    """Whether the next visit begins as this one ends, is as long, and can be moved too."""
    near = [one for one in model.board.columns[column].boxes if one.span.start == box.span.end]
    return len(near) == 1 and free(model, near[0].visit) and near[0].visit.minutes == box.visit.minutes


def swapped(desk: Desk, page: SchedulePage) -> None:
    visit = chosen(desk, page, before_another)
    was = standing(page.model)[visit.id]
    with deed(desk, page, "change places", 3):
        desk.press("Ctrl+M")
        desk.press("Down")
        assert page.model.in_the_way() is not None
        desk.press("Ctrl+Return")
        soon(lambda: standing(page.model)[visit.id] != was, "they have changed places")


def carried(desk: Desk, page: SchedulePage) -> None:
    model = page.model

    first, day = chosen(desk, page, before_another), model.day
    with desk.counted(8) as keys:
        desk.press("Ctrl+B")
        desk.press("Down")
        second = model.selected()
        assert second is not None
        desk.press("Ctrl+B")
        assert [pin.visit.id for pin in model.pins.pins] == [first.id, second.visit.id]
        desk.press("Alt+PgDown")
        soon(lambda: model.plan is not None and model.plan.day > day, "the next day is shown")
        desk.settle()
        desk.press("Ctrl+V")
        for visit in (first, second.visit):
            assert model.picked is not None
            if model.drag_problem() is not None:
                desk.press("Alt+Down")
            desk.press("Return")
            soon(lambda wanted=visit: wanted.id in standing(model), "the visit stands on the other day")
            desk.settle()
    print(f"\ntwo visits on another day: {keys[0]} keys (limit 8)")
    assert not model.pins.pins
    desk.press("Ctrl+Z")
    soon(lambda: second.visit.id not in standing(model), "the second one is back on its day")
    assert first.id in standing(model)


def test_a_day_is_put_right_by_keys(desk: Desk) -> None:
    desk.press("Ctrl+2")
    page = desk.page("schedule")
    assert isinstance(page, SchedulePage)
    soon(lambda: page.model.plan is not None, "the schedule is loaded")
    desk.settle()
    to_another_time(desk, page)
    shorter(desk, page)
    swapped(desk, page)
    carried(desk, page)
