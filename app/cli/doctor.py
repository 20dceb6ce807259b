"""`doctor`: whether this computer has what Frontdesk needs, line by line, with what to do about it."""

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from app import __version__
from app.cli.opening import Site, opened, read_site, runner_on, signed_in
from app.cli.talking import Exit, Talk
from app.core.backup import last_backup
from app.core.clock import SystemClock
from app.core.database import Database
from app.core.door import anchors, clock_of
from app.core.embedded import OLDEST_SQLITE
from app.core.errors import ClinicError
from app.core.journal import heads
from app.core.paths import is_synced_path, volume_kind
from app.core.places import is_server
from app.core.printing import system_printing
from app.core.server import OLDEST_SERVER
from app.core.text import tr
from app.migrations.standing import State, revision, state
from app.staff.actions.maintenance import Chore, NoteMaintenance, note_maintenance

LIBRARIES = ("PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "psycopg", "cryptography", "keyring", "reportlab")
#: bytes free below which the disk is bad, and below which it is worth a warning
FULL, NARROW = 200 << 20, 2 << 30
#: a backup older than this is worth a warning, than that is bad
STALE, LOST = timedelta(days=1, hours=6), timedelta(days=7)
#: how far the clocks of this computer and of the server may be apart
DRIFT = timedelta(seconds=60)


class Health(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One line: what was looked at, how it is, in words, and what to do."""

    name: str
    health: Health
    words: str
    advice: str = ""


def doctor(args: Namespace, talk: Talk) -> Exit:
    """Look at everything; with --user the look at the journal is included and written down."""
    site = read_site(args)
    checks = [*_computer(site), *_clinic(site, talk)]
    for one in checks:
        talk.say(f"{one.health:<5} {one.name:<12} {one.words}".rstrip())
        if one.advice:
            talk.say(f"{'':<18} {one.advice}")
    talk.give(checks=checks, program=__version__)
    return Exit.FOUND if any(one.health is Health.BAD for one in checks) else Exit.DONE


def _computer(site: Site) -> Iterator[Check]:
    yield _libraries()
    yield _sqlite()
    yield _zone(site.settings.zone)
    yield _settings(site)
    yield from _folders(site)
    yield _disk(site.places.data)
    yield _printers(site)


def _libraries() -> Check:
    found, missing = [], []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:  # the packaged program carries the libraries without their notes
            missing.append(name)
    words = f"Frontdesk {__version__}, Python {sys.version.split()[0]}, {', '.join(found) or tr('built in')}"
    return Check("libraries", Health.WARN if found and missing else Health.OK, words)


def _sqlite() -> Check:
    new_enough = sqlcipher.sqlite_version_info >= OLDEST_SQLITE
    advice = "" if new_enough else tr("Install Frontdesk again.")
    return Check("sqlite", Health.OK if new_enough else Health.BAD, sqlcipher.sqlite_version, advice)


def _zone(zone: str) -> Check:
    here = datetime.now(ZoneInfo(zone))
    sane = here.year >= 2026
    advice = "" if sane else tr("Set this computer's clock.")
    return Check("clock", Health.OK if sane else Health.BAD, f"{here:%m/%d/%Y %H:%M} {zone}", advice)


def _settings(site: Site) -> Check:
    if site.loaded.problems:
        return Check("settings", Health.WARN, site.loaded.problems[0].message, site.loaded.problems[0].advice)
    words = str(site.file) if site.file.exists() else tr("No site file: usual settings.")
    return Check("settings", Health.OK, words)


def _folders(site: Site) -> Iterator[Check]:
    where = site.places
    for name, folder in (("data", where.data), ("backups", where.backups), ("log", site.folders.log)):
        nearest = next(path for path in (folder, *folder.parents) if path.exists())
        if not os.access(nearest, os.W_OK | os.X_OK):
            advice = tr("Let this login write there, or name another folder in the site file.")
            yield Check(name, Health.BAD, str(folder), advice)
        elif is_synced_path(folder) and name == "data":
            yield Check(
                name, Health.BAD, str(folder), tr("A cloud program copies this folder: move the data elsewhere.")
            )
        else:
            yield Check(name, Health.OK, f"{folder} ({volume_kind(nearest) or '?'})")


def _disk(folder: Path) -> Check:
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(nearest).free
    health = Health.BAD if free < FULL else Health.WARN if free < NARROW else Health.OK
    advice = "" if health is Health.OK else tr("Make room on this disk.")
    return Check("disk", health, tr("{size} GB free", size=f"{free / (1 << 30):.1f}"), advice)


def _printers(site: Site) -> Check:
    try:
        found = system_printing().printers()
    except ClinicError as problem:
        return Check("printers", Health.WARN, problem.message, problem.advice)
    names = {one.name for one in found}
    settings = site.settings
    wanted = {settings.document_printer, settings.receipt_printer, settings.label_printer} - {""}
    if wanted - names:
        gone = ", ".join(sorted(wanted - names))
        return Check(
            "printers", Health.BAD, tr("Not there any more: {names}", names=gone), tr("Correct the site file.")
        )
    words = ", ".join(sorted(names)) or tr("None. Papers are saved as PDF.")
    return Check("printers", Health.OK if names else Health.WARN, words)


# ------------------------------------------------------------------------------------------------------- the clinic


def _clinic(site: Site, talk: Talk) -> Iterator[Check]:
    try:
        with opened(site, talk) as database:
            yield from _database(site, database, talk)
    except ClinicError as problem:
        yield Check("database", Health.BAD, problem.message, problem.advice)
    yield _backup(site)


def _database(site: Site, database: Database, talk: Talk) -> Iterator[Check]:
    try:
        stands, found = state(database), revision(database)
    except DBAPIError:
        yield Check("database", Health.BAD, tr("It does not answer."), tr("Check the network and the server."))
        return
    yield Check("database", Health.OK, tr("Reachable, and the key fits."))
    if not database.embedded:
        yield from _server(database)
    yield _schema(stands, found)
    if stands is State.CURRENT and talk.args.user:
        yield _journal(site, database, talk)


def _schema(stands: State, found: str | None) -> Check:
    advice = {
        State.EMPTY: tr("Set a clinic up with `frontdesk init`."),
        State.OLD: tr("Run `frontdesk migrate`; it makes a backup first."),
        State.NEWER: tr("Update Frontdesk on this computer."),
        State.CURRENT: "",
    }[stands]
    return Check("schema", Health.OK if stands is State.CURRENT else Health.BAD, found or stands.value, advice)


def _server(database: Database) -> Iterator[Check]:
    with database.engine.connect() as connection:
        number = int(connection.exec_driver_sql("SHOW server_version_num").scalar() or 0)
        theirs = connection.exec_driver_sql("SELECT now()").scalar()
        owner = connection.exec_driver_sql(
            "SELECT pg_get_userbyid(relowner) = current_user FROM pg_class WHERE oid = 'journal'::regclass"
        ).scalar()
    new_enough = number >= OLDEST_SERVER
    yield Check("server", Health.OK if new_enough else Health.BAD, f"PostgreSQL {number // 10_000}")
    apart = abs(theirs - SystemClock().now()) if isinstance(theirs, datetime) else timedelta()
    advice = "" if apart < DRIFT else tr("Set the clock of this computer or of the server.")
    words = tr("{seconds} s apart from the server", seconds=int(apart.total_seconds()))
    yield Check("clocks", Health.OK if apart < DRIFT else Health.BAD, words, advice)
    if owner:
        yield Check(
            "roles", Health.BAD, tr("The program owns its tables."), tr("Use a role of its own for the program.")
        )


def _journal(site: Site, database: Database, talk: Talk) -> Check:
    executor = runner_on(site, database)
    try:
        actor = signed_in(executor, talk)
        executor.perform(note_maintenance, NoteMaintenance(chore=Chore.DOCTOR, outcome="done"), actor)
    except ClinicError as problem:
        return Check("journal", Health.WARN, problem.message, problem.advice)
    with database.reading() as session:
        stored = {head.chain: head for head in heads(session)}
    seen = list(anchors(site.places).read())
    behind = [one for one in seen if one.position > (stored[one.chain].position if one.chain in stored else 0)]
    if behind:
        words = tr(
            "This desk saw entry {position} of {chain}, which is gone.",
            position=behind[-1].position,
            chain=behind[-1].chain,
        )
        return Check("journal", Health.BAD, words, tr("Run `frontdesk verify`."))
    count = sum(head.position for head in stored.values())
    return Check("journal", Health.OK, tr("{count} entries, all that this desk saw", count=f"{count:,}"))


def _backup(site: Site) -> Check:
    if is_server(site.settings):
        return Check("backup", Health.OK, tr("Made on the server; ask who looks after it."))
    newest = last_backup(site.places.backups)
    if newest is None:
        health = Health.BAD if site.places.database.exists() else Health.OK
        return Check(
            "backup", health, tr("There is none."), tr("Run `frontdesk backup`.") if health is Health.BAD else ""
        )
    age = newest.age(clock_of(site.settings).now())
    health = Health.BAD if age > LOST else Health.WARN if age > STALE else Health.OK
    words = tr("{hours} hours old: {name}", hours=int(age.total_seconds() // 3600), name=newest.path.name)
    return Check("backup", health, words, "" if health is Health.OK else tr("Run `frontdesk backup`."))
