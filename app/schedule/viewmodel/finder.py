"""The state of a search for a time: what is wished, and the days that fit it, from memory or from the database."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError
from app.runner.bridge import Runner
from app.schedule.queries import BookingStart, booking_start
from app.schedule.queries.openings import Choices, find_openings, finder_choices
from app.schedule.rules.live import OpeningsFound
from app.schedule.rules.openings import Wish
from app.schedule.rules.relaxing import Relaxation
from app.schedule.viewmodel.finder_words import Offer, nothing_words, offers_of
from app.schedule.viewmodel.live import LiveOpenings


class FinderModel(QObject):
    """`ready`: what can be chosen is known; `changed`: another answer stands in `offers` and `relaxed`."""

    ready = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.live = runner, LiveOpenings(runner, self)
        self.start: BookingStart | None = None
        self.choices: Choices | None = None
        self.wish: Wish | None = None
        self.offers: list[Offer] = []
        self.relaxed: tuple[Relaxation, ...] = ()
        self.answered = False
        self.live.changed.connect(self._again)

    def begin(self, location_id: int, patient_id: int | None) -> None:
        """Read what can be chosen, for a patient or for nobody yet."""
        self.live.begin(patient_id)
        self.start, self.choices, self.wish, self.answered = None, None, None, False
        self.offers, self.relaxed = [], ()
        topic = f"finder-{id(self)}"
        self.runner.ask(
            finder_choices, location_id, then=self._chosen, fail=self.failed.emit, topic=f"{topic}-choices",
            settled=False,
        )  # fmt: skip
        self.runner.ask(
            booking_start, location_id, patient_id, then=self._started, fail=self.failed.emit, topic=f"{topic}-start"
        )

    def _chosen(self, choices: Choices) -> None:
        self.choices = choices
        self._tell()

    def _started(self, start: BookingStart) -> None:
        self.start = start
        self._tell()

    def _tell(self) -> None:
        if self.start is not None and self.choices is not None:
            self.ready.emit()

    def find(self, wish: Wish) -> None:
        """Answer a wish, at once where it is known."""
        self.wish = wish
        try:
            found = self.live.find(wish)
        except ClinicError as why:
            self.failed.emit(why)
            return
        if found is not None:
            self._found(found)
            return
        self.runner.ask(
            find_openings, wish, then=self._found, fail=self.failed.emit, topic=f"finder-{id(self)}", settled=False
        )

    def _again(self) -> None:
        """Something changed: the same wish may have another answer."""
        if self.wish is not None:
            self.find(self.wish)

    def _found(self, found: OpeningsFound) -> None:
        if found.wish != self.wish:
            return
        before = {one.key: one.fit.starts[one.at] for one in self.offers if one.at}
        self.offers, self.relaxed, self.answered = offers_of(found.fits), found.relaxed, True
        for number, one in enumerate(self.offers):  # a time that was chosen stays chosen
            kept = before.get(one.key)
            if kept is not None and kept in one.fit.starts:
                self.offers[number] = replace(one, at=one.fit.starts.index(kept))
        self.changed.emit()

    def step(self, row: int, by: int) -> None:
        """Choose a sooner or later time of a line."""
        if 0 <= row < len(self.offers):
            self.offers[row] = self.offers[row].step(by)
            self.changed.emit()

    def nothing_words(self) -> str:
        """Why nothing fits: what was wished, in a line."""
        names = {one.id: one.family for one in self.choices.people} if self.choices else {}
        return nothing_words(self.wish, names) if self.wish else ""
