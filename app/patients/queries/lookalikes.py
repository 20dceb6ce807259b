"""Who is already here and looks like the person being registered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from rapidfuzz.distance import OSA
from sqlalchemy import BindParameter, Row, bindparam, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.sessions import ClinicSession, ReadSession
from app.patients.queries.reach import clinic_day, is_elsewhere, location_names
from app.patients.queries.record import PERSON_FIELDS
from app.patients.queries.statements import LAST, among_days, beside, by_keys, engine_of, listed, slipped
from app.patients.queries.weights import clinic_weights
from app.patients.rules.calling import one_apart, slips, words_of
from app.patients.rules.codes import KeyKind, Sex
from app.patients.rules.folding import fold, phone_key, show_mrn, show_name
from app.patients.rules.likeness import Likeness, likeness
from app.patients.rules.matching.verdict import USUAL_LIMITS, Limits
from app.patients.rules.nicknames import nicknames
from app.patients.rules.people import Person, age_on
from app.patients.rules.placeholders import unknown_dates
from app.patients.tables import Patient

#: look-alikes shown beside a registration
MOST_SHOWN = 3
#: candidates of each block; one that holds more people says too little about any of them
MOST_FOR_A_WAY = 60
#: bearers of one name that are looked through for a birth date that may be the same
MOST_NAMESAKES = 400
#: shorter numbers and addresses are nobody's alone
SHORTEST_KEY = 7
Ids = set[int]


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A patient who may be the one being registered, with the verdict and its reasons."""

    id: int
    name: str
    birth_date: date | None
    age: int | None
    sex: Sex
    mrn: str
    likeness: Likeness
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A patient as the likeness sees them."""

    id: int
    mrn: str
    person: Person


@query(Permission.SEARCH_PATIENT, subjects=lambda rows: [row.id for row in rows])
def lookalikes(
    session: ReadSession, actor: Actor, draft: Person, limits: Limits = USUAL_LIMITS
) -> tuple[Lookalike, ...]:
    """The patients of the whole group most like `draft`, the surest first; `limits` say what is sure and possible.

    Another location's patient is shown with name and reasons alone to a role bound to its own.
    """
    today, places = clinic_day(session, draft.home_location_id), location_names(session)
    found = alike(session, draft, limits)[:MOST_SHOWN]
    return tuple(_row(known, verdict, actor, today, places) for known, verdict in found)


def alike(session: ClinicSession, draft: Person, limits: Limits = USUAL_LIMITS) -> list[tuple[Known, Likeness]]:
    """Everyone who looks like `draft` by what this clinic's own records taught, the surest first."""
    weights = clinic_weights(session)
    known = _read(session, candidates_of(session, draft))
    judged = [(one, likeness(draft, one.person, weights, limits)) for one in known]
    sure = [(one, verdict) for one, verdict in judged if verdict is not None]
    return sorted(sure, key=lambda one: (one[1].rank, fold(one[0].person.family), one[0].id))


# ------------------------------------------------------------------------------------------------------- candidates


def candidates_of(session: ClinicSession, draft: Person) -> Ids:
    """The blocks in which a double may lie: same or mistyped birth date, phone or e-mail, same or similar name."""
    return _of_day(session, draft) | _of_keys(session, draft) | _of_name(session, draft)


def _ask(session: ClinicSession, statement: Any, **values: object) -> Sequence[Row[Any]]:  # noqa: ANN401
    engine = engine_of(session)
    bound = {name: listed(engine, value) if isinstance(value, tuple) else value for name, value in values.items()}
    return session.connection().execute(statement, bound).all()


def _of_day(session: ClinicSession, draft: Person) -> Ids:
    """Everybody of the very day, and of days mistyped for it those whose names begin alike."""
    born = draft.birth_date
    if born is None or unknown_dates().holds(f"{born:%Y%m%d}"):
        return set()
    firsts = {word[:1] for word in (*words_of(draft.family)[:1], *words_of(draft.given)[:1])}
    ways = [((born,), "")] + [(tuple(sorted(_near(born))), first) for first in sorted(firsts)]
    found: Ids = set()
    for days, first in ways:
        texts = tuple(day.isoformat() for day in days)
        values = {"days": texts, "a": first, "a_end": first + LAST, "limit": MOST_FOR_A_WAY}
        found.update(row.patient_id for row in _ask(session, among_days(engine_of(session)), **values))
    return found


