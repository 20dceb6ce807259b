"""`import`, `export` and `report`: files that come in and go out."""

import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from app.cli.feeding import feed
from app.cli.opening import Site, entered, read_site
from app.cli.setting_up import write_private
from app.cli.talking import Exit, Talk
from app.core.access import Actor
from app.core.errors import ClinicError, NotFound
from app.core.text import tr
from app.exchange.actions.export import NoteExport, export_patients
from app.exchange.actions.giving import Form, GiveRecord, give_bundle, give_paper
from app.exchange.actions.run import Plan, issues, make_plan, preview, run_import, write_report
from app.exchange.rules.values import Kind, Options
from app.privacy.rules import Purpose
from app.reports.actions import NoteReport, Way, note_counts, note_names
from app.reports.documents import end_of_day as draw
from app.reports.queries.day import end_of_day as ask
from app.runner.execute import Executor
from app.staff.queries import LocationRow, locations

#: what somebody may get a record for
PURPOSES = tuple(purpose.value for purpose in Purpose)
#: columns and issues that a person is shown; a script gets all that a preview holds
SHOWN = 20


def place_of(executor: Executor, actor: Actor, code: str) -> LocationRow:
    """The location of a code, or the only one there is. Raises NotFound."""
    rows = executor.fetch(locations, actor)
    found = [row for row in rows if row.code == code.upper()] if code else list(rows)
    if len(found) != 1:
        raise NotFound(
            "Which location? Yours are: {codes}.",
            field="location",
            next_step="Name one with --location.",
            codes=", ".join(row.code for row in rows),
        )
    return found[0]


def bring(args: Namespace, talk: Talk) -> Exit:
    """Import another system's file, or show what the import would do."""
    site = read_site(args)
    with entered(site, talk) as (executor, actor):
        where = place_of(executor, actor, args.location or site.settings.location)
        options = Options(
            location_id=where.id,
            source=args.source,
            minutes=args.minutes,
            lanes=args.lanes,
            as_booked=args.as_booked,
            only_day=args.day,
            strip_digits=args.strip_digits,
            authorities=tuple(args.authority),
        )
        if not Kind(args.kind).has_columns:
            return feed(executor, actor, args, options, talk, progress(talk))
        plan = make_plan(
            executor, actor, Path(args.file), Kind(args.kind), options, args.map,
            encoding=args.encoding, delimiter=args.delimiter,
        )  # fmt: skip
        _show_columns(plan, talk)
        return _preview(executor, actor, plan, talk) if args.preview else _run(executor, actor, plan, args, talk)


def _show_columns(plan: Plan, talk: Talk) -> None:
    for name in plan.source.header:
        talk.say(f"  {name:<32} {plan.columns.get(name, '–')}")
    talk.give(columns=dict(plan.columns), date_order=plan.order)


def _preview(executor: Executor, actor: Actor, plan: Plan, talk: Talk) -> Exit:
    found = preview(executor, actor, plan, progress(talk))
    counts = found.counts
    talk.say(
        tr(
            "Of {rows} rows {created} would be new, {changed} completed, {known} known, {flagged} to look at, {refused} refused.",
            **asdict(counts),
        )
    )
    for issue in found.issues[:SHOWN]:
        talk.say(f"  {issue.row}: {issue.field} {issue.sentence}")
    talk.give(counts=counts, left_out=found.left_out, issues=found.issues)
    return Exit.FOUND if counts.refused else Exit.DONE


def _run(executor: Executor, actor: Actor, plan: Plan, args: Namespace, talk: Talk) -> Exit:
    done = run_import(executor, actor, plan, progress(talk))
    counts = done.counts
    talk.say(
        tr(
            "Of {rows} rows {created} are new, {changed} completed, {known} were known, {flagged} to look at, {refused} refused.",
            **asdict(counts),
        )
    )
    if args.row_report:
        lines = write_report(Path(args.row_report), issues(executor, actor, done))
        talk.say(tr("{count} lines about rows: {file}", count=lines, file=args.row_report))
    talk.give(counts=counts, left_out=done.left_out, resumed=done.resumed, plan=done.plan, attempt=done.attempt)
    return Exit.FOUND if counts.refused else Exit.DONE


def progress(talk: Talk) -> Callable[[int, int], None] | None:
    """Rows done, on one line that is written over; nothing for a script or a file."""
    if talk.args.json or not sys.stderr.isatty():
        return None

    def report(done: int, of: int) -> None:
        end = "\n" if done >= of else ""
        print(f"\r{done:,} / {of:,}", end=end, file=sys.stderr, flush=True)

    return report


def give(args: Namespace, talk: Talk) -> Exit:
    """Write patients, or the whole record of one. Raises ClinicError where no file is named."""
    args.file = args.out or args.file
    if not args.file:
        raise ClinicError("Where shall it go?", next_step="Name a file with --out.", field="out")
    return _give_record(args, talk) if args.kind == "patient" else _give_patients(args, talk)


def _give_record(args: Namespace, talk: Talk) -> Exit:
    """Write one patient's whole record, a PDF where the file's name says so, else FHIR; the reason stands in the journal."""
    site, file = read_site(args), Path(args.file)
    form = Form.PDF if file.suffix.lower() == ".pdf" else Form.FHIR
    command = GiveRecord(mrn=args.mrn, form=form, recipient=args.to, purpose=Purpose(args.purpose), reason=args.reason)
    with entered(site, talk) as (executor, actor):
        write_private(file, b"")
        write = partial(write_private, file)
        if form is Form.PDF:
            given = give_paper(executor, actor, command, site.settings.clinic_name, write)
        else:
            given = give_bundle(executor, actor, command, write)
    talk.say(tr("The record of MRN {mrn} is in {file}.", mrn=given.number, file=str(file)))
    talk.give(mrn=given.number, file=str(file))
    return Exit.DONE


def _give_patients(args: Namespace, talk: Talk) -> Exit:
    """Write the patients into a CSV; the reason stands in the journal."""
    site = read_site(args)
    with entered(site, talk) as (executor, actor):
        where = place_of(executor, actor, args.location).id if args.location else None
        file = Path(args.file)
        write_private(file, b"")
        done = export_patients(executor, actor, file, NoteExport(location_id=where, reason=args.reason))
    talk.say(tr("{count} patients in {file}", count=done.patients, file=str(file)))
    talk.give(patients=done.patients, file=str(file))
    return Exit.DONE


def end_of_day(args: Namespace, talk: Talk) -> Exit:
    """Write the end-of-day report of a day as PDF; that it leaves the program stands in the journal."""
    site: Site = read_site(args)
    with entered(site, talk) as (executor, actor):
        where = place_of(executor, actor, args.location or site.settings.location)
        report = executor.fetch(ask, actor, where.id, args.date, site.settings.clinic_name, args.reason)
        note = NoteReport(
            location_id=where.id, day=args.date, number=f"EOD-{args.date:%Y%m%d}", way=Way.SAVED, reason=args.reason
        )
        executor.perform(note_names if report.named else note_counts, note, actor)
        write_private(Path(args.out), draw(report))
    talk.say(tr("The report is in {file}.", file=args.out))
    talk.give(file=args.out, visits=len(report.visits), names=report.named)
    return Exit.DONE
