"""What IT does to the clinic's data as a whole is written down: by whom, what, and how it came out."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.sessions import WriteSession
from app.core.values import Command, Nothing


class Chore(StrEnum):
    """The words stand in the journal."""

    BACKUP = "Backup"
    VERIFY = "Check of the journal"
    DOCTOR = "Check of the computer"
    MIGRATE = "Change to a newer program"
    RESTORE = "Backup put back"
    SWEEP = "Look for doubles"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMaintenance(Command):
    """A chore begins, or came to an end; `outcome` in a few words without patient data."""

    chore: Chore
    outcome: str


@action(Permission.MAINTAIN, says="{chore}: {outcome}")
def note_maintenance(session: WriteSession, actor: Actor, command: NoteMaintenance) -> Nothing:
    """Write down a check or a migration. Raises Refused for who may not, so it is asked before the chore begins."""
    return Nothing()


@action(Permission.RUN_BACKUP, says="{chore}: {outcome}")
def note_backup(session: WriteSession, actor: Actor, command: NoteMaintenance) -> Nothing:
    """Write down a backup. Raises Refused for who may not."""
    return Nothing()


@action(Permission.RESTORE, says="{chore}: {outcome}")
def note_restore(session: WriteSession, actor: Actor, command: NoteMaintenance) -> Nothing:
    """Write down that a backup is to be put back over this clinic. Raises Refused, SecondPersonNeeded."""
    return Nothing()


@action(Permission.SYSTEM, says="{chore} with the recovery key: {outcome}")
def note_with_recovery_key(session: WriteSession, actor: Actor, command: NoteMaintenance) -> Nothing:
    """Write down a chore that somebody did who held the recovery key, where nobody could sign in."""
    return Nothing()
