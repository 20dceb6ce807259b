"""Remembering which column of a file is which field."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.sessions import WriteSession
from app.core.values import Command, Nothing, canonical
from app.exchange.rules.columns import checked, signature
from app.exchange.rules.values import Kind
from app.exchange.tables import ImportMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveColumns(Command):
    """The columns of a header, and the fields of those that are read."""

    kind: Kind
    header: tuple[str, ...]
    columns: dict[str, str]


@action(Permission.IMPORT, says="Said which columns of a file are which fields")
def save_columns(session: WriteSession, actor: Actor, command: SaveColumns) -> Nothing:
    """Remember the columns for the next file with this header. Raises ClinicError for fields that cannot be filled."""
    text, mark = canonical(checked(command.kind, command.columns)), signature(command.kind, command.header)
    found = session.scalar(
        select(ImportMapping).where(ImportMapping.kind == command.kind, ImportMapping.signature == mark)
    )
    if found is None:
        found = ImportMapping(kind=command.kind, signature=mark)
        session.add(found)
    found.columns, found.saved_at, found.saved_by_name = text, session.now, actor.name
    return Nothing()
