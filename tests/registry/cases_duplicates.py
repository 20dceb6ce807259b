"""Commands with two records."""

from app.duplicates.actions import MergePatients, SayDifferent, UndoMerge, merge_patients
from app.duplicates.actions.sweeping import Alike, EndSweep, KeepWeights, NotePairs
from app.patients.rules.likeness import Sureness
from tests.registry.cases import Case, Reach, add
from tests.registry.world import World
from tests.support.databases import NOW


def _merge(world: World) -> MergePatients:
    kept, gone = world.patient(), world.patient()
    return MergePatients(patient_id=kept.id, merged_id=gone.id, version=kept.version, merged_version=gone.version)


def _undo(world: World) -> UndoMerge:
    made = world.do(merge_patients, _merge(world))
    return UndoMerge(merge_id=made.merge_id, version=made.merge_version)


def _pair(world: World) -> Alike:
    return Alike(world.patient().id, world.patient().id, Sureness.SURE, 9.0)


add(
    {
        "duplicates.merge_patients": Case(lambda w, _: _merge(w)),
        "duplicates.note_pairs": Case(lambda w, _: NotePairs(pairs=(_pair(w),)), Reach.GROUP),
        "duplicates.end_sweep": Case(lambda _w, _: EndSweep(began=NOW, people=2, found=0), Reach.GROUP),
        "duplicates.keep_weights": Case(lambda _w, _: KeepWeights(pairs=1, weights="{}"), Reach.GROUP),
        "duplicates.undo_merge": Case(lambda w, _: _undo(w)),
        "duplicates.say_different": Case(lambda w, _: SayDifferent(patient_id=w.patient().id, other_id=w.patient().id)),
    }
)
