"""Who saw a record, and whom the clinic told: lists of a patient's own, each page with the name and the number."""

from collections.abc import Callable, Sequence
from functools import partial
from zoneinfo import ZoneInfo

from app.core.text import language, tr
from app.kit.dates import show_date
from app.privacy.queries import AccessLog, Accounting
from app.privacy.rules import flag_words, purpose_words
from app.reports.layout.grid import BODY_SOFT, CELL_SOFT, FOOT, INK, LEFT, NAME, ROOM, TOP
from app.reports.layout.paper import Paper
from app.reports.layout.table import Column, Placed, Row, Table, fit
from app.reports.rules.words import clock, plain_day

STEP = 13.4
#: baselines: of the headline, of the table's head on the first and on later pages
HEADLINE, FIRST, LATER = TOP + 42, TOP + 104, TOP + 34


def access_log(log: AccessLog) -> bytes:
    """Who saw a record from one day to another, when, where and why."""
    title = tr("Who saw this record")
    paper = Paper(
        title, language(), (title, _whose(log.name, log.mrn)), tr("For the privacy office and the patient alone.")
    )
    zone = ZoneInfo(log.zone)
    columns = (
        Column(tr("When"), 98, "l", NAME), Column(tr("What"), 112), Column(tr("Who"), 92), Column(tr("Desk"), 62, "l", CELL_SOFT),
        Column(tr("Why"), ROOM - 98 - 112 - 92 - 62, gap=0),
    )  # fmt: skip
    rows = []
    for row in log.rows:
        at = row.at.astimezone(zone)
        who = " + ".join(part for part in (row.who, row.second_person) if part)
        why = " · ".join(part for part in (row.why, ", ".join(map(flag_words, row.flags))) if part)
        rows.append(Row((f"{show_date(at.date())} {clock(at.time())}", row.what, who, row.desk, why), {}, ruled=True))
    period = tr("From {first} to {last}.", first=plain_day(log.first), last=plain_day(log.last))
    if log.more:
        period = f"{period} {tr('There is more: ask for a shorter time.')}"
    found = _looks(len(rows))
    return _listing(paper, found, period, Table(paper, columns, STEP), rows)


def _looks(count: int) -> str:
    if not count:
        return tr("Nobody looked at this record.")
    return tr("1 look or deed.") if count == 1 else tr("{count} looks and deeds.", count=f"{count:,}")


def accounting_of_disclosures(told: Accounting) -> bytes:
    """What of a record was given to others in the last six years, as 45 CFR 164.528 asks."""
    title = tr("Accounting of disclosures")
    foot = tr("Made for the patient on {day}, after 45 CFR 164.528.", day=plain_day(told.day))
    paper = Paper(title, language(), (title, _whose(told.name, told.mrn)), foot)
    columns = (
        Column(tr("Day"), 58, "l", NAME), Column(tr("To whom"), 150), Column(tr("What was told"), 160),
        Column(tr("Why"), ROOM - 58 - 150 - 160, gap=0),
    )  # fmt: skip
    rows = [
        Row(
            (
                show_date(row.made_on), ", ".join(part for part in (row.recipient, row.recipient_address) if part),
                " ".join(row.what.split()),
                ". ".join(part for part in (purpose_words(row.purpose), " ".join(row.purpose_note.split())) if part),
            ),
            {}, ruled=True,
        )
        for row in told.rows
    ]  # fmt: skip
    found = tr("Your record was given to nobody.") if not rows else tr("What we gave to others about you.")
    about = tr("Without treatment, payment and operations, without what you signed for or were given yourself.")
    return _listing(paper, found, about, Table(paper, columns, STEP), rows)


def _whose(name: str, mrn: str) -> str:
    return tr("{name} · MRN {mrn}", name=name, mrn=mrn)


def _listing(paper: Paper, headline: str, about: str, table: Table, rows: Sequence[Row]) -> bytes:
    """A headline, a sentence and a table over as many pages as it needs."""
    placed = table.place(rows)
    pages: list[Callable[[], object]] = []
    done = 0
    while done < len(placed) or not pages:
        top = FIRST if not pages else LATER
        end = fit(placed, FOOT - 16 - top - STEP, done) if placed else 0
        pages.append(partial(_page, paper, (headline, about) if not pages else (), table, placed[done:end], top))
        if not placed:
            break
        done = end
    return paper.finish(pages)


def _page(paper: Paper, words: tuple[str, ...], table: Table, rows: Sequence[Placed], top: float) -> None:
    if words:
        y = paper.headline(HEADLINE, [words[0]], 2)
        paper.para(LEFT, y, ROOM, words[1], BODY_SOFT)
    if rows:
        y = table.head(LEFT, top, 0.6, INK) + 1
        table.body(LEFT, y, rows)
