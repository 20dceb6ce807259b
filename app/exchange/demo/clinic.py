"""The demo clinic before its first patient: two locations, accounts, people who treat, visit types, payers, hours."""

from dataclasses import replace
from datetime import datetime, time

from app.core.access import Actor, Permission
from app.exchange.demo.hands import Crew, Hands, Places
from app.exchange.demo.people import PAYERS, PRACTITIONERS, VISIT_TYPES, ZONE
from app.insurance.actions import AddPayer, add_payer
from app.insurance.rules import PayerKind
from app.schedule.actions import AddBlock, AddVisitType, add_block, add_visit_type
from app.schedule.actions.hours import SetWeek, set_week
from app.schedule.actions.rooms import AddRoom, add_room
from app.schedule.actions.skills import SetSkills, set_skills
from app.schedule.actions.types import UpdateVisitType, update_visit_type
from app.schedule.rules import VisitKind
from app.staff.actions.first_run import FirstPerson, SetUpClinic, set_up_clinic
from app.staff.actions.places import AddLocation, AddPractitioner, add_location, add_practitioner
from app.staff.actions.second_person import ProveSecondPerson, prove_second_person
from app.staff.actions.signing import sign_in
from app.staff.actions.users import ChangeAccess, change_access
from app.staff.queries import SYSTEM_ACTOR, user_by_name

#: the throw-away password of every account of the demo; it opens nothing else
PASSWORD = "sequoia-front-desk"
CLINIC = "Sequoia Physical Therapy"
DESK = "Front desk 1"
#: user name, name, roles; the first one stands ready at the sign-in
ACCOUNTS = (
    ("ana", "Ana Ruiz", ("FD",)),
    ("dmarsh", "Dana Marsh", ("LD",)),
    ("sam", "Sam Ortega", ("IT",)),
    ("lou", "Lou Whitaker", ("CC",)),
    ("rita", "Rita Bell", ("BI",)),
    ("cora", "Cora Vang", ("CO",)),
)
VISALIA = AddLocation(
    code="VIS", name="Visalia – Main Street", zone=ZONE, phone="(559) 555-0100", address_line="214 W Main St",
    city="Visalia", state="CA", postal_code="93291",
)  # fmt: skip
TULARE = AddLocation(
    code="TUL", name="Tulare", zone=ZONE, phone="(559) 555-0101", address_line="88 N K St", city="Tulare", state="CA",
    postal_code="93274",
)  # fmt: skip
#: family, given, credential: works at the second location only
AT_TULARE = ("Sandoval", "Marta", "PT")
OPENS, CLOSES = time(7), time(18)
#: how many visits each of them takes side by side
LANES = 2
#: rooms and equipment of the first location and of the second: name, kind, equipment or not, how many visits at a time
ROOMS = (
    ("Room 1", "private room", False, 1),
    ("Room 2", "private room", False, 1),
    ("Room 3", "private room", False, 1),
    ("Room 4", "private room", False, 1),
    ("Gym", "gym", False, 12),
    ("Traction table", "traction", True, 1),
    ("Parallel bars", "parallel bars", True, 1),
)
TULARE_ROOMS = (("Room 1", "private room", False, 1), ("Gym", "gym", False, 6))
#: what some of the people of `people.PRACTITIONERS` treat, by their number there
SKILLS = {0: ("vestibular",), 1: ("spine", "vestibular"), 2: ("pelvic floor",), 3: ("hands",), 5: ("hands", "splints")}
#: the one who assists, and evaluates nobody
ASSISTANT = 4


def found(hands: Hands, opened: datetime) -> None:
    """Set the clinic up at an instant and fill `hands.crew` and `hands.places`."""
    hands.set(opened)
    people = tuple(
        FirstPerson(user_name=name, display_name=shown, password=PASSWORD, roles=roles)
        for name, shown, roles in ACCOUNTS
    )
    visalia = hands.do(set_up_clinic, SetUpClinic(location=VISALIA, people=people), SYSTEM_ACTOR).location_id
    administrator = _signed_in(hands, "sam")
    tulare = hands.do(add_location, TULARE, administrator).location_id
    for name in ("ana", "dmarsh"):
        _both_places(hands, administrator, name, (visalia, tulare))
    hands.crew = Crew(_signed_in(hands, "ana"), _signed_in(hands, "dmarsh"), administrator)
    hands.places = _places(hands, visalia, tulare)
    _lunch(hands)


