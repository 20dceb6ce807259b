"""The state of an import on screen: the file, its columns, what it would do, how far it is, what it did."""

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.text import tr
from app.exchange.actions.feed import Feed, kind_of, make_feed, preview_feed, run_feed
from app.exchange.actions.run import (
    ImportSummary,
    Plan,
    issues,
    make_plan,
    preview,
    run_import,
    with_columns,
    write_report,
)
from app.exchange.rules.columns import FIELDS, NOTHING
from app.exchange.rules.values import Counts, DateOrder, Issue, Kind, Options, Preview
from app.runner.bridge import Job, Runner
from app.staff.queries import LocationRow, locations

R = TypeVar("R")


class ImportModel(QObject):
    """Look at a file, choose its columns, take it, keep the report. `changed` after every step, `failed` with a sentence."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.locations: tuple[LocationRow, ...] = ()
        self.plan: Plan | Feed | None = None
        self.preview: Preview | None = None
        self.summary: ImportSummary | None = None
        self.reported = -1
        self.done = self.of = 0
        self.busy = False
        self._stop: Event | None = None

    def start(self) -> None:
        """Ask where one may import to."""
        self.runner.ask(locations, then=self._located, settled=False)

    def _located(self, rows: tuple[LocationRow, ...]) -> None:
        self.locations = rows
        self.changed.emit()

    # ------------------------------------------------------------------------------------------------ the steps

    def look(self, path: Path, kind: Kind, options: Options) -> None:
        """Read a file and tell what taking it would do. Messages and resources are known by what stands in the file."""
        executor, actor = self.runner.executor, self.runner.person()

        def planned(_job: Job) -> Plan | Feed:
            found = kind_of(path)
            if found is not None or not kind.has_columns:
                return make_feed(path, found or kind, options)
            return make_plan(executor, actor, path, kind, options)

        self._job(planned, self._planned)

    def choose(self, column: str, field: str) -> None:
        """Say which field a column is; nothing for a column that is not read. Any other column of the field gives it up."""
        if not isinstance(self.plan, Plan):
            return
        columns = {name: held for name, held in self.plan.columns.items() if name != column and held != field}
        if field not in ("", NOTHING):
            columns[column] = field
        self._choose(self.plan, columns)

    def _choose(self, plan: Plan, columns: Mapping[str, str]) -> None:
        self._job(lambda _job: with_columns(plan, columns), self._planned)

    def _planned(self, plan: Plan | Feed) -> None:
        self.plan, self.preview, self.summary, self.reported = plan, None, None, -1
        executor, actor = self.runner.executor, self.runner.person()

        def looked_at(job: Job) -> Preview:
            if isinstance(plan, Feed):
                return preview_feed(executor, actor, plan, job.report, lambda: job.stopped)
            return preview(executor, actor, plan, job.report, lambda: job.stopped)

        self._job(looked_at, self._previewed)

    def _previewed(self, found: Preview) -> None:
        self.preview = found
        self._idle()

    def run(self) -> None:
        """Take the file; what was taken before it was stopped stays."""
        if self.plan is None or self.busy:
            return
        executor, actor, plan = self.runner.executor, self.runner.person(), self.plan

        def taken(job: Job) -> ImportSummary:
            if isinstance(plan, Feed):
                return run_feed(executor, actor, plan, job.report, lambda: job.stopped)
            return run_import(executor, actor, plan, job.report, lambda: job.stopped)

        self._job(taken, self._taken)

    def _taken(self, summary: ImportSummary) -> None:
        self.summary = summary
        self._idle()

    def cancel(self) -> None:
        """Stop after the batch that is under way."""
        if self._stop is not None:
            self._stop.set()

    def save_report(self, path: Path) -> None:
        """Write what was said about rows."""
        summary = self.summary
        if summary is None:
            return
        executor, actor = self.runner.executor, self.runner.person()
        self._job(lambda _job: write_report(path, issues(executor, actor, summary)), self._reported)

    def _reported(self, lines: int) -> None:
        self.reported = lines
        self._idle()

    def _job(self, work: Callable[[Job], R], then: Callable[[R], None]) -> None:
        self.busy, self.done, self.of = True, 0, 0
        self.changed.emit()
        self._stop = self.runner.job(work, then, self._failed, self._step)

    def _step(self, done: int, of: int) -> None:
        self.done, self.of = done, of
        self.changed.emit()

    def _idle(self) -> None:
        self.busy = False
        self.changed.emit()

    def _failed(self, why: ClinicError) -> None:
        self._idle()
        self.failed.emit(why)

    # ------------------------------------------------------------------------------------------------ what is shown

    def fields(self) -> tuple[str, ...]:
        """The fields a column may be."""
        return tuple(FIELDS[self.plan.kind]) if isinstance(self.plan, Plan) else ()

    def columns(self) -> Mapping[str, str]:
        """The columns of a table and the fields of those that are read; nothing for messages and resources."""
        if not isinstance(self.plan, Plan):
            return {}
        return {name: self.plan.columns.get(name, NOTHING) for name in self.plan.source.header}

    def example(self, column: str) -> str:
        """What the first row has in a column that is read."""
        field = self.plan.columns.get(column, "") if isinstance(self.plan, Plan) else ""
        sample = self.preview.sample if self.preview else ()
        return sample[0].text(field) if sample and field else ""

    def said(self) -> tuple[Issue, ...]:
        """The first issues of the preview."""
        return self.preview.issues if self.preview else ()

    def sentences(self) -> tuple[str, ...]:
        """What will be, or what was done."""
        if self.summary is not None:
            return self._after(self.summary)
        if self.preview is None:
            return ()
        counts = self.preview.counts
        lines = [tr("{count} rows will be taken in as new.", count=counts.created)]
        if counts.changed:
            lines.append(tr("{count} change somebody who is here.", count=counts.changed))
        lines += _others(counts)
        if not self.preview.kind.has_columns and self.preview.left_out:
            lines.append(tr("{count} ask for nothing here and are passed over.", count=self.preview.left_out))
        if self.preview.kind.has_columns and self.preview.order is DateOrder.UNCLEAR:
            lines.append(tr("Where day and month may be swapped, the month is read first."))
        return tuple(lines)

    def _after(self, summary: ImportSummary) -> tuple[str, ...]:
        lines = [tr("{count} rows were taken in as new.", count=summary.counts.created)]
        if summary.counts.changed:
            lines.append(tr("{count} changed somebody who was here.", count=summary.counts.changed))
        lines += _others(summary.counts)
        if not summary.finished:
            lines.append(tr("The import was stopped. Start it again and it goes on from there."))
        if self.reported >= 0:
            lines.append(tr("The report was saved: {count} lines.", count=self.reported))
        return tuple(lines)


def _others(counts: Counts) -> list[str]:
    lines = []
    if counts.changed:
        lines.append(tr("{count} are here already and are completed.", count=counts.changed))
    if counts.known:
        lines.append(tr("{count} are here already and stay as they are.", count=counts.known))
    if counts.flagged:
        lines.append(tr("{count} of them should be looked at.", count=counts.flagged))
    if counts.refused:
        lines.append(tr("{count} cannot be taken.", count=counts.refused))
    return lines
