"""An invented clinic's day of 58 visits, and bigger or nastier ones made from it."""

import random
from dataclasses import replace
from datetime import date, datetime, time

from app.reports.rules.measures import Measure
from app.reports.rules.values import (
    Block,
    Closing,
    Drawer,
    EndOfDay,
    MissingPapers,
    Outcome,
    PractitionerDay,
    ReceiptRow,
    RedItem,
    Seal,
    Tomorrow,
    Unbooked,
    VisitRow,
)

DAY = date(2026, 11, 19)
NAMES = """Núñez Altamirano, María|Nguyễn, Thị Kim-Anh|O'Neil-Smith, Siobhán|王 敏 (Wang, Min)|Abernathy, Cole
Delacroix-Montgomery, Anne-Sophie Bernadette|Okonkwo, Chidi|Larsen, Ingrid|Ramírez, José Luis|Petrović, Dušan
Haddad, Layla|Brennan, Declan|Vang, Pa Houa|Schmidt, Ruth|Garza, Ximena|Ito, Haruka|Mbeki, Thandi
de la Cruz y Villaseñor, Guadalupe|Turner, Faye|Singh, Gurpreet|Kowalczyk, Zofia|Park, Ji-woo|Castañeda, Rubén
Whitfield, Harold|Yang, Mai|Ferrari, Giulia|Dougherty, Sean|Sørensen, Åse|Robles, Esteban|Kahananui, Leilani|Ward, Opal
Øster, Bjørn|Quiñones, Iris|Bautista, Rommel|McAllister, Jean|Zamora, Ofelia|Tran, Bao|Fitzgerald, Maeve
Espinoza, Tomás|Grigoryan, Ani|Holloway, Dean|Xiong, Kao|Wójcik, Piotr|Barros, Inês|Lindqvist, Sven|Soto, Araceli
Pham, Duy|Novak, Jana|Ellison, Grace|Aguilar, Beto|Chen, Wei-Ling|Dubois, René|Hassan, Omar|Ybarra, Celia|Keller, Max
Mendoza, Paz|Ávila, Noé|Prakash, Divya""".replace("\n", "|").split("|")
STAFF = (
    ("p0", "Ana Reyes, PT", "Reyes"),
    ("p1", "Linh Trần, PT", "Trần"),
    ("p2", "Thomas Okafor, PT", "Okafor"),
    ("p3", "Priya Raman, OT", "Raman"),
    ("p4", "Miguel Dávila, PTA", "Dávila"),
    ("p5", "Joshua Whitcombe-Featherstonehaugh, PTA", "Whitcombe-F."),
)
# minutes and outcome of each visit: A attended, N no-show, L late cancel, R late cancel refilled, C cancelled, W left
PLANS = (
    (480, "60A 45A 45A 45N 45A - 45A 60A 45A 45A 45A"),
    (480, "45A 45A 60A 45A - 45A 45R 45A 45A 60C"),
    (450, "45A 45A 45A 45L 45A - 60A 45A 45A 45A 45A"),
    (510, "60A 45A 45A 45A - 45A 45N 60A 45A"),
    (480, "30A 30A 45A 45A 45A 30A - 45A 45A 45R 45W"),
    (480, "45A 30A 45A . 45N - 45C 45A 30A 45A"),
)
CODES = {
    "A": Outcome.ATTENDED,
    "N": Outcome.NOSHOW,
    "L": Outcome.LATE_CANCEL,
    "C": Outcome.CANCELLED,
    "W": Outcome.LEFT,
}
PAYERS = (("Blue Shield PPO", 3000), ("Medicare B", 0), ("Aetna", 4000), ("Medi-Cal", 0), ("Self-pay", 9500))
REASONS = {"N": "No answer, called twice", "L": "Work", "C": "Surgery moved", "W": "Waited 31 min, left"}


def _time(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)


