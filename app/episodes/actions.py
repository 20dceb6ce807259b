"""Episodes of care and their plans: begun, corrected, finished, taken up again."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.errors import ClinicError, NotFound
from app.core.sessions import WriteSession
from app.core.values import Command
from app.documents.queries import patient_in_reach
from app.episodes.rules import GOING_ON, EpisodeStatus, check_end, check_often
from app.episodes.tables import EpisodeOfCare, PlanOfCare
from app.insurance.actions.plans import check_billing, check_version
from app.insurance.rules import AuthorizationStatus
from app.insurance.tables import Authorization
from app.patients.rules.writing import clean
from app.staff.tables import Location, Practitioner

_EDIT = Permission.EDIT_PATIENT


@dataclass(frozen=True, slots=True)
class EpisodeKey:
    """The episode after a change."""

    episode_id: int
    version: int
    patient_id: int
    plan_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StartEpisode(Command):
    """Begin an episode of care, with its plan where one is known."""

    patient_id: int
    location_id: int
    title: str
    starts_on: date
    practitioner_id: int | None = None
    authorization_id: int | None = None
    visits_per_week: int | None = None
    weeks: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateEpisode(Command):
    """An episode corrected. `title` None: it stays, because whoever corrects does not see it."""

    episode_id: int
    version: int
    starts_on: date
    title: str | None = None
    practitioner_id: int | None = None
    authorization_id: int | None = None
    on_hold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishEpisode(Command):
    """The last day of an episode; `mistake` says that it never was."""

    episode_id: int
    version: int
    ends_on: date | None = None
    mistake: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenEpisode(Command):
    """Take up an episode again that was finished."""

    episode_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlanOfCare(Command):
    """A plan of care: a new one (a renewal leaves the one before in its place), or `plan_id` corrected."""

    episode_id: int
    visits_per_week: int
    weeks: int
    starts_on: date
    certified_on: date | None = None
    plan_id: int | None = None
    plan_version: int = 0


AboutEpisode = TypeVar("AboutEpisode", UpdateEpisode, FinishEpisode, ReopenEpisode, SetPlanOfCare)


def _where(session: WriteSession, command: StartEpisode) -> tuple[int, ...]:
    return (command.location_id,)


def _of_episode(session: WriteSession, command: AboutEpisode) -> tuple[int, ...]:
    found = session.get(EpisodeOfCare, command.episode_id)
    return () if found is None else (found.location_id,)


@action(_EDIT, says="Began an episode of care on {starts_on}", located=_where)
def start_episode(session: WriteSession, actor: Actor, command: StartEpisode) -> EpisodeKey:
    """Begin an episode. Raises ClinicError at the field that does not fit, ReasonNeeded for a patient of elsewhere."""
    check_billing(actor)
    patient_in_reach(session, actor, _EDIT, command.patient_id, command.reason)
    if session.get(Location, command.location_id) is None:
        raise NotFound("There is no such location.", field="location", next_step="Choose another one.")
    made = EpisodeOfCare(patient_id=command.patient_id, location_id=command.location_id, created_at=session.now)
    _fill(session, made, command)
    made.title = _title(command.title)
    session.add(made)
    session.flush()
    plan = None
    if command.visits_per_week is not None and command.weeks is not None:
        check_often(command.visits_per_week, command.weeks)
        plan = PlanOfCare(
            episode_id=made.id, visits_per_week=command.visits_per_week, weeks=command.weeks, starts_on=made.starts_on
        )
        session.add(plan)
    return _kept(session, made, plan)


@action(_EDIT, says="Changed an episode of care", located=_of_episode)
def update_episode(session: WriteSession, actor: Actor, command: UpdateEpisode) -> EpisodeKey:
    """Correct an episode. Raises NotFound, Stale, ClinicError at the field that does not fit."""
    found = _episode(session, actor, command)
    check_version(found.version, command.version)
    if found.ends_on is not None:
        check_end(command.starts_on, found.ends_on)
    _fill(session, found, command)
    found.title = found.title if command.title is None else _title(command.title)
    if found.status in GOING_ON:
        found.status = EpisodeStatus.ONHOLD if command.on_hold else EpisodeStatus.ACTIVE
    return _kept(session, found)


@action(_EDIT, says="Finished an episode of care", located=_of_episode)
def finish_episode(session: WriteSession, actor: Actor, command: FinishEpisode) -> EpisodeKey:
    """Finish an episode on a day, or take it back as a mistake. Raises NotFound, Stale, ClinicError at `ends_on`."""
    found = _episode(session, actor, command)
    check_version(found.version, command.version)
    if command.mistake:
        found.status = EpisodeStatus.CANCELLED
    elif command.ends_on is None:
        raise ClinicError("The last day is needed.", field="ends_on", next_step="Type the date.")
    else:
        check_end(found.starts_on, command.ends_on)
        found.status, found.ends_on = EpisodeStatus.FINISHED, command.ends_on
    return _kept(session, found)


@action(_EDIT, says="Took up an episode of care again", located=_of_episode)
def reopen_episode(session: WriteSession, actor: Actor, command: ReopenEpisode) -> EpisodeKey:
    """Take up a finished episode again, or one taken back a moment ago. Raises NotFound, Stale."""
    found = _episode(session, actor, command, cancelled_too=True)
    check_version(found.version, command.version)
    found.status, found.ends_on = EpisodeStatus.ACTIVE, None
    return _kept(session, found)


@action(_EDIT, says="Set the plan of care to {visits_per_week} a week for {weeks} weeks", located=_of_episode)
def set_plan_of_care(session: WriteSession, actor: Actor, command: SetPlanOfCare) -> EpisodeKey:
    """Write a plan of care. Raises NotFound, Stale, ClinicError at `visits_per_week`, `weeks` or `starts_on`."""
    found = _episode(session, actor, command)
    check_often(command.visits_per_week, command.weeks)
    if command.starts_on < found.starts_on:
        raise ClinicError("The plan begins before the care does.", field="starts_on", next_step="Check the date.")
    plan = PlanOfCare(episode_id=found.id) if command.plan_id is None else _plan(session, command)
    plan.visits_per_week, plan.weeks = command.visits_per_week, command.weeks
    plan.starts_on, plan.certified_on = command.starts_on, command.certified_on
    session.add(plan)
    return _kept(session, found, plan)


def _plan(session: WriteSession, command: SetPlanOfCare) -> PlanOfCare:
    plan = session.get(PlanOfCare, command.plan_id, with_for_update=True)
    if plan is None or plan.episode_id != command.episode_id or plan.voided_at is not None:
        raise NotFound("There is no such plan of care.", next_step="Look at the patient's record again.")
    check_version(plan.version, command.plan_version)
    return plan


def _episode(
    session: WriteSession, actor: Actor, command: AboutEpisode, *, cancelled_too: bool = False
) -> EpisodeOfCare:
    check_billing(actor)
    found = session.get(EpisodeOfCare, command.episode_id, with_for_update=True)
    if found is None or (found.status is EpisodeStatus.CANCELLED and not cancelled_too):
        raise NotFound("There is no such episode of care.", next_step="Look at the patient's record again.")
    patient_in_reach(session, actor, _EDIT, found.patient_id, command.reason)
    return found


def _title(typed: str) -> str:
    title = clean(typed, "title", 120)
    if not title:
        raise ClinicError("What is treated?", field="title", next_step="Write it in a few words, e.g. right knee.")
    return title


def _fill(session: WriteSession, row: EpisodeOfCare, command: StartEpisode | UpdateEpisode) -> None:
    if command.practitioner_id is not None and session.get(Practitioner, command.practitioner_id) is None:
        raise NotFound("There is no such practitioner.", field="practitioner", next_step="Choose another one.")
    if command.authorization_id is not None:
        leave = session.get(Authorization, command.authorization_id)
        gone = leave is None or leave.status is AuthorizationStatus.ENTERED_IN_ERROR
        if leave is None or gone or leave.patient_id != row.patient_id:
            raise NotFound(
                "There is no such authorization.", field="authorization", next_step="Choose one from the list."
            )
    row.practitioner_id, row.authorization_id = command.practitioner_id, command.authorization_id
    row.starts_on = command.starts_on


def _kept(session: WriteSession, row: EpisodeOfCare, plan: PlanOfCare | None = None) -> EpisodeKey:
    session.flush()
    return EpisodeKey(row.id, row.version, row.patient_id, None if plan is None else plan.id)
