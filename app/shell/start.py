"""The window from the sign-in card on: light, so that it stands before anything heavy is imported.

Everything heavy is a method that the composition root fills in; the work goes to another thread, the answer comes back here.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QSysInfo, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from app.core.errors import ClinicError
from app.core.paths import Folders, resource, site_file, user_folders
from app.core.places import Places, is_server, places
from app.core.settings import Loaded, Settings, load_settings, save_preferences
from app.core.text import install_translator
from app.kit import theme
from app.shell.sign_in import SignIn
from app.shell.window import Window

if TYPE_CHECKING:
    from app.core.access import Actor
    from app.core.bundle import Bundle
    from app.core.keys import NewClinic
    from app.runner.execute import Executor
    from app.shell.first_run import FirstRun, FirstRunValues
    from app.shell.office import Office
    from app.shell.recover import RecoverCard

T = TypeVar("T")

#: names a measurement: the start prints where it is and ends; see tests/bench
BENCH = "FRONTDESK_BENCH"
#: opens a clinic of invented people
DEMO_PASSWORD = "sequoia-front-desk"


@dataclass(frozen=True, slots=True)
class Site:
    """What the start knows before anything heavy is imported."""

    folders: Folders
    loaded: Loaded
    places: Places

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.loaded.settings

    @property
    def desk(self) -> str:
        """This desk's name in the journal."""
        return self.settings.desk or QSysInfo.machineHostName()

    @property
    def is_new(self) -> bool:
        """Whether the guided set-up comes first: nothing configured, and nothing that says there should be."""
        return self.loaded.database_known and not is_server(self.settings) and not self.places.configured


def read_site() -> Site:
    """The site file below the person's preferences. Raises Unavailable where there is no home folder."""
    folders = user_folders()
    loaded = load_settings(site_file(), folders.preferences)
    return Site(folders, loaded, places(loaded.settings, folders))


