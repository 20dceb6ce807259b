"""How fast a search answers in a large base, on both engines: at the query, with permission, ranking and words.

Each figure is the worst 95th percentile of its kinds of keystroke, each of them asked several times. Every other search is asked
by somebody of one location, whose role ends there, and the rest by somebody who sees the group; a hundred visits of today
come first.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from random import Random

from sqlalchemy import distinct, func, select

from app.core.access import Actor
from app.core.database import Database
from app.core.sessions import ReadSession
from app.patients.queries.lookalikes import lookalikes
from app.patients.queries.record import person_of
from app.patients.queries.search import Expected, search
from app.patients.rules.people import Person
from app.patients.tables import NameKey, Patient
from tests.bench.bases import FULL, asked_count, bases
from tests.bench.measures import Figure, measure, p95, quickest
from tests.patients.people import CLERK
from tests.support.clinic import ANYONE

KEY_MS, OTHERS_MS, MISSPELT_MS, CHECK_MS = 3.0, 6.0, 10.0, 20.0
#: people drawn at random who are looked for, and how often the very keystrokes of the issue are repeated
DRAWN, AGAIN = 150, 40
#: so many people of the whole base have names that begin with `smi` and `jo`, as in a big group of clinics
NAMESAKES = 300
ENGINES = ("sqlite", "postgresql")
COMMON = ("John", "Mary", "Michael", "Linda", "James")
Typed = dict[str, list[str]]


@contextmanager
def no_collecting() -> Iterator[None]:
    """As in the window, where garbage is collected between two gestures."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def many_namesakes() -> Typed:
    """The keystrokes of `smi jo`, and the same the other way round."""
    return {text: [text] * AGAIN for text in ("sm", "smi", "smi ", "smi j", "smi jo", "jo smi")}


def names_typed(people: Iterable[Person]) -> Typed:
    """Of everybody drawn two letters, three, some of both names both ways round, and the whole name."""
    typed: Typed = {"smith, john": ["smith, john"] * AGAIN}
    for person in people:
        last, first = person.family.lower(), person.given.lower()
        kinds = {
            "2": last[:2], "3": last[:3], "3+1": f"{last[:3]} {first[:1]}", "3+2": f"{last[:3]} {first[:2]}",
            "2+3": f"{first[:2]} {last[:3]}", "all": f"{first} {last}", "comma": f"{last}, {first}",
        }  # fmt: skip
        for kind, text in kinds.items():
            typed.setdefault(kind, []).append(text)
    return typed


def misspelt(people: Iterable[Person], chance: Random) -> Typed:
    """One slip in the last name and two letters of the first, and one in the first name beside the whole last."""
    typed: Typed = {"last": [], "first": []}
    for person in people:
        typed["last"].append(f"{slip(person.family.lower(), chance)} {person.given[:2].lower()}")
        typed["first"].append(f"{person.family.lower()} {slip(person.given.lower(), chance)}")
    return typed


def slip(word: str, chance: Random) -> str:
    """A word with one letter wrong, left out or too many."""
    at = chance.randrange(1, max(2, len(word) - 1))
    how = chance.randrange(3)
    other = chance.choice("aeinorst")
    return word[:at] + (other + word[at + 1 :], word[at + 1 :], other + word[at:])[how]


def births_typed(people: Iterable[Person]) -> Typed:
    """Whole birth dates, as many of the placeholder as there are."""
    days = [person.birth_date for person in people if person.birth_date]
    return {
        "slashes": [f"{day.month}/{day.day}/{day.year}" for day in days],
        "run": [f"{day:%m%d%Y}" for day in days],
        "with name": [f"{day:%m/%d/%Y} {person.family[:3]}" for day, person in zip(days, people, strict=False)],
    }


def phones_typed(people: Iterable[Person]) -> Typed:
    """The last four digits, the last seven, and the whole number."""
    digits = ["".join(sign for sign in person.phone if sign.isdigit()) for person in people if person.phone]
    return {"4": [one[-4:] for one in digits], "7": [one[-7:] for one in digits], "10": digits}


def drawn(session: ReadSession, count: int) -> list[Person]:
    """People of the base, the same ones every time."""
    wanted = Random(11).sample(range(1, count + 1), min(DRAWN, count))
    return [
        person_of(one) for one in session.scalars(select(Patient).where(Patient.id.in_(wanted)).order_by(Patient.id))
    ]


def namesakes(session: ReadSession) -> int:
    """How many patients `smi jo` fits."""
    fits = NameKey.word.between("smi", "smj"), NameKey.beside.between("jo", "jp")
    return session.scalar(select(func.count(distinct(NameKey.patient_id))).where(*fits)) or 0


