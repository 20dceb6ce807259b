"""Accounts, locations, practitioners, the first run and the way back in."""

from dataclasses import replace
from datetime import time
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.core.access import Permission
from app.core.database import Database
from app.core.errors import Clash, ClinicError, NotFound, Refused, SecondPersonNeeded, Stale
from app.runner.execute import Executor
from app.staff.actions.first_run import FirstPerson, ResetWithRecovery, SetUpClinic, reset_with_recovery, set_up_clinic
from app.staff.actions.places import AddLocation, AddPractitioner, SetHours, add_location, add_practitioner, set_hours
from app.staff.actions.second_person import ProveSecondPerson, StaffGate, prove_second_person
from app.staff.actions.signing import sign_in
from app.staff.actions.users import (
    AddUser,
    ChangeAccess,
    DisableUser,
    ResetPassword,
    add_user,
    change_access,
    disable_user,
    reset_password,
)
from app.staff.queries import Hours, location, locations, practitioners, user_by_name, users
from app.staff.tables import User
from tests.staff.people import SYSTEM, WORD, Staff

ASKED = AddUser(user_name="new.one", display_name="New One", roles=("FD",), location_ids=(1,))


def test_a_director_adds_people_of_their_own_location_only(staff: Staff) -> None:
    dora = staff.actor("dora.lead")
    assert staff.executor.perform(add_user, ASKED, dora).user_id == 6
    for other in (
        replace(ASKED, user_name="b.b", location_ids=(2,)),
        replace(ASKED, user_name="c.c", location_ids=(1, 2)),
    ):
        with pytest.raises(Refused):
            staff.executor.perform(add_user, replace(other, id=uuid4()), dora)
    with pytest.raises(Refused):
        staff.executor.perform(add_user, replace(ASKED, id=uuid4()), staff.actor("ana.ruiz"))


def test_a_repeated_command_gives_no_second_account_and_no_password(staff: Staff) -> None:
    dora, command = staff.actor("dora.lead"), ASKED
    first = staff.executor.perform(add_user, command, dora)
    assert first.password
    assert staff.executor.perform(add_user, command, dora).password == ""


@pytest.mark.peer("FR-16")
@pytest.mark.parametrize(("change", "field"), [
    ({"user_name": "ana.ruiz"}, "user_name"), ({"user_name": "a b"}, "user_name"), ({"display_name": " "}, "display_name"),
    ({"roles": ()}, "roles"), ({"roles": ("XX",)}, "roles"), ({"location_ids": ()}, "locations"),
    ({"location_ids": (99,)}, "locations"), ({"language": "fr"}, "language"),
])  # fmt: skip
def test_what_does_not_fit_is_said_at_its_field(staff: Staff, change: dict[str, object], field: str) -> None:
    with pytest.raises(ClinicError) as told:
        staff.executor.perform(add_user, replace(ASKED, **change), staff.actor("dora.lead"))  # type: ignore[arg-type]
    assert told.value.field == field


def test_a_lead_role_needs_a_second_person(staff: Staff) -> None:
    dora, command = staff.actor("dora.lead"), replace(ASKED, roles=("LD",))
    with pytest.raises(SecondPersonNeeded):
        staff.executor.perform(add_user, command, dora)
    with pytest.raises(SecondPersonNeeded):
        staff.executor.perform(reset_password, ResetPassword(user_id=3), dora)
    proof = ProveSecondPerson(
        user_name="ivo.admin", password=WORD, command_id=command.id, permission=Permission.MANAGE_USERS
    )
    token = staff.executor.perform(prove_second_person, proof, dora).token
    assert staff.executor.perform(add_user, replace(command, cosign=token), dora).user_id


def test_nobody_changes_their_own_account(staff: Staff) -> None:
    dora = staff.actor("dora.lead")
    own = ChangeAccess(user_id=2, version=1, roles=("LD", "IT"), location_ids=(1, 2))
    with pytest.raises(Refused, match="their own"):
        staff.executor.perform(change_access, own, dora)
    with pytest.raises(Refused, match="their own"):
        staff.executor.perform(disable_user, DisableUser(user_id=2), dora)


def test_new_roles_count_at_the_next_step(staff: Staff) -> None:
    ana = staff.enter("ana.ruiz")
    row = staff.executor.fetch(user_by_name, staff.actor("dora.lead"), "ana.ruiz")
    change = ChangeAccess(user_id=1, version=row.version, roles=("BI",), location_ids=(1,))
    staff.executor.perform(change_access, change, staff.actor("dora.lead"))
    with staff.clinic.database.reading() as session:
        now = StaffGate().refresh(session, ana)
    assert now.roles == ("BI",)
    assert now.desk == ana.desk
    with pytest.raises(Stale):
        staff.executor.perform(change_access, replace(change, id=uuid4()), staff.actor("dora.lead"))


def test_the_only_administrator_stays(staff: Staff) -> None:
    dora, command = staff.actor("dora.lead"), DisableUser(user_id=3)
    proof = ProveSecondPerson(
        user_name="olga.other", password=WORD, command_id=command.id, permission=Permission.MANAGE_USERS
    )
    token = staff.executor.perform(prove_second_person, proof, dora).token
    with pytest.raises(Refused, match="only administrator"):
        staff.executor.perform(disable_user, replace(command, cosign=token), dora)


