"""Pure decisions about time: statuses, hours, overlaps, openings, reasons."""

from app.schedule.rules.codes import (
    GHOSTS,
    Absence,
    AppointmentStatus,
    Consequence,
    ForWhom,
    FreedBy,
    Resource,
    VisitKind,
)
from app.schedule.rules.reasons import Reason, ReasonKind, Side, reason, reasons
from app.schedule.rules.spans import FREE_GRID, Span, free_starts, is_late_cancel, nearest, open_spans, overlap

__all__ = [
    "FREE_GRID",
    "GHOSTS",
    "Absence",
    "AppointmentStatus",
    "Consequence",
    "ForWhom",
    "FreedBy",
    "Reason",
    "ReasonKind",
    "Resource",
    "Side",
    "Span",
    "VisitKind",
    "free_starts",
    "is_late_cancel",
    "nearest",
    "open_spans",
    "overlap",
    "reason",
    "reasons",
]
