"""Frozen values that cross threads and stand in the journal: commands, results, and their JSON."""

from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID, uuid4

import msgspec

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One gesture of a person. Its id makes it happen once, however often it is sent.

    `cosign` is the token of a second person's proof; it is spent by the runner and never written down.
    `undoes` names the command that this one takes back.
    """

    id: UUID = field(default_factory=uuid4)
    reason: str = ""
    cosign: str = ""
    undoes: UUID | None = None


@dataclass(frozen=True, slots=True)
class Nothing:
    """The result of an action that has nothing to say."""


def canonical(value: object) -> str:
    """JSON with sorted keys: the same value always gives the same text."""
    return msgspec.json.encode(value, order="deterministic").decode()


def plain(value: object) -> Any:  # noqa: ANN401 - JSON is what it is
    """The value as dicts, lists, strings and numbers."""
    return msgspec.to_builtins(value, order="deterministic")


def decode(kind: type[T], text: str | bytes) -> T:
    """The typed value of a JSON text; raises msgspec.ValidationError when it does not fit."""
    return msgspec.json.decode(text, type=kind)
