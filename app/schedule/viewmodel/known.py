"""What the rooms above know of what is shown: the board's word on each visit, and to whom a hole is offered until when."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from app.core.clock import local
from app.core.ports import Badge, HoleMark, Ports
from app.core.text import tr
from app.kit.dates import short_day, show_time
from app.runner.bridge import Runner
from app.schedule.queries import AppointmentRow
from app.schedule.viewmodel.words import status_look


@dataclass(frozen=True, slots=True)
class Offer:
    """A hole that is offered to somebody: their name, and until when, in words."""

    name: str
    until: str

    def sentence(self) -> str:
        """Both, as a box or a screen reader says it."""
        if not self.name:
            return self.short()
        return tr("Offered to {name} until {time}", name=self.name, time=self.until)

    def who(self) -> str:
        """Only to whom."""
        return tr("Offered to {name}", name=self.name)

    def short(self) -> str:
        """Only until when, where there is no room for more."""
        return tr("Offered until {time}", time=self.until)


@dataclass(frozen=True, slots=True)
class Look:
    """How a visit's box reads: word, ring, colour, how many points are open; of a ghost also to whom its hole is offered."""

    word: str
    ring: str
    ink: str
    open_points: int = 0
    offer: Offer | None = None


class Known(QObject):
    """Asks both ports for the days that are shown. `changed`: a box may read otherwise now."""

    changed = Signal()

    def __init__(self, runner: Runner, ports: Ports, parent: QObject) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.badges: dict[int, Badge] = {}
        self.holes: dict[int, HoleMark] = {}

    def ask(self, location_id: int, first: date, days: int = 1, who: tuple[int, ...] = ()) -> None:
        """Ask anew: of a location, from a day, so many days, of these practitioners (nobody named: everybody)."""
        if self.ports.badges is not None:
            self.runner.ask(
                self.ports.badges, location_id, first, days, who, then=self._take_badges,
                topic=f"badges-{id(self)}", settled=False,
            )  # fmt: skip
        if self.ports.holes is not None:
            self.runner.ask(
                self.ports.holes, location_id, first, days, then=self._take_holes, topic=f"holes-{id(self)}",
                settled=False,
            )  # fmt: skip

    def _take_badges(self, badges: tuple[Badge, ...]) -> None:
        self.badges = {badge.appointment_id: badge for badge in badges}
        self.changed.emit()

    def _take_holes(self, marks: tuple[HoleMark, ...]) -> None:
        holes = {mark.appointment_id: mark for mark in marks if mark.offered_end is not None}
        if holes != self.holes:
            self.holes = holes
            self.changed.emit()

    def look(self, visit: AppointmentRow, now: datetime) -> Look:
        """How a visit's box reads: the board's word where there is one."""
        badge = self.badges.get(visit.id)
        if badge is not None and not visit.ghost:
            return Look(badge.word, badge.ring, badge.ink, badge.open_points)
        return Look(*status_look(visit, now), offer=self._offer(visit, now) if visit.ghost else None)

    def _offer(self, visit: AppointmentRow, now: datetime) -> Offer | None:
        """Until it ends by itself; one that holds beyond today says its day."""
        mark = self.holes.get(visit.id)
        if mark is None or mark.offered_end is None or mark.offered_end <= now:
            return None
        end = local(mark.offered_end, visit.zone)
        until = show_time(end.time())
        if end.date() != local(now, visit.zone).date():
            until = tr("{day}, {time}", day=short_day(end.date()), time=until)
        return Offer(mark.offered_to, until)
