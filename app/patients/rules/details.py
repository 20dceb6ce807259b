"""What a registration holds besides the person: other names, ways to reach them, who answers for them, consents, identity."""

from dataclasses import dataclass, field
from datetime import date

from app.core.values import HIDDEN_FIELD
from app.patients.rules.codes import (
    ConsentKind,
    ContactSystem,
    ContactUse,
    Decision,
    IdentityKind,
    NameUse,
    RelatedRole,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherName:
    """A name beside the legal one (FHIR HumanName)."""

    use: NameUse
    family: str = ""
    given: str = ""
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telecom:
    """A further phone, fax or e-mail (FHIR ContactPoint); `rank` 1 is tried first."""

    system: ContactSystem
    value: str
    use: ContactUse = ContactUse.UNKNOWN
    note: str = ""
    rank: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where somebody is called and written to, and what there is to say about it."""

    phone: str = ""
    address_line: str = ""
    address_unit: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach(Whereabouts):
    """Where somebody asked to be reached instead of their usual phone and address (45 CFR 164.522(b))."""

    since: date
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related(Whereabouts):
    """Somebody who answers for a patient (FHIR RelatedPerson), or their employer."""

    role: RelatedRole
    name: str
    relation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What somebody allowed or refused on a day (FHIR Consent)."""

    kind: ConsentKind
    decision: Decision
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A licence or other proof of identity; `number` is blank where the role sees it masked."""

    kind: IdentityKind = IdentityKind.LICENSE
    number: str = field(default="", metadata=HIDDEN_FIELD)
    jurisdiction: str = ""
    issued_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Everything of a registration that has rows of its own. Consents are those that stand now."""

    names: tuple[OtherName, ...] = ()
    telecoms: tuple[Telecom, ...] = ()
    related: tuple[Related, ...] = ()
    consents: tuple[Agreed, ...] = ()
    reach: Reach | None = None
    identity: Identity | None = None


#: a registration without any of them
NO_DETAILS = Details()
