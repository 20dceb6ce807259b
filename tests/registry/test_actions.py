"""Every use case, run as every role on both engines: what the table of roles gives works, all else leaves a refusal alone."""

import string
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.access import Actor, Grant, Permission, Scope
from app.core.errors import ClinicError, ReasonNeeded, Refused, SecondPersonNeeded
from app.core.journal import JournalEntry
from app.core.values import Command
from app.schema import metadata
from app.staff.queries import SYSTEM_ACTOR
from app.staff.rules.roles import Role, role_table
from tests.registry import (
    cases_capacity,
    cases_care,
    cases_desk,
    cases_duplicates,
    cases_exchange,
    cases_fill,
    cases_privacy,
    cases_series,
    cases_setup,
    cases_staff,
    cases_visits,
)
from tests.registry.cases import CASES, Case, Reach
from tests.registry.rooms import ALL_ACTIONS
from tests.registry.world import HERE, ROLES, THERE, World
from tests.staff.people import WORD

FILLED = (
    cases_capacity,
    cases_care,
    cases_desk,
    cases_duplicates,
    cases_exchange,
    cases_fill,
    cases_privacy,
    cases_setup,
    cases_series,
    cases_staff,
    cases_visits,
)
APART = {"journal", "chain_head"}
WHY = "asked by the patient"


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt: who, with a reason or without, with a second person or without, and what must come of it."""

    role: str
    place: int
    reason: str = ""
    second: bool = False
    outcome: type[ClinicError] | None = None


def tries(permission: Permission, case: Case, role: str, place: int) -> Iterable[Try]:
    """What the table of roles says about somebody of a role at a place, denials first."""
    grant = role_table().grants[Role(role)].get(permission)
    if grant is None or role in case.refused or _masked_out(grant, case, role):
        yield Try(role, place, WHY, outcome=Refused)
        return
    away = place == THERE and grant.scope is Scope.OWN
    if away and case.reach is Reach.PLACE:
        yield Try(role, place, WHY, outcome=Refused)
        return
    reason = grant.reason or case.always_reason or (away and case.reach is Reach.PATIENT)
    if reason:
        yield Try(role, place, outcome=SecondPersonNeeded if grant.second and not grant.reason else ReasonNeeded)
    if grant.second:
        yield Try(role, place, WHY, outcome=SecondPersonNeeded)
    yield Try(role, place, WHY if reason else "", grant.second)


def _masked_out(grant: Grant, case: Case, role: str) -> bool:
    needed = case.masked_needs
    return grant.masked and needed is not None and needed not in role_table().grants[Role(role)]


def everyone(permission: Permission, case: Case) -> list[Try]:
    """All attempts of all roles at both places."""
    return [one for role in ROLES for place in (HERE, THERE) for one in tries(permission, case, role, place)]


def contents(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the journal's, as the driver gives it: it is only compared."""
    ask = session.connection().exec_driver_sql
    return {
        name: sorted((tuple(row) for row in ask(f'SELECT * FROM "{name}"')), key=repr)
        for name in metadata.tables
        if name not in APART
    }


def lines(session: Session) -> list[JournalEntry]:
    """The whole journal."""
    return list(session.scalars(select(JournalEntry).order_by(JournalEntry.id)))


def test_every_action_has_a_case_and_no_case_is_left_over() -> None:
    assert set(CASES) == set(ALL_ACTIONS), "write a case in tests/registry/cases_*.py for a new use case"


@pytest.mark.parametrize("name", sorted(ALL_ACTIONS))
def test_sentence_is_filled_from_command_and_result(name: str) -> None:
    action = ALL_ACTIONS[name]
    known = {one.name for kind in (action.command, action.result) if is_dataclass(kind) for one in fields(kind)}
    places = {place for _, place, _, _ in string.Formatter().parse(action.says) if place}
    assert action.says.strip()
    assert places <= known
    assert isinstance(action.permission, Permission)


@pytest.mark.parametrize("name", sorted(set(ALL_ACTIONS) & set(CASES)))
def test_who_may_not_leaves_a_refusal_and_nothing_else(world: World, name: str) -> None:
    action, case = ALL_ACTIONS[name], CASES[name]
    denied = [one for one in everyone(action.permission, case) if one.outcome is not None]
    if not denied:
        pytest.skip("everybody may do this")
    command: Command = case.make(world, world.actor("RO", HERE))
    people = [(one, world.actor(one.role, one.place)) for one in denied]
    before, written = world.row(contents), len(world.row(lines))
    for one, person in people:
        with pytest.raises(one.outcome or ClinicError) as told:
            world.executor.perform(action, replace(command, id=uuid4(), reason=one.reason), person)
        assert type(told.value) is one.outcome, one
        assert str(told.value).strip(), one
    assert world.row(contents) == before
    refused = [person.user_id for one, person in people if one.outcome is Refused]
    added = world.row(lines)[written:]
    assert [(entry.kind, entry.action, entry.actor_id) for entry in added] == [
        ("refusal", name, who) for who in refused
    ]


@pytest.mark.parametrize("name", sorted(set(ALL_ACTIONS) & set(CASES)))
def test_who_may_does_it_and_the_journal_says_so(world: World, name: str) -> None:
    action, case = ALL_ACTIONS[name], CASES[name]
    for one in everyone(action.permission, case):
        if one.outcome is None:
            person = world.actor(one.role, one.place)
            _carried_out(world, action, _ready(world, action.permission, case, one, person), person)
    if action.permission is Permission.SYSTEM:
        _carried_out(world, action, case.make(world, None), SYSTEM_ACTOR)


def _ready(world: World, permission: Permission, case: Case, one: Try, person: Actor) -> Command:
    command = replace(case.make(world, person), reason=one.reason)
    token = world.proof(person, command.id, permission, WORD) if one.second else ""
    return replace(command, cosign=token)


def _carried_out(world: World, action: Any, command: Command, person: Actor) -> None:
    result = world.executor.perform(action, command, person)
    again = world.executor.perform(action, command, person)
    assert action.sealed or again == result
    mine = world.row(lambda session: _of_command(session, command))
    assert mine, action.name
    assert {(entry.kind, entry.actor_id) for entry in mine} == {("change", person.user_id)}
    assert all(entry.sentence.strip() and "{" not in entry.sentence for entry in mine)
    assert len({entry.chain for entry in mine}) == len(mine)


def _of_command(session: Session, command: Command) -> list[JournalEntry]:
    return list(session.scalars(select(JournalEntry).where(JournalEntry.command_id == str(command.id))))
