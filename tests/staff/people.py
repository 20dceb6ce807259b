"""A staffed clinic for these tests: accounts with known passwords, and signing in as them."""

from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import select

from app.core.access import Actor
from app.core.clock import FixedClock
from app.runner.execute import Executor
from app.staff.actions.second_person import StaffGate
from app.staff.actions.signing import sign_in
from app.staff.queries import SYSTEM_ACTOR, actor_of
from app.staff.rules.passwords import hash_password
from app.staff.tables import User, UserLocation, UserRole
from tests.support.clinic import Clinic
from tests.support.databases import NOW

WORD = "violet anchor seventeen maps"
#: user name, roles, own locations; their ids are 1, 2, …
ACCOUNTS = (
    ("ana.ruiz", ("FD",), (1,)),
    ("dora.lead", ("LD",), (1,)),
    ("ivo.admin", ("IT",), ()),
    ("cora.rules", ("CO",), ()),
    ("olga.other", ("LD",), (2,)),
)


@cache
def hashed() -> str:
    """The hash of everybody's password, made once."""
    return hash_password(WORD)


@dataclass(slots=True)
class Staff:
    """The clinic with its accounts, through the real gate."""

    clinic: Clinic
    executor: Executor = field(init=False)

    def __post_init__(self) -> None:
        self.executor = Executor(self.clinic.database, gate=StaffGate())
        for number, (name, roles, places) in enumerate(ACCOUNTS, start=1):
            shown = name.replace(".", " ").title()
            self.clinic.add(User(user_name=name, display_name=shown, password_hash=hashed(), created_at=NOW))
            self.clinic.add(*[UserRole(user_id=number, role=role) for role in roles])
            self.clinic.add(*[UserLocation(user_id=number, location_id=place) for place in places])

    @property
    def clock(self) -> FixedClock:
        """The clock of the test."""
        clock = self.clinic.database.clock
        assert isinstance(clock, FixedClock)
        return clock

    def enter(self, name: str, password: str = WORD) -> Actor:
        """Sign in at Desk 1."""
        return sign_in(self.executor, name, password, "Desk 1")

    def actor(self, name: str) -> Actor:
        """Somebody who is signed in already."""
        wanted = select(User).where(User.user_name == name)
        return self.clinic.rows(lambda s: actor_of(s, s.scalars(wanted).one(), "Desk 1"))  # type: ignore[arg-type]


SYSTEM = SYSTEM_ACTOR
