"""A licence read: every element checked for itself, so that one that is damaged costs no other."""

import re
from collections.abc import Callable
from datetime import date

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.dates import show_date
from app.patients.rules.codes import IdentityKind, Sex
from app.patients.rules.licence.jurisdictions import JURISDICTIONS, MEXICO
from app.patients.rules.licence.value import Licence, Problem
from app.patients.rules.licence.wedge import MOST_SIGNS, Card, cards
from app.patients.rules.naming import SUFFIXES, natural_city, natural_name, natural_street, natural_suffix, split_name
from app.patients.rules.people import LIMITS, OLDEST
from app.patients.rules.places import PROVINCES, STATES
from app.patients.rules.streets import split_unit
from app.patients.rules.writing import clean

#: what is written where there is nothing (AAMVA Annex D.12.4 and habits)
_FILLERS = frozenset({"", "NONE", "UNAVL", "UNAVAIL", "UNAVAILABLE", "N/A"})
_NO_DATE = frozenset({"00000000", "99999999", "88888888"})
_SEXES = {
    "1": Sex.MALE, "M": Sex.MALE, "2": Sex.FEMALE, "F": Sex.FEMALE, "X": Sex.OTHER, "9": Sex.UNKNOWN, "0": Sex.UNKNOWN,
}  # fmt: skip
_COUNTRIES = {"USA": "US", "US": "US", "CAN": "CA", "CA": "CA", "CDN": "CA", "MEX": "MX", "MX": "MX"}
_TRUNCATED = {"DDE": "family", "DDF": "given", "DDG": "middle"}


def read_licence(text: str, today: date | None) -> Licence:
    """The licence in what a scanner typed. Raises ClinicError when there is none, or two different ones.

    A card scanned twice counts once. What is missing or damaged is told by `problems`. A birth date has to lie before
    `today`, and not longer before it than people live; without a day that is not asked.
    """
    if len(text) > MOST_SIGNS:
        raise ClinicError("This is more than a card holds.", next_step="Empty the field and scan the card once.")
    found = [_Reader(card, today).licence() for card in cards(text)]
    best = max(found, key=lambda licence: licence.filled, default=None)
    if best is None or not best.filled:
        raise ClinicError(
            "This is no driver's license.", next_step="Scan the wide barcode on the back, or type what it says."
        )
    if len({licence.number for licence in found if licence.number}) > 1:
        raise ClinicError("Two different cards were scanned.", next_step="Empty the field and scan one card.")
    return best


