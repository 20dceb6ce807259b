"""The index of free time of a window: read beside the work, then kept by what the change bus says, other desks' commits too."""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.schedule.queries.live import TABLES, PatientTime, live_openings, openings_changed, patient_time
from app.schedule.rules.live import Change, Live, OpeningsFound
from app.schedule.rules.openings import Wish

MINUTE = 60
#: after so many days everything is read again
FRESH_DAYS = 7


class LiveOpenings(QObject):
    """Answers from memory. `changed`: an answer that was given may be another one now.

    Readings follow one another, so that none can overtake a newer one.
    """

    changed = Signal()

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.live: Live | None = None
        self._touched: set[str] = set()
        self._patient_id: int | None = None
        self._person: int | None = None
        self._reading = self._wanted = False
        self._round = self._read_in = 0
        self._interest = runner.bus.subscribe(TABLES, self._heard)

    def begin(self, patient_id: int | None = None) -> None:
        """Have the index ready soon, with this patient's own time."""
        person = self.runner.person().user_id
        if not self._wanted or person != self._person or self._is_old():  # another person may reach other locations
            self._person, self.live = person, None
            self._round += 1
        self._wanted, self._patient_id = True, patient_id
        self._go_on()

    def _is_old(self) -> bool:
        """Whether so many days went by that a search would soon reach beyond what was read."""
        now = self.runner.executor.database.clock.now()
        return self.live is not None and now.date() > self.live.first + timedelta(days=FRESH_DAYS)

    def find(self, wish: Wish) -> OpeningsFound | None:
        """The answer, or None while it is not known here: then ask the database. Raises ClinicError for a senseless wish."""
        if self.live is None or self._touched or not self.live.covers(wish):
            return None
        return self.live.find(wish, -(-int(self.runner.executor.database.clock.now().timestamp()) // MINUTE))

    def _heard(self, notice: Notice) -> None:
        if self.runner.actor is None:  # the window is locked: what is known then is read again afterwards
            self._wanted, self.live = False, None
        elif self._wanted:
            self._touched |= {item for item in notice.touched if item.partition(":")[0] in TABLES}
            self._go_on()

    def _go_on(self) -> None:
        """The next reading, if there is one to do and none under way."""
        if self._reading or not self._wanted:
            return
        self._reading = True
        if self.live is None:
            self._touched.clear()  # what is read from here on holds it
            self._read_in = self._round
            self.runner.ask(live_openings, then=self._loaded, fail=self._lost, settled=False)
        elif self._touched:
            touched, self._touched = frozenset(self._touched), set()
            self.runner.ask(openings_changed, touched, then=self._told, fail=self._lost, settled=False)
        elif self._patient_id is not None and self._patient_id not in self.live.patients:
            self.runner.ask(patient_time, self._patient_id, then=self._knows, fail=self._lost, settled=False)
        else:
            self._reading = False

    def _loaded(self, live: Live) -> None:
        if self._read_in == self._round and self._wanted:  # else changes went by unheard
            self.live = live
        self._done()

    def _told(self, change: Change) -> None:
        if change.whole or self.live is None:
            self.live = None
            self._round += 1
        else:
            self.live.apply(change)
        self._done()

    def _knows(self, time: PatientTime) -> None:
        if self.live is not None:
            self.live.know(time.patient_id, time.patient, time.taken)
        self._done()

    def _done(self) -> None:
        self._reading = False
        self._go_on()
        if not self._reading:
            self.changed.emit()

    def _lost(self, _why: ClinicError) -> None:
        """Without the index the database is asked each time; the next opening of the finder reads it again."""
        self._reading, self._wanted, self.live = False, False, None
