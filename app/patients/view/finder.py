"""The search box of the top bar and the list below it. Ctrl+K leads there from anywhere; the keyboard is enough."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.core.ports import Deed, Place, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton
from app.kit.fields import SearchBox
from app.kit.panels import announce
from app.patients.rules.licence.scans import ScanKind, read_scan, refusal, search_words
from app.patients.view.results import ResultList
from app.patients.viewmodel.call import PhoneCall
from app.patients.viewmodel.finder import Finder, ResultLine, Where
from app.runner.bridge import Runner

#: somebody is on the phone, or has hung up
PHONE_KEYS = "Ctrl+Shift+C"


def make_search(runner: Runner, ports: Ports, where: Where | None = None, call: PhoneCall | None = None) -> SearchBox:
    """The box for the top bar. `where` answers the location at work; without it where the window stands.

    With `call` there is a button in it for whoever picks up the phone.
    """
    box = SearchBox(hint=tr("Find a patient: name, birth date, phone, MRN"), keys="Ctrl+K")
    control = FinderControl(box, Finder(runner, where, box, ports), ports)
    ports.found_deeds = control.deeds
    if call is not None:
        phone = PhoneButton(box, ports, call)
        ports.found_deeds = lambda: (phone.deed(), *control.deeds())
    return box


def destination(line: ResultLine, text: str, scan: str = "") -> Place:
    """Where a line leads: a record, or a registration that begins with what was typed. What was scanned goes along."""
    if line.hit is not None:
        return Place("patients", patient_id=line.hit.id, text=scan)
    return Place("patients", task="register", text=scan or text)


class Chooser(QObject):
    """Ties a box, a Finder and a ResultList together: Enter counts for what is written, even before its answer came."""

    def __init__(
        self, box: SearchBox, finder: Finder, results: ResultList, ports: Ports, *, offers_new: bool = True
    ) -> None:
        super().__init__(box)
        self.box, self.finder, self.results, self.ports = box, finder, results, ports
        self.offers_new = offers_new
        self._waiting = False
        self._scan = ("", "")  # what was scanned, and before it the words that are searched for in its place
        box.searched.connect(finder.type)
        box.chosen.connect(self._enter)
        box.scanned.connect(self._scanned)
        box.moved.connect(results.move_by)
        results.picked.connect(self.pick)
        results.offer(finder.deeds)
        results.chosen.connect(self.do)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._look_who_types)
        finder.changed.connect(self._refresh)

    def _enter(self, text: str) -> None:
        if text != self.finder.text:
            self._waiting = bool(text.strip())
            self.finder.type(text)
        elif self.finder.answered != text:
            self._waiting = True
        elif (line := self.results.current()) is not None:
            self.pick(line)

    def _scanned(self, text: str) -> None:
        """A card was scanned: search for whom it names; nothing is opened unasked.

        Other text that came as fast (of a program that types, of keys that waited) goes where it was typed.
        """
        words = search_words(text.strip())
        if read_scan(text).kind is ScanKind.OTHER and words:
            self.box.insert(" ".join(words.split()))
            if text.endswith(("\r", "\n")):
                self._enter(self.box.text())
            return
        self._scan = (words, text)
        self.box.setText(words)
        if not words:
            self.ports.announce(refusal(text))

    def _refresh(self) -> None:
        lines = self.lines()
        if lines != self.results.model.rows:
            self.results.show_lines(lines)
        self.show_results()
        if self._waiting and self.finder.answered == self.finder.text:
            self._waiting = False
            if (line := self.results.current()) is not None:
                self.pick(line)

    def lines(self) -> tuple[ResultLine, ...]:
        """What is offered: who was found, and to register somebody new where that leads somewhere."""
        return tuple(line for line in self.finder.lines if line.hit is not None or self.offers_new)

    def show_results(self) -> None:
        """Called when the lines are others."""

    def pick(self, line: ResultLine) -> None:
        """Go where a line leads and empty the box."""
        self.finder.settle()
        words, scan = self._scan
        place = destination(line, self.finder.text, scan if words and self.finder.text == words else "")
        self.ports.hear_search(self.finder.text)
        self._end()
        self.ports.go(place)

    def _end(self) -> None:
        self._waiting, self._scan = False, ("", "")
        self.box.clear_quietly()
        self.finder.forget()

    # --------------------------------------------------------------------------------------------------- deeds

    def deeds(self) -> tuple[Deed, ...]:
        """What can be done with the current line, for the palette and for the keys of the screen."""
        line = self.results.current()
        if line is None or line not in self.results.model.rows:
            return ()
        keys, do = self.results.isVisible(), self.do
        return tuple(
            replace(
                deed, title=f"{deed.title} · {line.name}", shortcut=deed.shortcut if keys else "", run=partial(do, deed)
            )
            for deed in self.finder.deeds(line)
        )

    def do(self, deed: Deed) -> None:
        """Do something with a line; what leads elsewhere empties the box."""
        self.finder.settle()
        self.ports.hear_search(self.finder.text)
        if not deed.stays:
            self._end()
        deed.run()

    def _look_who_types(self, _old: QWidget | None, _now: QWidget | None) -> None:
        self.results.set_active(self.box.hasFocus() or self.results.table.hasFocus())


class PhoneButton(KeyButton):
    """Stands in the box; filled as long as somebody is on the phone."""

    def __init__(self, box: SearchBox, ports: Ports, call: PhoneCall) -> None:
        super().__init__("", kind="quiet", icon="phone", size="row", keys=PHONE_KEYS, hint=False)
        self.ports, self.call = ports, call
        self.setCheckable(True)
        self.setAccessibleName(tr("On the phone"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press leaves the hands where they type
        self.clicked.connect(self.press)
        call.changed.connect(self.refresh)
        box.set_beside(self)
        self.refresh()

    def press(self) -> None:
        """Pick up, or hang up."""
        self.call.toggle()
        on = tr("On the phone: a record opens after a second identifier")
        self.ports.announce(on if self.call.on else tr("Off the phone"))

    def refresh(self) -> None:
        """Show whether somebody is on the phone."""
        on = self.call.on
        self.setChecked(on)
        self.set_kind("primary" if on else "quiet")
        asks = tr("On the phone: a record opens after a second identifier")
        self.set_tip(asks if on else tr("On the phone: ask for a second identifier"))

    def deed(self) -> Deed:
        """For the palette and the keys of the screen."""
        words = tr("Off the phone") if self.call.on else tr("On the phone: ask for a second identifier")
        return Deed("phone.call", words, PHONE_KEYS, self.press)


class FinderControl(Chooser):
    """The list as a float below the box, as long as the box has the focus."""

    def __init__(self, box: SearchBox, finder: Finder, ports: Ports) -> None:
        super().__init__(box, finder, ResultList(takes_focus=False), ports)
        self.results.setParent(box)
        self.results.hide()
        box.installEventFilter(self)

    def show_results(self) -> None:
        lines = self.finder.lines
        if not lines or not self.box.hasFocus():
            self.results.hide()
            return
        window: QWidget = self.box.window()
        if self.results.parentWidget() is not window:
            self.results.setParent(window)
        corner = self.box.mapTo(window, QPoint(0, self.box.height() + theme.px(4)))
        wide = min(max(self.box.width(), theme.px(760)), window.width() - theme.px(16))
        corner.setX(min(corner.x(), window.width() - wide - theme.px(8)))
        high = min(self.results.wanted_height(), window.height() - corner.y() - theme.px(8))
        self.results.setGeometry(corner.x(), corner.y(), wide, high)
        if not self.results.isVisible():
            self.results.show()
        self.results.raise_()
        found = sum(line.hit is not None for line in lines)
        announce(self.box, tr("{count} found", count=found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.results.hide()
        elif event.type() == QEvent.Type.FocusIn and self.finder.lines:
            self.show_results()
        return False