class _Reader:
    """Takes one card's elements over; collects what was wrong."""

    def __init__(self, card: Card, today: date | None) -> None:
        self.card, self.today, self.problems = card, today, list[Problem]()

    def licence(self) -> Licence:
        family, given, middle, suffix = self._names()
        line, unit = self._street()
        born = self._birth()
        issued, expires = self._valid()
        number = self._number()
        self._tell_missing(family=family, birth_date=born, number=number)
        return Licence(
            kind=IdentityKind.STATE_ID if self.card.kind == "ID" else IdentityKind.LICENSE,
            family=family,
            given=given,
            middle=middle,
            suffix=suffix,
            birth_date=born,
            sex=self._sex(),
            address_line=line,
            address_unit=unit,
            city=self._text("city", natural_city, "DAI", "DAN"),
            state=self._state(),
            postal_code=self._zip(),
            country=self._country(),
            number=number,
            issued_on=issued,
            expires_on=expires,
            under_18_until=self._date("DDH"),
            under_19_until=self._date("DDI"),
            under_21_until=self._date("DDJ"),
            real_id={"F": True, "N": False}.get(self._raw("DDA")),
            jurisdiction=JURISDICTIONS.get(self.card.iin, ""),
            iin=self.card.iin,
            version=self.card.version,
            truncated=self._truncated(),
            problems=tuple(self.problems),
        )

    # --------------------------------------------------------------------------------------------------- elements

    def _raw(self, *codes: str) -> str:
        """The first of these elements that holds something."""
        values = (" ".join(self.card.elements.get(code, "").split()) for code in codes)
        return next((value for value in values if value.upper() not in _FILLERS), "")

    def _tell(self, field: str, words: str) -> None:
        self.problems.append(Problem(field, words))

    def _text(self, field: str, write: Callable[[str], str], *codes: str) -> str:
        return self._cleaned(field, write(self._raw(*codes)))

    def _cleaned(self, field: str, text: str) -> str:
        """A text as it may be stored; one that may not is told and left out."""
        try:
            return clean(text, field, LIMITS[field])
        except ClinicError as why:
            self._tell(field, str(why))
            return ""

    # ------------------------------------------------------------------------------------------------------ names

    def _names(self) -> tuple[str, str, str, str]:
        family, given, middle, suffix = self._parts()
        words = family.split()
        if not suffix and len(words) > 1 and words[-1].strip(".").lower() in SUFFIXES and len(words[-1]) > 1:
            family, suffix = " ".join(words[:-1]).rstrip(","), words[-1]
        return (
            self._cleaned("family", natural_name(family)),
            self._cleaned("given", natural_name(given, given=True)),
            self._cleaned("middle", natural_name(middle, given=True)),
            self._cleaned("suffix", natural_suffix(suffix)),
        )

    def _parts(self) -> tuple[str, str, str, str]:
        """Family, given, middle names and suffix as written; cards of 2000 have one element for the whole name."""
        elements = self.card.elements
        family = elements.get("DCS") or elements.get("DAB") or ""
        if not family and (whole := self._raw("DAA")):
            return self._whole_name(whole)
        given, middle = self._raw("DAC"), self._raw("DAD")
        if not given:
            given, rest = _first_and_rest(self._raw("DCT"))
            middle = middle or rest
        return " ".join(family.replace(",", " ").split()), _spaced(given), _spaced(middle), self._raw("DCU", "DAE")

    def _whole_name(self, whole: str) -> tuple[str, str, str, str]:
        parts = [part.strip() for part in re.split(r"[,$@;]", whole)]
        if len(parts) == 1:  # Pennsylvania wrote the first name first, others the last; nothing on the card tells
            self._tell("family", tr("The card does not part first and last name. Check the names."))
            name = split_name(whole)
            return name.family, name.given, name.middle, name.suffix
        family, given, middle, suffix, *_ = [*parts, "", "", ""]
        if not middle:
            given, middle = _first_and_rest(given)
        if not suffix and natural_suffix(middle) in SUFFIXES.values() and len(middle) > 1:
            middle, suffix = "", middle
        return family, given, middle, suffix

    def _truncated(self) -> frozenset[str]:
        found = frozenset(field for code, field in _TRUNCATED.items() if self._raw(code).upper() == "T")
        for field in sorted(found):
            self._tell(field, tr("The card has no room for the whole name."))
        return found

    # ---------------------------------------------------------------------------------------------------- address

    def _street(self) -> tuple[str, str]:
        first, second = natural_street(self._raw("DAG", "DAL")), natural_street(self._raw("DAH", "DAM"))
        if not second:
            first, second = split_unit(first)
        elif not split_unit(f"0 x {second}")[1]:
            first, second = f"{first}, {second}".strip(", "), ""
        return self._cleaned("address_line", first), self._cleaned("address_unit", second)

    def _state(self) -> str:
        state = self._raw("DAJ", "DAO").upper()
        if not state or state in STATES or state in PROVINCES:
            return state
        self._tell("state", tr("The state on the card cannot be read ({text}).", text=state[:20]))
        return ""

    def _zip(self) -> str:
        text = self._raw("DAK", "DAP").upper()
        digits, letters = re.sub(r"[\s-]", "", text), re.sub(r"\s", "", text)
        if re.fullmatch(r"[A-Z]\d[A-Z]\d[A-Z]\d", letters):
            return f"{letters[:3]} {letters[3:]}"
        if not digits.strip("0"):
            return ""
        if digits.isascii() and digits.isdecimal() and (len(digits) == 5 or len(digits) == 9):
            whole = len(digits) == 9 and digits[5:] not in ("0000", "9999")
            return f"{digits[:5]}-{digits[5:]}" if whole else digits[:5]
        if re.fullmatch(r"\d{5}0{1,6}", digits):  # padded with too few or too many zeros
            return digits[:5]
        self._tell("postal_code", tr("The ZIP on the card cannot be read ({text}).", text=text[:20]))
        return ""

    def _country(self) -> str:
        told = _COUNTRIES.get(self._raw("DCG").upper(), "")
        place = JURISDICTIONS.get(self.card.iin, "") or self._raw("DAJ").upper()
        if told or not place:
            return told
        return "MX" if place in MEXICO else "CA" if place in PROVINCES else "US"

    # ------------------------------------------------------------------------------------------- dates and number

    def _date(self, code: str) -> date | None:
        return read_date(self._raw(code))

    def _told_date(self, code: str, field: str, sentence: str) -> date | None:
        """A date; one that is there and cannot be read is told in the sentence."""
        text = self._raw(code)
        if not text or text in _NO_DATE:
            return None
        found = read_date(text)
        if found is None:
            self._tell(field, sentence)
        return found

    def _birth(self) -> date | None:
        text = self._raw("DBB")[:20]
        born = self._told_date(
            "DBB", "birth_date", tr("The birth date on the card cannot be read ({text}).", text=text)
        )
        if born is not None and not may_be_born(born, self.today):
            self._tell("birth_date", tr("The birth date on the card cannot be true ({date}).", date=show_date(born)))
            return None
        return born

    def _valid(self) -> tuple[date | None, date | None]:
        """The days of issue and of expiry; an end before the beginning is no end."""
        issued = self._told_date("DBD", "issued_on", tr("The day of issue on the card cannot be read."))
        expires = self._told_date("DBA", "expires_on", tr("The card's last day cannot be read."))
        if issued and expires and expires < issued:
            self._tell("expires_on", tr("The card ends before it begins. Check its last day."))
            return issued, None
        return issued, expires

    def _sex(self) -> Sex:
        text = self._raw("DBC").upper()
        if text and text not in _SEXES:
            self._tell("sex", tr("The sex on the card cannot be read ({text}).", text=text[:20]))
        return _SEXES.get(text, Sex.UNKNOWN)

    def _number(self) -> str:
        text = self._raw("DAQ", "DBJ").upper()
        if len(text) > 25 or not re.fullmatch(r"[A-Z0-9*./ -]*", text):
            self._tell("number", tr("The number on the card cannot be read ({text}).", text=text[:40]))
            return ""
        return text

    def _tell_missing(self, **fields: object) -> None:
        """Say for each of these fields that it was not there, and for the whole scan that it stopped early."""
        told = {problem.field for problem in self.problems}
        gone = [field for field, value in fields.items() if not value and field not in told]
        words = {
            "family": tr("The card gave no last name."),
            "birth_date": tr("The card gave no birth date."),
            "number": tr("The card gave no number."),
        }
        self.problems += [Problem(field, words[field]) for field in gone]
        if self.card.stopped:
            self._tell("", tr("The scan stopped early. Scan the card once more."))


