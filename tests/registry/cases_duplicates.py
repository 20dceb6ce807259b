"""Commands with two records."""

from app.duplicates.actions import MergePatients, SayDifferent, UndoMerge, merge_patients
from tests.registry.cases import Case, add
from tests.registry.world import World


def _merge(world: World) -> MergePatients:
    kept, gone = world.patient(), world.patient()
    return MergePatients(patient_id=kept.id, merged_id=gone.id, version=kept.version, merged_version=gone.version)


def _undo(world: World) -> UndoMerge:
    made = world.do(merge_patients, _merge(world))
    return UndoMerge(merge_id=made.merge_id, version=made.merge_version)


add(
    {
        "duplicates.merge_patients": Case(lambda w, _: _merge(w)),
        "duplicates.undo_merge": Case(lambda w, _: _undo(w)),
        "duplicates.say_different": Case(lambda w, _: SayDifferent(patient_id=w.patient().id, other_id=w.patient().id)),
    }
)
