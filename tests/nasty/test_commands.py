"""Every text field of every command takes every nasty text or refuses it in words, alike on both engines."""

import unicodedata
from dataclasses import replace
from functools import cache
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Select, String, Text, select
from sqlalchemy.orm import Session

from app.core import journal
from app.core.actions import Action
from app.core.changes import changes
from app.core.errors import ClinicError
from app.core.sessions import WriteSession
from app.core.values import Command
from app.runner.execute import Executor
from app.schema import metadata
from tests.nasty.corpus import big_list, own, rooms, share
from tests.nasty.fields import Path, put, text_paths
from tests.registry import test_actions  # the cases are filled by importing it
from tests.registry.cases import CASES
from tests.registry.rooms import ALL_ACTIONS
from tests.registry.world import World
from tests.support.clinic import ANYONE
from tests.support.night import NIGHT

assert test_actions.FILLED
#: a sentence for a person is not longer
MOST_WORDS = 700
#: checking a password takes its time on purpose: where one is made or checked, a few texts for each field are enough
FEW = 6
SECRETS = {"password", "new", "current", "pin"}
#: a record of another system's has fields by the hundred
BROAD = {"exchange.import_adt", "exchange.import_fhir"}
SLOW = BROAD | {"staff.add_user", "staff.reset_password", "staff.reset_with_recovery", "staff.prove_second_person"}
#: what every command has beside its own fields
COMMON = {"reason", "cosign"}
#: fields whose text is a code, a secret, a number's form, or stands in the journal alone
NOT_KEPT = COMMON | SECRETS | {
    "value", "who", "desk", "file_name", "number", "zone", "language", "values", "outcome", "source",
    "accepted_missing", "phone", "other_phone", "emergency_phone", "header", "columns", "text", "name", "sentence", "field",
    "*", "after_close_reason", "update_patient.external_id", "update_patient.source", "add_visit_type.code",
    "not_taken_reason", "not_taken_note", "prove_second_person.user_name", "no_show.note", "know_caller.typed",
    "know_caller.said", "know_caller.reason",
}  # fmt: skip


#: another system's words: what has no room is said in the row report, see tests/exchange/test_feed.py
FOREIGN = {"incoming", "options", "issues"}
#: digests and hashes that the program makes; nobody types them
MADE = {"key", "new_hash", "plan", "run"}
#: of most texts each field meets one in so many, but all of them every night; a server treats them as the file does
FILE_PART, SERVER_PART = 1 if NIGHT else 2, 3
#: what each field meets in every run: the two engines do not treat it alike
DELICATE = tuple(
    text for text in own() if "\0" in text or len(text) > 60 or any("\ud800" <= c <= "\udfff" for c in text)
)


@cache
def places() -> tuple[tuple[str, Path], ...]:
    """(action, place) of every text field there is."""
    every = ((name, path) for name, action in ALL_ACTIONS.items() for path in text_paths(action.command))
    return tuple((name, path) for name, path in every if not MADE & set(path))


def texts_for(name: str, path: Path, *, embedded: bool) -> tuple[str, ...]:
    """All of our own strings and this field's part of the big list, each of which meets a field of every room; by day a part."""
    room = name.partition(".")[0]
    mine = [place for place in places() if place[0].partition(".")[0] == room]
    at, of = mine.index((name, path)), len(mine)
    ours = share(own(), at % len(COMMON), len(COMMON)) if set(path) & COMMON else own()
    texts = ours + share(big_list(), at, of)
    slow = name in SLOW or any(SECRETS & set(place[1]) for place in mine if place[0] == name)
    if slow:
        return share(texts, at % FEW, max(1, len(texts) // FEW))
    part = FILE_PART if embedded else SERVER_PART
    return texts if part == 1 else DELICATE + share(texts, at % part, part)


def test_fields_are_found_in_every_room() -> None:
    found = {name.partition(".")[0] for name, _ in places()}
    assert found == set(rooms())
    assert ("patients.register_patient", ("person", "family")) in places()
    assert ("visits.check_in", ("parts", 0, "reference")) in places()
    assert ("patients.update_patient", ("details", "reach", "address_line")) in places()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", sorted(set(ALL_ACTIONS) & set(CASES)))
def test_text_is_kept_or_refused_in_words(world: World, name: str) -> None:
    action, case = ALL_ACTIONS[name], CASES[name]
    command = case.make(world, None)
    executor = Looking(world.clinic.database, before_commit=_stop)
    for _, path in [place for place in places() if place[0] == name]:
        for text in texts_for(name, path, embedded=world.clinic.database.embedded):
            try:
                bent = put(command, path, text)
            except LookupError:
                break
            _tried(executor, action, bent, path, text)


class TakeBack(Exception):
    """Ends a transaction right before its commit."""


class Looking(Executor):
    """The real runner, but nothing stays: it looks at what was written, then takes it back."""

    written: tuple[str, ...] = ()

    def _line(self, session: WriteSession, *told: Any) -> journal.Line:
        line = super()._line(session, *told)
        self.written = tuple(_texts(session))
        return line


def _stop() -> None:
    raise TakeBack


def _tried(executor: Looking, action: Action[Any, Any], command: Command, path: Path, text: str) -> None:
    """Carry a command out up to its commit: it is refused in words, or the text is there."""
    problem = None
    try:
        executor.perform(action, replace(command, id=uuid4()), ANYONE)
    except TakeBack:
        field = str(path[-1] or path[0])
        loose = path[0] in FOREIGN or {field, f"{action.name.partition('.')[2]}.{field}"} & NOT_KEPT
        if not loose and _plain(text):
            assert any(_same(text, kept) for kept in executor.written), (path, text[:80])
    except ClinicError as told:
        problem = told
    if problem is not None:
        assert problem.message.strip(), (path, text[:80])
        assert len(str(problem)) < MOST_WORDS, (path, text[:80])


def _texts(session: WriteSession) -> list[str]:
    """Every text in the tables that the command touched."""
    names = {item.partition(":")[0] for item in changes(session).touched()}
    return [kept for name in names for kept in _of_table(session, name)]


def _of_table(session: Session, name: str) -> list[str]:
    asked = _texts_of(name)
    if asked is None:
        return []
    return [str(value) for row in session.connection().execute(asked) for value in row if value]


@cache
def _texts_of(name: str) -> Select[*tuple[Any, ...]] | None:
    columns = [column for column in metadata.tables[name].columns if isinstance(column.type, String | Text)]
    return select(*columns) if columns else None


def _same(text: str, kept: str) -> bool:
    """Whether a stored text is the typed one after the cleaning that is documented: NFC, edges, case of codes."""
    return _plain(text) == _plain(kept)


def _plain(text: str) -> str:
    seen = [sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) != "Cf"]
    return "".join("".join(seen).split()).casefold()
