"""Running a feed: a file of HL7 messages or FHIR resources, looked at first, then taken record by record.

Each record is a command of its own; what became of a batch of them is written down at its end. A killed feed goes on where it
stopped: records that were taken answer from the journal, batches that were written down are passed over.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from uuid import UUID, uuid5

from app.core.access import Actor, Permission
from app.core.errors import Busy, ClinicError, Refused, SecondPersonNeeded, Unavailable
from app.core.text import tr
from app.core.values import Command, canonical
from app.duplicates.actions import MergePatients, merge_patients
from app.exchange.actions.arrivals import ImportAdt, ImportFhir, import_adt, import_fhir
from app.exchange.actions.batches import NoteFeed, batch_id, note_feed
from app.exchange.actions.run import SHOWN, ImportSummary, Report, Stopped
from app.exchange.queries.arrivals import Fresh, Result, look_at_arrivals, repeated
from app.exchange.queries.asked import progress_of
from app.exchange.rules.feeds import (
    NAMES,
    Arrived,
    Incoming,
    MergeAsked,
    Origin,
    Outcome,
    incoming_message,
    incoming_resource,
)
from app.exchange.rules.fhir import FhirFile, looks_like_fhir, read_file
from app.exchange.rules.hl7 import looks_like_hl7, messages, read_message
from app.exchange.rules.values import BATCH_ROWS, Counts, DateOrder, Issue, Kind, Level, Options, Preview, ordered
from app.runner.execute import Executor

#: bytes of a FHIR file, which is read whole
LARGEST_FHIR = 64 << 20
HEAD = 64 << 10
CHUNK = 1 << 20
#: records that a preview asks about at once
LOOKED_AT = 100

#: gives a second person's token for a merge, or an empty text where nobody signs
Cosign = Callable[[Command, Permission], str]


@dataclass(frozen=True, slots=True)
class Feed:
    """A file of messages or resources and how it will be taken."""

    path: Path
    kind: Kind
    options: Options
    content: str
    size: int

    @property
    def digest(self) -> str:
        """The same file taken the same way has the same digest."""
        return hashlib.sha256(canonical([self.content, self.kind, self.options]).encode()).hexdigest()


@dataclass(slots=True)
class _Entry:
    """One record of a file: something to do, or only something to say."""

    incoming: Incoming | None
    issues: tuple[Issue, ...] = ()


@dataclass(slots=True)
class _Reading:
    """The file while it is read: bytes done, and kinds of records that ask for nothing here."""

    feed: Feed
    done: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)

    def entries(self) -> Iterator[_Entry]:
        """Every record that asks for something, or about which something is to be said."""
        return self._messages() if self.feed.kind is Kind.HL7 else self._resources()

    def _messages(self) -> Iterator[_Entry]:
        for framed in messages(self._chunks()):
            found = read_message(framed)
            if found.passed_over:
                self.passed_over[found.passed_over] += 1
            if found.message is not None:
                yield _Entry(incoming_message(found.message, self.feed.options.source), found.issues)
            elif found.issues:
                yield _Entry(None, found.issues)

    def _resources(self) -> Iterator[_Entry]:
        found = read_file(b"".join(self._chunks()))
        self.passed_over.update(found.passed_over)
        issues = [*found.issues, *_loose(found)]
        held: dict[int, list[Issue]] = {one.number: [] for one in found.patients}
        for issue in issues:
            if issue.row in held:
                held[issue.row].append(issue)
        for one in found.patients:
            yield _Entry(incoming_resource(one, self.feed.options.source), tuple(held[one.number]))
        for issue in ordered(one for one in issues if one.row not in held):
            yield _Entry(None, (issue,))

    def _chunks(self) -> Iterator[bytes]:
        try:
            with self.feed.path.open("rb") as file:
                while chunk := file.read(CHUNK):
                    self.done += len(chunk)
                    yield chunk
        except OSError as problem:
            raise unreadable() from problem


def _loose(found: FhirFile) -> Iterator[Issue]:
    """Plans without their patient: a card is read at the patient's own record."""
    sentence = tr("This plan's patient is not in the file. Open the patient and read the card there.")
    return (Issue(one.number, Level.REFUSED, "beneficiary", one.name, sentence) for one in found.coverages)


