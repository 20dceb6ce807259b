"""Who may be meant: ids from the search's keys, best first, without a look at the patients themselves."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Executable

from app.core.sessions import ReadSession
from app.patients.queries.statements import (
    LAST,
    among,
    among_alike,
    by_alike,
    by_birth,
    by_keys,
    by_main_names,
    by_names,
    listed,
    slipped,
    whole_parts,
)
from app.patients.rules.asking import Asked, Placed
from app.patients.rules.calling import WORD_LENGTH, is_long, one_apart, slips
from app.patients.rules.codes import KeyKind, Matched
from app.patients.rules.fitting import Level
from app.patients.rules.nicknames import nicknames

#: rows of each part of a statement: where none is cut off there, the ranking has seen everybody
PART = 40
#: shorter words are not asked whether a letter is wrong; and the most words that are then tried for one
SHORTEST_SLIP, MOST_SLIPS = 4, 60
#: ids taken by a number or a birth date alone; with a name beside it more, for then the name decides
IDS, IDS_BESIDE_NAMES = 150, 2000
#: rows beyond those shown: one person may be two rows, and of some the names do not fit
SPARE = 4
_NUMBERS = {
    KeyKind.NUMBER: Matched.NUMBER, KeyKind.MEMBER: Matched.MEMBER, KeyKind.APPOINTMENT: Matched.APPOINTMENT,
    KeyKind.OLD_MRN: Matched.NUMBER, KeyKind.PHONE: Matched.PHONE, KeyKind.EMAIL: Matched.EMAIL,
}  # fmt: skip
Reasons = dict[int, set[Matched]]
_NO_REASONS: Reasons = {}


class Key(NamedTuple):
    """A word of somebody's names beside another, and which part of a statement found it.

    A tuple of its own, for asking a row of the driver by name costs as much as ten of these.
    """

    part: int
    patient_id: int
    location_id: int | None
    main: bool
    word: str
    beside: str


@dataclass(slots=True)
class Net:
    """What is fished with, and what was caught besides the fish.

    `reach` are the locations a role is bound to (None: no bound), `own` the one at work, `expected` who comes today.
    `alike` collects words that typed ones may stand for, `places` the locations of those found by numbers and dates, where
    they are known; `more` says that candidates were cut off.
    """

    session: ReadSession
    asked: Asked
    reach: tuple[int, ...] | None = None
    own: int | None = None
    expected: frozenset[int] = frozenset()
    limit: int = 20
    alike: dict[str, dict[str, Level]] = field(default_factory=dict)
    places: dict[int, int | None] = field(default_factory=dict)
    more: bool = False
    placed: Placed = field(init=False)

    def __post_init__(self) -> None:
        """Lay out the words once: every candidate is held against them."""
        self.placed = self.asked.placed

    @property
    def engine(self) -> str:
        """The name of the engine that answers."""
        return self.session.wire.dialect.name

    def ask(self, statement: Executable, values: dict[str, Any]) -> Sequence[Any]:
        """The rows of a prepared statement. Lists are bound as the engine wants them."""
        bound = {
            name: listed(self.engine, value) if isinstance(value, tuple) else value for name, value in values.items()
        }
        return self.session.wire.execute(statement, bound).all()

    def keys(self, statement: Executable, values: dict[str, Any]) -> list[Key]:
        """The same of a statement about names."""
        return list(map(Key._make, self.ask(statement, values)))

    @property
    def words(self) -> list[str]:
        """The words asked for, the longest first: it leaves the fewest to look at."""
        return sorted((word[:WORD_LENGTH] for word in self.asked.words), key=len, reverse=True)


def candidates(net: Net) -> tuple[list[int], Reasons]:
    """Ids worth a look, the best first, and what numbers they were found by."""
    numbers, born = _by_numbers(net), _by_births(net)
    if numbers is None and born is None:
        return (_by_names(net) if net.asked.words else []), {}
    reasons = _both(net, numbers, born)
    if not net.asked.words:
        return _first(net, reasons, reasons), reasons
    if born is not None and not born and net.more:
        return _on_crowded_day(net), {}
    return _named(net, tuple(reasons)), reasons


def _first(net: Net, ids: Iterable[int], reasons: Reasons = _NO_REASONS) -> list[int]:
    """Those who may be in reach: who comes today first, then whose very number was typed, then the location at work's."""

    def order(one: int) -> tuple[bool, bool, bool]:
        return one not in net.expected, Matched.MRN not in reasons.get(one, ()), net.places.get(one) != net.own

    return sorted((one for one in ids if _may_be_in_reach(net, one)), key=order)


