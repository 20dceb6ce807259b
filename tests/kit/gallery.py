"""One page with everything the kit can draw, to look at and to test against."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.kit import paint, theme
from app.kit.buttons import Chip, KeyButton
from app.kit.errors import ErrorFooter
from app.kit.fields import DateField, MoneyField, SearchBox
from app.kit.form import Form
from app.kit.icons import LAMPS, RINGS, STROKES, draw_icon, draw_lamp, draw_ring
from app.kit.panels import Banner, Card, EmptyState
from app.kit.rows import RIGHT, Column, RowTableModel
from app.kit.table import RowTable
from app.kit.words import label

KINDS = ("primary", "soft", "plain", "quiet", "danger")


@dataclass(frozen=True)
class Person:
    """A row."""

    number: int
    name: str
    born: str
    owes: int


PEOPLE = tuple(
    Person(i, name, born, owes)
    for i, (name, born, owes) in enumerate(
        [
            ("Featherstonehaugh-Cholmondeley, Bartholomew", "02/11/1948", 4000),
            ("Núñez, María José", "06/30/1971", 0),
            ("Nguyễn, Thị Minh Khai", "12/04/1989", 2550),
            ("Bobby & Sons <b>bold</b>, Al", "01/15/1957", 100),
        ]
    )
)


def people_model() -> RowTableModel[Person]:
    """A model of a few people."""
    return RowTableModel(
        [
            Column("Patient", lambda p: p.name, second=lambda p: p.born, name=True, style="name"),
            Column(
                "Status", lambda p: "Arrived", glyph=lambda p: "ring:quarter", ink=lambda p: "st_arrived", width=130
            ),
            Column("Owes", lambda p: f"${p.owes / 100:.2f}", align=RIGHT, width=100, sort=lambda p: p.owes),
        ],
        lambda p: p.number,
    )


class SampleForm(Form):
    """The sample's class."""

    ui = str(Path(__file__).with_name("sample.ui"))
    last_name: QLineEdit
    birth_date: DateField
    sex: QComboBox
    copay: MoneyField
    note: QPlainTextEdit
    minor: QCheckBox
    save: KeyButton


class Glyphs(QWidget):
    """All icons, rings and lamps, a pill of each kind, keycaps and hatching."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(theme.px(620), theme.px(250))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, px = QPainter(self), theme.px
        p.fillRect(self.rect(), theme.colour("surface"))
        for i, name in enumerate(STROKES):
            draw_icon(p, name, px(8 + i % 22 * 28), px(8 + i // 22 * 28), px(20))
        for i, kind in enumerate(RINGS):
            draw_ring(
                p,
                kind,
                px(8 + i * 28),
                px(102),
                px(18),
                ("st_booked", "warn", "st_arrived", "st_ready", "st_room", "st_out")[i % 6],
            )
        for i, state in enumerate(LAMPS):
            draw_lamp(p, state, px(8 + i * 28), px(132), px(20))
        pills = (
            paint.Pill("22 min", "bad", "alarm", solid=True),
            paint.Pill("13 min", "warn", "clock"),
            paint.Pill("LIVE", "ok", framed=False, style="tiny_b"),
            paint.Pill("checking", "info"),
        )
        x = float(px(8))
        for pill in pills:
            wide = paint.pill_width(pill)
            paint.pill(p, QRectF(x, px(164), wide, px(24)), pill)
            x += wide + px(8)
        paint.keycap(p, x, px(166), "Ctrl K")
        paint.hatch(p, QRectF(px(8), px(200), px(200), px(40)))
        ghost = QRectF(px(220), px(200), px(180), px(40))
        paint.box(p, ghost, 5, None, "control", 1.5, paint.DASHED)
        paint.text(p, ghost.adjusted(px(8), 0, 0, 0), "Martínez, I.", "small_b", "text2", strike=True)
        paint.name(p, QRectF(px(410), px(200), px(150), px(20)), "Featherstonehaugh, Bartholomew")
        paint.name(p, QRectF(px(410), px(220), px(80), px(20)), "Featherstonehaugh, Bartholomew")


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


class Gallery(QWidget):
    """Everything at once."""

    def __init__(self) -> None:
        super().__init__()
        self.form = SampleForm()
        self.table = RowTable()
        self.model = people_model()
        both = QHBoxLayout(self)
        left, right = QVBoxLayout(), QVBoxLayout()
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        self._left(left)
        self._right(right)

    def _left(self, left: QVBoxLayout) -> None:
        banner = Banner()
        banner.say(
            "Downtime",
            "since 10:31 AM. Booking and check-in go on; cards wait.",
            tone="down",
            icon="unplug",
            action="Try again",
            keys="F5",
        )
        left.addWidget(banner)
        left.addWidget(SearchBox(hint="Find a patient: name, birth date, phone, MRN", keys="Ctrl+K"))
        chips = [
            Chip("All", count=21),
            Chip("Late", glyph="clock", tone="warn", count=1),
            Chip("Not ready", glyph="missing", count=7),
        ]
        chips[0].setChecked(True)
        left.addLayout(_row(*chips))
        self.keys = [
            KeyButton(kind.capitalize(), kind=kind, icon="scan", keys=f"Alt+{i}") for i, kind in enumerate(KINDS, 1)
        ]
        left.addLayout(_row(*self.keys))
        off = KeyButton("Take card", kind="primary")
        off.set_unavailable("The server is not reached. Cash goes on.")
        left.addLayout(
            _row(
                KeyButton("Check in · 3", kind="primary", keys="Ctrl+Return", size="big"),
                KeyButton("", icon="lock"),
                off,
            )
        )
        ordinary = [QPushButton(kind) for kind in KINDS]
        for button, kind in zip(ordinary, KINDS, strict=True):
            button.setProperty("kind", kind)
        left.addLayout(_row(*ordinary))
        left.addWidget(Glyphs())
        self.table.set_rows_model(self.model)
        self.model.set_rows(PEOPLE)
        self.table.selectRow(1)
        left.addWidget(self.table, 1)

    def _right(self, right: QVBoxLayout) -> None:
        card = Card("Who")
        card.body.addWidget(self.form.root)
        card.body.addWidget(ErrorFooter(self.form.errors))
        right.addWidget(card)
        self.form.birth_date.set_today(date(2026, 3, 10), past_only=True)
        self.form.birth_date.setText("6/31/71")
        self.form.copay.set_value(2500)
        self.form.last_name.setText("Núñez & Söhne")
        self.form.check()
        for role in ("display", "title", "head", "name", "strong", "second", "label", "note", "hint", "warn", "ok"):
            right.addWidget(label(f"{role}: Núñez & María 0123456789", role))
        right.addWidget(EmptyState("today", "No visits on Sunday, Mar 15. Next open day: Mon, Mar 16.", "Go there"))


def changed(person: Person) -> Person:
    """The same person, owing more."""
    return replace(person, owes=person.owes + 100)
