"""The demo clinic: the morning the plan describes, not-ready visits of every cause, and a journal that is whole."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app import bootstrap
from app.core.access import Actor
from app.core.backup import last_backup
from app.core.clock import ShiftedClock, local
from app.core.door import anchors, clock_of, open_database
from app.core.errors import Refused, Unavailable
from app.core.journal import JournalEntry
from app.core.keys import find_secrets
from app.core.paths import Folders
from app.core.places import Places, places
from app.core.settings import Settings, load_settings
from app.core.verify import verify
from app.exchange.demo.build import DemoClinic, make_demo
from app.exchange.demo.people import plan
from app.migrations.standing import require_current
from app.migrations.upgrade import upgrade
from app.patients.queries.details import details_of
from app.patients.queries.record import person_of
from app.patients.rules.codes import ConsentKind, RelatedRole
from app.patients.rules.completeness import missing
from app.patients.tables import Patient
from app.payments.tables import Payment
from app.readiness.rules import LampCode, LampState, is_problem
from app.runner.execute import Executor
from app.staff.actions.second_person import StaffGate
from app.staff.actions.signing import sign_in
from app.staff.queries import locations, users
from app.visits.queries import board
from app.visits.rules import BoardRow, BoardState, CopayState


@dataclass(slots=True)
class Lived:
    """The demo as its window opens it."""

    demo: DemoClinic
    settings: Settings
    where: Places
    executor: Executor
    actor: Actor
    rows: tuple[BoardRow, ...]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    demo = make_demo(tmp_path_factory.mktemp("demo"), upgrade)
    loaded = load_settings(demo.site, demo.folder / "nobody.toml")
    assert loaded.problems == ()
    where = places(loaded.settings, Folders(*[demo.folder / "elsewhere"] * 4))
    database = open_database(loaded.settings, where, find_secrets(loaded.settings, where))
    require_current(database)
    executor = Executor(database, StaffGate(), anchors(where))
    actor = sign_in(executor, demo.user, demo.password, "Desk 1")
    yield Lived(demo, loaded.settings, where, executor, actor, executor.fetch(board, actor, 1, demo.day))
    database.close()


def test_every_visit_has_come_as_far_as_the_plan_says(lived: Lived) -> None:
    planned = Counter(BoardState(one.state.partition("-")[0]) for one in plan())
    assert Counter(row.state for row in lived.rows) == planned
    assert len(lived.executor.fetch(board, lived.actor, 2, lived.demo.day)) == 3


def test_a_third_is_not_ready_and_every_cause_is_there(lived: Lived) -> None:
    shown = [[lamp for lamp in row.lamps if lamp and is_problem(lamp.state)] for row in lived.rows]
    still_open = [lamps for row, lamps in zip(lived.rows, shown, strict=True) if row.state in _OPEN]
    assert 3 * sum(map(bool, shown)) >= len(shown)
    assert 3 * sum(map(bool, still_open)) >= len(still_open)
    causes = {(lamp.code, lamp.state) for lamps in shown for lamp in lamps}
    assert causes >= {
        (LampCode.ID, LampState.MISSING),
        (LampCode.ID, LampState.SOON),
        (LampCode.ID, LampState.UNKNOWN),
        (LampCode.CARD, LampState.MISSING),
        (LampCode.CARD, LampState.UNKNOWN),
        (LampCode.FORMS, LampState.MISSING),
        (LampCode.BALANCE, LampState.MISSING),
    }
    reasons = " ".join(lamp.reason for lamps in shown for lamp in lamps)
    for words in (
        "ended",
        "ends",
        "Consent to treat",
        "Privacy notice",
        "Financial policy",
        "minor",
        "Claim information",
    ):
        assert words in reasons
    assert LampState.WAIVED in {lamp.state for row in lived.rows for lamp in row.lamps if lamp}


_OPEN = {BoardState.BOOKED, BoardState.LATE, BoardState.ARRIVED, BoardState.READY, BoardState.ROOM, BoardState.OUT}


def test_money_was_taken_excused_and_is_still_due(lived: Lived) -> None:
    assert {row.copay for row in lived.rows} == set(CopayState)
    with lived.executor.database.reading() as session:
        days = session.scalars(select(func.count(Payment.day.distinct()))).one()
    assert days == 4


def test_the_journal_is_whole_and_reads_in_order(lived: Lived) -> None:
    with lived.executor.database.reading() as session:
        verdict = verify(session, anchors(lived.where).read())
        times = session.scalars(select(JournalEntry.at).order_by(JournalEntry.id)).all()
    assert verdict.whole
    assert verdict.entries > 600
    assert list(times) == sorted(times)


def test_its_clock_begins_at_its_own_hour(lived: Lived) -> None:
    clock = clock_of(lived.settings)
    assert isinstance(clock, ShiftedClock)
    assert f"{local(clock.start, lived.settings.zone):%Y-%m-%dT%H:%M}" == lived.settings.demo_clock
    newest = last_backup(lived.where.backups)
    assert newest is not None
    assert newest.age(clock.start) == timedelta(hours=3, minutes=40)


def test_its_people_have_their_roles_and_places(lived: Lived) -> None:
    assert {row.code for row in lived.executor.fetch(locations, lived.actor)} == {"VIS", "TUL"}
    with pytest.raises(Refused):
        lived.executor.fetch(users, lived.actor)
    assert lived.demo.password == bootstrap.DEMO_PASSWORD


def test_everything_of_it_lies_in_its_folder(lived: Lived) -> None:
    lying = tomllib.loads(lived.demo.site.read_text(encoding="utf-8"))
    assert lying["demo"]["enabled"]
    for path in (lived.where.database, lived.where.sidecar, lived.where.backups, lived.where.anchors):
        assert path.is_relative_to(lived.demo.folder)
        assert path.exists()
    assert not lived.where.database.read_bytes().startswith(b"SQLite format 3")


def test_it_is_never_made_over_another_clinic(lived: Lived) -> None:
    with pytest.raises(Unavailable, match="already"):
        make_demo(lived.demo.folder, upgrade)


def test_it_begins_on_any_working_day(tmp_path: Path) -> None:
    demo = make_demo(tmp_path, upgrade, now_wall="2026-07-06T10:40")
    assert f"{demo.day:%A}" == "Monday"


def test_registrations_are_as_full_as_a_clinics_are(lived: Lived) -> None:
    """Every kind of detail is somebody's, none is everybody's, and what the plan leaves open stays open."""
    with lived.executor.database.reading() as session:
        every = session.scalars(select(Patient).order_by(Patient.id)).all()
        held = {one.id: (one, details_of(session, one.id)) for one in every}
    about = list(held.values())
    has = Counter(
        what
        for one, more in about
        for what, said in {
            "called": one.preferred_name, "pronouns": one.pronouns, "two phones": one.other_phone, "race": one.race,
            "interpreter": one.interpreter, "emergency": one.emergency_name, "names": more.names, "ways": more.telecoms,
            "elsewhere": more.reach, "licence": more.identity,
            **{str(kind): any(said.kind is kind for said in more.consents) for kind in ConsentKind},
            **{str(role): any(said.role is role for said in more.related) for role in RelatedRole},
        }.items()
        if said
    )  # fmt: skip
    wanted = {
        "called",
        "pronouns",
        "two phones",
        "race",
        "interpreter",
        "emergency",
        "names",
        "ways",
        "elsewhere",
        "licence",
    }
    assert wanted | {str(one) for one in (*ConsentKind, *RelatedRole)} - {"release"} <= set(has)
    assert max(has.values()) < len(about)
    luz = next(one for one in about if one[0].given == "Luz")
    assert "responsible" not in missing(person_of(luz[0]), luz[1], lived.demo.day)
    garza = next(one for one in about if one[0].family == "Garza")
    assert "employer" in missing(person_of(garza[0]), garza[1], lived.demo.day, asks_employer=garza[0].asks_employer)
