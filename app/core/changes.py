"""What a transaction changed, collected while it is flushed: the journal's before and after, and what to reload."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
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


def _add(found: Changes, row: object, before: dict[str, Any], after: dict[str, Any]) -> None:
    if not isinstance(row, Base):
        return
    found.rows.append(Change(row.__tablename__, _key(row), before, after))
    patient = row.__dict__.get("id") if row.__tablename__ == "patient" else row.__dict__.get("patient_id")
    if isinstance(patient, int) and patient not in found.patient_ids:
        found.patient_ids.append(patient)


def _key(row: Base) -> str:
    mapper: Mapper[Any] = inspect(type(row))
    return "-".join(str(part) for part in mapper.primary_key_from_instance(row))


def _shown(column: Any, value: object) -> object:  # noqa: ANN401 - a mapped column property
    if column.columns[0].info.get("secret"):
        return HIDDEN if value is not None else None
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value


def _values(row: object) -> dict[str, Any]:
    mapper: Mapper[Any] = inspect(type(row))
    held = {attr.key: _shown(attr, row.__dict__.get(attr.key)) for attr in mapper.column_attrs}
    return {key: value for key, value in held.items() if value is not None}


def _difference(row: object) -> tuple[dict[str, Any], dict[str, Any]]:
    state = inspect(row)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    columns = state.mapper.column_attrs
    for key in sorted(state.committed_state):  # only what was assigned since the row was read
        if key not in columns or key not in state.dict:
            continue
        attr, history = columns[key], state.attrs[key].load_history()
        if not (history.added and history.deleted):  # flagged as changed alone, so that the version counts up
            continue
        old = history.deleted[0] if history.deleted else None
        new = history.added[0] if history.added else None
        before[attr.key], after[attr.key] = _shown(attr, old), _shown(attr, new)
    return before, after


__all__ = ["HIDDEN", "Change", "Changes", "changes", "note_bulk"]
