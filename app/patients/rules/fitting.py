"""How well somebody's names fit the words of a search, and what to say about it."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

from app.core.text import tr
from app.patients.rules.asking import Placed
from app.patients.rules.calling import is_long, pieces_of, words_of
from app.patients.rules.codes import Matched, NameUse
from app.patients.rules.details import OtherName


class Why(NamedTuple):
    """One reason why somebody was found: `said` is what was typed, `meant` what stands in the record."""

    code: Matched
    said: str = ""
    meant: str = ""


class Level(IntEnum):
    """How a typed word goes together with a name's."""

    BEGINS = 0
    NICKNAME = 1
    SIMILAR = 2


class Called(NamedTuple):
    """All names of one person, as registered."""

    family: str
    given: str
    middle: str = ""
    preferred: str = ""
    others: Sequence[OtherName] = ()


#: one word of a name: which name it is of, whether a last name, and what to say when it fits
_Word = tuple[str, Matched, bool, str]


class _Laid(NamedTuple):
    """A typed word on a name's: how it goes with it, whether it is only its beginning; the best compares as the least."""

    level: Level
    part: bool
    further: bool
    at: int
    word: _Word


class Fit(NamedTuple):
    """How well a name fits: the typed words, each laid on a word of the names."""

    typed: Sequence[str]
    laid: Sequence[_Laid]

    @property
    def order(self) -> tuple[int, int, bool]:
        """For sorting, the best first: as typed before nicknames before slips, whole words before beginnings, main name first."""
        return _cost(self.laid)

    @property
    def whys(self) -> tuple[Why, ...]:
        """What to say about it."""
        return tuple(_whys(self.typed, self.laid))


#: typed word -> words it may stand for, by the way it does
Alike = Mapping[str, Mapping[str, Level]]
#: ways to lay the typed words that are looked at; a name of many like words has more than anybody wants to know
MOST_TRIED = 200
_USES = {NameUse.NICKNAME: Matched.PREFERRED}
_BY_LEVEL = {Level.NICKNAME: Matched.NICKNAME, Level.SIMILAR: Matched.SIMILAR}
_NONE: Mapping[str, Level] = {}


def fit(placed: Placed, called: Called, alike: Alike) -> Fit | None:
    """The best way to lay each typed word, with its place, on another word of the names; None when one has none.

    A typed word fits a word that begins with it, or one that `alike` gives for it.
    """
    words = _words(called, initials=len(placed) > 2)
    if len(placed) > len(words):
        return None
    choices = []
    for typed, place in placed:
        choice = _choices(typed, place, words, alike.get(typed, _NONE))
        if not choice:
            return None
        choices.append(choice)
    best = _best(choices)
    return None if best is None else Fit([word for word, _ in placed], best)


def _choices(typed: str, family: bool | None, words: Sequence[_Word], alike: Mapping[str, Level]) -> list[_Laid]:
    """The words that a typed one goes with, the best first; `family` asks for last names (True) or others (False)."""
    found, long = [], is_long(typed)
    for at, one in enumerate(words):
        word, code, of_family, _ = one
        if family is not None and family is not of_family:
            continue
        if word.startswith(typed):
            found.append(_Laid(Level.BEGINS, word != typed or not long, code is not Matched.NAME, at, one))
        elif word in alike:
            found.append(_Laid(alike[word], False, code is not Matched.NAME, at, one))
    if len(found) > 1:
        found.sort(key=_laid_order)
    return found


def _laid_order(laid: _Laid) -> tuple[Level, bool, bool]:
    return laid[:3]


def _best(choices: Sequence[Sequence[_Laid]]) -> Sequence[_Laid] | None:
    """The best laying. Where each word's own best goes beside the others', as typed, there is no better."""
    first = [choice[0] for choice in choices]
    if len({one.at for one in first}) == len(first) and all(one.level is Level.BEGINS for one in first):
        return first
    return min(islice(_layings(choices, ()), MOST_TRIED), key=_cost, default=None)


