"""Whether the time that is being booked is offered to somebody who waits: an offer holds nothing, so it is said."""

from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QLabel

from app.core.ports import HoleMark, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.dates import show_time
from app.kit.panels import announce
from app.kit.words import label
from app.runner.bridge import Runner


class OfferedLine:
    """`label` stands in a panel; `look` asks once a day, and says it where an offer meets the time."""

    def __init__(self, runner: Runner, ports: Ports) -> None:
        self.runner, self.ports = runner, ports
        self.label: QLabel = label("", "warn", wrap=True)
        self.label.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._day: tuple[int, date] | None = None
        self._marks: tuple[HoleMark, ...] = ()
        self._wanted: tuple[int | None, time, int] | None = None
        self.clear()

    def clear(self) -> None:
        """A booking begins anew: what was known of the day is asked again."""
        self._day = None
        self._say("")

    def look(self, location_id: int, day: date | None, start: time | None, minutes: int, who: int | None) -> None:
        """The time that stands in the fields; None: none yet."""
        if self.ports.holes is None or day is None or start is None:
            self._say("")
            return
        self._wanted = (who, start, minutes)
        if self._day == (location_id, day):
            self._show()
            return
        self._day, self._marks = (location_id, day), ()
        self.runner.ask(
            self.ports.holes, location_id, day, 1, then=self._take, fail=lambda _why: None, topic=f"offered-{id(self)}",
            settled=False,
        )  # fmt: skip

    def _take(self, marks: tuple[HoleMark, ...]) -> None:
        self._marks = marks
        self._show()

    def _show(self) -> None:
        if self._wanted is None:
            return
        found = next((one for one in self._marks if offered_at(one, *self._wanted)), None)
        if found is None or found.offered_until is None:
            self._say("")
            return
        until = show_time(found.offered_until)
        self._say(
            tr("{name} offered this time to somebody who waits, until {time}.", name=found.offered_by, time=until)
        )

    def _say(self, words: str) -> None:
        if words and words != self.label.text():
            announce(self.label, words)
        self.label.setText(words)
        self.label.setVisible(bool(words))


def offered_at(mark: HoleMark, who: int | None, start: time, minutes: int) -> bool:
    """Whether an offer that still holds meets a time with a practitioner (None: whoever it is)."""
    if mark.offered_until is None or (who is not None and mark.practitioner_id != who):
        return False
    begin, other = (datetime.combine(date(2000, 1, 1), at) for at in (start, mark.start))
    return begin < other + timedelta(minutes=mark.minutes) and other < begin + timedelta(minutes=minutes)
