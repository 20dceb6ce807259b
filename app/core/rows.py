"""Rows written at once, each by a statement that is built once: a third of what the same rows cost in a flush.

For what a desk does all day. The journal hears of these rows as it does of those that are flushed.
"""

from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam, insert, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.sql.dml import ReturningInsert, Update

from app.core.changes import note_row
from app.core.orm import Base
from app.core.sessions import WriteSession


def add_row(session: WriteSession, kind: type[Base], **values: Any) -> int:  # noqa: ANN401 - as the columns are
    """Write a new row of a table with a surrogate key; the key. What is not named is as the table says."""
    row = _blank(kind) | values
    key = session.ask(_adding(kind), **row).scalar_one()
    note_row(session, kind, key, {}, row | {"id": key}, row.get("patient_id"))
    return key


def change_row(session: WriteSession, row: Base, **values: Any) -> None:  # noqa: ANN401 - as the columns are
    """Change a row that has a version. Raises StaleDataError when it was changed since it was read, as a flush does."""
    session.flush()
    new = {name: value for name, value in values.items() if value != getattr(row, name)}
    if not new:
        return
    kind, old = type(row), {name: getattr(row, name) for name in ("id", "version", *new)}
    key, version = old.pop("id"), old.pop("version")
    written = new | {"version": version + 1}
    done = session.ask(_changing(kind, tuple(written)), **written, its_id=key, its_version=version)
    if done.rowcount != 1:
        raise StaleDataError
    for name, value in written.items():
        set_committed_value(row, name, value)
    note_row(session, kind, key, old, new, row.__dict__.get("patient_id"))


def _table(kind: type[Base]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)  # noqa: S101 - tells the type checker; every mapped class has one
    return table


@cache
def _blank(kind: type[Base]) -> dict[str, Any]:
    """What a new row holds where nobody says otherwise."""
    columns = _table(kind).columns
    blank = {one.key: getattr(one.default, "arg", None) for one in columns if one.default and one.default.is_scalar}
    return blank | ({"version": 1} if "version" in columns else {})


@cache
def _adding(kind: type[Base]) -> ReturningInsert[int]:
    table = _table(kind)
    return insert(table).returning(table.c.id)


@cache
def _changing(kind: type[Base], names: tuple[str, ...]) -> Update:
    table = _table(kind)
    mine = (table.c.id == bindparam("its_id")) & (table.c.version == bindparam("its_version"))
    return update(table).where(mine).values({name: bindparam(name) for name in names})
