"""Places of the United States offline: what a ZIP says about city and state, and the states by their two letters."""

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt

from app.core.paths import resource

#: USPS codes of states, the federal district, territories, free associated states and military mail
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "AS": "American Samoa", "GU": "Guam", "MP": "Northern Mariana Islands", "PR": "Puerto Rico",
    "VI": "U.S. Virgin Islands", "FM": "Micronesia", "MH": "Marshall Islands", "PW": "Palau",
    "AA": "Armed Forces Americas", "AE": "Armed Forces Europe", "AP": "Armed Forces Pacific",
}  # fmt: skip
#: Canada Post codes of provinces and territories
PROVINCES = {
    "AB": "Alberta", "BC": "British Columbia", "MB": "Manitoba", "NB": "New Brunswick",
    "NL": "Newfoundland and Labrador", "NS": "Nova Scotia", "NT": "Northwest Territories", "NU": "Nunavut",
    "ON": "Ontario", "PE": "Prince Edward Island", "QC": "Quebec", "SK": "Saskatchewan", "YT": "Yukon",
}  # fmt: skip
_BY_NAME = {name.replace(".", "").casefold(): code for code, name in (PROVINCES | STATES).items()}


@dataclass(frozen=True, slots=True)
class ZipPlace:
    """A city that a ZIP may stand for, and its state's two letters."""

    city: str
    state: str


def zip_places(zip_code: str) -> tuple[ZipPlace, ...]:
    """The cities of a ZIP, the postal service's usual one first; none for a ZIP that is not in use.

    Takes ZIP and ZIP+4. The table (0.9 MB, see build/zips.py) is unpacked at the first question, in some milliseconds.
    """
    head = zip_code.strip()[:5]
    if len(head) != 5 or not (head.isascii() and head.isdecimal()):
        return ()
    table = _table()
    start = table.find(b"\n" + head.encode())
    if start < 0:
        return ()
    state, *cities = table[start + 6 : table.index(b"\n", start + 1)].decode().split("|")
    return tuple(ZipPlace(city, state) for city in cities)


def zip_place(zip_code: str) -> ZipPlace | None:
    """The usual city and state of a ZIP, or None."""
    return next(iter(zip_places(zip_code)), None)


#: the mean radius of the earth, in miles
EARTH = 3958.8


def miles_between(one: str, other: str) -> int | None:
    """Whole miles as the crow flies between the middles of two ZIPs: "about 6 miles"; None where one is not known.

    The haversine formula; a middle is known to two thirds of a mile.
    """
    here, there = _middle(one), _middle(other)
    if here is None or there is None:
        return None
    (north, east), (to_north, to_east) = here, there
    up, along = sin((to_north - north) / 2), sin((to_east - east) / 2)
    return round(2 * EARTH * asin(sqrt(up * up + cos(north) * cos(to_north) * along * along)))


def _middle(zip_code: str) -> tuple[float, float] | None:
    """Latitude and longitude in radians, or None."""
    head = zip_code.strip()[:5]
    if len(head) != 5 or not (head.isascii() and head.isdecimal()):
        return None
    north, east = struct.unpack_from("<hh", _middles(), 4 * int(head))
    return (radians(north / 100), radians(east / 100)) if north or east else None


@cache
def _middles() -> bytes:
    """Two numbers for each of the 100,000 ZIPs there could be; see build/zips.py. Unpacked at the first question."""
    return zlib.decompress(resource("places", "middles.z").read_bytes())


@cache
def _table() -> bytes:
    """Lines like 11937NY|East Hampton|E Hampton, each after a line break, in order."""
    return zlib.decompress(resource("places", "zips.txt.z").read_bytes())


def state_code(text: str) -> str:
    """The two letters of a US state or territory or a Canadian province, given its letters or its name; "" for others."""
    bare = " ".join(text.replace(".", "").split())
    if bare.upper() in STATES or bare.upper() in PROVINCES:
        return bare.upper()
    return _BY_NAME.get(bare.casefold(), "")
