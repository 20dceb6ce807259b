"""The clinic's rule for late cancels and no-shows, from a day on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSpinBox, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.dates import show_date
from app.kit.fields import DateField, MoneyField
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Runner
from app.schedule.actions import PolicySet, SetAttendancePolicy, set_attendance_policy
from app.schedule.queries.attendance import RuleNow, attendance_rule
from app.schedule.rules.attendance import Policy
from app.schedule.view.setup.card import buttons, nowhere


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

    def show_rule(self, now: RuleNow) -> None:
        """Put the rule that is in force into the fields."""
        rule = now.policy
        self.valid_from.set_today(now.today)
        self.valid_from.set_value(now.today)
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
    """The rule of the location where the window stands; Ctrl+S sets it."""

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(tr("Late cancels, no-shows"))
        self.runner, self.ports, self.location_id = runner, ports, 0
        self.form, self.says = AbsencesForm(), Says()
        self.about = label("", "second", wrap=True)
        self.save = KeyButton(tr("Set this rule"), kind="primary", keys="Ctrl+S")
        for part in (self.about, self.form.root, self.says):
            self.body.addWidget(part)
        buttons(self, self.save)
        self.body.addStretch(1)
        self.save.clicked.connect(self.send)

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
        self.form.show_rule(now)
        own = (
            tr("Set by the clinic.")
            if now.is_set
            else tr("Nobody has set a rule yet: this one comes with the program.")
        )
        self.about.setText(
            f"{own} {tr('Nothing is charged or marked by itself; who cancels a visit sees what the rule says first.')}"
        )

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


def absences_cards(runner: Runner, ports: Ports) -> Sequence[QWidget]:
    """The card of this part."""
    return (AbsencesCard(runner, ports),)
