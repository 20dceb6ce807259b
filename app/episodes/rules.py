"""Pure decisions about an episode of care and its plan."""

from datetime import date, timedelta
from enum import StrEnum

from app.core.errors import ClinicError

#: more than this a week, or for so many weeks, is a slip of the hand
MOST_A_WEEK, MOST_WEEKS = 7, 52


class EpisodeStatus(StrEnum):
    """FHIR EpisodeOfCare.status, the ones a desk uses."""

    PLANNED = "planned"
    ACTIVE = "active"
    ONHOLD = "onhold"
    FINISHED = "finished"
    CANCELLED = "cancelled"


#: an episode that goes on: visits are booked for it
GOING_ON = frozenset({EpisodeStatus.PLANNED, EpisodeStatus.ACTIVE, EpisodeStatus.ONHOLD})


def check_often(visits_per_week: int, weeks: int) -> None:
    """Raise ClinicError at `visits_per_week` or `weeks` when a plan of care cannot be so."""
    if not 1 <= visits_per_week <= MOST_A_WEEK:
        raise ClinicError("A patient comes 1 to {limit} times a week.", field="visits_per_week", limit=MOST_A_WEEK)
    if not 1 <= weeks <= MOST_WEEKS:
        raise ClinicError("A plan of care is for 1 to {limit} weeks.", field="weeks", limit=MOST_WEEKS)


def check_end(starts_on: date, ends_on: date) -> None:
    """Raise ClinicError at `ends_on` when an episode ends before it begins."""
    if ends_on < starts_on:
        raise ClinicError("The care ends before it begins.", field="ends_on", next_step="Check the date.")


def last_day(starts_on: date, weeks: int) -> date:
    """The last day of a plan of so many weeks."""
    return starts_on + timedelta(weeks=weeks, days=-1)
