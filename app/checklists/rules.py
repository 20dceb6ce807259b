"""Which papers a visit needs, from a dated rule pack; and which of them are there, missing, ended or waived.

The pack is data: a rule holds for kinds of payers and visits, states and ages, from a day on, and names its source.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from app.core.paths import resource
from app.documents.rules import DocumentKind
from app.insurance.rules import PayerKind
from app.schedule.rules import VisitKind


class ItemState(StrEnum):
    """How a required paper stands."""

    RECEIVED = "received"
    SOON = "soon"  # received, but it ends within the days the pack names
    MISSING = "missing"
    EXPIRED = "expired"
    WAIVED = "waived"


class LampName(StrEnum):
    """Which lamp a paper belongs to."""

    IDENTITY = "identity"
    CARD = "card"
    FORMS = "forms"


@dataclass(frozen=True, slots=True)
class PaperRule:
    """One rule: this paper is needed when every condition holds; an empty condition holds always.

    `renew_days` is how long a paper counts after it was received (0: for ever). `per_plan`: it must be newer than the
    plan, less `per_plan` days (None: it need not). Ages are full years on the day of the visit.
    """

    kind: DocumentKind
    lamp: LampName
    source: str
    valid_from: date
    valid_to: date | None = None
    payer_kinds: frozenset[PayerKind] = frozenset()
    visit_kinds: frozenset[VisitKind] = frozenset()
    states: frozenset[str] = frozenset()
    min_age: int = 0
    max_age: int = 200
    renew_days: int = 0
    per_plan: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class RulePack:
    """All rules, in the order in which a desk asks; `soon_days` before its end a paper is asked for again.

    Two packs are never equal: to look into every rule of one takes longer than to ask it.
    """

    source: str
    soon_days: int
    rules: tuple[PaperRule, ...]


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What the rules turn on. `payer_kind` None: nobody knows who pays; `age` None: no birth date (taken as of age)."""

    day: date
    visit_kind: VisitKind
    state: str
    payer_kind: PayerKind | None = None
    plan_from: date | None = None
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A stored paper, as far as a checklist cares."""

    document_id: int
    kind: DocumentKind
    received_on: date
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Waived:
    """A decision to go without a paper."""

    waiver_id: int
    code: str
    name: str
    reason: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """One required paper of one visit. `code` is its kind's; `document_id` the newest one that was received."""

    code: str
    kind: DocumentKind
    lamp: LampName
    state: ItemState
    source: str
    document_id: int | None = None
    received_on: date | None = None
    expires_on: date | None = None
    waiver_id: int | None = None
    waiver_version: int = 0
    waived_by: str = ""
    waive_reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it has to be settled, or accepted as missing, before the patient is checked in."""
        return self.state in {ItemState.MISSING, ItemState.EXPIRED}


@cache
def rule_pack() -> RulePack:
    """The pack that comes with the program."""
    return parse_pack(resource("rules", "checklists.toml").read_text(encoding="utf-8"))


def parse_pack(text: str) -> RulePack:
    """The pack in a TOML text. Raises ValueError or KeyError for an unknown word, condition or kind."""
    data = tomllib.loads(text)
    return RulePack(data["source"], data["soon_days"], tuple(_rule(row) for row in data["paper"]))


_SETS = {"payer_kinds": PayerKind, "visit_kinds": VisitKind, "states": str}


def _rule(row: Mapping[str, Any]) -> PaperRule:
    unknown = set(row) - set(PaperRule.__dataclass_fields__)
    if unknown:
        raise ValueError(f"the checklist pack has unknown words: {sorted(unknown)}")
    values = dict(row)
    values["kind"], values["lamp"] = DocumentKind(row["kind"]), LampName(row["lamp"])
    for name, kind in _SETS.items():
        values[name] = frozenset(kind(one) for one in row.get(name, ()))
    return PaperRule(**values)


@lru_cache(maxsize=2048)
def requirements(pack: RulePack, facts: VisitFacts) -> tuple[PaperRule, ...]:
    """The rules that hold for a visit, one for each paper, in the pack's order."""
    found: dict[DocumentKind, PaperRule] = {}
    for rule in pack.rules:
        if _holds(rule, facts):
            found.setdefault(rule.kind, rule)
    return tuple(found.values())


def _holds(rule: PaperRule, facts: VisitFacts) -> bool:
    in_force = rule.valid_from <= facts.day and (rule.valid_to is None or facts.day <= rule.valid_to)
    age = 18 if facts.age is None else facts.age
    return (
        in_force
        and (not rule.payer_kinds or facts.payer_kind in rule.payer_kinds)
        and (not rule.visit_kinds or facts.visit_kind in rule.visit_kinds)
        and (not rule.states or facts.state in rule.states)
        and rule.min_age <= age <= rule.max_age
    )


def checklist(pack: RulePack, facts: VisitFacts, held: Sequence[Held], waived: Iterable[Waived]) -> tuple[Item, ...]:
    """Every required paper of a visit and how it stands."""
    decided = {one.code: one for one in waived}
    rules = requirements(pack, facts)
    return tuple(_item(rule, facts, held, decided.get(rule.kind.value), pack.soon_days) for rule in rules)


def _item(rule: PaperRule, facts: VisitFacts, held: Sequence[Held], waiver: Waived | None, soon_days: int) -> Item:
    papers = [one for one in held if one.kind is rule.kind and _fits_plan(rule, one, facts)]
    newest = max(papers, key=lambda one: (_end(rule, one) or date.max, one.received_on, one.document_id), default=None)
    end = _end(rule, newest) if newest else None
    state = _state(newest, end, facts.day, soon_days)
    if waiver is not None and state in {ItemState.MISSING, ItemState.EXPIRED}:
        state = ItemState.WAIVED
    return Item(
        rule.kind.value,
        rule.kind,
        rule.lamp,
        state,
        rule.source,
        newest.document_id if newest else None,
        newest.received_on if newest else None,
        end,
        waiver.waiver_id if waiver else None,
        waiver.version if waiver else 0,
        waiver.name if waiver else "",
        waiver.reason if waiver else "",
    )


def _fits_plan(rule: PaperRule, paper: Held, facts: VisitFacts) -> bool:
    if rule.per_plan is None or facts.plan_from is None:
        return True
    return paper.received_on >= facts.plan_from - timedelta(days=rule.per_plan)


def _end(rule: PaperRule, paper: Held) -> date | None:
    """The last day on which a paper counts: its own end or that of the rule's time, whichever is first."""
    ends = [] if paper.expires_on is None else [paper.expires_on]
    if rule.renew_days:
        ends.append(paper.received_on + timedelta(days=rule.renew_days))
    return min(ends, default=None)


def _state(paper: Held | None, end: date | None, day: date, soon_days: int) -> ItemState:
    if paper is None:
        return ItemState.MISSING
    if end is None or end >= day + timedelta(days=soon_days):
        return ItemState.RECEIVED
    return ItemState.SOON if end >= day else ItemState.EXPIRED


def open_codes(items: Iterable[Item]) -> tuple[str, ...]:
    """The codes of the papers that are still to be settled."""
    return tuple(item.code for item in items if item.is_open)
