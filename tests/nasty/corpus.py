"""The corpus: strings of our own by class, and the big list of naughty strings where outside test data is given."""

import json
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.registry.rooms import ALL_ACTIONS


@cache
def own() -> tuple[str, ...]:
    """Our own strings; some are made longer when they are read."""
    rows = json.loads((Path(__file__).parent / "corpus.json").read_text(encoding="utf-8"))
    return tuple(row["text"] + row.get("then", "") * row.get("times", 1) for row in rows)


@cache
def big_list() -> tuple[str, ...]:
    """The big list of naughty strings, or nothing where no outside data is given."""
    folder = os.environ.get("FRONTDESK_TEST_DATA", "")
    path = Path(folder) / "strings" / "blns.json"
    return tuple(json.loads(path.read_text(encoding="utf-8"))) if folder and path.is_file() else ()


def share(strings: Sequence[str], at: int, of: int) -> tuple[str, ...]:
    """The part of the list for the field number `at` of `of` fields: each string falls to one of them."""
    return tuple(strings[number] for number in range(len(strings)) if number % of == at)


def rooms() -> tuple[str, ...]:
    """The rooms that have use cases."""
    return tuple(sorted({name.partition(".")[0] for name in ALL_ACTIONS}))
