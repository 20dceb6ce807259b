"""The only composition root: settings -> engine -> runner -> ports -> shell. The window stands first, heavy imports come after."""

from __future__ import annotations

import gc
import os
import socket
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.core.errors import ClinicError
from app.core.paths import Folders, resource, site_file, user_folders
from app.core.places import Places, is_server, places
from app.core.settings import Loaded, Settings, load_settings, save_preferences
from app.core.text import install_translator, language, tr
from app.kit import theme
from app.kit.focus import install as install_focus_rings
from app.shell.sign_in import SignIn
from app.shell.window import Window

if TYPE_CHECKING:
    from datetime import datetime

    from app.core.door import NewClinic
    from app.core.ports import Ports
    from app.core.recovery import Bundle
    from app.core.verify import Verdict
    from app.reports.viewmodel.output import PrintSetup
    from app.runner.bridge import Runner
    from app.runner.execute import Executor
    from app.shell.first_run import FirstRun, FirstRunValues
    from app.shell.frame import PageSpec
    from app.shell.office import Office

T = TypeVar("T")

#: names a measurement: the start prints where it is and ends; see tests/bench
BENCH = "FRONTDESK_BENCH"


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
        return self.settings.desk or socket.gethostname()

    @property
    def is_new(self) -> bool:
        """Whether the guided set-up comes first: nothing configured, and nothing that says there should be."""
        return self.loaded.database_known and not is_server(self.settings) and not self.places.configured


def read_site() -> Site:
    """The site file below the person's preferences. Raises Unavailable where there is no home folder."""
    folders = user_folders()
    loaded = load_settings(site_file(), folders.preferences)
    return Site(folders, loaded, places(loaded.settings, folders))


class Start(QObject):
    """The window from the sign-in card on. `entered` comes when a person's frame stands."""

    entered = Signal()
    _answered = Signal(object)

    def __init__(self, site: Site) -> None:
        super().__init__()
        self.site = site
        self.office: Office | None = None
        self._translator = QTranslator(self)
        self.speak(site.settings.language)
        self.window = Window()
        self.window.take_geometry(site.settings.window_geometry)
        self.card = SignIn(self._try, group=site.settings.clinic_name)
        self.first_run: FirstRun | None = None
        self._typed: tuple[str, str] | None = None
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
            _tell_bench("sign-in")
            return
        if self.site.is_new:
            self._begin_first_run()
        else:
            self._open()

    # ------------------------------------------------------------------------------------------------- opening

    def _later(self, work: Callable[[], T], then: Callable[[T], None], fail: Callable[[ClinicError], None]) -> None:
        """Import, open, read or print on another thread; the answer comes on this one."""

        def run() -> None:
            try:
                result = work()
            except ClinicError as problem:
                told = problem
                self._answered.emit(lambda: fail(told))
            except Exception as problem:
                broken = unexpected(problem)
                self._answered.emit(lambda: fail(broken))
            else:
                self._answered.emit(lambda: then(result))

        threading.Thread(target=run, name="start", daemon=True).start()

    def _open(self, bundle: Bundle | None = None) -> None:
        self._later(lambda: open_executor(self.site, bundle), self._take_office, self._refused)

    def _take_office(self, executor: Executor) -> None:
        self.office = compose(self, executor)
        self.office.signed_in.connect(self._entered)
        self.office.refused.connect(self.card.failed)
        self.office.signed_out.connect(self._signed_out)
        if self._typed is not None:
            self.office.sign_in(*self._typed)
            self._typed = None
        elif os.environ.get(BENCH):
            self.card.submit()

    def _try(self, user_name: str, password: str) -> None:
        """A try at the card; before the database is open it waits its turn."""
        if self.office is None:
            self._typed = (user_name, password)
        else:
            self.office.sign_in(user_name, password)

    def _entered(self) -> None:
        gc.freeze()
        gc.enable()
        self.card.reset()
        self.entered.emit()
        if os.environ.get(BENCH) == "search_ready":
            _tell_bench("search")

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
        from app.core.door import recover_secrets
        from app.shell.recover import RecoverCard

        card = RecoverCard(problem)
        card.typed.connect(
            lambda code: self._later(lambda: recover_secrets(self.site.places, code), self._recovered, card.failed)
        )
        self.window.show_screen(card)
        card.begin()

    def _recovered(self, bundle: Bundle) -> None:
        self.window.show_screen(self.card)
        self.card.set_busy(False)
        self.card.begin()
        self._open(bundle)

    # ----------------------------------------------------------------------------------------------- first run

    def _begin_first_run(self) -> None:
        from app.shell.first_run import FirstRun

        card = self.first_run = FirstRun(self.site.settings.zone)
        card.set_up.connect(
            lambda values: self._later(lambda: make_clinic(self.site, values), self._show_key, card.failed)
        )
        card.print_wanted.connect(lambda: self._later(self._print_key, lambda _n: None, card.failed))
        card.demo_wanted.connect(lambda: self._later(open_demo, self._leave, card.failed))
        card.finished.connect(self._set_up_done)
        self.window.show_screen(card)
        card.begin()

    def _leave(self, _nothing: None) -> None:
        self.window.close()

    def _show_key(self, made: MadeClinic) -> None:
        self._made = made
        if self.first_run is not None:
            self.first_run.show_key(made.clinic.recovery_code)

    def _print_key(self) -> None:
        from app.core.printing import choose, system_printing

        if self._made is not None:
            printing = system_printing()
            printing.print_pdf(
                self._made.sheet, choose(printing.printers(), self.site.settings.document_printer), "KEY-1"
            )

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
        """End everything that runs."""
        if self.office is not None:
            self.office.close()
            self.office = None


