"""What a command says and asks: sentences for a person or one JSON object for a script; secrets never as arguments."""

import getpass
import sys
from argparse import Namespace
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TextIO

import msgspec

from app.core.errors import ClinicError
from app.core.text import tr


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    FOUND = 1  # something is not as it should be: the journal is not whole, rows were refused
    USAGE = 2
    REFUSED = 3  # not allowed, or not possible; the sentence says why and what next
    OUT_OF_REACH = 4  # the database, its key or a file cannot be reached


@dataclass(slots=True)
class Talk:
    """Everything a command prints and asks. With `json` only `give` reaches the output, as one object at the end."""

    args: Namespace
    given: TextIO = field(default_factory=lambda: sys.stdin)
    answer: dict[str, object] = field(default_factory=dict)
    _key: str = ""

    def say(self, sentence: str) -> None:
        """A line for a person."""
        if not self.args.json:
            print(sentence)

    def give(self, **values: object) -> None:
        """Values for a script."""
        self.answer.update(values)

    def finish(self) -> None:
        """Print the answer, where a script asked for it."""
        if self.args.json:
            print(msgspec.json.format(msgspec.json.encode(self.answer), indent=2).decode())

    def complain(self, problem: ClinicError) -> None:
        """The sentence and the next step, for a person on the error output; for a script in the answer as well."""
        told = problem.message if not problem.advice else f"{problem.message}\n{problem.advice}"
        print(told, file=sys.stderr)
        self.answer = {"problem": problem.message, "next_step": problem.advice, "field": problem.field}

    def password(self, prompt: str) -> str:
        """A password: typed unseen, or the next line of the input with --password-stdin."""
        return self._line() if self.args.password_stdin else self._typed(prompt)

    def recovery_key(self) -> str:
        """The recovery key, asked for in the same ways and once in a run."""
        if not self._key:
            self._key = self._line() if self.args.recovery_key_stdin else self._typed(tr("Recovery key: "))
        return self._key

    def _line(self) -> str:
        line = self.given.readline()
        if not line:
            raise ClinicError(
                "The input ended before every secret was read.", next_step="Give one line for each question."
            )
        return line.rstrip("\r\n")

    def _typed(self, prompt: str) -> str:
        if not self.given.isatty():
            raise ClinicError(
                "Nobody is there to type a secret.",
                next_step="Give it through --password-stdin or --recovery-key-stdin.",
            )
        return getpass.getpass(prompt)

    def new_password(self, who: str) -> str:
        """A password chosen now; typed twice by a person."""
        first = self.password(tr("Password for {name} (15 characters or more): ", name=who))
        if not self.args.password_stdin and self._typed(tr("Once more: ")) != first:
            raise ClinicError("The two passwords differ.", next_step="Start again.", field="password")
        return first
