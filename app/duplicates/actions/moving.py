"""Moving rows between two records, and writing single values so that they can be put back."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sqlalchemy import Column, Table, select, update

from app.core.changes import note_bulk
from app.core.orm import Base
from app.core.sessions import WriteSession
from app.duplicates.queries.walk import key_of, pointers, rides_on_visit
from app.duplicates.rules import Mark, Shift
from app.schedule.rules import Resource
from app.schedule.tables import Occupancy

#: keys in one statement; below the limit of bound values on every engine
AT_ONCE = 500


def shift_all(session: WriteSession, from_id: int, to_id: int) -> tuple[Shift, ...]:
    """Point every row of one record at the other; returns what was moved."""
    shifts = []
    for table, column in pointers():
        keys = tuple(session.scalars(select(key_of(table)).where(column == from_id).order_by(key_of(table))))
        if keys:
            point(session, table, column, keys, from_id, to_id)
            shifts.append(Shift(str(table.name), str(column.name), keys))
            if table.name == "appointment":
                _occupy(session, keys, from_id, to_id)
    return tuple(shifts)


def shift_back(session: WriteSession, shifts: Iterable[Shift], from_id: int, to_id: int) -> None:
    """Point the rows named back; what came later to a visit that goes back goes with it, all else stays."""
    tables = Base.metadata.tables
    for shift in shifts:
        table = tables[shift.table]
        point(session, table, table.c[shift.column], shift.keys, from_id, to_id)
        if table.name == "appointment":
            _occupy(session, shift.keys, from_id, to_id)
            for rider, column in pointers():
                if rides_on_visit(rider):
                    _point_riders(session, rider, column, shift.keys, from_id, to_id)


def point(
    session: WriteSession, table: Table, column: Column[int], keys: tuple[int, ...], from_id: int, to_id: int
) -> None:
    """Let these rows point at another record where they still point at the first; open screens learn of each."""
    for at in range(0, len(keys), AT_ONCE):
        some = keys[at : at + AT_ONCE]
        session.execute(
            update(table).where(key_of(table).in_(some), column == from_id).values(_pointing(table, column, to_id))
        )
    for key in keys:
        note_bulk(session, table.name, str(key))


def _pointing(table: Table, column: Column[int], to_id: int) -> dict[str, object]:
    """The new pointer; a row that people edit counts its version up, so that a stale screen is refused."""
    values: dict[str, object] = {column.name: to_id}
    if "version" in table.columns:
        values["version"] = table.c.version + 1
    return values


def _point_riders(
    session: WriteSession, table: Table, column: Column[int], visits: tuple[int, ...], from_id: int, to_id: int
) -> None:
    for at in range(0, len(visits), AT_ONCE):
        on_these = table.c.appointment_id.in_(visits[at : at + AT_ONCE])
        keys = tuple(session.scalars(select(key_of(table)).where(on_these, column == from_id)))
        point(session, table, column, keys, from_id, to_id)


def _occupy(session: WriteSession, visits: tuple[int, ...], from_id: int, to_id: int) -> None:
    """The minutes that visits hold for the patient; the database refuses two at once."""
    for at in range(0, len(visits), AT_ONCE):
        held = Occupancy.appointment_id.in_(visits[at : at + AT_ONCE])
        mine = (Occupancy.kind == Resource.PATIENT.value) & (Occupancy.resource_id == from_id)
        session.execute(
            update(Occupancy).where(held, mine).values(resource_id=to_id),
            execution_options={"synchronize_session": False},
        )
    note_bulk(session, "occupancy")


def marked(row: Base, key: int, column: str, after: object) -> Mark | None:
    """Write one value into a row; what stood there before, or None where nothing changed."""
    before = getattr(row, column)
    if before == after:
        return None
    setattr(row, column, after)
    return Mark(row.__tablename__, key, column, kept(before), kept(after))


def kept(value: object) -> str | int | bool | None:
    """A value as a mark keeps it: days and instants as text."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
