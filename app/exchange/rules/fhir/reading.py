"""A FHIR file: one resource, a Bundle, a list, or a line for each resource. Who is in it, with what belongs to them.

Everything is read as plain JSON, R4, R4B and R5 alike. Kinds of resources that ask for nothing here are counted by name; what
cannot be read is said with the resource's kind and id, and with nothing of the patient's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from app.core.text import tr
from app.exchange.rules.fhir.coverage import read_card, read_coverage
from app.exchange.rules.fhir.nodes import Node
from app.exchange.rules.fhir.people import is_animal, is_trial, read_patient, read_related
from app.exchange.rules.records import Contact, CoverageRecord, PatientRecord
from app.exchange.rules.values import Issue, Level

#: bundles within bundles
DEEPEST = 3
_READ = ("Patient", "RelatedPerson", "Coverage", "Organization")


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource of a file, numbered from 1, with its address where the bundle gives one."""

    number: int
    node: Node
    address: str = ""

    @property
    def kind(self) -> str:
        """Its resourceType."""
        return self.node.text("resourceType")

    @property
    def key(self) -> int:
        """What tells it from every other resource of the file."""
        return id(self.node.value)

    @property
    def name(self) -> str:
        """Kind and id, for the error list: nothing of a person's."""
        own = "".join(sign for sign in self.node.text("id")[:64] if sign.isalnum() or sign in "-.")
        kind = "".join(sign for sign in self.kind[:40] if sign.isalnum())
        return f"{kind}/{own}" if own else kind


@dataclass(frozen=True, slots=True)
class FhirPatient:
    """A person of a file with who is beside them and what covers them.

    `changed_at` is the instant of the sender's last change, or empty. `trial`: made up for a test, says the sender.
    """

    number: int
    name: str
    record: PatientRecord
    changed_at: str = ""
    trial: bool = False


@dataclass(frozen=True, slots=True)
class FhirCoverage:
    """A plan whose person is not in the file: an insurance card."""

    number: int
    name: str
    record: CoverageRecord


@dataclass(frozen=True, slots=True)
class FhirFile:
    """What a file holds; `passed_over` counts kinds of resources that ask for nothing here."""

    patients: tuple[FhirPatient, ...] = ()
    coverages: tuple[FhirCoverage, ...] = ()
    passed_over: Mapping[str, int] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def looks_like_fhir(head: bytes) -> bool:
    """Whether a file's first bytes may begin FHIR's JSON, its XML, or a health card: all of them get a sentence."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start[:1] in (b"{", b"[") or start.startswith(b"shc:/") or (start[:1] == b"<" and b"hl7.org/fhir" in start)


def read_file(data: bytes) -> FhirFile:
    """Read a file. Never raises for what it holds."""
    text = data.removeprefix(b"\xef\xbb\xbf").strip()
    if text.startswith((b"shc:/", b"eyJ")):
        return _only(_health_card())
    if text.startswith(b"<"):
        return _only(tr("This is FHIR as XML. Ask for it as JSON."))
    found, issues = _values(text)
    if any(isinstance(one, dict) and "verifiableCredential" in one for _number, one in found):
        return _only(_health_card())
    resources = list(_numbered(found, issues))
    return _sorted(resources, issues)


def _health_card() -> str:
    return tr(
        "This is a SMART Health Card: a signed proof, no registration. Ask for the FHIR file of the record or the card."
    )


def _only(sentence: str) -> FhirFile:
    return FhirFile(issues=(Issue(0, Level.REFUSED, "", "", sentence),))


def _values(text: bytes) -> tuple[list[tuple[int, Any]], list[Issue]]:
    """The JSON values of a file with their numbers: one, or one a line."""
    whole = _decoded(text)
    if whole is not None:
        return list(enumerate(whole, 1)) if isinstance(whole, list) else [(1, whole)], []
    found: list[tuple[int, Any]] = []
    issues: list[Issue] = []
    for number, line in enumerate(text.splitlines(), 1):
        value = _decoded(line) if line.strip() else None
        if value is not None:
            found.append((number, value))
        elif line.strip():
            issues.append(Issue(number, Level.REFUSED, "", "", tr("This line is no JSON.")))
    if not found:
        return [], [Issue(0, Level.REFUSED, "", "", tr("This file is no JSON that can be read."))]
    return found, issues


def _decoded(text: bytes) -> Any:  # noqa: ANN401 - JSON is what it is
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return None


def _numbered(values: Iterable[tuple[int, Any]], issues: list[Issue]) -> Iterator[Resource]:
    for number, value in values:
        if not isinstance(value, dict):
            issues.append(Issue(number, Level.REFUSED, "", "", tr("This is no FHIR resource.")))
        elif value.get("resourceType") == "Bundle":
            yield from _entries(Node(value), issues, DEEPEST)
        else:
            yield from _resource(number, value, "", issues)


def _resource(number: int, value: Mapping[str, Any], address: str, issues: list[Issue]) -> Iterator[Resource]:
    made = Resource(number, Node(value), address)
    if made.kind:
        yield made
    else:
        issues.append(Issue(number, Level.REFUSED, "", "", tr("This is no FHIR resource.")))


def _entries(bundle: Node, issues: list[Issue], depth: int, within: int = 0) -> Iterator[Resource]:
    """The resources of a bundle; entries that ask for a deletion are said, and nothing is deleted.

    What stands in a bundle within the bundle has the number of its outer entry.
    """
    for at, entry in enumerate(bundle.nodes("entry"), 1):
        number = within or at
        inner = entry.node("resource")
        if entry.node("request").text("method") == "DELETE":
            issues.append(
                Issue(number, Level.REFUSED, "", "", tr("This asks to delete a record. Nothing is deleted here."))
            )
        elif inner.text("resourceType") == "Bundle":
            yield from _entries(inner, issues, depth - 1, number) if depth > 1 else ()
        elif inner:
            yield from _resource(number, inner.value, entry.text("fullUrl"), issues)
    sentence = tr("This part of the bundle cannot be read.")
    issues += [Issue(0, Level.REFUSED, place[:40], "Bundle", sentence) for place in dict.fromkeys(bundle.odd)]


# ------------------------------------------------------------------------------------------------------------ belonging


@dataclass(slots=True)
class _Index:
    """Where each resource is found: by its address, by kind and id, and what it contains by #id."""

    places: dict[str, Resource] = field(default_factory=dict)

    def add(self, resource: Resource) -> None:
        for place in (resource.address, resource.name if resource.node.text("id") else ""):
            if place:
                self.places.setdefault(place, resource)

    def find(self, reference: Node, inside: Node) -> Resource | None:
        """The resource that a reference means."""
        place = reference.text("reference").partition("/_history")[0]
        if place.startswith("#"):
            held = [one for one in inside.nodes("contained") if one.text("id") == place[1:]]
            return Resource(0, held[0]) if held else None
        return self.places.get(place) or self.places.get("/".join(place.split("/")[-2:]))


