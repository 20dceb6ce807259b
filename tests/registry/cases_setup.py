"""Commands about what the schedule is made of: hours, skills, visit types, rooms, holidays."""

from datetime import date, time
from typing import Any

from sqlalchemy import select

from app.schedule.actions import AddBlock, AddVisitType, add_block, add_visit_type
from app.schedule.actions.blocks import BlockKey, VoidBlocks
from app.schedule.actions.holidays import CloseHolidays
from app.schedule.actions.hours import RestoreWeeks, SetWeek, set_week
from app.schedule.actions.rooms import AddRoom, UpdateRoom, add_room
from app.schedule.actions.skills import SetSkills
from app.schedule.actions.types import UpdateVisitType
from app.schedule.rules import VisitKind
from app.staff.tables import Practitioner
from tests.registry.cases import Case, Reach, add
from tests.registry.world import HERE, World

MORNING = ((time(8), time(12)),)


def _version(world: World) -> int:
    """The first practitioner's."""
    return world.row(lambda session: session.scalars(select(Practitioner.version).where(Practitioner.id == 1)).one())


def _week(world: World) -> SetWeek:
    first = date.fromordinal(date(2027, 1, 4).toordinal() + 7 * world.next())
    return SetWeek(
        practitioner_id=1, location_id=HERE, version=_version(world), days=(MORNING, (), (), MORNING, (), (), ()),
        valid_from=first,
    )  # fmt: skip


def _week_back(world: World) -> RestoreWeeks:
    made = world.do(set_week, _week(world))
    return RestoreWeeks(
        practitioner_id=1, location_id=HERE, version=made.version, valid_from=date(2027, 1, 4), before=made.before
    )


def _skills(world: World) -> SetSkills:
    return SetSkills(practitioner_id=1, location_id=HERE, version=_version(world), skills=("hands", "vestibular"))


def _type(world: World) -> dict[str, Any]:
    return {"name": f"Type {world.next()}", "kind": VisitKind.FOLLOW_UP, "minutes": 30}


def _changed_type(world: World) -> UpdateVisitType:
    made = world.do(add_visit_type, AddVisitType(code=f"T{world.next()}", **_type(world)))
    return UpdateVisitType(visit_type_id=made.visit_type_id, version=made.version, **_type(world))


def _room(world: World) -> AddRoom:
    return AddRoom(location_id=HERE, name=f"Room {world.next()}", kind="private room")


def _changed_room(world: World) -> UpdateRoom:
    made = world.do(add_room, _room(world))
    return UpdateRoom(
        room_id=made.room_id, version=made.version, name=f"Room {world.next()}", kind="gym", capacity=4
    )  # fmt: skip


def _blocks(world: World) -> VoidBlocks:
    day = date.fromordinal(date(2026, 7, 4).toordinal() + world.next())
    made = world.do(add_block, AddBlock(location_id=HERE, day=day, start=time(8), end=time(9), why="meeting"))
    return VoidBlocks(location_id=HERE, blocks=(BlockKey(made.block_id, made.version),))


add(
    {
        "schedule.set_week": Case(lambda w, _: _week(w)),
        "schedule.restore_weeks": Case(lambda w, _: _week_back(w)),
        "schedule.set_skills": Case(lambda w, _: _skills(w)),
        "schedule.add_visit_type": Case(lambda w, _: AddVisitType(code=f"T{w.next()}", **_type(w)), Reach.GROUP),
        "schedule.update_visit_type": Case(lambda w, _: _changed_type(w), Reach.GROUP),
        "schedule.add_room": Case(lambda w, _: _room(w)),
        "schedule.update_room": Case(lambda w, _: _changed_room(w)),
        "schedule.close_holidays": Case(
            lambda _w, _: CloseHolidays(location_id=HERE, days=(date(2026, 11, 26), date(2026, 12, 25)))
        ),
        "schedule.void_blocks": Case(lambda w, _: _blocks(w)),
    }
)
