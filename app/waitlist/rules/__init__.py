"""Pure decisions about who waits and who is called."""

from app.waitlist.rules.codes import Choice, Outcome, WaitStatus
from app.waitlist.rules.fitting import Hole, Misfit, Want, check_want, misfit
from app.waitlist.rules.ranking import Barrier, Candidate, Ranked, Why, WhyKind, rank

__all__ = [
    "Barrier",
    "Candidate",
    "Choice",
    "Hole",
    "Misfit",
    "Outcome",
    "Ranked",
    "WaitStatus",
    "Want",
    "Why",
    "WhyKind",
    "check_want",
    "misfit",
    "rank",
]
