"""What a booking is refused with: one plain sentence at its field, and the nearest times that fit everything asked for."""

from collections.abc import Callable

from app.core.clock import local_day
from app.core.errors import Clash, ClinicError
from app.core.sessions import WriteSession
from app.kit.dates import show_date
from app.schedule.actions.slots import Slot, clock_words, opening_words
from app.schedule.queries.facts import Facts
from app.schedule.queries.free import staff_of
from app.schedule.queries.nearest import nearest_openings
from app.schedule.queries.needs import wrong_patient
from app.schedule.rules import Resource, Span
from app.schedule.rules.capacity import Held, Rule

#: tells a screen that a reason would let the right person go on
OVERRIDABLE: dict[str, object] = {"overridable": True}


def _told(session: WriteSession, facts: Facts, slot: Slot) -> dict[str, object]:
    """What the sentences about a time are filled with; `openings` are for the screen, which offers each with one key."""
    zone, people = slot.location.zone, staff_of(session, slot.location.id)
    wanted = facts.wanted(slot.minutes, session.now)
    openings = nearest_openings(session, slot.location, people, slot.who.id, wanted, slot.begin)
    return {
        "practitioner": slot.who.name,
        "start": clock_words(slot.begin, zone),
        "end": clock_words(slot.end, zone),
        "nearest": opening_words(openings, local_day(slot.begin, zone), slot.who.id, zone),
        "openings": openings,
    }


def taken(session: WriteSession, facts: Facts, slot: Slot) -> Clash:
    """The practitioner is taken."""
    return Clash(
        "{practitioner} is taken from {start} to {end}.",
        field="start",
        next_step="Nearest free: {nearest}.",
        **_told(session, facts, slot),
    )


def elsewhere(session: WriteSession, facts: Facts, slot: Slot) -> Clash:
    """The patient has a visit at that time already."""
    return Clash(
        "This patient already has a visit between {start} and {end}.",
        field="patient",
        next_step="Nearest free for both: {nearest}.",
        **_told(session, facts, slot),
    )


def no_seat(session: WriteSession, facts: Facts, slot: Slot, full: Resource) -> Clash:
    """Every room (or piece of equipment) of the kind is taken, or the one room that was asked for."""
    told, needs = _told(session, facts, slot), facts.needs
    if full is Resource.ROOM and facts.room:
        return Clash(
            "“{room}” is taken between {start} and {end}.",
            field="start",
            next_step="Nearest free, in any such room: {nearest}.",
            room=facts.room,
            **told,
        )
    return Clash(
        "Every “{room}” is taken between {start} and {end}.",
        field="start",
        next_step="Nearest free: {nearest}.",
        room=needs.room_kind if full is Resource.ROOM else needs.equipment_kind,
        **told,
    )


def refusal(session: WriteSession, facts: Facts, slot: Slot, rule: Rule, met: Held | None = None) -> ClinicError:
    """The sentence for a rule that a booking goes against; `met` is the visit it meets, of which nothing is named."""
    if rule is Rule.FOR_WHOM:
        return wrong_patient(facts.kind.name, facts.needs.for_whom)
    plain = _PLAIN.get(rule)
    if plain is not None:
        return plain({"room": facts.needs.room_kind or facts.needs.equipment_kind, **OVERRIDABLE})
    told = {**_told(session, facts, slot), **_more(facts, slot, met), **OVERRIDABLE}
    if rule is Rule.TOGETHER:
        return _together(facts, slot, met, told)
    if rule is Rule.AUTHORIZATION:
        return _authorization(facts, told)
    return _TIMED[rule](told)


Told = dict[str, object]
_PLAIN: dict[Rule, Callable[[Told], ClinicError]] = {
    Rule.PAST: lambda told: ClinicError(
        "That day is over.", field="day", next_step="Choose today or a later day.", **told
    ),
    Rule.NO_ROOM: lambda told: ClinicError(
        "There is no “{room}” at this location.", field="visit_type", next_step="Choose another visit type.", **told
    ),
}
_TIMED: dict[Rule, Callable[[Told], ClinicError]] = {
    Rule.WHO: lambda told: ClinicError(
        "{practitioner} does not do “{type}”.", field="practitioner", next_step="Nearest free: {nearest}.", **told
    ),
    Rule.LEAD: lambda told: ClinicError(
        "“{type}” is booked at least {hours} hours ahead.", field="start", next_step="Nearest free: {nearest}.", **told
    ),
    Rule.COVERAGE: lambda told: ClinicError(
        "No plan of this patient holds on {day}.",
        field="day",
        next_step="Add the plan that pays then. Nearest free: {nearest}.",
        **told,
    ),
    Rule.HOURS: lambda told: ClinicError(
        "{practitioner} does not see patients from {start} to {end}.",
        field="start",
        next_step="Nearest free: {nearest}.",
        **told,
    ),
    Rule.PAUSE: lambda told: ClinicError(
        "{practitioner} needs {pause} minutes between these visits.",
        field="start",
        next_step="Nearest free: {nearest}.",
        **told,
    ),
}


def _more(facts: Facts, slot: Slot, met: Held | None) -> Told:
    needs, account, day = facts.needs, facts.needs.leave, local_day(slot.begin, slot.location.zone)
    more: Told = {"type": facts.kind.name, "hours": facts.kind.lead_hours, "day": show_date(day)}
    if account is not None:
        leave = account.leave
        more |= {"visits": leave.visits, "first": show_date(leave.starts_on), "last": show_date(leave.ends_on)}
        more["kept"] = account.kept
    if met is not None:
        before = met.span.start < Span.of(slot.begin, slot.end).start
        more["pause"] = max(met.after, needs.before) if before else max(needs.after, met.before)
        more["count"] = min(met.most, needs.most(day))
    return more


def _authorization(facts: Facts, told: Told) -> ClinicError:
    account = facts.needs.leave
    if account is not None and account.left <= 0 and account.kept:
        return ClinicError(
            "{visits} visits are authorized: {kept} kept back for re-evaluations, the others booked.",
            field="day",
            next_step="Ask the payer for more visits.",
            **told,
        )
    if account is not None and account.left <= 0:
        return ClinicError(
            "All {visits} authorized visits are booked.",
            field="day",
            next_step="Ask the payer for more visits.",
            **told,
        )
    return ClinicError(
        "The authorization holds from {first} to {last}.", field="day", next_step="Nearest free: {nearest}.", **told
    )


def _together(facts: Facts, slot: Slot, met: Held | None, told: Told) -> ClinicError:
    """Which of the two may not share the time: this patient, somebody there, or a type with a number of its own."""
    day = local_day(slot.begin, slot.location.zone)
    if facts.needs.most(day) == 1 and facts.kind.together != 1:
        return ClinicError(
            "This patient’s plan pays for one patient at a time; {practitioner} has another one then.",
            field="start",
            next_step="Nearest free: {nearest}.",
            **told,
        )
    if facts.needs.most(day) == 1 or (met is not None and met.most == 1):
        return ClinicError(
            "{practitioner} treats one patient only between {start} and {end}.",
            field="start",
            next_step="Nearest free: {nearest}.",
            **told,
        )
    return ClinicError(
        "No more than {count} of these visits may lie side by side.",
        field="start",
        next_step="Nearest free: {nearest}.",
        **told,
    )


__all__ = ["OVERRIDABLE", "elsewhere", "no_seat", "refusal", "taken"]
