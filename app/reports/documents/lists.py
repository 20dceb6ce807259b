"""The rows behind page 1: every visit by time, every receipt by number, and the legend that explains them."""

from collections.abc import Sequence
from functools import partial

from app.core.text import tr
from app.reports.documents.director import clock_of, marks_word, named
from app.reports.documents.money import sentence_of_numbers
from app.reports.documents.sections import Flow
from app.reports.layout.grid import ASIDE, CELL, CELL_SOFT, INK, LEFT, LEGEND, NAME, RIGHT, ROOM, TITLE, Type, span
from app.reports.layout.paper import Paper
from app.reports.layout.table import Column, Row, Table, fit
from app.reports.rules import counts, sentences
from app.reports.rules.values import EndOfDay, Outcome, ReceiptRow
from app.reports.rules.words import money

STEP = 13.4
#: with room for fewer rows than this the list begins on a page of its own
LEAST_ROWS, GAP = 12, 20.0
HEAD = 24.0  # from a list's title to its column names
TOTALS = 26.0
MONEY = NAME._replace(face=CELL.face)
WRONG = {7: NAME}


class VisitList:
    """Every visit by time; a hairline where the hour changes; totals that agree with page 1."""

    def __init__(self, paper: Paper, report: EndOfDay) -> None:
        """Choose the columns that have data and measure the rows."""
        self.paper, self.report = paper, report
        self.clock = clock_of(report)
        self.visits = sorted(report.visits, key=lambda visit: (visit.start, visit.patient, visit.mrn))
        self.has_payer = any(visit.payer for visit in self.visits)
        self.has_wait = any(visit.waited is not None for visit in self.visits)
        self.has_receipt = not self.has_payer and any(visit.receipt for visit in self.visits)
        cells = self._cells()
        self.table = Table(paper, self._columns(cells), STEP)
        self.rows = self.table.place(self._rows(cells))

    def _cells(self) -> list[tuple[str, ...]]:
        """The texts of all rows, blank where something does not apply."""
        at = self.clock
        people = {person.key: person.short or person.name for person in self.report.practitioners}
        return [
            (
                at(v.start),
                v.patient,
                v.mrn,
                v.kind,
                people.get(v.practitioner, v.practitioner),
                v.payer,
                sentences.outcome_word(v),
                "" if v.waited is None else str(v.waited),
                f"{v.receipt:,}" if v.receipt else "",
                sentences.paid_word(v),
            )
            for v in self.visits
        ]

    def _columns(self, cells: Sequence[tuple[str, ...]]) -> list[Column]:
        """Widths as the texts need them, within bounds; the patient gets what is left."""
        gaps = {0: 8.0, 2: 14.0, 8: 0.0, 9: 0.0}

        def need(index: int, least: float, most: float, name: str, style: Type = CELL) -> float:
            words = {row[index] for row in cells} | {name}
            return min(
                most, max([least, *(self.paper.width(word, style) + gaps.get(index, 6.0) + 0.5 for word in words)])
            )

        names = (
            tr("Time"),
            tr("Patient"),
            tr("MRN"),
            tr("Visit"),
            tr("With"),
            tr("Payer"),
            tr("Outcome"),
            tr("Wait"),
            tr("Receipt"),
            tr("Paid"),
        )
        rooms = [
            need(0, 30, 48, names[0]),
            0.0,
            need(2, 34, 70, names[2], CELL_SOFT),
            need(3, 40, 72, names[3]),
            need(4, 40, 72, names[4]),
            need(5, 40, 66, names[5]) if self.has_payer else 0.0,
            need(6, 54, 72, names[6], NAME) + (7 if any(v.refill for v in self.visits) else 0),
            28.0 if self.has_wait else 0.0,
            need(8, 34, 44, names[8]) if self.has_receipt else 0.0,
            need(9, 46, 60, names[9], NAME),
        ]
        rooms[1] = ROOM - sum(rooms)
        rights, soft = (0, 2, 7, 8, 9), (2, 8)
        return [
            Column(
                name if room else "",
                room,
                "r" if index in rights else "l",
                NAME if index == 1 else CELL_SOFT if index in soft else CELL,
                gaps.get(index, 6.0) if room else 0.0,
            )
            for index, (name, room) in enumerate(zip(names, rooms, strict=True))
        ]

    def _rows(self, cells: Sequence[tuple[str, ...]]) -> list[Row]:
        out, hour = [], -1
        lost: dict[int, Type] = {6: NAME}
        owes: dict[int, Type] = {9: NAME}
        for visit, cell in zip(self.visits, cells, strict=True):
            cell = (
                *cell[:5],
                cell[5] if self.has_payer else "",
                *cell[6:8],
                cell[8] if self.has_receipt else "",
                cell[9],
            )
            looks = lost if visit.outcome in counts.LOST else {}
            if visit.outcome is Outcome.ATTENDED and visit.due > visit.paid:
                looks = owes
            out.append(Row(cell, looks, visit.start.hour != hour))
            hour = visit.start.hour
        return out

    def add(self, flow: Flow) -> None:
        """Put the list, its totals and the legend into the flow."""
        legend = self.paper.lines(" ".join(self.legend()), 420, LEGEND)
        tail, done = TOTALS + len(legend) * LEGEND.lead, 0
        while done < len(self.rows) or not done:
            if done or flow.left < HEAD + STEP * LEAST_ROWS:
                flow.turn()
            else:
                flow.add(GAP, _nothing)
            end = fit(self.rows, flow.left - HEAD - STEP, done) if self.rows else 0
            used = sum(row.height for row in self.rows[done:end])
            if end == len(self.rows) and used + tail > flow.left - HEAD - STEP and end - done > 6:
                end -= 3  # the totals never stand alone on a page
                used = sum(row.height for row in self.rows[done:end])
            flow.add(HEAD + STEP + 1 + used, partial(self._part, done, end))
            done = end
            if not self.rows:
                break
        flow.need(tail)
        flow.add(TOTALS, self._totals)
        flow.add(len(legend) * LEGEND.lead, partial(_stack, self.paper, legend))

    def _part(self, done: int, end: int, y: float) -> None:
        paper, at = self.paper, self.clock
        paper.put(LEFT, y + 2, tr("Visits by time"), TITLE)
        if end:
            first, last = self.visits[done].start, self.visits[end - 1].start
            aside = tr(
                "{first} to {last} · rows {a}–{b} of {all}",
                first=at(first),
                last=at(last),
                a=f"{done + 1:,}",
                b=f"{end:,}",
                all=f"{len(self.rows):,}",
            )
            paper.put(RIGHT, y + 2, aside, CELL_SOFT, "r")
        y = self.table.head(LEFT, y + HEAD, 0.6, INK) + 1
        self.table.body(LEFT, y, self.rows[done:end])
        self._refills(y, done, end)

    def _refills(self, y: float, done: int, end: int) -> None:
        x = LEFT + sum(column.room for column in self.table.columns[:6])
        for visit, row in zip(self.visits[done:end], self.rows[done:end], strict=True):
            if visit.refill:
                words, style = row.cells[6]
                self.paper.put(x + self.paper.width(words[0], style) + 3, y, "R", NAME.sized(6.8))
            y += row.height

    def _totals(self, y: float) -> None:
        paper = self.paper
        paper.rule(LEFT, y - 8, ROOM, 0.6, INK)
        total = f"$ {money(sum(visit.paid for visit in self.visits))}"
        used = paper.put(RIGHT, y + 4, total, NAME, "r")
        paper.put(LEFT, y + 4, sentences.total_line(counts.tally(self.visits)), NAME, room=ROOM - used - 12)

    def legend(self) -> list[str]:
        """Only what this list really shows."""
        said = []
        if self.has_wait:
            said.append(tr("Wait: minutes from arrival to taken back."))
        said.append(tr("Paid: collected for this visit, in dollars; a blank means nothing was due."))
        if any(visit.refill for visit in self.visits):
            said.append(tr("R: took a hole that a late cancel left."))
        if self.paper.marked:
            said.append(marks_word())
        return said


