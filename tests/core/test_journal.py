"""The journal finds what was done behind its back."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.database import Database
from app.core.errors import Refused
from app.core.journal import JournalEntry, line_hash, line_of
from app.core.sessions import WriteSession
from app.core.values import Command
from app.core.verify import Anchors, Verdict, verify
from app.runner.execute import Executor
from app.staff.tables import Location
from tests.support.clinic import ANYONE


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPlace(Command):
    name: str


@dataclass(frozen=True, slots=True)
class Added:
    location_id: int
    name: str


@action(Permission.MAINTAIN, says="Added the place {name}")
def add_place(session: WriteSession, actor: Actor, command: AddPlace) -> Added:
    row = Location(code=command.name, name=command.name, zone="UTC")
    session.add(row)
    session.flush()
    return Added(row.id, row.name)


@pytest.fixture
def executor(database: Database, tmp_path: Path) -> Executor:
    made = Executor(database, anchors=Anchors(tmp_path / "anchors"))
    for name in "ABCDE":
        made.perform(add_place, AddPlace(name=name), ANYONE)
    return made


def verdict(executor: Executor) -> Verdict:
    assert executor.anchors
    with executor.database.reading() as session:
        return verify(session, executor.anchors.read())


def tamper(executor: Executor, *statements: str) -> None:
    """Change rows the way somebody with the key and a shell would: triggers off first."""
    server = not executor.database.embedded
    off = (
        ["ALTER TABLE journal DISABLE TRIGGER ALL"]
        if server
        else ["DROP TRIGGER journal_no_update", "DROP TRIGGER journal_no_delete"]
    )
    with executor.database.engine.execution_options(frontdesk_write=True).begin() as connection:
        for statement in (*off, *statements):
            connection.execute(text(statement))


def test_an_untouched_journal_is_whole(executor: Executor) -> None:
    found = verdict(executor)
    assert found.whole
    assert found.entries == 5


def test_the_same_command_is_carried_out_once(executor: Executor) -> None:
    command = AddPlace(name="Z")
    assert executor.perform(add_place, command, ANYONE) == executor.perform(add_place, command, ANYONE)
    assert verdict(executor).entries == 6


def test_a_refusal_is_kept_and_nothing_else(executor: Executor) -> None:
    with pytest.raises(Refused):
        executor.perform(add_place, AddPlace(name="Q"), Actor(2, "Bob"))
    with executor.database.reading() as session:
        assert session.query(Location).filter_by(name="Q").count() == 0
        last = session.query(JournalEntry).order_by(JournalEntry.id.desc()).first()
        assert last is not None
        assert (last.kind, last.actor_name, last.command_id) == ("refusal", "Bob", None)


@pytest.mark.parametrize("statement", ["UPDATE journal SET reason = 'x'", "DELETE FROM journal"])
def test_triggers_refuse(executor: Executor, statement: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"), executor.database.engine.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize(
    ("statements", "position"),
    [
        (["UPDATE journal SET actor_name = 'Eve' WHERE position = 3"], 3),
        (["DELETE FROM journal WHERE position = 3"], 3),
        (["DELETE FROM journal WHERE position = 5"], 5),
        (["UPDATE journal SET position = -1 WHERE position = 2", "UPDATE journal SET position = 2 WHERE position = 4",
          "UPDATE journal SET position = 4 WHERE position = -1"], 2),
    ],
    ids=["edit", "deletion in the middle", "deletion at the end", "reorder"],
)  # fmt: skip
def test_the_first_bad_row_is_named(executor: Executor, statements: list[str], position: int) -> None:
    tamper(executor, *statements)
    (finding,) = verdict(executor).findings
    assert finding.position == position


def test_a_cut_tail_with_its_head_is_seen_from_the_anchors(executor: Executor) -> None:
    tamper(
        executor,
        "DELETE FROM journal WHERE position = 5",
        "UPDATE chain_head SET position = 4, hash = (SELECT hash FROM journal WHERE position = 4)",
    )
    (finding,) = verdict(executor).findings
    assert finding.position == 5


def test_a_rewrite_with_recomputed_hashes_is_seen_from_the_anchors(executor: Executor) -> None:
    with executor.database.reading() as session:
        entries = list(session.query(JournalEntry).order_by(JournalEntry.position))
    statements, previous = [], entries[1].hash
    for entry in entries[2:]:
        if entry.position == 3:
            entry.actor_name = "Eve"
        digest = line_hash(line_of(entry), entry.chain, entry.position, previous)
        statements.append(
            f"UPDATE journal SET actor_name = '{entry.actor_name}', previous_hash = '{previous}', hash = '{digest}'"
            f" WHERE id = {entry.id}"
        )
        previous = digest
    tamper(executor, *statements, f"UPDATE chain_head SET hash = '{previous}'")
    (finding,) = verdict(executor).findings
    assert finding.position == 3


def test_an_old_file_put_back_is_seen(executor: Executor) -> None:
    assert executor.anchors
    before = list(executor.anchors.read())
    executor.perform(add_place, AddPlace(name="late"), ANYONE)
    after = list(executor.anchors.read())
    tamper(
        executor,
        "DELETE FROM journal WHERE position = 6",
        f"UPDATE chain_head SET position = 5, hash = '{before[-1].hash}'",
    )
    with executor.database.reading() as session:
        (finding,) = verify(session, after).findings
    assert finding.position == 6
