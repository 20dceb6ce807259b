"""How the schedule says things: statuses, days, closed time."""

from datetime import datetime, time

from app.core.text import language, tr
from app.kit.dates import long_day, short_day, show_time
from app.schedule.queries import AppointmentRow, BlockRow, DayPlan, PractitionerDay, Refill
from app.schedule.rules import AppointmentStatus, ReasonKind, VisitKind, reason
from app.schedule.rules.codes import Tone

#: visit kind -> colour token of the left edge, and of the ground
KIND_INK = {
    VisitKind.EVALUATION: ("st_room", "room_soft"),
    VisitKind.FOLLOW_UP: ("st_arrived", "info_soft"),
    VisitKind.RE_EVALUATION: ("st_out", "out_soft"),
}

#: tone of a visit type -> colour token of the left edge, and of the ground
TONES = {
    Tone.INDIGO: ("accent", "accent_soft"),
    Tone.BLUE: ("st_arrived", "info_soft"),
    Tone.TEAL: ("st_ready", "ready_soft"),
    Tone.VIOLET: ("st_room", "room_soft"),
    Tone.PINK: ("st_out", "out_soft"),
    Tone.GREEN: ("ok", "ok_soft"),
    Tone.GRAY: ("st_done", "sunken"),
}


def visit_ink(visit: AppointmentRow) -> tuple[str, str]:
    """The colour tokens of a visit's edge and ground: those of its type's tone, or of its kind."""
    return TONES[Tone(visit.colour)] if visit.colour else KIND_INK[visit.kind]


def status_look(visit: AppointmentRow, now: datetime) -> tuple[str, str, str]:
    """The word, the ring and the colour of a visit as far as the schedule alone knows it."""
    if visit.status is AppointmentStatus.BOOKED and visit.starts_at < now:
        return tr("Late"), "clock", "warn"
    return {
        AppointmentStatus.BOOKED: (tr("Booked"), "empty", "st_booked"),
        AppointmentStatus.ARRIVED: (tr("Arrived"), "quarter", "st_arrived"),
        AppointmentStatus.CHECKED_IN: (tr("Checked in"), "half", "st_ready"),
        AppointmentStatus.FULFILLED: (tr("Checked out"), "tick", "st_done"),
        AppointmentStatus.CANCELLED: (tr("Cancelled"), "stroke", "st_gone"),
        AppointmentStatus.NOSHOW: (tr("No-show"), "cross", "st_gone"),
        AppointmentStatus.ENTERED_IN_ERROR: (tr("Entered by mistake"), "stroke", "st_gone"),
    }[visit.status]


def minute_words(minute: int) -> str:
    """A minute of the day as 9:15 AM."""
    return show_time(time(minute // 60 % 24, minute % 60))


def closed_word(block: BlockRow) -> str:
    """Why time is closed: the label of its code, or the words somebody wrote."""
    known = reason(ReasonKind.BLOCK, block.reason)
    return known.label(language()) if known else block.reason


def ghost_words(visit: AppointmentRow) -> str:
    """Why a ghost is one."""
    known = reason(ReasonKind.CANCEL, visit.cancel_reason)
    return known.label(language()) if known else visit.cancel_note


def refill_words(visit: AppointmentRow) -> str:
    """What became of the hole that a ghost left: nothing to say where none was."""
    if visit.refill is Refill.NONE:
        return ""
    return {Refill.OPEN: tr("not filled"), Refill.FILLED: tr("filled"), Refill.CLOSED: tr("closed")}[visit.refill]


def empty_words(plan: DayPlan) -> tuple[str, str]:
    """What an empty day says, and the button that leads to the next open one ("": there is none)."""
    day = long_day(plan.day, plan.today)
    if plan.next_open_day is None:
        return tr("No visits on {day}, and nobody works in the next four weeks.", day=day), ""
    after = short_day(plan.next_open_day, plan.today)
    return tr("No visits on {day}. Next open day: {next}.", day=day, next=after), tr("Go there")


def fullness(day: PractitionerDay) -> tuple[str, str, str]:
    """How full a column is: in short, with how many visits at a time that counts, and what it counts as a sentence."""
    count, lanes, opened = sum(not visit.ghost for visit in day.visits), day.who.lanes, day.open_minutes
    if not opened:
        return (tr("visits: {visits}", visits=count),) * 2 + (tr("No time is open."),)
    percent = round(100 * min(1.0, day.taken_minutes / opened))
    short = tr("visits: {visits} · {percent} % full", visits=count, percent=percent)
    if lanes == 1:
        return short, short, tr("{percent} % full: booked minutes of all open minutes.", percent=percent)
    whole = tr("visits: {visits} · {percent} % full ({lanes} at a time)", visits=count, percent=percent, lanes=lanes)
    said = tr(
        "{percent} % full: booked minutes of all open minutes, with {lanes} visits at a time.",
        percent=percent, lanes=lanes,
    )  # fmt: skip
    return short, whole, said


def spoken(visit: AppointmentRow, word: str) -> str:
    """A box as a screen reader says it."""
    return tr(
        "{time}, {patient}, {type}, {status}",
        time=show_time(visit.start),
        patient=visit.patient,
        type=visit.visit_type,
        status=word,
    )
