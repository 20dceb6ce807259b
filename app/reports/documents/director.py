"""Page 1 of the end-of-day packet: answers the director in ten seconds, and never flows over."""

from collections.abc import Callable
from datetime import time

from app.core.text import tr
from app.reports.documents.money import money_height, money_section, plan
from app.reports.documents.sections import Flow, Section, share
from app.reports.documents.strip import Strip
from app.reports.layout import faces
from app.reports.layout.chart import spark
from app.reports.layout.grid import (
    BODY_SOFT,
    CELL,
    CELL_SOFT,
    FIGURE,
    FINE,
    FOOT,
    INK,
    LEFT,
    NAME,
    RIGHT,
    ROOM,
    SECTION,
    SMALL,
    TOP,
    span,
)
from app.reports.layout.paper import Paper
from app.reports.layout.table import Column, Row
from app.reports.rules import counts, sentences
from app.reports.rules.values import Closing, EndOfDay, Seal
from app.reports.rules.words import clock, percent, stamp

END = FOOT - 56  # the closing line's rule
STEPS = ((15.4, 20.0), (13.4, 17.0), (11.4, 15.0))  # rows and strip: airy on a short day, close on a full one
ROOMY = 13.4
KEPT = 285.0  # what the sections below the strip get at least, when they need it
OURS = 0.6  # how far a line of our own may shrink in another language
QR = 42.0
HISTORY = 5  # a line of fewer days says nothing
Clock = Callable[[time], str]


def clock_of(report: EndOfDay) -> Clock:
    """How the packet writes times: without AM and PM where no hour of the dial comes twice."""
    starts = [visit.minute for visit in report.visits]
    twice = bool(starts) and max(starts) - min(starts) >= 12 * 60
    return lambda at: clock(at, half=twice)


def named(patient: str, mrn: str) -> str:
    """The patient's name; with the MRN where a part of the name cannot be printed."""
    return f"{patient} · {mrn}" if mrn and faces.has_marks(patient, faces.SEMI) else patient


def marks_word() -> str:
    """What a frame in a name stands for."""
    return tr(
        "A framed note such as “2 Chinese” stands for characters this paper cannot print; "
        "the name is whole on screen, and the MRN finds it."
    )