def _may_be_in_reach(net: Net, one: int) -> bool:
    """Whether it is worth reading somebody: their location is in reach, or is not known yet, or they come today."""
    if net.reach is None or one in net.expected:
        return True
    place = net.places.get(one)
    return place is None or place in net.reach


# ------------------------------------------------------------------------------------------------------------ names


def _bound(net: Net, **values: object) -> dict[str, Any]:
    """The values of a statement about names: every word with the end of its range."""
    named = dict(zip(("a", "b", *(f"c{at}" for at in range(len(net.words)))), net.words, strict=False))
    if net.reach is not None:
        values["reach"] = net.reach
    return {**named, **{f"{name}_end": word + LAST for name, word in named.items()}, **values}


def _initials(net: Net) -> frozenset[int]:
    """Which of the further words are one letter."""
    return frozenset(at for at, word in enumerate(net.words[2:]) if not is_long(word))


def _by_names(net: Net) -> list[int]:
    words, kind = len(net.words), (_initials(net), net.reach is not None)
    alone = net.own is None or net.reach == (net.own,)  # or nothing else is sought anyway
    more: dict[str, object] = {} if alone else {"own": net.own, "few": net.limit + SPARE}
    coming = {"ids": tuple(net.expected)} if net.expected else {}
    ask = by_names(net.engine, words, *kind, own=bool(more), coming=bool(coming))
    found = net.keys(ask, _bound(net, limit=PART, **more, **coming))
    cut = {part for part, rows in Counter(key.part for key in found).items() if rows >= PART and part >= 0}
    if cut:
        net.more = True
        if not _is_full(net, found, whole=min(cut) < whole_parts(words)):
            found += net.keys(by_main_names(net.engine, words, *kind), _bound(net, limit=net.limit))
        return _ranked(net, found)
    seen = {key.patient_id for key in found}
    if len(seen) < net.limit and _learn(net, Level.NICKNAME):
        found += net.keys(by_alike(net.engine, words, *kind), _alike_values(net))
        seen.update(key.patient_id for key in found)
    if not seen and _learn(net, Level.SIMILAR):
        found += net.keys(by_alike(net.engine, words, *kind), _alike_values(net))
    return _ranked(net, found)


def _is_full(net: Net, found: Sequence[Key], *, whole: bool) -> bool:
    """Whether the location at work fills the answer with main names, so that those of the others need not be sought.

    A name that holds a word as typed comes before one of the location's own, so where those were cut off (`whole`), they
    count alone.
    """
    typed = set(net.words)
    mine = (key for key in found if key.main and key.location_id == net.own)
    own = {key.patient_id for key in mine if not whole or key.word in typed or key.beside in typed}
    return net.own is not None and len(own) >= net.limit


def _ranked(net: Net, found: Sequence[Key]) -> list[int]:
    """Ids, the likeliest first: who comes today, whole words, main names, the location at work."""
    typed, order = set(net.words), dict[int, tuple[Any, ...]]()
    for at, (_, one, location_id, main, word, beside) in enumerate(found):
        beginnings = (word not in typed) + (beside not in typed)
        rank = (one not in net.expected, beginnings, not main, location_id != net.own, at)
        if one not in order or rank < order[one]:
            order[one] = rank
    return sorted(order, key=order.__getitem__)


def _learn(net: Net, level: Level) -> bool:
    """Look up words that the typed ones may stand for; whether there are any."""
    for word in net.words[:2]:
        for other in _similar(net, word) if level is Level.SIMILAR else nicknames(word):
            net.alike.setdefault(word, {}).setdefault(other, level)
    return any(net.alike.values())


