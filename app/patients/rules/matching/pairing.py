"""Which pairs of whole files are worth comparing: those that share an uncommon value, or two common ones."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from app.patients.rules.matching.keys import formal_name, sound
from app.patients.rules.matching.traits import Traits

#: pairs compared for each record, over all ways of being found
PAIRS_A_RECORD = 120
#: a group of more records says too little about any two of them
_LARGEST = 400
#: what is looked at to find each way's pairs
_Pair = tuple[int, int]


def file_keys(one: Traits) -> Iterator[tuple[str, str]]:
    """(way, key) of a record of a file: more than a patient has, for a file has no second visit to be found at."""
    last, first = sound(one.family) if one.family else "", formal_name(one.given_words[0]) if one.given_words else ""
    single = {
        "ssn": one.ssn if len(one.ssn) > 4 else "",
        "member": one.member,
        "email": one.email,
        "birth": one.birth,
        "street": f"{one.number} {one.street}" if one.street and one.number else "",
        "unit": one.unit if len(one.unit) > 4 else "",
    }
    for way, key in single.items():
        if key:
            yield way, key
    for phone in one.phones:
        yield "phone", phone[-7:]
    if one.email:
        yield "mailbox", one.email.partition("@")[0]
    if one.birth:
        low, high = sorted((one.birth[4:6], one.birth[6:]))
        yield "swapped", f"{one.birth[:4]}{low}{high}"
    if one.family and one.given:
        yield "names", " ".join(sorted((one.family, one.given)))
    yield from _joined(one, last, first)


def _joined(one: Traits, last: str, first: str) -> Iterator[tuple[str, str]]:
    """Two common values together."""
    parts = {
        "l": last, "f": first, "y": one.birth[:4], "d": one.birth[4:], "z": one.zip, "c": one.city, "s": one.street,
        "n": one.number, "x": one.family[:3] + one.given[:1],
    }  # fmt: skip
    for way in (
        "lf",
        "ly",
        "ld",
        "lz",
        "lc",
        "ls",
        "ln",
        "fy",
        "fd",
        "fz",
        "fc",
        "fs",
        "fn",
        "yz",
        "dz",
        "dc",
        "zs",
        "zn",
        "cs",
        "yd",
        "ys",
        "ds",
        "dn",
        "xy",
        "xz",
        "xc",
    ):
        one_part, other_part = parts[way[0]], parts[way[1]]
        if one_part and other_part:
            yield way, f"{one_part} {other_part}"


def candidates(left: Sequence[Traits], right: Sequence[Traits] | None = None) -> set[int]:
    """The pairs worth comparing, each as first * 2**32 + second: places in `left`, and in `right` where it is given.

    Every way of being found brings its smallest groups first, and no more pairs than its part of the whole.
    """
    groups = _groups(left, right)
    most = PAIRS_A_RECORD * (len(left) + len(right or ())) // 2
    found: set[int] = set()
    for way in groups:
        sized = sorted(groups[way], key=lambda one: len(one[0]) + len(one[1]))
        room = max(most // 12, 1000)
        for mine, theirs in sized:
            if len(mine) + len(theirs) > _LARGEST or room <= 0:
                break
            pairs = product(mine, theirs) if right is not None else combinations(mine, 2)
            before = len(found)
            found.update((one << 32) | other for one, other in pairs)
            room -= len(found) - before
    return found


def _groups(left: Sequence[Traits], right: Sequence[Traits] | None) -> dict[str, list[tuple[list[int], list[int]]]]:
    """Way by way, the records that share a key."""
    held: dict[str, dict[str, tuple[list[int], list[int]]]] = defaultdict(dict)
    for side, records in enumerate((left, right or ())):
        for at, one in enumerate(records):
            for way, key in file_keys(one):
                groups = held[way]
                if key not in groups:
                    groups[key] = ([], [])
                groups[key][side].append(at)
    if right is None:
        return {way: [group for group in found.values() if len(group[0]) > 1] for way, found in held.items()}
    return {way: [group for group in found.values() if group[0] and group[1]] for way, found in held.items()}


def random_pairs(left: Sequence[Traits], right: Sequence[Traits] | None, number: int) -> Iterator[_Pair]:
    """So many pairs as good as random, the same ones every time."""
    others = left if right is None else right
    state = 1
    for _ in range(number if left and others else 0):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64  # D. Knuth's linear congruential generator
        one, other = (state >> 40) % len(left), (state >> 20) % 2**20 * 2654435761 % len(others)
        if right is not None or one != other:
            yield one, other
