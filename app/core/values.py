"""Frozen values that cross threads and stand in the journal: commands, results, and their JSON."""

import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints
from uuid import UUID, uuid4

import msgspec

from app.core.errors import ClinicError

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


#: put into `field(metadata=HIDDEN_FIELD)` of a value in a command: the journal says that something was there, never what
HIDDEN_FIELD = {"hidden": True}
HIDDEN = "•••"


def told(value: Any) -> Any:  # noqa: ANN401 - JSON is what it is
    """The value as `plain` gives it, with what is hidden replaced: what may stand in the journal."""
    kind: Any = type(value)
    return plain(_covered(value) if _holds_hidden(kind) else value)


def _covered(value: Any) -> Any:  # noqa: ANN401 - any value of a command
    """The value with dots in place of each hidden text."""
    if isinstance(value, tuple):
        return tuple(map(_covered, value))
    kind: Any = type(value)
    if not is_dataclass(value) or isinstance(value, type) or not _holds_hidden(kind):
        return value
    texts = {one.name: getattr(value, one.name) for one in fields(value)}
    hidden = {one.name: HIDDEN for one in fields(value) if one.metadata.get("hidden") and texts[one.name]}
    return replace(value, **{name: _covered(one) for name, one in texts.items()} | hidden)


@cache
def _holds_hidden(kind: Any) -> bool:  # noqa: ANN401 - a type as it stands in an annotation
    """Whether a type has a hidden text anywhere."""
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return any(one.metadata.get("hidden") or _holds_hidden(hints[one.name]) for one in fields(kind))
    return any(_holds_hidden(inner) for inner in get_args(kind))


def decode(kind: type[T], text: str | bytes) -> T:
    """The typed value of a JSON text; raises msgspec.ValidationError when it does not fit."""
    return msgspec.json.decode(text, type=kind)


_UNKEPT = re.compile("[\\0\ud800-\udfff]")
#: the most signs a reason may have
REASON_LENGTH = 500


def check_texts(value: object, name: str = "") -> None:
    """Refuse what no database keeps alike: NUL and half signs (lone surrogates), and a reason that is a book.

    Looks into dataclasses and tuples; texts of a mapping are somebody else's file and are judged row by row.
    Raises ClinicError at the field.
    """
    if isinstance(value, str):
        _check_text(value, name)
    elif isinstance(value, tuple):
        for one in value:
            check_texts(one, name)
    else:
        kind: Any = type(value)
        for field_name in _field_names(kind):
            check_texts(getattr(value, field_name), field_name)


def _check_text(text: str, name: str) -> None:
    bad = _UNKEPT.search(text)
    if bad:
        raise ClinicError(
            "This holds a sign that cannot be seen (U+{code}).",
            next_step="Type it again by hand.",
            field=name,
            code=f"{ord(bad[0]):04X}",
        )
    if name == "reason" and len(text) > REASON_LENGTH:
        raise ClinicError(
            "This is {length} signs long; {limit} have room.",
            next_step="Shorten it.",
            field=name,
            length=len(text),
            limit=REASON_LENGTH,
        )


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass; none of what is not one."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
