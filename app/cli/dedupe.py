"""`dedupe evaluate`: how well doubles are found in a file whose truth is known. It works on files alone, without sign-in."""

import csv
import io
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cli.setting_up import write_private
from app.cli.talking import Exit, Talk
from app.core.clock import SystemClock
from app.core.errors import ClinicError
from app.core.text import tr
from app.exchange.actions.reading import Source, open_source, records
from app.exchange.rules.cells import safe_cell
from app.exchange.rules.comparing import columns_of, place_of, ready
from app.patients.rules.matching import Answer, Shown, find_pairs, reason_words, reasons
from app.patients.rules.matching.files import Pair

#: records compared in one run: so many fit into a gigabyte
MOST_RECORDS = 300_000
#: records without one, too, are compared: what is in them is all there is
_NOTHING: Sequence[str] = ()

Truth = set[tuple[int, int]]
Row = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Records:
    """A file read: its ids in order, and what its columns hold, field by field. `lost` rows were not whole."""

    ids: list[str]
    rows: list[Row]
    lost: int

    def places(self) -> dict[str, int]:
        """Where each id stands."""
        return {name: at for at, name in enumerate(self.ids)}


def evaluate(args: Namespace, talk: Talk) -> Exit:
    """Find the pairs of one file, or across two; measure them where their truth is given, else print them."""
    columns = columns_of(args.map)
    left = read_records(Path(args.file), args.id, columns, encoding=args.encoding)
    right = read_records(Path(args.other), args.id, columns, encoding=args.encoding) if args.other else None
    _check_columns(left, right, columns)
    truth = read_truth(Path(args.pairs), left, right, encoding=args.encoding) if args.pairs else None
    today = SystemClock().now().date()
    first = ready(left.rows, today)
    second = ready(right.rows, today) if right is not None else None
    found = find_pairs(first, second, tell=_progress(args))
    if truth is not None:
        _measured(found, truth, talk)
    else:
        _listed(found, left, right or left, args, talk)
    for records_ in (left, right):
        if records_ is not None and records_.lost:
            talk.say(tr("{count} rows are not whole and were left out.", count=records_.lost))
    return Exit.DONE


# ---------------------------------------------------------------------------------------------------------- reading


def read_records(path: Path, id_column: str, columns: Mapping[str, str], *, encoding: str = "") -> Records:
    """Read a file. Raises ClinicError or Unavailable in plain words."""
    source = open_source(path, encoding=encoding)
    if source.lines > MOST_RECORDS + 1:
        raise ClinicError(
            "{file} has about {count:,} rows; up to {most:,} can be compared at once.",
            next_step="Take a part of it.",
            field="file",
            file=path.name,
            count=source.lines,
            most=MOST_RECORDS,
        )
    at = _column(source, id_column)
    wanted = [
        (field, place) for column, field in columns.items() if (place := place_of(source.header, column)) is not None
    ]
    found, lost = Records([], [], 0), 0
    seen: set[str] = set()
    for record in records(source):
        if record.problem:
            lost += 1
            continue
        name = record.cells[at].strip()
        _check_id(name, seen, record.number, path)
        row: dict[str, list[str]] = {}
        for field, place in wanted:
            row.setdefault(field, []).append(record.cells[place])
        found.ids.append(name)
        found.rows.append(row)
    if not found.ids:
        raise ClinicError("{file} has no rows.", next_step="Choose another one.", field="file", file=path.name)
    return Records(found.ids, found.rows, lost)


def _column(source: Source, column: str) -> int:
    place = place_of(source.header, column)
    if place is None:
        raise ClinicError(
            "{file} has no column {column}.",
            next_step="Its columns are: {columns}.",
            field="id",
            file=source.path.name,
            column=column,
            columns=", ".join(source.header),
        )
    return place


def _check_id(name: str, seen: set[str], number: int, path: Path) -> None:
    if not name or name in seen:
        raise ClinicError(
            "Row {row} of {file} has the number {id}, which is empty or stands there twice.",
            next_step="Give each row a number of its own.",
            field="id",
            row=number,
            file=path.name,
            id=name or "–",
        )
    seen.add(name)


def _check_columns(left: Records, right: Records | None, columns: Mapping[str, str]) -> None:
    """Every field that was named is found in each file. Raises ClinicError with what is missing."""
    for held in (left, right):
        missing = [column for column, field in columns.items() if held is not None and field not in held.rows[0]]
        if missing:
            raise ClinicError(
                "A file has no column {column}.",
                next_step="Look at the names in its first row.",
                field="map",
                column=", ".join(missing),
            )


