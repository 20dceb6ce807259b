"""The registry of use cases and questions: what each is called, whose permission it needs, where it happens, its sentence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, get_type_hints

from app.core.access import Actor, Permission
from app.core.sessions import ReadSession, WriteSession
from app.core.values import Command

C = TypeVar("C", bound=Command)
R = TypeVar("R")
P = ParamSpec("P")

#: answers "at which locations does this happen", from the session and the command; empty means: in the group as a whole
Located = Callable[[WriteSession, Any], Iterable[int]]


@dataclass(frozen=True, slots=True)
class Action(Generic[C, R]):
    """A use case: the only way to write. `says` is its sentence in the journal, filled from the command and the result."""

    name: str
    permission: Permission
    says: str
    run: Callable[[WriteSession, Actor, C], R]
    located: Located | None
    command: type[C]
    result: type[R]
    sealed: bool

    def __call__(self, session: WriteSession, actor: Actor, command: C) -> R:
        """Run inside somebody else's transaction: an upper room's action uses a lower one's this way."""
        return self.run(session, actor, command)


@dataclass(frozen=True, slots=True)
class Query(Generic[P, R]):
    """A question. `subjects` names the patients in an answer, so that the journal can tell who saw them."""

    name: str
    permission: Permission
    run: Callable[Concatenate[ReadSession, Actor, P], R]
    subjects: Callable[[R], Iterable[int]] | None
    opens: bool

    def __call__(self, session: ReadSession, actor: Actor, *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask inside a session that is already open."""
        return self.run(session, actor, *args, **kwargs)


ACTIONS: dict[str, Action[Any, Any]] = {}
QUERIES: dict[str, Query[Any, Any]] = {}


def _name(function: Callable[..., object]) -> str:
    room = function.__module__.removeprefix("app.").split(".")[0]
    return f"{room}.{function.__name__}"


def action(
    permission: Permission, *, says: str, located: Located | None = None, sealed: bool = False
) -> Callable[[Callable[[WriteSession, Actor, C], R]], Action[C, R]]:
    """Declare a use case. `sealed`: its command holds a secret or a file, so the journal keeps neither command nor result.

    Raises ValueError for a missing sentence or a second action of the same name.
    """

    def declare(function: Callable[[WriteSession, Actor, C], R]) -> Action[C, R]:
        hints = get_type_hints(function)
        name = _name(function)
        if not says.strip() or name in ACTIONS:
            raise ValueError(f"action {name} needs a sentence and a name of its own")
        made = Action(name, permission, says, function, located, hints["command"], hints["return"], sealed)
        ACTIONS[name] = made
        return made

    return declare


def query(
    permission: Permission, *, subjects: Callable[[Any], Iterable[int]] | None = None, opens: bool = False
) -> Callable[[Callable[Concatenate[ReadSession, Actor, P], R]], Query[P, R]]:
    """Declare a question. `opens`: the answer is one patient's record, so every opening is told apart from a list."""

    def declare(function: Callable[Concatenate[ReadSession, Actor, P], R]) -> Query[P, R]:
        name = _name(function)
        if name in QUERIES:
            raise ValueError(f"query {name} needs a name of its own")
        made = Query(name, permission, function, subjects, opens)
        QUERIES[name] = made
        return made

    return declare
