"""Today's visits for the search: who comes first there, and the words beside them."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.core.ports import Coming, Ports
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.visits.queries import visits_today
from app.visits.rules import LOOKS, VisitToday, one_each, word

#: an older answer is asked again at the next search: somebody may be late by now
FRESH = timedelta(minutes=1)
#: whose search, where, and of which day
_About = tuple[int, int | None, date]


class TodaysVisits(QObject):
    """The visits of today where the window stands (a VisitsToday). Asked anew when one of them changes."""

    changed = Signal()

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.visits: dict[int, VisitToday] = {}
        self._about: _About | None = None
        self._asked_at: datetime | None = None
        runner.bus.subscribe(("appointment", "encounter"), self._heard)
        self.by_patient()

    def by_patient(self) -> Mapping[int, Coming]:
        """Each patient's visit; nobody until the first answer for this person, place and day is there."""
        here = self.ports.here()
        about = (self.runner.person().user_id, here.location_id, here.today)
        if about != self._about:
            self._about, self.visits = about, {}
            self._ask()
        elif self._asked_at is None or self.runner.executor.database.clock.now() - self._asked_at > FRESH:
            self._ask()
        return {one: _coming(visit) for one, visit in self.visits.items()}

    def hear(self, tell: Callable[[], None]) -> None:
        """Call a Qt object's method after each new answer."""
        self.changed.connect(tell)

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
            self.visits = found
            self.changed.emit()

    def _fail(self, _why: ClinicError) -> None:
        """A search goes on without it, and asks again a minute later."""
        self.visits = {}


def _coming(visit: VisitToday) -> Coming:
    return Coming(visit.start, word(visit.state), LOOKS[visit.state][0])
