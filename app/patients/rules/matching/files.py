"""Pairs of whole files: found, learnt from without anybody's judgement, and judged."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

from app.patients.rules.matching.compare import compare
from app.patients.rules.matching.learning import learn
from app.patients.rules.matching.levels import Levels
from app.patients.rules.matching.pairing import candidates, random_pairs
from app.patients.rules.matching.traits import Traits
from app.patients.rules.matching.verdict import USUAL_LIMITS, Answer, Limits, Verdict, judged
from app.patients.rules.matching.weights import Weights, shares_of, with_shares

#: pairs of strangers that are looked at
STRANGERS = 60_000
#: one person's records beyond which more of them change nothing
_MOST_REPEATS = 20.0
#: a group of more records that are one with each other is more likely a mistake running on
_MOST_TOGETHER = 12

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places in the files, and the verdict; never none. `by_third`: too unlike, but both surely one with a third."""

    one: int
    other: int
    verdict: Verdict
    by_third: bool = False


def find_pairs(
    left: Sequence[Traits],
    right: Sequence[Traits] | None = None,
    limits: Limits = USUAL_LIMITS,
    tell: Tell | None = None,
) -> list[Pair]:
    """All pairs of one person in `left`, or across `left` and `right`; the surest first.

    The weights are learnt from these very records. `tell` hears how far it is (done, all).
    """
    others = left if right is None else right
    found = sorted(candidates(left, right))
    levels: list[Levels] = []
    for at, pair in enumerate(found):
        levels.append(compare(left[pair >> 32], others[pair & 0xFFFFFFFF]))
        if tell is not None and at % 10_000 == 0:
            tell(at, len(found))
    weights = learnt_from(left, right, Counter(levels))
    pairs = []
    for pair, alike in zip(found, levels, strict=True):
        one, other = pair >> 32, pair & 0xFFFFFFFF
        verdict = judged(alike, left[one], others[other], weights, limits)
        if verdict.answer is not Answer.NONE:
            pairs.append(Pair(one, other, verdict))
    for one, other in _by_third(pairs, len(left), across=right is not None):
        verdict = judged(compare(left[one], others[other]), left[one], others[other], weights, limits)
        pairs.append(Pair(one, other, replace(verdict, answer=Answer.POSSIBLE), by_third=True))
    return sorted(pairs, key=lambda pair: (-pair.verdict.chances.bits, pair.one, pair.other))


def learnt_from(left: Sequence[Traits], right: Sequence[Traits] | None, levels: Counter[Levels]) -> Weights:
    """The weights of files, from the levels of their candidate pairs."""
    others = left if right is None else right
    every = len(left) * len(others) if right is not None else len(left) * (len(left) - 1) / 2
    strangers = Counter(compare(left[one], others[other]) for one, other in random_pairs(left, right, STRANGERS))
    weights = learn(levels, strangers, every)
    shares = shares_of(chain(left, right or ()))
    repeats = 2 * weights.same_person * every / max(shares.records, 1)
    return with_shares(weights, replace(shares, repeats=min(repeats, _MOST_REPEATS)))


def _by_third(pairs: Sequence[Pair], first: int, *, across: bool) -> list[tuple[int, int]]:
    """The pairs not found whose two records are surely one with others: who is one with the same is one."""
    shift = first if across else 0
    roots: dict[int, int] = {}
    for pair in pairs:
        if pair.verdict.answer is Answer.SURE:
            roots[_root(roots, pair.one)] = _root(roots, pair.other + shift)
    groups: dict[int, list[int]] = defaultdict(list)
    for place in sorted(roots):
        groups[_root(roots, place)].append(place)
    known = {(pair.one, pair.other) for pair in pairs}
    found = (
        (one, other - shift)
        for group in groups.values()
        if 2 < len(group) <= _MOST_TOGETHER
        for one, other in combinations(group, 2)
        if not across or one < first <= other
    )
    return [pair for pair in found if pair not in known]


def _root(roots: dict[int, int], place: int) -> int:
    """The record that stands for all that are one with this one."""
    while (above := roots.setdefault(place, place)) != place:
        roots[place] = roots[above]
        place = above
    return place