def may_be_born(born: date, today: date | None) -> bool:
    """Whether somebody living can be born on a day."""
    return today is None or (born <= today and today.year - born.year <= OLDEST)


def _spaced(names: str) -> str:
    return " ".join(names.replace(",", " ").split())


def _first_and_rest(names: str) -> tuple[str, str]:
    """Given names at their comma, or before a single letter: JUSTIN,WILLIAM and MARY S; MARIA ELENA stays whole."""
    first, comma, rest = names.partition(",")
    if comma:
        return first.strip(), _spaced(rest)
    words = names.split()
    return (" ".join(words[:-1]), words[-1]) if len(words) > 1 and len(words[-1].strip(".")) == 1 else (names, "")


def read_date(text: str) -> date | None:
    """A date of a card, or None: MMDDCCYY in the United States, CCYYMMDD in Canada and on cards of 2000.

    No month is 18 or more and no year begins with less, so the first two digits tell the order on every card, also on
    those whose country or version says the other.
    """
    digits = re.sub(r"[-/. ]", "", text)
    if len(digits) != 8 or not (digits.isascii() and digits.isdecimal()):
        return None
    year_first = digits[:2] in ("18", "19", "20", "21")
    parts = (digits[:4], digits[4:6], digits[6:]) if year_first else (digits[4:], digits[:2], digits[2:4])
    try:
        found = date(*map(int, parts))
    except ValueError:
        return None
    return found if 1800 <= found.year < 2200 else None
