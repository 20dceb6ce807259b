"""Signing in, waiting after failures, locking, a closed account, a second person."""

from dataclasses import replace
from uuid import uuid4

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select

from app.core.access import Actor, Permission
from app.core.actions import ACTIONS
from app.core.errors import ClinicError, Refused, SecondPersonNeeded
from app.core.journal import JournalEntry
from app.runner.execute import Executor
from app.staff.actions.own import ChangeOwnPassword, SetLanguage, SetPin, change_own_password, set_language, set_pin
from app.staff.actions.second_person import ProveSecondPerson, SecondPerson, StaffGate, prove_second_person
from app.staff.actions.signing import (
    CheckPassword,
    CheckPin,
    LockScreen,
    RecordSignIn,
    check_password,
    check_pin,
    lock_screen,
    record_sign_in,
    sign_in,
)
from app.staff.actions.users import AddUser, ChangeAccess, DisableUser, add_user, change_access, disable_user
from app.staff.queries import SYSTEM_ACTOR, myself, who_am_i
from app.staff.rules import throttle
from app.staff.tables import SecondPersonProof, SignInThrottle, User
from tests.staff.people import WORD, Staff
from tests.support.databases import NOW


def fails(staff: Staff, name: str, password: str = "wrong wrong wrong") -> ClinicError:
    with pytest.raises(ClinicError) as told:
        staff.enter(name, password)
    return told.value


def sentences(staff: Staff) -> list[str]:
    wanted = select(JournalEntry.sentence).order_by(JournalEntry.id)
    return staff.clinic.rows(lambda s: list(s.scalars(wanted)))


def test_signing_in_gives_the_person_with_their_grants(staff: Staff) -> None:
    actor = staff.enter(" Ana.Ruiz ")
    assert (actor.user_id, actor.name, actor.desk, actor.locations) == (1, "Ana Ruiz", "Desk 1", frozenset({1}))
    assert actor.may(Permission.CHECK_IN, {1})
    assert not actor.may(Permission.CHECK_IN, {2})
    me = staff.executor.fetch(who_am_i, actor)
    assert me.last_sign_in == staff.clock.now()
    assert sentences(staff) == ["ana.ruiz signed in"]


def test_a_name_that_nobody_has_is_answered_as_a_wrong_password_is(staff: Staff) -> None:
    known, unknown = fails(staff, "ana.ruiz"), fails(staff, "nobody.here")
    assert str(known) == str(unknown)
    assert "nobody" not in " ".join(sentences(staff))


def test_failures_wait_longer_each_time_and_after_a_restart(staff: Staff) -> None:
    assert [fails(staff, "ana.ruiz").values["seconds"] for _ in range(3)] == [0, 0, 2]
    again = Executor(staff.clinic.database, gate=StaffGate())
    with pytest.raises(ClinicError) as told:
        sign_in(again, "ana.ruiz", WORD, "Desk 1")
    assert told.value.values["seconds"] == 2
    staff.clock.advance(seconds=2)
    assert fails(staff, "ana.ruiz").values["seconds"] == 4
    staff.clock.advance(seconds=4)
    assert staff.enter("ana.ruiz").user_id == 1
    assert fails(staff, "ana.ruiz").values["seconds"] == 0


def test_tries_at_the_same_time_do_not_outrun_the_delay(staff: Staff) -> None:
    for _ in range(3):
        fails(staff, "ana.ruiz")
    late = RecordSignIn(user_id=1, who="ana.ruiz", desk="Desk 9")
    with pytest.raises(ClinicError) as told:
        staff.executor.perform(record_sign_in, late, SYSTEM_ACTOR)
    assert told.value.values["seconds"] == 2


def test_a_hundred_failures_close_the_name(staff: Staff) -> None:
    key = throttle.name_key("ana.ruiz")
    staff.clinic.add(SignInThrottle(name_key=key, failures=100, last_failure=staff.clock.now()))
    with pytest.raises(ClinicError, match="closed"):
        staff.enter("ana.ruiz")


