"""Running an import: what it would do, the import itself batch by batch, and the report of its rows.

A killed import goes on where it stopped: each batch is a command of a fixed id, and the table of batches says which were
taken. An attempt that ended is followed by a new one, in which everything that is here already is passed over.
"""

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Protocol

from app.core.access import Actor
from app.core.errors import Unavailable
from app.core.text import tr
from app.core.values import canonical
from app.exchange.actions.appointments import import_appointments_batch
from app.exchange.actions.batches import ImportAppointments, ImportPatients, batch_id
from app.exchange.actions.columns import SaveColumns, save_columns
from app.exchange.actions.patients import import_patients_batch
from app.exchange.actions.reading import Record, Source, open_source, records
from app.exchange.queries.asked import Carried, issues_of, look, progress_of, saved_columns
from app.exchange.queries.people import Known
from app.exchange.queries.visits import Book
from app.exchange.rules.cells import safe_cell
from app.exchange.rules.columns import changed, checked, guess, signature
from app.exchange.rules.dates import order_of
from app.exchange.rules.values import (
    BATCH_ROWS,
    Counts,
    DateOrder,
    Issue,
    Kind,
    Level,
    Options,
    Preview,
    Row,
    count,
    ordered,
    refused,
)
from app.exchange.rules.visits import visit_day
from app.runner.execute import Executor

#: rows from which the order of day and month is told
ORDER_ROWS = 20_000
#: issues and rows that a preview shows
SHOWN = 200
SAMPLE = 5
#: fields whose texts are dates
_DATES = frozenset({"birth_date", "deceased_on", "day", "booked_on"})

Report = Callable[[int, int], None]


class Stopped(Protocol):
    """Answers whether somebody wants the work to end; asked between batches."""

    def __call__(self) -> bool:
        """Whether to stop."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """A file and how it will be taken: what `preview` shows and `run_import` carries out."""

    source: Source
    kind: Kind
    columns: Mapping[str, str]
    options: Options
    order: DateOrder

    @property
    def digest(self) -> str:
        """The same file taken the same way has the same digest."""
        how = [self.source.digest, self.kind, self.columns, self.options, self.order, self.source.encoding]
        return hashlib.sha256(canonical([*how, self.source.delimiter]).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import did. `finished` is False when it was stopped; `resumed` batches were taken before.

    `passed_over` counts kinds of messages and resources that ask for nothing here.
    """

    kind: Kind
    plan: str
    attempt: int
    counts: Counts
    left_out: int = 0
    resumed: int = 0
    finished: bool = True
    passed_over: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Batch:
    number: int
    rows: list[Row] = field(default_factory=list)
    broken: list[Issue] = field(default_factory=list)
    last: bool = False


def make_plan(
    executor: Executor, actor: Actor, path: Path, kind: Kind, options: Options, maps: Sequence[str] = (),
    *, encoding: str = "", delimiter: str = "",
) -> Plan:  # fmt: skip
    """Look at a file: its columns as they were said before, else guessed, changed by `maps` (`column=field`).

    Raises ClinicError and Unavailable in plain words.
    """
    source = open_source(path, encoding=encoding, delimiter=delimiter)
    before = executor.fetch(saved_columns, actor, kind, signature(kind, source.header))
    columns = changed(kind, source.header, before or guess(kind, source.header), maps)
    return Plan(source, kind, columns, options, _order(source, columns))


def with_columns(plan: Plan, columns: Mapping[str, str]) -> Plan:
    """The plan with other columns. Raises ClinicError when no import can be made with them."""
    return replace(plan, columns=checked(plan.kind, columns), order=_order(plan.source, columns))


def _order(source: Source, columns: Mapping[str, str]) -> DateOrder:
    at = [place for place, name in enumerate(source.header) if columns.get(name) in _DATES]
    looked = islice(records(source), ORDER_ROWS)
    return order_of(record.cells[place] for record in looked if not record.problem for place in at)


# ------------------------------------------------------------------------------------------------------------ batches


def _row(plan: Plan, record: Record) -> Row:
    held = zip(plan.source.header, record.cells, strict=True)
    return Row(record.number, {plan.columns[name]: cell for name, cell in held if name in plan.columns})


def _wanted(plan: Plan, row: Row) -> bool:
    only = plan.options.only_day
    return plan.kind is Kind.PATIENTS or only is None or visit_day(row, plan.order, only) == only


