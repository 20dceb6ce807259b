"""The table of roles as data: which grants a person's roles give."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from app.core.access import Grant, Permission, Scope
from app.core.paths import resource
from app.core.text import tr


class Role(StrEnum):
    """What a person is at work; a person may be several."""

    FRONT_DESK = "FD"
    DIRECTOR = "LD"
    SCHEDULER = "CC"
    BILLER = "BI"
    COMPLIANCE = "CO"
    ADMINISTRATOR = "IT"
    READ_ONLY = "RO"


@dataclass(frozen=True, slots=True)
class RoleTable:
    """The rule pack: grants by role, which roles are lead roles, and where the table comes from."""

    source: str
    valid_from: date
    lead: frozenset[Role]
    grants: Mapping[Role, Mapping[Permission, Grant]]


@cache
def role_table() -> RoleTable:
    """The table that comes with the program. Raises ValueError where it names an unknown role, permission or word."""
    return parse_table(resource("rules", "roles.toml").read_text(encoding="utf-8"))


def parse_table(text: str) -> RoleTable:
    """The table in a TOML text. Raises ValueError where it names an unknown role, permission or word."""
    pack = tomllib.loads(text)
    grants: dict[Role, dict[Permission, Grant]] = {Role(code): {} for code in pack["roles"]}
    for role in grants:
        grants[role].update({Permission(name): Grant() for name in pack["everyone"]})
    cells: Mapping[str, Mapping[str, str]] = pack["grants"]
    for name, row in cells.items():
        for code, words in row.items():
            grants[Role(code)][Permission(name)] = _grant(words)
    return RoleTable(pack["source"], pack["valid_from"], frozenset(Role(code) for code in pack["lead"]), grants)


def _grant(words: str) -> Grant:
    scope, *conditions = words.split()
    unknown = set(conditions) - {"masked", "reason", "second"}
    if unknown:
        raise ValueError(f"the table of roles has an unknown word: {sorted(unknown)}")
    wanted: dict[str, Any] = dict.fromkeys(conditions, True)
    return Grant(Scope(scope), **wanted)


def grants_of(roles: Iterable[str]) -> Mapping[Permission, Grant]:
    """Everything these roles give together; a role that the table does not know gives nothing."""
    table, found = role_table(), dict[Permission, Grant]()
    for code in sorted(roles):
        held = table.grants.get(Role(code), {}) if code in set(Role) else {}
        for permission, grant in held.items():
            found[permission] = wider(found[permission], grant) if permission in found else grant
    return found


def wider(one: Grant, other: Grant) -> Grant:
    """The grant of two that gives more, and never more than one of them does.

    Where neither gives more in every respect, the one that reaches further counts, with its conditions.
    """
    if one.scope is not other.scope:
        return one if one.scope is Scope.ALL else other
    return one if _conditions(one) <= _conditions(other) else other


def _conditions(grant: Grant) -> int:
    return grant.masked + grant.reason + grant.second


def is_lead(roles: Iterable[str]) -> bool:
    """Whether one of these roles is a lead role, so that its account needs a second person to be made or changed."""
    return any(role in role_table().lead for role in roles)


def role_name(role: str) -> str:
    """A role in the language of the person signed in; an unknown one as its code."""
    names = {
        Role.FRONT_DESK: tr("Front desk"),
        Role.DIRECTOR: tr("Clinic director"),
        Role.SCHEDULER: tr("Scheduling"),
        Role.BILLER: tr("Billing"),
        Role.COMPLIANCE: tr("Compliance"),
        Role.ADMINISTRATOR: tr("Administrator"),
        Role.READ_ONLY: tr("Read only"),
    }
    return names[Role(role)] if role in set(Role) else role