def read_truth(path: Path, left: Records, right: Records | None, *, encoding: str = "") -> Truth:
    """The pairs of one person, as places in the files. Pairs of unknown numbers, or within one of two files, are left out."""
    source = open_source(path, encoding=encoding)
    if len(source.header) < 2:
        raise ClinicError(
            "{file} needs two columns with the numbers of records.", field="pairs", next_step="", file=path.name
        )
    mine, theirs = left.places(), (right or left).places()
    found: Truth = set()
    known = 0
    for cells in (source.header, *(record.cells for record in records(source) if not record.problem)):
        one, other = cells[0].strip(), cells[1].strip()
        pair = _pair(one, other, mine, theirs, across=right is not None)
        known += pair is not None
        if pair is not None and (right is not None or pair[0] != pair[1]):
            found.add(pair)
    if not known:
        raise ClinicError(
            "{file} names no two records of these files.",
            field="pairs",
            next_step="Its first two columns hold the numbers of records that are one person's.",
            file=path.name,
        )
    return found


def _pair(
    one: str, other: str, mine: Mapping[str, int], theirs: Mapping[str, int], *, across: bool
) -> tuple[int, int] | None:
    for first, second in ((one, other), (other, one)):
        if first in mine and second in theirs:
            pair = mine[first], theirs[second]
            return pair if across else (min(pair), max(pair))
    return None


# ---------------------------------------------------------------------------------------------------------- telling


def _measured(found: Sequence[Pair], truth: Truth, talk: Talk) -> None:
    for name, answers in (("possible", (Answer.SURE, Answer.POSSIBLE)), ("sure", (Answer.SURE,))):
        pairs = {(pair.one, pair.other) for pair in found if pair.verdict.answer in answers}
        measured = measure(pairs, truth)
        talk.give(**{name: measured})
        told = {key: f"{value:.4f}" for key, value in measured.items() if key != "pairs"}
        said = {"possible": tr("Suggested"), "sure": tr("Sure")}[name]
        talk.say(
            tr(
                "{name}: {pairs} pairs, precision {precision}, recall {recall}, F1 {f1}",
                name=said,
                pairs=measured["pairs"],
                **told,
            )
        )


def measure(pairs: Truth, truth: Truth) -> dict[str, float]:
    """How many pairs; which part of them is true, which part of the true ones is among them, and the mean of both.

    Nothing found is nothing wrong; nothing to be found is nothing missed.
    """
    right = len(pairs & truth)
    precision = right / len(pairs) if pairs else 1.0
    recall = right / len(truth) if truth else 1.0
    both = precision + recall
    return {
        "pairs": len(pairs),
        "precision": round(precision, 6),
        "recall": round(recall, 6),
        "f1": round(2 * precision * recall / both, 6) if both else 0.0,
    }


def _listed(found: Sequence[Pair], left: Records, right: Records, args: Namespace, talk: Talk) -> None:
    """The pairs themselves: as a CSV, or as values for a script."""
    rows = [
        (left.ids[pair.one], right.ids[pair.other], pair.verdict.answer.value, _why(pair, left, right))
        for pair in found
    ]
    if args.out:
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(("one", "other", "answer", "why"))
        writer.writerows([safe_cell(cell) for cell in row] for row in rows)
        write_private(Path(args.out), text.getvalue().encode("utf-8-sig"))
        talk.say(tr("{count} pairs in {file}", count=len(rows), file=args.out))
    else:
        for row in rows:
            talk.say("\t".join(row))
    talk.give(pairs=[{"one": one, "other": other, "answer": answer, "why": why} for one, other, answer, why in rows])


def _why(pair: Pair, left: Records, right: Records) -> str:
    shown = [_shown(side.rows[at]) for side, at in ((left, pair.one), (right, pair.other))]
    words = [reason_words(reason) for reason in reasons(pair.verdict.levels, *shown)]
    return "; ".join([*words, tr("Both are one with a third record")] if pair.by_third else words)


def _shown(row: Row) -> Shown:
    family, given, middle = (" ".join(row.get(field, _NOTHING)).strip() for field in ("family", "given", "middle"))
    return Shown(family, given, middle)


def _progress(args: Namespace) -> "Progress | None":
    """Pairs done, on one line that is written over; nothing for a script or a file."""
    return None if args.json or not sys.stderr.isatty() else Progress()


class Progress:
    """Says how far a long look is."""

    def __call__(self, done: int, of: int) -> None:
        """So many of all."""
        end = "\n" if done >= of else ""
        print(f"\r{done:,} / {of:,}", end=end, file=sys.stderr, flush=True)
