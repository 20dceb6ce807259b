"""Names and addresses that machines write in capitals, in the case people write them; a whole name taken apart."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.patients.rules.streets import short_forms

#: particles of last names that are written small (Spanish, Portuguese, German, Dutch use in the United States)
_SMALL = frozenset({"de", "del", "da", "das", "do", "dos", "y", "e", "von", "zu", "bin", "bint", "ibn"})
#: small only behind another particle: de la, van der; alone they are names: La Rosa, Van Dyke
_SMALL_BEHIND = frozenset({"la", "las", "los", "lo", "el", "der", "den", "dem", "het", "ten"})
_LEADING = _SMALL | _SMALL_BEHIND | {"van"}
#: what belongs to the last name behind it when a whole name is taken apart; with a capital only these
_PARTICLES = _SMALL | _SMALL_BEHIND | {"van", "di", "della", "le", "du", "al", "abu"}
_PARTICLES_LARGE = frozenset({"de", "del", "da", "dos", "la", "los", "las", "van", "von", "di", "st", "ste", "santa"})
#: behind these everything is the last name: von Bergen Wessels
_TAKING = frozenset({"von", "van", "zu"})
#: names with Mac as a prefix; others with those letters (Macias, Machado, Mackey) have none. Our own list.
_MAC = frozenset({
    "allister", "arthur", "askill", "aulay", "beth", "bride", "callum", "cormack", "diarmid", "donald", "donnell",
    "dougall", "dowell", "duff", "fadden", "farlane", "farland", "gillivray", "gowan", "gregor", "innes", "innis",
    "intosh", "intyre", "isaac", "iver", "kinnon", "lachlan", "laren", "laughlin", "lean", "lellan", "leod", "manus",
    "millan", "murray", "nab", "namara", "naughton", "neil", "neill", "phail", "pherson", "quarrie", "queen", "rae",
    "ritchie", "sween", "taggart", "tavish", "vicar", "vittie",
})  # fmt: skip
#: words behind a name (AAMVA DCU and what people write), in the form they are shown in
SUFFIXES = {
    "jr": "Jr.", "junior": "Jr.", "sr": "Sr.", "senior": "Sr.", "i": "I", "ii": "II", "iii": "III", "iv": "IV", "v": "V",
    "vi": "VI", "vii": "VII", "viii": "VIII", "ix": "IX", "1st": "I", "2nd": "II", "3rd": "III", "4th": "IV", "5th": "V",
    "esq": "Esq.",
}  # fmt: skip
_DEGREES = frozenset({
    "md", "do", "dds", "dmd", "dpt", "dvm", "pt", "phd", "rn", "np", "pa", "jd", "cpa", "mba", "mp", "qc", "clu", "cfp",
    "lutc", "facs", "pharmd", "lcsw", "pe",
})  # fmt: skip
_TITLES = frozenset({
    "dr", "mr", "mrs", "ms", "miss", "mx", "prof", "rev", "fr", "sister", "hon", "judge", "capt", "col", "gen", "lt",
    "maj", "sgt", "sra", "sr", "srta",
})  # fmt: skip
_ROMAN = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX"})
_COMPASS = frozenset({"N", "S", "E", "W", "NE", "NW", "SE", "SW", "PO", "RR", "HC", "US"})
#: parts of a word between these signs are written like words of their own
_INNER = re.compile(r"([-‐‑./&])")
_APOSTROPHES = "'’ʼ‘`"


def natural_name(text: str, *, given: bool = False) -> str:
    """A name as people write it: "DE LA CRUZ" de la Cruz, "MCDONALD-O'NEIL" McDonald-O'Neil, "SMITH III" Smith III.

    Words that have capitals and small letters where one expects them stay as they are; doing it twice changes nothing.
    `given` names begin with a capital, whatever their first word is.
    """
    words = text.split()
    return " ".join(
        low if (low := _small(words, at, given=given)) else _name_word(word, behind=at > 0, last=at == len(words) - 1)
        for at, word in enumerate(words)
    )


def _small(words: list[str], at: int, *, given: bool) -> str:
    """The particle at a place in small letters; nothing when it is none, or a name of its own."""
    word, low = words[at], words[at].lower()
    if word not in (low, word.upper()) or at == len(words) - 1 or (given and (at == 0 or len(word) == 1)):
        return ""
    leads = low in _SMALL and not (len(word) == 1 and at == 0)
    follows = low in _SMALL_BEHIND and at > 0 and words[at - 1].lower() in _LEADING
    return low if leads or follows else ""


def _name_word(word: str, *, behind: bool, last: bool) -> str:
    if behind and last and word.upper() in _ROMAN:
        return word.upper()
    return _each(word, _capital)


def _each(word: str, write: Callable[[str], str]) -> str:
    return "".join(part if _INNER.fullmatch(part) else write(part) for part in _INNER.split(word))


def _capital(part: str) -> str:
    """One part of a word with its capital; McDONALD and DeSHAWN show by their small letters where a prefix ends."""
    if _well_cased(part):
        return part
    mixed = part != part.lower() and part != part.upper()
    pieces = re.findall(r"[A-Z]?[^A-Z]*[a-z](?=[A-Z])|.+", part) if mixed and part[0].isupper() else [part]
    return "".join(_prefixed(piece.lower()) for piece in pieces)


def _well_cased(part: str) -> bool:
    """A capital first, small letters among what follows, and no two capitals side by side."""
    return part[:1].isupper() and any(map(str.islower, part)) and not re.search(r"[^\W\d_a-z][^\W\d_a-z]", _ascii(part))


def _ascii(part: str) -> str:
    """The part with every small letter as a and every capital as A, so that one pattern serves all scripts."""
    return "".join("a" if sign.islower() else "A" if sign.isupper() else sign for sign in part)


def _prefixed(low: str) -> str:
    for at, sign in enumerate(low[:3]):
        if sign in _APOSTROPHES and at and len(low) > at + 2:  # O'Neil, D'Angelo, De'Andre; not Kids'
            return _first(low[:at]) + sign + _prefixed(low[at + 1 :])
    if low.startswith("mc") and len(low) > 3:
        return "Mc" + _first(low[2:])
    if low.startswith("mac") and low[3:] in _MAC:
        return "Mac" + _first(low[3:])
    return _first(low)


def _first(low: str) -> str:
    return low[:1].title() + low[1:]  # ß and ﬁ are two letters in capitals


def natural_suffix(text: str) -> str:
    """A suffix in its usual form: "JR" Jr., "3RD" III; one that is not known as it was written."""
    bare = text.strip(" .,").lower()
    return SUFFIXES.get(bare, text.strip(" ,"))


def natural_street(text: str) -> str:
    """A street as people write it: "789 NW 20TH ST APT 4B" 789 NW 20th St Apt 4B."""
    return " ".join(_street_word(word) for word in text.split())


def _street_word(word: str) -> str:
    bare = word.strip(".,#").upper()
    if word not in (word.upper(), word.lower()):
        return word
    if re.search(r"\d", word):
        return word.lower() if re.fullmatch(r"\d+(?:st|nd|rd|th)[.,]?", word.lower()) else word.upper()
    spoken = re.search(r"[AEIOUY]", bare) or bare.lower() in short_forms() or len(bare) > 3
    return _each(word, _capital) if spoken and bare not in _COMPASS and len(bare) > 1 else word.upper()


def natural_city(text: str) -> str:
    """A city as people write it: "ST LOUIS" St Louis, "MCALLEN" McAllen, "FOND DU LAC" Fond du Lac."""
    words = text.split()
    small = {"of", "the", "and", "du", "de", "la", "del", "on"}
    return " ".join(
        word.lower()
        if at and at < len(words) - 1 and word.lower() in small and len(words) > 2
        else _each(word, _capital)
        for at, word in enumerate(words)
    )


# ------------------------------------------------------------------------------------------------------ a whole name


@dataclass(frozen=True, slots=True)
class NameParts:
    """A whole name taken apart; `title` and `nickname` have no field of their own in a registration."""

    family: str = ""
    given: str = ""
    middle: str = ""
    suffix: str = ""
    title: str = ""
    nickname: str = ""


def split_name(text: str) -> NameParts:
    """Take "Dr. Juan Q. de la Vega III", "de la Vega, Juan" or "Doe, John A., Jr." apart, as written.

    Without a comma the last word, with the particles before it, is the last name. A word alone is a last name.
    """
    rest, nickname = _nickname(text)
    before, *behind = [part.strip() for part in rest.split(",")]
    pieces = [part for part in behind if part]
    if pieces and not all(map(_is_suffix, " ".join(pieces).split())):
        return _family_first(before, pieces, nickname)
    words, title = _take_titles(before.split())
    words, suffixes = _take_suffixes(words)
    given, family = _cut(words)
    return _parts(family, given, [*suffixes, *pieces], title, nickname)


def _family_first(family: str, pieces: list[str], nickname: str) -> NameParts:
    """Everything before the first comma is the last name; a piece of suffixes alone may stand anywhere behind."""
    first = next(at for at, piece in enumerate(pieces) if not all(map(_is_suffix, piece.split())))
    words, title = _take_titles(pieces.pop(first).split())
    words, suffixes = _take_suffixes(words)
    kept, of_family = _take_suffixes(family.split())
    return _parts(kept, words, [*of_family, *suffixes, *pieces], title, nickname)


def _parts(family: list[str], given: list[str], suffixes: list[str], title: list[str], nickname: str) -> NameParts:
    return NameParts(
        " ".join(family), " ".join(given[:1]), " ".join(given[1:]), ", ".join(suffixes), " ".join(title), nickname
    )


def _nickname(text: str) -> tuple[str, str]:
    """The text without what stands in quotes or brackets, and what stood there."""
    found = re.search(r"[\"“(]([^\"”()]*)[\"”)]", text)
    if found is None:
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}", found[1].strip()


def _take_titles(words: list[str]) -> tuple[list[str], list[str]]:
    cut = 0
    while cut < len(words) - 1 and words[cut].strip(".").lower() in _TITLES:
        cut += 1
    return words[cut:], words[:cut]


def _take_suffixes(words: list[str]) -> tuple[list[str], list[str]]:
    """Suffixes at the end, never the first word, and no single letter that may be an initial but I behind three words."""
    cut = len(words)
    while cut > 1 and _is_suffix(words[cut - 1]) and (len(words[cut - 1].strip(".,")) > 1 or cut > 3):
        cut -= 1
    return words[:cut], [word.strip(",") for word in words[cut:]]


def _is_suffix(word: str) -> bool:
    bare = word.strip(".,").replace(".", "").lower()
    return bare in SUFFIXES or bare in _DEGREES


def _cut(words: list[str]) -> tuple[list[str], list[str]]:
    """Given and last names: the last word, the particles before it, and pairs joined by "y"."""
    if len(words) <= 1:
        return [], words
    taking = next((at for at, word in enumerate(words[1:-1], 1) if word in _TAKING), 0)
    if taking:
        return words[:taking], words[taking:]
    start = len(words) - 1
    while start > 1 and _belongs(words, start):
        start -= 1
    return words[:start], words[start:]


def _belongs(words: list[str], start: int) -> bool:
    """Whether the word before `start` is still the last name's."""
    word, low = words[start - 1], words[start - 1].strip(".").lower()
    if low in ("y", "e"):
        return start > 2
    return (low in _PARTICLES and word == low) or low in _PARTICLES_LARGE or words[start].lower() in ("y", "e")
