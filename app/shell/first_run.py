"""The first run: set up the clinic in four short steps, or open the demo clinic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.fields import mark
from app.kit.finding import let_type
from app.kit.says import Says
from app.kit.words import label
from app.shell.card import CardPage, captioned
from app.staff.rules.passwords import check_password
from app.staff.rules.people import checked_text, checked_user_name, checked_zone

#: the zones of the United States; any other IANA name may be typed
ZONES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
    "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico",
)  # fmt: skip
_KEY_GROUPS_A_LINE = 4


@dataclass(frozen=True, slots=True)
class NewPerson:
    """One of the first two people."""

    display_name: str
    user_name: str
    password: str


@dataclass(frozen=True, slots=True)
class FirstRunValues:
    """What the steps gave. Without a director the administrator is director and front desk as well."""

    group: str
    location: str
    zone: str
    administrator: NewPerson
    director: NewPerson | None


class Step(QWidget):
    """One step: its fields, its sentence, one filled button, and the way back. `done` comes when `check` is content."""

    done = Signal()
    back = Signal()

    def __init__(self, title: str, why: str, go_on: str, *, first: bool = False) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(6))
        self.column.addWidget(label(title, "title", wrap=True))
        self.column.addWidget(label(why, "second", wrap=True))
        self.column.addSpacing(theme.px(8))
        self.fields: dict[str, QLineEdit] = {}
        self.says = Says()
        self.button = KeyButton(go_on, kind="primary", size="big")
        self.button.clicked.connect(self.submit)
        self.check: Callable[[], None] = lambda: None
        self._first = first

    def add(self, name: str, caption: str, *, secret: bool = False) -> QLineEdit:
        """One more field."""
        field = self.fields[name] = captioned(self.column, caption, secret=secret)
        field.returnPressed.connect(self._next_field)
        return field

    def close_up(self, *more: QWidget) -> None:
        """Add what stands below the fields; called once, after the last field."""
        self.column.addWidget(self.says)
        self.column.addSpacing(theme.px(8))
        self.column.addWidget(self.button)
        for one in more:
            self.column.addWidget(one)
        if not self._first:
            back = LinkButton(tr("Back"), keys="Alt+Left")
            back.clicked.connect(self.back)
            self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus into the first field, or on the button."""
        (next(iter(self.fields.values()), None) or self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self, name: str) -> str:
        """What stands in a field."""
        return self.fields[name].text()

    def submit(self) -> None:
        """Go on, or say at its field what does not fit."""
        for field in self.fields.values():
            mark(field, "")
        self.says.say("")
        try:
            self.check()
        except ClinicError as why:
            self.problem(why)
        else:
            self.done.emit()

    def problem(self, why: ClinicError) -> None:
        """Show an outcome at its field."""
        field = self.fields.get(why.field or "")
        self.says.problem(why, field)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_field(self) -> None:
        order = list(self.fields.values())
        at = order.index(self.sender()) if self.sender() in order else -1  # type: ignore[arg-type]
        if 0 <= at < len(order) - 1:
            order[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submit()


class ClinicStep(Step):
    """The clinic's name, the first location and its zone."""

    def __init__(self, zone: str) -> None:
        super().__init__(tr("Your clinic"), tr("These words stand on reports and receipts."), tr("Go on"))
        self.add("group", tr("Name of the clinic or group"))
        self.add("location", tr("Name of this location"))
        self.zone = QComboBox()
        self.zone.setAccessibleName(tr("Time zone"))
        let_type(self.zone)
        self.zone.addItems(ZONES)
        self.zone.setCurrentText(zone)
        above = label(tr("Time zone"), "label")
        above.setBuddy(self.zone)
        self.column.addWidget(above)
        self.column.addWidget(self.zone)
        self.check = self._check
        self.close_up()

    def _check(self) -> None:
        checked_text(self.text("group"), "group", 120)
        checked_text(self.text("location"), "location", 120)
        checked_zone(self.zone.currentText().strip())


class PersonStep(Step):
    """Name, user name and password of one of the first people; `taken` is the other one's user name."""

    def __init__(self, title: str, why: str, names: Callable[[], tuple[str, ...]], taken: Callable[[], str]) -> None:
        super().__init__(title, why, tr("Go on"))
        self._names, self._taken = names, taken
        self.add("display_name", tr("First and last name"))
        self.add("user_name", tr("User name"))
        self.add("password", tr("Password, 15 characters or more"), secret=True)
        self.add("again", tr("Password again"), secret=True)
        self.fields["display_name"].editingFinished.connect(self._suggest)
        self.check = self._check

    def person(self) -> NewPerson:
        """What was typed. Raises ClinicError at the field that does not fit."""
        shown = checked_text(self.text("display_name"), "display_name", 120)
        return NewPerson(shown, checked_user_name(self.text("user_name")), self.text("password"))

    def _suggest(self) -> None:
        if not self.text("user_name"):
            self.fields["user_name"].setText(".".join(self.text("display_name").casefold().split()))

    def _check(self) -> None:
        person = self.person()
        if person.user_name == self._taken():
            raise ClinicError("The administrator has this user name.", field="user_name", next_step="Add a letter.")
        check_password(person.password, (person.display_name, person.user_name, *self._names()))
        if person.password != self.text("again"):
            raise ClinicError("The two passwords differ.", field="again", next_step="Type the second one again.")


class KeyStep(Step):
    """The recovery key, shown once."""

    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("The recovery key"),
            tr(
                "This key opens the clinic's data when this computer is broken or nobody can sign in. "
                "Print it and lock it away. It is not kept on this computer, and nobody can make it again."
            ),
            tr("Finish"),
            first=True,
        )
        self.code = label("", "title")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.column.addWidget(self.code)
        self.print_button = KeyButton(tr("Print the key"), kind="soft", icon="print", keys="Ctrl+P", size="big")
        self.print_button.clicked.connect(self.print_wanted)
        self.column.addWidget(self.print_button)
        self.kept = QCheckBox(tr("The key is on paper, in a safe place"))
        self.column.addWidget(self.kept)
        self.check = self._check
        self.close_up()

    def show_code(self, code: str) -> None:
        """Show the key, four groups a line."""
        groups = code.split("-")
        lines = [groups[at : at + _KEY_GROUPS_A_LINE] for at in range(0, len(groups), _KEY_GROUPS_A_LINE)]
        self.code.setText("\n".join("-".join(line) for line in lines))
        self.code.setAccessibleName(" ".join(" ".join(group) for group in groups))

    def _check(self) -> None:
        if not self.kept.isChecked():
            raise ClinicError("The key is not yet on paper.", next_step="Print it or write it down, then say so here.")


