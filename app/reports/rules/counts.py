"""Counts and rates, all taken from the same rows the lists print, so that page 1 and the lists cannot disagree."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.reports.rules.measures import Measure
from app.reports.rules.values import Block, EndOfDay, Outcome, PractitionerDay, ReceiptRow, VisitRow

LOST = (Outcome.NOSHOW, Outcome.LATE_CANCEL, Outcome.LEFT, Outcome.CANCELLED)
FIGURES = 6  # as many as page 1 has places for


@dataclass(frozen=True, slots=True)
class Tally:
    """Visits by outcome; `refilled` of `holes` are late cancels whose fate is known."""

    scheduled: int
    attended: int
    noshow: int
    late: int
    cancelled: int
    left: int
    open: int
    holes: int
    refilled: int

    @property
    def lost(self) -> int:
        """Visits that did not happen."""
        return self.noshow + self.late + self.cancelled + self.left


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure of page 1: numerator of denominator, and earlier days as fractions."""

    measure: Measure
    numerator: int
    denominator: int
    history: tuple[float, ...] = ()

    @property
    def value(self) -> float:
        """The rate as a fraction."""
        return self.numerator / self.denominator


def outcome_of(status: str, encounter: str = "", *, late: bool = False, left: bool = False) -> Outcome:
    """The report's outcome from FHIR codes: Appointment.status and Encounter.status.

    `late` says that a cancellation came inside the clinic's late limit, `left` that the patient arrived and went
    unseen. A visit whose encounter is completed counts as attended even before check-out.
    """
    if left:
        return Outcome.LEFT
    if status == "noshow":
        return Outcome.NOSHOW
    if status == "cancelled":
        return Outcome.LATE_CANCEL if late else Outcome.CANCELLED
    if status == "fulfilled" or encounter == "completed":
        return Outcome.ATTENDED
    return Outcome.OPEN


def tally(visits: Iterable[VisitRow]) -> Tally:
    """Count the day."""
    rows = list(visits)
    count = Counter(row.outcome for row in rows)
    holes = [row.hole_filled for row in rows if row.outcome is Outcome.LATE_CANCEL and row.hole_filled is not None]
    return Tally(
        scheduled=len(rows),
        attended=count[Outcome.ATTENDED],
        noshow=count[Outcome.NOSHOW],
        late=count[Outcome.LATE_CANCEL],
        cancelled=count[Outcome.CANCELLED],
        left=count[Outcome.LEFT],
        open=count[Outcome.OPEN],
        holes=len(holes),
        refilled=sum(holes),
    )


def lost_visits(visits: Iterable[VisitRow]) -> list[VisitRow]:
    """Visits that did not happen: no-shows, late cancels, left unseen, cancelled earlier; each by time."""
    rows = [row for row in visits if row.outcome in LOST]
    return sorted(rows, key=lambda row: (LOST.index(row.outcome), row.start, row.patient))


def due_unpaid(visits: Iterable[VisitRow]) -> tuple[int, int]:
    """Attended visits that still owe, and the cents they owe."""
    owed = [row.due - row.paid for row in visits if row.outcome is Outcome.ATTENDED and row.due > row.paid]
    return len(owed), sum(owed)


def method_totals(receipts: Iterable[ReceiptRow]) -> list[tuple[str, int, int]]:
    """Method, number of payments, cents: the largest sum first. Void receipts took nothing."""
    count: Counter[str] = Counter()
    cents: Counter[str] = Counter()
    for receipt in receipts:
        for method, amount in () if receipt.void else receipt.parts:
            count[method] += 1
            cents[method] += amount
    return sorted(((m, count[m], cents[m]) for m in count), key=lambda line: (-line[2], line[0]))


def collected(receipts: Iterable[ReceiptRow]) -> int:
    """Cents the day took in."""
    return sum(receipt.cents for receipt in receipts)


def reversed_cents(reversals: Iterable[ReceiptRow]) -> int:
    """Cents of earlier days' receipts that were made void on this day."""
    return sum(cents for receipt in reversals for _, cents in receipt.parts)