def _sorted(resources: list[Resource], issues: list[Issue]) -> FhirFile:
    index = _Index()
    for one in resources:
        index.add(one)
    beside: dict[int, list[Contact]] = {}
    plans: dict[int, list[CoverageRecord]] = {}
    loose: list[FhirCoverage] = []
    for one in (one for one in resources if one.kind in ("RelatedPerson", "Coverage")):
        whose = index.find(one.node.node("patient" if one.kind == "RelatedPerson" else "beneficiary"), one.node)
        if one.kind == "RelatedPerson":
            _related(one, whose, beside, issues)
        else:
            _coverage(one, whose, index, plans, loose)
        issues += _odd(one)
    patients: list[FhirPatient] = []
    for one in (one for one in resources if one.kind == "Patient"):
        patients += _patient(one, beside.get(one.key, []), plans.get(one.key, []), issues)
    return FhirFile(
        patients=tuple(patients),
        coverages=tuple(loose),
        passed_over=dict(Counter(one.name.partition("/")[0] for one in resources if one.kind not in _READ)),
        issues=tuple(sorted(issues, key=lambda one: (one.row, one.level is not Level.REFUSED))),
    )


def _related(one: Resource, whose: Resource | None, beside: dict[int, list[Contact]], issues: list[Issue]) -> None:
    contact = read_related(one.node)
    if whose is None or whose.kind != "Patient":
        sentence = tr("It belongs to a patient who is not in this file.")
        issues.append(Issue(one.number, Level.REFUSED, "patient", one.name, sentence))
    elif contact is not None:
        beside.setdefault(whose.key, []).append(contact)


def _coverage(
    one: Resource,
    whose: Resource | None,
    index: _Index,
    plans: dict[int, list[CoverageRecord]],
    loose: list[FhirCoverage],
) -> None:
    def resolve(reference: Node) -> Node:
        found = index.find(reference, one.node)
        return found.node if found else Node({})

    if whose is not None and whose.number and whose.kind == "Patient":
        plans.setdefault(whose.key, []).append(replace(read_coverage(one.node, resolve), beneficiary=""))
    else:
        loose.append(FhirCoverage(one.number, one.name, read_card(one.node, resolve)))


def _patient(
    one: Resource, beside: list[Contact], plans: list[CoverageRecord], issues: list[Issue]
) -> Iterator[FhirPatient]:
    if is_animal(one.node):
        issues.append(Issue(one.number, Level.REFUSED, "", one.name, tr("This record is of an animal.")))
        return
    record = read_patient(one.node)
    issues += _odd(one)
    if record.protected:
        sentence = tr("The sender protects this record. Decide who may open it.")
        issues.append(Issue(one.number, Level.FLAGGED, "meta.security", one.name, sentence))
    if not record.names and not record.identifiers:
        sentence = tr("The record has neither a number nor a name for its patient.")
        issues.append(Issue(one.number, Level.REFUSED, "name", one.name, sentence))
        return
    plans = sorted(plans, key=lambda plan: plan.order or 99)
    made = replace(record, contacts=(*record.contacts, *beside), coverages=tuple(plans))
    yield FhirPatient(one.number, one.name, made, one.node.node("meta").text("lastUpdated"), is_trial(one.node))


def _odd(one: Resource) -> list[Issue]:
    sentence = tr("This part of the record cannot be read.")
    places = dict.fromkeys(one.node.odd)
    return [Issue(one.number, Level.FLAGGED, place[:40], one.name, sentence) for place in places]
