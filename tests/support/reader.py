"""A screen reader's side of a desktop: reads the accessible tree over D-Bus, presses, types, and hears what is said.

The names are AT-SPI's own: https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import DBusAddress, MatchRule, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

T = TypeVar("T")

ATSPI = "org.a11y.atspi"
ATSPI_PATH = f"/{ATSPI.replace('.', '/')}"
ROOT = (f"{ATSPI}.Registry", f"{ATSPI_PATH}/accessible/root")
#: bits of a state, kinds of a relation and of a key, as the interface numbers them
EDITABLE, SHOWING = 7, 25
LABELLED_BY = 2
KEY_SYMBOL = 3
RETURN = 0xFF0D
#: seconds until something that does not come is given up, and until one answer is
PATIENCE, ANSWER = 60.0, 15.0
#: seconds until the tree is looked at again though nothing was told
LOOK = 0.2


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of the window: where it is asked, and what it says of itself."""

    bus: str
    path: str
    role: str
    name: str


class Reader:
    """Reads one desktop. Raises AssertionError with what was looked for when it does not come."""

    def __init__(self, session: str) -> None:
        """`session`: the address of the session's bus, which knows that of the accessibility bus."""
        first = open_dbus_connection(session)
        asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        address = first.send_and_get_reply(asked, timeout=ANSWER).body[0]
        first.close()
        self.connection: DBusConnection = open_dbus_connection(address)
        rule = MatchRule(type="signal", interface=f"{ATSPI}.Event.Object", member="Announcement")
        self._told = self.connection.filter(rule)
        self._answer(message_bus.AddMatch(rule))
        registry = DBusAddress(f"{ATSPI_PATH}/registry", f"{ATSPI}.Registry", f"{ATSPI}.Registry")
        self._answer(new_method_call(registry, "RegisterEvent", "sass", ("object:announcement", [], "")))
        #: what the programs made the reader say, so far as it was listened to
        self.said: list[str] = []

    def close(self) -> None:
        """Hear no more."""
        self._told.close()
        self.connection.close()

    # ------------------------------------------------------------------------------------------------- asking

    def ask(self, bus: str, path: str, interface: str, method: str, signature: str = "", *words: object) -> Any:
        """Ask one question of one object. Raises AssertionError when it is not there any more."""
        message = new_method_call(DBusAddress(path, bus, f"{ATSPI}.{interface}"), method, signature, words)
        return next(iter(self._answer(message)), None)

    def _answer(self, message: Any) -> tuple[Any, ...]:
        reply = self.connection.send_and_get_reply(message, timeout=ANSWER)
        assert reply.header.message_type.name == "method_return", reply.body
        return tuple(reply.body)

    def about(self, thing: Thing, which: str) -> str:
        """Name or Description, as it is now."""
        asked = Properties(DBusAddress(thing.path, thing.bus, f"{ATSPI}.Accessible")).get(which)
        return str(self._answer(asked)[0][1])

    def has(self, thing: Thing, state: int) -> bool:
        """Whether a state is on."""
        low, _high = self.ask(thing.bus, thing.path, "Accessible", "GetState")
        return bool(low >> state & 1)

    def label(self, thing: Thing) -> str:
        """The name of what it is labelled by; "" where it is not."""
        for kind, others in self.ask(thing.bus, thing.path, "Accessible", "GetRelationSet"):
            if kind == LABELLED_BY:
                return " ".join(self.about(self._thing(*other), "Name") for other in others)
        return ""

    def text(self, thing: Thing) -> str:
        """What stands in a field."""
        return str(self.ask(thing.bus, thing.path, "Text", "GetText", "ii", 0, -1))

    # ------------------------------------------------------------------------------------------------ looking

    def _thing(self, bus: str, path: str) -> Thing:
        role = self.ask(bus, path, "Accessible", "GetRoleName")
        return Thing(bus, path, role, self.about(Thing(bus, path, role, ""), "Name"))

    def things(self) -> list[Thing]:
        """Everything that is shown; cells of lists are left out. What goes meanwhile is passed over."""
        return [one for one in self._below(*ROOT) if self._if_there(lambda one=one: self.has(one, SHOWING))]

    def _below(self, bus: str, path: str) -> Iterator[Thing]:
        thing = self._if_there(lambda: self._thing(bus, path))
        if thing is None:
            return
        yield thing
        if thing.role not in ("table", "list"):
            for child in self._if_there(lambda: self.ask(bus, path, "Accessible", "GetChildren")) or []:
                yield from self._below(*child)

    @staticmethod
    def _if_there(ask: Callable[[], T]) -> T | None:
        try:
            return ask()
        except AssertionError:
            return None

    def cells(self, table: str) -> list[str]:
        """The words of every cell of a table."""
        found = self._shown("table", table)
        children = (
            self._if_there(lambda: self.ask(found[0].bus, found[0].path, "Accessible", "GetChildren")) if found else ()
        )
        things = [self._if_there(lambda child=child: self._thing(*child)) for child in children or ()]
        return [one.name for one in things if one is not None]

    def find(self, role: str, name: str) -> Thing:
        """Wait until something with this role and the beginning of its name is shown."""
        found = self.soon(lambda: self._shown(role, name), f"{role} “{name}”")
        return found[0]

    def _shown(self, role: str, name: str) -> list[Thing]:
        return [one for one in self.things() if one.role == role and one.name.startswith(name)]

    def soon(self, happened: Callable[[], T], what: str) -> T:
        """Look again after each thing that is told, until something has happened."""
        end = time.monotonic() + PATIENCE
        while not (found := happened()):
            assert time.monotonic() < end, f"{what} does not come; there is: {self.things()}"
            self.hear()
        return found

    def hear(self) -> None:
        """Wait for the next thing that is said, or a moment."""
        try:
            message = self.connection.recv_until_filtered(self._told.queue, timeout=LOOK)
        except TimeoutError:
            return
        self.said.append(str(message.body[3][1]))

    # -------------------------------------------------------------------------------------------------- doing

    def press(self, thing: Thing) -> None:
        """Press a button."""
        names = [action[0] for action in self.ask(thing.bus, thing.path, "Action", "GetActions")]
        assert self.ask(thing.bus, thing.path, "Action", "DoAction", "i", names.index("Press"))

    def write(self, thing: Thing, text: str) -> None:
        """Put a text into a field."""
        assert self.ask(thing.bus, thing.path, "EditableText", "SetTextContents", "s", text)

    def enter(self, thing: Thing) -> None:
        """Press Enter in a field."""
        assert self.ask(thing.bus, thing.path, "Component", "GrabFocus")
        keyboard = f"{ATSPI_PATH}/registry/deviceeventcontroller"
        where = DBusAddress(keyboard, f"{ATSPI}.Registry", f"{ATSPI}.DeviceEventController")
        self._answer(new_method_call(where, "GenerateKeyboardEvent", "isu", (RETURN, "", KEY_SYMBOL)))
