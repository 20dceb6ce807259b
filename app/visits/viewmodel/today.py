"""Today's visits for the search: who comes first there, the words beside them, and the next step at the desk."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.ports import Coming, Deed, Place, Ports
from app.core.text import tr
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.visits.queries import board_row, visits_today
from app.visits.rules import LOOKS, NEXT, BoardRow, Step, VisitToday, one_each, step_word, word
from app.visits.viewmodel.steps import Steps

#: an older answer is asked again at the next search: somebody may be late by now
FRESH = timedelta(minutes=1)
#: does the next step of a found patient's visit
STEP_KEYS = "Alt+Return"
#: the steps of the desk that are done before anybody treats the patient, with their icons
_AT_THE_DESK = {Step.ARRIVE: "walk", Step.CHECK_IN: "check"}
#: whose search, where, and of which day
_About = tuple[int, int | None, date]


class TodaysVisits(Steps):
    """The visits of today where the window stands (a VisitsToday). Asked anew when one of them changes."""

    changed = Signal()

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(runner, ports, parent)
        self.wanted.connect(self._ask_first)
        self.failed.connect(lambda why: ports.announce(str(why)))
        self.stepped.connect(lambda _key: self.busy_rows.clear())  # each step reads its visit anew
        self.visits: dict[int, VisitToday] = {}
        self._coming: dict[int, Coming] = {}
        self._about: _About | None = None
        self._asked_at: datetime | None = None
        runner.bus.subscribe(("appointment", "encounter"), self._heard)
        self.by_patient()

    def by_patient(self) -> Mapping[int, Coming]:
        """Each patient's visit; nobody until the first answer for this person, place and day is there."""
        here = self.ports.here()
        about = (self.runner.person().user_id, here.location_id, here.today)
        if about != self._about:
            self._about = about
            self._keep({})
            self._ask()
        elif self._asked_at is None or self.runner.executor.database.clock.now() - self._asked_at > FRESH:
            self._ask()
        return self._coming

    def hear(self, tell: Callable[[], None]) -> None:
        """Call a Qt object's method after each new answer."""
        self.changed.connect(tell)

    def look_again(self) -> None:
        self._ask()

    def _heard(self, _notice: Notice) -> None:
        self._ask()

    def _ask(self) -> None:
        if self._about is not None and self.runner.actor is not None:
            self._asked_at = self.runner.executor.database.clock.now()
            _, place, day = self._about
            topic = f"today-{id(self)}"
            self.runner.ask(visits_today, place, day, then=self._take, fail=self._fail, topic=topic, settled=False)

    def _take(self, visits: tuple[VisitToday, ...]) -> None:
        found = one_each(visits)
        if found != self.visits:
            self._keep(found)
            self.changed.emit()

    def _keep(self, visits: dict[int, VisitToday]) -> None:
        self.visits = visits
        self._coming = {one: _coming(visit) for one, visit in visits.items()}

    def _fail(self, _why: ClinicError) -> None:
        """A search goes on without it, and asks again a minute later."""
        self._keep({})

    # ------------------------------------------------------------------------------------------------- stepping

    def next_step(self, patient_id: int) -> Deed | None:
        """Arrive or check in, where that is the next step of the patient's visit and the role may (an Offer)."""
        visit = self.visits.get(patient_id)
        step = NEXT[visit.state] if visit is not None else None
        if visit is None or step not in _AT_THE_DESK:
            return None
        if not self.runner.person().may(Permission.CHECK_IN, (visit.location_id,)):
            return None
        code = f"{_AT_THE_DESK[step]}.step"
        return Deed(code, step_word(step), STEP_KEYS, lambda: self._look_and_step(visit, step), stays=True)

    def _look_and_step(self, visit: VisitToday, step: Step) -> None:
        def go_on(row: BoardRow) -> None:
            if row.step is step:
                self.step(row)
            else:
                self.ports.announce(
                    tr("{name} has gone on meanwhile: {state}.", name=row.patient, state=word(row.state))
                )
                self.look_again()

        self.runner.ask(board_row, visit.appointment_id, then=go_on, fail=self.failed.emit, settled=False)

    def _ask_first(self, row: BoardRow, _what: str) -> None:
        """Something is open: the board asks about it."""
        self.ports.go(Place("today", appointment_id=row.appointment_id, day=row.day, task="check-in"))


def _coming(visit: VisitToday) -> Coming:
    return Coming(visit.start, word(visit.state), *LOOKS[visit.state])
