"""The worklists of this room: holes to fill, who waits, who comes too seldom, who does not come any more."""

from datetime import date

from app.core.access import Actor
from app.core.clock import local
from app.core.ports import WorklistRow
from app.core.sessions import ReadSession
from app.core.text import tr
from app.kit.dates import show_date, show_time
from app.waitlist.queries.holes import HoleRow, holes
from app.waitlist.queries.plans import DroppedOff, PlanGap, dropped_off, under_scheduled
from app.waitlist.queries.waiting import EntryRow, read_fitting, waiting
from app.waitlist.queries.words import freed_words, hole_words, waits_words, want_words


class HolesToFill:
    """Times that came free and are still to come; Enter opens the ladder."""

    code = "holes"

    def title(self) -> str:
        """The list's name."""
        return tr("Holes to fill")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """The next first, each with how many would take it. Raises Refused for who may not book."""
        found = holes(session, actor, location_id)
        everyone = read_fitting(session, actor)
        return tuple(_hole(hole, sum(one.fits(hole.hole()) for one in everyone)) for hole in found)


def _hole(hole: HoleRow, fitting: int) -> WorklistRow:
    offered = ""
    if hole.offered_until is not None:
        until = show_time(local(hole.offered_until, hole.zone).time())
        offered = tr("offered until {time} by {name}", time=until, name=hole.offered_by)
    parts = (hole.location, freed_words(hole.freed_by), tr("{count} would take it", count=fitting), offered)
    detail = " · ".join(part for part in parts if part)
    return WorklistRow(f"hole-{hole.id}", hole_words(hole), detail, day=hole.day, task=str(hole.id))


class Waiting:
    """Who waits, the longest first; Enter opens what they want."""

    code = "waiting"

    def title(self) -> str:
        """The list's name."""
        return tr("Waitlist")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """The highest priority first, then who waits longest."""
        found = sorted(waiting(session, actor, location_id), key=lambda one: (-one.priority, one.since))
        return tuple(_waiting(one, today) for one in found)


def _waiting(one: EntryRow, today: date) -> WorklistRow:
    days = max(0, (today - local(one.since, one.zone).date()).days)
    until = tr("until {day}", day=show_date(one.until)) if one.until else ""
    parts = (want_words(one), waits_words(days), until)
    return WorklistRow(
        f"entry-{one.id}", one.patient, " · ".join(part for part in parts if part), one.patient_id,
        day=local(one.since, one.zone).date(), task=str(one.id),
    )  # fmt: skip


class UnderScheduled:
    """Whose plan of care asks for more visits than are booked, this week and the next; Enter books."""

    code = "under-scheduled"

    def title(self) -> str:
        """The list's name."""
        return tr("Under-scheduled")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """This week before the next, who lacks most first."""
        return tuple(_gap(one) for one in under_scheduled(session, actor, location_id, today))


def _gap(one: PlanGap) -> WorklistRow:
    detail = tr(
        "Plan {often} a week, booked {booked} in the week of {day}",
        often=one.per_week, booked=one.booked, day=show_date(one.week),
    )  # fmt: skip
    return WorklistRow(f"gap-{one.episode_id}-{one.week}", one.patient, detail, one.patient_id, day=one.week)


class NoVisitAhead:
    """Active episodes of patients with nothing booked ahead; Enter books."""

    code = "dropped-off"

    def title(self) -> str:
        """The list's name."""
        return tr("Dropped off")

    def rows(self, session: ReadSession, actor: Actor, location_id: int | None, today: date) -> tuple[WorklistRow, ...]:
        """Who was here longest ago first."""
        return tuple(_dropped(one, today) for one in dropped_off(session, actor, location_id, today))


def _dropped(one: DroppedOff, today: date) -> WorklistRow:
    days = (today - one.last).days if one.last else None
    if days is None:
        detail = tr("In care since {day}, no visit yet, nothing booked", day=show_date(one.since))
    elif days <= 1:
        detail = tr("Last here yesterday, nothing booked") if days else tr("Here today, nothing booked after it")
    else:
        detail = tr("Last here {days} days ago, nothing booked", days=days)
    return WorklistRow(f"dropped-{one.episode_id}", one.patient, detail, one.patient_id, day=one.last)
