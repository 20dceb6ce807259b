"""What is said on the phone, in the language of the person who is called. A message tells nothing but who called."""

from dataclasses import dataclass
from datetime import date, time

from app.waitlist.rules.ranking import weights


@dataclass(frozen=True, slots=True)
class Call:
    """What a call is about. `later`: the day of the visit that would be given up."""

    patient: str
    clinic: str
    clinic_phone: str
    practitioner: str
    day: date
    start: time
    minutes: int
    later: date | None = None


def spoken_language(tag: str) -> str:
    """The language a script is in for somebody who speaks `tag`: en or es."""
    return "es" if tag.lower().startswith("es") else "en"


def time_words(at: time) -> str:
    """3:15 PM, as it is said."""
    return f"{at.hour % 12 or 12}:{at.minute:02d} {'AM' if at.hour < 12 else 'PM'}"


def day_words(day: date, language: str) -> str:
    """A day as it is said: Tuesday, March 10; el martes 10 de marzo."""
    words = weights()["script"][language]
    told = {"weekday": words["weekdays"][day.weekday()], "month": words["months"][day.month - 1], "number": day.day}
    return str(words["day"].format_map(told))


def script(call: Call, language: str, until: time | None = None) -> tuple[str, ...]:
    """The sentences of a call in order; with `until` the one that goes with an offer."""
    words = weights()["script"][language]
    told = {
        "patient": call.patient,
        "clinic": call.clinic,
        "practitioner": call.practitioner,
        "day": day_words(call.day, language),
        "time": time_words(call.start),
        "minutes": call.minutes,
        "later": day_words(call.later, language) if call.later else "",
        "until": time_words(until) if until else "",
    }
    lines = [words["first"], words["sooner"] if call.later else words["open"]]
    return tuple(line.format_map(told) for line in [*lines, *([words["hold"]] if until else [])])


def message(call: Call, language: str) -> str:
    """What is left on a machine: no day, no clinic's business with them."""
    words = weights()["script"][language]
    told = {"patient": call.patient, "clinic": call.clinic, "clinic_phone": call.clinic_phone}
    parts = (words["message"], words["number"] if call.clinic_phone else "")
    return " ".join(part for part in parts if part).format_map(told)
