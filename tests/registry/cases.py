"""How to build a command of every use case that is fine: the registry test runs it as every role, the nasty one bends it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from app.core.access import Actor, Permission
from app.core.values import Command
from tests.registry.world import World

Make = Callable[[World, Actor | None], Command]


class Reach(Enum):
    """What a right that ends at a person's own locations means for somebody of another location."""

    PLACE = "refused"  # it happens at a location
    PATIENT = "needs a reason"  # it happens to a patient, who belongs to the group
    GROUP = "goes"  # it happens to the group, or to oneself


@dataclass(frozen=True, slots=True)
class Case:
    """`make` builds a command that may run once. `always_reason`: asked of everybody, not only where the role says so."""

    make: Make
    reach: Reach = Reach.PLACE
    always_reason: bool = False
    #: what a masked right must have besides, or it is refused
    masked_needs: Permission | None = None
    #: it runs only while nobody has an account
    first_run: bool = False
    #: a role for which the rule in the action says no, whatever the table grants
    refused: frozenset[str] = frozenset()


CASES: dict[str, Case] = {}


def add(cases: Mapping[str, Case]) -> None:
    """Put a room's cases into the table."""
    CASES.update(cases)
