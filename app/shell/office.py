"""A person's session in the window: frame, lock, idle time, other windows' changes, crashes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.access import Actor
from app.core.errors import ClinicError
from app.core.logs import log_failure
from app.core.ports import Ports
from app.core.settings import Settings
from app.kit import fonts, theme
from app.runner.bridge import Runner
from app.runner.execute import Executor
from app.runner.watch import Watch
from app.shell.crash import CrashDialog
from app.shell.frame import Frame, FrameParts, PageSpec
from app.shell.idle import Idle
from app.shell.lock import LockCard
from app.shell.window import Window
from app.staff.queries import Me, who_am_i

if TYPE_CHECKING:
    from app.shell.backups import Backups
    from app.shell.own import PasswordCard

#: after the board is asked for
SETTLE_MS = 200


@dataclass(frozen=True, slots=True)
class Keepers:
    """Makes what goes on beside the work of a person who is signed in."""

    #: what counts waiting things for the rail
    counter: Callable[[Runner, Ports], QObject | None]
    backups: Callable[[Runner], Backups]


@dataclass(frozen=True, slots=True)
class OfficeParts:
    """What the composition root hands over. `pages` names the pages anew for each person, in their language.

    What begins with `load` imports something that a first search does without; it is called off the UI thread.
    """

    settings: Settings
    pages: Callable[[], Sequence[PageSpec]]
    frame: FrameParts
    speak: Callable[[str], None]
    load_keepers: Callable[[], Keepers]
    #: asks for a password of one's own, instead of the one given
    load_password_card: Callable[[], Callable[[Runner, str], PasswordCard]]


class Office(QObject):
    """Signs people in and out of one window on one database."""

    signed_in = Signal()
    refused = Signal(object)
    signed_out = Signal()
    locked = Signal()
    #: everything that a person has around them stands
    settled = Signal()

    def __init__(self, window: Window, executor: Executor, ports: Ports, parts: OfficeParts) -> None:
        super().__init__()
        self.window, self.executor, self.ports, self.parts = window, executor, ports, parts
        self.runner = Runner(executor)
        self.watch = Watch(self.runner, executor.database.path)
        self.frame: Frame | None = None
        self.lock_card: LockCard | None = None
        self.idle: Idle | None = None
        self.keepers: Keepers | None = None
        self.counter: QObject | None = None
        self.backups: Backups | None = None
        self.crash = CrashDialog(window)
        self.runner.crashed.connect(self._crashed)
        theme.notice.changed.connect(self._rebuild)

    # ------------------------------------------------------------------------------------------------- people

    def enter(self, actor: Actor, password: str) -> None:
        """Let in whose password was checked; then `signed_in`, or `refused` with the sentence."""
        self.runner.actor = actor
        self.runner.ask(who_am_i, then=lambda me: self._greet(me, password), fail=self.refused.emit, settled=False)

    def _greet(self, me: Me, password: str) -> None:
        self.parts.speak(me.language)
        if me.must_change_password:
            load = self.parts.load_password_card
            self.runner.background(load, lambda make: self._ask_new_password(make(self.runner, password), me))
        else:
            self._open_frame(me)

    def _ask_new_password(self, card: PasswordCard, me: Me) -> None:
        card.changed.connect(lambda: self._open_frame(me))
        card.left_again.connect(self.sign_out)
        self.window.show_screen(card)
        card.begin()

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
        if self.runner.actor is not None and self.frame is not None:
            self.watch.start()
            self.runner.background(self.parts.load_keepers, self._keep)

    def _keep(self, keepers: Keepers) -> None:
        if self.runner.actor is None or self.frame is None:
            return
        self.keepers = keepers
        self._count()
        self._look_after_backups(keepers)
        fonts.load_extra()
        self.settled.emit()

    def _count(self) -> None:
        """Count what waits, for the rail; anew for another person or another frame."""
        if self.counter is not None:
            self.counter.deleteLater()
        wanted = self.keepers if self.runner.actor is not None else None
        self.counter = wanted.counter(self.runner, self.ports) if wanted else None

    def _look_after_backups(self, keepers: Keepers) -> None:
        self._end_backups()
        self.backups = keepers.backups(self.runner)
        self.backups.aged.connect(self._show_age)
        self.backups.failed.connect(lambda why: self.ports.announce(str(why)))
        self.backups.look()

    def _end_backups(self) -> None:
        if self.backups is not None:
            self.backups.deleteLater()
            self.backups = None

    def _show_age(self, words: str, late: bool) -> None:
        if self.frame is not None:
            self.frame.status.set_backup(words, late=late)

    def _make_frame(self) -> Frame:
        frame = Frame(self.runner, self.ports, self.parts.pages(), self.parts.frame)
        frame.lock_wanted.connect(self.lock)
        frame.shade_wanted.connect(self.shade)
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
        if self.backups is not None:
            self.backups.look()

    def shade(self) -> None:
        """Initials for names on every screen of this window, or names again: the frame is made anew, on the same page."""
        actor = self.runner.actor
        if actor is not None:
            self.runner.actor = replace(actor, shaded=not actor.shaded)
            self._rebuild()

    def lock(self, *, idle: bool = False) -> None:
        """Hide everything at once; what was typed stays."""
        if self.lock_card is not None and not self.window.covered:
            self.window.cover(self.lock_card)
            self.locked.emit()
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
        self._end_backups()
        self.runner.actor = None
        self._count()

    def _end_idle(self) -> None:
        if self.idle is not None:
            self.idle.stop()
            self.idle.deleteLater()
            self.idle = None

    # --------------------------------------------------------------------------------------------------- ending

    def _crashed(self, problem: object) -> None:
        if isinstance(problem, ClinicError):
            self.ports.announce(str(problem))
        elif isinstance(problem, BaseException):
            self.crash.tell(log_failure(problem))

    def close(self) -> None:
        """Write what waits and end the threads; nothing is heard from here on."""
        self._end_idle()
        theme.notice.changed.disconnect(self._rebuild)
        self._end_backups()
        self.watch.close()
        self.runner.close()
        self.executor.database.close()
