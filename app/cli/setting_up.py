"""`init` and `demo`: a new clinic, and the throw-away one."""

import os
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from app.cli.opening import Site, read_site, runner_on, with_settings
from app.cli.talking import Exit, Talk
from app.core.clock import local_day
from app.core.database import Database, open_server
from app.core.door import clock_of, open_database
from app.core.errors import ClinicError, Unavailable
from app.core.keys import NewClinic, keep_secrets, new_clinic
from app.core.paths import SITE_VARIABLE, ensure_folder
from app.core.places import is_server
from app.core.sealing import key_id
from app.core.secrets import SecretsUnavailable
from app.core.settings import site_text, without_password
from app.core.text import tr
from app.exchange.demo.build import make_demo
from app.migrations.standing import State, state
from app.migrations.upgrade import grant_program_role, upgrade
from app.reports.documents import recovery_key
from app.reports.rules.values import RecoveryKeySheet
from app.staff.actions.first_run import FirstPerson, SetUpClinic, set_up_clinic
from app.staff.actions.places import AddLocation
from app.staff.queries import SYSTEM_ACTOR
from app.staff.rules.passwords import check_password
from app.staff.rules.people import checked_code, checked_text, checked_user_name, checked_zone


@dataclass(frozen=True, slots=True)
class Asked:
    """What `init` was told, checked before anything is made. The passwords of a server are empty on the embedded database."""

    set_up: SetUpClinic
    server_password: str = ""
    owner_password: str = ""


def init(args: Namespace, talk: Talk) -> Exit:
    """Make a clinic: secrets, schema, first location and people; show the recovery key once."""
    site = _told_site(args)
    if site.places.configured:
        new_clinic(site.places)  # says that there is one already, before anybody types a password
    asked = _asked(site, args, talk)
    made = new_clinic(site.places, asked.server_password)
    try:
        database = _server(site, args, asked, made) if is_server(site.settings) else _embedded(site, made)
        try:
            runner_on(site, database).perform(set_up_clinic, asked.set_up, SYSTEM_ACTOR)
        finally:
            database.close()
    except BaseException:
        _take_back(site)
        raise
    kept = _keep(site, made)
    _tell(site, args, talk, made, kept=kept)
    return Exit.DONE


def _told_site(args: Namespace) -> Site:
    """The site with what the command line says above it. Raises ClinicError where the two name different databases."""
    site = read_site(args)
    if not site.loaded.database_known:
        raise Unavailable(
            "The site file {file} does not say for sure which database it means.",
            next_step="Correct it first: nothing is made as long as a clinic may have been configured there.",
            file=str(site.file),
        )
    changes: dict[str, object] = {}
    if args.server:
        told = without_password(args.server)
        if site.settings.database not in ("", told):
            raise ClinicError(
                "The site file {file} names another database.",
                next_step="Change it there, or leave --server out.",
                field="server",
                file=str(site.file),
            )
        changes["database"] = told
    told_too = {"clinic_name": args.clinic, "location": args.code, "zone": args.zone}
    changes.update({name: value for name, value in told_too.items() if value})
    return with_settings(site, **changes)


def _asked(site: Site, args: Namespace, talk: Talk) -> Asked:
    settings = site.settings
    location = AddLocation(
        code=checked_code(settings.location or "MAIN"),
        name=checked_text(args.location or settings.clinic_name or "Clinic", "name", 120),
        zone=checked_zone(settings.zone),
    )
    people = [_person(talk, args.administrator, ("IT",) if args.director else ("IT", "LD", "FD"), location.name)]
    if args.director:
        people.append(_person(talk, args.director, ("LD", "FD"), location.name))
    command = SetUpClinic(location=location, people=tuple(people))
    if not is_server(settings):
        return Asked(command)
    if not args.owner_url:
        raise ClinicError(
            "The tables on a server belong to a role of their own.",
            next_step="Name that role with --owner-url postgresql://owner@host/name.",
            field="owner_url",
        )
    return Asked(
        command,
        talk.password(tr("Password of the program's role {role}: ", role=_role(settings.database))),
        talk.password(tr("Password of the owner's role {role}: ", role=_role(args.owner_url))),
    )


def _person(talk: Talk, told: str, roles: tuple[str, ...], *names: str) -> FirstPerson:
    """A person written as `user.name:Their Name`; `names` are those of the clinic, which no password may consist of."""
    user_name, _, shown = told.partition(":")
    name = checked_user_name(user_name)
    password = talk.new_password(name)
    check_password(password, (name, shown, *names))
    return FirstPerson(user_name=name, display_name=shown.strip() or name, password=password, roles=roles)


def _role(url: str) -> str:
    try:
        return make_url(url).username or ""
    except ArgumentError:
        raise ClinicError(
            "This is not the address of a database server.",
            next_step="Write it as postgresql://role@host/name.",
            field="server",
        ) from None


