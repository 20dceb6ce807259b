"""Every question, asked as every role on both engines: who may not is refused and nothing changes but the journal."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.access import Actor, Permission, Scope
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused
from app.core.journal import JournalEntry
from app.staff.rules.roles import Role, role_table
from tests.registry.questions import QUESTIONS, Away, Question
from tests.registry.rooms import ALL_QUERIES
from tests.registry.test_actions import contents
from tests.registry.world import HERE, ROLES, THERE, World

WHY = "asked by the patient"
ANSWERS = {Away.REFUSED: Refused, Away.HIDDEN: NotFound, Away.REASON: ReasonNeeded}


def expected(
    permission: Permission, question: Question, role: str, place: int
) -> list[tuple[str, type[ClinicError] | None]]:
    """(the reason given, what is heard) of each attempt of somebody of a role at a place."""
    grant = role_table().grants[Role(role)].get(permission)
    if grant is None or role in question.refused:
        return [(WHY, Refused)]
    away = ANSWERS.get(question.away) if place == THERE and grant.scope is Scope.OWN else None
    if place == THERE and role in question.hidden:
        return [(WHY, NotFound)]
    if away in (Refused, NotFound):
        return [(WHY, away)]
    needs = question.asks and (grant.reason or away is ReasonNeeded)
    return [("", ReasonNeeded), (WHY, None)] if needs else [("", None)]


def refusals(session: Session) -> list[tuple[str, int]]:
    """The questions that were refused, and to whom."""
    wanted = select(JournalEntry.action, JournalEntry.actor_id).where(JournalEntry.kind == "refusal")
    return [(row.action, row.actor_id) for row in session.execute(wanted.order_by(JournalEntry.id))]


def test_every_question_has_arguments_and_none_is_left_over() -> None:
    assert set(QUESTIONS) == set(ALL_QUERIES), "write the arguments of a new question into tests/registry/questions.py"


@pytest.mark.parametrize("name", sorted(ALL_QUERIES))
def test_question_has_a_permission(name: str) -> None:
    assert isinstance(ALL_QUERIES[name].permission, Permission)


@pytest.mark.parametrize("name", sorted(set(ALL_QUERIES) & set(QUESTIONS)))
def test_question_is_answered_to_whom_the_table_says(world: World, name: str) -> None:
    query, question = ALL_QUERIES[name], QUESTIONS[name]
    arguments = question.make(world)
    before = world.row(contents)
    refused = []
    for role in ROLES:
        for place in (HERE, THERE):
            person = world.actor(role, place)
            for reason, outcome in expected(query.permission, question, role, place):
                more = {"reason": reason} if question.asks else {}
                heard, answer = _heard(world, name, arguments, more, person)
                assert heard is outcome, (name, role, place, reason)
                if question.away is Away.NOTHING and outcome is None:
                    bound = role_table().grants[Role(role)][query.permission].scope is Scope.OWN
                    assert (answer is None) is (bound and place == THERE)
                refused += [(name, person.user_id)] if outcome is Refused else []
    assert world.row(contents) == before
    assert world.row(refusals) == refused


def _heard(
    world: World, name: str, arguments: tuple[object, ...], more: dict[str, str], person: Actor
) -> tuple[type[ClinicError] | None, object]:
    try:
        return None, world.executor.fetch(ALL_QUERIES[name], person, *arguments, **more)
    except ClinicError as told:
        return type(told), None
