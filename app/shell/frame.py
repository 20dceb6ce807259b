"""The frame around the pages: rail, top bar, status bar, banner; it answers the ports of navigation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.core.access import Actor, Permission
from app.core.clock import local, local_day
from app.core.errors import ClinicError, Refused
from app.core.ports import Deed, Here, Place, Ports
from app.core.text import tr
from app.kit.dates import show_time
from app.kit.drawer import Drawer
from app.kit.fields import SearchBox
from app.kit.panels import Banner
from app.runner.bridge import Runner
from app.shell.keys import KeysCard, keys_of
from app.shell.palette import Palette
from app.shell.rail import Rail, Stop
from app.shell.status import StatusBar
from app.shell.top import Choice, TopBar
from app.staff.queries import LocationRow, locations, myself
from app.staff.rules.roles import role_name

CLOCK_MS = 5000
#: the privacy shade
SHADE_KEYS = "Ctrl+Shift+H"
#: how soon a window notices that its person's account was closed or changed
WHO_MS = 30_000


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A place of the rail. `at_foot` stands apart at the lower end.

    `load` imports the page at the first visit, off the UI thread, and answers what makes it there. Without the
    permission `needs` the place is not there; the others keep their keys.
    """

    code: str
    title: str
    icon: str
    load: Callable[[], Callable[[Runner, Ports], QWidget]]
    at_foot: bool = False
    needs: Permission | None = None


@dataclass(frozen=True, slots=True)
class FrameParts:
    """What bootstrap knows and the frame does not. `home` is the location that a desk begins with (its code)."""

    desk: str = ""
    home: str = ""
    demo: Callable[[], str] = str  # the sentence of the banner in the person's language, or nothing
    search_box: Callable[[Runner, Ports], QWidget] | None = None


#: a part of the window, and how the keyboard gets there
Area = tuple[QWidget, Callable[[], None]]


def _may(actor: Actor, spec: PageSpec) -> bool:
    return spec.needs is None or actor.grant(spec.needs) is not None


@runtime_checkable
class Page(Protocol):
    """What a page may do: show a place; it is called for every visit, and again when day or location change."""

    def activate(self, place: Place) -> None:
        """Show what `place` names."""
        ...


