"""The nightly look at the whole base: who may be here twice, and what this clinic's own records teach about likeness."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Protocol

from sqlalchemy import delete, select, tuple_

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.sessions import WriteSession
from app.core.values import Command, canonical
from app.duplicates.queries.people import page_after, people_of
from app.duplicates.rules import Blocks
from app.duplicates.rules.blocks import split
from app.patients.rules.codes import PairState
from app.patients.rules.likeness import Sureness, sureness_of
from app.patients.rules.matching import (
    Answer,
    Levels,
    Limits,
    Traits,
    Weights,
    compare,
    judge,
    learn,
    random_pairs,
    shares_of,
    usual_weights,
)
from app.patients.rules.matching.weights import with_shares
from app.patients.rules.people import Person
from app.patients.tables.record import DuplicatePair, MatchModel
from app.runner.execute import Executor

#: pairs weighed together: both people of each are read once
TOGETHER = 4_000
#: pairs written in one transaction
BATCH = 400
#: pairs, and strangers, that the weights are learnt from
LEARNT_FROM = 20_000
#: people whose names and towns are counted
COUNTED = 200_000

Report = Callable[[int, int], None]
Records = dict[int, tuple[Person, Traits]]


class Stopped(Protocol):
    """Answers whether somebody wants the work to end."""

    def __call__(self) -> bool:
        """Whether to stop."""
        ...


@dataclass(frozen=True, slots=True)
class Alike:
    """Two records that look like one person; `score` is the weight of the evidence, in bits."""

    one_id: int
    other_id: int
    sureness: Sureness
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePairs(Command):
    """What a sweep found, a part of it."""

    pairs: tuple[Alike, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSweep(Command):
    """A sweep went through everybody: open pairs that it did not find again are settled by themselves."""

    began: datetime
    people: int
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepWeights(Command):
    """Weights learnt from `pairs` candidate pairs, as JSON."""

    pairs: int
    weights: str


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did: `new` pairs stand in the worklist now that were not there before."""

    people: int
    compared: int
    found: int
    new: int
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """How many pairs were new."""

    new: int


@action(Permission.SYSTEM, says="Look-alikes noted, {new} of them new")
def note_pairs(session: WriteSession, actor: Actor, command: NotePairs) -> Noted:
    """Write pairs into the worklist; one that was settled stays settled."""
    keys = [(pair.one_id, pair.other_id) for pair in command.pairs]
    asked = select(DuplicatePair).where(tuple_(DuplicatePair.one_id, DuplicatePair.other_id).in_(keys))
    known = {(row.one_id, row.other_id): row for row in session.scalars(asked)}
    new = 0
    for pair in command.pairs:
        row = known.get((pair.one_id, pair.other_id))
        if row is None:
            row = DuplicatePair(one_id=pair.one_id, other_id=pair.other_id, state=PairState.OPEN)
            session.add(row)
            new += 1
        row.sureness, row.score, row.found_at = pair.sureness, pair.score, session.now
    return Noted(new)


@action(Permission.SYSTEM, says="Looked for doubles among {people} people: {found} pairs look alike")
def end_sweep(session: WriteSession, actor: Actor, command: EndSweep) -> Noted:
    """Take open pairs out of the worklist that look alike no more."""
    gone = (DuplicatePair.state == PairState.OPEN) & (DuplicatePair.found_at < command.began)
    session.execute(delete(DuplicatePair).where(gone), execution_options={"synchronize_session": False})
    note_bulk(session, "duplicate_pair")
    return Noted(0)


@action(Permission.SYSTEM, says="Learnt how this clinic's records agree, from {pairs} pairs")
def keep_weights(session: WriteSession, actor: Actor, command: KeepWeights) -> Noted:
    """Keep the weights; the newest count from now on."""
    session.add(MatchModel(learnt_at=session.now, pairs=command.pairs, weights=command.weights))
    return Noted(0)


