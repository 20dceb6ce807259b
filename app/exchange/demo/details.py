"""What the demo's registrations hold beside the person: most have some of it, a few have all, and the gaps stay gaps."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from app.exchange.demo import people
from app.exchange.demo.hands import taken
from app.patients.rules.codes import (
    ConsentKind,
    ContactSystem,
    ContactUse,
    Decision,
    IdentityKind,
    NameUse,
    RelatedRole,
)
from app.patients.rules.demographics import DECLINED
from app.patients.rules.details import Agreed, Details, Identity, OtherName, Reach, Related, Telecom
from app.patients.rules.people import Person, age_on

#: what single people told besides, by last and first name: fields of `rules.people.Person`
TOLD: Mapping[str, dict[str, Any]] = MappingProxyType(
    {
        "Kowalczyk Agnieszka": {"preferred_name": "Aga", "language": "pl"},
        "Featherstonehaugh Bartholomew": {"preferred_name": "Bart", "pronouns": "He"},
        "Kahananui Leilani": {"preferred_name": "Lani", "pronouns": "She", "race": "2076-8"},
        "Delacroix-Montgomery Anne-Sophie Bernadette": {"preferred_name": "Sophie", "pronouns": "She"},
        "Whitcombe Jordan": {"pronouns": "They"},
        "Mbeki Thandi": {"pronouns": "She", "race": "2054-5"},
        "Vang Pa Houa": {"language": "hmn", "race": "2028-9"},
        "Xiong Kao": {"language": "hmn", "race": "2028-9"},
        "Abdi Fatuma": {"language": "so", "race": "2054-5"},
        "Singh Gurpreet": {"language": "pa", "race": DECLINED, "ethnicity": DECLINED},
        "Kozlov Анна": {"language": "ru", "race": "2106-3"},
        "王 Min": {"language": "zh", "race": "2028-9"},
        "Tran Kim-Anh": {"language": "vi", "race": "2028-9", "ethnicity": "2186-5"},
        "Castellanos Beatriz": {"ethnicity": "2135-2"},
        "Martínez de la Cruz Iván": {"ethnicity": "2135-2", "middle": "Alejandro"},
        "Goldberg Ruth": {"race": "2106-3", "ethnicity": "2186-5", "middle": "Miriam"},
    }
)
#: names from before
FORMER: Mapping[str, OtherName] = MappingProxyType(
    {
        "Delacroix-Montgomery Anne-Sophie Bernadette": OtherName(
            use=NameUse.MAIDEN, family="Delacroix", given="Anne-Sophie", ended_on=date(2004, 6, 12)
        ),
        "O'Neil-Smith Siobhán": OtherName(use=NameUse.MAIDEN, family="O'Neil", given="Siobhán"),
        "Soto Araceli": OtherName(use=NameUse.OLD, family="Mendoza", given="Araceli", ended_on=date(2011, 3, 1)),
        "Ybarra Celia": OtherName(use=NameUse.ALIAS, family="Ibarra", given="Celia"),
    }
)
#: who answers for somebody, or employs them; Garza's employer is still to be asked
RELATED: Mapping[str, tuple[Related, ...]] = MappingProxyType(
    {
        "Ibarra Luz": (
            Related(
                role=RelatedRole.RESPONSIBLE, name="Carmen Ibarra", relation="Mother", phone="(661) 555-0170",
                address_line="423 E Acequia Ave", city="Visalia", state="CA", postal_code="93277",
            ),
        ),
        "Quiñones Iris": (
            Related(role=RelatedRole.GUARANTOR, name="Hector Quiñones", relation="Father", phone="(661) 555-0171"),
        ),
        "Goldberg Ruth": (
            Related(role=RelatedRole.GUARANTOR, name="Aaron Goldberg", relation="Son", phone="(661) 555-0172"),
        ),
        "Okonkwo Chidi": (
            Related(
                role=RelatedRole.EMPLOYER, name="Valley Packing Company", phone="(661) 555-0173",
                address_line="1900 E Goshen Ave", city="Visalia", state="CA", postal_code="93292",
            ),
        ),
        "Robles Esteban": (
            Related(role=RelatedRole.EMPLOYER, name="Sequoia Orchards", phone="(661) 555-0174", relation="Foreman"),
        ),
    }
)  # fmt: skip
#: who asked to be reached elsewhere alone
ELSEWHERE: Mapping[str, dict[str, str]] = MappingProxyType(
    {
        "Novak Tereza": {
            "phone": "(661) 555-0175", "address_line": "PO Box 1184", "city": "Tulare", "state": "CA",
            "postal_code": "93275", "note": "Do not leave messages",
        }
    }
)  # fmt: skip
#: who said no to a text, and to a photo
NO_TEXTS, NO_PHOTO = frozenset({"Whitfield Harold", "Fitzgerald Maeve"}), frozenset({"Novak Tereza"})


def name_of(who: people.Person) -> str:
    """The key of the tables above."""
    return f"{who.family} {who.given}"


def told(who: people.Person, number: int, person: Person) -> Person:
    """The person with what they told besides; every fifth has a second phone."""
    told_more = dict(TOLD.get(name_of(who), {}))
    if number % 5 == 1:
        told_more |= {"other_phone": f"(661) 555-{100 + number:04d}", "other_phone_use": ContactUse.WORK.value}
    return replace(person, phone_use=ContactUse.MOBILE.value if person.phone else "", **told_more)


def details(who: people.Person, number: int, person: Person, today: date, id_ends: date | None) -> Details:
    """The rows of a registration on the day it was made; `id_ends`: the last day of the photo ID that was shown, if any."""
    name = name_of(who)
    former, reach = FORMER.get(name), ELSEWHERE.get(name)
    return Details(
        names=() if former is None else (former,),
        telecoms=_telecoms(who, number),
        related=RELATED.get(name, ()),
        consents=tuple(
            Agreed(kind=kind, decision=decision, decided_on=today)
            for kind, decision in _agreed(name, number, person).items()
        ),
        reach=None if reach is None else Reach(since=today, **reach),
        identity=None if id_ends is None else _identity(who, number, id_ends),
    )


def _telecoms(who: people.Person, number: int) -> tuple[Telecom, ...]:
    """A relative's phone of the oldest, a work address of some."""
    found = []
    if who.born.year < 1955:
        found.append(
            Telecom(
                system=ContactSystem.PHONE, use=ContactUse.HOME, value=f"(209) 555-{100 + number:04d}", note="Daughter"
            )
        )
    if number % 8 == 3:
        found.append(Telecom(system=ContactSystem.EMAIL, use=ContactUse.WORK, value=f"work{number}@example.com"))
    return tuple(found)