def _similar(net: Net, word: str) -> list[str]:
    """Words of patients' names that are one slip of the keys away."""
    if len(word) < SHORTEST_SLIP:
        return []
    rows = net.ask(slipped(net.engine), {"slips": tuple(sorted(slips(word))), "limit": 500})
    near = (other for (other,) in rows if one_apart(word, other))
    return [other for other, _ in zip(near, range(MOST_SLIPS), strict=False)]


def _alike_values(net: Net) -> dict[str, Any]:
    lists = {name: tuple(net.alike.get(word, ())) for name, word in zip(("as", "bs"), net.words, strict=False)}
    return _bound(net, **lists, limit=PART * 2)


def _named(net: Net, ids: tuple[int, ...]) -> list[int]:
    """Those of some ids whose names fit."""
    found = net.keys(among(net.engine, len(net.words)), _bound(net, ids=ids, limit=IDS_BESIDE_NAMES))
    if not found:
        _learn(net, Level.NICKNAME), _learn(net, Level.SIMILAR)
        lists = tuple({*net.words, *chain.from_iterable(net.alike.values())})
        found += net.keys(among_alike(net.engine), {"ids": ids, "as": lists, "limit": IDS_BESIDE_NAMES})
    return _ranked(net, found)


# ------------------------------------------------------------------------------------------------- numbers and dates


def _by_numbers(net: Net) -> Reasons | None:
    """Everybody with a number or an address that begins with what was typed; None when no number was."""
    asked, kinds = net.asked, dict[KeyKind, str]()
    number = asked.number or asked.digits
    if len(number) >= 3:
        kinds.update(dict.fromkeys((KeyKind.NUMBER, KeyKind.MEMBER, KeyKind.APPOINTMENT, KeyKind.OLD_MRN), number))
    if len(asked.digits) >= 4:
        kinds[KeyKind.PHONE] = asked.digits[::-1]
    if asked.email:
        kinds[KeyKind.EMAIL] = asked.email
    if not kinds:
        return None
    values: dict[str, Any] = {"mrn": asked.digits, "limit": IDS_BESIDE_NAMES if asked.words else IDS}
    for at, key in enumerate(kinds.values()):
        values |= {f"k{at}": key[:120], f"k{at}_end": key[:120] + LAST}
    found, reasons = Reasons(), [*map(_NUMBERS.__getitem__, kinds), Matched.MRN]
    for part, patient_id, location_id in net.ask(by_keys(tuple(kinds)), values):
        found.setdefault(patient_id, set()).add(reasons[part])
        net.places[patient_id] = location_id or net.places.get(patient_id)
    net.more |= len(found) >= values["limit"]
    return found


def _by_births(net: Net) -> list[int] | None:
    """Everybody born on a day that was typed; nobody where the day is crowded and a name beside it says more."""
    if not net.asked.births:
        return None
    found = _born(net, "", limit=IDS)
    if len(found) < IDS:
        return found
    net.more = True
    return [] if net.asked.words else found


def _both(net: Net, numbers: Reasons | None, born: list[int] | None) -> Reasons:
    """Digits that may be a date or a number mean either; a date written as one, and a number beside it, mean both."""
    if born is None:
        return numbers or {}
    if numbers is None or not net.asked.birth_text:
        return {**{one: set() for one in born}, **(numbers or {})}
    crowded = len(born) >= IDS or (net.more and not born)
    return numbers if crowded else {one: why for one, why in numbers.items() if one in set(born)}


def _on_crowded_day(net: Net) -> list[int]:
    """Last and first names on a day that so many are born on that it stands for not knowing."""
    ways = ("a", "-") if len(net.words) == 1 else ("ab", "ba")
    return _first(net, dict.fromkeys(chain.from_iterable(_born(net, way, **_bound(net, limit=PART)) for way in ways)))


def _born(net: Net, names: str, **values: object) -> list[int]:
    rows = [row for day in net.asked.births for row in net.ask(by_birth(names), {**values, "born": day})]
    net.places.update(map(tuple, rows))
    return [one for one, _ in rows]