class FirstRun(CardPage):
    """The steps one after another.

    `set_up` carries the values once; answer with `show_key(code)` when the clinic exists, or with `failed(why)`.
    `finished` comes when the key is on paper. Nothing is written anywhere before `set_up`.
    """

    demo_wanted = Signal()
    set_up = Signal(object)
    print_wanted = Signal()
    finished = Signal()

    def __init__(self, zone: str = "America/New_York", parent: QWidget | None = None) -> None:
        super().__init__(parent, width=500)
        self.title, _ = self.add_heading(tr("Welcome"))
        self.welcome = self._welcome()
        self.clinic = ClinicStep(zone)
        self.administrator = PersonStep(
            tr("The administrator"),
            tr("Looks after accounts, settings and backups, and sees no patients."),
            self._clinic_names,
            lambda: "",
        )
        self.administrator.close_up()
        self.director = PersonStep(
            tr("The director"),
            tr("Runs the clinic's day: patients, schedule, money, reports."),
            self._clinic_names,
            lambda: self.administrator.person().user_name,
        )
        self.both = LinkButton(tr("The administrator is the director too"))
        self.both.clicked.connect(lambda: self._send(None))
        self.director.close_up(self.both)
        self.key = KeyStep()
        self._order = (self.welcome, self.clinic, self.administrator, self.director, self.key)
        self.step: Step = self.welcome
        for step in self._order:
            self.body.addWidget(step)
            step.setVisible(step is self.welcome)
        self._connect()

    def _welcome(self) -> Step:
        step = Step(
            tr("Frontdesk is new here"),
            tr("Set up your clinic in about three minutes, or look at a clinic with made-up patients first."),
            tr("Set up this clinic"),
            first=True,
        )
        demo = KeyButton(tr("Open the demo clinic"), kind="plain", size="big", keys="Alt+D")
        demo.clicked.connect(self.demo_wanted)
        step.close_up(demo)
        return step

    def _connect(self) -> None:
        for step, following in zip(self._order[:3], self._order[1:4], strict=True):
            step.done.connect(lambda to=following: self._show(to))
            following.back.connect(lambda to=step: self._show(to))
        self.director.done.connect(lambda: self._send(self.director.person()))
        self.key.print_wanted.connect(self.print_wanted)
        self.key.done.connect(self.finished)

    def _clinic_names(self) -> tuple[str, ...]:
        return self.clinic.text("group"), self.clinic.text("location")

    def _show(self, step: Step) -> None:
        self.title.setVisible(step is self.welcome)
        self.step.hide()
        self.step = step
        step.show()
        step.begin()

    def _send(self, director: NewPerson | None) -> None:
        self.director.setEnabled(False)
        group, location = (" ".join(name.split()) for name in self._clinic_names())
        zone = self.clinic.zone.currentText().strip()
        self.set_up.emit(FirstRunValues(group, location, zone, self.administrator.person(), director))

    def show_key(self, code: str) -> None:
        """The clinic exists: show its recovery key. Passwords typed in the steps are forgotten."""
        for step in (self.administrator, self.director):
            step.fields["password"].clear()
            step.fields["again"].clear()
        self.key.show_code(code)
        self._show(self.key)

    def failed(self, why: ClinicError) -> None:
        """Say why the clinic could not be set up; everything typed is still there."""
        self.director.setEnabled(True)
        self.director.problem(why)

    def begin(self) -> None:
        """Put the focus on the first button."""
        self.welcome.begin()