class Director:
    """Page 1: planned first, so that what does not fit is carried to a page whose number is known."""

    def __init__(self, paper: Paper, report: EndOfDay) -> None:
        """Measure everything; `carry` must follow, then `draw`."""
        self.paper, self.report = paper, report
        self.day = counts.tally(report.visits)
        self.rates = counts.rates(report)
        self.clock = clock_of(report)
        self.strip = Strip(paper, report)
        self.left = [section for section in (self._lost(), self._papers(), self._tomorrow()) if section]
        self.right = [section for section in (self._unbooked(), self._ending()) if section]
        self.explained = self._explanations()
        self.money = plan(paper, report)
        self.step = ROOMY
        self._plan()

    # planning

    def _plan(self) -> None:
        top = self._top()
        for self.step, self.strip.step in STEPS:
            for column, room in ((self.left, span(0, 8)[1]), (self.right, span(8, 4)[1])):
                for section in column:
                    section.measure(self.paper, room, self.step)
            need = self._need()
            if top + self.strip.height() + need <= END - 8:
                return
        self.strip.shrink(END - 8 - top - min(need, KEPT))
        room = END - 8 - top - self.strip.height()
        share([self.left], room, self.step)
        share([self.right], room - money_height(self.money, self.step), self.step)

    def _need(self) -> float:
        left = sum(section.height(self.step) for section in self.left)
        right = sum(section.height(self.step) for section in self.right) + money_height(self.money, self.step)
        return max(left, right)

    def _top(self) -> float:
        """Where the strip begins: below headline and figures."""
        lines = self.paper.headline_lines(sentences.headline(self.report))
        return TOP + 34 + lines * 21.5 + 4 + self._figures_height()

    def _figures_height(self) -> float:
        if not self.rates:
            return 0.0
        room = self._figure_room()
        fine = max(len(self.paper.lines(sentences.rate_meaning(r.measure), room, FINE)) for r in self.rates)
        return 26 + (28 if self._history() else 6) + fine * FINE.lead + 7

    def _figure_room(self) -> float:
        return (ROOM - (len(self.rates) - 1) * 12) / len(self.rates)

    def _history(self) -> bool:
        return any(len(rate.history) >= HISTORY for rate in self.rates)

    def carry(self, flow: Flow) -> None:
        """Send what page 1 cannot hold to the flow."""
        if self.strip.cut:
            self.strip.carry(flow)
        for section in (*self.left, *self.right):
            if section.shown < len(section.placed):
                flow.section(section, ROOMY)
        if self.explained:
            flow.section(self.explained, ROOMY)

    # sections

    def _lost(self) -> Section | None:
        rows = counts.lost_visits(self.report.visits)
        if not rows:
            return None
        holes = any(row.hole for row in rows)
        columns = (
            Column(tr("Time"), 30, "r", gap=8),
            Column(tr("Patient"), 104, "l", NAME),
            Column(tr("What"), 56),
            Column(tr("Reason"), 90),
            *((Column(tr("Hole"), 60),) if holes else ()),
        )
        cells = [
            (self.clock(r.start), named(r.patient, r.mrn), sentences.outcome_word(r), r.reason or "–", r.hole or "–")
            for r in rows
        ]
        return Section(
            sentences.lost_heading(len(rows)),
            sentences.lost_aside(self.day),
            columns,
            tuple(Row(cell[: len(columns)]) for cell in cells),
        )

    def _papers(self) -> Section | None:
        papers = self.report.papers
        if papers is None:
            return None
        patients, missing = len({p.patient_id or p.mrn or p.patient for p in papers}), sum(p.count for p in papers)
        people = tr("1 patient") if patients == 1 else tr("{count} patients", count=patients)
        count = tr("1 paper") if missing == 1 else tr("{count} papers", count=missing)
        return Section(
            tr("Papers to chase"),
            f"{people}, {count}" if papers else "",
            (Column(tr("Patient"), 140, "l", NAME), Column(tr("Missing"), 118), Column(tr("Who, when"), 90)),
            tuple(Row((named(p.patient, p.mrn), p.missing, p.who_when)) for p in papers),
            empty=tr("Every paper of today is in."),
        )

    def _tomorrow(self) -> Section | None:
        tomorrow = self.report.tomorrow
        if tomorrow is None:
            return None
        good = tomorrow.visits - len(tomorrow.items)
        ready = tr("{all} visits, {ready} ready", all=tomorrow.visits, ready=good)
        if tomorrow.visits == 1:
            ready = tr("1 visit, ready") if good else tr("1 visit, not ready")
        return Section(
            tr("Tomorrow’s red items"),
            ready,
            (
                Column(tr("Time"), 30, "r", gap=8),
                Column(tr("Patient"), 110, "l", NAME),
                Column(tr("Why not ready"), 138),
                Column(tr("Who"), 70),
            ),
            tuple(Row((self.clock(i.start), named(i.patient, i.mrn), i.why, i.who)) for i in tomorrow.items),
            empty=tr("Every visit is ready.") if tomorrow.visits else tr("No visits are booked."),
        )

    def _unbooked(self) -> Section | None:
        people = self.report.unbooked
        if people is None:
            return None
        aside = tr("{count} of {all}", count=len(people), all=self.day.attended) if people else ""
        rows = tuple(Row((named(p.patient, p.mrn), p.plan)) for p in people)
        if not self.report.named:  # initials need no line each
            plans = dict.fromkeys(p.plan for p in people)
            rows = tuple(Row((", ".join(p.patient for p in people if p.plan == plan), plan)) for plan in plans)
        empty = tr("Everybody has one, or is done.")
        return Section(tr("Left without a next visit"), aside, _pair(44), rows, named=False, empty=empty)

    def _ending(self) -> Section | None:
        people = self.report.ending
        if not people:
            return None
        rows = tuple(Row((named(p.patient, p.mrn), p.left)) for p in people)
        return Section(tr("Authorizations ending"), "", _pair(80), rows, named=False)

    def _explanations(self) -> Section | None:
        closing = self.report.closing
        if closing is None or not closing.explanations:
            return None
        rows = tuple(Row((str(n), text)) for n, text in enumerate(closing.explanations, 1))
        columns = (Column("", 20, style=CELL_SOFT), Column("", ROOM - 20))
        return Section(tr("Explained at closing"), "", columns, rows, named=False)

    # drawing

    def draw(self) -> None:
        """The page."""
        y = self.paper.headline(TOP + 34, sentences.headline(self.report)) + 4
        y = self._figures(y)
        y = self.strip.draw(y)
        (left, wide), (right, narrow) = span(0, 8), span(8, 4)
        yl = yr = y
        for section in self.left:
            yl = section.draw(self.paper, left, yl, wide, self.step)
        yr = money_section(self.paper, self.report, self.money, right, yr, self.step)
        for section in self.right:
            yr = section.draw(self.paper, right, yr, narrow, self.step)
        if not self.left:
            yl = self._quiet(left, yl, wide)
        self._closing()

    def _quiet(self, x: float, y: float, room: float) -> float:
        y = self.paper.heading(x, y, room, tr("Visits that did not happen"), "")
        self.paper.put(x, y, tr("None.") if self.day.scheduled else tr("No visits were booked."), CELL)
        return y

    def _figures(self, y: float) -> float:
        if not self.rates:
            return y
        room, history = self._figure_room(), self._history()
        paper = self.paper
        for index, rate in enumerate(self.rates):
            x = LEFT + index * (room + 12)
            paper.put(x, y, sentences.rate_name(rate.measure), NAME, room=room, least=OURS)
            used = paper.put(x - 1, y + 22, percent(rate.value), FIGURE)
            paper.put(x + used, y + 22, "%", BODY_SOFT)
            self._of(rate, x + used + 12, x + room, y + 22)
            if len(rate.history) >= HISTORY:
                days = (*rate.history, rate.value)
                low, high = (sorted(days)[n] for n in (len(days) // 4, len(days) * 3 // 4))
                spark(paper, x, y + 41, room - 3, days)
                usual = tr("usually {low}–{high} %", low=f"{low * 100:.0f}", high=f"{high * 100:.0f}")
                paper.put(x, y + 51, usual, SMALL, room=room, least=OURS)
            paper.para(x, y + (60.5 if history else 34), room, sentences.rate_meaning(rate.measure), FINE)
        return y + self._figures_height()

    def _of(self, rate: counts.Rate, left: float, right: float, y: float) -> None:
        """Numerator of denominator at the right of its figure, small enough to stay clear of it."""
        said = sentences.rate_parts(rate)
        if len(self.rates) <= 3:
            self.paper.put(left + 4, y, said, SMALL)
            return
        self.paper.put(right, y, said, SMALL, "r", right - left, OURS)

    def _closing(self) -> None:
        paper = self.paper
        paper.rule(LEFT, END, ROOM, 0.4, INK)
        seal = self.report.seal
        room = ROOM - self._seal_room(seal) if seal else ROOM
        paper.para(LEFT, END + 12, room, self._closed(self.report.closing), CELL._replace(lead=10))
        for x, room, word in ((LEFT, 210, tr("Read by the director")), (LEFT + 224, 70, tr("Date"))):
            paper.rule(x, END + 38, room, 0.5, INK)
            paper.put(x, END + 46, word, SMALL)
        if seal:
            self._seal(seal)

    def _closed(self, closing: Closing | None) -> str:
        if closing is None:
            return tr("The day is not closed yet; its figures may still change.")
        who, when = tr(" and ").join(closing.by), stamp(closing.at)
        if closing.at.date() == self.report.day:
            when = clock(closing.at.time())
        said = tr("Closed on screen by {who}, {when}.", who=who, when=when)
        if self.explained is None:
            return tr("{closed} Nothing was left open or unexplained.", closed=said)
        return tr("{closed} The rest is explained on page {page}.", closed=said, page=self.explained.page)

    def _seal(self, seal: Seal) -> None:
        """Journal position, sixteen digits of its head, and a QR without patient data."""
        digits = seal.head[:16].upper()
        groups = " ".join(digits[k : k + 4] for k in range(0, len(digits), 4))
        self.paper.qr(RIGHT - QR, END + 6, QR, seal_link(self.report, seal))
        x = RIGHT - QR - 8
        self.paper.put(x, END + 13, _sealed(seal), SMALL, "r")
        self.paper.put(x, END + 25, groups, SECTION, "r")
        self.paper.put(x, END + 36, tr("Compare with: {command}", command="frontdesk verify"), SMALL, "r")

    def _seal_room(self, seal: Seal) -> float:
        return QR + 8 + self.paper.width(_sealed(seal), SMALL) + 12


def _sealed(seal: Seal) -> str:
    return tr("Sealed at journal entry {position}", position=f"{seal.position:,}")


def seal_link(report: EndOfDay, seal: Seal) -> str:
    """What the QR holds: location's chain, report, date, journal head."""
    return f"frontdesk:{seal.chain}/end-of-day/{report.day.isoformat()}/{seal.position}/{seal.head[:12].lower()}"


def _pair(second: float) -> tuple[Column, ...]:
    room = span(8, 4)[1]
    return Column("", room - second), Column("", second, "r", CELL_SOFT, gap=0)
