"""The lamps of a visit: each says at a glance whether one thing is in order, why not, and what mends it.

A lamp whose room has no data yet is None and is not shown; nothing is faked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.checklists.rules import Item, ItemState, LampName
from app.core.text import tr
from app.documents.rules import kind_label


class LampState(StrEnum):
    """What a lamp shows."""

    OK = "ok"
    MISSING = "missing"
    SOON = "soon"  # runs out soon, or has run out
    UNKNOWN = "unknown"
    CHECKING = "checking"
    WAIVED = "waived"
    NONE = "unneeded"  # not needed for this visit; the value names its drawing


class LampCode(StrEnum):
    """The eight lamps, in the order in which they always stand."""

    ID = "id"
    CARD = "card"
    ELIGIBILITY = "eligibility"
    AUTHORIZATION = "authorization"
    PLAN = "plan"
    REFERRAL = "referral"
    FORMS = "forms"
    BALANCE = "balance"


class Fix(StrEnum):
    """What mends a lamp; the window knows how."""

    NOTHING = ""
    SCAN_ID = "scan_id"
    SCAN_CARD = "scan_card"
    ADD_COVERAGE = "add_coverage"
    SIGN_FORMS = "sign_forms"
    TAKE_BALANCE = "take_balance"
    COMPLETE_PATIENT = "complete_patient"


@dataclass(frozen=True, slots=True)
class Lamp:
    """One lamp: its state, the sentence that says why, what mends it, and the open checklist items behind it."""

    code: LampCode
    state: LampState
    reason: str
    fix: Fix = Fix.NOTHING
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadinessFacts:
    """What the lamps are made of. `owed_cents` is what earlier visits still owe (None: this person may not see money)."""

    day: date
    items: Sequence[Item]
    birth_date_known: bool
    has_coverage: bool
    owed_cents: int | None = 0
    shows_insurance: bool = True


_PROBLEMS = frozenset({LampState.MISSING, LampState.SOON, LampState.UNKNOWN})


def is_problem(state: LampState) -> bool:
    """Whether this state makes a visit not ready."""
    return state in _PROBLEMS


#: from the worst to what needs nobody
_WORST_FIRST = (
    LampState.MISSING, LampState.SOON, LampState.UNKNOWN, LampState.CHECKING, LampState.OK, LampState.WAIVED,
    LampState.NONE,
)  # fmt: skip


def worst(lamps: Iterable[Lamp | None]) -> Lamp | None:
    """The lamp that stands for all of a visit where there is room for one; None where no room has data."""
    return min((lamp for lamp in lamps if lamp), key=lambda lamp: _WORST_FIRST.index(lamp.state), default=None)


def lamps(facts: ReadinessFacts) -> tuple[Lamp | None, ...]:
    """The eight lamps in their order; None where there is no data yet, or none that this person may see."""
    return (
        _identity(facts),
        _card(facts) if facts.shows_insurance else None,
        None,
        None,
        None,
        None,
        _from_items(LampCode.FORMS, _of(facts, LampName.FORMS), Fix.SIGN_FORMS),
        None if facts.owed_cents is None else _balance(facts.owed_cents),
    )


def _of(facts: ReadinessFacts, name: LampName) -> list[Item]:
    return [item for item in facts.items if item.lamp is name]


def _identity(facts: ReadinessFacts) -> Lamp:
    if not facts.birth_date_known:
        return Lamp(LampCode.ID, LampState.UNKNOWN, tr("The birth date is not known."), Fix.COMPLETE_PATIENT)
    return _from_items(LampCode.ID, _of(facts, LampName.IDENTITY), Fix.SCAN_ID)


def _card(facts: ReadinessFacts) -> Lamp:
    if not facts.has_coverage:
        return Lamp(LampCode.CARD, LampState.UNKNOWN, tr("Nobody has asked yet who pays."), Fix.ADD_COVERAGE)
    return _from_items(LampCode.CARD, _of(facts, LampName.CARD), Fix.SCAN_CARD)


def _balance(owed_cents: int) -> Lamp:
    if owed_cents <= 0:
        return Lamp(LampCode.BALANCE, LampState.OK, tr("Nothing is owed from earlier visits."))
    amount = f"{owed_cents / 100:,.2f}"
    sentence = tr("${amount} is owed from earlier visits.", amount=amount)
    return Lamp(LampCode.BALANCE, LampState.MISSING, sentence, Fix.TAKE_BALANCE)


#: the worst of several items decides the lamp
_WORST = (ItemState.MISSING, ItemState.EXPIRED, ItemState.SOON, ItemState.WAIVED, ItemState.RECEIVED)
_SHOWN = {
    ItemState.MISSING: LampState.MISSING,
    ItemState.EXPIRED: LampState.SOON,
    ItemState.SOON: LampState.SOON,
    ItemState.WAIVED: LampState.WAIVED,
    ItemState.RECEIVED: LampState.OK,
}


def _from_items(code: LampCode, items: Sequence[Item], fix: Fix) -> Lamp:
    if not items:
        return Lamp(code, LampState.NONE, tr("Not needed for this visit."))
    worst = min(items, key=lambda item: _WORST.index(item.state))
    state = _SHOWN[worst.state]
    if not is_problem(state):
        return Lamp(code, state, _in_order(worst))
    open_items = tuple(item.code for item in items if is_problem(_SHOWN[item.state]))
    reason = "; ".join(problem_sentence(item) for item in items if item.code in open_items)
    return Lamp(code, state, reason, fix, open_items)


def _in_order(item: Item) -> str:
    if item.state is ItemState.WAIVED:
        return tr("{paper}: waived by {name}.", paper=kind_label(item.kind), name=item.waived_by)
    return tr("In order.")


def problem_sentence(item: Item) -> str:
    """What is wrong with one required paper, in a few words."""
    paper, ends = kind_label(item.kind), f"{item.expires_on:%m/%d/%Y}" if item.expires_on else ""
    if item.state is ItemState.EXPIRED:
        return tr("{paper} ended {date}", paper=paper, date=ends)
    if item.state is ItemState.SOON:
        return tr("{paper} ends {date}", paper=paper, date=ends)
    return tr("{paper} is missing", paper=paper)
