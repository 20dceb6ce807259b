"""A person's record as two systems hand it over, in FHIR's words: what HL7 v2 and FHIR files are read into and written from.

Nothing is judged here: texts are as the other system wrote them, dates are FHIR's (YYYY, YYYY-MM or YYYY-MM-DD). An empty
value means that nothing was said; what shall be emptied stands in `PatientRecord.cleared`.
"""

from dataclasses import dataclass
from datetime import date


def whole_day(text: str) -> date | None:
    """The day of a FHIR date; a year or a month alone is none."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number somebody gave. `system` is who gave it (v2's assigning authority), `type` a code of HL7 table 0203."""

    value: str
    system: str = ""
    type: str = ""
    use: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanName:
    """A name; `use` is FHIR's, and v2's `alias` besides. `text` is the whole name where its parts are not told."""

    family: str = ""
    given: tuple[str, ...] = ()
    prefix: str = ""
    suffix: str = ""
    use: str = ""
    text: str = ""
    ended_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """A way to reach somebody: `system` phone, fax, email, pager, url or other. Rank 1 is tried first, 0 says nothing."""

    value: str
    system: str = "phone"
    use: str = ""
    rank: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where somebody lives or gets mail. `text` is the whole address where its parts are not told."""

    line: tuple[str, ...] = ()
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""
    use: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody beside the patient. `roles` are emergency, guarantor, guardian, employer, next-of-kin or insured.

    `relation` says in the sender's words or code who they are to the patient; an employer has an `organization`.
    """

    roles: tuple[str, ...] = ()
    relation: str = ""
    name: HumanName = HumanName()
    organization: str = ""
    telecom: tuple[ContactPoint, ...] = ()
    address: Address = Address()
    gender: str = ""
    birth_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another record of the same person: `type` is FHIR's link-type, `other` its identifier or reference."""

    type: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerPhone:
    """A number or page of a payer and what it is for: a code of the card (provider, PATINF, pharma …)."""

    value: str
    purpose: str = ""
    system: str = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """Who pays, as a card or a message names it."""

    name: str = ""
    identifiers: tuple[Identifier, ...] = ()
    phones: tuple[PayerPhone, ...] = ()
    address: Address = Address()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What the patient pays: `type` is a code of the card (spvisit, rx …). Cents where it is money, `text` as printed else."""

    type: str
    label: str = ""
    cents: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanClass:
    """One classification of a plan: group, plan, subplan, network, rxbin, rxpcn … with its number and its name."""

    type: str
    value: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardImage:
    """A picture on a digital card; its bytes stay in the file."""

    label: str = ""
    content_type: str = ""
    length: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredPerson:
    """Somebody whom a card names as covered."""

    name: HumanName
    member_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRecord:
    """A plan of somebody's. `order` 1 is billed first, 0 says nothing; `types` are codes or words of what kind it is.

    `beneficiary` points at whom it covers; name and birth date stand here only where the record is not in the file.
    """

    id: str = ""
    status: str = ""
    types: tuple[str, ...] = ()
    payer: Payer = Payer()
    member_id: str = ""
    subscriber_id: str = ""
    dependent: str = ""
    subscriber: HumanName = HumanName()
    subscriber_birth: str = ""
    relation: str = ""
    beneficiary: str = ""
    beneficiary_name: HumanName = HumanName()
    beneficiary_birth: str = ""
    starts_on: str = ""
    ends_on: str = ""
    order: int = 0
    classes: tuple[PlanClass, ...] = ()
    costs: tuple[Cost, ...] = ()
    card_issued_on: str = ""
    card_notes: str = ""
    images: tuple[CardImage, ...] = ()
    covered: tuple[CoveredPerson, ...] = ()

    def class_of(self, kind: str) -> PlanClass:
        """The plan's first classification of a kind, an empty one when there is none."""
        return next((one for one in self.classes if one.type == kind), PlanClass(type=kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientRecord:
    """All that a file says about one person. `protected`: the sender asks that few people see it. `photo` is a JPEG."""

    id: str = ""
    identifiers: tuple[Identifier, ...] = ()
    active: bool | None = None
    names: tuple[HumanName, ...] = ()
    telecom: tuple[ContactPoint, ...] = ()
    gender: str = ""
    birth_date: str = ""
    deceased: bool | None = None
    deceased_on: str = ""
    addresses: tuple[Address, ...] = ()
    multiple_birth: bool | None = None
    language: str = ""
    interpreter: bool | None = None
    race: tuple[str, ...] = ()
    ethnicity: str = ""
    birth_sex: str = ""
    pronouns: str = ""
    contacts: tuple[Contact, ...] = ()
    links: tuple[Link, ...] = ()
    managing_organization: str = ""
    coverages: tuple[CoverageRecord, ...] = ()
    protected: bool = False
    photo: bytes = b""
    cleared: tuple[str, ...] = ()


# ------------------------------------------------------------------------------------- what only leaves, never comes in


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentRecord:
    """A visit that was planned. Times are instants in ISO 8601 with their zone; `status` is FHIR's appointment status."""

    id: str
    status: str
    starts_at: str
    ends_at: str
    minutes: int
    kind: str = ""
    practitioner: str = ""
    location: str = ""
    created_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EncounterRecord:
    """A visit that took place; `appointment` is the id of what was planned."""

    id: str
    status: str
    appointment: str = ""
    kind: str = ""
    practitioner: str = ""
    location: str = ""
    started_at: str = ""
    ended_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """A stored file, without its content."""

    id: str
    title: str
    kind: str
    media_type: str
    size: int
    received_at: str = ""
    voided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord:
    """What somebody allowed (`permit`) or refused (`deny`) on a day."""

    id: str
    kind: str
    decision: str
    decided_on: str
    ended_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeRecord:
    """All that is known of a patient, as it leaves; `zone` is their clinic's."""

    patient: PatientRecord
    zone: str = "UTC"
    appointments: tuple[AppointmentRecord, ...] = ()
    encounters: tuple[EncounterRecord, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    consents: tuple[ConsentRecord, ...] = ()
