"""The state of this room's screens."""

from app.insurance.viewmodel.coverage import CoverageModel
from app.insurance.viewmodel.words import Line, line_of, rank_words, relations, values_of

__all__ = ["CoverageModel", "Line", "line_of", "rank_words", "relations", "values_of"]
