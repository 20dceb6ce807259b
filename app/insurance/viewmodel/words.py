"""How a plan is said: in force or not, what is on the card, what a visit costs at the desk."""

from dataclasses import dataclass
from datetime import date

from app.core.text import tr
from app.insurance.queries import CoverageRow
from app.insurance.rules import CARDLESS, CardFacts, CoverageStatus, Difference, Period
from app.kit.dates import show_date
from app.kit.money import show_money


@dataclass(frozen=True, slots=True)
class Line:
    """One plan in words. `glyph` and `ink` are the sign of its state; `facts` one line, `gaps` what is still to be asked."""

    row: CoverageRow
    glyph: str
    ink: str
    state: str
    title: str
    facts: str
    gaps: str
    in_force: bool


def rank_words(rank: int) -> str:
    """First, second or third in line to pay."""
    return {1: tr("First"), 2: tr("Second"), 3: tr("Third")}[rank]


def relations() -> dict[str, str]:
    """Code -> what the patient is to the person who holds the plan."""
    return {
        "self": tr("The subscriber"),
        "spouse": tr("Husband, wife or partner"),
        "child": tr("Child"),
        "parent": tr("Parent"),
        "other": tr("Somebody else"),
    }


def line_of(row: CoverageRow, today: date) -> Line:
    """A plan in words, as it stands today."""
    glyph, ink, state = _state(row, today)
    title = " · ".join(part for part in (row.payer, row.plan_name) if part)
    in_force = row.status is CoverageStatus.ACTIVE and Period(row.starts_on, row.ends_on).holds(today)
    gaps = _gaps(row) if in_force else ()
    return Line(row, glyph, ink, state, title, " · ".join(_facts(row)), ", ".join(gaps), in_force)


def _state(row: CoverageRow, today: date) -> tuple[str, str, str]:
    if row.status is not CoverageStatus.ACTIVE:
        return "x", "text3", tr("Not in force")
    if row.starts_on and row.starts_on > today:
        return "clock", "info", tr("Begins {day}", day=show_date(row.starts_on))
    if row.ends_on and row.ends_on < today:
        return "x", "text3", tr("Ended {day}", day=show_date(row.ends_on))
    if row.ends_on:
        return "check", "ok", tr("In force until {day}", day=show_date(row.ends_on))
    return "check", "ok", tr("In force")


def _facts(row: CoverageRow) -> list[str]:
    held = {"self": ""}.get(row.relation, relations().get(row.relation, row.relation))
    facts = (
        tr("Member {number}", number=row.member_id) if row.member_id else "",
        tr("Group {number}", number=row.group_number) if row.group_number else "",
        tr("Co-pay {amount}", amount=show_money(row.copay_cents)) if row.copay_cents is not None else "",
        tr("{relation} of {subscriber}", relation=held, subscriber=row.subscriber)
        if held and row.subscriber
        else held or (tr("Subscriber {name}", name=row.subscriber) if row.subscriber else ""),
        tr("since {day}", day=show_date(row.starts_on)) if row.starts_on else "",
    )
    return [fact for fact in facts if fact]


def _gaps(row: CoverageRow) -> tuple[str, ...]:
    """What a desk still has to ask about a plan in force."""
    found = [] if row.member_id or row.payer_kind in CARDLESS else [tr("member number")]
    if row.copay_cents is None and row.rank == 1:
        found.append(tr("co-pay"))
    return tuple(found)


def values_of(row: CoverageRow) -> dict[str, object]:
    """A plan as the fields of its form hold it."""
    names = ("rank", "plan_name", "member_id", "group_number", "subscriber", "relation", "starts_on", "ends_on")
    return {name: getattr(row, name) for name in names} | {"payer": row.payer_id, "copay": row.copay_cents}


def difference_words(one: Difference) -> str:
    """A difference between a card and a plan of ours: the field, what stands here, what the card says."""
    title = {
        "payer": tr("Payer"), "member_id": tr("Member number"), "group_number": tr("Group number"),
        "plan_name": tr("Name of the plan"), "copay": tr("Co-pay"), "relation": tr("The patient is"),
        "subscriber": tr("Subscriber"), "starts_on": tr("First day"), "ends_on": tr("Last day"),
    }[one.field]  # fmt: skip
    ours = _value_words(one.field, one.ours)
    return tr("{field}: {ours} → {card}", field=title, ours=ours or "–", card=_value_words(one.field, one.card))


def _value_words(field: str, value: object) -> str:
    if isinstance(value, date):
        return show_date(value)
    if field == "copay" and isinstance(value, int):
        return show_money(value)
    return relations().get(str(value), str(value)) if value not in ("", None) else ""


def card_line(card: CardFacts) -> str:
    """A card for a list of those it covers: the person and their number."""
    return " · ".join(part for part in (card.person, card.member_id) if part)
