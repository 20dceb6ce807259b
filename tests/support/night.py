"""What the run of every night does more of than the usual one: `python3 build/dev.py test --all` says that it is night."""

import os

#: whether this is the nightly run
NIGHT = os.environ.get("FRONTDESK_TEST_NIGHT") == "1"
#: how many times as many random examples it takes
MORE = 10


def examples(usual: int) -> int:
    """How many random examples this run takes where the usual one takes so many."""
    return usual * MORE if NIGHT else usual