def _agreed(name: str, number: int, person: Person) -> dict[ConsentKind, Decision]:
    """How somebody may be reached, of those who were asked; papers that are signed say the rest."""
    found: dict[ConsentKind, Decision] = {}
    if person.phone and number % 6 != 5:
        found[ConsentKind.CALL] = Decision.PERMIT
        found[ConsentKind.VOICEMAIL] = Decision.PERMIT if number % 4 else Decision.DENY
        found[ConsentKind.TEXT] = Decision.DENY if name in NO_TEXTS else Decision.PERMIT
    if person.email:
        found[ConsentKind.EMAIL] = Decision.PERMIT
    if number % 7 == 2 or name in NO_PHOTO:
        found[ConsentKind.PHOTO] = Decision.DENY if name in NO_PHOTO else Decision.PERMIT
    return found


def _identity(who: people.Person, number: int, ends: date) -> Identity:
    """A licence of five years; of every sixth a state card, and of minors always. The numbers are made up: so many zeros."""
    card = age_on(who.born, ends) < 20 or number % 6 == 4
    return Identity(
        kind=IdentityKind.STATE_ID if card else IdentityKind.LICENSE,
        number=f"{taken('XYZ', number)}0000{100 + number}",
        jurisdiction="CA",
        issued_on=ends - timedelta(days=1826),
        expires_on=ends,
    )
