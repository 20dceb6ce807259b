"""Recovery key sheet: the key large and typable, how to keep it, and a slip that opens nothing.

No QR on purpose: a phone's camera would copy the key.
"""

from app.core.text import tr
from app.reports.layout.grid import (
    ASIDE,
    BODY,
    BODY_SOFT,
    CELL_SOFT,
    FOOT,
    INK,
    LEFT,
    LETTER_HEADLINE,
    RECOVERY,
    RIGHT,
    ROOM,
    SECTION,
    SMALL,
    TITLE,
    TOP,
    span,
)
from app.reports.layout.paper import Paper
from app.reports.rules.values import RecoveryKeySheet
from app.reports.rules.words import plain_day

IN_ROW = 4
SLIP = FOOT - 158


def recovery_key(sheet: RecoveryKeySheet) -> bytes:
    """The sheet as PDF. The caller keeps no copy: these bytes hold the key."""
    place = f"{sheet.clinic}, {sheet.location}" if sheet.location else sheet.clinic
    paper = Paper(
        tr("Recovery key"),
        sheet.language,
        (f"Frontdesk · {place}", tr("Recovery key · {day}", day=plain_day(sheet.printed_on))),
        tr("Printed once. The program keeps no copy of this key and cannot print it again."),
    )
    return paper.finish([lambda: _draw(paper, sheet)])


def _draw(paper: Paper, sheet: RecoveryKeySheet) -> None:
    said = tr("This sheet opens your clinic’s data when nothing else can. Keep it like cash.")
    y = paper.headline(TOP + 40, [said], 3, LETTER_HEADLINE) + 14
    y = _key(paper, sheet, y)
    y = _advice(paper, y + 6)
    _test(paper, y + 16)
    _slip(paper, sheet)


def _key(paper: Paper, sheet: RecoveryKeySheet, y: float) -> float:
    """The groups, numbered, four in a row; returns the y below the words on typing them."""
    rows = -(-len(sheet.groups) // IN_ROW)
    style = RECOVERY
    while max(paper.width(group, style) for group in sheet.groups) > 108:
        style = style.sized(style.size - 1)
    paper.rule(LEFT, y, ROOM, 0.8, INK)
    for index, group in enumerate(sheet.groups):
        x, line = LEFT + (index % IN_ROW) * 129 + 14, y + 46 + (index // IN_ROW) * 52
        paper.put(x - 14, line - 14, str(index + 1), CELL_SOFT)
        paper.put(x, line, group, style)
    y += 18 + rows * 52
    paper.rule(LEFT, y, ROOM, 0.8, INK)
    how = tr(
        "Type it group by group; small letters and missing spaces do no harm. The letters I, L, O and U never occur; "
        "a zero carries a stroke. The last signs check the rest, so a slip is named at once."
    )
    return paper.para(LEFT, y + 17, ROOM, how, CELL_SOFT) + 6


def _parts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (
            tr("You need it when"),
            (
                tr("the computer or its disk is replaced"),
                tr("the system forgot its saved passwords"),
                tr("the only administrator is locked out"),
                tr("a backup is opened on another computer"),
            ),
        ),
        (
            tr("Keep it so"),
            (
                tr("in a sealed envelope, signed across the flap"),
                tr("in a safe or bank box, not in this building’s server room"),
                tr("never photographed, e-mailed, typed into notes, or kept with a backup"),
                tr("shown to two people at most; write their names below"),
            ),
        ),
        (
            tr("If it is lost or seen"),
            (
                tr("nothing breaks: data stays open on working desks"),
                tr("make a new one today: Settings, Recovery key, Replace"),
                tr("the old key stops working; shred this sheet"),
                tr("old backups still need the old key: make a new backup"),
            ),
        ),
    )


def _advice(paper: Paper, y: float) -> float:
    ends = []
    for index, (title, points) in enumerate(_parts()):
        x, room = span(4 * index, 4)
        line = paper.heading(x, y, room, title) + 2
        for point in points:
            paper.put(x, line, "–", BODY_SOFT)
            line = paper.para(x + 10, line, room - 10, point, BODY) + 4
        ends.append(line)
    return max(ends)


def _test(paper: Paper, y: float) -> None:
    y = paper.heading(LEFT, y, ROOM, tr("Test it once, today"), tr("two minutes")) + 2
    steps = (
        tr("Settings, Recovery key, Test"),
        tr("type the key from this sheet, not from the screen"),
        tr("“The key is right.” appears: tick and date here"),
    )
    for index, step in enumerate(steps):
        x, room = span(4 * index, 4)
        paper.put(x, y, str(index + 1), SECTION)
        paper.para(x + 12, y, room - 30, step, BODY)
    paper.box(RIGHT - 10, y + 12)


def _slip(paper: Paper, sheet: RecoveryKeySheet) -> None:
    """For the owner's file: where the key lies, not what it is."""
    paper.dots(SLIP)
    paper.put(RIGHT, SLIP - 4, tr("cut here; the slip goes to the owner’s file"), ASIDE, "r")
    paper.put(LEFT, SLIP + 26, tr("Where the recovery key is kept"), TITLE)
    known = tr("Key fingerprint {mark}. This slip does not open anything.", mark=sheet.fingerprint)
    paper.put(LEFT, SLIP + 40, known, CELL_SOFT)
    fields = (
        (tr("Place"), 0, 6),
        (tr("Sealed by"), 6, 3),
        (tr("Date"), 9, 3),
        (tr("Second person"), 0, 6),
        (tr("Signature"), 6, 3),
        (tr("Tested on"), 9, 3),
    )
    for index, (name, first, count) in enumerate(fields):
        x, room = span(first, count)
        line = SLIP + 80 + (index // 3) * 38
        paper.rule(x, line, room, 0.5, INK)
        paper.put(x, line + 9, name, SMALL)
