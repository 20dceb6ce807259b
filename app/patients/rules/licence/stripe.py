"""The magnetic stripe of a licence, as a reader types it: `%CASACRAMENTO^DOE$JOHN$Q^12 OAK ST^?;6360…=YYMMCCYYMMDD?`.

Three tracks (AAMVA DL/ID Card Design Standard, Annex F; ISO/IEC 7811). The number of track 2 has its letters written as
figures, which nobody can undo without knowing the state's way, so it is not taken.
"""

import calendar
import re
from datetime import date

from app.core.errors import ClinicError
from app.core.text import tr
from app.patients.rules.codes import Sex
from app.patients.rules.licence.jurisdictions import ISSUERS, JURISDICTIONS
from app.patients.rules.licence.reading import may_be_born, read_date
from app.patients.rules.licence.value import Licence, Problem
from app.patients.rules.naming import natural_city, natural_name, natural_street
from app.patients.rules.places import PROVINCES, STATES
from app.patients.rules.streets import split_unit

#: the longest city; a longer one has no sign behind it
_CITY = 13
_FIRST = r"%([A-Z]{2})([A-Z][^?%;]{3,80})\?"
_SECOND = rf";((?:{'|'.join(ISSUERS)})\d\d)\d{{0,13}}=(\d\d)(\d\d)=?(\d{{8}})?[\d=]*\?"
_THIRD = r"[%#+][^?;^]{0,4}?\s*(\d{5})(\d{4})?\s[^?;]*?(?:([12MF])\d{3}\d{0,3}[A-Z]{0,6}\s*)?\?"


def is_stripe(text: str) -> bool:
    """Whether this is what a reader types of a licence's stripe: its first or its second track."""
    shown = text[:400].upper()
    first = re.search(_FIRST, shown)
    known = first is not None and (first[1] in STATES or first[1] in PROVINCES) and "^" in first[2]
    return known or re.search(_SECOND, shown) is not None


def read_stripe(text: str, today: date | None) -> Licence:
    """What a licence's magnetic stripe says. Raises ClinicError when it is none, or nothing of it could be read."""
    shown = text[:400].upper()
    first, second = re.search(_FIRST, shown), re.search(_SECOND, shown)
    behind = second or first
    third = re.search(_THIRD, shown[behind.end() :]) if behind else None
    state, (city, name, street) = (first[1], _first_track(first[2])) if first else ("", ("", [""], ""))
    if not is_stripe(text) or not name[0]:
        raise ClinicError(
            "The magnetic stripe could not be read.", next_step="Scan the wide barcode on the back of the card instead."
        )
    family, given, middle, suffix = (*name, "", "", "", "")[:4]
    line, unit = split_unit(natural_street(street))
    born, expires, problems = _dates(second, today)
    return Licence(
        family=natural_name(family),
        given=natural_name(given, given=True),
        middle=natural_name(middle, given=True),
        suffix=suffix.strip(),
        birth_date=born,
        sex={"1": Sex.MALE, "M": Sex.MALE, "2": Sex.FEMALE, "F": Sex.FEMALE}.get(
            (third and third[3]) or "", Sex.UNKNOWN
        ),
        address_line=line,
        address_unit=unit,
        city=natural_city(city),
        state=state,
        postal_code="-".join(part for part in third.groups()[:2] if part and part.strip("0")) if third else "",
        country="CA" if state in PROVINCES else "US",
        expires_on=expires,
        iin=second[1] if second else "",
        jurisdiction=JURISDICTIONS.get(second[1], state) if second else state,
        problems=(*problems, Problem("number", tr("The stripe does not hold the number as it is printed. Type it."))),
    )


def _first_track(rest: str) -> tuple[str, list[str], str]:
    """City, the parts of the name, and the street; a city of 13 letters is followed by the name at once."""
    city, _, behind = rest.partition("^")
    if len(city) > _CITY:
        city, behind = rest[:_CITY], rest[_CITY:]
    name, _, street = behind.partition("^")
    return city.strip(), [part.strip() for part in name.split("$")], street.partition("^")[0].strip(" $")


def _dates(track: re.Match[str] | None, today: date | None) -> tuple[date | None, date | None, list[Problem]]:
    """Birth date and last day of the second track; the last day of a month where only the month is told."""
    if track is None:
        return None, None, [Problem("birth_date", tr("The card gave no birth date."))]
    born = read_date(track[4] or "")
    if born is not None and not may_be_born(born, today):
        born = None
    problems = [] if born else [Problem("birth_date", tr("The card gave no birth date."))]
    year, month = 2000 + int(track[2]), int(track[3])
    expires = date(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None
    return born, expires, problems