class Frame(QWidget):
    """Everything a person sees while they are signed in. It is made anew for another person, language or text size."""

    lock_wanted = Signal()
    #: names become initials, or come back
    shade_wanted = Signal()
    sign_out_wanted = Signal()
    #: the account was closed meanwhile (a Refused): the next screen is the sign-in card
    turned_out = Signal(object)
    #: the person's roles or locations are others now; `runner.actor` is up to date, the frame should be made anew
    access_changed = Signal()

    def __init__(self, runner: Runner, ports: Ports, pages: Sequence[PageSpec], parts: FrameParts) -> None:
        super().__init__()
        self.runner, self.ports, self.parts = runner, ports, parts
        self._numbers = {spec.code: number for number, spec in enumerate(pages, start=1)}
        self.specs = {spec.code: spec for spec in pages if _may(runner.person(), spec)}
        self.made: dict[str, QWidget] = {}
        self.code = ""
        self._wanted: Place | None = None
        self._first: Place | None = None
        self._choices: list[Choice] = []
        self._choice = Choice(None, tr("All locations"), "UTC")
        self._day: date | None = None
        self.search = parts.search_box(runner, ports) if parts.search_box else self._plain_search()
        self.rail, self.top, self.status, self.banner = Rail(), TopBar(self.search), StatusBar(), Banner()
        self.pages = QStackedWidget()
        self.pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for spec in self.specs.values():
            self.rail.add(spec.code, spec.title, spec.icon, self._keys_of(spec.code), at_foot=spec.at_foot)
        self._arrange()
        self._plug()
        self.palette_card = Palette(self, self.deeds, self.go, lambda: self.ports.search)
        self.keys_card = KeysCard(self)
        self._own_deeds = self._make_deeds()
        self._register_keys()
        self._connect()
        self._say_who()
        self._show_what_may()
        if words := parts.demo():
            self.banner.say(tr("Demo clinic"), words, tone="info", icon="info")

    # ------------------------------------------------------------------------------------------------ building

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.top)
        middle.addWidget(self.pages, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(middle, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addLayout(across, 1)
        whole.addWidget(self.status)

    def _plug(self) -> None:
        self.ports.go, self.ports.here = self.go, self.here
        self.ports.announce, self.ports.undoable = self.status.say, self.status.say
        self.ports.badge = self.rail.set_badge

    def _connect(self) -> None:
        self.rail.chosen.connect(lambda code: self.go(Place(code)))
        self.top.day.moved.connect(self.show_day)
        self.top.location.switched.connect(self.show_location)
        self.top.walk_in.clicked.connect(lambda: self.go(Place("today", task="walk-in")))
        self.top.lock.clicked.connect(self.lock_wanted)
        self._tick = QTimer(self, interval=CLOCK_MS)
        self._tick.timeout.connect(self._show_time)
        self._tick.start()
        self._who = QTimer(self, interval=WHO_MS)
        self._who.timeout.connect(self.ask_who)
        self._who.start()

    def _plain_search(self) -> SearchBox:
        box = SearchBox(hint=tr("Find a patient: name, birth date, phone, MRN"), keys="Ctrl+K")
        box.chosen.connect(lambda text: self.go(Place("patients", text=text)))
        return box

    def _say_who(self) -> None:
        actor = self.runner.person()
        roles = ", ".join(role_name(role) for role in actor.roles)
        hidden = tr("names hidden") if actor.shaded else ""
        words = " · ".join(part for part in (actor.name, hidden or roles) if part)
        self.status.say_fact(self.status.person, words, hidden or actor.name)

    def _show_what_may(self) -> None:
        """Nobody is offered what their roles do not hold."""
        actor = self.runner.person()
        self.search.setVisible(actor.grant(Permission.SEARCH_PATIENT) is not None)
        self.top.walk_in.setVisible(actor.grant(Permission.CHECK_IN) is not None)

    # --------------------------------------------------------------------------------------------------- start

    def begin(self, first: str = "") -> None:
        """Ask where the person may be, then go to the first page. Who searches meanwhile keeps the focus."""
        self.search.clearFocus()
        self.runner.ask(locations, then=lambda rows: self._take_locations(rows, first), settled=False)

    def _take_locations(self, rows: tuple[LocationRow, ...], first: str) -> None:
        self._choices = [Choice(row.id, row.name, row.zone) for row in rows]
        if len(rows) > 1:
            name = tr("All locations") if not all(row.own for row in rows) else tr("All my locations")
            self._choices.append(Choice(None, name, rows[0].zone))
        home = next((i for i, row in enumerate(rows) if row.code == self.parts.home), 0)
        if self._choices:
            self._choice = self._choices[home]
        self._show_switchers()
        self._first = self._wanted or Place(first if first in self.specs else next(iter(self.specs), ""))
        self.go(self._first)

    def ask_who(self) -> None:
        """Look whether the person may still be here, and with which roles."""
        if self.runner.actor is not None:
            self.runner.ask(myself, then=self._still_here, fail=self._not_here, topic="who", settled=False)

    def _still_here(self, now: Actor) -> None:
        before = self.runner.actor
        if before is not None and before.user_id == now.user_id and before.access_version != now.access_version:
            self.runner.actor = now
            self._say_who()
            self._show_what_may()
            self.access_changed.emit()

    def _not_here(self, why: ClinicError) -> None:
        if isinstance(why, Refused):
            self._who.stop()
            self.turned_out.emit(why)

    # -------------------------------------------------------------------------------------------------- places

    def here(self) -> Here:
        """Where the window stands now."""
        today = local_day(self.runner.executor.database.clock.now(), self._choice.zone)
        return Here(self._choice.id, self._choice.zone, today, self._day or today)

    def go(self, place: Place) -> None:
        """Show a place, once it may be shown while somebody is on the phone."""
        self.ports.admit(place, lambda: self._go(place))

    def _go(self, place: Place) -> None:
        """Its page is imported and made at the first visit. Of several places on their way the last one counts."""
        spec = self.specs.get(place.page)
        if spec is None or not isValid(self):
            return
        if place.day is not None:
            self._set_day(place.day)
        self._wanted = place
        if spec.code in self.made:
            self._arrive(spec, place)
        else:
            self.runner.background(spec.load, lambda make: self._make(spec, place, make))

    def _make(self, spec: PageSpec, place: Place, make: Callable[[Runner, Ports], QWidget]) -> None:
        if not isValid(self) or self.runner.actor is None or self._wanted is not place:
            return  # somebody went elsewhere meanwhile, or out
        if spec.code not in self.made:
            self.made[spec.code] = make(self.runner, self.ports)
            self.pages.addWidget(self.made[spec.code])
        self._arrive(spec, place)

    def _arrive(self, spec: PageSpec, place: Place) -> None:
        searching = place is self._first and self.search.hasFocus()
        over = next((one for one in reversed(self.children()) if isinstance(one, Drawer) and one.isVisible()), None)
        hands = QApplication.focusWidget()
        self.code = spec.code
        self.pages.setCurrentWidget(self.made[spec.code])
        self.rail.show_place(spec.code)
        self._activate(place)
        if searching:  # a page that comes by itself takes nobody's hands off the keys
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        if over is not None and isValid(over):
            over.stay(hands)

    def _activate(self, place: Place) -> None:
        page = self.made.get(self.code)
        if isinstance(page, Page):
            page.activate(place)

    def show_day(self, day: date) -> None:
        """Another day, in the page that is shown."""
        self._set_day(day)
        self._activate(Place(self.code, day=day))

    def _set_day(self, day: date) -> None:
        self._day = None if day == self.here().today else day
        self._show_switchers()

    def show_location(self, choice: Choice) -> None:
        """Another location, in the page that is shown."""
        self._choice = choice
        self._show_switchers()
        self._activate(Place(self.code, day=self.here().day))

    def _show_switchers(self) -> None:
        now = self.here()
        self.top.day.show_day(now.day, now.today)
        self.top.location.show_choices(self._choices, self._choice)
        self.top.fit()
        place = " · ".join(part for part in (self._choice.name, self.parts.desk) if part)
        self.status.say_fact(self.status.place, place, self._choice.name)
        self._show_time()

    def _show_time(self) -> None:
        """The clinic's wall time; after midnight the day moves on by itself."""
        now = local(self.runner.executor.database.clock.now(), self._choice.zone)
        self.status.clock.setText(show_time(now.time()))
        self.top.day.show_day(self.here().day, self.here().today)

    # --------------------------------------------------------------------------------------------------- deeds

    def deeds(self) -> list[Deed]:
        """Every command: the frame's own, those of who was found, of the rooms, of the page that is shown."""
        page = self.made.get(self.code)
        of_page = getattr(page, "deeds", None)
        hidden = {"search.find"} if self.search.isHidden() else set()
        hidden |= {"walk.in"} if self.top.walk_in.isHidden() else set()
        own = [deed for deed in self._own_deeds if deed.code not in hidden]
        return [*own, *self.ports.found_deeds(), *self.ports.deeds, *(of_page() if callable(of_page) else [])]

    def _make_deeds(self) -> list[Deed]:
        places = [
            Deed(f"{spec.icon}.go", tr("Go to {place}", place=spec.title), self._keys_of(code), self._goer(code))
            for code, spec in self.specs.items()
        ]
        return [
            *places,
            Deed("search.find", tr("Find a patient"), "Ctrl+K", self._to_search),
            Deed("walk.in", tr("Walk-in"), "Ctrl+N", self.top.walk_in.click),
            Deed("schedule.today", tr("Show today"), "Alt+Home", lambda: self.show_day(self.here().today)),
            Deed("schedule.choose", tr("Choose the day"), "Ctrl+D", self.top.day.ask),
            Deed("left.day", tr("Show the day before"), "Alt+PgUp", lambda: self._step(-1)),
            Deed("right.day", tr("Show the next day"), "Alt+PgDown", lambda: self._step(1)),
            Deed("pin.location", tr("Switch the location"), "Ctrl+Shift+L", self.top.location.click),
            Deed("undo.last", tr("Undo the last deed"), "Ctrl+Z", self.status.take_back),
            Deed("enter.area", tr("Go to the next area"), "F6", lambda: self.next_area(1)),
            Deed("help.keys", tr("Show the keys of this screen"), "F1", self.show_keys),
            Deed("search.palette", tr("Find a command"), "Ctrl+Shift+K", self.show_palette),
            Deed("lock.screen", tr("Lock the screen"), "Ctrl+L", self.lock_wanted.emit),
            Deed("user.shade", tr("Hide names, or show them again"), SHADE_KEYS, self.shade_wanted.emit),
            Deed("user.sign-out", tr("Sign out"), "", self.sign_out_wanted.emit),
        ]

    def _keys_of(self, code: str) -> str:
        return f"Ctrl+{self._numbers[code]}"

    def _register_keys(self) -> None:
        """Keys of deeds that no visible thing answers to."""
        for keys, run in (
            ("Alt+Home", lambda: self.show_day(self.here().today)),
            ("F1", self.show_keys),
            ("Ctrl+Shift+K", self.show_palette),
            (SHADE_KEYS, self.shade_wanted.emit),
            ("F6", lambda: self.next_area(1)),
            ("Shift+F6", lambda: self.next_area(-1)),
        ):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WindowShortcut)
            key.activated.connect(run)

    def next_area(self, step: int) -> None:
        """F6 and Shift+F6: from the rail to the top bar, through the areas of the page, and round again."""
        page = self.made.get(self.code)
        of_page = getattr(page, "areas", None)
        own: list[Area] = of_page() if callable(of_page) else [(page, self._entry(page))] if page is not None else []
        areas: list[Area] = [(self.rail, self._entry(self.rail)), (self.top, self._entry(self.top)), *own]
        now = QApplication.focusWidget()
        inside = [
            at for at, (area, _) in enumerate(areas) if now is not None and (area is now or area.isAncestorOf(now))
        ]
        areas[((inside[0] if inside else 1) + step) % len(areas)][1]()

    @staticmethod
    def _entry(area: QWidget) -> Callable[[], None]:
        """To the first thing of an area that Tab stops at; in the rail to the place that is shown."""

        def enter() -> None:
            stops = [one for one in area.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
            shown = [one for one in stops if one.isVisible() and one.isEnabled()]
            checked = [one for one in shown if isinstance(one, Stop) and one.isChecked()]
            for first in (checked or shown)[:1]:
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)

        return enter

    def _goer(self, code: str) -> Callable[[], None]:
        return lambda: self.go(Place(code))

    def _step(self, days: int) -> None:
        self.show_day(self.here().day + timedelta(days=days))

    def _to_search(self) -> None:
        take = getattr(self.search, "take_focus", self.search.setFocus)
        take()

    def show_palette(self) -> None:
        """Open the command palette."""
        self.palette_card.open_palette()

    def show_keys(self) -> None:
        """Open the list of the keys that count now: those of the page first, they are what is asked for."""
        everywhere = {deed.code for deed in self._own_deeds}
        deeds = sorted(self.deeds(), key=lambda deed: deed.code in everywhere)
        self.keys_card.open_keys(keys_of(self, deeds))

    def set_live(self, live: bool, sentence: str = "") -> None:
        """Say whether the database answers; while it does not, a bar says what still works."""
        self.status.state.set_live(live, sentence)
        if live:
            self.banner.setVisible(bool(self.parts.demo()))
        if not live:
            self.banner.say(tr("Downtime"), sentence, tone="down", icon="unplug")
        elif words := self.parts.demo():
            self.banner.say(tr("Demo clinic"), words, tone="info", icon="info")
