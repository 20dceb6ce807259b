"""Alembic's entry: runs the revisions on the connection that the upgrade hands over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from app.core.orm import UtcDateTime
from app.schema import metadata


def render_item(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as plain ones, so that a revision never imports living code."""
    if kind != "type":
        return False
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if type(item).__name__ == "Enum":
        return f"sa.String(length={getattr(item, 'length', 40)})"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_item=render_item,
    render_as_batch=True,
)
context.run_migrations()