def _visit(index: int, person: int, start: int, minutes: int, code: str, **more: object) -> VisitRow:
    payer, due = PAYERS[index * 7 % 5]
    came = code == "A"
    owes = index in (20, 38)
    row = VisitRow(
        start=_time(start),
        minutes=minutes,
        patient=NAMES[index % len(NAMES)],
        mrn=str(20417 + index * 137 % 9000),
        practitioner=f"p{person}",
        kind="Evaluation" if minutes == 60 else "Treatment",
        outcome=CODES[code],
        reason=REASONS.get(code, ""),
        due=due if came else 0,
        paid=due if came and not owes else 0,
        payer=payer,
        waited=(index * 5 + index // 3) % 13 + 1 if came else None,
        hole="" if came else "not filled",
    )
    return replace(row, **more)  # type: ignore[arg-type]


def visits() -> list[VisitRow]:
    out: list[VisitRow] = []
    for person, (start, plan) in enumerate(PLANS):
        at = start
        for token in plan.split():
            if token in "-.":
                at += 60 if token == "-" else 30
                continue
            minutes, code = int(token[:2]), token[2]
            if code == "R":
                out.append(_visit(len(out), person, at, minutes, "L", hole_filled=True, hole="Novak, 2:15"))
                out.append(_visit(len(out), person, at, minutes, "A", refill=True))
            elif code == "L":
                out.append(_visit(len(out), person, at, minutes, "L", hole_filled=False))
            else:
                out.append(_visit(len(out), person, at, minutes, code))
            at += minutes
    return out


def receipts(rows: list[VisitRow]) -> tuple[ReceiptRow, ...]:
    out: list[ReceiptRow] = []
    methods = ("Card", "Cash", "Card", "HSA card", "Check")
    for row in sorted((r for r in rows if r.paid), key=lambda r: r.start):
        if len(out) == 2:
            out.append(ReceiptRow(4107 + len(out), row.patient, (("Cash", 500),), void="wrong patient"))
        out.append(ReceiptRow(4107 + len(out), row.patient, ((methods[len(out) % 5], row.paid),), mrn=row.mrn))
    return tuple(out)


def practitioners() -> tuple[PractitionerDay, ...]:
    noon = (Block(time(7, 30), time(12)), Block(time(12, 30), time(17)))
    return tuple(
        PractitionerDay(key, name, short, noon, (Block(time(16), time(16, 30)),) if key == "p4" else ())
        for key, name, short in STAFF
    )


def full() -> EndOfDay:
    """The target day, with everything a report can hold."""
    rows = visits()
    taken = receipts(rows)
    cash = sum(cents for r in taken if not r.void for method, cents in r.parts if method == "Cash")
    return EndOfDay(
        clinic="Sequoia Physical Therapy",
        location="Visalia",
        day=DAY,
        zone="America/Los_Angeles",
        printed_at=datetime(2026, 11, 19, 18, 44),  # noqa: DTZ001 - a wall clock by contract
        printed_by="D. Marsh",
        visits=tuple(rows),
        practitioners=practitioners(),
        receipts=taken,
        papers=(
            MissingPapers(NAMES[5], "Referral, signed plan of care", "A. Reyes asks", 2),
            MissingPapers("Okonkwo, Chidi", "Card, back side", "at next visit, Mon"),
            MissingPapers("de la Cruz y Villaseñor, Guadalupe", "Authorization letter", "D. Marsh, Fri 10 AM"),
            MissingPapers("Nguyễn, Thị Kim-Anh", "Consent (Vietnamese)", "at next visit, Tue"),
        ),
        unbooked=tuple(Unbooked(name, "2 / wk") for name in ("Abernathy, Cole", "Brennan, Declan", "Garza, Ximena")),
        tomorrow=Tomorrow(
            51,
            (
                RedItem(time(9), "O'Neil-Smith, Siobhán", "Authorization used up, 12 of 12", "L. Ortiz"),
                RedItem(time(9, 45), "Petrović, Dušan", "Coverage ended Nov 15", "call tonight"),
            ),
        ),
        drawer=Drawer(20000, cash, 20000 + cash - 500, "gave 5 too much change, receipt 4,121"),
        closing=Closing(("D. Marsh", "L. Ortiz"), datetime(2026, 11, 19, 18, 42)),  # noqa: DTZ001
        seal=Seal("visalia", 18204, "7f3a91c204bed65500ff"),
        history=history(),
    )


def history() -> tuple[tuple[Measure, tuple[float, ...]], ...]:
    dice = random.Random(7)
    return tuple(
        (measure, tuple(min(1.0, max(0.0, middle + dice.uniform(-wide, wide))) for _ in range(19)))
        for measure, middle, wide in (
            (Measure.ARRIVED, 0.86, 0.06),
            (Measure.NOSHOW, 0.05, 0.03),
            (Measure.LATE_CANCEL, 0.05, 0.03),
            (Measure.SAME_DAY_FILL, 0.55, 0.3),
            (Measure.UTILIZATION, 0.85, 0.06),
            (Measure.COLLECTED, 0.94, 0.05),
        )
    )


def first_cut() -> EndOfDay:
    """What the first version has data for: no drawer, tomorrow, waits, payers, history."""
    report = full()
    rows = tuple(replace(v, payer="", waited=None, hole="", hole_filled=None, refill=False) for v in report.visits)
    return replace(report, visits=rows, drawer=None, tomorrow=None, history=())


def many(count: int) -> EndOfDay:
    """A made-up day of `count` visits with receipts, for length and speed."""
    rows = []
    for index in range(count):
        code = "NLCW"[index // 17 % 4] if index % 17 == 0 else "A"
        start = 420 + index * 600 // count // 15 * 15
        row = _visit(index, index % 6, start, 45, code)
        rows.append(replace(row, mrn=f"{100000 + index}", receipt=index + 1 if row.paid else 0))
    return replace(full(), visits=tuple(rows), receipts=receipts(rows))
