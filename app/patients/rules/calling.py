"""The words that somebody's names consist of, as the search keeps them: pairs of words, and words with one letter left out."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import permutations

from app.patients.rules.details import OtherName
from app.patients.rules.folding import fold
from app.patients.rules.people import Person

#: the longest word kept, in code points, and the most words of one person: pairs grow with their square
WORD_LENGTH, MOST_WORDS = 60, 8
#: from here on one sign is a word: Chinese, Japanese, Korean
SIGNS = "\u2e80"
Words = tuple[str, ...]


def name_words(person: Person, others: Iterable[OtherName] = ()) -> tuple[Words, Words]:
    """The words of last and first name, and the further ones: middle, preferred and former names, Neil of O'Neil.

    An initial is no further word: it would stand before every name that begins with it.
    """
    main = words_of(person.family, person.given)[:MOST_WORDS]
    further = words_of(person.middle, person.preferred_name)
    further += [*pieces_of(person.family), *pieces_of(person.given)]
    for name in others:
        further += [*words_of(name.family, name.given), *pieces_of(name.family)]
    kept = dict.fromkeys(word for word in further if word not in main and is_long(word))
    return tuple(main), tuple(kept)[: MOST_WORDS - len(main)]


def words_of(*texts: str) -> list[str]:
    """The folded words of some names."""
    return [word for text in texts for word in _folded(text)]


@lru_cache(4096)
def _folded(text: str) -> Words:
    """The words of one name: people share names, and with each letter the same ones are looked at."""
    return tuple(word[:WORD_LENGTH] for word in fold(text).split())


def pieces_of(name: str) -> list[str]:
    """What stands behind an apostrophe: Neil of O'Neil."""
    if "'" not in name and "’" not in name:
        return []
    pieces = [word for piece in name.replace("’", "'").split("'")[1:] for word in words_of(piece)[:1]]
    return [piece for piece in pieces if len(piece) >= 3]


def is_long(word: str) -> bool:
    """Whether a word says something on its own."""
    return len(word) > 1 or word > SIGNS


def name_pairs(main: Words, further: Words = ()) -> list[tuple[str, str, bool]]:
    """Every word beside every other, and whether both are of the main name: two words typed are one row, whichever comes first.

    A word that is alone stands beside nothing.
    """
    every = [*((word, True) for word in main), *((word, False) for word in further)]
    if len(every) == 1:
        return [(every[0][0], "", True)]
    pairs = {(one, two): mine and theirs for (one, mine), (two, theirs) in permutations(every, 2)}
    return [(one, two, of_main) for (one, two), of_main in pairs.items()]


def one_apart(one: str, other: str) -> bool:
    """Whether one slip of the keys lies between two words: a letter wrong, left out, too many, or two changed places."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    mine, theirs = one[start:], other[start:]
    changed = mine[1::-1] == theirs[:2] and len(mine) > 1 and mine[2:] == theirs[2:]
    return changed or mine[1:] == theirs[1:] or mine[1:] == theirs or mine == theirs[1:]


def slips(word: str) -> set[str]:
    """The word, and it with each of its letters left out: two words one slip of the keys apart have one of these in common."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
