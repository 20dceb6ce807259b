"""The mapped base of every table: names by convention, UTC instants, version column, what the journal may not see."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import (
    DDL,
    BigInteger,
    Connection,
    DateTime,
    Enum,
    FromClause,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    TextClause,
    TypeDecorator,
    bindparam,
    event,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

#: a key that is 64 bits wide on a server and the row id on SQLite
BigId = BigInteger().with_variant(Integer, "sqlite")

#: put into `mapped_column(info=SECRET)`: the journal says that it changed, never what it held
SECRET: dict[Any, Any] = {"secret": True}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant, stored as UTC on both engines. Raises ValueError for a naive one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite gets it without an offset so that text order is time order."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """Back to an aware UTC instant, by one function for each engine: a day's list reads thousands of them."""
        return _from_text if dialect.name == "sqlite" else _from_server


def _from_text(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)


def _from_server(value: datetime | None) -> datetime | None:
    return value if value is None or value.tzinfo is UTC else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Every mapped class. Relationships, where there are any, are declared `lazy="raise"`."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: UtcDateTime()}  # noqa: RUF012 - SQLAlchemy reads it from the class


class Keyed:
    """A surrogate key."""

    id: Mapped[int] = mapped_column(BigId, primary_key=True)


class Versioned(Keyed):
    """A row that people edit: every update counts its version up and refuses a stale one."""

    version: Mapped[int] = mapped_column(Integer, nullable=False)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class _Coded(Enum):
    """A code list whose members are found by one look into a table: a day's list reads hundreds of them."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], StrEnum | None]:
        """The member of a code. Raises KeyError for a text that is none."""
        members: dict[str | None, StrEnum | None] = {None: None}
        for code in self.enum_class or ():
            members[str(code.value)] = code  # type: ignore[assignment]
        return members.__getitem__


def coded(kind: type[StrEnum], length: int = 24) -> Enum:
    """A column type for a code list: the code itself is stored as text, and only its members come back."""
    return _Coded(
        kind,
        native_enum=False,
        create_constraint=False,
        length=length,
        values_callable=lambda codes: [code.value for code in codes],
    )


def on_create(table: FromClause, statement: str, dialect: str) -> None:
    """Run a statement of one engine's right after the table is made; migrations hold their own frozen copy of it."""
    ddl = DDL(statement.replace("%", "%%")).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]
    event.listen(table, "after_create", ddl)


def only_where(index: Index, condition: str) -> Index:
    """An index of the rows that fulfil a condition, in words both engines know.

    The engine is named when the table is made there: naming one in a mapped table imports its dialect into every start.
    """

    def name_engine(_table: object, connection: Connection, **_more: object) -> None:
        index.dialect_options[connection.dialect.name]["where"] = text(condition)

    def attached(_index: object, table: Table) -> None:
        event.listen(table, "before_create", name_engine)

    event.listen(index, "after_parent_attach", attached)
    return index


Part = TypeVar("Part", FromClause, PrimaryKeyConstraint, Index)


def only_on(engine: str, part: Part, **options: object) -> Part:
    """A table, its key or an index that is made in a way of its own on one engine: the options of that dialect, without its name.

    They too are given when the table is made there.
    """

    def name_engine(_table: object, connection: Connection, **_more: object) -> None:
        if connection.dialect.name == engine:
            for name, value in options.items():
                part.dialect_options[engine][name] = value  # type: ignore[attr-defined]

    def attached(_part: object, table: FromClause) -> None:
        event.listen(table, "before_create", name_engine)

    if isinstance(part, FromClause):
        attached(part, part)
    else:
        event.listen(part, "after_parent_attach", attached)
    return part


def insert_unless_there(table: type[DeclarativeBase], values: Mapping[str, object]) -> TextClause:
    """An insert that does nothing where the key is taken, in words both engines know.

    Their dialects have one each, but importing a server's dialect costs an embedded start some 30 ms.
    """
    columns = {column.key: column for column in table.__table__.columns if column.key in values}
    names, places = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    statement = text(f"INSERT INTO {table.__tablename__} ({names}) VALUES ({places}) ON CONFLICT DO NOTHING")  # noqa: S608 - our own names
    return statement.bindparams(*[bindparam(name, values[name], type_=column.type) for name, column in columns.items()])


def insert_all_unless_there(table: type[DeclarativeBase]) -> TextClause:
    """The same for many rows at once: every column is a bound value of its own name."""
    columns = table.__table__.columns
    names, places = ", ".join(column.key for column in columns), ", ".join(f":{column.key}" for column in columns)
    statement = text(f"INSERT INTO {table.__tablename__} ({names}) VALUES ({places}) ON CONFLICT DO NOTHING")  # noqa: S608 - our own names
    return statement.bindparams(*[bindparam(column.key, type_=column.type) for column in columns])
