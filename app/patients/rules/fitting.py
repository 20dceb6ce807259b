"""How well somebody's names fit the words of a search, and what to say about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import islice

from app.core.text import tr
from app.patients.rules.asking import Asked
from app.patients.rules.calling import is_long, pieces_of, words_of
from app.patients.rules.codes import Matched, NameUse
from app.patients.rules.details import OtherName


@dataclass(frozen=True, slots=True)
class Why:
    """One reason why somebody was found: `said` is what was typed, `meant` what stands in the record."""

    code: Matched
    said: str = ""
    meant: str = ""


class Level(IntEnum):
    """How a typed word goes together with a name's."""

    BEGINS = 0
    NICKNAME = 1
    SIMILAR = 2


@dataclass(frozen=True, slots=True)
class Called:
    """All names of one person, as registered."""

    family: str
    given: str
    middle: str = ""
    preferred: str = ""
    others: Sequence[OtherName] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a name fits; compares as better or worse: the lower, the better."""

    level: Level
    parts: int
    further: bool
    whys: tuple[Why, ...] = field(compare=False)

    @property
    def order(self) -> tuple[int, int, bool]:
        """For sorting, the best first: as typed before nicknames before slips, whole words before beginnings, main name first."""
        return (self.level, self.parts, self.further)


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a name: which name it is of, whether a last name, and what to say when it fits."""

    word: str
    code: Matched
    family: bool
    shown: str
    main: bool = False


#: typed word -> words it may stand for, by the way it does
Alike = Mapping[str, Mapping[str, Level]]
#: ways to lay the typed words that are looked at; a name of many like words has more than anybody wants to know
MOST_TRIED = 200
_USES = {NameUse.NICKNAME: Matched.PREFERRED}


def fit(asked: Asked, called: Called, alike: Alike) -> Fit | None:
    """The best way to lay each typed word on another word of the names; None when one has no place.

    A typed word fits a word that begins with it, or one that `alike` gives for it. Words before a comma are last names.
    """
    words = _each_once(_words(called, initials=len(asked.words) > 2))
    choices = [
        sorted(
            ((level, word) for word in words if (level := _level(typed, word, place, alike)) is not None),
            key=lambda one: (one[0], one[1].code is not Matched.NAME),
        )
        for typed, place in asked.placed
    ]
    tried = islice(_layings(choices, ()), MOST_TRIED) if all(choices) else ()
    best = min(tried, key=_cost, default=None)
    if best is None:
        return None
    typed = [word for word, _ in asked.placed]
    worst, parts, further = _cost(best)
    return Fit(Level(worst), parts, further, tuple(_whys(typed, best)))


_Laid = tuple[tuple[tuple[Level, bool], _Word], ...]


def _each_once(words: Iterator[_Word]) -> list[_Word]:
    """Without further words that the main name has as well: they are no second place to lay a typed word on."""
    kept: list[_Word] = []
    for word in words:
        if word.main or all(word.word != other.word for other in kept):
            kept.append(word)
    return kept


def _words(called: Called, *, initials: bool) -> Iterator[_Word]:
    """Every word, the main name's first. The initial of a middle name counts only beside two other words."""
    for name, family in ((called.family, True), (called.given, False)):
        yield from (_Word(word, Matched.NAME, family, name, main=True) for word in words_of(name))
    middle = words_of(called.middle)
    yield from (
        _Word(word, Matched.OTHER_NAME, False, called.middle)
        for at, word in enumerate(middle)
        if is_long(word) or (initials and not at)
    )
    yield from (_Word(word, Matched.PREFERRED, False, called.preferred) for word in words_of(called.preferred))
    for name, family in ((called.family, True), (called.given, False)):
        yield from (_Word(word, Matched.NAME, family, name) for word in pieces_of(name))
    for other in called.others:
        shown = " ".join(part for part in (other.given, other.family) if part)
        code = _USES.get(other.use, Matched.FORMER)
        yield from (_Word(word, code, True, shown) for word in [*words_of(other.family), *pieces_of(other.family)])
        yield from (_Word(word, code, False, shown) for word in words_of(other.given))


def _level(typed: str, word: _Word, family: bool | None, alike: Alike) -> tuple[Level, bool] | None:
    """How a typed word goes with a name's, and whether it is only its beginning."""
    if family is not None and family is not word.family:
        return None
    if word.word.startswith(typed):
        return Level.BEGINS, word.word != typed or not is_long(typed)
    level = alike.get(typed, {}).get(word.word)
    return None if level is None else (level, False)


def _layings(choices: list[list[tuple[tuple[Level, bool], _Word]]], laid: _Laid) -> Iterator[_Laid]:
    if len(laid) == len(choices):
        yield laid
        return
    taken = {id(word) for _, word in laid}
    for level, word in choices[len(laid)]:
        if id(word) not in taken:
            yield from _layings(choices, (*laid, (level, word)))


def _cost(laid: _Laid) -> tuple[int, int, bool]:
    """The worst level, how many words are only beginnings, whether names beside the main one are needed."""
    return (
        max((level for (level, _), _ in laid), default=Level.BEGINS),
        sum(part for (_, part), _ in laid),
        any(word.code is not Matched.NAME for _, word in laid),
    )


def _whys(typed: Sequence[str], laid: _Laid) -> Iterator[Why]:
    if any(level is Level.BEGINS and word.code is Matched.NAME for (level, _), word in laid):
        yield Why(Matched.NAME)
    said = set()
    for word, ((level, _), fits) in zip(typed, laid, strict=True):
        code = {Level.NICKNAME: Matched.NICKNAME, Level.SIMILAR: Matched.SIMILAR}.get(level, fits.code)
        why = Why(code, word, fits.shown)
        if code is not Matched.NAME and (code, fits.shown) not in said:
            said.add((code, fits.shown))
            yield why


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