DEMO_PASSWORD = "sequoia-front-desk"


def _call(answer: Callable[[], None]) -> None:
    answer()


@dataclass(frozen=True, slots=True)
class MadeClinic:
    """A clinic made by the guided set-up, and the sheet with its recovery key."""

    clinic: NewClinic
    sheet: bytes


def make_clinic(site: Site, values: FirstRunValues) -> MadeClinic:
    """Make the clinic that the guided set-up described. Raises ClinicError. Without a keyring its recovery key opens it."""
    from app.core.door import keep_secrets, new_clinic, open_database
    from app.core.secrets import SecretsUnavailable
    from app.migrations.upgrade import upgrade
    from app.shell.setting_up import key_sheet, set_up

    made = new_clinic(site.places)
    database = open_database(site.settings, site.places, made.bundle, create=True)
    upgrade(database)
    set_up(database, values)
    sheet = key_sheet(made, site.settings, database)
    database.close()
    with suppress(SecretsUnavailable):
        keep_secrets(site.places, made.bundle)
    return MadeClinic(made, sheet)


def open_demo() -> None:
    """Make the throw-away clinic in a folder of its own, and start another window on it."""
    import subprocess
    import tempfile
    from pathlib import Path

    from app.exchange.demo.build import make_demo
    from app.migrations.upgrade import upgrade

    folder = Path(tempfile.mkdtemp(prefix="frontdesk-demo-"))
    make_demo(folder, upgrade)
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app.cli"]
    subprocess.Popen(command, env={**os.environ, "FRONTDESK_SITE": str(folder / "site.toml")})


def open_executor(site: Site, bundle: Bundle | None = None) -> Executor:
    """The opened database with its journal, gate and anchors. Raises KeyMissing, Unavailable. Imports what is heavy."""
    import app.shell.office
    import app.visits.view.page  # noqa: F401 - read on this thread, so that the window is not held up
    from app.core.door import anchors, find_secrets, open_database
    from app.migrations.standing import require_current
    from app.runner.execute import Executor
    from app.staff.actions.second_person import StaffGate

    database = open_database(site.settings, site.places, bundle or find_secrets(site.settings, site.places))
    database.desk = site.desk
    require_current(database)
    return Executor(database, StaffGate(), anchors(site.places))


def unexpected(problem: Exception) -> ClinicError:
    """The sentence for what nobody foresaw, with the id under which the log knows it."""
    from app.core.logs import log_failure

    return ClinicError(
        "Something unexpected happened while the clinic was opened.",
        next_step="Tell IT this number: {number}",
        number=log_failure(problem),
    )


def compose(start: Start, executor: Executor) -> Office:
    """Plug the rooms together for one window: pages, worklists, badges, search, paper."""
    from app.checklists.queries import MissingDocuments
    from app.core.ports import Ports
    from app.patients.queries.worklist import IncompleteRegistrations
    from app.patients.view.finder import make_search
    from app.shell.frame import FrameParts
    from app.shell.office import Office, OfficeParts
    from app.visits.queries import OpenVisits, badges

    site, window = start.site, start.window
    ports = Ports(worklists=[MissingDocuments(), IncompleteRegistrations(), OpenVisits()], badges=badges)
    frame = FrameParts(site.desk, site.settings.location, _demo_words if site.settings.demo else str, make_search)
    if threading.current_thread() is threading.main_thread():
        executor.database.forbidden_threads.add(threading.get_ident())
    parts = OfficeParts(site.settings, site.places, lambda: pages(start), frame, start.speak, _count_worklists)
    return Office(window, executor, ports, parts)


def _demo_words() -> str:
    return tr("Invented people, thrown away at the end. The clock began at 10:40.")


