"""What the set-up says to the person in front of the terminal."""

import sys


class SetupError(Exception):
    """The set-up cannot go on; the text is one plain sentence that says what to do."""


def say(sentence: str) -> None:
    """Print one line about what happens now; flushed, because the next step may take minutes."""
    print(sentence, flush=True)


def complain(sentence: str) -> None:
    """Print one line about what went wrong."""
    sys.stdout.flush()
    print(sentence, file=sys.stderr, flush=True)
