"""Use cases with two records: make them one, part them again, say that they are two people."""

from app.duplicates.actions.merging import Merged, MergePatients, merge_patients
from app.duplicates.actions.pairs import PairResult, SayDifferent, say_different
from app.duplicates.actions.parting import Parted, UndoMerge, undo_merge
from app.duplicates.actions.sweeping import Swept, sweep

__all__ = [
    "MergePatients",
    "Merged",
    "PairResult",
    "Parted",
    "SayDifferent",
    "Swept",
    "UndoMerge",
    "merge_patients",
    "say_different",
    "sweep",
    "undo_merge",
]
