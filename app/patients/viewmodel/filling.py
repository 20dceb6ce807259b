"""Between the fields of the registration form and the values of a registration; rows that repeat are values already."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from app.patients.rules.checking import says_nothing
from app.patients.rules.codes import ConsentKind, Decision, IdentityKind
from app.patients.rules.demographics import DECLINED, RACES, races_of
from app.patients.rules.details import Agreed, Details, Identity, OtherName, Reach, Related, Telecom
from app.patients.rules.people import Person

#: ways to reach somebody that need a yes; their day is the one on which the answer was noted
CHANNELS = (ConsentKind.CALL, ConsentKind.VOICEMAIL, ConsentKind.TEXT, ConsentKind.EMAIL)
#: papers and the like, with a day of their own
PAPERS = (
    ConsentKind.TREATMENT, ConsentKind.PRIVACY_NOTICE, ConsentKind.FINANCIAL, ConsentKind.RELEASE, ConsentKind.PHOTO,
)  # fmt: skip
REACH = tuple(one.name for one in fields(Reach) if one.name != "since")
IDENTITY = tuple(one.name for one in fields(Identity))
#: chosen from a list, 0 for nobody
CHOSEN = ("home_location_id", "preferred_practitioner_id")
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """What stands in the rows that repeat."""

    names: tuple[OtherName, ...] = ()
    telecoms: tuple[Telecom, ...] = ()
    related: tuple[Related, ...] = ()


def race_field(code: str) -> str:
    """The tick box of a race."""
    return "race_declined" if code == DECLINED else f"race_{code.replace('-', '_')}"


def form_values(person: Person, details: Details) -> dict[str, object]:
    """What the fields show; a channel or paper that nobody asked about has no decision."""
    said = {one.kind: one for one in details.consents}
    values: dict[str, object] = {name: getattr(person, name) for name in Person.__slots__}
    values |= {name: values[name] or 0 for name in CHOSEN}
    values |= {race_field(code): code in races_of(person.race) for code in (*RACES, DECLINED)}
    values |= {f"consent_{kind}": said[kind].decision if kind in said else "" for kind in (*CHANNELS, *PAPERS)}
    values |= {f"consent_{kind}_on": said[kind].decided_on if kind in said else None for kind in PAPERS}
    values |= {f"reach_{name}": getattr(details.reach, name, "") for name in REACH}
    proof = details.identity or Identity()
    return values | {f"identity_{name}": getattr(proof, name) for name in IDENTITY}


def person_of_form(values: Values, before: Person) -> Person:
    """The person in the fields; what the form does not show stays as it was before."""
    known: dict[str, Any] = {name: value for name, value in values.items() if name in Person.__slots__}
    if "language" in known:
        known["language"] = known["language"] or ""
    known |= {name: known[name] or None for name in CHOSEN if name in known}
    if race_field(DECLINED) in values:
        known["race"] = ",".join(code for code in (*RACES, DECLINED) if values[race_field(code)])
    for phone, use in (("phone", "phone_use"), ("other_phone", "other_phone_use")):
        if phone in known and not known[phone]:
            known[use] = ""
    return replace(before, **known)


def details_of_form(values: Values, rows: Rows, before: Details, today: date) -> Details:
    """The details in the fields and rows. `before` keeps the days of what is said as it was."""
    return Details(
        names=rows.names,
        telecoms=rows.telecoms,
        related=rows.related,
        consents=_consents(values, before, today),
        reach=_reach(values, before, today),
        identity=_identity(values, before),
    )


def _consents(values: Values, before: Details, today: date) -> tuple[Agreed, ...]:
    stood = {one.kind: one for one in before.consents}
    found = []
    for kind in (*CHANNELS, *PAPERS):
        if not (decision := values.get(f"consent_{kind}")):
            continue
        same = stood[kind] if kind in stood and stood[kind].decision == decision else None
        day = values.get(f"consent_{kind}_on") or (same.decided_on if same else today)
        found.append(Agreed(kind=kind, decision=Decision(decision), decided_on=day))
    return tuple(found)


def _reach(values: Values, before: Details, today: date) -> Reach | None:
    texts = {name: str(values.get(f"reach_{name}") or "") for name in REACH}
    if not any(texts.values()):
        return None
    return Reach(since=before.reach.since if before.reach else today, **texts)


def _identity(values: Values, before: Details) -> Identity | None:
    """None leaves what stands, which this person may not see; empty fields take away what they saw."""
    told = {name: values.get(f"identity_{name}") for name in IDENTITY}
    found = Identity(
        kind=IdentityKind(told["kind"] or IdentityKind.LICENSE),
        number=told["number"] or "",
        jurisdiction=told["jurisdiction"] or "",
        issued_on=told["issued_on"],
        expires_on=told["expires_on"],
    )
    return None if before.identity is None and says_nothing(found) else found
