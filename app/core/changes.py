"""What a transaction changed, collected while it is flushed: the journal's before and after, and what to reload."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache
from types import NoneType
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Mapper, Session, UOWTransaction

from app.core.orm import Base
from app.core.sessions import WriteSession
from app.core.values import HIDDEN


@dataclass(frozen=True, slots=True)
class Change:
    """One row: its table and key, and the values that differ. An empty `before` is a new row, an empty `after` a deleted one."""

    table: str
    key: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(slots=True)
class Changes:
    """Everything one transaction touched so far; `patient_ids` in order of appearance."""

    rows: list[Change] = field(default_factory=list)
    patient_ids: list[int] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def touched(self) -> list[str]:
        """`table:key` of every row, sorted."""
        return sorted({f"{row.table}:{row.key}" for row in self.rows} | set(self.extra))

    def clear(self) -> None:
        """Forget, after a rollback."""
        self.rows.clear()
        self.patient_ids.clear()
        self.extra.clear()


def changes(session: WriteSession) -> Changes:
    """The collector of a session."""
    found = session.info.get("changes")
    if not isinstance(found, Changes):
        found = session.info["changes"] = Changes()
    return found


def note_row(
    session: WriteSession,
    kind: type[Base],
    key: int | str,
    before: dict[str, Any],
    after: dict[str, Any],
    patient_id: int | None = None,
) -> None:
    """Tell the collector about a row that was written without a flush: the values that differ, and whose it is."""
    found, secret = changes(session), _secret(kind)
    told = {name: value for name, value in after.items() if before or value is not None}
    found.rows.append(Change(kind.__tablename__, str(key), _told(before, secret), _told(told, secret)))
    _about(found, patient_id)


def note_bulk(session: WriteSession, table: str, key: str = "*") -> None:
    """Tell the collector about rows written by a bulk statement, which it cannot see."""
    changes(session).extra.append(f"{table}:{key}")


@event.listens_for(WriteSession, "after_flush")
def _collect(session: Session, _context: UOWTransaction) -> None:
    assert isinstance(session, WriteSession)  # noqa: S101 - tells the type checker; the listener is only on this class
    found = changes(session)
    for row in session.new:
        _add(found, row, {}, _values(row))
    for row in session.dirty:
        before, after = _difference(row)
        if after:
            _add(found, row, before, after)
    for row in session.deleted:
        _add(found, row, _values(row), {})


def _add(found: Changes, row: Base, before: dict[str, Any], after: dict[str, Any]) -> None:
    found.rows.append(Change(row.__tablename__, _key(row), before, after))
    held = row.__dict__
    _about(found, held.get("id") if row.__tablename__ == "patient" else held.get("patient_id"))


def _about(found: Changes, patient_id: object) -> None:
    if isinstance(patient_id, int) and patient_id not in found.patient_ids:
        found.patient_ids.append(patient_id)


def _key(row: Base) -> str:
    mapper: Mapper[Any] = inspect(type(row))
    return "-".join(str(part) for part in mapper.primary_key_from_instance(row))


@cache
def _secret(kind: type[Base]) -> frozenset[str]:
    """The columns of a table that the journal may not see."""
    return frozenset(column.key for column in kind.__table__.columns if column.info.get("secret"))


def _told(values: Mapping[str, object], secret: frozenset[str]) -> dict[str, Any]:
    """Values as the journal has them."""
    told = {name: value if type(value) in _AS_IT_IS else _shown(value) for name, value in values.items()}
    return told | {name: HIDDEN for name in secret if told.get(name) is not None} if secret else told


_AS_IT_IS = frozenset({int, str, bool, NoneType})


def _shown(value: object) -> object:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return f"{len(value)} bytes" if isinstance(value, bytes) else value


def _values(row: Base) -> dict[str, Any]:
    held = {name: row.__dict__.get(name) for name in _names(type(row))}
    return _told({name: value for name, value in held.items() if value is not None}, _secret(type(row)))


@cache
def _names(kind: type[Base]) -> frozenset[str]:
    mapper: Mapper[Any] = inspect(kind)
    return frozenset(mapper.column_attrs.keys())


def _difference(row: Base) -> tuple[dict[str, Any], dict[str, Any]]:
    state, names, secret = inspect(row), _names(type(row)), _secret(type(row))
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for key in state.committed_state:  # only what was assigned since the row was read
        history = state.attrs[key].load_history() if key in names and key in state.dict else None
        # what was flagged as changed alone, so that the version counts up, has neither
        if history is not None and history.added and history.deleted:
            before[key], after[key] = history.deleted[0], history.added[0]
    return _told(before, secret), _told(after, secret)


__all__ = ["HIDDEN", "Change", "Changes", "changes", "note_bulk", "note_row"]