def expected(session: ReadSession) -> Expected:
    """A hundred patients of the first location who have a visit today."""
    mine = select(Patient.id).where(Patient.home_location_id == 1).order_by(Patient.id).limit(100)
    return Expected(frozenset(session.scalars(mine)))


def worst(database: Database, typed: Typed, ask: Callable[[ReadSession, Actor, str, Expected], object]) -> float:
    """The worst p95 of the kinds of keystroke, in milliseconds."""
    with database.reading() as session, no_collecting():
        today, actors = expected(session), cycle((ANYONE, CLERK))
        asked = {
            kind: [partial(ask, session, next(actors), text, today) for text in texts] for kind, texts in typed.items()
        }
        found = p95_of_kinds(asked)
    say(database, found)
    return max(found.values())


def p95_of_kinds(asked: Mapping[str, Sequence[Callable[[], object]]]) -> dict[str, float]:
    """The p95 of each kind of question. A turn goes through all of them, so that a busy minute falls into one turn only."""
    times = iter(quickest([one for questions in asked.values() for one in questions]))
    return {kind: p95(list(islice(times, len(questions)))) for kind, questions in asked.items()}


def say(database: Database, found: dict[str, float]) -> None:
    """Print what a figure is made of."""
    print(f"  {database.engine.dialect.name}: " + ", ".join(f"{kind} {one:.2f}" for kind, one in found.items()))


def _search(session: ReadSession, actor: Actor, text: str, today: Expected) -> object:
    return search(session, actor, text, 1, today)


def _typed(database: Database, count: int) -> dict[str, tuple[Typed, float]]:
    """What is typed for each figure, and the figure's limit."""
    with database.reading() as session:
        people, fitting = drawn(session, count), namesakes(session)
    print(f"\n  {fitting} of {count} patients fit `smi jo`")
    if count == FULL and fitting < NAMESAKES:
        raise RuntimeError("the base holds too few namesakes to say anything")
    return {
        "names": (many_namesakes(), KEY_MS),
        "others": (names_typed(people), OTHERS_MS),
        "birth": (births_typed(people), KEY_MS),
        "phone": (phones_typed(people), KEY_MS),
        "misspelt": (misspelt(people, Random(12)), MISSPELT_MS),
    }


@measure(
    *(f"search_{kind}_{engine}" for kind in ("names", "others", "birth", "phone", "misspelt") for engine in ENGINES),
    large=True,
)
def measure_search() -> list[Figure]:
    """The many who are called alike, other people, birth dates, phones and slips of the keys, at the query."""
    with bases(asked_count()) as opened:
        kinds = _typed(opened["sqlite"], asked_count())
        return [
            Figure(f"search_{kind}_{engine}", worst(database, typed, _search), "ms", limit)
            for kind, (typed, limit) in kinds.items()
            for engine, database in opened.items()
        ]


@measure(*(f"new_patient_check_{engine}" for engine in ENGINES), large=True)
def measure_check() -> list[Figure]:
    """Who looks like somebody new: people who are here already as they are, and with a letter or the day wrong."""
    with bases(asked_count()) as opened:
        return [
            Figure(f"new_patient_check_{engine}", _checked(database), "ms", CHECK_MS)
            for engine, database in opened.items()
        ]


def _checked(database: Database) -> float:
    """The worst p95 of the kinds of draft, in milliseconds."""
    with database.reading() as session, no_collecting():
        drafts = drafts_of(drawn(session, asked_count()), Random(13))
        found = p95_of_kinds(
            {kind: [partial(lookalikes, session, ANYONE, one) for one in some] for kind, some in drafts.items()}
        )
    say(database, found)
    return max(found.values())


def drafts_of(people: Sequence[Person], chance: Random) -> dict[str, list[Person]]:
    """Registrations as they grow: names alone, with the birth date, everything; and with a slip."""
    named = [Person(family=one.family, given=one.given) for one in people]
    dated = [replace(draft, birth_date=one.birth_date) for draft, one in zip(named, people, strict=True)]
    return {
        "names": named,
        "and birth": dated,
        "and phone": [replace(draft, phone=one.phone) for draft, one in zip(dated, people, strict=True)],
        "slip": [replace(draft, family=slip(draft.family, chance)) for draft in dated],
        "common": [
            replace(draft, family="Smith", given=first) for draft, first in zip(dated, cycle(COMMON), strict=False)
        ],
    }