class StartWindow(QObject):
    """The window from the sign-in card on. `painted` comes once it stands, `entered` when a person's frame does."""

    painted = Signal()
    entered = Signal()
    _answered = Signal(object)

    def __init__(self, site: Site) -> None:
        super().__init__()
        self.site = site
        self.executor: Executor | None = None
        self.office: Office | None = None
        self._translator = QTranslator(self)
        self.speak(site.settings.language)
        self.window = Window()
        self.window.take_geometry(site.settings.window_geometry)
        self.card = SignIn(self._try, group=site.settings.clinic_name)
        self.first_run: FirstRun | None = None
        self._typed: tuple[str, str] | None = None
        self._trying = False
        self._person: tuple[Actor, str] | None = None
        self._made: MadeClinic | None = None
        self._answered.connect(_call, Qt.ConnectionType.QueuedConnection)
        self.window.closing.connect(self.close)

    def show(self) -> None:
        """Show the sign-in card, and begin everything else once it is painted."""
        demo = self.site.settings.demo
        self.card.prefill(self.site.settings.demo_user if demo else "", DEMO_PASSWORD if demo else "")
        self.window.show_screen(self.card)
        self.window.show()
        self.card.begin()
        self.card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        if os.environ.get(BENCH) == "sign_in":
            tell_bench("sign-in")
            return
        self.painted.emit()
        if self.site.loaded.problems:
            self.card.set_state(" ".join(str(problem) for problem in self.site.loaded.problems[:2]))
        if self.site.is_new:
            self._begin_first_run()
            return
        if os.environ.get(BENCH):
            self.card.submit()
        self._open()

    # --------------------------------------------------------------------------- filled in by the composition root

    def open_executor(self, bundle: Bundle | None) -> Executor:
        """The opened database. Raises KeyMissing, Unavailable. On another thread."""
        raise NotImplementedError

    def check(self, executor: Executor, user_name: str, password: str) -> Actor:
        """Whose name and password these are. Raises ClinicError. On another thread."""
        raise NotImplementedError

    def read_frame(self) -> None:
        """Import what the frame and its search are made of. On another thread."""
        raise NotImplementedError

    def read_board(self) -> None:
        """Import the first page. On another thread."""
        raise NotImplementedError

    def compose(self, executor: Executor) -> Office:
        """The rooms plugged together for this window."""
        raise NotImplementedError

    def recover_card(self, problem: ClinicError) -> RecoverCard:
        """The card that asks for the recovery key."""
        raise NotImplementedError

    def recover(self, code: str) -> Bundle:
        """The secrets by the recovery key. Raises ClinicError. On another thread."""
        raise NotImplementedError

    def first_run_card(self) -> FirstRun:
        """The guided set-up."""
        raise NotImplementedError

    def make_clinic(self, values: FirstRunValues) -> MadeClinic:
        """The clinic that the guided set-up described. Raises ClinicError. On another thread."""
        raise NotImplementedError

    def print_key(self, made: MadeClinic | None) -> None:
        """The recovery key on paper. Raises ClinicError. On another thread."""
        raise NotImplementedError

    def open_demo(self) -> None:
        """Another window on a throw-away clinic. On another thread."""
        raise NotImplementedError

    def unexpected(self, problem: Exception) -> ClinicError:
        """The sentence for what nobody foresaw, with the id under which the log knows it."""
        raise NotImplementedError

    # ------------------------------------------------------------------------------------------------- opening

    def on_this_thread(self, call: Callable[[], None]) -> None:
        """Do something on the UI thread, whichever thread asks."""
        self._answered.emit(call)

    def _later(self, work: Callable[[], T], then: Callable[[T], None], fail: Callable[[ClinicError], None]) -> None:
        """Import, open, read or print on another thread; the answer comes on this one."""

        def run() -> None:
            try:
                result = work()
            except ClinicError as problem:
                told = problem
                self._answered.emit(lambda: fail(told))
            except Exception as problem:
                broken = self.unexpected(problem)
                self._answered.emit(lambda: fail(broken))
            else:
                self._answered.emit(lambda: then(result))

        threading.Thread(target=run, name="start", daemon=True).start()

    def _open(self, bundle: Bundle | None = None) -> None:
        self._later(lambda: self.open_executor(bundle), self._take_executor, self._refused)

    def _take_executor(self, executor: Executor) -> None:
        """From here on a password can be checked, which takes its time on purpose; the frame is imported meanwhile."""
        self.executor = executor
        typed, self._typed = self._typed, None
        if typed is not None:
            self._try(*typed)
        self._later(self.read_frame, lambda _n: self._take_office(self.compose(executor)), self._refused)

    def _take_office(self, office: Office) -> None:
        self.office = office
        office.signed_in.connect(self._entered)
        office.refused.connect(self._failed)
        office.signed_out.connect(self._signed_out)
        if not self._trying:  # while the person is still typing
            self._later(self.read_board, lambda _n: None, lambda _why: None)
        self._let_in()

    def _try(self, user_name: str, password: str) -> None:
        """A try at the card; before the database is open it waits its turn."""
        executor = self.executor
        if executor is None:
            self._typed = (user_name, password)
            return
        self._trying = True
        self._later(
            lambda: self.check(executor, user_name, password), lambda who: self._checked(who, password), self._failed
        )

    def _checked(self, actor: Actor, password: str) -> None:
        self._person = (actor, password)
        self._let_in()

    def _failed(self, why: ClinicError) -> None:
        self._trying = False
        self.card.failed(why)

    def _let_in(self) -> None:
        """Once the password fits and the frame can be made, whichever comes last."""
        if self.office is not None and self._person is not None:
            person, self._person = self._person, None
            self.office.enter(*person)

    def _entered(self) -> None:
        self._trying = False
        self.card.reset()
        self.entered.emit()
        if os.environ.get(BENCH) == "search_ready":
            tell_bench("search")

    def _signed_out(self) -> None:
        self.speak(self.site.settings.language)
        self.card.reset()
        self.window.show_screen(self.card)
        self.card.begin()

    def _refused(self, problem: ClinicError) -> None:
        self._typed = None
        if type(problem).__name__ == "KeyMissing":
            self._ask_recovery_key(problem)
        else:
            self.card.failed(problem)

    def _ask_recovery_key(self, problem: ClinicError) -> None:
        card = self.recover_card(problem)
        card.typed.connect(lambda code: self._later(lambda: self.recover(code), self._recovered, card.failed))
        self.window.show_screen(card)
        card.begin()

    def _recovered(self, bundle: Bundle) -> None:
        self.window.show_screen(self.card)
        self.card.set_busy(False)
        self.card.begin()
        self._open(bundle)

    # ----------------------------------------------------------------------------------------------- first run

    def _begin_first_run(self) -> None:
        card = self.first_run = self.first_run_card()
        card.set_up.connect(lambda values: self._later(lambda: self.make_clinic(values), self._show_key, card.failed))
        card.print_wanted.connect(lambda: self._later(lambda: self.print_key(self._made), lambda _n: None, card.failed))
        card.demo_wanted.connect(lambda: self._later(self.open_demo, self._leave, card.failed))
        card.finished.connect(self._set_up_done)
        self.window.show_screen(card)
        card.begin()

    def _leave(self, _nothing: None) -> None:
        self.window.close()

    def _show_key(self, made: MadeClinic) -> None:
        self._made = made
        if self.first_run is not None:
            self.first_run.show_key(made.clinic.recovery_code)

    def _set_up_done(self) -> None:
        made, self._made = self._made, None
        self.window.show_screen(self.card)
        self.card.begin()
        self._open(made.clinic.bundle if made else None)

    # ------------------------------------------------------------------------------------------------ language

    def speak(self, language: str) -> None:
        """Use a language from here on: English, or Spanish through Qt's translator; the computer's where it is empty."""
        QCoreApplication.removeTranslator(self._translator)
        if not language and QLocale.system().language() == QLocale.Language.Spanish:
            language = "es"
        if language != "es" or not self._translator.load(str(resource("i18n", "es.qm"))):
            install_translator(None)
            return
        QCoreApplication.installTranslator(self._translator)
        install_translator(lambda text: QCoreApplication.translate("frontdesk", text), "es")

    def use_look(self, changed: Mapping[str, object]) -> None:
        """Use another look at once, and keep it for this person on this computer."""
        kept = {name: value for name, value in changed.items() if name != "language"}
        settings = replace(self.site.settings, **kept)  # type: ignore[arg-type]  # names and values of the settings
        self.site = replace(self.site, loaded=replace(self.site.loaded, settings=settings))
        preferences = self.site.folders.preferences
        self._later(lambda: save_preferences(preferences, kept), lambda _n: None, self._not_kept)
        if "language" in changed:
            self.speak(str(changed["language"]))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, settings.theme, settings.text_scale / 100)

    def _not_kept(self, problem: ClinicError) -> None:
        if self.office is not None:
            self.office.ports.announce(str(problem))

    def close(self) -> None:
        """Keep where the window stood, and end everything that runs."""
        with suppress(ClinicError, ValueError):
            save_preferences(self.site.folders.preferences, {"window_geometry": self.window.geometry_text()})
        if self.office is not None:
            self.office.close()
        elif self.executor is not None:
            self.executor.database.close()
        self.office = self.executor = None


def _call(answer: Callable[[], None]) -> None:
    answer()


@dataclass(frozen=True, slots=True)
class MadeClinic:
    """A clinic made by the guided set-up, and the sheet with its recovery key."""

    clinic: NewClinic
    sheet: bytes


def tell_bench(where: str) -> None:
    """Say where the start is, and end: for a measurement only."""
    print(f"READY {where}", flush=True)  # noqa: T201 - the measurement reads it
    QApplication.quit()
