"""Pure decisions about money in integer cents: methods, sums, the check number of a receipt."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import ClinicError
from app.core.text import tr


class Method(StrEnum):
    """How a part of a payment was made."""

    CARD = "card"
    CASH = "cash"
    CHECK = "check"
    HSA = "hsa"


_LABELS: Mapping[Method, Callable[[], str]] = {
    Method.CARD: lambda: tr("Card"),
    Method.CASH: lambda: tr("Cash"),
    Method.CHECK: lambda: tr("Check"),
    Method.HSA: lambda: tr("HSA card"),
}

#: cents; one part above this is a slip of the hand
LARGEST_PART = 2_000_000
#: more ways than this to pay one visit are a slip too
MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One method's share: cents, and the check's number or the card's last four digits."""

    method: Method
    cents: int
    reference: str = ""


@dataclass(frozen=True, slots=True)
class MethodSum:
    """What a day took by one method: how many parts, how many cents."""

    method: Method
    count: int
    cents: int


def method_label(method: Method) -> str:
    """The name of a method in the language of the person signed in."""
    return _LABELS[method]()


def total_of(parts: Sequence[Part]) -> int:
    """The sum in cents. Raises ClinicError (field `amount`) for no part, too many, a part of nothing, or far too much."""
    if not parts or any(part.cents <= 0 for part in parts):
        raise ClinicError("A payment is more than nothing.", field="amount", next_step="Type the amount.")
    if len(parts) > MOST_PARTS or any(part.cents > LARGEST_PART for part in parts):
        raise ClinicError(
            "One part of a payment is at most ${limit}.",
            field="amount",
            next_step="Check the amount.",
            limit=f"{LARGEST_PART // 100:,}",
        )
    return sum(part.cents for part in parts)


def by_method(parts: Iterable[tuple[Method, int]]) -> tuple[MethodSum, ...]:
    """Sums by method, in the order in which methods are listed."""
    count: Counter[Method] = Counter()
    cents: Counter[Method] = Counter()
    for method, amount in parts:
        count[method] += 1
        cents[method] += amount
    return tuple(MethodSum(method, count[method], cents[method]) for method in Method if count[method])


def unpaid(due_cents: int, paid_cents: int) -> int:
    """What is left to pay; never below nothing."""
    return max(0, due_cents - paid_cents)


def check_number(location_id: int, receipt_number: int, day: date, total_cents: int) -> str:
    """Two digits that tell a mistyped or altered receipt: ISO 7064 MOD 97-10 over place, number, day and sum."""
    digits = f"{location_id:03d}{receipt_number:07d}{day:%Y%m%d}{total_cents:09d}"
    return f"{98 - int(digits) * 100 % 97:02d}"


def money(cents: int) -> str:
    """An amount as a sentence holds it: 1,025.00."""
    return f"{cents / 100:,.2f}"
