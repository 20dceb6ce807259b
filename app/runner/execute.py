"""Carrying out one command or one question: permission, exactly once, one transaction, retries, refusals."""

import logging
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, time
from time import sleep
from typing import Any, ParamSpec, Protocol, TypeVar

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from app.core import journal
from app.core.access import Actor, Permission, decide
from app.core.actions import Action, Query
from app.core.changes import changes
from app.core.database import Database, is_disconnect, is_full, is_transient
from app.core.errors import Busy, Refused, SecondPersonNeeded, Stale, Unavailable
from app.core.journal import GROUP, Head, Line, chain_of
from app.core.sessions import ReadSession, WriteSession
from app.core.values import Command, Nothing, canonical, check_texts, decode, plain, told
from app.core.verify import Anchors
from app.kit.dates import show_date, show_time

C = TypeVar("C", bound=Command)
R = TypeVar("R")
P = ParamSpec("P")
log = logging.getLogger(__name__)

#: how often a whole command is tried again after a deadlock, a lock or a lost connection
TRIES = 4


class Gate(Protocol):
    """What the staff room knows about people; bootstrap plugs it in."""

    def refresh(self, session: WriteSession | ReadSession, actor: Actor) -> Actor:
        """The actor as of now. Raises Refused when the account was disabled since."""
        ...

    def second_person(
        self, session: WriteSession, token: str, command: Command, permission: Permission, actor: Actor
    ) -> str:
        """The co-signer's name; spends the token. Raises SecondPersonNeeded when the proof does not hold."""
        ...


class OpenGate:
    """A gate for programs without people: everyone stays who they are, nobody can co-sign."""

    def refresh(self, session: WriteSession | ReadSession, actor: Actor) -> Actor:
        """The same actor."""
        return actor

    def second_person(
        self, session: WriteSession, token: str, command: Command, permission: Permission, actor: Actor
    ) -> str:
        """Nobody. Raises SecondPersonNeeded."""
        raise SecondPersonNeeded(
            "A second person has to agree to this.", next_step="Ask a colleague to sign beside you."
        )


@dataclass(frozen=True, slots=True)
class Notice:
    """What a commit changed: `touched` holds `table:key`, `heads` the new ends of the chains."""

    touched: frozenset[str]
    heads: tuple[Head, ...] = ()
    action: str = ""

    def tables(self) -> frozenset[str]:
        """The names of the tables touched."""
        return frozenset(item.partition(":")[0] for item in self.touched)


