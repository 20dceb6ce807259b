"""The only composition root: settings -> engine -> runner -> ports -> shell. The window stands first, heavy imports come after.

What is imported when, each off the UI thread: behind the sign-in card the database (`open_executor`) and the frame with its
search (`read_frame`); then each page at its first visit, the first one while the person types; what goes on beside the work
(`_keepers`) once the board is seen. A new room belongs to its page: a first search must not wait for it.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap.plugs import ask_caller, plug_ports, print_setup, worklists_plug
from app.core.errors import ClinicError
from app.core.text import language, tr
from app.kit import theme
from app.kit.focus import install as install_focus_rings
from app.kit.garbage import Garbage
from app.shell.start import DEMO_PASSWORD, MadeClinic, Site, StartWindow, read_site

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.access import Actor
    from app.core.bundle import Bundle
    from app.core.ports import Ports
    from app.insurance.rules import CardFacts
    from app.runner.bridge import Runner
    from app.runner.execute import Executor
    from app.shell.first_run import FirstRun, FirstRunValues
    from app.shell.frame import PageSpec
    from app.shell.office import Keepers, Office
    from app.shell.own import PasswordCard
    from app.shell.recover import RecoverCard
    from app.shell.settings_page import Section

    MakePage = Callable[[Runner, Ports], QWidget]

__all__ = ["DEMO_PASSWORD", "Site", "Start", "compose", "open_executor", "open_window", "read_site"]


class Start(StartWindow):
    """The window with everything heavy plugged in; see StartWindow for what each method answers."""

    def open_executor(self, bundle: Bundle | None) -> Executor:
        return open_executor(self.site, bundle)

    def check(self, executor: Executor, user_name: str, password: str) -> Actor:
        from app.staff.actions.signing import sign_in

        return sign_in(executor, user_name, password, executor.database.desk)

    def read_frame(self) -> None:
        import app.patients.view.finder
        import app.shell.office  # noqa: F401 - read on this thread, so that the window is not held up

    def read_board(self) -> None:
        _today(self)

    def compose(self, executor: Executor) -> Office:
        return compose(self, executor)

    def recover_card(self, problem: ClinicError) -> RecoverCard:
        from app.shell.recover import RecoverCard

        return RecoverCard(problem)

    def recover(self, code: str) -> Bundle:
        from app.core.keys import recover_secrets

        return recover_secrets(self.site.places, code)

    def first_run_card(self) -> FirstRun:
        from app.shell.first_run import FirstRun

        return FirstRun(self.site.settings.zone)

    def make_clinic(self, values: FirstRunValues) -> MadeClinic:
        return make_clinic(self.site, values)

    def print_key(self, made: MadeClinic | None) -> None:
        from app.core.printing import choose

        if made is not None:
            printing = print_setup(self.site.settings).printing
            printing.print_pdf(made.sheet, choose(printing.printers(), self.site.settings.document_printer), "KEY-1")

    def open_demo(self) -> None:
        open_demo()

    def unexpected(self, problem: Exception) -> ClinicError:
        from app.core.logs import log_failure

        return ClinicError(
            "Something unexpected happened while the clinic was opened.",
            next_step="Tell IT this number: {number}",
            number=log_failure(problem),
        )


def make_clinic(site: Site, values: FirstRunValues) -> MadeClinic:
    """Make the clinic that the guided set-up described. Raises ClinicError. Without a keyring its recovery key opens it."""
    from app.core.door import open_database
    from app.core.keys import keep_secrets, new_clinic
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
    import app.staff.actions.signing  # noqa: F401 - read before a password is there to be checked
    from app.core.door import anchors, demo_secrets, open_database
    from app.migrations.standing import require_current
    from app.runner.execute import Executor
    from app.staff.actions.second_person import StaffGate

    key = bundle or demo_secrets(site.settings) or _find_secrets(site)
    database = open_database(site.settings, site.places, key)
    database.desk = site.desk
    require_current(database)
    return Executor(database, StaffGate(), anchors(site.places))


def _find_secrets(site: Site) -> Bundle:
    """From the keyring; the demo needs none."""
    from app.core.keys import find_secrets

    return find_secrets(site.settings, site.places)


def compose(start: Start, executor: Executor) -> Office:
    """Plug the rooms together for one window: frame, search, pages, paper. What they are is imported when it is used."""
    from app.core.ports import Ports
    from app.patients.view.finder import make_search
    from app.patients.viewmodel.call import PhoneCall
    from app.patients.viewmodel.finder import People
    from app.shell.frame import FrameParts
    from app.shell.office import Office, OfficeParts

    site, window, ports = start.site, start.window, Ports()
    call = PhoneCall(executor.database.clock.now)
    search_box = partial(make_search, call=call)
    frame = FrameParts(site.desk, site.settings.location, _demo_words if site.settings.demo else str, search_box)
    if threading.current_thread() is threading.main_thread():
        executor.database.forbidden_threads.add(threading.get_ident())
    parts = OfficeParts(site.settings, lambda: pages(start), frame, start.speak, lambda: _keepers(site), _password_card)
    office = Office(window, executor, ports, parts)
    office.settled.connect(gc.freeze)  # what stands now stays: nobody need look through it again
    ports.search = People(office.runner, ports, office)
    ports.admit, ports.hear_search = call.admit, call.hear
    call.asked.connect(lambda patient_id, typed, then: ask_caller(office, call, patient_id, typed, then))
    for left in (office.locked, office.signed_out):
        left.connect(call.end)
    plug_ports(start, office, ports)
    return office


def _demo_words() -> str:
    return tr("Invented people, thrown away at the end. The clock began at 10:40.")


def _keepers(site: Site) -> Keepers:
    """What goes on beside the work: counting what waits, what a search knows and offers, looking after backups."""
    from app.core.access import Permission
    from app.duplicates.viewmodel import Nightly
    from app.patients.rules.matching import Limits
    from app.patients.viewmodel.offers import noting
    from app.schedule.viewmodel.offers import booking
    from app.shell.backups import Backups
    from app.shell.office import Keepers
    from app.visits.viewmodel.today import TodaysVisits
    from app.visits.viewmodel.worklists import WorklistsModel

    plug = worklists_plug()

    def count(runner: Runner, ports: Ports) -> QObject | None:
        if runner.person().grant(Permission.SEARCH_PATIENT) is None:
            return None  # the lists are of patients
        plug(ports)
        model = WorklistsModel(runner, ports)
        ports.visits_today = today = TodaysVisits(runner, ports, model)
        ports.offers = (today.next_step, booking(runner, ports), noting(runner, ports))
        model.total_changed.connect(lambda count: ports.badge("worklists", count))
        model.reload()
        if not site.settings.demo:
            nightly = Nightly(runner, site.settings.zone, model, Limits.of(site.settings))
            model.destroyed.connect(nightly.end)
        return model

    return Keepers(count, lambda runner: Backups(runner, site.settings, site.places))


def _password_card() -> Callable[[Runner, str], PasswordCard]:
    from app.shell.own import PasswordCard

    return lambda runner, current: PasswordCard(runner, current=current)


def pages(start: Start) -> Sequence[PageSpec]:
    """The places of the rail. None is imported before somebody goes there."""
    from app.core.access import Permission
    from app.shell.frame import PageSpec

    found, told = Permission.SEARCH_PATIENT, Permission.REPORT_COUNTS
    return (
        PageSpec("today", tr("Today"), "today", lambda: _today(start), needs=found),
        PageSpec("schedule", tr("Schedule"), "schedule", _schedule, needs=found),
        PageSpec("patients", tr("Patients"), "patients", lambda: _patients(start), needs=found),
        PageSpec("worklists", tr("Worklists"), "worklists", _worklists, needs=found),
        PageSpec("reports", tr("Reports"), "reports", lambda: _reports(start), needs=told),
        PageSpec("settings", tr("Settings"), "settings", lambda: _settings(start), at_foot=True),
    )


def _today(start: Start) -> MakePage:
    from app.visits.rules import Limits
    from app.visits.view.page import TodayPage

    limits = Limits(start.site.settings.waiting_notice_minutes, start.site.settings.waiting_alarm_minutes)
    return lambda runner, ports: TodayPage(runner, ports, limits)


def _schedule() -> MakePage:
    from app.schedule.view.page import SchedulePage
    from app.visits.queries import badges
    from app.waitlist.queries import hole_marks

    def make(runner: Runner, ports: Ports) -> QWidget:
        ports.badges, ports.holes = badges, hole_marks
        return SchedulePage(runner, ports)

    return make


def _patients(start: Start) -> MakePage:
    from app.documents.view.section import DocumentsSection
    from app.duplicates.view import DuplicatesSection
    from app.insurance.view.section import InsuranceSection
    from app.patients.rules.matching import Limits
    from app.patients.view.page import PatientsPage
    from app.payments.view.section import PaymentsSection
    from app.privacy.view import PrivacySection
    from app.schedule.view.care import CareSection
    from app.schedule.view.history import VisitsSection
    from app.waitlist.view.section import WaitSection

    insurance = partial(InsuranceSection, reader=_read_card)
    made = (
        VisitsSection, CareSection, WaitSection, insurance, DocumentsSection, PaymentsSection, DuplicatesSection,
        PrivacySection,
    )  # fmt: skip
    limits = Limits.of(start.site.settings)
    return lambda runner, ports: PatientsPage(runner, ports, [one(runner, ports) for one in made], limits=limits)


def _read_card(path: Path) -> tuple[CardFacts, ...]:
    """What a digital card in a file says; its standards are imported at the first card."""
    from app.exchange.actions.cards import read_card

    return read_card(path)


def _worklists() -> MakePage:
    from app.visits.view.attendance import AttendanceDesk
    from app.visits.view.worklists import WorklistsPage

    plug = worklists_plug()

    def make(runner: Runner, ports: Ports) -> QWidget:
        plug(ports)
        page = WorklistsPage(runner, ports)
        ports.row_keys |= AttendanceDesk(page, runner, ports).row_keys()
        return page

    return make


def _reports(start: Start) -> MakePage:
    from app.reports.view.page import ReportsPage

    paper = print_setup(start.site.settings)
    return lambda runner, ports: ReportsPage(runner, ports, paper)


def _settings(start: Start) -> MakePage:
    from app.exchange.view import ImportDialog
    from app.shell.data_work import data_parts
    from app.shell.settings_own import Look
    from app.shell.settings_page import SettingsPage, SettingsParts

    setup = _clinic_setup()

    def make(runner: Runner, ports: Ports) -> QWidget:
        settings = start.site.settings
        look = Look(settings.theme, settings.text_scale, language(), settings.density)
        data = data_parts(
            runner,
            settings,
            start.site.places,
            lambda: ImportDialog(runner, ports.here().location_id, start.window).open(),
        )
        return SettingsPage(runner, ports, SettingsParts(look, start.use_look, data, setup(runner, ports)))

    return make


def _clinic_setup() -> Callable[[Runner, Ports], Sequence[Section]]:
    """What a director sets: hours, visit types, rooms, holidays, as sections of the settings."""
    from app.core.access import Permission
    from app.schedule.view.setup import setup_parts
    from app.shell.settings_page import WIDEST, Section

    def sections(runner: Runner, ports: Ports) -> Sequence[Section]:
        return [
            Section(part.code, part.title, part.make, WIDEST, Permission.SET_SCHEDULE)
            for part in setup_parts(runner, ports)
        ]

    return sections


def start_logs(start: Start) -> None:
    """Logs without patient data, and the one dialog for what nobody foresaw; once the window stands."""
    from app.core.logs import forbid_core_files, install_hooks, start_logging
    from app.shell.crash import CrashDialog

    forbid_core_files()
    with suppress(OSError, ClinicError):
        start_logging(start.site.folders.log)
    crash = CrashDialog(start.window)
    install_hooks(lambda log_id: start.on_this_thread(lambda: crash.tell(log_id)))


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
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Frontdesk")
    site = read_site()
    theme.apply(app, site.settings.theme, site.settings.text_scale / 100)
    install_focus_rings(app)
    start = Start(site)
    Garbage(start)
    start.painted.connect(lambda: start_logs(start))
    start.show()
    return app.exec()
