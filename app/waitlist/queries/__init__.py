"""What is asked about who waits and about holes."""

from app.waitlist.queries.holes import HoleRow, hole_left_by, hole_marks, holes
from app.waitlist.queries.ladder import Ladder, Rung, ladder
from app.waitlist.queries.offers import WaitlistPromises
from app.waitlist.queries.rate import FillRate, fill_rate
from app.waitlist.queries.waiting import EntryRow, waiting

__all__ = [
    "EntryRow",
    "FillRate",
    "HoleRow",
    "Ladder",
    "Rung",
    "WaitlistPromises",
    "fill_rate",
    "hole_left_by",
    "hole_marks",
    "holes",
    "ladder",
    "waiting",
]
