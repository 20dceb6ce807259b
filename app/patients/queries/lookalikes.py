"""Who is already here and looks like the person being registered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from rapidfuzz.distance import OSA
from sqlalchemy import BindParameter, bindparam, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.sessions import ClinicSession, ReadSession
from app.patients.queries.reach import clinic_day, is_elsewhere, location_names
from app.patients.queries.record import PERSON_FIELDS
from app.patients.queries.statements import among_days, beside, births_of, by_keys, engine_of, listed, slipped
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
#: shorter words are not asked whether a letter is wrong
SHORTEST_SLIP = 4
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
    base = _Base(session)
    return _of_day(base, draft) | _of_keys(base, draft) | _of_name(base, draft)


class _Base:
    """The database as the blocks ask it: prepared statements, lists bound as the engine wants them."""

    def __init__(self, session: ClinicSession) -> None:
        self.engine, self._wire = engine_of(session), session.wire

    def ask(self, statement: Any, **values: object) -> Sequence[Any]:  # noqa: ANN401
        """The rows, each a plain tuple to be taken apart."""
        values = {name: listed(self.engine, one) if isinstance(one, tuple) else one for name, one in values.items()}
        return self._wire.execute(statement, values).all()


def _of_day(base: _Base, draft: Person) -> Ids:
    """Those born on the very day, or on one mistyped for it, whose names begin alike; without a name all of the day."""
    born = draft.birth_date
    if born is None or unknown_dates().holds(f"{born:%Y%m%d}"):
        return set()
    given = words_of(draft.given)[:1]
    names = {*words_of(draft.family)[:2], *given, *chain.from_iterable(map(nicknames, given))}
    days = tuple(day.isoformat() for day in (born, *sorted(_near(born))))
    firsts = tuple(sorted({name[:1] for name in names}))
    values = {"days": days, "firsts": firsts} if firsts else {"days": days[:1], "firsts": ("",)}
    rows = base.ask(among_days(base.engine), **values, limit=MOST_FOR_A_WAY * max(1, len(firsts)))
    return {one for _, one in rows}


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


def _of_keys(base: _Base, draft: Person) -> Ids:
    phones = [(KeyKind.PHONE, phone_key(number)) for number in (draft.phone, draft.other_phone)]
    keys = [one for one in (*phones, (KeyKind.EMAIL, draft.email.casefold())) if len(one[1]) >= SHORTEST_KEY]
    if not keys:
        return set()
    values: dict[str, object] = {"mrn": "", "limit": MOST_FOR_A_WAY}
    for at, (_, key) in enumerate(keys):
        values |= {f"k{at}": key, f"k{at}_end": key + "\1"}
    return {row[1] for row in base.ask(by_keys(tuple(kind for kind, _ in keys)), **values)}


def _of_name(base: _Base, draft: Person) -> Ids:
    """Those of the same names, either way round, a nickname or one slip of the keys apart."""
    last, first = words_of(draft.family)[:2], words_of(draft.given)[:1]
    if not last:
        return set()
    firsts = tuple({*first, *chain.from_iterable(map(nicknames, first))}) or ("",)
    slipped_last, slipped_first = _one_off(base, last if first else ()), _one_off(base, first)
    lists = {"as": tuple(last), "bs": firsts, "near_as": slipped_last, "near_bs": slipped_first}
    found = {row[1] for row in base.ask(beside(base.engine), **lists, limit=MOST_NAMESAKES)}
    return found if len(found) <= MOST_FOR_A_WAY else _of_like_age(base, draft, found)


def _one_off(base: _Base, words: Iterable[str]) -> tuple[str, ...]:
    """Words of names that are one slip of the keys away from one of these."""
    long = [word for word in words if len(word) >= SHORTEST_SLIP]
    if not long:
        return ()
    rows = base.ask(slipped(base.engine), slips=tuple(sorted(set().union(*map(slips, long)))), limit=500)
    return tuple({other for (other,) in rows if any(one_apart(word, other) for word in long)})


def _of_like_age(base: _Base, draft: Person, ids: Ids) -> Ids:
    """Of many namesakes those whose birth date is missing or nearly the same; without a birth date the first few."""
    born, wanted = draft.birth_date, tuple(sorted(ids)[:MOST_NAMESAKES])
    if born is None:
        return set(wanted[:MOST_FOR_A_WAY])
    near, digits = {None, *_near(born)}, born.isoformat()
    return {
        one
        for one, theirs in base.ask(births_of(base.engine), ids=wanted, limit=1)
        if theirs in near or OSA.distance(digits, theirs.isoformat(), score_cutoff=2) <= 2
    }


# ------------------------------------------------------------------------------------------------------------- rows


def _read(session: ClinicSession, ids: Ids) -> Iterator[Known]:
    wanted = sorted(ids)
    for at in range(0, len(wanted), MOST_NAMESAKES):  # below the limit of bound values on every engine
        for own, mrn, *values in session.ask(_KNOWN, ids=wanted[at : at + MOST_NAMESAKES]):
            yield Known(own, mrn, Person(**dict(zip(PERSON_FIELDS, values, strict=True))))


_FIELDS = [getattr(Patient, name) for name in PERSON_FIELDS]
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_KNOWN = select(Patient.id, Patient.mrn, *_FIELDS).where(Patient.id.in_(_IDS), Patient.merged_into_id.is_(None))


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
