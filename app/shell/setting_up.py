"""What the guided set-up makes of its answers: the first command, and the sheet with the recovery key."""

from app.core.clock import local_day
from app.core.database import Database
from app.core.keys import NewClinic
from app.core.sealing import key_id
from app.core.settings import Settings
from app.reports.documents import recovery_key
from app.reports.rules.values import RecoveryKeySheet
from app.runner.execute import Executor
from app.shell.first_run import FirstRunValues
from app.staff.actions.first_run import FirstPerson, SetUpClinic, set_up_clinic
from app.staff.actions.places import AddLocation
from app.staff.queries import SYSTEM_ACTOR


def set_up(database: Database, values: FirstRunValues) -> None:
    """Make the first location and people. Raises ClinicError at the field."""
    people = [values.administrator] if values.director is None else [values.administrator, values.director]
    roles = (("IT", "LD", "FD"),) if values.director is None else (("IT",), ("LD", "FD"))
    command = SetUpClinic(
        location=AddLocation(code="MAIN", name=values.location, zone=values.zone),
        people=tuple(
            FirstPerson(user_name=one.user_name, display_name=one.display_name, password=one.password, roles=own)
            for one, own in zip(people, roles, strict=True)
        ),
    )
    Executor(database).perform(set_up_clinic, command, SYSTEM_ACTOR)


def key_sheet(made: NewClinic, settings: Settings, database: Database) -> bytes:
    """The printed sheet of a new clinic's recovery key."""
    return recovery_key(
        RecoveryKeySheet(
            clinic=settings.clinic_name,
            location=settings.location,
            groups=tuple(made.recovery_code.split("-")),
            fingerprint=key_id(made.bundle.clinic_key),
            printed_on=local_day(database.clock.now(), settings.zone),
        )
    )
