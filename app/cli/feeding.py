"""`import hl7` and `import fhir`: files and folders of messages and resources."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from app.cli.opening import cosigned
from app.cli.talking import Exit, Talk
from app.core.access import Actor, Permission
from app.core.errors import ClinicError
from app.core.text import tr
from app.core.values import Command
from app.exchange.actions.feed import kind_of, make_feed, preview_feed, run_feed
from app.exchange.actions.run import ImportSummary, issues, write_report
from app.exchange.rules.values import Counts, Issue, Kind, Options
from app.runner.execute import Executor

Report = Callable[[int, int], None]
#: issues that a person is shown; a script gets all that a preview holds
SHOWN = 20


@dataclass(slots=True)
class _Second:
    """Whoever signs merges beside the person: named with --second, the password asked once."""

    executor: Executor
    actor: Actor
    talk: Talk
    known: dict[str, str] = field(default_factory=dict)

    def __call__(self, command: Command, permission: Permission) -> str:
        """The token for one merge, empty where nobody was named."""
        return cosigned(self.executor, self.actor, self.talk, command, permission, self.known)


def files_of(path: Path, kind: Kind) -> list[Path]:
    """The file, or those of a folder in the order of their names that hold this kind. Raises ClinicError for none."""
    found = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    fitting = [one for one in found if kind_of(one) is kind]
    if not fitting:
        raise ClinicError(
            "Nothing there holds {kind}.",
            next_step="Look at the file's name and kind.",
            kind=kind.value.upper(),
            field="file",
        )
    return fitting


def feed(
    executor: Executor, actor: Actor, args: Namespace, options: Options, talk: Talk, report: Report | None
) -> Exit:
    """Take every file, or show what that would do."""
    kind = Kind(args.kind)
    paths = files_of(Path(args.file), kind)
    if args.preview:
        return _preview(executor, actor, paths, kind, options, talk, report)
    return _run(executor, actor, paths, kind, options, args, talk, report)


def _preview(
    executor: Executor,
    actor: Actor,
    paths: Iterable[Path],
    kind: Kind,
    options: Options,
    talk: Talk,
    report: Report | None,
) -> Exit:
    counts, told, left_out = Counts(), list[dict[str, object]](), 0
    for path in paths:
        found = preview_feed(executor, actor, make_feed(path, kind, options), report)
        counts, left_out = counts.plus(found.counts), left_out + found.left_out
        talk.say(f"{path.name}: {_words(found.counts)}")
        _say(talk, found.issues[:SHOWN])
        told.append({"file": str(path), "counts": found.counts, "issues": found.issues})
    talk.give(counts=counts, left_out=left_out, files=told)
    return Exit.FOUND if counts.refused else Exit.DONE


def _run(
    executor: Executor, actor: Actor, paths: Iterable[Path], kind: Kind, options: Options, args: Namespace, talk: Talk,
    report: Report | None,
) -> Exit:  # fmt: skip
    counts, told, said, left_out = Counts(), list[dict[str, object]](), list[Issue](), 0
    second = _Second(executor, actor, talk)
    for path in paths:
        done = run_feed(executor, actor, make_feed(path, kind, options), report, cosign=second)
        found = list(issues(executor, actor, done))
        counts, left_out = counts.plus(done.counts), left_out + done.left_out
        talk.say(f"{path.name}: {_words(done.counts)}")
        _say(talk, found[:SHOWN])
        said += found
        told.append(_told(path, done))
    if args.row_report:
        lines = write_report(Path(args.row_report), said)
        talk.say(tr("{count} lines about rows: {file}", count=lines, file=args.row_report))
    talk.give(counts=counts, left_out=left_out, files=told)
    return Exit.FOUND if counts.refused else Exit.DONE


def _told(path: Path, done: ImportSummary) -> dict[str, object]:
    return {
        "file": str(path), "counts": done.counts, "plan": done.plan, "attempt": done.attempt, "resumed": done.resumed,
        "passed_over": dict(done.passed_over),
    }  # fmt: skip


def _say(talk: Talk, said: Iterable[Issue]) -> None:
    for issue in said:
        talk.say(f"  {issue.row} {issue.text}: {issue.field} {issue.sentence}")


def _words(counts: Counts) -> str:
    return tr(
        "{rows} records: {created} new, {changed} changed, {known} as before, {flagged} to look at, {refused} not taken.",
        **asdict(counts),
    )
