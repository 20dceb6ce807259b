"""The worklists of this window: their rows, which one is shown, and how much there is in all."""

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.core.ports import Place, Ports, RowKey, WorklistRow
from app.runner.bridge import Runner
from app.runner.execute import Notice
from app.visits.queries.worklists import ListRows, Lists, worklist_rows

#: what worklists are computed from
TABLES = (
    "appointment", "encounter", "patient", "stored_document", "waiver", "coverage", "visit_due", "payment", "day_close",
    "duplicate_pair", "glass_break", "freed_slot", "waitlist_entry", "waitlist_try", "episode_of_care", "plan_of_care",
    "attendance_mark", "working_hours", "block", "booking_override",
)  # fmt: skip
SETTLE_MS = 400
#: the name of the page in the rail, and where the rows of a list lead: page and task
PAGE = "worklists"
PLACES = {
    "registrations": ("patients", "edit"),
    "open-visits": ("today", ""),
    "probably-missed": ("today", ""),
    "attendance": ("today", ""),
    "missing-documents": ("today", ""),
    "under-scheduled": ("schedule", "book"),
    "dropped-off": ("schedule", "book"),
    "outside-hours": ("schedule", "rehome"),
}


class WorklistsModel(QObject):
    """One for a window, made at sign-in: it tells the rail how many things wait, also before the page is opened.

    `changed` comes when the rows or the chosen list are others, `total_changed` with the number of all rows.
    """

    changed = Signal()
    total_changed = Signal(int)
    failed = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.lists: tuple[ListRows, ...] = ()
        self.code = ""
        self.known = False
        self._soon = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._soon.timeout.connect(self._settled)
        self._more = False
        self._heard = runner.bus.subscribe(TABLES, self._hear)

    def _hear(self, _notice: Notice) -> None:
        if not isValid(self):
            self._heard.end()
            return
        self._more = self._soon.isActive()
        if not self._more:  # at once: the next key would act on a row that is done
            self.reload()
        self._soon.start()

    def _settled(self) -> None:
        """Several changes in a row are read once, when they are over."""
        if self._more:
            self.reload()

    def show(self) -> None:
        """Read everything for the page; the journal keeps that it was seen."""
        self._ask(settled=True)

    def reload(self) -> None:
        """Read everything again, because something changed or a window began."""
        self._ask(settled=False)

    def _ask(self, *, settled: bool) -> None:
        here = self.ports.here()
        self.runner.ask(
            worklist_rows,
            Lists(tuple(self.ports.worklists)),
            here.location_id,
            here.today,
            then=self._take,
            fail=self.failed.emit,
            topic=f"worklists-{id(self)}",
            settled=settled,
        )

    def _take(self, lists: tuple[ListRows, ...]) -> None:
        before = self.total()
        first = not self.known
        self.lists, self.known = lists, True
        if self.code not in [one.code for one in lists]:
            self.code = next((one.code for one in lists if one.rows), lists[0].code if lists else "")
        self.changed.emit()
        if first or self.total() != before:
            self.total_changed.emit(self.total())
            self.ports.badge(PAGE, self.total())

    def total(self) -> int:
        """How many rows all lists have."""
        return sum(len(one.rows) for one in self.lists)

    def choose(self, code: str) -> None:
        """Show another list."""
        if code != self.code:
            self.code = code
            self.changed.emit()

    def shown(self) -> ListRows | None:
        """The list that is shown."""
        return next((one for one in self.lists if one.code == self.code), None)

    def next_filled(self) -> ListRows | None:
        """Another list with something in it, for an empty one's button."""
        return next((one for one in self.lists if one.rows and one.code != self.code), None)

    def place(self, row: WorklistRow) -> Place:
        """Where a row of the shown list leads."""
        page, task = PLACES.get(self.code, ("patients" if row.appointment_id is None else "today", ""))
        return Place(page, row.patient_id, row.appointment_id, row.day if page == "today" else None, row.task or task)

    def further(self) -> tuple[RowKey, ...]:
        """The further keys of the shown list."""
        return self.ports.row_keys.get(self.code, ())

    def go(self, row: WorklistRow) -> None:
        """Go there, or do what the list's room has put there."""
        deed = self.ports.row_deeds.get(self.code)
        if deed is not None:
            deed(row)
        else:
            self.ports.go(self.place(row))
