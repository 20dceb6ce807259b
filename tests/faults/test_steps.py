"""A check-in that breaks at its n-th statement, for every n: all of it happened or none, and the next try goes through."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from sqlalchemy import event
from sqlalchemy.orm import Session

from app.core.journal import JournalEntry
from app.core.verify import verify
from app.payments.rules import Method, Part
from app.visits.actions import CheckIn, check_in
from tests.faults.arrivals import FIRST, VERSION, arrived
from tests.registry.test_actions import contents
from tests.support.clinic import Clinic

PARTS = (Part(Method.CARD, 2500),)
#: a check-in with more statements than this has lost its way
MOST = 80


class BrokenHere(Exception):
    """The fault."""


class Breaker:
    """Counts statements and commits of an engine, and breaks at the one that is wanted."""

    def __init__(self, at: int) -> None:
        self.at, self.seen = at, 0

    def step(self, *_: object) -> None:
        self.seen += 1
        if self.seen == self.at:
            raise BrokenHere


@contextmanager
def broken(clinic: Clinic, at: int) -> Iterator[Breaker]:
    """The clinic breaks at its `at`-th statement, or right before the commit, inside the block."""
    breaker, engine = Breaker(at), clinic.database.engine
    event.listen(engine, "before_cursor_execute", breaker.step)
    clinic.executor.before_commit = breaker.step
    try:
        yield breaker
    finally:
        event.remove(engine, "before_cursor_execute", breaker.step)
        clinic.executor.before_commit = lambda: None


def journal_of(session: Session) -> list[str]:
    """The actions in the journal."""
    return [entry.action for entry in session.query(JournalEntry).order_by(JournalEntry.id)]


def test_check_in_breaks_at_every_statement_and_leaves_nothing(clinic: Clinic) -> None:
    papers = arrived(clinic, 1)
    before, written = clinic.rows(contents), clinic.rows(journal_of)
    command = CheckIn(id=uuid4(), appointment_id=FIRST, version=VERSION, accepted_missing=papers, parts=PARTS)
    for at in range(1, MOST):
        with broken(clinic, at) as breaker:
            try:
                clinic.do(check_in, command)
            except BrokenHere:
                pass
            else:
                break
        assert clinic.rows(contents) == before, f"statement {at} left something behind"
        assert clinic.rows(journal_of) == written
    assert 10 < breaker.seen < at
    assert clinic.rows(journal_of) == [*written, "visits.check_in"]
    assert clinic.rows(contents) != before
    with clinic.database.reading() as session:
        assert verify(session).whole