def _signed_in(hands: Hands, name: str) -> Actor:
    return sign_in(hands.executor, name, PASSWORD, DESK)


def _both_places(hands: Hands, actor: Actor, name: str, places: tuple[int, ...]) -> None:
    """Give an account both locations; the director agrees as second person, as the table of roles asks."""
    account = hands.executor.fetch(user_by_name, actor, name)
    wanted = ChangeAccess(
        user_id=account.id, version=account.version, roles=account.roles, location_ids=places, reason="Works at both"
    )
    proof = ProveSecondPerson(
        user_name="dmarsh", password=PASSWORD, command_id=wanted.id, permission=Permission.MANAGE_USERS
    )
    hands.do(change_access, replace(wanted, cosign=hands.do(prove_second_person, proof, actor).token), actor)


def _places(hands: Hands, visalia: int, tulare: int) -> Places:
    who = hands.crew.administrator
    treating = tuple(
        hands.do(
            add_practitioner,
            AddPractitioner(
                family=family, given=given, credential=credential, npi=npi, lanes=LANES, location_ids=(visalia,)
            ),
            who,
        ).practitioner_id
        for family, given, credential, npi in PRACTITIONERS
    )
    family, given, credential = AT_TULARE
    there = AddPractitioner(family=family, given=given, credential=credential, lanes=LANES, location_ids=(tulare,))
    at_tulare = hands.do(add_practitioner, there, who).practitioner_id
    types = {
        code: hands.do(
            add_visit_type, AddVisitType(code=code, name=name, kind=VisitKind(kind), minutes=minutes), who
        ).visit_type_id
        for code, name, kind, minutes in VISIT_TYPES
    }
    payers = tuple(hands.do(add_payer, AddPayer(name=name, kind=PayerKind(kind))).payer_id for name, kind in PAYERS)
    for practitioner in treating:
        _week(hands, practitioner, visalia)
    _week(hands, at_tulare, tulare)
    for place, rooms in ((visalia, ROOMS), (tulare, TULARE_ROOMS)):
        for name, kind, equipment, capacity in rooms:
            room = AddRoom(location_id=place, name=name, kind=kind, equipment=equipment, capacity=capacity)
            hands.do(add_room, room, who)
    for number, skills in SKILLS.items():
        told = SetSkills(practitioner_id=treating[number], location_id=visalia, version=2, skills=skills)
        hands.do(set_skills, told, who)
    return Places(visalia, tulare, treating, at_tulare, types, payers)


def _week(hands: Hands, practitioner: int, location: int) -> None:
    day = ((OPENS, CLOSES),)
    hours = SetWeek(
        practitioner_id=practitioner, location_id=location, version=1, days=(day, day, day, day, day, (), ()),
        valid_from=hands.clock.now().date(),
    )  # fmt: skip
    hands.do(set_week, hours, hands.crew.administrator)


def refine(hands: Hands) -> None:
    """What the director made of the visit types in the end: it holds for what is booked from now on."""
    places = hands.places
    assistant = places.practitioners[ASSISTANT]
    evaluators = tuple(one for one in (*places.practitioners, places.at_tulare) if one != assistant)
    evaluation = UpdateVisitType(
        visit_type_id=places.visit_types["EVAL60"], version=1, name="Evaluation 60", kind=VisitKind.EVALUATION,
        minutes=60, buffer_after=10, room_kind="private room", practitioner_ids=evaluators,
    )  # fmt: skip
    hand = UpdateVisitType(
        visit_type_id=places.visit_types["HAND30"], version=1, name="Hand therapy 30", kind=VisitKind.FOLLOW_UP,
        minutes=30, colour="teal",
    )  # fmt: skip
    for one in (evaluation, hand):
        hands.do(update_visit_type, one, hands.crew.director)


def _lunch(hands: Hands) -> None:
    """Closed time on the demo's day, where the plan leaves room for it."""
    for index, (start, end) in ((0, (time(12, 15), time(13))), (5, (time(12, 45), time(13, 30)))):
        lunch = AddBlock(
            location_id=hands.places.visalia,
            practitioner_id=hands.places.practitioners[index],
            day=hands.day,
            start=start,
            end=end,
            why="lunch",
        )
        hands.do(add_block, lunch)
