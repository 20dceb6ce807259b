"""The index of free time that the change feed keeps: read once, then told what each commit changed. No Qt, no database."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.core.errors import NotFound
from app.schedule.rules.capacity import Plan
from app.schedule.rules.codes import ForWhom, Resource
from app.schedule.rules.diary import Days, Diary
from app.schedule.rules.holding import Held, Hours, Need, Shut
from app.schedule.rules.index import Index, Stretch
from app.schedule.rules.openings import (
    ANSWERS,
    FAR,
    Fit,
    Kind,
    Known,
    Match,
    Search,
    Wish,
    ask_of,
    check_wish,
    distances,
)
from app.schedule.rules.relaxing import FURTHER, Around, Relaxation, relaxations


@dataclass(frozen=True, slots=True)
class OpeningsFound:
    """The best days for a wish; when there are none, what would make it fit."""

    wish: Wish
    fits: tuple[Fit, ...]
    relaxed: tuple[Relaxation, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What a visit takes of somebody, or of a room or a piece of equipment (by its id)."""

    what: Resource
    who: int
    held: Held


@dataclass(frozen=True, slots=True)
class Change:
    """What some commits came to, read after them: each visit's time as it is now, each block, the hours if they changed.

    `patients` whose plans changed have to be read again; `whole`: so much may have changed that everything has.
    """

    visits: tuple[tuple[int, tuple[Taken, ...]], ...] = ()
    blocks: tuple[tuple[int, Shut | None], ...] = ()
    hours: tuple[tuple[int, int, Hours], ...] | None = None
    patients: tuple[int, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Patient:
    """What is known of a patient who is booked: with whom their last visit was, and their plans."""

    usual_id: int | None = None
    plans: tuple[Plan, ...] = ()


@dataclass(slots=True)
class Live:
    """All that may be booked from `first` to before `last`, by who may book it. Asked and told on one thread.

    `patients` are those whose own time is known.
    """

    index: Index
    kinds: Mapping[int, Kind]
    first: date
    last: date
    visits: dict[int, tuple[Taken, ...]] = field(default_factory=dict)
    patients: dict[int, Patient] = field(default_factory=dict)

    @property
    def diary(self) -> Diary:
        """What it knows."""
        return self.index.diary

    def covers(self, wish: Wish) -> bool:
        """Whether it can answer; what lies further ahead is asked of the database."""
        end = wish.from_day + timedelta(days=wish.days + FURTHER)
        kind = self.kinds.get(wish.visit_type_id)
        if wish.patient_id is not None and kind is not None and kind.needs.for_whom is not ForWhom.ANYBODY:
            return False  # whether a patient is new is asked of the database
        known = wish.patient_id is None or wish.patient_id in self.patients
        return known and self.first <= wish.from_day and end <= self.last and wish.location_id in self.diary.places

    def know(self, patient_id: int, patient: Patient, taken: Iterable[tuple[int, Taken]]) -> None:
        """A patient's own time, as it was read after every change told so far."""
        self.patients[patient_id] = patient
        for visit, one in taken:
            kept = (other for other in self.visits.get(visit, ()) if other.what is not Resource.PATIENT)
            self.put(visit, (*kept, one))

    def find(self, wish: Wish, now: int, limit: int = ANSWERS) -> OpeningsFound:
        """Answer at once. `now` in minutes since 1970. Raises ClinicError and NotFound as the question does."""
        check_wish(wish)
        kind = kind_of(self.kinds, wish)
        who = self.patients.get(wish.patient_id or 0, Patient())
        ask = ask_of(wish, kind, self.diary, now, who.plans, who.usual_id)
        fits = Search(self.index, ask).fits(limit)
        if fits:
            return OpeningsFound(wish, fits)

        def answer(changed: Wish) -> Iterable[list[Match]]:
            return Search(self.index, ask_of(changed, kind, self.diary, now, who.plans)).weeks()

        return OpeningsFound(wish, (), relaxations(wish, around_of(self.diary, kind, wish), answer))

    def put(self, visit: int, taken: tuple[Taken, ...]) -> list[Stretch]:
        """A visit takes this from now on and nothing else; what of practitioners' time changed."""
        before = self.visits.pop(visit, ())
        for one in before:
            self._of(one).drop(one.held)
        for one in taken:
            self._of(one).add(one.held)
        if taken:
            self.visits[visit] = taken
        rooms = [one for one in (*before, *taken) if one.what in (Resource.ROOM, Resource.EQUIPMENT)]
        if rooms:
            self.index.left((one.held.start, one.held.end) for one in rooms)
        theirs = [one for one in (*before, *taken) if one.what is Resource.PRACTITIONER]
        return [Stretch(one.who, one.held.start, one.held.end) for one in theirs]

    def _of(self, one: Taken) -> Days:
        if one.what is Resource.PRACTITIONER:
            return self.diary.held[one.who]
        return self.diary.own[one.who] if one.what is Resource.PATIENT else self.diary.in_room[one.who]

    def apply(self, change: Change) -> None:
        """Take in what was read after some commits."""
        changed = [one for visit, taken in change.visits for one in self.put(visit, self._ours(taken))]
        for block, shut in change.blocks:
            before = self.diary.reopen(block)
            if shut is not None:
                self.diary.close(block, shut)
            changed += [Stretch(one.practitioner_id, one.start, one.end) for one in (before, shut) if one is not None]
        self.index.changed(changed)
        for patient_id in change.patients:
            self.patients.pop(patient_id, None)
        if change.hours is not None:
            self.diary.set_hours(change.hours)
            self.index.forget()

    def _ours(self, taken: Iterable[Taken]) -> tuple[Taken, ...]:
        """What is kept: time of those who work here, of rooms, and of patients that were asked about."""
        kept: dict[Resource, Container[int]] = {
            Resource.PRACTITIONER: self.diary.people,
            Resource.PATIENT: self.patients,
        }
        return tuple(one for one in taken if one.what not in kept or one.who in kept[one.what])

    def warm(self, weeks: int) -> None:
        """Work out the usual lengths, so that the first question finds them."""
        monday = self.first - timedelta(days=self.first.weekday())
        usual = ((kind.minutes, kind.needs) for kind in self.kinds.values())
        needs = {Need(minutes, one.before, one.after, one.most(self.first)) for minutes, one in usual}
        for need in needs:
            for one in self.diary.people.values():
                for place in one.places & self.diary.places.keys():
                    for number in range(weeks):
                        self.index.week(place, one.id, monday + timedelta(days=7 * number), need)


def kind_of(every: Mapping[int, Kind], wish: Wish) -> Kind:
    """The visit type that is sought. Raises NotFound."""
    kind = every.get(wish.visit_type_id)
    if kind is None:
        raise NotFound("There is no such visit type.", field="visit_type", next_step="Choose another one.")
    return kind


def around_of(known: Known, kind: Kind, wish: Wish) -> Around:
    """What else could be wished; of other locations the next one outwards."""
    people = {one.id: one.family for one in known.people.values() if kind.needs.does(one.id)}
    further = [
        (max(1, miles), known.places[place].name)
        for place, miles in distances(wish.location_id, known.places).items()
        if place != wish.location_id and wish.miles < max(1, miles) <= FAR
    ]
    return Around(people, tuple(further[:1]), kind.minutes)