def test_lists_reach_as_far_as_the_role(staff: Staff) -> None:
    dora, ivo, ana = staff.actor("dora.lead"), staff.actor("ivo.admin"), staff.actor("ana.ruiz")
    assert [row.user_name for row in staff.executor.fetch(users, dora)] == ["ana.ruiz", "dora.lead"]
    assert len(staff.executor.fetch(users, ivo)) == 5
    with pytest.raises(NotFound):
        staff.executor.fetch(user_by_name, dora, "olga.other")
    assert [row.code for row in staff.executor.fetch(locations, ana)] == ["VIS"]
    assert [row.code for row in staff.executor.fetch(locations, dora)] == ["VIS"]
    assert [row.code for row in staff.executor.fetch(locations, ivo)] == ["TUL", "VIS"]
    with pytest.raises(NotFound):
        staff.executor.fetch(location, ana, 2)
    assert [row.short for row in staff.executor.fetch(practitioners, ana, 1)] == ["Lee, PT", "Okafor, PT"]


def test_a_location_with_its_week(staff: Staff) -> None:
    ivo = staff.actor("ivo.admin")
    asked = AddLocation(code="han", name="Hanford", zone="America/Los_Angeles", state="ca")
    made = staff.executor.perform(add_location, asked, ivo).location_id
    found = staff.executor.fetch(location, ivo, made)
    assert (found.code, found.state, len(found.hours)) == ("HAN", "CA", 5)
    week = (Hours(0, time(8), time(12)), Hours(0, time(13), time(17)))
    change = SetHours(location_id=made, version=found.version, hours=week)
    staff.executor.perform(set_hours, change, ivo)
    assert staff.executor.fetch(location, ivo, made).hours == week
    with pytest.raises(Stale):
        staff.executor.perform(set_hours, replace(change, id=uuid4()), ivo)
    with pytest.raises(Clash):
        staff.executor.perform(add_location, AddLocation(code="HAN", name="X", zone="UTC"), ivo)
    with pytest.raises(ClinicError, match="time zone"):
        staff.executor.perform(add_location, AddLocation(code="X", name="X", zone="Mars/Base"), ivo)


@pytest.mark.parametrize("week", [
    (Hours(0, time(9), time(9)),), (Hours(7, time(9), time(10)),), (Hours(0, time(8), time(12)), Hours(0, time(11), time(13))),
])  # fmt: skip
def test_a_week_that_cannot_be(staff: Staff, week: tuple[Hours, ...]) -> None:
    with pytest.raises(ClinicError) as told:
        staff.executor.perform(set_hours, SetHours(location_id=1, version=1, hours=week), staff.actor("ivo.admin"))
    assert told.value.field == "hours"


def test_a_practitioner_has_a_sound_npi_of_their_own(staff: Staff) -> None:
    ivo = staff.actor("ivo.admin")
    asked = AddPractitioner(family="Brandt", given="Jo", credential="OT", npi="1245319599", location_ids=(1,))
    assert staff.executor.perform(add_practitioner, asked, ivo).practitioner_id == 3
    with pytest.raises(Clash):
        staff.executor.perform(add_practitioner, AddPractitioner(family="B", npi="1245319599"), ivo)
    with pytest.raises(ClinicError, match="NPI"):
        staff.executor.perform(add_practitioner, AddPractitioner(family="B", npi="1245319598"), ivo)


FIRST = SetUpClinic(
    location=AddLocation(code="VIS", name="Visalia", zone="America/Los_Angeles"),
    people=(
        FirstPerson(user_name="ivo", display_name="Ivo Admin", password=WORD, roles=("IT",)),
        FirstPerson(user_name="dora", display_name="Dora Lead", password=WORD, roles=("LD", "FD")),
    ),
)


def test_the_first_run_happens_once(database: Database) -> None:
    executor = Executor(database, gate=StaffGate())
    made = executor.perform(set_up_clinic, FIRST, SYSTEM)
    assert (made.location_id, made.user_ids) == (1, (1, 2))
    assert sign_in(executor, "dora", WORD, "Desk 1").may(Permission.CHECK_IN, {1})
    with pytest.raises(Refused, match="set up"):
        executor.perform(set_up_clinic, replace(FIRST, id=uuid4()), SYSTEM)


def test_a_first_run_that_does_not_fit_leaves_nothing(database: Database) -> None:
    executor = Executor(database, gate=StaffGate())
    easy = replace(FIRST, people=(FIRST.people[0], replace(FIRST.people[1], password="visalia visalia 2026")))
    with pytest.raises(ClinicError, match="easy"):
        executor.perform(set_up_clinic, easy, SYSTEM)
    with pytest.raises(ClinicError, match="administrator"):
        executor.perform(set_up_clinic, replace(FIRST, people=FIRST.people[1:]), SYSTEM)
    with database.reading() as session:
        assert session.scalars(select(User)).all() == []
    assert executor.perform(set_up_clinic, FIRST, SYSTEM).location_id


def test_a_locked_out_administrator_gets_back_in(staff: Staff) -> None:
    for _ in range(3):
        with pytest.raises(ClinicError):
            staff.enter("ivo.admin", "forgotten")
    word = "brisk lantern over nine hills"
    staff.executor.perform(reset_with_recovery, ResetWithRecovery(user_name="ivo.admin", password=word), SYSTEM)
    assert staff.enter("ivo.admin", word).user_id == 3
    for name in ("ana.ruiz", "nobody"):
        with pytest.raises(Refused):
            staff.executor.perform(reset_with_recovery, ResetWithRecovery(user_name=name, password=word), SYSTEM)
    with pytest.raises(Refused):
        staff.executor.perform(
            reset_with_recovery, ResetWithRecovery(user_name="ivo.admin", password=word), staff.actor("dora.lead")
        )