def _count_worklists(runner: Runner, ports: Ports) -> QObject:
    """The model that counts what waits, for the number in the rail; one for each person signed in."""
    from app.visits.viewmodel.worklists import WorklistsModel

    model = WorklistsModel(runner, ports)
    model.total_changed.connect(lambda count: ports.badge("worklists", count))
    model.reload()
    return model


def pages(start: Start) -> Sequence[PageSpec]:
    """The places of the rail. Only Today is imported now; the others when somebody first goes there."""
    from app.shell.frame import PageSpec
    from app.visits.rules import Limits
    from app.visits.view.page import TodayPage

    limits = Limits(start.site.settings.waiting_notice_minutes, start.site.settings.waiting_alarm_minutes)
    return (
        PageSpec("today", tr("Today"), "today", lambda runner, ports: TodayPage(runner, ports, limits)),
        PageSpec("schedule", tr("Schedule"), "schedule", _schedule),
        PageSpec("patients", tr("Patients"), "patients", _patients),
        PageSpec("worklists", tr("Worklists"), "worklists", _worklists),
        PageSpec("reports", tr("Reports"), "reports", lambda runner, ports: _reports(start, runner, ports)),
        PageSpec(
            "settings", tr("Settings"), "settings", lambda runner, ports: _settings(start, runner, ports), at_foot=True
        ),
    )


def _schedule(runner: Runner, ports: Ports) -> QWidget:
    from app.schedule.view.page import SchedulePage

    return SchedulePage(runner, ports)


def _patients(runner: Runner, ports: Ports) -> QWidget:
    from app.documents.view.section import DocumentsSection
    from app.insurance.view.section import InsuranceSection
    from app.patients.view.page import PatientsPage
    from app.payments.view.section import PaymentsSection
    from app.schedule.view.history import VisitsSection

    made = (VisitsSection, InsuranceSection, DocumentsSection, PaymentsSection)
    return PatientsPage(runner, ports, [section(runner, ports) for section in made])


def _worklists(runner: Runner, ports: Ports) -> QWidget:
    from app.visits.view.worklists import WorklistsPage

    return WorklistsPage(runner, ports)


def print_setup(settings: Settings) -> PrintSetup:
    """What this desk has for paper."""
    from app.core.printing import system_printing
    from app.kit.qprint import QtPrinting
    from app.reports.viewmodel.output import PrintSetup

    printing = system_printing(QtPrinting())
    return PrintSetup(printing, settings.clinic_name, settings.document_printer, settings.receipt_printer)


def _reports(start: Start, runner: Runner, ports: Ports) -> QWidget:
    from app.reports.view.page import ReportsPage

    return ReportsPage(runner, ports, print_setup(start.site.settings))


def _settings(start: Start, runner: Runner, ports: Ports) -> QWidget:
    from app.core.backup import backup, last_backup
    from app.core.sealing import key_id
    from app.core.verify import verify
    from app.exchange.view import ImportDialog
    from app.runner.bridge import Job
    from app.shell.settings_data import DataParts
    from app.shell.settings_own import Look
    from app.shell.settings_page import SettingsPage, SettingsParts

    settings, where, executor = start.site.settings, start.site.places, runner.executor
    database = executor.database

    def last() -> datetime | None:
        found = last_backup(where.backups, key_id(database.clinic_key))
        return found.made_at if found else None

    def back_up(_job: Job) -> datetime:
        return backup(database, where.backups, database.clock, zone=settings.zone).made_at

    def walk(_job: Job) -> Verdict:
        with database.reading() as session:
            return verify(session, executor.anchors.read() if executor.anchors else ())

    data = DataParts(
        last_backup=last if database.embedded else None,
        back_up=back_up if database.embedded else None,
        verify=walk,
        open_import=lambda: ImportDialog(runner, ports.here().location_id, start.window).open(),
        zone=settings.zone,
    )
    look = Look(settings.theme, settings.text_scale, language(), settings.density)
    return SettingsPage(runner, ports, SettingsParts(look, start.use_look, data))


def _tell_bench(where: str) -> None:
    print(f"READY {where}", flush=True)  # noqa: T201 - the measurement reads it
    QApplication.quit()


def has_display() -> bool:
    """Whether a window can be shown at all; Qt would end the program without a word a person understands."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(_arguments: Sequence[str] = ()) -> int:
    """Run the window until it is closed. Returns the program's exit code."""
    if not has_display():
        print(tr("This computer has no screen that Frontdesk can use."), file=sys.stderr)  # noqa: T201 - nothing else can show it
        return 4
    gc.disable()  # nothing of what is imported at the start is garbage; looking through it again and again costs a tenth
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Frontdesk")
    site = read_site()
    theme.apply(app, site.settings.theme, site.settings.text_scale / 100)
    install_focus_rings(app)
    start = Start(site)
    start.show()
    return app.exec()