def unreadable() -> Unavailable:
    """The sentence for a file that cannot be opened."""
    return Unavailable("The file cannot be read.", next_step="Look whether it is there and open elsewhere.")


def kind_of(path: Path) -> Kind | None:
    """HL7 or FHIR by what stands in the file, None for anything else. Raises Unavailable."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as problem:
        raise unreadable() from problem
    return Kind.HL7 if looks_like_hl7(head) else Kind.FHIR if looks_like_fhir(head) else None


def make_feed(path: Path, kind: Kind, options: Options) -> Feed:
    """Look at a file. Raises Unavailable, and ClinicError for a FHIR file that is too large."""
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except OSError as problem:
        raise unreadable() from problem
    if kind is Kind.FHIR and size > LARGEST_FHIR:
        raise ClinicError(
            "The file has {size} MB; {limit} have room.",
            next_step="Ask for it in several files.",
            field="file",
            size=size >> 20,
            limit=LARGEST_FHIR >> 20,
        )
    return Feed(path, kind, options, digest.hexdigest(), size)


def _batches(entries: Iterable[_Entry], rows: int) -> Iterator[tuple[int, list[_Entry], bool]]:
    """Entries in batches with their numbers, the last one marked; an empty file is one empty batch."""
    feed, number = iter(entries), 0
    held = list(islice(feed, rows))
    while True:
        following = list(islice(feed, rows))
        yield number, held, not following
        if not following:
            return
        number, held = number + 1, following


def _counted(entries: list[_Entry], results: list[Result]) -> tuple[Counts, list[Issue]]:
    """How many went where, and everything said."""
    counts, said = Counts(), list[Issue]()
    for entry, (outcome, issues) in zip(entries, results, strict=True):
        told = (*entry.issues, *issues)
        said += told
        levels = {one.level for one in told}
        gone = outcome is Outcome.REFUSED or (outcome is Outcome.SAME and Level.REFUSED in levels)
        counts = counts.plus(
            Counts(
                rows=1,
                created=outcome is Outcome.CREATED,
                changed=outcome is Outcome.CHANGED,
                known=outcome is Outcome.SAME and not gone,
                flagged=Level.FLAGGED in levels and not gone,
                refused=gone,
            )
        )
    return counts, ordered(said)


_NOT_TAKEN: Result = (Outcome.REFUSED, ())
_ONLY_SAID: Result = (Outcome.SAME, ())


def _without_deed(entry: _Entry) -> Result:
    """A record that could not be read is not taken; a remark about the file is only said."""
    return _NOT_TAKEN if any(one.level is Level.REFUSED for one in entry.issues) else _ONLY_SAID


# ------------------------------------------------------------------------------------------------------------- preview


def preview_feed(
    executor: Executor, actor: Actor, feed: Feed, report: Report | None = None, stopped: Stopped | None = None
) -> Preview:
    """What taking the file would do: the same reading and the same rules, and nothing written."""
    reading, fresh = _Reading(feed), Fresh()
    counts, issues = Counts(), list[Issue]()
    for _number, entries, _last in _batches(reading.entries(), LOOKED_AT):
        if stopped is not None and stopped():
            break
        asked = [entry.incoming for entry in entries if entry.incoming is not None]
        found = executor.fetch(look_at_arrivals, actor, asked, feed.options, fresh)
        answers = iter(found)
        results = [_without_deed(entry) if entry.incoming is None else next(answers) for entry in entries]
        more, said = _counted(entries, results)
        counts = counts.plus(more)
        issues += said[: SHOWN - len(issues)]
        _tell(report, reading)
    return Preview(feed.kind, {}, DateOrder.UNCLEAR, counts, reading.passed_over.total(), tuple(issues))


def _tell(report: Report | None, reading: _Reading) -> None:
    if report is not None:
        report(min(reading.done, reading.feed.size), reading.feed.size)


# ----------------------------------------------------------------------------------------------------------------- run


@dataclass(slots=True)
class _Run:
    """One attempt at a feed."""

    executor: Executor
    actor: Actor
    feed: Feed
    digest: str
    attempt: int
    cosign: Cosign
    seen: dict[UUID, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What tells this import from every other."""
        return f"{self.digest}:{self.attempt}"

    def take(self, one: Incoming) -> Result:
        """Take one record, and the merges it asks for."""
        origin = Origin.of(one, self.feed.options)
        if one.id in self.seen:
            return repeated(one, self.seen[one.id], origin)
        self.seen[one.id] = one.digest
        try:
            arrived = self._perform(one)
        except ClinicError as problem:
            if isinstance(problem, Refused | Unavailable | Busy) or problem.field == "source":
                raise
            return Outcome.REFUSED, (
                origin.refuse("", tr("It holds something that cannot be kept. Nothing was changed.")),
            )
        if arrived.run != self.name or arrived.digest != one.digest:
            return repeated(one, arrived.digest, origin)
        outcome, issues = arrived.outcome, list(arrived.issues)
        for at, asked in enumerate(arrived.merges):
            undone = self._merge(one, at, asked)
            if undone is None:
                outcome = Outcome.CHANGED
            else:
                issues.append(origin.flag("MRG", _undone(undone)))
        return outcome, tuple(issues)

    def _perform(self, one: Incoming) -> Arrived:
        place, options = self.feed.options.location_id, self.feed.options
        if self.feed.kind is Kind.HL7:
            adt = ImportAdt(id=one.id, location_id=place, options=options, run=self.name, incoming=one)
            return self.executor.perform(import_adt, adt, self.actor)
        fhir = ImportFhir(id=one.id, location_id=place, options=options, run=self.name, incoming=one)
        return self.executor.perform(import_fhir, fhir, self.actor)

    def _merge(self, one: Incoming, at: int, asked: MergeAsked) -> ClinicError | None:
        """Make the two records one, where the person and whoever signs beside them may; else why it was not done."""
        command = MergePatients(
            id=uuid5(NAMES, f"merge/{one.id}/{at}"), patient_id=asked.patient_id, merged_id=asked.merged_id,
            version=asked.version, merged_version=asked.merged_version,
        )  # fmt: skip
        try:
            token = self.cosign(command, Permission.MERGE_PATIENTS)
            self.executor.perform(merge_patients, replace(command, cosign=token), self.actor)
        except ClinicError as problem:
            return problem
        return None