@dataclass(slots=True)
class Executor:
    """Carries out commands and questions on one database. Every commit of the program is made here."""

    database: Database
    gate: Gate = field(default_factory=OpenGate)
    anchors: Anchors | None = None
    announce: Callable[[Notice], None] = lambda _notice: None
    before_commit: Callable[[], None] = lambda: None

    def perform(self, action: Action[C, R], command: C, actor: Actor) -> R:
        """Carry out a command once and return its frozen result; a command id seen before returns the stored one.

        Raises ClinicError in plain words; a Refused is written into the journal first.
        """
        check_texts(command)
        problem: Exception | None = None
        for attempt in range(TRIES):
            try:
                return self._once(action, command, actor)
            except Refused as refused:
                self._write_refusal(action, command, actor, refused)
                raise
            except StaleDataError as stale:
                raise stale_record() from stale
            except IntegrityError as clash:
                if "command_id" not in str(clash.orig) or attempt:
                    raise
                problem = clash  # the same command came twice at the same time: the other one won
            except (DBAPIError, Busy) as lost:
                if is_full(lost):
                    raise disk_full() from lost
                if not (isinstance(lost, Busy) or is_transient(lost) or is_disconnect(lost)):
                    raise
                problem = lost
            sleep(random.uniform(0, 0.02 * (attempt + 1)))  # noqa: S311 - a wait, not a secret
        raise gave_up(problem) from problem

    def _once(self, action: Action[C, R], command: C, actor: Actor) -> R:
        with self.database.writing() as session:
            actor = self.gate.refresh(session, actor)
            locations = sorted(set(action.located(session, command))) if action.located else []
            grant = decide(actor, action.permission, locations, command.reason)
            stored = journal.carried_out(session, command.id)
            if stored is not None:
                return stored_result(action, stored)
            second = (
                self.gate.second_person(session, command.cosign, command, action.permission, actor)
                if grant.second
                else ""
            )
            result = action.run(session, actor, command)
            session.flush()
            line = self._line(session, action, command, actor, result, second)
            heads = journal.append(session, line, [chain_of(place) for place in locations] or [GROUP])
            self.before_commit()
            session.commit()
        if self.anchors:
            self.anchors.add(heads)
        self.announce(Notice(frozenset(line.touched.split()), heads, action.name))
        return result

    def _line(
        self, session: WriteSession, action: Action[C, R], command: C, actor: Actor, result: R, second: str
    ) -> Line:
        seen = changes(session)
        asked, answer = told(replace(command, cosign="")), plain(result)
        details = {"command": {} if action.sealed else asked, "changes": seen.rows}
        values = {**(answer if isinstance(answer, dict) else {}), **asked}
        return Line(
            at=session.now,
            kind="change",
            action=action.name,
            sentence=fill(action.says, values),
            actor_id=actor.user_id,
            actor_name=actor.name,
            desk=actor.desk,
            command_id=str(command.id),
            second_person=second,
            patient_id=getattr(command, "patient_id", None) or next(iter(seen.patient_ids), None),
            reason=command.reason,
            details=canonical(details),
            touched=" ".join(seen.touched()),
            result=canonical(Nothing() if action.sealed else result),
        )

    def _write_refusal(self, action: Action[C, R], command: C, actor: Actor, refused: Refused) -> None:
        self.record(
            Line(
                at=self.database.clock.now(),
                kind="refusal",
                action=action.name,
                sentence=refused.template,
                actor_id=actor.user_id,
                actor_name=actor.name,
                desk=actor.desk,
                patient_id=getattr(command, "patient_id", None),
                reason=command.reason,
                details=canonical({"command_id": command.id}),
            )
        )

    def record(self, *lines: Line) -> None:
        """Write lines that belong to no command (reads, refusals) into the group's chain, in one transaction of their own."""
        with self.database.writing() as session:
            heads = tuple(journal.append(session, line)[0] for line in lines)
            for line, head in zip(lines, heads, strict=True):
                journal.keep_subjects(session, line, head)
            session.commit()
        if self.anchors:
            self.anchors.add(heads)

    def fetch(self, query: Query[P, R], actor: Actor, *args: P.args, **kwargs: P.kwargs) -> R:
        """Answer a question. Raises Refused (and keeps it in the journal) when the role does not allow it."""
        try:
            with self.database.reading() as session:
                current = self.gate.refresh(session, actor)
                if current.grant(query.permission) is None:
                    decide(current, query.permission, (), "")
                return query.run(session, current, *args, **kwargs)
        except Refused as refused:
            self.record(refusal_line(query.name, actor, self.database, refused))
            raise
        except UnicodeError:
            check_texts(args)
            raise
        except DBAPIError as lost:
            check_texts(args)
            if is_disconnect(lost) or is_transient(lost):
                raise gave_up(lost) from lost
            raise


def refusal_line(name: str, actor: Actor, database: Database, refused: Refused) -> Line:
    """The journal's line for a question that was refused."""
    return Line(database.clock.now(), "refusal", name, refused.template, actor.user_id, actor.name, actor.desk)


def stored_result(action: Action[C, R], stored: journal.Deed) -> R:
    """The result of a command that was carried out before. Raises RuntimeError when the id belongs to another action."""
    if stored.action != action.name:
        raise RuntimeError("one command id for two actions")
    return decode(action.result, stored.result)


def stale_record() -> Stale:
    """The sentence for a record that changed under somebody's hands."""
    return Stale(
        "Somebody else changed this a moment ago.", next_step="Look at it again; what you typed is still here."
    )


def disk_full() -> Unavailable:
    """The sentence for a disk without room."""
    return Unavailable(
        "The disk with the clinic's database is full. Nothing was saved.",
        next_step="Make room on it, then try again; what you typed is still here.",
    )


def gave_up(problem: Exception | None) -> Exception:
    """What to say after the last try."""
    if isinstance(problem, Busy):
        return problem
    log.warning("gave up: %s", type(problem).__name__)
    return Unavailable("The database does not answer.", next_step="Try again in a moment. Nothing was saved twice.")


#: a part of a sentence, and the value that it needs
_MAYBE = re.compile(r"\[([^\[\]]*\{(\w+)\}[^\[\]]*)\]")
#: a day and a time of day as a command keeps them
_DAY, _TIME = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d\d:\d\d:\d\d")


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""


def fill(template: str, values: dict[str, Any]) -> str:
    """The journal's sentence, days and times as they are read.

    A place without a value stays empty; what stands in brackets around it is left out then.
    """
    template = _MAYBE.sub(lambda part: part[1] if values.get(part[2]) else "", template)
    return template.format_map(_Blank({key: _said(value) for key, value in values.items()}))


def _said(value: object) -> object:
    if isinstance(value, list | tuple):
        return ", ".join(str(_said(one)) for one in value)
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return show_date(date.fromisoformat(value))
        if isinstance(value, str) and _TIME.fullmatch(value):
            return show_time(time.fromisoformat(value))
    except ValueError:
        return value
    return value
