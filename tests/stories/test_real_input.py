"""A day of another system's data, lived through at the real window: imported as booked, replayed row by row, closed, reported."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from playing.desk import Desk, soon
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from sqlalchemy import select

from app.bootstrap import read_site
from app.core.clock import FixedClock, instant
from app.core.database import open_embedded
from app.core.door import anchors
from app.core.keys import new_clinic
from app.core.paths import HOME_VARIABLE, SITE_VARIABLE, Folders
from app.core.places import Places, places
from app.core.settings import Settings, site_text
from app.exchange.actions.run import ImportSummary, issues, make_plan, run_import
from app.exchange.demo import clinic as demo
from app.exchange.demo.hands import Hands
from app.exchange.demo.people import ZONE
from app.exchange.rules.values import Kind, Level, Options
from app.kit import theme
from app.migrations.upgrade import upgrade
from app.reports.documents import end_of_day as draw
from app.reports.queries import DayReport, end_of_day
from app.reports.rules.values import Outcome
from app.runner.execute import Executor
from app.schedule.tables import Appointment
from app.schedule.view.page import SchedulePage
from app.staff.actions.second_person import StaffGate
from app.visits.rules import BoardState
from app.visits.view.asking import CloseDayPanel, ReasonPanel
from app.visits.view.check_in import CheckInPanel
from app.visits.view.check_out import CheckOutPanel

DAY = date(2024, 10, 21)
OPENS = "2024-10-21T07:30"
SOURCE = "clinic"
#: what a practitioner of the other system had at one time, cancelled visits included
LANES = 3


@dataclass(frozen=True, slots=True)
class Happening:
    """Something a row of the file says happened, and when."""

    at: datetime
    what: str
    number: str  # the visit's in the file


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def day_rows(data_dir: Path) -> list[dict[str, str]]:
    return [row for row in rows_of(data_dir / "clinic" / "appointments.csv") if row["appointment_date"] == str(DAY)]


def happenings(rows: list[dict[str, str]]) -> list[Happening]:
    """The file's day in order: what was cancelled is known when the desk opens; who did not come, a quarter of an hour later."""

    def at(text: str, minutes: int = 0) -> datetime:
        return instant(DAY, time.fromisoformat(text), ZONE) + timedelta(minutes=minutes)

    found = []
    for row in rows:
        number = row["appointment_id"]
        match row["status"]:
            case "cancelled":
                found.append(Happening(at("07:31:00"), "cancel", number))
            case "did not attend":
                found.append(Happening(at(row["appointment_time"], 15), "no-show", number))
            case _:
                found.append(Happening(at(row["check_in_time"]), "check-in", number))
                found.append(Happening(at(row["start_time"]), "start", number))
                found.append(Happening(at(row["end_time"]), "end", number))
    return sorted(found, key=lambda one: one.at)


@dataclass(slots=True)
class Imported:
    """A clinic whose patients and whose day came from files."""

    people: ImportSummary
    others: ImportSummary
    visits: ImportSummary
    numbers: dict[str, int]
    refused: int
    location_id: int


def _take(hands: Hands, path: Path, kind: Kind, options: Options) -> ImportSummary:
    return run_import(
        hands.executor, hands.crew.director, make_plan(hands.executor, hands.crew.director, path, kind, options)
    )


def _fill(hands: Hands, data_dir: Path) -> Imported:
    here = hands.places.visalia
    people = _take(hands, data_dir / "clinic" / "patients.csv", Kind.PATIENTS, Options(location_id=here, source=SOURCE))
    others = _take(
        hands, data_dir / "synthea" / "patients.csv", Kind.PATIENTS, Options(location_id=here, source="synthea")
    )
    day = Options(location_id=here, source=SOURCE, lanes=LANES, as_booked=True, only_day=DAY)
    visits = _take(hands, data_dir / "clinic" / "appointments.csv", Kind.APPOINTMENTS, day)
    with hands.executor.database.reading() as session:
        numbers = {str(number): own for number, own in session.execute(select(Appointment.external_id, Appointment.id))}
    said = [one for summary in (people, others, visits) for one in issues(hands.executor, hands.crew.director, summary)]
    return Imported(people, others, visits, numbers, sum(one.level is Level.REFUSED for one in said), here)


