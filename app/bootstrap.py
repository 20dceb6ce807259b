"""The only composition root: settings -> engine -> runner -> ports -> shell. The window stands first, heavy imports come after."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.core.errors import ClinicError
from app.core.settings import Settings
from app.core.text import language, tr
from app.kit import theme
from app.kit.focus import install as install_focus_rings
from app.kit.garbage import Garbage
from app.shell.start import DEMO_PASSWORD, MadeClinic, Site, StartWindow, read_site

if TYPE_CHECKING:
    from datetime import datetime

    from app.core.ports import Ports
    from app.core.recovery import Bundle
    from app.core.verify import Verdict
    from app.reports.viewmodel.output import PrintSetup
    from app.runner.bridge import Runner
    from app.runner.execute import Executor
    from app.shell.first_run import FirstRun, FirstRunValues
    from app.shell.frame import PageSpec
    from app.shell.office import Office
    from app.shell.recover import RecoverCard

__all__ = ["DEMO_PASSWORD", "Site", "Start", "compose", "open_executor", "open_window", "read_site"]


class Start(StartWindow):
    """The window with everything heavy plugged in; see StartWindow for what each method answers."""

    def open_executor(self, bundle: Bundle | None) -> Executor:
        return open_executor(self.site, bundle)

    def compose(self, executor: Executor) -> Office:
        return compose(self, executor)

    def recover_card(self, problem: ClinicError) -> RecoverCard:
        from app.shell.recover import RecoverCard

        return RecoverCard(problem)

    def recover(self, code: str) -> Bundle:
        from app.core.door import recover_secrets

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


def compose(start: Start, executor: Executor) -> Office:
    """Plug the rooms together for one window: pages, worklists, badges, search, paper."""
    from app.checklists.queries import MissingDocuments
    from app.core.ports import Ports, Worklist
    from app.duplicates.queries import PossibleDuplicates
    from app.patients.queries.worklist import IncompleteRegistrations
    from app.patients.view.finder import make_search
    from app.shell.frame import FrameParts
    from app.shell.office import Office, OfficeParts
    from app.visits.queries import OpenVisits, badges

    site, window = start.site, start.window
    lists: list[Worklist] = [MissingDocuments(), IncompleteRegistrations(), OpenVisits(), PossibleDuplicates()]
    ports = Ports(worklists=lists, badges=badges)
    frame = FrameParts(site.desk, site.settings.location, _demo_words if site.settings.demo else str, make_search)
    if threading.current_thread() is threading.main_thread():
        executor.database.forbidden_threads.add(threading.get_ident())
    parts = OfficeParts(site.settings, site.places, lambda: pages(start), frame, start.speak, _count_worklists)
    office = Office(window, executor, ports, parts)
    ports.show_receipt = lambda payment_id, again: _show_receipt(start, office, payment_id, again)
    return office


def _show_receipt(start: Start, office: Office, payment_id: int, again: bool) -> None:
    from app.reports.view.receipts import ShownReceipt

    shown = ShownReceipt(office.runner, office.ports, start.window, print_setup(start.site.settings))
    shown.show(payment_id, again)


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
    from app.duplicates.view import DuplicatesSection
    from app.insurance.view.section import InsuranceSection
    from app.patients.view.page import PatientsPage
    from app.payments.view.section import PaymentsSection
    from app.schedule.view.history import VisitsSection

    made = (VisitsSection, InsuranceSection, DocumentsSection, PaymentsSection, DuplicatesSection)
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
    from app.staff.actions.maintenance import Chore, NoteMaintenance, note_backup, note_maintenance

    settings, where, executor = start.site.settings, start.site.places, runner.executor
    database = executor.database

    def last() -> datetime | None:
        found = last_backup(where.backups, key_id(database.clinic_key))
        return found.made_at if found else None

    def back_up(_job: Job) -> datetime:
        executor.perform(note_backup, NoteMaintenance(chore=Chore.BACKUP, outcome="begun"), runner.person())
        return backup(database, where.backups, database.clock, zone=settings.zone).made_at

    def walk(_job: Job) -> Verdict:
        executor.perform(note_maintenance, NoteMaintenance(chore=Chore.VERIFY, outcome="begun"), runner.person())
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
    gc.disable()  # nothing of what is imported at the start is garbage; looking through it again and again costs a tenth
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Frontdesk")
    site = read_site()
    theme.apply(app, site.settings.theme, site.settings.text_scale / 100)
    install_focus_rings(app)
    start = Start(site)
    Garbage(start)
    start.entered.connect(gc.freeze)  # what stands now stays: nobody need look through it again
    start.painted.connect(lambda: start_logs(start))
    start.show()
    return app.exec()
