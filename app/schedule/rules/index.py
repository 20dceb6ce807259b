"""The beginnings of every week, kept: what was worked out once for a visit's length is not until that week changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from app.schedule.rules.diary import Diary
from app.schedule.rules.holding import Need, Person, RoomKind, Spot
from app.schedule.rules.spans import MINUTE

#: how many lengths of visits are kept; a clinic has a handful
_NEEDS = 24


class Stretch(NamedTuple):
    """Minutes that changed hands: a practitioner's, or (None) everybody's."""

    practitioner_id: int | None
    start: int
    end: int


@dataclass(slots=True)
class Index:
    """A diary that remembers its answers. `changed` forgets those of the weeks that a change meets."""

    diary: Diary
    kept: dict[Need, dict[tuple[int, int, date], int]] = field(default_factory=dict)
    seated: dict[tuple[RoomKind, int, date], int] = field(default_factory=dict)

    @property
    def places(self) -> Mapping[int, Spot]:
        """The locations by id."""
        return self.diary.places

    @property
    def people(self) -> Mapping[int, Person]:
        """Everyone who works there, by id."""
        return self.diary.people

    def week(self, place: int, who: int, monday: date, need: Need) -> int:
        """As `Diary.week`, for nobody in particular."""
        kept = self.kept.get(need)
        if kept is None:
            if len(self.kept) >= _NEEDS:
                self.kept.clear()
            kept = self.kept[need] = {}
        found = kept.get((place, who, monday))
        if found is None:
            found = self.diary.week(self.diary.places[place], self.diary.people[who], monday, need)
            kept[place, who, monday] = found
        return found

    def week_of(self, patient_id: int, place: int, who: int, monday: date, need: Need) -> int:
        """As `Diary.week`, for a patient; worked out anew in weeks in which they have a visit."""
        spot = self.diary.places[place]
        if not self.diary.is_elsewhere(patient_id, spot, monday):
            return self.week(place, who, monday, need)
        return self.diary.week(spot, self.diary.people[who], monday, need, patient_id)

    def seats(self, kind: RoomKind, monday: date, minutes: int) -> int:
        """As `Diary.seats`."""
        found = self.seated.get((kind, minutes, monday))
        if found is None:
            found = self.seated[kind, minutes, monday] = self.diary.seats(kind, monday, minutes)
        return found

    def left(self, spans: Iterable[tuple[int, int]]) -> None:
        """Rooms were taken or given back in these minutes."""
        weeks = {week for start, end in spans for week in _weeks(start, end)}
        for key in [key for key in self.seated if key[2] in weeks]:
            del self.seated[key]

    def changed(self, stretches: Iterable[Stretch]) -> None:
        """Forget the weeks that these minutes may belong to anywhere on earth, and those that a pause reaches into."""
        for who, start, end in stretches:
            people = self.diary.people if who is None else (who,)
            weeks = _weeks(start, end)
            for kept in self.kept.values():
                for one in people:
                    for place in self.diary.places:
                        for monday in weeks:
                            kept.pop((place, one, monday), None)

    def forget(self) -> None:
        """Hours or people changed: nothing that was worked out holds."""
        self.kept.clear()
        self.seated.clear()


def _weeks(start: int, end: int) -> set[date]:
    first = datetime.fromtimestamp(start * MINUTE, UTC).date() - timedelta(days=2)
    days = (end - start) // (24 * 60) + 5
    return {(on := first + timedelta(days=number)) - timedelta(days=on.weekday()) for number in range(days)}
