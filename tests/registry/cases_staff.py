"""Commands of the staff room and of everybody's own session."""

from uuid import uuid4

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.staff.actions.first_run import FirstPerson, ResetWithRecovery, SetUpClinic
from app.staff.actions.maintenance import Chore, NoteMaintenance
from app.staff.actions.own import ChangeOwnPassword, SetLanguage, SetPin
from app.staff.actions.places import USUAL_HOURS, AddLocation, AddPractitioner, SetHours
from app.staff.actions.second_person import ProveSecondPerson
from app.staff.actions.signing import CheckPassword, CheckPin, LockScreen, RecordFailure, RecordSignIn
from app.staff.actions.users import AddUser, ChangeAccess, DisableUser, ResetPassword, add_user
from app.staff.rules.throttle import name_key
from app.staff.tables import Location
from tests.registry.cases import Case, Reach, add
from tests.registry.world import HERE, THERE, World, account
from tests.staff.people import WORD

NEW_WORD = "harbour seven lantern figs"


def _user(world: World) -> int:
    command = AddUser(
        user_name=f"new.person{world.next()}", display_name="New Person", roles=("FD",), location_ids=(HERE,)
    )
    return world.do(add_user, command).user_id


def _colleague(actor: Actor | None) -> str:
    return account("LD", THERE if actor and actor.user_name == account("LD", HERE) else HERE)


def _hours(world: World) -> SetHours:
    version = world.row(lambda session: session.scalars(select(Location.version).where(Location.id == HERE)).one())
    return SetHours(location_id=HERE, version=version, hours=USUAL_HOURS)


def _first_run(world: World, actor: Actor | None) -> SetUpClinic:
    if actor is None:
        world.clear_accounts()
    return SetUpClinic(
        location=AddLocation(code="NEW", name="New place", zone="America/Los_Angeles"),
        people=(FirstPerson(user_name="ivo.first", display_name="Ivo First", password=NEW_WORD, roles=("IT",)),),
    )


add(
    {
        "staff.add_user": Case(
            lambda w, _: AddUser(
                user_name=f"new.person{w.next()}", display_name="New Person", roles=("FD",), location_ids=(HERE,)
            )
        ),
        "staff.change_access": Case(
            lambda w, _: ChangeAccess(user_id=_user(w), version=1, roles=("BI",), location_ids=(HERE,))
        ),
        "staff.disable_user": Case(lambda w, _: DisableUser(user_id=_user(w))),
        "staff.reset_password": Case(lambda w, _: ResetPassword(user_id=_user(w))),
        "staff.add_location": Case(
            lambda w, _: AddLocation(code=f"L{w.next()}", name=f"Place {w.next()}", zone="America/Denver"), Reach.GROUP
        ),
        "staff.add_practitioner": Case(
            lambda w, _: AddPractitioner(family=f"Healer{w.next()}", credential="PT", location_ids=(HERE,)), Reach.GROUP
        ),
        "staff.set_hours": Case(lambda w, _: _hours(w)),
        "staff.change_own_password": Case(lambda _w, _: ChangeOwnPassword(current=WORD, new=NEW_WORD), Reach.GROUP),
        "staff.check_password": Case(lambda _w, _: CheckPassword(password=WORD), Reach.GROUP),
        "staff.check_pin": Case(lambda _w, _: CheckPin(pin="246810"), Reach.GROUP),
        "staff.lock_screen": Case(lambda _w, _: LockScreen(), Reach.GROUP),
        "staff.set_language": Case(lambda _w, _: SetLanguage(language="es"), Reach.GROUP),
        "staff.set_pin": Case(lambda _w, _: SetPin(pin="730592", password=WORD), Reach.GROUP),
        "staff.prove_second_person": Case(
            lambda _w, actor: ProveSecondPerson(
                user_name=_colleague(actor), password=WORD, command_id=uuid4(), permission=Permission.BOOK
            ),
            Reach.GROUP,
        ),
        "staff.record_failure": Case(
            lambda w, _: RecordFailure(key=name_key(f"who{w.next()}"), who="", desk="Desk 1"), Reach.GROUP
        ),
        "staff.record_sign_in": Case(
            lambda _w, _: RecordSignIn(user_id=1, who=account("FD", HERE), desk="Desk 1"), Reach.GROUP
        ),
        "staff.reset_with_recovery": Case(
            lambda _w, _: ResetWithRecovery(user_name=account("IT", HERE), password=NEW_WORD), Reach.GROUP
        ),
        "staff.set_up_clinic": Case(_first_run, Reach.GROUP),
        **{
            f"staff.{name}": Case(lambda _w, _: NoteMaintenance(chore=Chore.BACKUP, outcome="whole"), Reach.GROUP)
            for name in ("note_backup", "note_maintenance", "note_restore", "note_with_recovery_key")
        },
    }
)
