"""Words of US street addresses in one short form (USPS Publication 28, appendices B and C2), for comparing two of them."""

import re

from app.patients.rules.folding import fold

#: long forms and others' short forms -> the postal service's abbreviation; what people really write, not all 200
_SHORT = {
    "alley": "aly", "annex": "anx", "avenue": "ave", "av": "ave", "aven": "ave", "avn": "ave", "bend": "bnd",
    "boulevard": "blvd", "boul": "blvd", "branch": "br", "bridge": "brg", "brook": "brk", "bypass": "byp",
    "canyon": "cyn", "center": "ctr", "centre": "ctr", "circle": "cir", "circ": "cir", "court": "ct", "courts": "cts",
    "cove": "cv", "creek": "crk", "crescent": "cres", "crossing": "xing", "drive": "dr", "drv": "dr", "estate": "est",
    "estates": "ests", "expressway": "expy", "extension": "ext", "fort": "ft", "freeway": "fwy", "garden": "gdn",
    "gardens": "gdns", "gateway": "gtwy", "glen": "gln", "green": "grn", "grove": "grv", "harbor": "hbr",
    "heights": "hts", "highway": "hwy", "highwy": "hwy", "hill": "hl", "hills": "hls", "hollow": "holw", "island": "is",
    "junction": "jct", "lake": "lk", "landing": "lndg", "lane": "ln", "manor": "mnr", "meadow": "mdw", "meadows": "mdws",
    "mill": "ml", "mount": "mt", "mountain": "mtn", "orchard": "orch", "parkway": "pkwy", "pkway": "pkwy", "pky": "pkwy",
    "place": "pl", "plaza": "plz", "point": "pt", "prairie": "pr", "ranch": "rnch", "ridge": "rdg", "river": "riv",
    "road": "rd", "route": "rte", "saint": "st", "shore": "shr", "spring": "spg", "springs": "spgs", "square": "sq",
    "station": "sta", "strt": "st", "street": "st", "str": "st", "summit": "smt", "terrace": "ter", "terr": "ter",
    "trail": "trl", "tunnel": "tunl", "turnpike": "tpke", "valley": "vly", "view": "vw", "village": "vlg", "vista": "vis",
    "way": "way",
    "apartment": "apt", "building": "bldg", "department": "dept", "floor": "fl", "number": "", "no": "", "room": "rm",
    "space": "spc", "suite": "ste", "trailer": "trlr", "unit": "unit", "lot": "lot",
    "north": "n", "south": "s", "east": "e", "west": "w", "northeast": "ne", "northwest": "nw", "southeast": "se",
    "southwest": "sw",
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th",
}  # fmt: skip
#: the abbreviations themselves
SHORT_WORDS = frozenset(_SHORT.values()) - {""}
#: words that begin a unit inside a building
_UNIT = (
    r"(?i)(?:^|[\s,])((?:apt|apartment|unit|ste|suite|lot|spc|space|rm|room|trlr|trailer|bldg|building|fl|floor|#)\.?"
    r"\s*#?\s*(?:[a-z]|(?=[\w-]*\d)[\w-]{1,8}))$"
)


def street_key(text: str) -> str:
    """A street in a form to compare: folded, every word in its short form, PO box in one way, no apartment word.

    "123 North Main Street, Apt. 4" and "123 N MAIN ST #4" have the same key.
    """
    boxed = re.sub(r"(?i)\bp\.?\s*o\.?\s*(?:box|b\.?)\b", "pobox", text)
    words = [_SHORT.get(word, word) for word in fold(boxed.replace("#", " ")).split()]
    return " ".join(word for word in words if word and word not in ("apt", "unit", "ste"))


def split_unit(line: str) -> tuple[str, str]:
    """The street and the unit behind it: "1234 Park St Lot 504" gives 1234 Park St and Lot 504; no unit, no second part."""
    found = re.search(_UNIT, line)
    if found is None or len(line[: found.start()].split()) < 2:
        return line.strip(), ""
    return line[: found.start()].strip(" ,"), found[1].strip()
