"""The demo clinic: a folder with a throw-away key, a site file and a database, lived in up to 10:40 of one weekday.

Every row comes from a room's own action under a clock that is moved along, so the demo's journal reads like a clinic's.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import event

from app.core.backup import backup
from app.core.clock import FixedClock
from app.core.database import Database, open_embedded
from app.core.door import anchors
from app.core.keys import new_clinic
from app.core.paths import Folders, ensure_folder
from app.core.places import Places, places
from app.core.settings import Settings, site_text
from app.exchange.demo import clinic
from app.exchange.demo.care import tend
from app.exchange.demo.hands import Hands
from app.exchange.demo.people import OTHERS, ZONE, Person, Planned, plan
from app.exchange.demo.registering import Newcomer, register
from app.exchange.demo.visiting import Event, Guest, Visit, booked, drafted, morning, whole
from app.exchange.demo.waiting import set_rule, waiting
from app.runner.execute import Executor
from app.staff.actions.second_person import StaffGate
from app.visits.actions import CloseDay, close_day

#: the wall time at which the demo's clock begins
NOW = "2026-03-10T10:40"
SITE_FILE, KEY_FILE = "site.toml", "demo.key"
#: working days before the demo's on which some of its people were here already
EARLIER = (-5, -3, -1)
#: who of OTHERS comes to the second location on the demo's day: what, when, how far
AT_TULARE = {2: ("FU45", time(9), "done"), 3: ("FU45", time(10, 15), "arrived-9"), 4: ("EVAL60", time(13), "booked")}


@dataclass(frozen=True, slots=True)
class DemoClinic:
    """Where the demo lies and who signs in; a window opens it when the variable FRONTDESK_SITE names `site`."""

    folder: Path
    site: Path
    database: Path
    user: str
    password: str
    day: date


def make_demo(folder: Path, migrate: Callable[[Database], object], *, now_wall: str = NOW) -> DemoClinic:
    """Make the demo clinic in a new or empty folder. `now_wall`: a wall time of a Monday to Friday, 10:40 in the plan.

    `migrate` brings the new database to the newest schema (migrations.upgrade.upgrade, a room above this one).
    Raises Unavailable where a clinic lies in the folder already, or where it cannot be written to.
    """
    folder = ensure_folder(folder.absolute())
    values = _values(folder, now_wall)
    where = places(Settings(**values), Folders(folder, folder, folder, folder))
    key = new_clinic(where).bundle.clinic_key
    (folder / KEY_FILE).write_text(key.hex(), encoding="ascii")
    (folder / SITE_FILE).write_text(site_text(values), encoding="utf-8")
    now = datetime.fromisoformat(now_wall).replace(tzinfo=ZoneInfo(ZONE))
    database = _open(where, key)
    try:
        migrate(database)
        _live(Hands(Executor(database, StaffGate(), anchors(where)), _clock(database), now.astimezone(UTC), now.date()))
        _clock(database).at = now.replace(hour=7, minute=0).astimezone(UTC)
        backup(database, where.backups, database.clock, zone=ZONE)
    finally:
        database.close()
    return DemoClinic(folder, folder / SITE_FILE, where.database, clinic.ACCOUNTS[0][0], clinic.PASSWORD, now.date())


def _values(folder: Path, now_wall: str) -> dict[str, Any]:
    """The site file's settings by attribute name."""
    place = clinic.VISALIA
    return {
        "clinic_name": clinic.CLINIC,
        "clinic_address": f"{place.address_line}, {place.city}, {place.state} {place.postal_code}",
        "clinic_phone": place.phone,
        "location": place.code,
        "zone": ZONE,
        "desk": clinic.DESK,
        "data_folder": str(folder),
        "backup_folder": str(folder / "backups"),
        "demo": True,
        "demo_clock": now_wall,
        "demo_user": clinic.ACCOUNTS[0][0],
        "demo_key_file": str(folder / KEY_FILE),
    }


