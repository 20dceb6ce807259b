"""Blocking keys: short texts under which two records of one person meet, so that nobody is compared with everybody.

How they are stored: every key of `blocking_keys` is one row (key, patient) of a table with an index on the key; a patient's
rows are written anew whenever the patient is. A new person's candidates are all patients who share a key with them, by
equality alone. No key is a prefix or a range, and the letter before the colon keeps the kinds apart.

    d:1971-0630      birth date, the smaller of day and month first: finds a swapped date, whatever the name has become
    n:nns+maria      sound of the last name + formal first name in alphabetical order: finds names the other way round,
                     Bob beside Robert, a wrong or missing birth date; one for each of two last names
    y:nns+m1971      sound of the last name + first letters + year: finds another spelling of the first name, a wrong day
    p:5550178        the last seven digits of a phone: the household, and a new area code
    e: s: m:         e-mail, social security number, member number, whole
    a:93291+512+ma   ZIP, house number, first letters: finds who changed last name and phone

At most ten a person. Among a million made-up people (names of the census of 1990 by their shares and a tail of rare ones,
phones in one area code, 60 ZIPs) a person has 5.5 keys, and their keys lead to 92 others at the median, 232 at the 95th of
100 people and 308 at the 99th. Largest are the names (the Smiths called James: 500); 1 January brings two initials along.
A key shared by more than `FULL` patients says nothing about any of them (a shelter's phone): a look-up passes over it, which
costs nothing in recall as long as the others are there.
"""

from typing import Final

from app.patients.rules.matching.facts import facts
from app.patients.rules.matching.traits import Traits

#: the most keys a person has
MOST_KEYS: Final = 10
#: the longest key, in code points
KEY_LENGTH: Final = 60
#: a key with more patients than this is passed over
FULL: Final = 200
_SOUNDS = str.maketrans({
    "b": "p", "f": "p", "v": "p", "w": "", "c": "k", "g": "k", "q": "k", "x": "k", "s": "k", "z": "k", "j": "k",
    "d": "t", "m": "n", "l": "r", "h": "", "a": "", "e": "", "i": "", "o": "", "u": "", "y": "",
})  # fmt: skip


def blocking_keys(one: Traits) -> tuple[str, ...]:
    """The keys of a record, each once, the strongest kinds first. None for a record that says nothing."""
    found = [
        *(f"s:{one.ssn}" for _ in one.ssn[4:5]),
        *(f"m:{one.member}" for _ in one.member[:1]),
        *(f"e:{one.email}" for _ in one.email[:1]),
        *(f"p:{phone[-7:]}" for phone in one.phones[:2]),
        *_birth_key(one),
        *_name_keys(one),
        *_year_key(one),
        *_home_key(one),
    ]
    return tuple(dict.fromkeys(key[:KEY_LENGTH] for key in found))[:MOST_KEYS]


def sound(name: str) -> str:
    """A name by its consonants, those that sound or look alike as one: up to four, vowels only where there is nothing else.

    Nunez, Nunes and Nuñes are one; so are Smith, Smyth and Schmidt.
    """
    bare = name.translate(_SOUNDS)
    run = "".join(sign for at, sign in enumerate(bare) if not at or sign != bare[at - 1])
    return run[:4] or name[:2]


def formal_name(given: str) -> str:
    """The formal name that a first name most likely stands for: robert for bob."""
    names = facts().formal.get(given)
    if not names or given in names:
        return given
    shares = facts().given_share
    return max(sorted(names), key=lambda name: shares.get(name, 0.0))


def _birth_key(one: Traits) -> list[str]:
    if len(one.birth) != 8:
        return []
    low, high = sorted((one.birth[4:6], one.birth[6:]))
    if low == high == "01":  # who knows no day is often written under New Year's
        return [f"d:{one.birth[:4]}-0101+{min(one.family[:1], one.given[:1])}"]
    return [f"d:{one.birth[:4]}-{low}{high}"]


def _name_keys(one: Traits) -> list[str]:
    if not one.family or not one.given:
        return []
    given, words = formal_name(one.given_words[0]), one.family_words
    lasts = dict.fromkeys((words[0], words[-1], *one.family_also[:1]))
    return ["n:" + "+".join(sorted((_short(last), _short(given)))) for last in list(lasts)[:2]]


def _short(name: str) -> str:
    """A name so that the order of the two does not show: its first letter and its sound."""
    return name[:1] + sound(name[1:]) if len(name) > 1 else name


def _year_key(one: Traits) -> list[str]:
    if not one.family or not one.given or not one.birth:
        return []
    return [f"y:{one.family[:1]}{sound(one.family)}+{formal_name(one.given_words[0])[:1]}{one.birth[:4]}"]


def _home_key(one: Traits) -> list[str]:
    if not (one.zip and one.number and one.given):
        return []
    return [f"a:{one.zip}+{one.number}+{formal_name(one.given_words[0])[:2]}"]
