"""Records that may be one person, on the record of one of them; and a merge while it is looked at."""

from dataclasses import dataclass
from threading import Event
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.text import tr
from app.duplicates.actions import MergePatients, Swept, sweep
from app.duplicates.queries import MergePreview, MergeRow, PairRow, last_sweep, merge_preview, merges_of, pairs_of
from app.duplicates.rules import choice_title
from app.duplicates.rules.nights import is_due
from app.kit.dates import show_date
from app.patients.rules.matching.verdict import USUAL_LIMITS, Limits
from app.patients.viewmodel.sections import SectionModel
from app.runner.bridge import Job, Runner
from app.staff.queries import SYSTEM_ACTOR

#: how often the hour is looked at
LOOK_MS = 10 * 60_000


class DuplicatesModel(SectionModel):
    """One record's look-alikes and merges; both are asked for together and shown together."""

    needs = Permission.MERGE_PATIENTS
    tables: ClassVar[frozenset[str]] = frozenset({"patient", "patient_merge", "duplicate_pair"})

    def clear(self) -> None:
        self.pairs: tuple[PairRow, ...] = ()
        self.merges: tuple[MergeRow, ...] = ()
        self._half = False

    def ask(self, *, settled: bool = False) -> None:
        self._half = False
        pairs, merges = self.topic("pairs"), self.topic("merges")
        self.runner.ask(pairs_of, self.patient_id, then=self._take_pairs, fail=self.fail, topic=pairs, settled=settled)
        self.runner.ask(
            merges_of, self.patient_id, then=self._take_merges, fail=self.fail, topic=merges, settled=settled
        )

    def _take_pairs(self, rows: tuple[PairRow, ...]) -> None:
        self.pairs = rows
        self._ready()

    def _take_merges(self, rows: tuple[MergeRow, ...]) -> None:
        self.merges = rows
        self._ready()

    def _ready(self) -> None:
        if self._half:
            self.answered()
        self._half = not self._half


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """One question of a merge as it is shown: what it is about, both words, and which counts now."""

    code: str
    title: str
    one: str
    other: str
    takes_other: bool


class MergeModel(QObject):
    """A merge that is looked at. `changed`: something else is shown; `failed`: the records could not be read."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.preview: MergePreview | None = None
        self._chosen: dict[str, bool] = {}
        self._ids = (0, 0)

    def look(self, one_id: int, other_id: int, keep_id: int = 0) -> None:
        """Read two records side by side; `keep_id` is the one that shall be kept, 0 lets the fuller one be."""
        self._ids = (one_id, other_id)
        self.runner.ask(
            merge_preview, one_id, other_id, keep_id, then=self._take, fail=self.failed.emit, topic=f"merge-{id(self)}"
        )

    def _take(self, preview: MergePreview) -> None:
        self.preview = preview
        self._chosen = {choice.code: choice.take_other for choice in preview.choices}
        self.changed.emit()

    def swap(self) -> None:
        """Keep the other one."""
        if self.preview is not None:
            self.look(*self._ids, self.preview.other.id)

    def choose(self, code: str, *, other: bool) -> None:
        """Let one record's word count."""
        self._chosen[code] = other

    def lines(self) -> tuple[ChoiceLine, ...]:
        """Every question, in the order a clerk asks."""
        asked = self.preview.choices if self.preview else ()
        return tuple(
            ChoiceLine(one.code, choice_title(one.code), one.one or "–", one.other, self._chosen[one.code])
            for one in asked
        )

    def overlap_lines(self) -> tuple[str, ...]:
        """The visits that stand at one time, in words."""
        found = self.preview.overlaps if self.preview else ()
        return tuple(tr("{day}: both records have a visit at the same time", day=show_date(one.day)) for one in found)

    def command(self) -> MergePatients:
        """What was decided. Raises ClinicError before both records are there."""
        if self.preview is None:
            raise ClinicError("Both records are still being read.", next_step="Wait a moment.")
        one, other = self.preview.one, self.preview.other
        take = tuple(code for code, theirs in self._chosen.items() if theirs)
        return MergePatients(
            patient_id=one.id, merged_id=other.id, version=one.version, merged_version=other.version, take=take
        )


class Nightly(QObject):
    """Looks for doubles by night, beside everything else, in a window that stays open. `swept` carries what came of it."""

    swept = Signal(object)

    def __init__(self, runner: Runner, zone: str, parent: QObject | None = None, limits: Limits = USUAL_LIMITS) -> None:
        super().__init__(parent)
        self.runner, self.zone, self.limits = runner, zone, limits
        self._stop: Event | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Begin, when the hour has come and nobody is at it already."""
        if self._stop is None:
            self.runner.background(self._is_due, self._begin)

    def _is_due(self) -> bool:
        database = self.runner.executor.database
        with database.reading() as session:
            return is_due(last_sweep(session), database.clock.now(), self.zone)

    def _begin(self, due: bool) -> None:
        if not due or self._stop is not None:
            return

        def work(job: Job) -> Swept:
            return sweep(self.runner.executor, SYSTEM_ACTOR, self.limits, job.report, lambda: job.stopped)

        self._stop = self.runner.job(work, self._ended, lambda _why: self._ended(None))

    def _ended(self, swept: Swept | None) -> None:
        self._stop = None
        self.swept.emit(swept)

    def end(self) -> None:
        """Stop at the next pair: the window closes."""
        if self._stop is not None:
            self._stop.set()
