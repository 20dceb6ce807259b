"""Commands about rules that are set aside."""

from datetime import date, time

from app.schedule.actions import GiveOverride, VoidOverride, give_override
from app.schedule.actions.zones import KeepWallTimes
from tests.registry.cases import Case, Reach, add
from tests.registry.world import HERE, World


def _give(world: World) -> GiveOverride:
    return GiveOverride(
        location_id=HERE, practitioner_id=1, day=date(2026, 3, 12), start=time(6), minutes=45,
        patient_id=world.patient().id, reason="Comes from far away",
    )  # fmt: skip


def _void(world: World) -> VoidOverride:
    made = world.do(give_override, _give(world))
    return VoidOverride(override_id=made.override_id, version=made.version)


add(
    {
        "schedule.give_override": Case(lambda w, _: _give(w), always_reason=True),
        "schedule.keep_wall_times": Case(lambda _w, _: KeepWallTimes(), Reach.GROUP),
        "schedule.void_override": Case(lambda w, _: _void(w)),
    }
)
