"""`migrate`, `backup`, `restore` and `verify`: keeping the clinic's data whole."""

import re
from argparse import Namespace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from app.cli.opening import Site, cosigned, entered, opened, read_site, runner_on, secrets_of, signed_in
from app.cli.talking import Exit, Talk
from app.core.access import Actor, Permission
from app.core.backup import BackupInfo
from app.core.backup import backup as make_backup
from app.core.database import Database
from app.core.door import anchors, clock_of, open_database
from app.core.errors import ClinicError
from app.core.journal import JournalEntry
from app.core.keys import keep_secrets, recover_secrets
from app.core.places import is_server
from app.core.restore import Restored
from app.core.restore import restore as put_back
from app.core.secrets import SecretsUnavailable
from app.core.text import tr
from app.core.verify import verify as walk
from app.migrations.standing import State, require_current, state
from app.migrations.upgrade import upgrade
from app.runner.execute import Executor
from app.schedule.actions.zones import KeepWallTimes, keep_wall_times
from app.staff.actions.maintenance import (
    Chore,
    NoteMaintenance,
    note_backup,
    note_maintenance,
    note_restore,
    note_with_recovery_key,
)
from app.staff.queries import SYSTEM_ACTOR

SEAL = re.compile(r"[0-9a-f]{16}")


def migrate(args: Namespace, talk: Talk) -> Exit:
    """Bring the data to this program's revision, after a verified backup."""
    site = read_site(args)
    with opened(site, talk) as database:
        stands = state(database)
        if stands is State.CURRENT:
            talk.say(tr("The data belong to this program already. There is nothing to do."))
            talk.give(migrated=False)
            return Exit.DONE
        if stands is not State.OLD:
            require_current(database)
        executor = runner_on(site, database)
        actor = _who_migrates(executor, site, talk)
        made: list[BackupInfo] = []
        reached = upgrade(database, lambda: _kept_copy(database, site, made))
        _note_migration(executor, actor, reached)
        if actor is not SYSTEM_ACTOR:
            executor.perform(keep_wall_times, KeepWallTimes(), actor)
    if made:
        talk.say(tr("Backup: {folder}", folder=str(made[0].path)))
    talk.say(tr("The data are at revision {revision} now.", revision=reached))
    talk.give(migrated=True, revision=reached, backup=str(made[0].path) if made else None)
    return Exit.DONE


def times(args: Namespace, talk: Talk) -> Exit:
    """Put the visits to come at their wall times again, after the rules of a zone or a clinic's zone have changed."""
    site = read_site(args)
    with opened(site, talk) as database:
        require_current(database)
        executor = runner_on(site, database)
        kept = executor.perform(keep_wall_times, KeepWallTimes(), signed_in(executor, talk))
    talk.say(tr("{count} visits were at another instant than their wall time says.", count=kept.moved))
    talk.give(moved=kept.moved)
    return Exit.DONE


def _kept_copy(database: Database, site: Site, made: list[BackupInfo]) -> Path:
    made.append(make_backup(database, site.places.backups, database.clock, zone=site.settings.zone))
    return made[0].path


def _who_migrates(executor: Executor, site: Site, talk: Talk) -> Actor:
    """Who signs in; where the older tables do not allow that any more, who holds the recovery key."""
    try:
        actor = signed_in(executor, talk)
        executor.perform(note_maintenance, NoteMaintenance(chore=Chore.MIGRATE, outcome="begun"), actor)
    except DBAPIError:
        talk.say(tr("Nobody can sign in on data this old. The recovery key lets the change be made."))
        recover_secrets(site.places, talk.recovery_key())
        return SYSTEM_ACTOR
    return actor


def _note_migration(executor: Executor, actor: Actor, reached: str) -> None:
    action = note_with_recovery_key if actor is SYSTEM_ACTOR else note_maintenance
    executor.perform(action, NoteMaintenance(chore=Chore.MIGRATE, outcome=f"revision {reached}"), actor)


def backup(args: Namespace, talk: Talk) -> Exit:
    """Make a backup now and read it back."""
    site = read_site(args)
    with entered(site, talk) as (executor, actor):
        executor.perform(note_backup, NoteMaintenance(chore=Chore.BACKUP, outcome="begun"), actor)
        folder = Path(args.out) if args.out else site.places.backups
        made = make_backup(executor.database, folder, executor.database.clock, zone=site.settings.zone)
        executor.perform(note_backup, NoteMaintenance(chore=Chore.BACKUP, outcome="made and read back"), actor)
    talk.say(tr("Made and read back: {folder}", folder=str(made.path)))
    talk.give(backup=str(made.path), made_at=made.made_at, size=made.size)
    return Exit.DONE


def restore(args: Namespace, talk: Talk) -> Exit:
    """Put a backup in the place of this clinic's data, or on a new computer. Needs the recovery key."""
    site = read_site(args)
    if is_server(site.settings):
        raise ClinicError("A server's database is restored on the server.", next_step="Ask who looks after the server.")
    _agreed(site, args, talk)
    code = talk.recovery_key()
    clock = clock_of(site.settings)
    seen = tuple(anchors(site.places).read())
    done = put_back(Path(args.backup), code, site.places.database, clock, seen=seen, accept_older=args.accept_older)
    _set_anchors_aside(site, args)
    _after_restore(site, talk, done)
    return Exit.DONE