def missing_numbers(receipts: Iterable[ReceiptRow]) -> list[int]:
    """Receipt numbers that are absent between the first and the last."""
    numbers = {receipt.number for receipt in receipts}
    return [n for n in range(min(numbers), max(numbers)) if n not in numbers] if numbers else []


def _minutes(stretches: Iterable[tuple[int, int]]) -> set[int]:
    return {minute for first, last in stretches for minute in range(first, last)}


def _spans(blocks: Iterable[Block]) -> list[tuple[int, int]]:
    return [(block.first, block.last) for block in blocks]


def template_minutes(practitioner: PractitionerDay) -> int:
    """Working minutes less blocks; overlapping stretches count once."""
    return len(_minutes(_spans(practitioner.working)) - _minutes(_spans(practitioner.blocks)))


def used_minutes(visits: Iterable[VisitRow]) -> int:
    """Attended provider minutes; two patients at once use the same minute once."""
    return len(_minutes((v.minute, v.minute + v.minutes) for v in visits if v.outcome is Outcome.ATTENDED))


def by_practitioner(report: EndOfDay) -> dict[str, list[VisitRow]]:
    """Visits by practitioner key, each by time."""
    found: dict[str, list[VisitRow]] = {person.key: [] for person in report.practitioners}
    for visit in sorted(report.visits, key=lambda row: row.start):
        found.setdefault(visit.practitioner, []).append(visit)
    return found


def use_of(report: EndOfDay) -> list[tuple[PractitionerDay, int, int]]:
    """Practitioner, attended minutes, template minutes: best used first, those without a template last.

    Minutes outside the template (overtime) count as used, so a share can pass 100 %.
    """
    visits = by_practitioner(report)
    lines = [(p, used_minutes(visits[p.key]), template_minutes(p)) for p in report.practitioners]
    return sorted(lines, key=lambda line: (line[2] == 0, -line[1] / max(line[2], 1), line[0].name))


def waits(visits: Iterable[VisitRow]) -> tuple[int, int, int] | None:
    """Median, ninetieth percentile and longest wait in minutes; None when nobody's wait is known."""
    known = sorted(row.waited for row in visits if row.waited is not None)
    if not known:
        return None
    middle, high = len(known) // 2, min(len(known) - 1, int(len(known) * 0.9))
    median = known[middle] if len(known) % 2 else (known[middle - 1] + known[middle]) // 2
    return median, known[high], known[-1]


def hours_shown(report: EndOfDay) -> tuple[int, int]:
    """First and last whole hour that the day's strip has to show."""
    first = [v.minute for v in report.visits] + [b.first for p in report.practitioners for b in p.working]
    last = [v.minute + v.minutes for v in report.visits] + [b.last for p in report.practitioners for b in p.working]
    return (min(first) // 60, -(-min(max(last), 24 * 60) // 60)) if first else (8, 17)


def rates(report: EndOfDay) -> list[Rate]:
    """The figures of page 1, in its order; a measure without a denominator is left out."""
    day = tally(report.visits)
    use = [line for line in use_of(report) if line[2]]
    attended = [row for row in report.visits if row.outcome is Outcome.ATTENDED]
    due, paid = sum(row.due for row in attended), sum(min(row.paid, row.due) for row in attended)
    history = dict(report.history)
    found = [
        (Measure.ARRIVED, day.attended, day.scheduled),
        (Measure.NOSHOW, day.noshow, day.scheduled),
        (Measure.LATE_CANCEL, day.late, day.scheduled),
        (Measure.SAME_DAY_FILL, day.refilled, day.holes),
        (Measure.CANCELLED, day.late + day.cancelled, day.scheduled),
        (Measure.UTILIZATION, sum(line[1] for line in use), sum(line[2] for line in use)),
        (Measure.COLLECTED, paid, due),
    ]
    lines = [Rate(m, n, d, history.get(m, ())) for m, n, d in found if d]
    return lines if len(lines) <= FIGURES else [line for line in lines if line.measure is not Measure.CANCELLED]
