"""What a late cancel or a missed visit is, how they are counted, and what the clinic's rule proposes for one."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from app.core.errors import ClinicError
from app.core.paths import resource
from app.schedule.rules.codes import Absence, Consequence
from app.schedule.rules.reasons import Reason

#: what a rule may say: hours of notice, days that are looked back on, absences until something happens, cents of a fee
MOST_HOURS, MOST_DAYS, MOST_COUNT, MOST_CENTS = 336, 1098, 99, 50_000


@dataclass(frozen=True, slots=True)
class Policy:
    """A clinic's rule. After so many absences (this one counted) of the last `window_days`: warn, charge, look; None: never."""

    notice_hours: int
    window_days: int
    warn_after: int | None
    fee_after: int | None
    review_after: int | None
    late_cancel_cents: int = 0
    no_show_cents: int = 0

    def cents(self, absence: Absence) -> int:
        """The fee of one absence, in cents."""
        return self.no_show_cents if absence is Absence.NO_SHOW else self.late_cancel_cents


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rule says about one absence: the `number`th of the window, this one counted. Nothing is written by it.

    `spared`: a fee was due, and the payer forbids it.
    """

    absence: Absence
    consequence: Consequence
    cents: int
    number: int
    window_days: int
    spared: bool = False


@cache
def shipped_policy() -> Policy:
    """The rule of a clinic that has set none. Raises KeyError for a pack that is not what it should be."""
    pack = _pack()
    after = (pack.get("warn_after"), pack.get("fee_after"), pack.get("review_after"))
    return Policy(pack["notice_hours"], pack["window_days"], *after, pack["late_cancel_cents"], pack["no_show_cents"])


@cache
def _pack() -> dict[str, Any]:
    with resource("rules", "attendance.toml").open("rb") as file:
        return tomllib.load(file)


def charges_nobody(payer_kinds: Iterable[str], day: date) -> bool:
    """Whether a patient with these kinds of payers is charged no fee on a day."""
    rows = _pack().get("no_fee", [])
    spared = {row["payer"] for row in rows if row["valid_from"] <= day <= row.get("valid_to", date.max)}
    return any(kind in spared for kind in payer_kinds)


def late(starts_at: datetime, now: datetime, notice_hours: int) -> bool:
    """Whether a cancel now comes too late for the rule; exactly at the notice it is still in time."""
    return starts_at - now < timedelta(hours=notice_hours)


def cancel_absence(reason: Reason | None, starts_at: datetime, now: datetime, policy: Policy) -> Absence | None:
    """What a cancel with that reason counts as: nothing in time, and nothing when it was not the patient's doing."""
    if reason is None or not reason.counts or not late(starts_at, now, policy.notice_hours):
        return None
    return Absence.LATE_CANCEL


def missed_absence(reason: Reason | None) -> Absence | None:
    """What a missed visit counts as; one without a reason yet is the patient's."""
    return Absence.NO_SHOW if reason is None or reason.counts else None


def in_window(day: date, of_visit: date, window_days: int) -> bool:
    """Whether an absence of a day is counted with one of the visit's day; one that lies ahead of it, and is known, is too."""
    return day > of_visit - timedelta(days=window_days)


def propose(policy: Policy, absence: Absence, before: int, *, no_fee: bool = False) -> Proposal:
    """What the rule says when `before` absences stand in the window already. The gravest step that is reached counts."""
    number, cents = before + 1, policy.cents(absence)
    if _reached(policy.review_after, number):
        step = Consequence.REVIEW
    elif _reached(policy.fee_after, number) and cents:
        step = Consequence.FEE
    elif _reached(policy.warn_after, number):
        step = Consequence.WARN
    else:
        step = Consequence.NONE
    spared = step is Consequence.FEE and no_fee
    if spared:
        step = Consequence.WARN
    return Proposal(absence, step, cents if step is Consequence.FEE else 0, number, policy.window_days, spared)


def _reached(after: int | None, number: int) -> bool:
    return after is not None and number >= after


def check_policy(policy: Policy) -> None:
    """Raise ClinicError at the field that cannot be."""
    for name, value, least, most in (
        ("notice_hours", policy.notice_hours, 0, MOST_HOURS),
        ("window_days", policy.window_days, 1, MOST_DAYS),
        ("warn_after", policy.warn_after, 1, MOST_COUNT),
        ("fee_after", policy.fee_after, 1, MOST_COUNT),
        ("review_after", policy.review_after, 1, MOST_COUNT),
        ("late_cancel_cents", policy.late_cancel_cents, 0, MOST_CENTS),
        ("no_show_cents", policy.no_show_cents, 0, MOST_CENTS),
    ):
        if value is not None and not least <= value <= most:
            raise ClinicError(
                "This lies between {least} and {most}.", field=name, next_step="Change it.", least=least, most=most
            )
    if policy.fee_after is not None and not (policy.late_cancel_cents or policy.no_show_cents):
        raise ClinicError("A fee needs an amount.", field="no_show_cents", next_step="Write it, or take the fee away.")
