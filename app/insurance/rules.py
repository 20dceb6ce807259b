"""Pure decisions about payers and coverage."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import ClinicError
from app.core.text import tr


class PayerKind(StrEnum):
    """What kind of plan pays; checklists and co-pays turn on it."""

    COMMERCIAL = "commercial"
    HMO = "hmo"
    MEDICARE = "medicare"
    MEDICARE_ADVANTAGE = "medicare-advantage"
    MEDICAID = "medicaid"
    TRICARE = "tricare"
    VA = "va"
    WORKERS_COMP = "workers-comp"
    AUTO = "auto"
    LIABILITY = "liability"
    SELF_PAY = "self-pay"
    CHARITY = "charity"


class CoverageStatus(StrEnum):
    """FHIR Coverage.status."""

    ACTIVE = "active"
    CANCELLED = "cancelled"
    DRAFT = "draft"
    ENTERED_IN_ERROR = "entered-in-error"


class AuthorizationStatus(StrEnum):
    """Where a payer's leave stands, in the words of FHIR's financial resource status; a draft is asked for and not given yet."""

    ACTIVE = "active"
    DRAFT = "draft"
    CANCELLED = "cancelled"
    ENTERED_IN_ERROR = "entered-in-error"


#: kinds under which no insurance card exists, so that no member id is asked for
CARDLESS = frozenset(
    {PayerKind.SELF_PAY, PayerKind.CHARITY, PayerKind.WORKERS_COMP, PayerKind.AUTO, PayerKind.LIABILITY}
)
#: cents; more than this for one visit is a slip of the hand
LARGEST_COPAY = 100_000
#: more visits than this in one authorization is a slip of the hand
MOST_VISITS = 400
#: the patient, and three plans at most stand behind each other
RANKS = (1, 2, 3)

_LABELS: Mapping[PayerKind, Callable[[], str]] = {
    PayerKind.COMMERCIAL: lambda: tr("Commercial plan"),
    PayerKind.HMO: lambda: tr("HMO"),
    PayerKind.MEDICARE: lambda: tr("Medicare"),
    PayerKind.MEDICARE_ADVANTAGE: lambda: tr("Medicare Advantage"),
    PayerKind.MEDICAID: lambda: tr("Medicaid"),
    PayerKind.TRICARE: lambda: tr("TRICARE"),
    PayerKind.VA: lambda: tr("VA community care"),
    PayerKind.WORKERS_COMP: lambda: tr("Workers’ compensation"),
    PayerKind.AUTO: lambda: tr("Auto insurance"),
    PayerKind.LIABILITY: lambda: tr("Liability"),
    PayerKind.SELF_PAY: lambda: tr("Self-pay"),
    PayerKind.CHARITY: lambda: tr("Charity care"),
}


def kind_label(kind: PayerKind) -> str:
    """The name of a kind in the language of the person signed in."""
    return _LABELS[kind]()


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included; None is open."""

    starts_on: date | None = None
    ends_on: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)

    def meets(self, other: "Period") -> bool:
        """Whether both have a day in common."""
        begins_before = self.starts_on is None or other.ends_on is None or self.starts_on <= other.ends_on
        ends_after = self.ends_on is None or other.starts_on is None or other.starts_on <= self.ends_on
        return begins_before and ends_after


def check_plan(period: Period, rank: int, copay_cents: int | None) -> None:
    """Raise ClinicError at the field that cannot be: `ends_on`, `rank` or `copay`."""
    if period.starts_on and period.ends_on and period.ends_on < period.starts_on:
        raise ClinicError("The plan ends before it begins.", next_step="Check both dates.", field="ends_on")
    if rank not in RANKS:
        raise ClinicError("A plan is first, second or third.", field="rank")
    if copay_cents is not None and not 0 <= copay_cents <= LARGEST_COPAY:
        raise ClinicError(
            "A co-pay lies between $0 and ${limit}.", field="copay", next_step="Check it.", limit=LARGEST_COPAY // 100
        )


def check_authorization(visits: int, reserved: int, starts_on: date, ends_on: date) -> None:
    """Raise ClinicError at the field that cannot be: `visits`, `reserved` or `ends_on`."""
    if not 1 <= visits <= MOST_VISITS:
        raise ClinicError(
            "An authorization is for 1 to {limit} visits.", field="visits", next_step="Check it.", limit=MOST_VISITS
        )
    if not 0 <= reserved <= visits:
        raise ClinicError("No more visits than there are can be kept back.", field="reserved", next_step="Check it.")
    if ends_on < starts_on:
        raise ClinicError("The authorization ends before it begins.", field="ends_on", next_step="Check both dates.")


# --------------------------------------------------------------------------------------------------- a card that is read


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What a plan says in its fields here; an empty one says nothing."""

    plan_name: str = ""
    member_id: str = ""
    group_number: str = ""
    subscriber: str = ""
    relation: str = ""
    copay_cents: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts(PlanFacts):
    """What an insurance card says of one person it covers, in the fields of a plan; an empty one says nothing.

    `notes` are lines for the person at the desk: pharmacy numbers, what the payer prints, when the card was issued.
    """

    payer: str = ""
    payer_phone: str = ""
    person: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which a card and a plan of ours differ."""

    field: str
    ours: object
    card: object


#: fields of a plan's form that a card can fill, in the order of the form; the form calls the co-pay `copay`
CARD_FIELDS = ("member_id", "group_number", "plan_name", "copay", "relation", "subscriber", "starts_on", "ends_on")


def card_values(card: CardFacts) -> dict[str, object]:
    """What the card fills, by the fields of a plan's form."""
    said = {name: card.copay_cents if name == "copay" else getattr(card, name) for name in CARD_FIELDS}
    return {name: value for name, value in said.items() if value not in ("", None)}


def card_differences(card: CardFacts, ours: Mapping[str, object]) -> tuple[Difference, ...]:
    """Where the card says something else than a plan (by the fields of its form) does."""
    return tuple(
        Difference(name, ours.get(name), value) for name, value in card_values(card).items() if ours.get(name) != value
    )