def _site(folder: Path) -> tuple[Places, bytes]:
    values = {
        "clinic_name": demo.CLINIC, "location": demo.VISALIA.code, "zone": ZONE, "desk": demo.DESK,
        "data_folder": str(folder), "backup_folder": str(folder / "backups"), "demo": True, "demo_clock": OPENS,
        "demo_user": "ana", "demo_key_file": str(folder / "demo.key"),
    }  # fmt: skip
    where = places(Settings(**values), Folders(folder, folder, folder, folder))  # type: ignore[arg-type]
    key = new_clinic(where).bundle.clinic_key
    (folder / "demo.key").write_text(key.hex(), encoding="ascii")
    (folder / "site.toml").write_text(site_text(values), encoding="utf-8")
    return where, key


@pytest.fixture
def imported(data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Imported:
    """A new clinic on the embedded engine, filled from the outside files alone."""
    folder = tmp_path / "clinic"
    folder.mkdir()
    where, key = _site(folder)
    clock = FixedClock(datetime(2024, 9, 2, 15, tzinfo=UTC))
    database = open_embedded(where.database, key, clock=clock, desk=demo.DESK, create=True)
    upgrade(database)
    opens = instant(DAY, time(7, 30), ZONE)
    hands = Hands(Executor(database, StaffGate(), anchors(where)), clock, opens, DAY)
    demo.found(hands, clock.at)
    hands.set(opens - timedelta(hours=1))
    made = _fill(hands, data_dir)
    database.close()
    monkeypatch.setenv(SITE_VARIABLE, str(folder / "site.toml"))
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return made


@pytest.fixture
def at_work(qapp: QApplication, rings: None, imported: Imported) -> Iterator[Desk]:
    """The real window on that clinic, at half past seven, with the front desk signed in."""
    theme.apply(qapp)
    desk = Desk(read_site())
    desk.sign_in()
    yield desk
    desk.close()


# ------------------------------------------------------------------------------------------------------------ hands


def _choose(desk: Desk, visit: int) -> None:
    soon(lambda: desk.today.table.choose(visit), f"visit {visit} is chosen")
    desk.today.table.setFocus()
    desk.settle()


def _unfold(desk: Desk) -> None:
    """Show the visits that are more than an hour ahead."""
    table = desk.today.table
    table.setFocus()
    table.setCurrentIndex(table.board.index(table.board.find("far"), 0))
    desk.press("Right")
    soon(lambda: len(table.board.rows) > len(desk.today.model.rows), "every visit has its line")


def _menu(desk: Desk, words: str) -> None:
    """Open the visit's menu and walk down to an entry."""
    desk.press("Shift+F10")
    soon(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu is open")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    soon(lambda: _down_to(desk, menu, words), f"the entry {words} is reached")
    desk.press("Return")


def _down_to(desk: Desk, menu: QMenu, words: str) -> bool:
    desk.press("Down")
    entry: QAction | None = menu.activeAction()
    return entry is not None and entry.text() == words


def _cancel(desk: Desk, visit: int) -> None:
    _menu(desk, "Cancel…")
    page = desk.page("schedule")
    assert isinstance(page, SchedulePage)
    soon(lambda: page.drawer.isVisible() and _under_the_cursor(page) == visit, "the reasons are offered")
    desk.settle()
    assert page.cancelling.form.reasons.hasFocus()
    desk.press("Return")
    soon(page.drawer.isHidden, "the visit is cancelled")
    desk.press("Ctrl+1")
    desk.page("today")
    desk.reaches(visit, BoardState.CANCELLED)


def _under_the_cursor(page: SchedulePage) -> int | None:
    box = page.model.selected()
    return box.visit.id if box else None


def _no_show(desk: Desk, visit: int) -> None:
    _menu(desk, "Did not come…")
    soon(lambda: desk.today.panel is not None, "the reasons are offered")
    desk.settle()
    assert desk.shown(ReasonPanel).reasons.hasFocus()
    desk.press("Return")
    desk.reaches(visit, BoardState.NOSHOW)


def _check_in(desk: Desk, visit: int) -> None:
    desk.press("Return")
    desk.reaches(visit, BoardState.ARRIVED)
    desk.settle()
    _choose(desk, visit)
    desk.press("Return")
    soon(lambda: desk.today.panel is not None and desk.shown(CheckInPanel).model.papers, "the panel is filled")
    desk.settle()
    desk.press("Ctrl+Return")
    desk.reaches(visit, BoardState.READY)


def _end(desk: Desk, visit: int) -> None:
    """The treatment is over, and the patient leaves at once; nothing is due, no further visit is needed."""
    desk.press("Return")
    desk.reaches(visit, BoardState.OUT)
    desk.settle()
    _choose(desk, visit)
    desk.press("Return")
    soon(lambda: desk.today.panel is not None, "the panel opens")
    desk.settle()
    desk.click(desk.shown(CheckOutPanel).group.button(2))
    desk.press("Ctrl+Return")
    desk.reaches(visit, BoardState.DONE)


def _start(desk: Desk, visit: int) -> None:
    desk.press("Return")
    desk.reaches(visit, BoardState.ROOM)


HANDS = {"cancel": _cancel, "no-show": _no_show, "check-in": _check_in, "start": _start, "end": _end}


def _close_day(desk: Desk) -> None:
    desk.press("Ctrl+Shift+E")
    soon(lambda: desk.today.panel is not None, "the panel opens")
    panel = desk.shown(CloseDayPanel)
    soon(lambda: panel.model.points is not None, "the open points are shown")
    for field in list(panel.fields.values()):
        field.setFocus()
        desk.write("From the other system")
    desk.press("Ctrl+Return")
    soon(lambda: desk.today.panel is None, "the day is closed")
    desk.settle()


# ------------------------------------------------------------------------------------------------------------ story


@pytest.mark.timeout(600)
def test_a_day_of_another_system_is_lived_through(
    at_work: Desk, imported: Imported, data_dir: Path, tmp_path: Path
) -> None:
    rows = day_rows(data_dir)
    assert imported.people.counts.created == len(rows_of(data_dir / "clinic" / "patients.csv"))
    assert imported.others.counts.created == len(rows_of(data_dir / "synthea" / "patients.csv"))
    assert (imported.visits.counts.created, imported.refused) == (len(rows), 0)
    desk = at_work
    assert len(desk.today.model.rows) == len(rows)
    assert {row.state for row in desk.today.model.rows} == {BoardState.BOOKED}

    _unfold(desk)
    for happening in happenings(rows):
        desk.pass_time(happening.at)
        desk.today.model.load()
        desk.settle()
        visit = imported.numbers[happening.number]
        _choose(desk, visit)
        HANDS[happening.what](desk, visit)
        desk.settle()

    states = Counter(row.state for row in desk.today.model.rows)
    straight = Counter(row["status"] for row in rows)
    assert states == {
        BoardState.DONE: straight["attended"], BoardState.CANCELLED: straight["cancelled"],
        BoardState.NOSHOW: straight["did not attend"],
    }  # fmt: skip
    desk.pass_time(instant(DAY, time(19), ZONE))
    _close_day(desk)

    answers: list[DayReport] = []
    desk.runner.ask(end_of_day, imported.location_id, DAY, then=answers.append)
    soon(lambda: answers, "the report is made")
    report = answers[0]
    counted = Counter(one.outcome for one in report.visits)
    assert counted == {
        Outcome.ATTENDED: straight["attended"], Outcome.NOSHOW: straight["did not attend"],
        Outcome.LATE_CANCEL: straight["cancelled"],  # the desk hears of them on the day
    }  # fmt: skip
    assert report.closing is not None
    assert draw(report).startswith(b"%PDF")
    desk.picture(tmp_path / "report.png")
