"""The journal: one append-only table that is audit trail, change feed, exactly-once ledger and timeline.

Each location has a hash chain of its own, and the group has one. A position is given under the lock of the chain's head,
taken last, so that numbers follow commits and a reader never misses one.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, Integer, String, Text, UniqueConstraint, bindparam, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from app import __version__
from app.core.orm import Base, Keyed, insert_unless_there, on_create
from app.core.sessions import ClinicSession, WriteSession
from app.core.values import canonical

GROUP = "group"
START = "0" * 64


class JournalEntry(Keyed, Base):
    """One line of the journal. Triggers on both engines refuse to change or delete it."""

    __tablename__ = "journal"
    __table_args__ = (
        UniqueConstraint("chain", "position"),
        UniqueConstraint("command_id", "chain"),
        Index("ix_journal_patient_id_id", "patient_id", "id"),
    )
    chain: Mapped[str] = mapped_column(String(40))
    position: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(12))  # change, read, refusal, session, system
    command_id: Mapped[str | None] = mapped_column(String(36))
    action: Mapped[str] = mapped_column(String(80))
    sentence: Mapped[str] = mapped_column(Text)
    actor_id: Mapped[int] = mapped_column(BigInteger)
    actor_name: Mapped[str] = mapped_column(String(120))
    second_person: Mapped[str] = mapped_column(String(120))
    desk: Mapped[str] = mapped_column(String(80))
    patient_id: Mapped[int | None] = mapped_column(BigInteger)
    reason: Mapped[str] = mapped_column(Text)
    details: Mapped[str] = mapped_column(Text)  # canonical JSON: command, before and after
    touched: Mapped[str] = mapped_column(Text)  # "table:key" of every row, blank between
    result: Mapped[str] = mapped_column(Text)  # canonical JSON of the frozen result
    program: Mapped[str] = mapped_column(String(20))
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class ReadSubject(Base):
    """In which list reads of the group's chain a patient stood: made from the entries, so that "who saw" is found at once."""

    __tablename__ = "read_subject"
    patient_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)


class ChainHead(Base):
    """The last position and hash of a chain; its row is the chain's lock."""

    __tablename__ = "chain_head"
    chain: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int] = mapped_column(Integer)
    hash: Mapped[str] = mapped_column(String(64))


@dataclass(frozen=True, slots=True)
class Line:
    """What is written in an entry, before it has a place in a chain."""

    at: datetime
    kind: str
    action: str
    sentence: str
    actor_id: int
    actor_name: str
    desk: str
    command_id: str | None = None
    second_person: str = ""
    patient_id: int | None = None
    reason: str = ""
    details: str = "{}"
    touched: str = ""
    result: str = "{}"
    program: str = __version__


@dataclass(frozen=True, slots=True)
class Head:
    """A place in a chain: what anchors outside the database remember."""

    chain: str
    position: int
    hash: str


def chain_of(location_id: int | None) -> str:
    """The name of a location's chain, or of the group's."""
    return GROUP if location_id is None else f"location-{location_id}"


def line_hash(line: Line, chain: str, position: int, previous: str) -> str:
    """SHA-256 over the canonical JSON of everything in the entry and the hash before it."""
    text = canonical({"line": line, "chain": chain, "position": position, "previous": previous})
    return hashlib.sha256(text.encode()).hexdigest()


def line_of(entry: JournalEntry) -> Line:
    """The line that stands in an entry."""
    return Line(**{name: getattr(entry, name) for name in Line.__dataclass_fields__})


def append(session: WriteSession, line: Line, chains: Iterable[str] = (GROUP,)) -> tuple[Head, ...]:
    """Write the line into each chain, heads locked in ascending order, as the last thing before the commit."""
    if line.at.tzinfo is not UTC:  # the hash is over the text of the instant: one zone for every clock
        line = replace(line, at=line.at.astimezone(UTC))
    return tuple(_append(session, line, chain) for chain in sorted(set(chains)))


#: built once: a statement made anew for each entry costs as much as the entry itself
_APPEND = insert(JournalEntry)
_HEAD = select(ChainHead.position, ChainHead.hash).where(ChainHead.chain == bindparam("of")).with_for_update()
_ADVANCE = (
    update(ChainHead)
    .where(ChainHead.chain == bindparam("of"))
    .values(position=bindparam("reached"), hash=bindparam("digest"))
)


def _append(session: WriteSession, line: Line, chain: str) -> Head:
    head = _lock(session, chain)
    position, digest = head.position + 1, line_hash(line, chain, head.position + 1, head.hash)
    values = {name: getattr(line, name) for name in Line.__dataclass_fields__}
    place = {"chain": chain, "position": position, "previous_hash": head.hash, "hash": digest}
    session.ask(_APPEND, **values, **place)
    session.ask(_ADVANCE, of=chain, reached=position, digest=digest)
    return Head(chain, position, digest)


def keep_subjects(session: WriteSession, line: Line, head: Head) -> None:
    """Note who stood in a list that was read, beside its entry in the group's chain."""
    if line.kind != "read" or line.patient_id is not None:
        return
    ids = json.loads(line.details).get("patients", ())
    if ids:
        rows = [{"patient_id": patient_id, "position": head.position} for patient_id in ids]
        session.connection().execute(insert(ReadSubject), rows)


def _lock(session: WriteSession, chain: str) -> Head:
    found = session.ask(_HEAD, of=chain).one_or_none()
    if found is None:
        session.execute(insert_unless_there(ChainHead, {"chain": chain, "position": 0, "hash": START}))
        found = session.ask(_HEAD, of=chain).one()
    return Head(chain, found.position, found.hash)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a command that was carried out left in the ledger."""

    action: str
    result: str


_LEDGER = select(JournalEntry.action, JournalEntry.result).where(JournalEntry.command_id == bindparam("command"))


def carried_out(session: ClinicSession, command_id: UUID) -> Deed | None:
    """What is kept of a command, if it was carried out before."""
    found = session.ask(_LEDGER, command=str(command_id)).first()
    return None if found is None else Deed(found.action, found.result)


def heads(session: Session) -> tuple[Head, ...]:
    """Every chain's head, by name."""
    rows = session.execute(select(ChainHead.chain, ChainHead.position, ChainHead.hash).order_by(ChainHead.chain))
    return tuple(Head(*row) for row in rows)


def since(session: Session, known: dict[str, int], limit: int = 500) -> Sequence[JournalEntry]:
    """Entries after the known position of each chain, for the change feed; reads are never in it."""
    found: list[JournalEntry] = []
    for head in heads(session):
        after = known.get(head.chain, 0)
        if head.position > after:
            wanted = (
                select(JournalEntry)
                .where(JournalEntry.chain == head.chain, JournalEntry.position > after)
                .order_by(JournalEntry.position)
                .limit(limit)
            )
            found.extend(session.scalars(wanted))
    return found


_REFUSE_EMBEDDED = """
CREATE TRIGGER journal_no_{name} BEFORE {what} ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
"""
_REFUSE_SERVER = """
CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON journal EXECUTE FUNCTION journal_refuse()
"""
for _name, _what in (("update", "UPDATE"), ("delete", "DELETE")):
    on_create(JournalEntry.__table__, _REFUSE_EMBEDDED.format(name=_name, what=_what), "sqlite")
on_create(JournalEntry.__table__, _REFUSE_SERVER, "postgresql")
