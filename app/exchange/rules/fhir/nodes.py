"""A resource's JSON, read with care: what has not the shape that FHIR gives it is noted and read as if it were not there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?", re.ASCII)
#: null, and what some systems write for it
_NOTHING: tuple[object, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class Coding:
    """One code of a concept; `text` is the concept's own words."""

    system: str = ""
    code: str = ""
    display: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON object and where it stands; `odd` gathers the places of the whole resource whose shape is not FHIR's."""

    value: Mapping[str, Any]
    path: str = ""
    odd: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.value)

    def _at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _wrong(self, name: str) -> None:
        self.odd.append(self._at(name))

    def text(self, name: str) -> str:
        """A text, trimmed; empty where there is none."""
        found = self.value.get(name)
        if isinstance(found, str):
            return found.strip()
        if found not in _NOTHING:
            self._wrong(name)
        return ""

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty ones left out; a single text is a list of one (DSTU2 and R5 differ here)."""
        found = self.value.get(name)
        if isinstance(found, str):
            found = [found]
        if found in _NOTHING:
            return ()
        if not isinstance(found, list) or not all(isinstance(one, str | None) for one in found):
            self._wrong(name)
            return ()
        return tuple(one.strip() for one in found if one and one.strip())

    def node(self, name: str) -> "Node":
        """An object, an empty one where there is none; of a list the first."""
        return next(iter(self.nodes(name)), Node({}, self._at(name), self.odd))

    def nodes(self, name: str) -> tuple["Node", ...]:
        """A list of objects; a single object is a list of one."""
        found = self.value.get(name)
        if isinstance(found, dict):
            found = [found]
        if found in _NOTHING:
            return ()
        if not isinstance(found, list) or not all(isinstance(one, dict | None) for one in found):
            self._wrong(name)
            return ()
        return tuple(Node(one, self._at(name), self.odd) for one in found if one)

    def flag(self, name: str) -> bool | None:
        """True or false, None where nothing is said."""
        found = self.value.get(name)
        if isinstance(found, bool):
            return found
        if found not in _NOTHING:
            self._wrong(name)
        return None

    def whole(self, name: str) -> int:
        """A number that counts something, 0 where none is said."""
        found = self.value.get(name)
        if isinstance(found, int) and not isinstance(found, bool) and 0 < found < 1_000_000:
            return found
        if found not in _NOTHING and found != 0:
            self._wrong(name)
        return 0

    def cents(self, name: str) -> int | None:
        """An amount of money in cents, None where none is said."""
        found = self.value.get(name)
        if isinstance(found, int | float) and not isinstance(found, bool) and abs(found) < 1e12:
            return round(Decimal(str(found)) * 100)
        if found not in _NOTHING:
            self._wrong(name)
        return None

    def day(self, name: str) -> str:
        """A date as FHIR has it (YYYY, YYYY-MM, YYYY-MM-DD), of an instant its day."""
        written = self.text(name)
        if not written:
            return ""
        match = _DATE.fullmatch(written)
        if match is None or not _real(match[1], match[2] or "01", match[3] or "01"):
            self._wrong(name)
            return ""
        return "-".join(part for part in match.groups() if part)

    def codings(self, name: str) -> tuple[Coding, ...]:
        """Every code of a concept, or of a list of concepts; one with words alone is a coding without code."""
        found: list[Coding] = []
        for concept in self.nodes(name):
            words = concept.text("text")
            inner = [_coding(one, words) for one in concept.nodes("coding")]
            found += inner or ([Coding(text=words)] if words else [])
        return tuple(found)

    def extensions(self, *urls: str) -> tuple["Node", ...]:
        """The extensions with one of these addresses."""
        return tuple(one for one in self.nodes("extension") if one.text("url") in urls)

    def extension(self, *urls: str) -> "Node":
        """The first extension with one of these addresses, an empty one where there is none."""
        return next(iter(self.extensions(*urls)), Node({}, self._at("extension"), self.odd))


def _coding(node: Node, words: str = "") -> Coding:
    return Coding(node.text("system"), node.text("code"), node.text("display"), words)


def coding_of(node: Node, name: str) -> Coding:
    """The single code of an element that is a Coding and no concept."""
    return _coding(node.node(name))


def _real(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


#: HL7's own places of code systems, written once
V2_0131 = "http://terminology.hl7.org/CodeSystem/v2-0131"
V2_0203 = "http://terminology.hl7.org/CodeSystem/v2-0203"
ROLE_CODE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
ROLE_CLASS = "http://terminology.hl7.org/CodeSystem/v3-RoleClass"
NULL_FLAVOR = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor"
CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
SUBSCRIBER = "http://terminology.hl7.org/CodeSystem/subscriber-relationship"
COVERAGE_CLASS = "http://terminology.hl7.org/CodeSystem/coverage-class"
COPAY_TYPE = "http://terminology.hl7.org/CodeSystem/coverage-copay-type"
CONTACT_ENTITY = "http://terminology.hl7.org/CodeSystem/contactentity-type"
CDC_RACE = "urn:oid:2.16.840.1.113883.6.238"
SNOMED = "http://snomed.info/sct"
BCP47 = "urn:ietf:bcp:47"
SSN = "http://hl7.org/fhir/sid/us-ssn"
CORE = "http://hl7.org/fhir/StructureDefinition/"
US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/"
CARD = "http://hl7.org/fhir/us/insurance-card/StructureDefinition/"
