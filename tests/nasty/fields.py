"""Every text field of every command, found from the types, and how to put another text into it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_origin, get_type_hints

#: a place in a command: names of fields, and 0 for the first element of a row of values
Path = tuple[str | int, ...]


def text_paths(kind: Any) -> Iterator[Path]:
    """The places of a type where a person's text can stand."""
    if kind is str or (get_origin(kind) not in (tuple, None) and str in get_args(kind) and not _is_map(kind)):
        yield ()
    elif get_origin(kind) is tuple:
        yield from ((0, *rest) for rest in text_paths(get_args(kind)[0]))
    elif isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        for one in fields(kind):
            yield from ((one.name, *rest) for rest in text_paths(hints[one.name]))
    elif _is_map(kind):
        yield ("*",)
    else:  # something or nothing
        yield from (path for one in get_args(kind) if is_dataclass(one) for path in text_paths(one))


def _is_map(kind: Any) -> bool:
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def put(value: Any, path: Path, text: str) -> Any:
    """The value with `text` at a place. Raises LookupError where the place does not exist in this value."""
    if not path:
        return text
    step, rest = path[0], path[1:]
    if step == "*":
        return dict.fromkeys(value, text)
    if value is None:
        raise LookupError
    if step == 0:
        if rest and not value:
            raise LookupError
        return (put(value[0] if value else "", rest, text), *value[1:])
    return replace(value, **{str(step): put(getattr(value, str(step)), rest, text)})
