"""The clinic's rule for late cancels and no-shows, from a day on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSpinBox, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.dates import show_date
from app.kit.fields import DateField, MoneyField
from app.kit.fitted import FittedTable
from app.kit.form import Form
from app.kit.money import show_money
from app.kit.panels import Card
from app.kit.rows import Column, RowTableModel
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.actions import PolicySet, SetAttendancePolicy, TakeBackPolicy, set_attendance_policy, take_back_policy
from app.schedule.queries.attendance import RuleNow, RuleRow, attendance_rule
from app.schedule.rules.attendance import Policy
from app.schedule.view.setup.card import buttons, nowhere
from app.schedule.viewmodel.setup import holds_words

#: so many rules have room
MOST_RULES = 5


class AbsencesForm(Form):
    """The rule. 0 of a number: never."""

    ui = "schedule/absences.ui"
    valid_from: DateField
    notice_hours: QSpinBox
    window_days: QSpinBox
    warn_after: QSpinBox
    fee_after: QSpinBox
    review_after: QSpinBox
    late_cancel_cents: MoneyField
    no_show_cents: MoneyField

    def show_now(self, now: RuleNow) -> None:
        """Begin anew: the rule that is in force, from today on."""
        self.valid_from.set_today(now.today)
        self.valid_from.set_value(now.today)
        self.show_rule(now.policy)

    def show_rule(self, rule: Policy) -> None:
        """Put a rule into the fields."""
        self.notice_hours.setValue(rule.notice_hours)
        self.window_days.setValue(rule.window_days)
        for box, number in (
            (self.warn_after, rule.warn_after),
            (self.fee_after, rule.fee_after),
            (self.review_after, rule.review_after),
        ):
            box.setValue(number or 0)
        self.late_cancel_cents.set_value(rule.late_cancel_cents or None)
        self.no_show_cents.set_value(rule.no_show_cents or None)

    def rule(self) -> Policy:
        """What stands in the fields."""
        return Policy(
            self.notice_hours.value(),
            self.window_days.value(),
            self.warn_after.value() or None,
            self.fee_after.value() or None,
            self.review_after.value() or None,
            self.late_cancel_cents.value() or 0,
            self.no_show_cents.value() or 0,
        )


class AbsencesCard(Card):
    """The rule of the location where the window stands; Ctrl+S sets it. Every rule by date stands below.

    Enter takes a rule of the list as the beginning of a new one, Delete takes one back that is still to come.
    """

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(tr("Late cancels, no-shows"))
        self.runner, self.ports, self.location_id = runner, ports, 0
        self.form, self.says = AbsencesForm(), Says()
        self.about = label("", "second", wrap=True)
        self.save = KeyButton(tr("Set this rule"), kind="primary", keys="Ctrl+S")
        self.note = label("", "warn", wrap=True)
        self.now: RuleNow | None = None
        self.rows = RowTableModel[RuleRow](_columns(self), lambda row: row.id, self)
        self.table, self.titles = FittedTable(tr("Rules by date"), self.rows, most=MOST_RULES), label("", "label")
        self.back = KeyButton(tr("Take it back"), kind="danger", icon="x", size="row")
        for part in (self.about, self.form.root, self.note, self.says):
            self.body.addWidget(part)
        buttons(self, self.save)
        self.body.addWidget(self.titles)
        self.body.addWidget(self.table)
        buttons(self, self.back)
        self.body.addStretch(1)
        self.titles.setText(tr("Rules by date"))
        self._connect()

    def _connect(self) -> None:
        self.save.clicked.connect(self.send)
        self.back.clicked.connect(self.take_back)
        self.table.entered_row.connect(self._again)
        self.table.row_changed.connect(lambda _at: self._offer_back())
        self.form.valid_from.textChanged.connect(lambda _text: self._tell_replaced())
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.take_back)

    def look(self) -> None:
        """Read the rule of where the window stands."""
        self.location_id = self.ports.here().location_id or 0
        self.says.say("")
        self.form.root.setEnabled(bool(self.location_id))
        self.save.setEnabled(bool(self.location_id))
        if not self.location_id:
            self.about.setText(nowhere())
            return
        self.runner.ask(
            attendance_rule, self.location_id, then=self._take, fail=self.says.problem, topic=f"rule-{id(self)}"
        )

    def _take(self, now: RuleNow) -> None:
        self.now = now
        self.form.show_now(now)
        self.table.show_rows(now.rules, choose=False)
        for part in (self.titles, self.table):
            part.setVisible(bool(now.rules))
        self._offer_back()
        self._tell_replaced()
        own = (
            tr("Set by the clinic.")
            if now.is_set
            else tr("Nobody has set a rule yet: this one comes with the program.")
        )
        self.about.setText(
            f"{own} {tr('Nothing is charged or marked by itself; who cancels a visit sees what the rule says first.')}"
        )

    def _chosen(self) -> RuleRow | None:
        return self.rows.row(self.table.currentIndex().row())

    def _again(self, at: int) -> None:
        """Take a rule of the list as the beginning of a new one."""
        row = self.rows.row(at)
        if row is not None:
            self.form.show_rule(row.policy)
            self.form.valid_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_back(self) -> None:
        """The button stands there while a rule to come is chosen."""
        row = self._chosen()
        self.back.setVisible(row is not None and row.to_come)

    def _tell_replaced(self) -> None:
        """Rules that begin later and give way are named before they do."""
        first, rules = self.form.valid_from.value(), self.now.rules if self.now is not None else ()
        later = [show_date(one.valid_from) for one in rules if first is not None and one.valid_from > first]
        self.note.setText(tr("Takes the place of the rules from {days}.", days=", ".join(later)) if later else "")
        self.note.setVisible(bool(later))

    def take_back(self) -> None:
        """Take the chosen rule back, which does not hold yet."""
        row = self._chosen()
        if row is None:
            return
        self.says.say("")
        if row.to_come and row.valid_to is not None:  # setting it again, as undo does, would take away what follows it
            self._failed(ClinicError("Another rule follows this one.", next_step="Take the later one back first."))
            return
        again = SetAttendancePolicy(location_id=self.location_id, valid_from=row.valid_from, policy=row.policy)

        def gone(_made: PolicySet) -> None:
            words = tr("Taken back: the rule from {day}", day=show_date(row.valid_from))
            self.ports.undoable(words, lambda: self._run(again))
            self.look()

        self.runner.run(take_back_policy, TakeBackPolicy(policy_id=row.id, version=row.version), gone, self._failed)

    def _run(self, command: SetAttendancePolicy) -> None:
        self.runner.run(set_attendance_policy, command, lambda _made: self.look(), self._failed)

    def send(self) -> None:
        """Set what stands in the fields."""
        self.says.say("")
        day = self.form.valid_from.value()
        if not self.form.check() or day is None:
            return
        command = SetAttendancePolicy(location_id=self.location_id, valid_from=day, policy=self.form.rule())

        def done(_made: PolicySet) -> None:
            self.ports.announce(tr("The rule holds from {day} on.", day=show_date(day)))
            self.look()

        self.runner.run(set_attendance_policy, command, done, self._failed)

    def _failed(self, why: ClinicError) -> None:
        if not self.form.show_problem(why):
            self.says.problem(why)


def _columns(card: AbsencesCard) -> tuple[Column[RuleRow], ...]:
    def state(row: RuleRow) -> str:
        today = card.now.today if card.now is not None else row.valid_from
        if row.to_come:
            return tr("to come")
        return tr("over") if row.valid_to is not None and row.valid_to < today else tr("holds now")

    return (
        Column(tr("Holds"), lambda row: holds_words(row.valid_from, row.valid_to), width=210),
        Column(tr("Rule"), lambda row: span_words(row.policy), second=lambda row: step_words(row.policy)),
        Column(tr("State"), state, width=90),
    )


def span_words(rule: Policy) -> str:
    """24 h before, 180 days."""
    return tr("{hours} h before · {days} days", hours=rule.notice_hours, days=rule.window_days)


def step_words(rule: Policy) -> str:
    """Warn at 1 · fee at 2: $35.00 late, $35.00 missed · review at 3."""
    fees = {"late": show_money(rule.late_cancel_cents), "missed": show_money(rule.no_show_cents)}
    parts = [
        tr("warn at {count}", count=rule.warn_after) if rule.warn_after else "",
        tr("fee at {count}: {late} late, {missed} missed", count=rule.fee_after, **fees) if rule.fee_after else "",
        tr("review at {count}", count=rule.review_after) if rule.review_after else "",
    ]
    return " · ".join(part for part in parts if part)


def absences_cards(runner: Runner, ports: Ports) -> Sequence[QWidget]:
    """The card of this part."""
    return (AbsencesCard(runner, ports),)
