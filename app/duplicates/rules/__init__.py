"""Pure decisions about two records: where doubles may lie, what a merge asks and what it moved."""

from app.duplicates.rules.blocks import Blocks
from app.duplicates.rules.merging import (
    CHOICES,
    Choice,
    Mark,
    Moved,
    Shift,
    choice_title,
    choices,
    lost_phones,
    moved_words,
    other_name,
)

__all__ = [
    "CHOICES",
    "Blocks",
    "Choice",
    "Mark",
    "Moved",
    "Shift",
    "choice_title",
    "choices",
    "lost_phones",
    "moved_words",
    "other_name",
]
