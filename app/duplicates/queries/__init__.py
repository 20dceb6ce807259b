"""Questions about records that may be one person, and about those that were made one."""

from app.duplicates.queries.preview import MergePreview, Overlap, Side, merge_preview, overlaps_of
from app.duplicates.queries.standing import (
    MergeRow,
    PairRow,
    PossibleDuplicates,
    aliases,
    last_sweep,
    merges_of,
    pair,
    pairs_of,
)

__all__ = [
    "MergePreview",
    "MergeRow",
    "Overlap",
    "PairRow",
    "PossibleDuplicates",
    "Side",
    "aliases",
    "last_sweep",
    "merge_preview",
    "merges_of",
    "overlaps_of",
    "pair",
    "pairs_of",
]
