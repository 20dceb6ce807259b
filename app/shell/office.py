"""A person's session in the window: frame, lock, idle time, other windows' changes, backups, crashes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.access import Actor
from app.core.backup import backup, is_due, last_backup
from app.core.clock import local
from app.core.errors import ClinicError
from app.core.logs import log_failure
from app.core.places import Places
from app.core.ports import Ports
from app.core.sealing import key_id
from app.core.settings import Settings
from app.core.text import tr
from app.kit import fonts, theme
from app.runner.bridge import Job, Runner
from app.runner.execute import Executor
from app.runner.watch import Watch
from app.shell.crash import CrashDialog
from app.shell.frame import Frame, FrameParts, PageSpec
from app.shell.idle import Idle
from app.shell.lock import LockCard
from app.shell.own import PasswordCard
from app.shell.window import Window
from app.staff.actions.signing import sign_in
from app.staff.queries import Me, who_am_i

BACKUP_LOOK_MS = 60_000
#: after the board is asked for
SETTLE_MS = 200
LATE_HOURS = 24


@dataclass(frozen=True, slots=True)
class OfficeParts:
    """What the composition root hands over. `pages` makes the pages anew for each person, in their language."""

    settings: Settings
    places: Places
    pages: Callable[[], Sequence[PageSpec]]
    frame: FrameParts
    speak: Callable[[str], None]
    #: makes what counts waiting things for the rail; kept for as long as a person is signed in
    counter: Callable[[Runner, Ports], QObject] | None = None


class Office(QObject):
    """Signs people in and out of one window on one database."""

    signed_in = Signal()
    refused = Signal(object)
    signed_out = Signal()

    def __init__(self, window: Window, executor: Executor, ports: Ports, parts: OfficeParts) -> None:
        super().__init__()
        self.window, self.executor, self.ports, self.parts = window, executor, ports, parts
        self.runner = Runner(executor)
        self.watch = Watch(self.runner, executor.database.path)
        self.frame: Frame | None = None
        self.lock_card: LockCard | None = None
        self.idle: Idle | None = None
        self.counter: QObject | None = None
        self.crash = CrashDialog(window)
        self._backing = False
        self.runner.crashed.connect(self._crashed)
        self._backups = QTimer(self, interval=BACKUP_LOOK_MS)
        self._backups.timeout.connect(self.look_at_backups)
        theme.notice.changed.connect(self._rebuild)

    # ------------------------------------------------------------------------------------------------- people

    def sign_in(self, user_name: str, password: str) -> None:
        """Check a name and a password; then `signed_in`, or `refused` with the sentence."""
        desk = self.executor.database.desk
        self.runner.background(
            lambda: sign_in(self.executor, user_name, password, desk),
            lambda actor: self._enter(actor, password),
            self.refused.emit,
        )

    def _enter(self, actor: Actor, password: str) -> None:
        self.runner.actor = actor
        self.runner.ask(who_am_i, then=lambda me: self._greet(me, password), fail=self.refused.emit, settled=False)

    def _greet(self, me: Me, password: str) -> None:
        self.parts.speak(me.language)
        if me.must_change_password:
            card = PasswordCard(self.runner, current=password)
            card.changed.connect(lambda: self._open_frame(me))
            card.left_again.connect(self.sign_out)
            self.window.show_screen(card)
            card.begin()
        else:
            self._open_frame(me)

    def _open_frame(self, me: Me) -> None:
        self.frame = self._make_frame()
        self.lock_card = LockCard(
            self.runner, self.parts.settings.zone, has_pin=me.has_pin, place=self.parts.frame.desk
        )
        self.lock_card.unlocked.connect(self.window.uncover)
        self.lock_card.someone_else.connect(self.sign_out)
        self.idle = Idle(self.parts.settings.idle_lock_minutes, self)
        self.idle.passed.connect(lambda: self.lock(idle=True))
        self.window.show_screen(self.frame)
        self.frame.begin("today")
        self.signed_in.emit()
        QTimer.singleShot(SETTLE_MS, self, self._settle_in)

    def _settle_in(self) -> None:
        """What can wait until the person sees the board: other windows, counts, the age of the backup, more faces."""
        if self.runner.actor is None or self.frame is None:
            return
        self.watch.start()
        self._count()
        self._backups.start()
        self.look_at_backups()
        fonts.load_extra()

    def _count(self) -> None:
        """Count what waits, for the rail; anew for another person or another frame."""
        if self.counter is not None:
            self.counter.deleteLater()
        wanted = self.parts.counter if self.runner.actor is not None else None
        self.counter = wanted(self.runner, self.ports) if wanted else None

    def _make_frame(self) -> Frame:
        frame = Frame(self.runner, self.ports, self.parts.pages(), self.parts.frame)
        frame.lock_wanted.connect(self.lock)
        frame.sign_out_wanted.connect(self.sign_out)
        frame.turned_out.connect(self._turn_out)
        frame.access_changed.connect(self._rebuild)
        return frame

    def _turn_out(self, why: ClinicError) -> None:
        """The account was closed meanwhile: back to the sign-in card, with the sentence."""
        self.sign_out()
        self.refused.emit(why)

    def _rebuild(self) -> None:
        """Another theme or text size: the frame is made anew, on the same page."""
        old = self.frame
        if old is None or self.runner.actor is None:
            return
        self.frame = self._make_frame()
        self.window.replace_screen(old, self.frame)
        self.frame.begin(old.code)
        self._count()
        self.look_at_backups()

    def lock(self, *, idle: bool = False) -> None:
        """Hide everything at once; what was typed stays."""
        if self.lock_card is not None and not self.window.covered:
            self.window.cover(self.lock_card)
            self.lock_card.lock(self.executor.database.clock.now(), idle=idle)

    def sign_out(self) -> None:
        """Back to the sign-in card; nothing of this person stays."""
        self.window.forget_covered()
        self.runner.write_reads()
        frame, self.frame = self.frame, None
        self.signed_out.emit()
        if frame is not None:
            self.window.drop_screen(frame)
        if self.lock_card is not None:
            self.window.drop_screen(self.lock_card)
            self.lock_card = None
        self._end_idle()
        self._backups.stop()
        self.runner.actor = None
        self._count()

    def _end_idle(self) -> None:
        if self.idle is not None:
            self.idle.stop()
            self.idle.deleteLater()
            self.idle = None

    # ------------------------------------------------------------------------------------------------ backups

    def look_at_backups(self) -> None:
        """Show the age of the last backup; make one when its hour has come."""
        database, settings = self.executor.database, self.parts.settings
        if not database.embedded:
            return
        now = database.clock.now()

        def look() -> datetime | None:
            found = last_backup(self.parts.places.backups, key_id(database.clinic_key))
            return found.made_at if found else None

        def show(last: datetime | None) -> None:
            self._show_age(last, now)
            if not settings.demo and is_due(last, settings.backup_hours, now, settings.zone):
                self.back_up()

        self.runner.background(look, show)

    def back_up(self) -> None:
        """Make a verified backup beside the work."""
        if self._backing:
            return
        self._backing = True
        database, where = self.executor.database, self.parts.places.backups

        def work(_job: Job) -> datetime:
            return backup(database, where, database.clock, zone=self.parts.settings.zone).made_at

        def done(made_at: datetime) -> None:
            self._backing = False
            self._show_age(made_at, database.clock.now())

        def failed(why: ClinicError) -> None:
            self._backing = False
            self.ports.announce(str(why))

        self.runner.job(work, done, failed)

    def _show_age(self, last: datetime | None, now: datetime) -> None:
        if self.frame is None:
            return
        if last is None:
            self.frame.status.set_backup(tr("No backup yet"), late=True)
            return
        minutes = max(0, int((now - last).total_seconds() // 60))
        if minutes < 60:
            words = tr("Backup {minutes} min ago", minutes=minutes)
        elif minutes < LATE_HOURS * 60:
            words = tr("Backup {hours} h ago", hours=minutes // 60)
        else:
            words = tr("Backup of {day}", day=f"{local(last, self.parts.settings.zone):%m/%d/%Y}")
        self.frame.status.set_backup(words, late=minutes >= LATE_HOURS * 60)

    def _crashed(self, problem: object) -> None:
        if isinstance(problem, ClinicError):
            self.ports.announce(str(problem))
        elif isinstance(problem, BaseException):
            self.crash.tell(log_failure(problem))

    def close(self) -> None:
        """Write what waits and end the threads; nothing is heard from here on."""
        self._end_idle()
        theme.notice.changed.disconnect(self._rebuild)
        self._backups.stop()
        self.watch.close()
        self.runner.close()
        self.executor.database.close()
