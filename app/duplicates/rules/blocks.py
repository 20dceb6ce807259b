"""Where doubles may lie in a whole base: records that share a blocking key, held in arrays so that a million have room."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import combinations
from zlib import crc32

from app.patients.rules.matching import FULL, Traits, blocking_keys

#: kinds of keys (the letter before the colon) that two strangers often share: such a pair needs one thing more
COMMON = frozenset("dn")
#: a pair in one number: the lower id in the upper half
_HALF = 32
_LOW = (1 << _HALF) - 1


class Blocks:
    """Everybody's keys by kind, as numbers: 16 bytes a key. `add` each record once, then ask for the `pairs`.

    A key is kept as its checksum: two keys of one checksum bring a few strangers together, who are told apart later.
    """

    def __init__(self) -> None:
        self._kinds: dict[str, tuple[array[int], array[int]]] = {}
        self._ids, self._births, self._initials = array("q"), array("q"), array("i")

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, patient_id: int, one: Traits) -> None:
        """Keep what a record is found by. Ids are below 2**31."""
        place = len(self._ids)
        self._ids.append(patient_id)
        self._births.append(int(one.birth) if one.birth.isdecimal() else 0)
        self._initials.append(_initials(one))
        for key in blocking_keys(one):
            held = self._kinds.setdefault(key[0], (array("Q"), array("q")))
            held[0].append(crc32(key.encode()))
            held[1].append(place)

    def pairs(self) -> Iterator[set[int]]:
        """Kind by kind, the pairs worth a look, each as lower id * 2**32 + higher id; some come more than once."""
        for kind, (keys, places) in sorted(self._kinds.items()):
            found: set[int] = set()
            for group in _groups(keys, places):
                for one, other in combinations(group, 2):
                    if kind not in COMMON or self._alike(kind, one, other):
                        low, high = sorted((self._ids[one], self._ids[other]))
                        if low != high:
                            found.add(low << _HALF | high)
            yield found

    def _alike(self, kind: str, one: int, other: int) -> bool:
        """Of one birth date: an initial in common. Of one name: birth dates that share year or day, or none known."""
        if kind == "d":
            return bool(self._initials[one] & self._initials[other])
        mine, theirs = self._births[one], self._births[other]
        return not mine or not theirs or mine // 10000 == theirs // 10000 or mine % 10000 == theirs % 10000


def split(pair: int) -> tuple[int, int]:
    """Both ids of a pair, the lower first."""
    return pair >> _HALF, pair & _LOW


def _initials(one: Traits) -> int:
    """The first letters of both names as bits."""
    bits = 0
    for name in (one.family, one.given, *one.given_also, *one.family_also):
        if name:
            bits |= 1 << (ord(name[0]) % 31)
    return bits


def _groups(keys: Sequence[int], places: Sequence[int]) -> Iterator[list[int]]:
    """The places that share a key, where there are at least two and not so many that the key says nothing."""
    order = sorted(range(len(keys)), key=keys.__getitem__)
    begin = 0
    for at in range(1, len(order) + 1):
        if at == len(order) or keys[order[at]] != keys[order[begin]]:
            if 2 <= at - begin <= FULL:
                yield [places[one] for one in order[begin:at]]
            begin = at
