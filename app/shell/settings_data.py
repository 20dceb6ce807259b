"""The data: its backup, whether the journal is whole, and taking data over from another system."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar

from app.core.access import Permission
from app.core.clock import local
from app.core.errors import ClinicError
from app.core.text import tr
from app.core.verify import Verdict
from app.kit.buttons import KeyButton
from app.kit.dates import show_date, show_time
from app.kit.panels import Card
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Job, Runner


@dataclass(frozen=True, slots=True)
class DataParts:
    """What bootstrap can do with the data; None where this computer cannot. The functions run on a worker thread.

    `last_backup` answers with the instant of the last one, `back_up` makes one, `verify` walks the journal;
    `open_import` is called on the UI thread.
    """

    last_backup: Callable[[], datetime | None] | None = None
    back_up: Callable[[Job], datetime] | None = None
    verify: Callable[[Job], Verdict] | None = None
    open_import: Callable[[], None] | None = None
    zone: str = "UTC"


class _Work(Card):
    """One piece of long work: what it is, a button, how far it is, what came out."""

    def __init__(self, runner: Runner, title: str, about: str, button: str) -> None:
        super().__init__(title)
        self.runner = runner
        self.body.addWidget(label(about, "second", wrap=True))
        self.result, self.says = label("", "strong", wrap=True), Says()
        self.progress = QProgressBar()
        self.progress.setAccessibleName(title)
        self.progress.setRange(0, 0)
        self.progress.hide()
        self.result.hide()
        self.button = KeyButton(button, kind="soft")
        for part in (self.result, self.says, self.progress):
            self.body.addWidget(part)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._late = QTimer(self, interval=500, singleShot=True)
        self._late.timeout.connect(self.progress.show)

    def begin(self) -> None:
        """Say that it is under way, once it takes long."""
        self.says.say("")
        self.button.setEnabled(False)
        self._late.start()

    def end(self, sentence: str = "") -> None:
        """It is over."""
        self._late.stop()
        self.progress.hide()
        self.button.setEnabled(True)
        self.result.setText(sentence)
        self.result.setVisible(bool(sentence))

    def fail(self, why: ClinicError) -> None:
        """It did not work."""
        self.end(self.result.text())
        self.says.problem(why)

    def step(self, done: int, of: int) -> None:
        """How far it is."""
        self.progress.setRange(0, of)
        self.progress.setValue(done)


class BackupCard(_Work):
    """When the last backup was made, and making one now."""

    def __init__(self, runner: Runner, parts: DataParts) -> None:
        about = tr("A copy of everything, encrypted, and read back before it counts.")
        super().__init__(runner, tr("Backup"), about, tr("Back up now"))
        self.parts = parts
        self.button.clicked.connect(self.start)
        if parts.last_backup is not None:
            runner.background(parts.last_backup, self._show, self.fail)

    def start(self) -> None:
        """Make one."""
        if self.parts.back_up is not None:
            self.begin()
            self.runner.job(self.parts.back_up, self._show, self.fail, self.step)

    def _show(self, made_at: datetime | None) -> None:
        if made_at is None:
            self.end(tr("There is no backup yet."))
            return
        at = local(made_at, self.parts.zone)
        self.end(tr("Last backup: {day}, {time}.", day=show_date(at.date()), time=show_time(at.time())))


class VerifyCard(_Work):
    """Whether the journal is whole."""

    def __init__(self, runner: Runner, parts: DataParts) -> None:
        about = tr("Reads every entry of the journal and compares it with what this desk saw.")
        super().__init__(runner, tr("Journal"), about, tr("Verify now"))
        self.parts = parts
        self.button.clicked.connect(self.start)

    def start(self) -> None:
        """Walk the chains."""
        if self.parts.verify is not None:
            self.begin()
            self.runner.job(self.parts.verify, self._show, self.fail, self.step)

    def _show(self, verdict: Verdict) -> None:
        if verdict.whole:
            self.end(tr("The journal is whole: {count} entries.", count=f"{verdict.entries:,}"))
            return
        self.end("")
        first = verdict.findings[0]
        said = tr("The journal {chain} is not whole: {finding}.", chain=first.chain, finding=first.sentence)
        self.says.say(said, tr("Tell IT and compliance at once, and change nothing."))


class ImportCard(Card):
    """Taking patients and appointments over from another system's files."""

    def __init__(self, open_import: Callable[[], None]) -> None:
        super().__init__(tr("Import"))
        self.body.addWidget(label(tr("Patients and appointments from another system’s files."), "second", wrap=True))
        button = KeyButton(tr("Import…"), kind="soft")
        button.clicked.connect(open_import)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def data_cards(runner: Runner, parts: DataParts) -> tuple[Card, ...]:
    """What this person may do with the data of this computer."""
    actor, cards = runner.person(), list[Card]()
    if parts.back_up is not None and actor.may(Permission.RUN_BACKUP):
        cards.append(BackupCard(runner, parts))
    if parts.verify is not None and actor.may(Permission.MAINTAIN):
        cards.append(VerifyCard(runner, parts))
    if parts.open_import is not None and actor.grant(Permission.IMPORT) is not None:
        cards.append(ImportCard(parts.open_import))
    return tuple(cards)