def _embedded(site: Site, made: NewClinic) -> Database:
    database = open_database(site.settings, site.places, made.bundle, create=True)
    database.desk = site.desk
    upgrade(database)
    return database


def _server(site: Site, args: Namespace, asked: Asked, made: NewClinic) -> Database:
    """Make the schema with the owner's role, let the program's role work on it, and open it as the program."""
    owner = open_server(
        without_password(args.owner_url),
        made.bundle.clinic_key,
        password=asked.owner_password,
        tls=site.settings.database_tls,
        authority=site.settings.database_authority,
    )
    try:
        if state(owner) is not State.EMPTY:
            raise Unavailable(
                "There is a clinic in this database already.",
                next_step="Join it with its recovery file, or name another.",
            )
        upgrade(owner)
        with owner.engine.begin() as connection:
            grant_program_role(connection, _role(site.settings.database))
    except DBAPIError as lost:
        raise Unavailable(
            "The server did not let the owner's role in, or does not answer.",
            next_step="Check address, role, password and the server's certificate.",
        ) from lost
    finally:
        owner.close()
    database = open_database(site.settings, site.places, made.bundle)
    database.desk = site.desk
    return database


def _take_back(site: Site) -> None:
    """Remove what this run made and could not finish; there is no data in it yet."""
    where = site.places
    for path in (where.sidecar, *(where.database.with_name(where.database.name + end) for end in ("", "-wal", "-shm"))):
        path.unlink(missing_ok=True)


def _keep(site: Site, made: NewClinic) -> bool:
    try:
        keep_secrets(site.places, made.bundle)
    except SecretsUnavailable:
        return False
    return True


def _tell(site: Site, args: Namespace, talk: Talk, made: NewClinic, *, kept: bool) -> None:
    talk.say(tr("The clinic is set up. This is its recovery key. It is shown once and kept nowhere:"))
    talk.say(f"\n    {made.recovery_code}\n")
    if args.recovery_sheet:
        _write_sheet(site, Path(args.recovery_sheet), made)
        talk.say(tr("The sheet to print is in {file}. Print it and delete the file.", file=args.recovery_sheet))
    if not kept:
        talk.say(tr("This login has no keyring that can be used: the recovery key is asked for at every start."))
    written = _write_site(site)
    if not written and not site.file.exists():
        talk.say(tr("The site file {file} could not be written. These lines belong there:", file=str(site.file)))
        talk.say(site_text(_site_values(site)))
    talk.give(
        recovery_key=made.recovery_code,
        clinic_id=made.clinic_id,
        keyring=kept,
        database=str(site.places.database) if not is_server(site.settings) else site.settings.database,
        site_file=str(site.file) if site.file.exists() else None,
    )


def _write_sheet(site: Site, file: Path, made: NewClinic) -> None:
    sheet = RecoveryKeySheet(
        clinic=site.settings.clinic_name or site.settings.location,
        location=site.settings.location,
        groups=tuple(made.recovery_code.split("-")),
        fingerprint=key_id(made.bundle.clinic_key),
        printed_on=local_day(clock_of(site.settings).now(), site.settings.zone),
    )
    write_private(file, recovery_key(sheet))


def write_private(file: Path, data: bytes) -> None:
    """Write a file that only this login can read. Raises Unavailable where that is not possible."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as target:
            target.write(data)
    except OSError as problem:
        raise Unavailable(
            "The file {file} cannot be written.", next_step="Name a file in a folder of yours.", file=str(file)
        ) from problem


def _site_values(site: Site) -> dict[str, object]:
    settings = site.settings
    values: dict[str, object] = {
        "zone": settings.zone,
        "location": settings.location,
        "clinic_name": settings.clinic_name,
    }
    return {**values, "database": settings.database} if settings.database else values


def _write_site(site: Site) -> bool:
    """Keep what was told in a site file, where there is none yet and the folder lets us."""
    if site.file.exists():
        return False
    try:
        site.file.parent.mkdir(parents=True, exist_ok=True)
        site.file.write_text(site_text(_site_values(site)), encoding="utf-8")
    except OSError:
        return False
    return True


def demo(args: Namespace, talk: Talk) -> Exit:
    """Make the demo clinic in a folder and say how to open it."""
    made = make_demo(ensure_folder(Path(args.out)), upgrade)
    talk.say(tr("The demo clinic is in {folder}. Everybody in it is invented.", folder=str(made.folder)))
    talk.say(tr("Open it with {variable}={file}", variable=SITE_VARIABLE, file=str(made.site)))
    talk.say(tr("User name: {user}   Password: {password}", user=made.user, password=made.password))
    talk.give(folder=str(made.folder), site=str(made.site), user=made.user, password=made.password, day=made.day)
    return Exit.DONE
