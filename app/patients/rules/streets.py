"""Words of US street addresses in one short form (USPS Publication 28, appendices B and C2), for comparing two of them."""

import re
import tomllib
from functools import cache

from app.core.paths import resource
from app.patients.rules.folding import fold

#: besides the table of streets.toml: words that few streets have, and numbers in letters
_FURTHER = {
    "annex": "anx", "bend": "bnd", "canyon": "cyn", "center": "ctr", "centre": "ctr", "creek": "crk", "extension": "ext",
    "fort": "ft", "glen": "gln", "mill": "ml", "mountain": "mtn", "orchard": "orch", "ranch": "rnch", "river": "riv",
    "shore": "shr", "spring": "spg", "springs": "spgs", "summit": "smt", "tunnel": "tunl", "vista": "vis",
    "department": "dept", "suite": "ste", "number": "", "no": "",
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th",
}  # fmt: skip
#: words that begin a unit inside a building
_UNIT = (
    r"(?i)(?:^|[\s,])((?:apt|apartment|unit|ste|suite|lot|spc|space|rm|room|trlr|trailer|bldg|building|fl|floor|#)\.?"
    r"\s*#?\s*(?:[a-z]|(?=[\w-]*\d)[\w-]{1,8}))$"
)


@cache
def short_forms() -> dict[str, str]:
    """Every word of an address that has a short form -> the short form; short forms stand for themselves."""
    pack = tomllib.loads(resource("rules", "streets.toml").read_text(encoding="utf-8"))
    rows = {short: words for part in ("street", "unit") for short, words in pack[part].items()}
    told = {word: short for short, words in rows.items() for word in (short, *words.split())}
    return {short: short for short in _FURTHER.values() if short} | _FURTHER | told


def street_key(text: str) -> str:
    """A street in a form to compare: folded, every word in its short form, PO box in one way, no apartment word.

    "123 North Main Street, Apt. 4" and "123 N MAIN ST #4" have the same key.
    """
    boxed = re.sub(r"(?i)\bp\.?\s*o\.?\s*(?:box|b\.?)\b", "pobox", text)
    short = short_forms()
    words = [short.get(word, word) for word in fold(boxed.replace("#", " ")).split()]
    return " ".join(word for word in words if word and word not in ("apt", "unit", "ste"))


def split_unit(line: str) -> tuple[str, str]:
    """The street and the unit behind it: "1234 Park St Lot 504" gives 1234 Park St and Lot 504; no unit, no second part."""
    found = re.search(_UNIT, line)
    if found is None or len(line[: found.start()].split()) < 2:
        return line.strip(), ""
    return line[: found.start()].strip(" ,"), found[1].strip()
