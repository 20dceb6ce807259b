"""Where somebody who may set rules aside lets the desk book one visit all the same, ahead of its time."""

from datetime import date, time

from PySide6.QtCore import Signal

from app.core.ports import Ports
from app.core.text import tr
from app.runner.bridge import Runner
from app.schedule.view.panels import BookingPanel


class GivingPanel(BookingPanel):
    """The booking form with a reason: `begin(Wish)`, then `given(OverrideGiven)`. Without a patient: for anybody."""

    given = Signal(object)

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(runner, ports, tr("Let the desk book it"))
        self.model.given.connect(self.given)

    def _reset(self) -> None:
        super()._reset()
        self._ask_reason(on=True)

    def _send(self, who: int, day: date, start: time) -> None:
        reason = self.form.reason.text().strip()
        if not reason:
            self.form.show_error("reason", tr("Write why in a few words."))
            return
        self.model.give(self.form.visit_type.currentData(), who, day, start, reason)
