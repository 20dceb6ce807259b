"""A plan of care becomes twelve visits: a clash and a holiday in it, accepted with one key, booked, printed. By keyboard."""

from contextlib import suppress
from datetime import time
from typing import cast

from playing.desk import Desk, soon
from sqlalchemy import select

from app.core.errors import Clash
from app.core.ports import Place
from app.episodes.tables import EpisodeOfCare
from app.patients.view.page import PatientsPage
from app.reports.view.preview import Preview
from app.schedule.actions import AddBlock, BookAppointment, add_block, book
from app.schedule.tables import Appointment, AppointmentSeries
from app.schedule.view.series import SeriesDrawer
from app.staff.queries import actor_of
from app.staff.tables import User

#: from the record to the printed sheet; the two signs of "12" are typed besides
KEYS = 6


def told(desk: Desk, series: int) -> tuple[list[int | None], str]:
    """The numbers of a series' visits, and its rule."""
    with desk.office.executor.database.reading() as session:
        wanted = select(Appointment.series_number).where(Appointment.series_id == series)
        numbers = list(session.scalars(wanted.order_by(Appointment.starts_at)))
        return numbers, session.get_one(AppointmentSeries, series).rule


def patients(desk: Desk) -> tuple[int, tuple[int, ...]]:
    """Somebody in care with many visits left, and others."""
    with desk.office.executor.database.reading() as session:
        found = list(session.scalars(select(EpisodeOfCare.patient_id).order_by(EpisodeOfCare.id)))
        return found[4], tuple(found[1:4])


def spoil(desk: Desk, sheet: SeriesDrawer, others: tuple[int, ...]) -> None:
    """Another desk takes the first time of the sheet, and the director makes its fourth day a holiday."""
    model = sheet.model
    assert model.sheet is not None
    first, fourth = model.sheet.dates[0], model.sheet.dates[3]
    kind = sheet.form.visit_type.currentData()
    taken = [
        BookAppointment(
            patient_id=other, practitioner_id=first.practitioner_id, location_id=model.location_id, visit_type_id=kind,
            day=first.day, start=first.start,
        )
        for other in others
    ]  # fmt: skip
    holiday = AddBlock(
        location_id=model.location_id, day=fourth.day, start=time(0), end=time(23, 59), why="Founders’ Day",
        override=True, reason="Everybody is called",
    )  # fmt: skip

    def elsewhere() -> int:
        executor = desk.office.executor
        with executor.database.reading() as session:
            director = actor_of(
                session, session.scalars(select(User).where(User.user_name == "dmarsh")).one(), "Office"
            )
        executor.perform(add_block, holiday, director)
        with suppress(Clash):  # as many as the practitioner takes side by side
            for one in taken:
                executor.perform(book, one, director)
        return len(taken)

    done: list[int] = []
    desk.runner.background(elsewhere, done.append)
    soon(lambda: done, "the other desks were faster")


def test_a_series_of_twelve_by_keyboard(desk: Desk) -> None:
    found: list[tuple[int, tuple[int, ...]]] = []
    desk.runner.background(lambda: patients(desk), found.append)
    soon(lambda: found, "somebody in care is known")
    patient, others = found[0]
    desk.office.ports.go(Place("patients", patient_id=patient, known=True))
    page = cast(PatientsPage, desk.page("patients"))
    soon(lambda: page.record.record is not None and page.record.record.id == patient, "the record is open")
    desk.settle()
    desk.keys = desk.typed = 0
    desk.press("Ctrl+Shift+S")
    soon(lambda: [one for one in desk.window.findChildren(SeriesDrawer) if one.isVisible()], "the sheet opens")
    sheet = desk.shown(SeriesDrawer)
    soon(lambda: sheet.model.sheet is not None, "its dates are looked at")
    spoil(desk, sheet, others)
    desk.press("Alt+N")
    desk.write("12")
    soon(lambda: len(sheet.model.choices) == 12 and len(sheet.model.open()) >= 2, "clash and holiday are told")
    states = [line.state for line in sheet.model.lines()]
    assert states[3] == "Closed: Founders’ Day"
    desk.press("Alt+A")
    soon(lambda: not sheet.model.open(), "every alternative is taken")
    assert len(sheet.model.to_book()) == 12
    desk.press("Ctrl+Return")
    soon(lambda: sheet.model.done is not None, "all twelve are booked")
    desk.press("Ctrl+P")
    soon(lambda: [one for one in desk.window.findChildren(Preview) if one.isVisible()], "the patient's list is shown")
    desk.press("Ctrl+P")
    assert (desk.keys, desk.typed) == (KEYS, 2)
    done = sheet.model.done
    assert done is not None
    read: list[tuple[list[int | None], str]] = []
    desk.runner.background(lambda: told(desk, done.series_id), read.append)
    soon(lambda: read, "the series is read")
    numbers, rule = read[0]
    assert numbers == list(range(1, 13))
    assert "WKST=MO" in rule
