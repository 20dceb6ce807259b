"""Carrying out commands: retries, the ambiguous commit, roles, reasons and the second person."""

import threading
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, OperationalError

from app.core.access import Actor, Grant, Permission, Scope
from app.core.actions import action, query
from app.core.database import Database, WrongThread
from app.core.errors import Busy, ClinicError, ReasonNeeded, Refused, SecondPersonNeeded
from app.core.journal import JournalEntry
from app.core.sessions import ReadSession, WriteSession
from app.core.values import Command, Nothing
from app.runner.execute import Executor, fill
from app.staff.tables import Location
from tests.support.clinic import ANYONE


@dataclass(frozen=True, slots=True, kw_only=True)
class RenamePlace(Command):
    location_id: int
    name: str


@action(Permission.CHANGE_SETTINGS, says="Renamed the place to {name}", located=lambda _s, c: (c.location_id,))
def rename_place(session: WriteSession, actor: Actor, command: RenamePlace) -> Nothing:
    row = session.get_one(Location, command.location_id)
    row.name = command.name
    return Nothing()


@query(Permission.SEARCH_PATIENT)
def place_names(session: ReadSession, actor: Actor) -> tuple[str, ...]:
    return tuple(session.scalars(select(Location.name).order_by(Location.id)))


@pytest.fixture
def executor(database: Database) -> Executor:
    with database.engine.execution_options(frontdesk_write=True).begin() as connection:
        connection.execute(
            Location.__table__.insert(),
            [{"id": n, "code": f"L{n}", "name": f"Place {n}", "zone": "UTC", "version": 1, "phone": "", "address_line": "",
              "city": "", "state": "", "postal_code": "", "active": True} for n in (1, 2)],
        )  # fmt: skip
    return Executor(database)


def entries(executor: Executor) -> list[JournalEntry]:
    with executor.database.reading() as session:
        return list(session.scalars(select(JournalEntry).order_by(JournalEntry.id)))


def lost(executor: Executor) -> DBAPIError:
    return OperationalError("COMMIT", {}, Exception("the server went away"), connection_invalidated=True)


def test_a_lost_answer_to_commit_is_resolved_by_asking(executor: Executor, monkeypatch: pytest.MonkeyPatch) -> None:
    real, times = WriteSession.commit, []

    def commit_then_lose(session: WriteSession) -> None:
        real(session)
        times.append(1)
        if len(times) == 1:
            raise lost(executor)

    monkeypatch.setattr(WriteSession, "commit", commit_then_lose)
    executor.perform(rename_place, RenamePlace(location_id=1, name="New"), ANYONE)
    assert len(times) == 1
    assert [entry.sentence for entry in entries(executor)] == ["Renamed the place to New"]


def test_a_commit_that_never_happened_is_done_again(executor: Executor, monkeypatch: pytest.MonkeyPatch) -> None:
    real, times = WriteSession.commit, []

    def lose_then_commit(session: WriteSession) -> None:
        times.append(1)
        if len(times) == 1:
            session.rollback()
            raise lost(executor)
        real(session)

    monkeypatch.setattr(WriteSession, "commit", lose_then_commit)
    executor.perform(rename_place, RenamePlace(location_id=1, name="New"), ANYONE)
    assert len(times) == 2
    assert len(entries(executor)) == 1


def test_the_entry_stands_in_the_chain_of_its_location(executor: Executor) -> None:
    executor.perform(rename_place, RenamePlace(location_id=2, name="New"), ANYONE)
    (entry,) = entries(executor)
    assert (entry.chain, entry.position, entry.touched) == ("location-2", 1, "location:2")
    assert '"before":{"name":"Place 2"' in entry.details


@pytest.mark.parametrize(
    ("grant", "location", "problem"),
    [
        (None, 1, Refused),
        (Grant(Scope.OWN), 2, Refused),
        (Grant(reason=True), 1, ReasonNeeded),
        (Grant(second=True), 1, SecondPersonNeeded),
    ],
)
def test_grants_decide(executor: Executor, grant: Grant | None, location: int, problem: type[ClinicError]) -> None:
    grants = {Permission.CHANGE_SETTINGS: grant} if grant else {}
    actor = replace(ANYONE, grants=grants, locations=frozenset({1}))
    with pytest.raises(problem):
        executor.perform(rename_place, RenamePlace(location_id=location, name="New"), actor)
    assert executor.fetch(place_names, ANYONE) == ("Place 1", "Place 2")
    assert [entry.kind for entry in entries(executor)] == (["refusal"] if problem is Refused else [])


def test_a_question_needs_its_permission(executor: Executor) -> None:
    with pytest.raises(Refused):
        executor.fetch(place_names, replace(ANYONE, grants={}))
    assert [entry.kind for entry in entries(executor)] == ["refusal"]


def test_two_writers_take_turns(executor: Executor) -> None:
    def rename(place: int) -> None:
        for n in range(10):
            executor.perform(rename_place, RenamePlace(location_id=place, name=f"{place}-{n}"), ANYONE)

    threads = [threading.Thread(target=rename, args=(place,)) for place in (1, 2)]
    [thread.start() for thread in threads]  # type: ignore[func-returns-value]
    [thread.join() for thread in threads]  # type: ignore[func-returns-value]
    assert executor.fetch(place_names, ANYONE) == ("1-9", "2-9")
    assert len(entries(executor)) == 20


def test_the_ui_thread_opens_no_session(executor: Executor) -> None:
    executor.database.forbidden_threads.add(threading.get_ident())
    with pytest.raises(WrongThread):
        executor.fetch(place_names, ANYONE)
    executor.database.forbidden_threads.clear()


def test_a_busy_embedded_database_is_said_in_words(
    executor: Executor, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not database.embedded:
        pytest.skip("a server waits by row")
    monkeypatch.setattr("app.core.embedded.PATIENCE", 0.05)
    with database.engine.execution_options(frontdesk_write=True).begin(), pytest.raises(Busy):
        executor.perform(rename_place, RenamePlace(location_id=1, name="New"), ANYONE)


@pytest.mark.parametrize("codes", [("photo-id", "consent"), ["photo-id", "consent"]])
def test_a_list_in_a_sentence_reads_as_one(codes: object) -> None:
    assert fill("Went without: {codes}{nothing}", {"codes": codes}) == "Went without: photo-id, consent"


def test_a_day_and_a_time_in_a_sentence_read_as_people_write_them() -> None:
    values = {"day": "2026-03-10", "start": "13:05:00", "days": ["2026-03-10", "2026-03-11"], "no": "2026-13-10"}
    said = fill("On {day} at {start}, {days}; {no}", values)
    assert said == "On 03/10/2026 at 1:05 PM, 03/10/2026, 03/11/2026; 2026-13-10"


@pytest.mark.parametrize(("codes", "said"), [(["photo-id"], "Checked in; missing: photo-id"), ([], "Checked in")])
def test_a_part_without_its_value_is_left_out(codes: list[str], said: str) -> None:
    assert fill("Checked in[; missing: {codes}]", {"codes": codes}) == said
    assert fill("Said {words}", {"words": "[a {codes}]"}) == "Said [a {codes}]"
