"""The beginnings of every day, kept: what was read once for a visit's length is not worked out again until its day changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from app.schedule.rules.diary import DAY, Beginnings, Diary, Need, Spot
from app.schedule.rules.spans import MINUTE

#: how many lengths of visits are kept; a clinic has a handful
_NEEDS = 24
Kept = dict[tuple[int, date], Sequence[Beginnings]]


@dataclass(slots=True)
class Index:
    """A diary that remembers its answers. `changed` forgets those of the days that a change meets."""

    diary: Diary
    kept: dict[Need, Kept] = field(default_factory=dict)

    @property
    def places(self) -> Mapping[int, Spot]:
        """The locations by id."""
        return self.diary.places

    def beginnings(self, spot: Spot, day: date, need: Need, patient_id: int | None = None) -> Sequence[Beginnings]:
        """Where visits may begin at a location on a day; worked out anew only on days on which the patient has a visit."""
        if patient_id is not None and self.diary.is_elsewhere(patient_id, spot, day):
            return self.diary.beginnings(spot, day, need, patient_id)
        kept = self.kept.get(need)
        if kept is None:
            if len(self.kept) >= _NEEDS:
                self.kept.clear()
            kept = self.kept[need] = {}
        found = kept.get((spot.id, day))
        if found is None:
            found = kept[spot.id, day] = self.diary.beginnings(spot, day, need)
        return found

    def changed(self, spans: Iterable[tuple[int, int]]) -> None:
        """These minutes changed hands: the clinic's days that they may belong to are read again when they are asked for."""
        days = {
            _day(at) + timedelta(days=near)
            for start, end in spans
            for at in range(start, end + DAY, DAY)
            for near in (-2, -1, 0, 1)
        }
        for kept in self.kept.values():
            for place in self.diary.places:
                for day in days:
                    kept.pop((place, day), None)

    def forget(self) -> None:
        """Hours or people changed: nothing that was worked out holds."""
        self.kept.clear()


def _day(minute: int) -> date:
    return datetime.fromtimestamp(minute * MINUTE, UTC).date()
