"""Is the journal whole? Walks every chain and compares it with the anchors kept outside the database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.journal import START, Head, JournalEntry, heads, line_hash, line_of
from app.core.text import tr


@dataclass(frozen=True, slots=True)
class Finding:
    """The first bad row of a chain, in words."""

    chain: str
    position: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a verification: how many entries were read, and the first bad row of each chain."""

    entries: int
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


class Anchors:
    """A file beside nothing of the database's: one line (chain, position, hash) for each commit this desk saw."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, seen: Iterable[Head]) -> None:
        """Append what was just committed."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="ascii") as file:
            file.writelines(f"{head.chain} {head.position} {head.hash}\n" for head in seen)

    def read(self) -> Iterator[Head]:
        """Every line that is whole; a half-written last one is passed over."""
        if not self.path.exists():
            return
        with self.path.open(encoding="ascii", errors="replace") as file:
            for line in file:
                parts = line.split()
                if len(parts) == 3 and parts[1].isdigit() and len(parts[2]) == 64:
                    yield Head(parts[0], int(parts[1]), parts[2])


def verify(session: Session, anchors: Iterable[Head] = ()) -> Verdict:
    """Walk every chain in order. Finds an edit, a gap, a reorder, a rewrite, a cut tail and an old file put back.

    A rewrite with recomputed hashes, a cut tail together with its head, and an old copy can be seen only from `anchors`.
    """
    remembered: dict[str, dict[int, str]] = {}
    for head in anchors:
        remembered.setdefault(head.chain, {})[head.position] = head.hash
    known = {head.chain: head for head in heads(session)}
    in_rows = set(session.scalars(select(JournalEntry.chain).distinct()))
    findings: list[Finding] = []
    count = 0
    for chain in sorted(in_rows | set(known) | set(remembered)):
        walked, bad = _walk(session, chain, known.get(chain), remembered.get(chain, {}))
        count += walked
        if bad:
            findings.append(bad)
    return Verdict(count, tuple(findings))


def _walk(session: Session, chain: str, head: Head | None, anchors: dict[int, str]) -> tuple[int, Finding | None]:
    previous, position = START, 0
    rows = session.scalars(
        select(JournalEntry)
        .where(JournalEntry.chain == chain)
        .order_by(JournalEntry.position)
        .execution_options(yield_per=500)
    )
    for entry in rows:
        position += 1
        sentence = _fault(entry, position, previous, anchors)
        if sentence:
            return position, Finding(chain, position, sentence)
        previous = entry.hash
        session.expunge(entry)
    return position, _end(chain, head, position, previous, anchors)


def _fault(entry: JournalEntry, position: int, previous: str, anchors: dict[int, str]) -> str:
    if entry.position != position:
        return tr(
            "Entry {position} is missing; entry {other} stands in its place.", position=position, other=entry.position
        )
    if entry.previous_hash != previous:
        return tr("Entry {position} does not follow the entry before it.", position=position)
    if entry.hash != line_hash(line_of(entry), entry.chain, position, previous):
        return tr("Entry {position} was changed after it was written.", position=position)
    if anchors.get(position, entry.hash) != entry.hash:
        return tr("Entry {position} is not the one this desk saw: the journal was rewritten.", position=position)
    return ""


def _end(chain: str, head: Head | None, position: int, last: str, anchors: dict[int, str]) -> Finding | None:
    furthest, following = max(anchors, default=0), position + 1
    if head is not None and head.position > position:
        return Finding(chain, following, tr("Entry {position} is missing at the end.", position=following))
    if furthest > position:
        words = tr(
            "Entry {position} is missing: this desk saw up to {furthest} (an old copy, or a cut end).",
            position=following,
            furthest=furthest,
        )
        return Finding(chain, following, words)
    if head is None or head.position != position or head.hash != last:
        return Finding(chain, position, tr("The head of the chain does not fit entry {position}.", position=position))
    return None