def _undone(problem: ClinicError) -> str:
    told = tr("A second person has to agree.") if isinstance(problem, SecondPersonNeeded) else problem.message
    return tr("The sender made two records one; here it waits among the possible duplicates. {why}", why=told)


def nobody_signs(_command: Command, _permission: Permission) -> str:
    """Where no second person is asked."""
    return ""


def run_feed(
    executor: Executor, actor: Actor, feed: Feed, report: Report | None = None, stopped: Stopped | None = None,
    cosign: Cosign = nobody_signs,
) -> ImportSummary:  # fmt: skip
    """Take the file. `report(done, of)` counts bytes; `stopped` is asked between records, and what was taken stays.

    Raises ClinicError in plain words; started again, the import goes on after the last batch that was written down.
    """
    digest = feed.digest
    before = executor.fetch(progress_of, actor, digest)
    attempt = before.attempt + 1 if before.ended or not before.attempt else before.attempt
    taken = before.done if attempt == before.attempt else frozenset[int]()
    run, reading, finished = _Run(executor, actor, feed, digest, attempt, cosign), _Reading(feed), True
    for number, entries, last in _batches(reading.entries(), BATCH_ROWS):
        if number in taken:
            continue
        results: list[Result] = []
        for entry in entries:
            if stopped is not None and stopped():
                break
            results.append(_without_deed(entry) if entry.incoming is None else run.take(entry.incoming))
        finished = len(results) == len(entries)
        if not finished:
            break
        _note(run, number, entries, results, last=last)
        _tell(report, reading)
    after = executor.fetch(progress_of, actor, digest)
    return ImportSummary(
        feed.kind,
        digest,
        attempt,
        after.counts,
        reading.passed_over.total(),
        len(taken),
        finished,
        dict(reading.passed_over),
    )


def _note(run: _Run, number: int, entries: list[_Entry], results: list[Result], *, last: bool) -> None:
    counts, said = _counted(entries, results)
    feed = run.feed
    command = NoteFeed(
        id=batch_id(run.digest, run.attempt, number), location_id=feed.options.location_id, plan=run.digest,
        attempt=run.attempt, number=number, last=last, file_name=feed.path.name, kind=feed.kind, options=feed.options,
        counts=counts, issues=tuple(said),
    )  # fmt: skip
    run.executor.perform(note_feed, command, run.actor)
