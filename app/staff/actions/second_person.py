"""A colleague's proof for one command, and the gate that the runner asks about people."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import delete, update

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.errors import ClinicError, SecondPersonNeeded
from app.core.sessions import ReadSession, WriteSession
from app.core.values import Command
from app.staff.actions.counting import open_account
from app.staff.actions.signing import proven
from app.staff.queries import actor_of, refreshed
from app.staff.tables import SecondPersonProof, User

#: how long a proof may wait for its command
HOLDS: Final = timedelta(minutes=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveSecondPerson(Command):
    """A colleague signs for the command `command_id`, which needs `permission`."""

    user_name: str
    password: str
    command_id: UUID
    permission: Permission


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """The token to put into the command's `cosign`; without it, the seconds that the next try waits."""

    ok: bool = False
    token: str = ""
    name: str = ""
    seconds: int = 0


@action(Permission.OWN_SESSION, says="{name} signed as second person ({permission})", sealed=True)
def prove_second_person(session: WriteSession, actor: Actor, command: ProveSecondPerson) -> SecondPerson:
    """Check a colleague's password and give a token for one command, good for two minutes and one use."""
    session.execute(delete(SecondPersonProof).where(SecondPersonProof.expires_at < session.now - HOLDS))
    user = open_account(session, command.user_name)
    if user is not None and user.id == actor.user_id:
        raise ClinicError(
            "The second person has to be somebody else.", next_step="Ask a colleague to sign here.", field="user_name"
        )
    seconds = proven(session, user, command.password, command.user_name)
    if seconds is not None or user is None:
        return SecondPerson(name="Somebody unproven", seconds=seconds or 0)
    if not _may_sign(session, user, command.permission):
        raise ClinicError(
            "{name} may not agree to this.", next_step="Ask your director.", field="user_name", name=user.display_name
        )
    token = secrets.token_urlsafe(32)
    session.add(
        SecondPersonProof(
            token_hash=_digest(token),
            user_id=user.id,
            command_id=str(command.command_id),
            expires_at=session.now + HOLDS,
        )
    )
    return SecondPerson(ok=True, token=token, name=user.display_name)


def _may_sign(session: WriteSession, user: User, permission: Permission) -> bool:
    """A second person must be allowed to do the same themselves."""
    return actor_of(session, user, session.desk).grant(permission) is not None


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def spend(session: WriteSession, token: str, command: Command, permission: Permission, actor: Actor) -> str:
    """The co-signer's name; the proof is used up with the transaction. Raises SecondPersonNeeded where it does not hold."""
    proof = session.get(SecondPersonProof, _digest(token)) if token else None
    if proof is None or proof.used_at or proof.expires_at <= session.now or proof.command_id != str(command.id):
        raise needed()
    user = session.get_one(User, proof.user_id)
    if user.id == actor.user_id or not user.active or not _may_sign(session, user, permission):
        raise needed()
    used = (
        update(SecondPersonProof)
        .where(SecondPersonProof.token_hash == proof.token_hash, SecondPersonProof.used_at.is_(None))
        .values(used_at=session.now)
        .returning(SecondPersonProof.token_hash)
    )
    if session.scalars(used).first() is None:  # another desk was quicker
        raise needed()
    note_bulk(session, "second_person_proof")
    return user.display_name


def needed() -> SecondPersonNeeded:
    """The sentence that asks for a colleague."""
    return SecondPersonNeeded(
        "A second person has to agree to this.", next_step="Ask a colleague to sign beside you.", field="cosign"
    )


@dataclass(frozen=True, slots=True)
class StaffGate:
    """What the runner asks about people; bootstrap puts it into the executor."""

    def refresh(self, session: WriteSession | ReadSession, actor: Actor) -> Actor:
        """The actor as of now: one small question. Raises Refused when the account was closed since."""
        return refreshed(session, actor)

    def second_person(
        self, session: WriteSession, token: str, command: Command, permission: Permission, actor: Actor
    ) -> str:
        """The co-signer's name; spends the token. Raises SecondPersonNeeded when the proof does not hold."""
        return spend(session, token, command, permission, actor)
