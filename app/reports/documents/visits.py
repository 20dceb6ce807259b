"""The patient's list of visits: large, one line a visit, in the patient's language; for the refrigerator door."""

from collections.abc import Callable, Sequence
from functools import partial

from app.reports.layout.grid import (
    BODY,
    CELL_SOFT,
    FOOT,
    INK,
    LEFT,
    LETTER,
    LETTER_HEADLINE,
    NAME,
    RIGHT,
    ROOM,
    SECTION,
    TOP,
    Type,
    span,
)
from app.reports.layout.paper import Paper
from app.reports.rules.papers import ComingVisits, ListedVisit, Words, words_in

STEP = 24.0
DAY = Type(NAME.face, 12)
WHEN = Type(BODY.face, 12)
#: baselines of the first visit on the first page and on later ones; below it the sentences need this much
FIRST, LATER, BELOW = TOP + 118, TOP + 56, 92.0


def coming_visits(value: ComingVisits) -> bytes:
    """A Letter sheet, or as many as the visits need."""
    words = words_in(value.language)
    language = "es-US" if words.language == "es" else "en-US"
    paper = Paper(words.say("title"), language)
    paper.counted = str(words.texts["pages"])
    pages: list[Callable[[], object]] = []
    done, visits = 0, value.visits
    while done < len(visits) or not pages:
        top = FIRST if not pages else LATER
        room = int((FOOT - BELOW - top) // STEP)
        pages.append(partial(_page, paper, value, words, visits[done : done + room], done, top))
        done += room
    return paper.finish(pages)


def _page(
    paper: Paper, value: ComingVisits, words: Words, visits: Sequence[ListedVisit], before: int, top: float
) -> None:
    _letterhead(paper, value)
    if not before:
        count = len(value.visits)
        told = words.say("headline_one" if count == 1 else "headline", count=count) if count else words.say("none")
        paper.headline(TOP + 56, [told], 2, LETTER_HEADLINE)
    y = top
    several = len({one.location for one in value.visits}) > 1
    for at, visit in enumerate(visits, start=before + 1):
        paper.rule(LEFT, y - 16, ROOM, 0.35)
        _visit(paper, words, visit, at, y, several=several)
        y += STEP
    if visits:
        paper.rule(LEFT, y - 16, ROOM, 0.35)
    if before + len(visits) >= len(value.visits):
        _below(paper, value, words, y + 12)


def _visit(paper: Paper, words: Words, visit: ListedVisit, number: int, y: float, *, several: bool) -> None:
    paper.put(LEFT + 20, y, str(number), CELL_SOFT, "r")
    x, room = LEFT + 30, span(0, 6)[1] - 30
    paper.put(x, y, words.day(visit.at.date()), DAY, room=room, least=0.6)
    paper.put(span(6, 1)[0], y, words.clock(visit.at.time()), WHEN)
    x, room = span(8, 4)
    paper.put(
        x, y - (5 if several else 0), visit.practitioner, BODY.sized(11 if not several else 9), room=room, least=0.6
    )
    if several:
        paper.put(x, y + 5, visit.location, CELL_SOFT, room=room, least=0.6)


def _letterhead(paper: Paper, value: ComingVisits) -> None:
    place = f"{value.clinic} · {value.location}" if value.location else value.clinic
    used = paper.put(RIGHT, TOP + 4, value.patient, SECTION, "r", room=span(0, 5)[1], least=0.6)
    paper.squeeze(LEFT, TOP + 4, ROOM - used - 16, place, SECTION)
    about = " · ".join(part for part in (value.address, value.phone) if part)
    paper.squeeze(LEFT, TOP + 16, ROOM, about, CELL_SOFT)
    paper.rule(LEFT, TOP + 22, ROOM, 0.4, INK)


def _below(paper: Paper, value: ComingVisits, words: Words, y: float) -> None:
    told = [words.say("early")] if value.visits else []
    told.append(words.say("change", phone=value.phone) if value.phone else words.say("change_here"))
    for text in told:
        y = paper.para(LEFT, y, span(0, 10)[1], text, LETTER) + 5
    paper.put(LEFT, FOOT, words.say("made", day=words.day(value.made_on)), CELL_SOFT)
