"""For whom: the patient of a booking in one line, or the search for one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ports import Place, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.dates import short_day, show_date, show_time
from app.kit.fields import SearchBox
from app.kit.says import ProblemLine
from app.kit.words import label
from app.patients.view.finder import FinderControl
from app.patients.viewmodel.finder import Finder
from app.runner.bridge import Runner
from app.schedule.queries import BookingStart
from app.schedule.queries.wording import absences_words
from app.schedule.view.leave import LeaveLine


class PersonLine(QWidget):
    """Shows who is booked, or a search box whose choice is `chosen` (an id). Somebody new leads to registration."""

    chosen = Signal(int)

    def __init__(self, runner: Runner, ports: Ports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ports = ports
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(12))
        column.setSpacing(theme.px(4))
        self.name = label("", "head")
        self.facts = label("", "second")
        self.upcoming = label("", "note", wrap=True)
        self.leave = LeaveLine(runner, ports)
        self.absences = label("", "warn", wrap=True)
        self.box = SearchBox(hint=tr("Who is it: name, birth date, phone, MRN"))
        self.problem = ProblemLine()
        for widget in (self.name, self.facts, self.leave, self.upcoming, self.absences, self.box, self.problem):
            column.addWidget(widget)
        chooser = Ports(go=self._go, hear_search=ports.hear_search)
        FinderControl(self.box, Finder(runner, self._where, self.box), chooser)
        self.box.textEdited.connect(lambda _text: self.say(""))

    def _where(self) -> int | None:
        return self._ports.here().location_id

    def _go(self, place: Place) -> None:
        if (patient_id := place.patient_id) is not None:
            self._ports.admit(place, lambda: self.chosen.emit(patient_id))
        else:
            self._ports.go(place)

    def show_start(self, start: BookingStart) -> None:
        """Show the patient of a booking, or the box when there is none yet."""
        known = start.patient_id is not None
        self.box.setVisible(not known)
        for widget in (self.name, self.facts):
            widget.setVisible(known)
        self.say("")
        self.leave.show_for(start.patient_id, start.today)
        self.name.setText(start.patient)
        born = show_date(start.birth_date) if start.birth_date else ""
        self.facts.setText(
            " · ".join(part for part in (born, tr("MRN {mrn}", mrn=start.mrn) if start.mrn else "") if part)
        )
        times = [f"{short_day(one.day)} {show_time(one.start)}" for one in start.upcoming]
        self.upcoming.setVisible(bool(times))
        self.upcoming.setText(tr("Booked already: {times}", times=", ".join(times)))
        kept = start.absences
        self.absences.setVisible(kept is not None and bool(kept.counted or kept.waived))
        self.absences.setText(absences_words(kept) if kept is not None else "")

    def ask(self) -> None:
        """Nobody yet, nothing of somebody before: only the box, which gets the focus."""
        for widget in (self.name, self.facts, self.leave, self.upcoming, self.absences):
            widget.setVisible(False)
        self.say("")
        self.box.clear()
        self.box.setVisible(True)
        self.take_focus()

    def say(self, sentence: str) -> None:
        """A sentence about the patient; nothing takes it away."""
        self.problem.say(sentence)

    def take_focus(self) -> None:
        """To the search box."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
