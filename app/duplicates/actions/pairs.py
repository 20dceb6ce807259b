"""What somebody says of a pair of records that look like one person."""

from dataclasses import dataclass

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.sessions import WriteSession
from app.core.values import Command
from app.duplicates.actions.merging import places_of
from app.duplicates.queries.preview import mergeable, same_record
from app.duplicates.queries.standing import pair
from app.patients.rules.codes import PairState
from app.patients.rules.likeness import Sureness
from app.patients.tables.record import DuplicatePair


@dataclass(frozen=True, slots=True, kw_only=True)
class SayDifferent(Command):
    """These two are two people: nobody is asked about them again."""

    patient_id: int
    other_id: int


@dataclass(frozen=True, slots=True)
class PairResult:
    """The pair touched."""

    pair_id: int
    patient_id: int


@action(
    Permission.MERGE_PATIENTS,
    says="Said that two records are two people",
    located=lambda session, command: places_of(session, (command.patient_id, command.other_id)),
)
def say_different(session: WriteSession, actor: Actor, command: SayDifferent) -> PairResult:
    """Keep two records apart. Raises NotFound, Refused for another location's, ClinicError for one record named twice."""
    one, other = (mergeable(session, actor, each) for each in (command.patient_id, command.other_id))
    if one.id == other.id:
        raise same_record()
    found = pair(session, one.id, other.id)
    if found is None:
        low, high = sorted((one.id, other.id))
        found = DuplicatePair(one_id=low, other_id=high, sureness=Sureness.PERHAPS, score=0.0, found_at=session.now)
        session.add(found)
    found.state, found.decided_at, found.decided_by_name = PairState.DIFFERENT, session.now, actor.name
    session.flush()
    return PairResult(found.id, command.patient_id)