def test_made_up_names_neither_fill_the_table_nor_come_quickly(staff: Staff) -> None:
    waits = 0
    for number in range(40):
        waits += int(fails(staff, f"made.up{number}").values["seconds"] != 0)
        staff.clock.advance(minutes=16)
    assert waits >= 28
    staff.clock.advance(days=2)
    fails(staff, "one.more")
    count = select(func.count()).where(SignInThrottle.name_key.startswith("name:"))
    assert staff.clinic.rows(lambda s: s.scalar(count)) == 1


def test_an_older_hash_is_renewed(staff: Staff) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(WORD)
    staff.clinic.add(User(user_name="old.hand", display_name="Old Hand", password_hash=old, created_at=NOW))
    assert staff.enter("old.hand").user_id == 6
    stored = staff.clinic.rows(lambda s: s.scalars(select(User.password_hash).where(User.id == 6)).one())
    assert "m=19456,t=2,p=1" in stored
    assert staff.enter("old.hand").user_id == 6


def test_a_closed_account_is_refused_at_the_next_step(staff: Staff) -> None:
    ana = staff.enter("ana.ruiz")
    staff.executor.perform(disable_user, DisableUser(user_id=1), staff.actor("dora.lead"))
    with pytest.raises(Refused, match="closed"):
        staff.executor.fetch(who_am_i, ana)
    with pytest.raises(Refused, match="closed"):
        staff.executor.perform(set_language, SetLanguage(language="es"), ana)
    assert str(fails(staff, "ana.ruiz", WORD)) == str(fails(staff, "no.such"))


def test_a_window_hears_of_new_roles_when_it_asks(staff: Staff) -> None:
    ana = staff.enter("ana.ruiz")
    assert staff.executor.fetch(myself, ana) == ana
    change = ChangeAccess(user_id=1, version=1, roles=("BI",), location_ids=(1,))
    staff.executor.perform(change_access, change, staff.actor("dora.lead"))
    now = staff.executor.fetch(myself, ana)
    assert (now.roles, now.access_version) == (("BI",), 2)


def test_an_account_ends_with_its_last_day(staff: Staff) -> None:
    ana = staff.enter("ana.ruiz")
    with staff.clinic.database.engine.execution_options(frontdesk_write=True).begin() as connection:
        connection.execute(User.__table__.update().values(ends_on=staff.clinic.day))  # type: ignore[attr-defined]
    assert staff.executor.fetch(who_am_i, ana).user_id == 1
    staff.clock.advance(hours=30)
    with pytest.raises(Refused):
        staff.executor.fetch(who_am_i, ana)


def test_a_one_time_password_opens_only_its_change(staff: Staff) -> None:
    asked = AddUser(user_name="new.one", display_name="New One", roles=("FD",), location_ids=(1,))
    made = staff.executor.perform(add_user, asked, staff.actor("dora.lead"))
    new = staff.enter("new.one", made.password)
    assert set(new.grants) == {Permission.OWN_SESSION}
    word = "brisk lantern over nine hills"
    done = staff.executor.perform(change_own_password, ChangeOwnPassword(current=made.password, new=word), new)
    assert done.ok
    assert staff.enter("new.one", word).may(Permission.BOOK, {1})
    fails(staff, "new.one", made.password)
    log = staff.clinic.rows(lambda s: " ".join(s.scalars(select(JournalEntry.details))))
    assert made.password not in log
    assert word not in log
    assert "argon2" not in log


def test_a_wrong_current_password_changes_nothing_and_counts(staff: Staff) -> None:
    ana = staff.enter("ana.ruiz")
    wanted = [ChangeOwnPassword(current="wrong", new="brisk lantern over nine hills") for _ in range(3)]
    found = [staff.executor.perform(change_own_password, one, ana) for one in wanted]
    assert [(one.ok, one.seconds) for one in found] == [(False, 0), (False, 0), (False, 2)]
    with pytest.raises(ClinicError, match="waits"):
        staff.executor.perform(check_password, CheckPassword(password=WORD), ana)


