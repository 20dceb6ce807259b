"""The grammar of one HL7 v2 message: segments, fields, repetitions, components, escapes, and the null that empties a field.

Read by us and not by a library: a library's containers cost some milliseconds a message and write a field's text into the
log when an escape in it is odd. A test compares each field of the outside messages with what `hl7` finds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: two quotation marks: the sender wants the field emptied (HL7 v2.8, 2.5.3)
NULL = '""'
USUAL = "^~\\&"


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs that part a message, as its header names them."""

    field: str = "|"
    component: str = "^"
    repetition: str = "~"
    escape: str = "\\"
    sub: str = "&"
    encoding: str = "utf-8"

    def plain(self, text: str) -> str:
        """The text with its escapes resolved. What is no escape stays as it is: a path on a Windows disk, an odd count."""
        if not self.escape or self.escape not in text:
            return text
        first, *rest = text.split(self.escape)
        told, at = [first], 0
        while at < len(rest):
            meant = self._meant(rest[at]) if at + 1 < len(rest) else None
            if meant is None:
                told.append(self.escape + rest[at])
                at += 1
            else:
                told += [meant, rest[at + 1]]
                at += 2
        return "".join(told)

    def _meant(self, code: str) -> str | None:
        """What stands between two escape signs, or None when that is no escape (HL7 v2.8, 2.7)."""
        signs = {"F": self.field, "S": self.component, "R": self.repetition, "T": self.sub, "E": self.escape, "P": "#"}
        if code in signs:
            return signs[code]
        if re.fullmatch(r"X(?:[0-9A-Fa-f]{2})+", code):
            return bytes.fromhex(code[1:]).decode(self.encoding, "replace")
        if re.fullmatch(r"\.(?:br|sp\d*|ce)", code):
            return "\n"
        if re.fullmatch(r"[HN]|[CM][0-9A-Fa-f]{4,6}|Z\w{1,20}|\.(?:in|ti|sk|fi|nf)[+-]?\d*", code):
            return ""  # type and colour of a screen, and sets of signs that nobody switches to any more
        return None


@dataclass(frozen=True, slots=True)
class Value:
    """One repetition of a field."""

    raw: str
    signs: Signs

    def part(self, component: int, sub: int = 1) -> str:
        """A component's text (both counted from 1); empty where there is none, and for a null."""
        parts = self.raw.split(self.signs.component)
        if component > len(parts):
            return ""
        subs = parts[component - 1].split(self.signs.sub)
        text = subs[sub - 1] if sub <= len(subs) else ""
        return "" if text == NULL else self.signs.plain(text).strip()

    def whole(self) -> str:
        """The text of a field that has no components; their signs stay where a sender forgot to escape them."""
        return "" if self.raw == NULL else self.signs.plain(self.raw).strip()

    def empty(self) -> bool:
        """Whether nothing stands in any component."""
        bare = self.raw.replace(NULL, "")
        return not bare.replace(self.signs.component, "").replace(self.signs.sub, "").strip()


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: its name and its fields as written."""

    name: str
    fields: tuple[str, ...]
    signs: Signs

    def raw(self, at: int) -> str:
        """A field as written, counted from 1."""
        return self.fields[at] if at < len(self.fields) else ""

    def values(self, at: int) -> tuple[Value, ...]:
        """The repetitions of a field in which something stands."""
        text = self.raw(at)
        if not text:
            return ()
        signs = self.signs
        parts = text.split(signs.repetition) if signs.repetition else [text]
        found = (Value(part, signs) for part in parts)
        return tuple(one for one in found if not one.empty())

    def value(self, at: int) -> Value:
        """The first repetition of a field."""
        return next(iter(self.values(at)), Value("", self.signs))

    def text(self, at: int, component: int = 1) -> str:
        """A component of the first repetition."""
        return self.value(at).part(component)

    def nulled(self, at: int) -> bool:
        """Whether the sender wants the field emptied."""
        return self.raw(at).strip() == NULL


@dataclass(frozen=True, slots=True)
class Message:
    """The segments of a message, the header first."""

    segments: tuple[Segment, ...]

    @property
    def header(self) -> Segment:
        """MSH; its fields are numbered as the standard does, MSH-1 being the field's sign."""
        return self.segments[0]

    def all(self, name: str) -> Iterator[Segment]:
        """Every segment of a name."""
        return (one for one in self.segments if one.name == name)

    def first(self, name: str) -> Segment:
        """The first segment of a name, an empty one where there is none."""
        return next(self.all(name), Segment(name, (name,), self.header.signs))


def parse(text: str, encoding: str = "utf-8") -> Message | None:
    """The message of a text that begins with MSH; None when its header does not say which signs part it."""
    head, *rest = text.split("\r")
    if not head.startswith("MSH") or len(head) < 4 or head[3].isalnum() or head[3].isspace():
        return None
    sign = head[3]
    named, *fields = head[4:].split(sign)
    signs = _signs(sign, named, encoding)
    if signs is None:
        return None
    header = Segment("MSH", ("MSH", sign, named, *fields), signs)
    return Message((header, *(_segment(line, signs) for line in rest)))


def _segment(line: str, signs: Signs) -> Segment:
    fields = tuple(line.split(signs.field))
    return Segment(fields[0], fields, signs)


def _signs(field: str, named: str, encoding: str) -> Signs | None:
    """The signs of MSH-2; what it leaves out is the usual. None when two are one, or one is a letter."""
    given = named[:4]
    signs = given + USUAL[len(given) :]
    parts = {field, *signs}
    if len(parts) < 5 or any(one.isalnum() or one.isspace() for one in parts):
        return None
    return Signs(field, signs[0], signs[1], signs[2], signs[3], encoding)