def _near(born: date) -> set[date]:
    """A day around, day and month swapped."""
    found = set()
    for days in (-1, 1):
        try:
            found.add(born + timedelta(days=days))
        except OverflowError:
            continue
    if born.day <= 12:
        found.add(date(born.year, born.day, born.month))
    return found - {born}


def _of_keys(session: ClinicSession, draft: Person) -> Ids:
    keys = [(KeyKind.PHONE, phone_key(number)) for number in (draft.phone, draft.other_phone)]
    found: Ids = set()
    for kind, key in (*keys, (KeyKind.EMAIL, draft.email.casefold())):
        if len(key) >= SHORTEST_KEY:
            values = {"k0": key, "k0_end": key + "\1", "mrn": "", "limit": MOST_FOR_A_WAY}
            found.update(row.patient_id for row in _ask(session, by_keys((kind,)), **values))
    return found


def _of_name(session: ClinicSession, draft: Person) -> Ids:
    """Those of the same names, either way round, a nickname or one slip of the keys apart."""
    last, first = words_of(draft.family)[:2], words_of(draft.given)[:1]
    if not last:
        return set()
    firsts = tuple({*first, *chain.from_iterable(map(nicknames, first))}) or ("",)
    same = _beside(session, tuple(last), firsts)
    near = _beside(session, tuple(_one_off(session, last)), firsts) if first else set()
    near |= _beside(session, tuple(last), tuple(_one_off(session, first)))
    found = same | near
    return found if len(found) <= MOST_FOR_A_WAY else _of_like_age(session, draft, found)


def _beside(session: ClinicSession, words: tuple[str, ...], others: tuple[str, ...]) -> Ids:
    if not words or not others:
        return set()
    values = {"as": words, "bs": others, "limit": MOST_NAMESAKES}
    return {row.patient_id for row in _ask(session, beside(engine_of(session)), **values)}


def _one_off(session: ClinicSession, words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if len(word) >= 4:
            rows = _ask(session, slipped(engine_of(session)), slips=tuple(sorted(slips(word))), limit=500)
            yield from (row.word for row in rows if one_apart(word, row.word))


def _of_like_age(session: ClinicSession, draft: Person, ids: Ids) -> Ids:
    """Of many namesakes those whose birth date is missing or nearly the same; without a birth date the first few."""
    born, wanted = draft.birth_date, sorted(ids)[:MOST_NAMESAKES]
    if born is None:
        return set(wanted[:MOST_FOR_A_WAY])
    rows = session.connection().execute(_BIRTHS, {"ids": wanted})
    return {row.id for row in rows if row.birth_date is None or _like(born, row.birth_date)}


def _like(mine: date, theirs: date) -> bool:
    digits = OSA.distance(f"{mine:%Y%m%d}", f"{theirs:%Y%m%d}", score_cutoff=2)
    return digits <= 2 or abs((mine - theirs).days) <= 1 or theirs in _near(mine)


# ------------------------------------------------------------------------------------------------------------- rows

_FIELDS = [getattr(Patient, name) for name in PERSON_FIELDS]
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_BIRTHS = select(Patient.id, Patient.birth_date).where(Patient.id.in_(_IDS))
_KNOWN = select(Patient.id, Patient.mrn, *_FIELDS).where(Patient.id.in_(_IDS), Patient.merged_into_id.is_(None))


def _read(session: ClinicSession, ids: Ids) -> Iterator[Known]:
    wanted = sorted(ids)
    for at in range(0, len(wanted), MOST_NAMESAKES):  # below the limit of bound values on every engine
        for row in session.connection().execute(_KNOWN, {"ids": wanted[at : at + MOST_NAMESAKES]}):
            yield Known(row.id, row.mrn, Person(**{name: getattr(row, name) for name in PERSON_FIELDS}))


def _row(known: Known, verdict: Likeness, actor: Actor, today: date, places: dict[int, str]) -> Lookalike:
    person = known.person
    away = is_elsewhere(actor, Permission.SEARCH_PATIENT, person.home_location_id)
    born = None if away else person.birth_date
    return Lookalike(
        id=known.id,
        name=show_name(person.family, person.given),
        birth_date=born,
        age=age_on(born, today) if born else None,
        sex=person.sex,
        mrn="" if away else show_mrn(known.mrn),
        likeness=verdict,
        elsewhere=places.get(person.home_location_id or 0, "–") if away else "",
    )
