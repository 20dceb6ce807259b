"""What a scanner types of an AAMVA barcode, taken apart into elements, whatever became of its control characters.

The card holds `@ LF RS CR "ANSI " issuer version … DL offset length`, then elements of three letters and a value, each
ended by LF, and CR behind a subfile (AAMVA DL/ID Card Design Standard, Annex D). Scanners drop those control characters,
double them, or type others in their place; cards lie about offsets. So nothing is taken by its place: lines are told by
the letters they begin with, and where no line ends are left, by what a value of each element can look like.
"""

import re
from dataclasses import dataclass

from app.patients.rules.licence.elements import Splitter
from app.patients.rules.licence.jurisdictions import ISSUERS, JURISDICTIONS

#: no card holds more than 1,850 signs; this allows for three scans of one
MOST_SIGNS = 6_000
_ELEMENT = r"D[A-D][A-Z]"
_HEADER = rf"(?:ANSI|AAMVA)[^0-9A-Z]{{0,4}}(\d{{6,14}})|(?<!\d)((?:{'|'.join(ISSUERS)})\d{{4,8}})(?=\s?(?:DL|ID|EN)\s?\d{{4}})"
_DIRECTORY = r"\s*(?:(DL|ID|EN)|Z[A-Z])\s?\d{4,10}"
_KIND = r"\s*(DL|ID|EN)\s*(?=(?:DL|ID|EN|\s)*D[A-D][A-Z])"
#: control characters written out: by name, by escape, by caret, as pictures
_WRITTEN = (
    r"(?i)[<\[{](?:LF|CR|RS|GS|FS|US|NL)[>\]}]|\\(?:n|r|t|x[01][0-9a-f]|u00[01][0-9a-f])|%(?:0[AD]|1[C-F])"
    r"|\^[JM\\\]^_](?=[DZ][A-Z]{2})|[\u240a-\u241f\u2424]"
)
_CONTROLS = r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+"
#: where the jurisdiction's own subfile begins; nothing of it is of use
_OWN_PART = r"(?s)[^A-Z0-9]*Z([A-Z])Z\1[A-Z].*"
#: elements that tell a card without its header
_NAMES = frozenset({"DCS", "DAA", "DAB"})
_ALWAYS = (_NAMES, {"DAQ", "DBJ"}, {"DBB"}, {"DAG", "DAL"}, {"DAI", "DAN"}, {"DAJ", "DAO"}, {"DAK", "DAP"}, {"DBA"})
_TELLING = frozenset({"DAQ", "DBB", "DCS", "DAA", "DAB", "DAG", "DAK", "DBA", "DBC"})


@dataclass(frozen=True, slots=True)
class Card:
    """One scan: what its header says, and its elements by their three letters. `iin` is "" where no header was read."""

    kind: str
    iin: str
    version: int
    elements: dict[str, str]
    stopped: bool = False


def is_licence(text: str) -> bool:
    """Whether this is what a scanner types of a licence, or a good part of it. Quick: it is asked at each search."""
    shown = _with_line_ends(text[:MOST_SIGNS])
    if re.search(_HEADER, shown):
        return True
    codes = {line.strip()[:3] for line in shown.split("\n") if re.match(_ELEMENT, line.strip())}
    return len(codes) >= 4 and len(codes & _TELLING) >= 2


def cards(text: str) -> list[Card]:
    """The scans in a text, one card after another; a card scanned twice is there twice. Empty for what is no licence."""
    shown = _with_line_ends(text[:MOST_SIGNS])
    headers = list(re.finditer(_HEADER, shown))
    if not headers:
        return [_card("", shown)] if is_licence(shown) else []
    ends = [found.start() for found in headers[1:]] + [len(shown)]
    return [_card(head[1] or head[2], shown[head.end() : end]) for head, end in zip(headers, ends, strict=True)]


def _with_line_ends(text: str) -> str:
    """The text with one kind of line end, in the case the card has it in: a Caps Lock turns every letter round."""
    shown = re.sub(_CONTROLS, "\n", re.sub(_WRITTEN, "\n", text))
    return shown.swapcase() if re.search(r"(?:ansi|aamva)[^0-9a-z]{0,4}\d{6}", shown) else shown


def _card(digits: str, rest: str) -> Card:
    iin, version = _issuer(digits)
    kind = ""
    while found := re.match(_DIRECTORY, rest):
        kind, rest = kind or found[1] or "", rest[found.end() :]
    while found := re.match(_KIND, rest):
        kind, rest = kind or found[1], rest[found.end() :]
    return Card(kind or "DL", iin, version, *_complete(_elements(rest, version)))


def _complete(elements: dict[str, str]) -> tuple[dict[str, str], bool]:
    """The elements, and whether the scan stopped early; then the last one may be cut off and is left out.

    Every card has these since the year 2000, so two of them gone were never typed.
    """
    gone = sum(not codes & elements.keys() for codes in _ALWAYS)
    stopped = gone >= 2
    if stopped and elements:
        elements = dict(list(elements.items())[:-1])
    return elements, stopped


def _issuer(digits: str) -> tuple[str, int]:
    """Issuer and version of a header's digits; some cards of North Carolina have lost the first 6 of theirs."""
    if digits and digits[:6] not in JURISDICTIONS and f"6{digits[:5]}" in JURISDICTIONS:
        digits = f"6{digits}"
    return digits[:6], int(digits[6:8] or 0)


def _elements(body: str, version: int) -> dict[str, str]:
    lines = [line.strip() for line in body.split("\n")]
    coded = [line for line in lines if re.match(_ELEMENT, line)]
    if len({line[:3] for line in coded}) >= 4 and max(map(len, coded)) < 120:
        found: dict[str, str] = {}
        for line in coded:
            if not found.get(line[:3]):
                found[line[:3]] = line[3:].strip()
        return found
    run = re.sub(_OWN_PART, "", " ".join(line for line in lines if line))
    splitter = Splitter(version <= 1)
    found = splitter.split(run, _separator(run))
    return found if found.keys() & _NAMES else splitter.split(run)


def _separator(run: str) -> str:
    """The sign that stands before most elements in place of a line end, or nothing."""
    before: dict[str, set[str]] = {}
    every = set()
    for found in re.finditer(r"(?=(D[A-D][A-Z]))", run):
        every.add(found[1])
        if found.start() and not run[found.start() - 1].isalnum():
            before.setdefault(run[found.start() - 1], set()).add(found[1])
    sign, codes = max(before.items(), key=lambda item: len(item[1]), default=("", set()))
    return sign if len(codes) >= 4 and len(codes) >= 0.6 * len(every) else ""