def _batches(plan: Plan, left_out: list[int]) -> Iterator[_Batch]:
    """The file in batches, the last one marked; `left_out` gathers the rows of other days."""
    batch = _Batch(0)
    for record in records(plan.source):
        if len(batch.rows) + len(batch.broken) >= BATCH_ROWS:
            yield batch
            batch = _Batch(batch.number + 1)
        if record.problem:
            batch.broken.append(refused(record.number, "", record.cells[0], record.problem))
            continue
        row = _row(plan, record)
        if _wanted(plan, row):
            batch.rows.append(row)
        else:
            left_out[0] += 1
    batch.last = True
    yield batch


def preview(
    executor: Executor, actor: Actor, plan: Plan, report: Report | None = None, stopped: Stopped | None = None
) -> Preview:
    """What the import would do: the same reading and the same rules, and nothing written."""
    counts, issues, sample = Counts(), list[Issue](), list[Row]()
    left_out, carried, done = [0], Carried(Known(), Book()), 0
    for batch in _batches(plan, left_out):
        if stopped is not None and stopped():
            break
        rows = tuple(batch.rows)
        found, said = executor.fetch(look, actor, plan.kind, rows, plan.options, plan.order, carried)
        counts = counts.plus(found).plus(count(len(batch.broken), 0, batch.broken))
        issues += ordered([*batch.broken, *said])[: SHOWN - len(issues)]
        sample += rows[: SAMPLE - len(sample)]
        done += len(rows) + len(batch.broken)
        _tell(report, done + left_out[0], plan)
    return Preview(plan.kind, plan.columns, plan.order, counts, left_out[0], tuple(issues), tuple(sample))


def run_import(
    executor: Executor, actor: Actor, plan: Plan, report: Report | None = None, stopped: Stopped | None = None
) -> ImportSummary:
    """Take the file. `report(done, of)` counts rows; `stopped` is asked between batches, and what was taken stays.

    Raises ClinicError in plain words; started again, the import goes on after the last batch that was taken.
    """
    executor.perform(save_columns, _columns_command(plan), actor)
    digest = plan.digest
    before = executor.fetch(progress_of, actor, digest)
    attempt = before.attempt + 1 if before.ended or not before.attempt else before.attempt
    taken = before.done if attempt == before.attempt else frozenset[int]()
    left_out, done, finished = [0], 0, True
    for batch in _batches(plan, left_out):
        if batch.number not in taken:
            if stopped is not None and stopped():
                finished = False
                break
            _take(executor, actor, plan, digest, attempt, batch)
        done += len(batch.rows) + len(batch.broken)
        _tell(report, done + left_out[0], plan)
    after = executor.fetch(progress_of, actor, digest)
    return ImportSummary(plan.kind, digest, attempt, after.counts, left_out[0], len(taken), finished)


def _columns_command(plan: Plan) -> SaveColumns:
    return SaveColumns(kind=plan.kind, header=plan.source.header, columns=dict(plan.columns))


def _take(executor: Executor, actor: Actor, plan: Plan, digest: str, attempt: int, batch: _Batch) -> None:
    make = ImportPatients if plan.kind is Kind.PATIENTS else ImportAppointments
    command = make(
        id=batch_id(digest, attempt, batch.number),
        location_id=plan.options.location_id,
        plan=digest,
        attempt=attempt,
        number=batch.number,
        last=batch.last,
        file_name=plan.source.path.name,
        options=plan.options,
        order=plan.order,
        rows=tuple(batch.rows),
        broken=tuple(batch.broken),
    )
    if isinstance(command, ImportPatients):
        executor.perform(import_patients_batch, command, actor)
    else:
        executor.perform(import_appointments_batch, command, actor)


def _tell(report: Report | None, done: int, plan: Plan) -> None:
    if report is not None:
        report(done, max(done, plan.source.lines - 1))


# ------------------------------------------------------------------------------------------------------------- report


def issues(executor: Executor, actor: Actor, summary: ImportSummary) -> Iterator[Issue]:
    """Everything that was said about rows, in the order of the file, a page at a time."""
    after, page = 0, tuple[Issue, ...]()
    while True:
        after, page = executor.fetch(issues_of, actor, summary.plan, summary.attempt, after)
        if not page:
            return
        yield from page


def write_report(path: Path, said: Iterable[Issue]) -> int:
    """Write the row report as a CSV that a spreadsheet opens without running anything; returns how many lines.

    Raises Unavailable when the file cannot be written.
    """
    words = {Level.REFUSED: tr("not taken"), Level.FLAGGED: tr("taken, look at it")}
    lines = 0
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([tr("Row"), tr("What happened"), tr("Field"), tr("Text in the file"), tr("Why")])
            for one in said:
                cells = (words[one.level], one.field, one.text, one.sentence)
                writer.writerow([one.row, *map(safe_cell, cells)])
                lines += 1
    except OSError as problem:
        raise Unavailable("The report cannot be written there.", next_step="Choose another folder.") from problem
    return lines
