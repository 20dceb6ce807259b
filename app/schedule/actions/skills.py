"""What people treat, in the clinic's own words."""

from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.orm.attributes import flag_modified

from app.core.access import Actor, Permission
from app.core.actions import action
from app.core.changes import note_bulk
from app.core.errors import ClinicError, Stale
from app.core.sessions import WriteSession
from app.core.values import Command
from app.patients.rules.writing import clean
from app.schedule.actions.booking import lock_practitioners, practitioner_at
from app.schedule.tables import PractitionerSkill
from app.staff.tables import Practitioner

#: how many skills one person may have, and how long each is
MOST_SKILLS, SKILL_LENGTH = 30, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSkills(Command):
    """What somebody treats, in the clinic's own words, all of it. `location_id`: one of the places where they work."""

    practitioner_id: int
    location_id: int
    version: int
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SkillsSet:
    """The practitioner's new version, and the skills as they are kept."""

    practitioner: str
    version: int
    skills: tuple[str, ...]


def _where(session: WriteSession, command: SetSkills) -> tuple[int, ...]:
    return (command.location_id,)


@action(Permission.SET_SCHEDULE, says="Set what {practitioner} treats", located=_where)
def set_skills(session: WriteSession, actor: Actor, command: SetSkills) -> SkillsSet:
    """Set what somebody treats. Raises ClinicError at `skills`, NotFound, or Stale."""
    who = held_worker(session, command.practitioner_id, command.location_id, command.version)
    cleaned = (" ".join(clean(one, "skills", SKILL_LENGTH).casefold().split()) for one in command.skills)
    skills = tuple(sorted(set(filter(None, cleaned))))
    if len(skills) > MOST_SKILLS:
        raise ClinicError("{most} skills have room.", field="skills", next_step="Leave some out.", most=MOST_SKILLS)
    session.execute(delete(PractitionerSkill).where(PractitionerSkill.practitioner_id == who.id))
    session.add_all(PractitionerSkill(practitioner_id=who.id, skill=one) for one in skills)
    note_bulk(session, "practitioner_skill", str(who.id))
    return SkillsSet(who.family, counted_up(session, who), skills)


def held_worker(session: WriteSession, practitioner_id: int, location_id: int, version: int) -> Practitioner:
    """Somebody whose days are held until the end. Raises NotFound, or Stale when they were changed since."""
    practitioner_at(session, practitioner_id, location_id)
    lock_practitioners(session, practitioner_id)
    found = session.get_one(Practitioner, practitioner_id)
    if found.version != version:
        raise Stale("Somebody else changed this a moment ago.", next_step="Look at it again, then go on.")
    return found


def counted_up(session: WriteSession, who: Practitioner) -> int:
    """Week and skills belong to the person: their version counts up."""
    flag_modified(who, "active")
    session.flush()
    return who.version