def _stack(paper: Paper, lines: Sequence[str], y: float) -> None:
    for line in lines:
        paper.put(LEFT, y, line, LEGEND)
        y += LEGEND.lead


class ReceiptList:
    """Receipts by number in two columns; a void keeps its number and says why."""

    def __init__(self, paper: Paper, report: EndOfDay) -> None:
        """Measure the rows."""
        self.paper, self.report = paper, report
        self.receipts = sorted(report.receipts, key=lambda receipt: receipt.number)
        room = span(0, 6)[1]
        widest = max((paper.width(f"{r.number:,}", CELL) for r in self.receipts[-1:]), default=20.0)
        columns = (
            Column(tr("Number"), max(38, widest + 8), "l", CELL_SOFT),
            Column(tr("Patient"), room - max(38, widest + 8) - 58 - 46, "l", NAME),
            Column(tr("Method"), 58),
            Column(tr("Amount"), 46, "r", gap=0),
        )
        self.table = Table(paper, columns, STEP)
        self.rows = self.table.place([self._row(receipt) for receipt in self.receipts])

    def _row(self, receipt: ReceiptRow) -> Row:
        number = f"{receipt.number:,}"
        if receipt.void:
            words = tr("void: {reason}", reason=receipt.void)
            return Row((number, words, "–", "–"), {1: ASIDE._replace(size=8, ink=INK)})
        methods = ", ".join(dict.fromkeys(method for method, _ in receipt.parts))
        return Row((number, named(receipt.patient, receipt.mrn), methods, money(receipt.cents)))

    def add(self, flow: Flow) -> None:
        """Two columns a page, of about equal length on the last."""
        if not self.rows:
            return
        if flow.left < HEAD + STEP * 6 + 30:
            flow.turn()
        else:
            flow.add(20, _nothing)
        done = 0
        while done < len(self.rows):
            room = flow.left - HEAD - STEP
            middle = fit(self.rows, room, done)
            end = fit(self.rows, room, middle) if middle < len(self.rows) else middle
            if end == len(self.rows):
                middle = self._even(done, middle)
            tall = max(self._tall(done, middle), self._tall(middle, end))
            flow.add(HEAD + STEP + tall + 2, partial(self._part, done, middle, end))
            done = end
            if done < len(self.rows):
                flow.turn()

    def _tall(self, first: int, last: int) -> float:
        return sum(row.height for row in self.rows[first:last])

    def _even(self, done: int, most: int) -> int:
        """Where to break the last page's rows so that its columns are about equally long."""
        total, middle = self._tall(done, len(self.rows)), done
        while middle < most and self._tall(done, middle) < total / 2:
            middle += 1
        return middle

    def _part(self, done: int, middle: int, end: int, y: float) -> None:
        self.paper.put(LEFT, y + 2, tr("Receipts by number"), TITLE)
        self.paper.put(RIGHT, y + 2, sentence_of_numbers(self.report), CELL_SOFT, "r", 360)
        for first, last, column in ((done, middle, 0), (middle, end, 6)):
            if first < last:
                x = span(column, 6)[0]
                top = self.table.head(x, y + HEAD, 0.6, INK) + 1
                self.table.body(x, top, self.rows[first:last])


def _nothing(_y: float) -> None:
    pass
