"""Elements that run into each other, parted by what each of them can look like.

Many scanners type no control characters at all: DLDAQT64235789DCSSAMPLEDDENDACMICHAEL… A name may hold the letters of an
element (BRADDENT has DDE), so the best way through the whole text is looked for: each element at most once, each value
of the shape its element has.
"""

import re
from dataclasses import dataclass

_DATE = r"\d{8}|\d\d[-/]\d\d[-/]\d{4}|\d{4}[-/]\d\d[-/]\d\d|NONE"
_WORDS, _CODES, _ANY = r"[^\d]{0,60}", r"[A-Z0-9,./* -]{0,24}", r".{1,60}"
#: shape of each element's value (AAMVA Annex D tables D.3 and D.4); texts first
_TEXTS = {
    "DCS": r"[^\d]{1,60}", "DCT": _WORDS, "DAC": _WORDS, "DAD": _WORDS, "DCU": r"[A-Z0-9.]{0,6}", "DAG": r".{0,60}",
    "DAH": r".{0,40}", "DAI": r"[^\d]{0,40}", "DBN": _WORDS, "DBG": _WORDS, "DBS": r"[A-Z0-9.]{0,6}",
}  # fmt: skip
_STRICT = {
    "DAQ": r"[A-Z0-9*. -]{0,25}", "DBA": _DATE, "DBB": _DATE, "DBD": _DATE, "DDB": _DATE, "DDC": _DATE, "DDH": _DATE,
    "DDI": _DATE, "DDJ": _DATE, "DBC": r"[0-9MFX]", "DCG": r"USA?|CAN?|MEX?", "DAJ": r"[A-Z]{2}",
    "DAK": r"\d{5}[\d -]{0,6}|[A-Z]\d[A-Z] ?\d[A-Z]\d *", "DDE": r"[TNU]", "DDF": r"[TNU]", "DDG": r"[TNU]",
    "DAU": r"\d{1,3} ?(?:IN|CM|in|cm)?|\d'\d{1,2}\"?", "DAY": r"[A-Za-z]{3}|NONE", "DAZ": r"[A-Za-z]{2,3}|NONE",
    "DAW": r"\d{0,3}", "DAX": r"\d{0,3}", "DCE": r"\d?", "DCL": r"[A-Z]{0,3}", "DDA": r"[FNMU]?", "DDD": r"\d?",
    "DDK": r"\d?", "DDL": r"\d?", "DCF": r"[A-Z0-9/ *.-]{0,40}", "DCK": r"[A-Z0-9 *.-]{0,40}", "DCA": _CODES,
    "DCB": _CODES, "DCD": _CODES, "DCI": r".{0,40}", "DCJ": r".{0,40}", "DCM": r".{0,8}", "DCN": r".{0,8}",
    "DCO": r".{0,8}", "DCP": r".{0,60}", "DCQ": r".{0,60}", "DCR": r".{0,60}", "DCH": r".{0,8}",
}  # fmt: skip
#: only on cards of the standard of 2000
_OLD = {
    "DAA": r"[^\d]{1,60}(?:,\d[A-Z]{2})?", "DAB": _WORDS, "DAE": r"[A-Z0-9.]{0,6}", "DAF": _WORDS, "DAL": r".{0,60}",
    "DAM": r".{0,40}", "DAN": r"[^\d]{0,40}", "DAO": r"[A-Z]{2}", "DAP": r"\d{5}[\d -]{0,6}", "DAR": r"[A-Z0-9* ]{0,8}",
    "DAS": r"[A-Z0-9*/ ]{0,30}", "DAT": r"[A-Za-z0-9*/ -]{0,30}", "DAV": r"\d-?\d{1,2}|\d{2,3}", "DBE": r".{0,8}",
    "DBF": r"\d{1,2}", "DBH": r"[YN]", "DBI": r"[YN]", "DBJ": r"[A-Z0-9* -]{1,25}", "DBK": r"\d{9}", "DBL": _DATE,
}  # fmt: skip
_FREE = frozenset(_TEXTS) | {"DAA", "DAB", "DAF", "DAL", "DAM", "DAN"}
#: on few cards: not looked for, only taken where the values beside them need it
_RARE = frozenset(
    {"DBN", "DBG", "DBS", "DCE", "DCH", "DCI", "DCJ", "DCL", "DCM", "DCN", "DCO", "DCP", "DCQ", "DCR", "DAX"}
)
#: hardly ever empty
_FULL = frozenset({"DCS", "DAC", "DCT", "DAA", "DAB", "DAG", "DAL", "DAI", "DAN", "DAQ"})
#: how values look that nobody doubts; others are worth less
_LIKELY = dict.fromkeys(_FULL, ".") | {
    "DAG": r"(?i).*[A-Z]{2}",
    "DAH": r"(?i)$|NONE|UNAVL|#|\d|P\.? ?O|(?:APT|UNIT|STE|SUITE|LOT|SPC|BLDG|FL|RM|TRLR|BOX)\b",
}
#: what usually stands behind an element; a way that has it so is a little better than one that has not
_USUAL = {
    "DCS": {"DDE", "DAC", "DCT"}, "DDE": {"DAC", "DCT"}, "DAC": {"DDF", "DAD"}, "DDF": {"DAD"}, "DAD": {"DDG", "DCU"},
    "DAG": {"DAI", "DAH", "DAM"}, "DAH": {"DAI"}, "DAI": {"DAJ"}, "DAJ": {"DAK"},
}  # fmt: skip
#: optional, and likely letters of a name: these stand behind their street only
_BEHIND = {"DAH": "DAG", "DAM": "DAL"}
#: signs between two elements at most, ways kept at each place, elements in a run at most
_LONGEST, _WAYS, _MOST = 72, 12, 240


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to part the text up to a place: its worth, and its elements as (letters, where the value begins)."""

    worth: float
    used: tuple[tuple[str, int], ...]


class Splitter:
    """Parts a run of elements; `old` cards have more of them."""

    def __init__(self, old: bool) -> None:
        shapes = _TEXTS | _STRICT | (_OLD if old else {})
        self._shapes = {code: re.compile(shape) for code, shape in shapes.items()}
        self._any = re.compile(f"(?=({'|'.join(shapes)}))")

    def split(self, run: str, separator: str = "") -> dict[str, str]:
        """Elements and values of a run; with a `separator` an element begins only behind one."""
        starts = [(found.start(), found[1]) for found in self._any.finditer(run)]
        if separator:
            starts = [(at, code) for at, code in starts if at == 0 or run[at - 1] == separator]
        if not starts or len(starts) > _MOST:
            return {}
        best = self._best(run, starts, separator)
        if not best.used:
            return {}
        ends = [at - 3 for _, at in best.used[1:]] + [len(run)]
        found = {code: self._value(run[at:end], separator) for (code, at), end in zip(best.used, ends, strict=True)}
        return {code: value for code, value in found.items() if value}

    def _value(self, text: str, separator: str) -> str:
        return text.strip().strip(separator).strip() if separator else text.strip()

    def _best(self, run: str, starts: list[tuple[int, str]], separator: str) -> _Way:
        """Go from element to element, keeping the worthiest ways to each; the best that reaches the end."""
        ways: list[list[_Way]] = [[] for _ in starts]
        last = _Way(-1.0, ())
        for here, (at, code) in enumerate(starts):
            if not ways[here] and at < _LONGEST:
                ways[here].append(_Way(-at / 100, ((code, at + 3),)))
            for way in sorted(ways[here], key=lambda way: -way.worth)[:_WAYS]:
                last = max(last, self._ended(way, run, separator), key=lambda way: way.worth)
                self._onward(way, run, starts, here, ways, separator)
        return last

    def _onward(
        self, way: _Way, run: str, starts: list[tuple[int, str]], here: int, ways: list[list[_Way]], separator: str
    ) -> None:
        code, begin = way.used[-1]
        taken = {used for used, _ in way.used}
        for there in range(here + 1, len(starts)):
            at, next_code = starts[there]
            if at - begin > _LONGEST:
                break
            if at < begin or next_code in taken:
                continue
            worth = self._worth(code, self._value(run[begin:at], separator))
            worth += 0.2 if next_code in _USUAL.get(code, ()) else 0.0
            odd = 2.0 if next_code in _BEHIND and code != _BEHIND[next_code] else 0.0
            if not separator and code in _FREE and run[at - 1] == " ":
                odd += 0.5  # a word of a name or a street begins here, rather than an element
            ways[there].append(_Way(way.worth + worth - odd, (*way.used, (next_code, at + 3))))

    def _ended(self, way: _Way, run: str, separator: str) -> _Way:
        code, begin = way.used[-1]
        rest = len(run) - begin
        worth = self._worth(code, self._value(run[begin:], separator)) if rest <= _LONGEST else -rest / 20
        return _Way(way.worth + worth, way.used)

    def _worth(self, code: str, value: str) -> float:
        """What a value is worth as this element's: one when it has the shape, less than nothing when it has not."""
        if not self._shapes[code].fullmatch(value):
            return -4.0 if code in _FREE else -2.5
        if code in _RARE:
            return 0.0
        if code in value[3:] or value[-3:] in _FREE:  # it began too early or ended too late: GLE STDAIMIAMI, ELM STDAI
            return 0.8
        likely = _LIKELY.get(code)
        return 1.0 if likely is None or re.match(likely, value) else 0.3 if code in _FULL else -0.2
