"""A command's way into the clinic: site file, key, database, and the person who signs in."""

import os
import socket
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.cli.talking import Talk
from app.core.access import Actor, Permission
from app.core.bundle import Bundle
from app.core.database import Database
from app.core.door import anchors, open_database
from app.core.errors import ClinicError, SecondPersonNeeded, Unavailable
from app.core.keys import KeyMissing, find_secrets, recover_secrets
from app.core.paths import Folders, site_file, user_folders
from app.core.places import Places, is_server, places
from app.core.settings import Loaded, Settings, load_settings
from app.core.text import tr
from app.core.values import Command
from app.migrations.standing import require_current
from app.runner.execute import Executor
from app.staff.actions.second_person import ProveSecondPerson, StaffGate, prove_second_person
from app.staff.actions.signing import sign_in


@dataclass(frozen=True, slots=True)
class Site:
    """What is known before the database is opened."""

    file: Path
    folders: Folders
    loaded: Loaded

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.loaded.settings

    @property
    def places(self) -> Places:
        """Where the clinic's things lie."""
        return places(self.settings, self.folders)

    @property
    def desk(self) -> str:
        """This desk's name in the journal."""
        return self.settings.desk or socket.gethostname()


def read_site(args: Namespace) -> Site:
    """The site file (by --site, else the usual one). Raises Unavailable for a named file that is not there."""
    file = Path(args.site) if args.site else site_file(environment=os.environ)
    if args.site and not _is_there(file):
        raise Unavailable("There is no site file {file}.", next_step="Check the name behind --site.", file=str(file))
    folders = user_folders()
    return Site(file, folders, load_settings(file, folders.preferences))


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name that no file can have: too long, or of a drive that is away
        return False


def with_settings(site: Site, **changes: object) -> Site:
    """The same site with some settings as a command line says."""
    settings = replace(site.settings, **changes)  # type: ignore[arg-type]  # names and values are those of Settings
    return replace(site, loaded=replace(site.loaded, settings=settings))


def secrets_of(site: Site, talk: Talk) -> Bundle:
    """The clinic's secrets from the keyring; without one, by the recovery key. Raises ClinicError."""
    where = site.places
    if not where.configured and not is_server(site.settings):
        raise Unavailable("There is no clinic here yet.", next_step="Set one up with `frontdesk init`.")
    try:
        return find_secrets(site.settings, where)
    except KeyMissing as missing:
        if not talk.args.recovery_key_stdin:
            talk.say(missing.message)
        return recover_secrets(where, talk.recovery_key())


@contextmanager
def opened(site: Site, talk: Talk) -> Iterator[Database]:
    """The clinic's database, whatever its revision; closed at the end. Raises Unavailable where it cannot be reached."""
    database = open_database(site.settings, site.places, secrets_of(site, talk))
    database.desk = site.desk
    try:
        yield database
    except DBAPIError as lost:
        if lost.connection_invalidated or not database.embedded:
            raise Unavailable(
                "The database does not answer.", next_step="Check the network and the server, then try again."
            ) from lost
        raise
    finally:
        database.close()


@contextmanager
def entered(site: Site, talk: Talk) -> Iterator[tuple[Executor, Actor]]:
    """The runner and the person signed in, on a database of this program's revision. Raises ClinicError."""
    with opened(site, talk) as database:
        require_current(database)
        executor = runner_on(site, database)
        yield executor, signed_in(executor, talk)


def runner_on(site: Site, database: Database) -> Executor:
    """The runner with its gate and this desk's anchors."""
    return Executor(database, StaffGate(), anchors(site.places))


def signed_in(executor: Executor, talk: Talk) -> Actor:
    """The person named by --user. Raises ClinicError without one, or when the password does not fit."""
    name = talk.args.user
    if not name:
        raise ClinicError("This needs somebody who signs in.", next_step="Name yourself with --user.", field="user")
    password = talk.password(tr("Password for {name}: ", name=name))
    actor = sign_in(executor, name, password, executor.database.desk)
    if set(actor.grants) <= {Permission.OWN_SESSION}:
        raise ClinicError(
            "This account still has its one-time password.",
            next_step="Sign in at the window once and choose a password.",
            field="user",
        )
    return actor


def cosigned(
    executor: Executor, actor: Actor, talk: Talk, command: Command, permission: Permission,
    known: dict[str, str] | None = None,
) -> str:  # fmt: skip
    """A second person's token for a command, or an empty text where nobody was named with --second.

    `known` keeps the password for the next command of the same run, so that it is asked once.
    """
    name, held = talk.args.second, {} if known is None else known
    if not name:
        return ""
    password = held.get(name) or talk.password(tr("Password for {name}: ", name=name))
    proof = ProveSecondPerson(user_name=name, password=password, command_id=command.id, permission=permission)
    found = executor.perform(prove_second_person, proof, actor)
    if not found.ok:
        raise SecondPersonNeeded(
            "The second person's name and password do not fit.", next_step="Type them again.", field="second"
        )
    held[name] = password
    return found.token