def _open(where: Places, key: bytes) -> Database:
    """The new database. Nothing of a demo must survive a power cut, so its hundreds of commits do not wait for the disk."""
    start = FixedClock(datetime(2026, 1, 5, tzinfo=UTC))
    database = open_embedded(where.database, key, clock=start, desk=clinic.DESK, create=True)
    event.listen(database.engine, "connect", lambda driver, _record: driver.execute("PRAGMA synchronous = OFF"))
    return database


def _clock(database: Database) -> FixedClock:
    assert isinstance(database.clock, FixedClock)  # noqa: S101 - tells the type checker; _open made it so
    return database.clock


def _live(hands: Hands) -> None:
    """Weeks of a clinic's life, in the order in which they happened."""
    clinic.found(hands, hands.wall(hands.workday(-45), time(8)))
    set_rule(hands)
    today, events = plan(), list[Event]()
    for number, planned in enumerate(today):
        events += _coming(hands, number, planned)
    for number, person in enumerate(OTHERS):
        events += _known(hands, len(today) + number, number, person)
    events += [_closing(hands, back) for back in EARLIER]
    for at, happen in sorted(events, key=lambda one: one[0]):
        hands.set(at)
        happen()
    hands.set(hands.now)
    clinic.refine(hands)
    tend(hands)


def _coming(hands: Hands, number: int, planned: Planned) -> list[Event]:
    """Everything about one visit of the demo's day, from the registration on."""
    new = planned.visit_type == "EVAL60"
    guest = Guest(Newcomer(number, planned.person, planned.visit_type, planned.gaps, hands.places.visalia))
    visit = drafted(hands, guest, planned, hands.day)
    visits, events = [visit], morning(hands, planned.state, visit)
    if not new and ("balance" in planned.gaps or number % 3 == 0):
        back = EARLIER[0] if "balance" in planned.gaps else EARLIER[number // 3 % len(EARLIER)]
        before = drafted(hands, guest, planned, hands.workday(back))
        visits.append(before)
        events += whole(hands, before, not_taken="bill" if "balance" in planned.gaps else "")
    if planned.state == "booked" and number % 4 == 1:
        visits.append(drafted(hands, guest, _next(planned), hands.workday(1 + number % 2)))
    if number % 3 == 0:
        visit.next_one = lambda: booked(hands, drafted(hands, guest, _next(planned), hands.workday(5)))
    return [(_entry(hands, number, new=new), lambda: _enter(hands, guest, visits)), *events]


def _next(planned: Planned) -> Planned:
    """The visit that follows a planned one: whatever came first, now a follow-up at the same hour."""
    return replace(planned, visit_type="FU45", state="booked", gaps=())


def _entry(hands: Hands, number: int, *, new: bool) -> datetime:
    """When somebody was registered: new people last week, the others in the weeks before."""
    if new:
        return hands.wall(hands.workday(-2 - number % 4), time(14), 5 * number)
    return hands.wall(hands.workday(-12 - number % 20), time(9), 5 * number)


def _enter(hands: Hands, guest: Guest, visits: Iterable[Visit]) -> None:
    """Register somebody and book their visits."""
    guest.patient_id = register(hands, guest.newcomer)
    hands.clock.advance(minutes=1)
    for visit in visits:
        booked(hands, visit)


def _known(hands: Hands, number: int, index: int, person: Person) -> list[Event]:
    """Somebody who has no visit at the first location today."""
    where = hands.places.tulare if index in AT_TULARE else hands.places.visalia
    kind, at, state = AT_TULARE.get(index, ("FU45", time(10 + index), "booked"))
    guest = Guest(Newcomer(number, person, kind, (), where))
    day = hands.day if index in AT_TULARE else hands.workday(1)
    visit = drafted(hands, guest, Planned(at, index, kind, person), day)
    entered = (_entry(hands, number, new=False), lambda: _enter(hands, guest, [visit]))
    return [entered, *morning(hands, state, visit), *waiting(hands, index, guest, visit)]


def _closing(hands: Hands, back: int) -> Event:
    """The close of an earlier day, after the last patient."""
    day = hands.workday(back)
    command = CloseDay(location_id=hands.places.visalia, day=day)
    return hands.wall(day, time(18, 5)), lambda: hands.do(close_day, command)
