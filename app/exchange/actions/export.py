"""Giving patients out as a CSV: who did it and why stands in the journal before the first row leaves."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ReasonNeeded, Unavailable
from app.core.sessions import WriteSession
from app.core.values import Command
from app.exchange.queries.asked import EXPORTED, export_page
from app.exchange.rules.cells import safe_cell
from app.patients.tables import Patient
from app.runner.execute import Executor


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteExport(Command):
    """Patients of a location, or of every location the person may give out, leave as a file. `reason` says why."""

    location_id: int | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """How many patients left."""

    patients: int


def _where(_session: WriteSession, command: NoteExport) -> tuple[int, ...]:
    return () if command.location_id is None else (command.location_id,)


@action(Permission.BULK_EXPORT, says="Exported {patients} patients", located=_where)
def note_export(session: WriteSession, actor: Actor, command: NoteExport) -> Exported:
    """Write down who takes patients out, how many and why. Raises ReasonNeeded without a reason."""
    if not command.reason.strip():
        raise ReasonNeeded("An export needs a reason.", field="reason", next_step="Write why in a few words.")
    reach = actor.sees(Permission.BULK_EXPORT, command.location_id)
    wanted = select(func.count()).select_from(Patient).where(Patient.merged_into_id.is_(None))
    if reach is not None:
        wanted = wanted.where(Patient.home_location_id.in_(reach))
    return Exported(session.scalar(wanted) or 0)


def export_patients(
    executor: Executor, actor: Actor, path: Path, command: NoteExport, report: Callable[[int, int], None] | None = None
) -> Exported:
    """Write the file (UTF-8 with a mark, so that spreadsheets read it) after the journal has its line.

    Raises Refused, ReasonNeeded, or Unavailable when the file cannot be written.
    """
    noted = executor.perform(note_export, command, actor)
    after, done = 0, 0
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(EXPORTED)
            while True:
                after, page = executor.fetch(export_page, actor, command.location_id, after)
                if not page:
                    return Exported(done)
                writer.writerows([safe_cell(cell) for cell in row] for row in page)
                done += len(page)
                if report is not None:
                    report(done, max(done, noted.patients))
    except OSError as problem:
        raise Unavailable("The file cannot be written there.", next_step="Choose another folder.") from problem
