"""The free times nearest to one that cannot be: what a refusal offers."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.core.clock import local
from app.schedule.queries.free import Wanted, free_openings
from app.schedule.queries.rows import Opening, PractitionerRow
from app.schedule.rules import Span
from app.schedule.rules.spans import Start, nearest_few
from app.staff.tables import Location

#: how many are offered
OFFERED = 3
#: how far the search goes, in days
LOOK_AHEAD = 28
#: more free times than a location has in a day
MANY = 10_000


def nearest_openings(
    session: Session, location: Location, people: Sequence[PractitionerRow], who_id: int, wanted: Wanted, at: datetime
) -> tuple[Opening, ...]:
    """Up to three free times near `at`: the practitioner's before and after it, somebody else's, else their next days.

    All of them keep every rule that `wanted` knows. With nothing of the practitioner's in four weeks, others' next days.
    """
    day = local(at, location.zone).date()
    same = {
        (one.practitioner_id, Span.of(one.starts_at, one.ends_at).start): one
        for one in free_openings(session, location, people, wanted, day, 1, MANY)
    }
    found = [same[start] for start in nearest_few(same, Start(who_id, Span.of(at, at).start), OFFERED)]
    own = [one for one in people if one.id == who_id and wanted.needs.does(who_id)]
    for group in (own, people):
        if len(found) < OFFERED and (group is own or not found):
            found += _next_days(session, location, group, wanted, day, OFFERED - len(found))
    return tuple(found)


def _next_days(
    session: Session, location: Location, people: Sequence[PractitionerRow], wanted: Wanted, day: date, most: int
) -> Iterator[Opening]:
    """The first free time of each of the next days that have one."""
    last = day + timedelta(days=LOOK_AHEAD)
    for _ in range(most):
        found = free_openings(session, location, people, wanted, day + timedelta(days=1), (last - day).days, 1)
        if not found:
            return
        day = found[0].day
        yield found[0]
