"""`user`: accounts by hand, and the way back in for a locked-out administrator."""

from argparse import Namespace
from dataclasses import replace
from typing import TypeVar

from app.cli.opening import cosigned, entered, opened, read_site, runner_on
from app.cli.talking import Exit, Talk
from app.core.access import Actor, Permission
from app.core.actions import Action
from app.core.errors import NotFound
from app.core.keys import recover_secrets
from app.core.text import tr
from app.core.values import Command
from app.migrations.standing import require_current
from app.runner.execute import Executor
from app.staff.actions.first_run import ResetWithRecovery, reset_with_recovery
from app.staff.actions.users import (
    AddUser,
    DisableUser,
    OneTimePassword,
    ResetPassword,
    add_user,
    disable_user,
    reset_password,
)
from app.staff.queries import SYSTEM_ACTOR, locations, user_by_name, users
from app.staff.rules.roles import role_name

C = TypeVar("C", bound=Command)
R = TypeVar("R")


def add(args: Namespace, talk: Talk) -> Exit:
    """Add an account; its one-time password is shown once."""
    with entered(read_site(args), talk) as (executor, actor):
        command = AddUser(
            user_name=args.name,
            display_name=args.display_name or args.name,
            roles=tuple(args.role),
            location_ids=_locations(executor, actor, args.at),
            language=args.language,
        )
        made = _manage(executor, actor, talk, add_user, command)
    return _show_password(talk, args.name, made)


def _locations(executor: Executor, actor: Actor, codes: list[str]) -> tuple[int, ...]:
    known = {row.code: row.id for row in executor.fetch(locations, actor)}
    unknown = [code for code in codes if code.upper() not in known]
    if unknown:
        raise NotFound("There is no location {code}.", field="at", code=unknown[0])
    return tuple(known[code.upper()] for code in codes)


def disable(args: Namespace, talk: Talk) -> Exit:
    """Close an account."""
    with entered(read_site(args), talk) as (executor, actor):
        found = executor.fetch(user_by_name, actor, args.name)
        _manage(executor, actor, talk, disable_user, DisableUser(user_id=found.id))
    talk.say(tr("The account {name} is closed.", name=found.user_name))
    talk.give(user=found.user_name, active=False)
    return Exit.DONE


def reset(args: Namespace, talk: Talk) -> Exit:
    """Give an account a one-time password; with --recovery let an administrator back in by the recovery key."""
    if args.recovery:
        return _back_in(args, talk)
    with entered(read_site(args), talk) as (executor, actor):
        found = executor.fetch(user_by_name, actor, args.name)
        command = ResetPassword(user_id=found.id, reopen=args.reopen)
        made = _manage(executor, actor, talk, reset_password, command)
    return _show_password(talk, found.user_name, made)


def _back_in(args: Namespace, talk: Talk) -> Exit:
    site = read_site(args)
    recover_secrets(site.places, talk.recovery_key())  # raises unless the key opens the recovery file
    with opened(site, talk) as database:
        require_current(database)
        command = ResetWithRecovery(user_name=args.name, password=talk.new_password(args.name))
        runner_on(site, database).perform(reset_with_recovery, command, replace(SYSTEM_ACTOR, desk=site.desk))
    talk.say(tr("{name} signs in with the new password.", name=args.name))
    talk.give(user=args.name, active=True)
    return Exit.DONE


def _manage(executor: Executor, actor: Actor, talk: Talk, action: Action[C, R], command: C) -> R:
    token = cosigned(executor, actor, talk, command, Permission.MANAGE_USERS)
    return executor.perform(action, replace(command, cosign=token), actor)


def _show_password(talk: Talk, name: str, made: OneTimePassword) -> Exit:
    told = tr("One-time password for {name}, shown once: {password}", name=name, password=made.password)
    talk.say(told)
    talk.give(user=name, one_time_password=made.password)
    return Exit.DONE


def show(args: Namespace, talk: Talk) -> Exit:
    """List the accounts that the person may manage."""
    with entered(read_site(args), talk) as (executor, actor):
        rows = executor.fetch(users, actor)
        places = {row.id: row.code for row in executor.fetch(locations, actor)}
    for row in rows:
        roles = ", ".join(role_name(role) for role in row.roles)
        where = ", ".join(places.get(one, "?") for one in row.location_ids)
        closed = "" if row.active else tr("closed")
        talk.say(f"{row.user_name:<20} {row.display_name:<28} {roles:<40} {where:<12} {closed}".rstrip())
    talk.give(users=rows)
    return Exit.DONE
