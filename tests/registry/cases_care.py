"""Commands about episodes of care, their plans, and what payers authorize."""

from app.core.access import Permission
from app.episodes.actions import (
    EpisodeKey,
    FinishEpisode,
    ReopenEpisode,
    SetPlanOfCare,
    StartEpisode,
    UpdateEpisode,
    finish_episode,
    start_episode,
)
from app.insurance.actions import (
    AddAuthorization,
    AuthorizationKey,
    EndAuthorization,
    UpdateAuthorization,
    add_authorization,
)
from app.schedule.actions.signing import MarkSigned, TakeSignaturesBack
from tests.registry.cases import Case, Reach, add
from tests.registry.world import DAY, HERE, World

MONEY = Permission.TAKE_PAYMENT


def leave(world: World, patient_id: int | None = None) -> AddAuthorization:
    """Twelve visits from the day on, of a patient or a new one."""
    whose = patient_id or world.patient().id
    return AddAuthorization(
        patient_id=whose, payer_id=1, visits=12, reserved=1, starts_on=DAY, ends_on=DAY.replace(month=6), number="A-1"
    )


def authorized(world: World) -> AuthorizationKey:
    """Somebody's authorization."""
    return world.do(add_authorization, leave(world))


def _start(world: World) -> StartEpisode:
    made = authorized(world)
    return StartEpisode(
        patient_id=made.patient_id, location_id=HERE, title="Right knee", starts_on=DAY, practitioner_id=1,
        authorization_id=made.authorization_id, visits_per_week=3, weeks=4,
    )  # fmt: skip


def episode(world: World) -> EpisodeKey:
    """Somebody's episode of care, three times a week for four weeks under an authorization."""
    return world.do(start_episode, _start(world))


def _update(world: World) -> UpdateAuthorization:
    made = authorized(world)
    return UpdateAuthorization(
        authorization_id=made.authorization_id, version=made.version, payer_id=1, visits=24, starts_on=DAY, ends_on=DAY
    )


def _end(world: World) -> EndAuthorization:
    made = authorized(world)
    return EndAuthorization(authorization_id=made.authorization_id, version=made.version, ends_on=DAY)


def _change(world: World) -> UpdateEpisode:
    made = episode(world)
    return UpdateEpisode(episode_id=made.episode_id, version=made.version, title="Left knee", starts_on=DAY)


def _finish(world: World) -> FinishEpisode:
    made = episode(world)
    return FinishEpisode(episode_id=made.episode_id, version=made.version, ends_on=DAY)


def _reopen(world: World) -> ReopenEpisode:
    gone = world.do(finish_episode, _finish(world))
    return ReopenEpisode(episode_id=gone.episode_id, version=gone.version)


def _plan(world: World) -> SetPlanOfCare:
    return SetPlanOfCare(episode_id=episode(world).episode_id, visits_per_week=2, weeks=6, starts_on=DAY)


add(
    {
        "insurance.add_authorization": Case(lambda w, _: leave(w), Reach.PATIENT, masked_needs=MONEY),
        "insurance.update_authorization": Case(lambda w, _: _update(w), Reach.PATIENT, masked_needs=MONEY),
        "insurance.end_authorization": Case(lambda w, _: _end(w), Reach.PATIENT, masked_needs=MONEY),
        "episodes.start_episode": Case(lambda w, _: _start(w), masked_needs=MONEY),
        "episodes.update_episode": Case(lambda w, _: _change(w), masked_needs=MONEY),
        "episodes.finish_episode": Case(lambda w, _: _finish(w), masked_needs=MONEY),
        "episodes.reopen_episode": Case(lambda w, _: _reopen(w), masked_needs=MONEY),
        "schedule.mark_signed": Case(
            lambda w, _: MarkSigned(appointment_ids=(w.arrived().appointment_id,)), masked_needs=MONEY
        ),
        "schedule.take_signatures_back": Case(
            lambda w, _: TakeSignaturesBack(appointment_ids=(w.arrived().appointment_id,)), masked_needs=MONEY
        ),
        "episodes.set_plan_of_care": Case(lambda w, _: _plan(w), masked_needs=MONEY),
    }
)