def _agreed(site: Site, args: Namespace, talk: Talk) -> None:
    """Where this clinic's data can still be opened, two people must want them replaced."""
    if not site.places.database.exists():
        return
    try:
        database = open_database(site.settings, site.places, secrets_of(site, talk))
        stands = state(database)
    except (ClinicError, DBAPIError):
        return  # what is here cannot be opened, which is why a backup is put back
    database.desk = site.desk
    try:
        if stands is State.CURRENT:
            executor = runner_on(site, database)
            actor = signed_in(executor, talk)
            command = NoteMaintenance(chore=Chore.RESTORE, outcome="begun")
            token = cosigned(executor, actor, talk, command, Permission.RESTORE)
            wanted = NoteMaintenance(id=command.id, cosign=token, chore=Chore.RESTORE, outcome="begun")
            executor.perform(note_restore, wanted, actor)
    finally:
        database.close()


def _set_anchors_aside(site: Site, args: Namespace) -> None:
    """Who accepts that entries are lost accepts it for the anchors too; the old ones are kept under another name."""
    file = site.places.anchors
    if args.accept_older and file.exists():
        file.replace(file.with_name(f"{file.name}.before-restore"))


def _after_restore(site: Site, talk: Talk, done: Restored) -> None:
    kept = True
    try:
        keep_secrets(site.places, done.bundle)
    except SecretsUnavailable:
        kept = False
    database = open_database(site.settings, site.places, done.bundle)
    database.desk = site.desk
    try:
        current = state(database) is State.CURRENT
        if current:
            made_at = f"{done.manifest.made_at:%Y-%m-%d %H:%M} UTC"
            note = NoteMaintenance(chore=Chore.RESTORE, outcome=f"the one of {made_at}")
            runner_on(site, database).perform(note_with_recovery_key, note, SYSTEM_ACTOR)
    finally:
        database.close()
    talk.say(tr("The backup of {time} is in place.", time=f"{done.manifest.made_at:%m/%d/%Y %H:%M} UTC"))
    if done.set_aside is not None:
        talk.say(tr("What was here before is kept as {file}.", file=str(done.set_aside)))
    if not current:
        talk.say(tr("The data belong to an older Frontdesk: run `frontdesk migrate` next."))
    talk.give(
        made_at=done.manifest.made_at,
        set_aside=str(done.set_aside) if done.set_aside else None,
        keyring=kept,
        current=current,
    )


def verify(args: Namespace, talk: Talk) -> Exit:
    """Walk the whole journal, or find the entry of a printed seal."""
    site = read_site(args)
    with entered(site, talk) as (executor, actor):
        executor.perform(note_maintenance, NoteMaintenance(chore=Chore.VERIFY, outcome="begun"), actor)
        ended = _check_seal(executor, args.seal, talk) if args.seal else _check_all(executor, talk)
        outcome = "whole" if ended is Exit.DONE else "not whole"
        executor.perform(note_maintenance, NoteMaintenance(chore=Chore.VERIFY, outcome=outcome), actor)
    return ended


def _check_all(executor: Executor, talk: Talk) -> Exit:
    with executor.database.reading() as session:
        verdict = walk(session, executor.anchors.read() if executor.anchors else ())
    for bad in verdict.findings:
        talk.say(f"{bad.chain}: {bad.sentence}")
    if verdict.whole:
        talk.say(tr("The journal is whole: {count} entries.", count=f"{verdict.entries:,}"))
    talk.give(
        whole=verdict.whole,
        entries=verdict.entries,
        findings=[{"chain": bad.chain, "position": bad.position, "sentence": bad.sentence} for bad in verdict.findings],
    )
    return Exit.DONE if verdict.whole else Exit.FOUND


def _check_seal(executor: Executor, typed: str, talk: Talk) -> Exit:
    """Whether the sixteen digits on a paper are the beginning of an entry's hash, and the journal up to it is whole."""
    digits = re.sub(r"[\s-]", "", typed).lower()
    if not SEAL.fullmatch(digits):
        raise ClinicError(
            "A seal has sixteen digits: 0 to 9 and A to F.", next_step="Compare it with the paper.", field="seal"
        )
    with executor.database.reading() as session:
        wanted = select(JournalEntry).where(JournalEntry.hash.startswith(digits, autoescape=True))
        entry = session.scalars(wanted).first()
        verdict = walk(session, executor.anchors.read() if executor.anchors else ())
    bad = next((one for one in verdict.findings if entry and one.chain == entry.chain), None)
    if entry is None:
        talk.say(tr("No entry of this journal has this seal."))
    elif bad is not None and bad.position <= entry.position:
        talk.say(tr("The seal is found, but the journal before it is not whole: {sentence}", sentence=bad.sentence))
    else:
        talk.say(
            tr(
                "The seal is that of entry {position} in {chain}, written {time}. The journal up to it is whole.",
                position=entry.position,
                chain=entry.chain,
                time=f"{entry.at:%m/%d/%Y %H:%M} UTC",
            )
        )
    sound = entry is not None and (bad is None or bad.position > entry.position)
    talk.give(
        sound=sound,
        chain=entry.chain if entry else None,
        position=entry.position if entry else None,
        at=entry.at if entry else None,
    )
    return Exit.DONE if sound else Exit.FOUND
