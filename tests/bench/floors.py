"""What an action writes, and how long the bare database takes for the same rows."""

from time import perf_counter
from typing import Any

from sqlalchemy import Engine, event

Written = list[tuple[str, Any, bool]]


def caught(engine: Engine) -> Written:
    """A list that gets every statement this engine writes with from now on."""
    written = Written()

    def heard(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            written.append((statement, values, many))

    event.listen(engine, "before_cursor_execute", heard)
    return written


def replayed(cursor: Any, written: Written, begin: str = "BEGIN IMMEDIATE") -> float:
    """Write the same rows raw, in one transaction; the milliseconds it takes."""
    since = perf_counter()
    cursor.execute(begin)
    for statement, values, many in written:
        if many:
            cursor.executemany(statement, values)
        else:
            cursor.execute(statement, values)
            if "RETURNING" in statement:
                cursor.fetchall()
    cursor.execute("COMMIT")
    return (perf_counter() - since) * 1000