def test_the_pin_unlocks_and_after_three_slips_only_the_password_does(staff: Staff) -> None:
    ana = staff.enter("ana.ruiz")
    assert staff.executor.perform(set_pin, SetPin(pin="2580", password=WORD), ana).ok
    staff.executor.perform(lock_screen, LockScreen(idle=True), ana)
    assert staff.executor.perform(check_pin, CheckPin(pin="2580"), ana).ok
    left = [staff.executor.perform(check_pin, CheckPin(pin="9999"), ana).pin_tries for _ in range(3)]
    assert left == [2, 1, 0]
    assert not staff.executor.perform(check_pin, CheckPin(pin="2580"), ana).ok
    assert staff.executor.perform(check_password, CheckPassword(password=WORD), ana).ok
    assert staff.executor.perform(check_pin, CheckPin(pin="2580"), ana).ok
    assert "A PIN did not fit" in sentences(staff)


def second(staff: Staff, actor: Actor, name: str, command: DisableUser) -> SecondPerson:
    asked = ProveSecondPerson(user_name=name, password=WORD, command_id=command.id, permission=Permission.MANAGE_USERS)
    return staff.executor.perform(prove_second_person, asked, actor)


def test_a_second_person_signs_once_for_one_command(staff: Staff) -> None:
    ivo, command = staff.actor("ivo.admin"), DisableUser(user_id=1)
    with pytest.raises(SecondPersonNeeded):
        staff.executor.perform(disable_user, command, ivo)
    token = second(staff, ivo, "dora.lead", command).token
    with pytest.raises(SecondPersonNeeded):
        staff.executor.perform(disable_user, DisableUser(user_id=1, cosign=token), ivo)
    staff.executor.perform(disable_user, replace(command, cosign=token), ivo)
    wanted = select(JournalEntry.second_person).order_by(JournalEntry.id.desc()).limit(1)
    assert staff.clinic.rows(lambda s: s.scalar(wanted)) == "Dora Lead"
    used = staff.clinic.rows(lambda s: s.scalars(select(SecondPersonProof)).one())
    assert used.used_at is not None
    assert used.token_hash != token


def test_a_spent_proof_is_worth_nothing(staff: Staff) -> None:
    ivo, command = staff.actor("ivo.admin"), DisableUser(user_id=1)
    proof = second(staff, ivo, "dora.lead", command)
    gate = StaffGate()
    with staff.clinic.database.writing() as session:
        assert gate.second_person(session, proof.token, command, Permission.MANAGE_USERS, ivo) == "Dora Lead"
        with pytest.raises(SecondPersonNeeded):
            gate.second_person(session, proof.token, command, Permission.MANAGE_USERS, ivo)


def test_a_proof_holds_two_minutes(staff: Staff) -> None:
    ivo, command = staff.actor("ivo.admin"), DisableUser(user_id=1)
    token = second(staff, ivo, "dora.lead", command).token
    staff.clock.advance(seconds=120)
    with pytest.raises(SecondPersonNeeded):
        staff.executor.perform(disable_user, replace(command, cosign=token), ivo)


def test_the_second_person_is_somebody_else_who_may_do_it_too(staff: Staff) -> None:
    ivo, command = staff.actor("ivo.admin"), DisableUser(user_id=1)
    with pytest.raises(ClinicError, match="somebody else"):
        second(staff, ivo, "ivo.admin", command)
    with pytest.raises(ClinicError, match="may not agree"):
        second(staff, ivo, "cora.rules", command)
    assert not second(staff, ivo, "nobody.here", command).ok


def test_nobody_but_the_program_records_a_sign_in(staff: Staff) -> None:
    forged = RecordSignIn(id=uuid4(), user_id=2, who="dora.lead", desk="Desk 1")
    for name in ("ana.ruiz", "ivo.admin", "dora.lead"):
        with pytest.raises(Refused):
            staff.executor.perform(record_sign_in, forged, staff.actor(name))


def test_every_action_here_has_a_sentence() -> None:
    assert all(one.says for name, one in ACTIONS.items() if name.startswith("staff."))
