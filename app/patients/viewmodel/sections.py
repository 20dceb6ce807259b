"""What every part that a room adds to a record has in common: whose it is, loading, reloading, one change at a time."""

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import QObject, Signal

from app.core.access import Permission
from app.core.actions import Action
from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.values import Command
from app.runner.bridge import Runner
from app.runner.execute import Notice

C = TypeVar("C", bound=Command)
R = TypeVar("R")


class SectionModel(QObject):
    """One patient's part. `changed`: something else is shown; `kept`: a change was written; `failed`: it was not."""

    #: the permission without which the part is not shown
    needs: ClassVar[Permission]
    #: tables whose changes are shown at once
    tables: ClassVar[frozenset[str]] = frozenset()
    changed = Signal()
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self.patient_id: int | None = None
        self.reason, self.loaded, self.busy = "", False, False
        self._user_id = 0
        self._then: Callable[[Any], None] | None = None
        self.clear()
        runner.bus.subscribe(self.tables, self._heard)  # ends with this object

    def show(self, patient_id: int | None, reason: str = "") -> None:
        """Show a patient's part; None, or nobody's who may see it, shows nothing."""
        wanted = patient_id if patient_id is not None and self.may(self.needs) else None
        user_id = self.runner.person().user_id if wanted is not None else 0
        if (wanted, reason, user_id) == (self.patient_id, self.reason, self._user_id):
            return
        self.patient_id, self.reason, self._user_id = wanted, reason, user_id
        self.loaded = self.busy = False
        self.clear()
        self.changed.emit()
        if wanted is not None:
            self.ask(settled=True)

    def clear(self) -> None:
        """Forget what was shown."""

    def ask(self, *, settled: bool = False) -> None:
        """Ask for what is shown; `settled` when a person opened it."""
        raise NotImplementedError

    def answered(self) -> None:
        """Everything that was asked for is here; too late when nobody is shown any more."""
        if self.patient_id is None:
            self.clear()
            return
        self.loaded = True
        self.changed.emit()

    def topic(self, name: str) -> str:
        """A topic of this part alone."""
        return f"{name}-{id(self)}"

    def may(self, permission: Permission, location_id: int | None = None) -> bool:
        """Whether to offer something, for one location or at all."""
        return self.runner.person().may(permission, () if location_id is None else (location_id,))

    def place(self) -> int:
        """The location at work. Raises ClinicError where the window shows several."""
        here, own = self.ports.here().location_id, self.runner.person().locations
        if here is None and len(own) != 1:
            raise ClinicError("Several locations are shown.", next_step="Choose one above (Ctrl+Shift+L).")
        return here if here is not None else next(iter(own))

    def perform(self, action: Action[C, R], command: C, then: Callable[[R], None] | None = None) -> None:
        """Carry out a change; a second one waits for nobody and is dropped until the first is over."""
        if self.busy:
            return
        self.busy, self._then = True, then
        self.runner.run(action, command, self._done, self.fail)

    def _done(self, result: object) -> None:  # a method, so that nothing is told to a part that is gone
        self.busy = False
        self.kept.emit(result)
        if self._then is not None:
            self._then(result)

    def fail(self, why: ClinicError) -> None:
        """A change that was not written, or a question without an answer."""
        self.busy = False
        self.failed.emit(why)

    def _heard(self, _notice: Notice) -> None:
        if self.patient_id is not None and self.loaded:
            self.ask()
