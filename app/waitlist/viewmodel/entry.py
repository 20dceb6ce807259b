"""The state of an entry that is made or changed: who waits, what can be wished, and what stands already."""

from PySide6.QtCore import QObject, Signal

from app.core.errors import ClinicError, NotFound
from app.core.ports import Ports
from app.core.text import tr
from app.runner.bridge import Runner
from app.schedule.queries import AppointmentRow, BookingStart, appointment, booking_start
from app.staff.queries import LocationRow, locations
from app.waitlist.actions import (
    AddToWaitlist,
    BringBack,
    EntryKey,
    UpdateWaitlistEntry,
    Withdraw,
    add_to_waitlist,
    bring_back,
    update_waitlist_entry,
    withdraw,
)
from app.waitlist.queries import EntryRow, waiting


class EntryModel(QObject):
    """`ready`: everything the form needs is here; `kept` (a sentence); `failed` (ClinicError)."""

    ready = Signal()
    kept = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.start: BookingStart | None = None
        self.entry: EntryRow | None = None
        self.places: tuple[LocationRow, ...] = ()
        self.patient_id = 0
        self.instead: AppointmentRow | None = None
        self._entry_id = 0

    def begin(self, patient_id: int, location_id: int, *, entry_id: int = 0, instead: int | None = None) -> None:
        """A new entry of a patient at a location, or the one with that id."""
        self.patient_id, self._entry_id, self.instead = patient_id, entry_id, None
        self.runner.ask(locations, then=self._placed, fail=self.failed.emit, topic=f"places-{id(self)}")
        if entry_id:
            self.runner.ask(
                waiting, None, patient_id, then=self._found, fail=self.failed.emit, topic=f"entry-{id(self)}"
            )
        else:
            self._begin(location_id, instead)

    def _begin(self, location_id: int, instead: int | None) -> None:
        """The visit that would be given up first: it may lie behind the next few, which are all that is offered."""
        if instead is None:
            self._ask(location_id)
            return

        def known(visit: AppointmentRow) -> None:
            self.instead = visit
            self._ask(location_id)

        self.runner.ask(
            appointment, instead, then=known, fail=lambda _why: self._ask(location_id), topic=f"instead-{id(self)}"
        )

    def _placed(self, places: tuple[LocationRow, ...]) -> None:
        self.places = places

    def _found(self, rows: tuple[EntryRow, ...]) -> None:
        self.entry = next((one for one in rows if one.id == self._entry_id), None)
        if self.entry is None:
            self.failed.emit(NotFound("This patient does not wait any more.", next_step="Look at the list again."))
        else:
            self._begin(self.entry.location_id, self.entry.later_id)

    def _ask(self, location_id: int) -> None:
        self.runner.ask(
            booking_start, location_id, self.patient_id, then=self._take, fail=self.failed.emit,
            topic=f"wish-{id(self)}",
        )  # fmt: skip

    def _take(self, start: BookingStart) -> None:
        self.start = start
        self.ready.emit()

    def name(self) -> str:
        """Whose entry it is, as the person may see it."""
        return self.start.patient if self.start else ""

    def add(self, command: AddToWaitlist) -> None:
        """Put them on the list."""
        said = tr("On the waitlist: {name}", name=self.name())
        self.runner.run(add_to_waitlist, command, lambda key: self._kept(said, key), self.failed.emit)

    def change(self, command: UpdateWaitlistEntry) -> None:
        """Change what they would take."""
        self.runner.run(update_waitlist_entry, command, lambda _key: self._done(), self.failed.emit)

    def _done(self) -> None:
        self.ports.announce(tr("Changed: {name}", name=self.name()))
        self.kept.emit()

    def _kept(self, said: str, key: EntryKey) -> None:
        """Undo takes them off again."""
        self.ports.undoable(said, lambda: self._off(Withdraw(entry_id=key.entry_id, version=key.version)))
        self.kept.emit()

    def take_off(self) -> None:
        """Take them off the list; Undo puts them back with the same wait."""
        entry, name = self.entry, self.name()
        if entry is None:
            return

        def gone(key: EntryKey) -> None:
            back = BringBack(entry_id=key.entry_id, version=key.version)
            self.ports.undoable(tr("Off the waitlist: {name}", name=name), lambda: self._back(back))
            self.kept.emit()

        self.runner.run(withdraw, Withdraw(entry_id=entry.id, version=entry.version), gone, self.failed.emit)

    def _off(self, command: Withdraw) -> None:
        self.runner.run(withdraw, command, lambda _key: self.ports.announce(tr("Taken back")), self._told)

    def _back(self, command: BringBack) -> None:
        self.runner.run(bring_back, command, lambda _key: self.ports.announce(tr("Taken back")), self._told)

    def _told(self, why: ClinicError) -> None:
        self.ports.announce(str(why))
