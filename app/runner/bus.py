"""The change bus of a window: after each commit, everyone who shows one of the tables reloads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.runner.execute import Notice


@dataclass(slots=True)
class Subscription:
    """An interest in some tables; `end` takes it back."""

    tables: frozenset[str]
    callback: Callable[[Notice], None]
    bus: "ChangeBus"

    def end(self) -> None:
        """Hear nothing more."""
        if self in self.bus.subscriptions:
            self.bus.subscriptions.remove(self)


@dataclass(slots=True, eq=False)
class ChangeBus:
    """Tells subscribers, on the thread that calls `publish`. The window calls it on the UI thread only."""

    subscriptions: list[Subscription] = field(default_factory=list)

    def subscribe(self, tables: Iterable[str], callback: Callable[[Notice], None]) -> Subscription:
        """Call `callback` after every commit that touched one of the tables."""
        made = Subscription(frozenset(tables), callback, self)
        self.subscriptions.append(made)
        return made

    def publish(self, notice: Notice) -> None:
        """Tell everyone concerned once; who is gone from the window hears nothing more."""
        touched = notice.tables()
        self.subscriptions[:] = [one for one in self.subscriptions if not is_gone(one.callback)]
        for subscription in tuple(self.subscriptions):
            if subscription.tables & touched and not is_gone(subscription.callback):
                subscription.callback(notice)


def is_gone(callback: Callable[..., object]) -> bool:
    """Whether the callback is a method of a Qt object that was deleted."""
    receiver = getattr(callback, "__self__", None)
    return isinstance(receiver, QObject) and not isValid(receiver)
