"""One batch of a file is one command, one transaction: all of it or nothing. Killed in between, it is simply sent again."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Protocol
from uuid import UUID, uuid5

from sqlalchemy import insert

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.sessions import WriteSession
from app.core.values import Command
from app.exchange.rules.values import SHOWN_TEXT, Counts, DateOrder, Issue, Kind, Options, Row, count, ordered
from app.exchange.tables import ImportBatch, ImportIssue
from app.patients.rules.writing import clean

#: batches are named in this space: the same rows of the same file are always the same command
NAMES = UUID("6a0d6c1e-2f0b-5a44-9a39-0b6d3f6f7b11")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCommand(Command):
    """A part of a file; `last` ends the attempt."""

    location_id: int
    plan: str
    attempt: int
    number: int
    last: bool
    file_name: str
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCommand(PartCommand):
    """Rows of a file to take. `broken` are rows that could not be read at all."""

    order: DateOrder
    rows: tuple[Row, ...]
    broken: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFeed(PartCommand):
    """What became of a batch of messages or resources that were taken one by one."""

    kind: Kind
    counts: Counts
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPatients(BatchCommand):
    """A batch of patients."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAppointments(BatchCommand):
    """A batch of visits."""


def batch_id(plan: str, attempt: int, number: int) -> UUID:
    """The id of a batch's command."""
    return uuid5(NAMES, f"{plan}:{attempt}:{number}")


class Placed(Protocol):
    """A command that is for one location."""

    @property
    def location_id(self) -> int:
        """Which one."""
        ...


def located(_session: WriteSession, command: Placed) -> tuple[int, ...]:
    """An import happens at the location it is for."""
    return (command.location_id,)


def check_source(options: Options) -> None:
    """Raise ClinicError (field `source`) where the other system's name has no room or cannot be read."""
    clean(options.source, "source", 40)


def keep(
    session: WriteSession,
    actor: Actor,
    command: BatchCommand,
    kind: Kind,
    created: int,
    issues: list[Issue],
    changed: int = 0,
) -> Counts:
    """Write the batch's line and everything said about its rows; the counts come back."""
    said = ordered([*command.broken, *issues])
    counts = count(len(command.rows) + len(command.broken), created, said, changed)
    write_line(session, actor, command, kind, counts, said)
    return counts


def write_line(
    session: WriteSession, actor: Actor, command: PartCommand, kind: Kind, counts: Counts, said: Sequence[Issue]
) -> None:
    """The batch's line in the table, and the issues under it."""
    line = ImportBatch(
        plan=command.plan,
        attempt=command.attempt,
        number=command.number,
        last=command.last,
        kind=kind,
        source=command.options.source,
        file_name=command.file_name[:200],
        location_id=command.location_id,
        at=session.now,
        by_name=actor.name,
        **asdict(counts),
    )
    session.add(line)
    session.flush()
    if said:
        told = [
            {"batch_id": line.id, "row": one.row, "level": one.level, "field": one.field[:40], "text": one.text[:SHOWN_TEXT],
             "sentence": one.sentence}
            for one in said
        ]  # fmt: skip
        session.execute(insert(ImportIssue), told)
        note_bulk(session, "import_issue", str(line.id))


@action(
    Permission.IMPORT,
    says="Imported a batch of {file_name}: {created} new, {changed} changed, {known} as before, {refused} refused",
    located=located,
)
def note_feed(session: WriteSession, actor: Actor, command: NoteFeed) -> Counts:
    """Write down what became of a batch of messages or resources; each of them was a command of its own."""
    check_source(command.options)
    write_line(session, actor, command, command.kind, command.counts, ordered(command.issues))
    return command.counts