def _words(called: Called, *, initials: bool) -> list[_Word]:
    """Every word, the main name's first. The initial of a middle name counts only beside two other words.

    A further word that the main name has as well is no second place to lay a typed word on.
    """
    family, given = called.family, called.given
    kept = [(word, Matched.NAME, True, family) for word in words_of(family)]
    kept += [(word, Matched.NAME, False, given) for word in words_of(given)]
    for one in _further(called, initials=initials):
        if all(one[0] != other[0] for other in kept):
            kept.append(one)
    return kept


def _further(called: Called, *, initials: bool) -> Iterator[_Word]:
    for at, word in enumerate(words_of(called.middle) if called.middle else ()):
        if is_long(word) or (initials and not at):
            yield word, Matched.OTHER_NAME, False, called.middle
    for word in words_of(called.preferred) if called.preferred else ():
        yield word, Matched.PREFERRED, False, called.preferred
    for name, family in ((called.family, True), (called.given, False)):
        for word in pieces_of(name):
            yield word, Matched.NAME, family, name
    for other in called.others:
        shown = " ".join(part for part in (other.given, other.family) if part)
        code = _USES.get(other.use, Matched.FORMER)
        yield from ((word, code, True, shown) for word in [*words_of(other.family), *pieces_of(other.family)])
        yield from ((word, code, False, shown) for word in words_of(other.given))


def _layings(choices: Sequence[Sequence[_Laid]], laid: tuple[_Laid, ...]) -> Iterator[tuple[_Laid, ...]]:
    if len(laid) == len(choices):
        yield laid
        return
    taken = {one.at for one in laid}
    for one in choices[len(laid)]:
        if one.at not in taken:
            yield from _layings(choices, (*laid, one))


def _cost(laid: Sequence[_Laid]) -> tuple[int, int, bool]:
    """The worst level, how many words are only beginnings, whether names beside the main one are needed."""
    worst, parts, further = Level.BEGINS, 0, False
    for level, part, beside, _, _ in laid:
        worst = max(worst, level)
        parts += part
        further = further or beside
    return worst, parts, further


def _whys(typed: Sequence[str], laid: Sequence[_Laid]) -> Iterator[Why]:
    if any(one.level is Level.BEGINS and not one.further for one in laid):
        yield Why(Matched.NAME)
    said = set()
    for word, one in zip(typed, laid, strict=True):
        _, code, _, shown = one.word
        code = _BY_LEVEL.get(one.level, code)
        if code is not Matched.NAME and (code, shown) not in said:
            said.add((code, shown))
            yield Why(code, word, shown)


def why_words(why: Why) -> str:
    """A reason in words, for the end of a row; without the name where it may not be shown."""
    typed = "-".join(part[:1].upper() + part[1:] for part in why.said.split("-"))
    if why.meant:
        told = {
            Matched.NICKNAME: tr("{typed} → {name}", typed=typed, name=why.meant),
            Matched.SIMILAR: tr("Similar: {name}", name=why.meant),
            Matched.FORMER: tr("Former name: {name}", name=why.meant),
            Matched.PREFERRED: tr("Called {name}", name=why.meant),
        }
        if why.code in told:
            return told[why.code]
    return _plain_words()[why.code]


def _plain_words() -> dict[Matched, str]:
    return {
        Matched.NAME: tr("Name"),
        Matched.OTHER_NAME: tr("Middle name"),
        Matched.PREFERRED: tr("Preferred name"),
        Matched.FORMER: tr("Former name"),
        Matched.NICKNAME: tr("Nickname"),
        Matched.SIMILAR: tr("Similar name"),
        Matched.BIRTH: tr("Birth date"),
        Matched.PHONE: tr("Phone"),
        Matched.MRN: tr("MRN"),
        Matched.EMAIL: tr("E-mail"),
        Matched.NUMBER: tr("Old number"),
        Matched.MEMBER: tr("Member ID"),
        Matched.APPOINTMENT: tr("Appointment"),
    }
