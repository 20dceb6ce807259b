"""HL7 v2's compound types in FHIR's words: names (XPN), addresses (XAD), phones (XTN), numbers (CX), times (DTM).

Which code becomes which follows HL7's own v2-to-FHIR concept maps where they say something.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

from app.exchange.rules.codes import language_of
from app.exchange.rules.hl7.grammar import Segment, Value
from app.exchange.rules.records import Address, ContactPoint, HumanName, Identifier

#: table 0200; "" is a name of which nothing is said, names of other people and wrong ones are left out
_NAME_USE = {
    "": "", "L": "official", "C": "official", "D": "usual", "U": "", "A": "alias", "T": "alias", "M": "maiden",
    "N": "nickname", "B": "old", "NOUSE": "old", "S": "anonymous", "TEMP": "temp", "I": "alias", "R": "official",
}  # fmt: skip
_LEFT_OUT_NAMES = frozenset({"P", "BAD", "PB"})
#: table 0190
_ADDRESS_USE = {"H": "home", "L": "home", "P": "home", "RH": "home", "B": "work", "O": "work", "C": "temp",
                "V": "temp", "BI": "billing"}  # fmt: skip
_LEFT_OUT_ADDRESSES = frozenset({"BA", "N", "BDL", "BR", "F", "RL"})
#: table 0201
_PHONE_USE = {
    "PRN": "home",
    "ORN": "home",
    "WPN": "work",
    "VHN": "temp",
    "PRS": "mobile",
    "HOME": "home",
    "WORK": "work",
}
#: table 0202; a modem reaches nobody
_PHONE_SYSTEM = {"FX": "fax", "BP": "pager", "INTERNET": "email", "X.400": "email", "MD": "other", "SAT": "phone"}
_TELETYPE = frozenset({"TDD", "TTY"})
_DIGITS = re.compile(r"\D+")
_CLOCK = r"(?:[T ]?\d{2}(?::?\d{2}(?::?\d{2}(?:\.\d+)?)?)?)?"
_INSTANT = re.compile(r"(\d{8,14})(?:\.\d+)?([+-]\d{4})?", re.ASCII)
_TIME = re.compile(rf"(\d{{4}})(?:-?(\d{{2}})(?:-?(\d{{2}}){_CLOCK})?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?", re.ASCII)


def read_date(text: str) -> str:
    """FHIR's date of a v2 time (YYYY[MM[DD…]], or one with dashes); empty for what is no day of the calendar."""
    match = _TIME.fullmatch(text)
    if match is None or not _real(match[1], match[2], match[3]):
        return ""
    return "-".join(part for part in match.groups() if part and part != "00")


def read_instant(text: str) -> str:
    """A v2 time as fourteen digits that sort: UTC where the zone is told, the sender's wall time where it is not."""
    match = _INSTANT.fullmatch(text)
    if match is None or not read_date(text):
        return ""
    try:
        moment = datetime.strptime(match[1].ljust(14, "0") + (match[2] or "+0000"), "%Y%m%d%H%M%S%z")
        return moment.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    except (ValueError, OverflowError):
        return ""


def _real(year: str, month: str | None, day: str | None) -> bool:
    """Whether the calendar has it; a month or a day of 00 is one that nobody knew."""
    if month == "00" and day not in (None, "00"):
        return False
    try:
        date(int(year), int(month or 1) or 1, int(day or 1) or 1)
    except ValueError:
        return False
    return True


def names_of(segment: Segment, at: int, use: str = "") -> tuple[HumanName, ...]:
    """The names of a field; `use` is that of names which do not say theirs."""
    found = (_name(value, use) for value in segment.values(at) if value.part(7).upper() not in _LEFT_OUT_NAMES)
    return tuple(name for name in found if name.family or name.given)


def _name(value: Value, use: str) -> HumanName:
    further = value.part(3)
    return HumanName(
        family=value.part(1),
        given=tuple(part for part in (value.part(2), further) if part),
        prefix=value.part(5),
        suffix=value.part(4),
        use=_NAME_USE.get(value.part(7).upper(), "") or use,
        ended_on=read_date(value.part(13)) or read_date(value.part(10, 2)),
    )


