"""The sign-in sheet: a strip for each visit with its time and a blank line, and nothing else.

A patient may write their name where others wait (45 CFR 164.502(a)(1)(iii) calls that incidental), but need not read the
names of those who came before: no name is printed, and a strip that is signed is torn off along the dots at once.
"""

from collections.abc import Sequence
from functools import partial

from app.core.text import tr
from app.reports.layout.grid import BODY_SOFT, CELL_SOFT, LEFT, RIGHT, ROOM, SMALL, SOFT, TITLE, TOP
from app.reports.layout.paper import Paper
from app.reports.rules.sheets import ScheduleSheet, sheet_title, time_of
from app.reports.rules.words import clock, long_day, stamp

#: where the strips begin and end, and the height of one: room for a hand and for scissors
FIRST, END, STRIP = TOP + 64, 738.0, 37.0
#: blank strips at least, for who comes without an appointment
WALK_INS = 3
NAME_AT, CAME_AT, NEWS_AT = LEFT + 70, RIGHT - 196, RIGHT - 104


def sign_in_sheet(sheet: ScheduleSheet) -> bytes:
    """The paper as PDF. It holds times alone, until somebody signs."""
    head = tr("Sign-in · {day}", day=long_day(sheet.first))
    made = tr(
        "Without names · a signed strip is kept like any record · printed {when} by {who}",
        when=stamp(sheet.printed_at), who=sheet.printed_by,
    )  # fmt: skip
    paper = Paper(sheet_title(sheet), sheet.language, (sheet.place, head), made)
    each = int((END - FIRST) // STRIP)
    strips: list[int | None] = [*sheet.starts, *[None] * WALK_INS]
    strips += [None] * (-len(strips) % each)
    pages = [strips[first : first + each] for first in range(0, len(strips), each)]
    return paper.finish([partial(_page, paper, page) for page in pages])


def _page(paper: Paper, strips: Sequence[int | None]) -> None:
    paper.put(LEFT, TOP + 32, tr("Sign in on the strip of your time"), TITLE, room=ROOM, least=0.6)
    said = tr("Then hand the strip to the desk. At the desk: tear a strip off as soon as it is signed.")
    paper.squeeze(LEFT, TOP + 47, ROOM, said, BODY_SOFT)
    y = FIRST
    paper.dots(y)
    for minute in strips:
        _strip(paper, y, minute)
        y += STRIP
        paper.dots(y)


def _strip(paper: Paper, y: float, minute: int | None) -> None:
    base = y + STRIP - 13
    if minute is None:
        paper.rule(LEFT, base, 52, 0.5, SOFT)
    else:
        paper.put(LEFT, base, clock(time_of(minute)), TITLE, room=60, least=0.5)
    for left, right, words in ((NAME_AT, CAME_AT - 14, tr("Your name")), (CAME_AT, NEWS_AT - 14, tr("Time now"))):
        paper.rule(left, base, right - left, 0.5, SOFT)
        paper.put(left, base + 8, words, SMALL, room=right - left, least=0.5)
    paper.box(NEWS_AT, base)
    room = RIGHT - NEWS_AT - 13
    for number, line in enumerate(paper.lines(tr("New address, phone or insurance"), room, CELL_SOFT)[:3]):
        paper.put(NEWS_AT + 13, base - 8 + number * 9, line, CELL_SOFT, room=room, least=0.5)