def sweep(
    executor: Executor, actor: Actor, limits: Limits, report: Report, stopped: Stopped, *, learns: bool = True
) -> Swept:
    """Compare everybody with those who share a key, learn from them, and fill the worklist.

    Reads in short sessions and writes in small transactions, so the desk goes on beside it. `actor` is the program
    itself. `report` hears how far it is (done, all). Stopped, it leaves what it has written: a part of the worklist.
    """
    began = executor.database.clock.now()
    blocks, sample = _everybody(executor, stopped)
    if stopped():
        return Swept(len(blocks), 0, 0, 0, stopped=True)
    pairs = _candidates(blocks)
    weights = _learnt(executor, actor, pairs, sample) if learns else usual_weights()
    found = new = done = 0
    for part in _parts(pairs):
        if stopped():
            return Swept(len(blocks), done, found, new, stopped=True)
        alike = _alike(executor, part, weights, limits)
        new += _note(executor, actor, alike)
        found, done = found + len(alike), done + len(part)
        report(done, len(pairs))
    executor.perform(end_sweep, EndSweep(began=began, people=len(blocks), found=found), actor)
    return Swept(len(blocks), done, found, new)


def _everybody(executor: Executor, stopped: Stopped) -> tuple[Blocks, list[Traits]]:
    blocks, sample, last = Blocks(), list[Traits](), 0
    while not stopped():
        with executor.database.reading() as session:
            page = page_after(session, last)
        if not page:
            break
        last = page[-1][0]
        for patient_id, _person, traits in page:
            blocks.add(patient_id, traits)
            if len(sample) < COUNTED:
                sample.append(traits)
    return blocks, sample


def _candidates(blocks: Blocks) -> list[int]:
    every: set[int] = set()
    for found in blocks.pairs():
        every |= found
    return sorted(every)


def _parts(pairs: Iterable[int]) -> Iterator[list[int]]:
    left = iter(pairs)
    while part := list(islice(left, TOGETHER)):
        yield part


def _read(executor: Executor, pairs: Iterable[int]) -> Records:
    with executor.database.reading() as session:
        return people_of(session, (one for pair in pairs for one in split(pair)))


def _alike(executor: Executor, pairs: list[int], weights: Weights, limits: Limits) -> list[Alike]:
    people, found = _read(executor, pairs), []
    for one_id, other_id in map(split, pairs):
        one, other = people.get(one_id), people.get(other_id)
        if one is None or other is None:
            continue
        verdict = judge(one[1], other[1], weights, limits)
        sureness = sureness_of(verdict, twins=one[0].multiple_birth or other[0].multiple_birth)
        if verdict.answer is not Answer.NONE and sureness not in (None, Sureness.FAMILY):
            found.append(Alike(one_id, other_id, sureness, round(verdict.chances.bits, 2)))
    return found


def _note(executor: Executor, actor: Actor, alike: list[Alike]) -> int:
    new = 0
    for at in range(0, len(alike), BATCH):
        new += executor.perform(note_pairs, NotePairs(pairs=tuple(alike[at : at + BATCH])), actor).new
    return new


def _learnt(executor: Executor, actor: Actor, pairs: list[int], sample: list[Traits]) -> Weights:
    """Weights of this clinic, from an even part of the candidate pairs; the shipped ones where there is too little."""
    step = max(1, len(pairs) // LEARNT_FROM)
    levels: Counter[Levels] = Counter()
    for part in _parts(pairs[::step]):
        people = _read(executor, part)
        for one, other in map(split, part):
            if one in people and other in people:
                levels[compare(people[one][1], people[other][1])] += 1
    strangers = Counter(compare(sample[one], sample[other]) for one, other in random_pairs(sample, None, LEARNT_FROM))
    total = len(sample) * (len(sample) - 1) / 2 / step
    weights = with_shares(learn(levels, strangers, total), shares_of(sample))
    told = KeepWeights(pairs=sum(levels.values()), weights=canonical(weights.plain()))
    executor.perform(keep_weights, told, actor)
    return weights