def identifiers_of(segment: Segment, at: int, usual_type: str = "") -> tuple[Identifier, ...]:
    """The numbers of a field; what gave a number is its namespace, else its world-wide one, else its facility."""
    return tuple(
        Identifier(
            value=value.part(1),
            system=value.part(4) or value.part(4, 2) or value.part(6),
            type=value.part(5).upper() or usual_type,
        )
        for value in segment.values(at)
        if value.part(1)
    )


def addresses_of(segment: Segment, at: int) -> tuple[Address, ...]:
    """The addresses of a field at which somebody can be found; wrong ones and birth places are left out."""
    found = (_address(value) for value in segment.values(at) if value.part(7).upper() not in _LEFT_OUT_ADDRESSES)
    return tuple(one for one in found if one != Address(use=one.use))


def _address(value: Value) -> Address:
    return Address(
        line=tuple(line for line in (_street(value), value.part(2)) if line),
        city=value.part(3),
        state=value.part(4),
        postal_code=value.part(5),
        country=value.part(6),
        use=_ADDRESS_USE.get(value.part(7).upper(), ""),
    )


def _street(value: Value) -> str:
    """The street line; where a sender took it apart, the number stands before the name."""
    line, name, number = (value.part(1, sub) for sub in (1, 2, 3))
    if not line:
        return " ".join(part for part in (number, name) if part)
    return f"{line} {name}" if name and name not in line and line.isdigit() else line


def phones_of(segment: Segment, at: int, use: str = "") -> tuple[ContactPoint, ...]:
    """Phones, faxes and e-mails of a field, each once; `use` is that of a phone which does not say its own."""
    return unique(one for value in segment.values(at) for one in _contact_points(value, use))


def unique(found: Iterable[ContactPoint]) -> tuple[ContactPoint, ...]:
    """Each way to reach somebody once, the first that was told."""
    seen: dict[tuple[str, str], ContactPoint] = {}
    for one in found:
        key = one.value.casefold() if one.system == "email" else _DIGITS.sub("", one.value)
        seen.setdefault((one.system, key), one)
    return tuple(seen.values())


def _contact_points(value: Value, use: str) -> Iterable[ContactPoint]:
    kind, written, mail = value.part(3).upper(), value.part(1), value.part(4)
    own = "mobile" if kind == "CP" else _PHONE_USE.get(value.part(2).upper(), use)
    rank = int(value.part(18)) if re.fullmatch(r"[1-9]\d?", value.part(18)) else 0
    for text in (mail, written):
        if "@" in text:
            yield ContactPoint(value=text, system="email", use="" if own == "mobile" else own, rank=rank)
    number = "" if "@" in written else _number(value, written)
    if number:
        system = _PHONE_SYSTEM.get(kind, "phone")
        note = "TTY" if kind in _TELETYPE else ""
        # a number that calls itself Internet is a phone whose sender filled one kind for all
        yield ContactPoint(value=number, system="phone" if system == "email" else system, use=own, rank=rank, note=note)


def _number(value: Value, written: str) -> str:
    """The number as one text: written whole, else put together from its parts, else the unformatted one."""
    extension, local, area, country = (value.part(part) for part in (8, 7, 6, 5))
    if len(_DIGITS.sub("", written)) >= 7:
        whole = written
    elif len(_DIGITS.sub("", local)) >= 7 and len(_DIGITS.sub("", area)) == 3:
        abroad = f"+{_DIGITS.sub('', country)} " if _DIGITS.sub("", country) not in ("", "1") else ""
        whole = f"{abroad}({_DIGITS.sub('', area)}) {local}"
    else:
        whole = value.part(12) or written or local
    if not _DIGITS.sub("", whole):
        return ""
    return f"{whole} x{extension}" if extension.isdigit() and "x" not in whole.casefold() else whole


def coded_of(segment: Segment, at: int) -> tuple[tuple[str, str], ...]:
    """The (code, words) pairs of a field: of each repetition the first, and the other one where it has one."""
    pairs: list[tuple[str, str]] = []
    for value in segment.values(at):
        pairs.append((value.part(1), value.part(2)))
        if value.part(4) or value.part(5):
            pairs.append((value.part(4), value.part(5)))
    return tuple(pairs)


def spoken_of(segment: Segment, at: int) -> str:
    """The language of a field as a BCP 47 tag; empty where it is not known here."""
    return language_of(*(text for pair in coded_of(segment, at) for text in pair if text))
