"""The search: every part is a range of a B-tree in bytes order, never a pattern, so % and _ are letters like others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.sessions import ReadSession
from app.patients.queries.reach import clinic_day, is_elsewhere, location_names
from app.patients.rules.asking import Asked, parse_search
from app.patients.rules.codes import KeyKind, Matched, Sex
from app.patients.rules.folding import fold, phone_digits, phone_tail, show_mrn, show_name
from app.patients.rules.people import age_on
from app.patients.tables import Patient, SearchKey

MOST = 100
_LAST = "\U0010ffff"
#: search keys inside a condition, apart from those a statement is driven by
_Beside = aliased(SearchKey)
_COLUMNS = (
    Patient.id, Patient.family, Patient.given, Patient.preferred_name, Patient.birth_date, Patient.sex, Patient.mrn,
    Patient.phone, Patient.home_location_id, Patient.family_key, Patient.given_key,
)  # fmt: skip
_NUMBERS = {
    KeyKind.NUMBER: Matched.NUMBER, KeyKind.MEMBER: Matched.MEMBER, KeyKind.APPOINTMENT: Matched.APPOINTMENT,
    KeyKind.PHONE: Matched.PHONE, KeyKind.EMAIL: Matched.EMAIL, KeyKind.OLD_MRN: Matched.NUMBER,
}  # fmt: skip
Condition = ColumnElement[bool]
Found = Row[Any]


@dataclass(frozen=True, slots=True)
class PatientHit:
    """One line of an answer. `elsewhere` names the other clinic of a patient out of reach; then little else is shown."""

    id: int
    name: str
    preferred_name: str
    birth_date: date | None
    age: int | None
    sex: Sex
    mrn: str
    phone: str
    matched: tuple[Matched, ...]
    elsewhere: str = ""


def starts(column: InstrumentedAttribute[str], text: str) -> Condition:
    """That a key begins with `text`: a range, the same on both engines."""
    return and_(column >= text, column < text + _LAST)


@query(Permission.SEARCH_PATIENT, subjects=lambda hits: [hit.id for hit in hits])
def search(
    session: ReadSession, actor: Actor, text: str, location_id: int | None = None, limit: int = 20
) -> tuple[PatientHit, ...]:
    """Patients that fit all that was typed, own location first; nothing for nothing or a single letter.

    Another location's patients, for a role bound to its own, are found only by two things about them, and shown least.
    """
    today = clinic_day(session, location_id)
    asked = parse_search(text, today)
    if not asked.says_something:
        return ()
    found: dict[int, tuple[Found, set[Matched]]] = {}
    limit = min(limit, MOST)
    for statement, reason in _statements(asked, _reach(actor, asked)):
        for row in session.execute(statement.limit(limit)):
            found.setdefault(row.id, (row, set()))[1].add(reason)
        if len(found) >= limit:
            break
    ordered = sorted(found.values(), key=lambda hit: _order(hit[0], asked, location_id))[:limit]
    places = location_names(session)
    return tuple(_hit(row, _reasons(row, asked, reasons), actor, asked, today, places) for row, reasons in ordered)


def _reach(actor: Actor, asked: Asked) -> list[Condition]:
    """Merged records are never found; other clinics' ones only by two identifiers when the role is bound."""
    inside: list[Condition] = [Patient.merged_into_id.is_(None)]
    if actor.sees(Permission.SEARCH_PATIENT, None) is not None and asked.identifiers < 2:
        inside.append(or_(Patient.home_location_id.is_(None), Patient.home_location_id.in_(actor.locations)))
    return inside


def _statements(asked: Asked, where: list[Condition]) -> Iterator[tuple[Select[*tuple[Any, ...]], Matched]]:
    """What to ask, the likeliest first; each with the reason its answers match."""
    words = (*asked.family, *asked.names)
    base = select(*_COLUMNS).where(*where)
    if not words:
        yield from _without_names(asked, base)
        return
    narrowed = base.where(*_narrowing(asked))
    yield from ((statement, Matched.NAME) for statement in _by_both_names(asked, narrowed))
    for word in words:
        rest = [_has_word(other) for other in words if other is not word]
        keyed = narrowed.join(SearchKey, SearchKey.patient_id == Patient.id).where(
            SearchKey.kind == KeyKind.NAME, starts(SearchKey.key, word), *rest
        )
        yield keyed, Matched.OTHER_NAME


def _by_both_names(asked: Asked, base: Select[*tuple[Any, ...]]) -> Iterator[Select[*tuple[Any, ...]]]:
    """Every cut of the words into last and first name, both ways round."""
    if asked.family:
        yield _both(base, " ".join(asked.family), " ".join(asked.names))
        return
    words = asked.names
    for cut in range(len(words), 0, -1):
        one, other = " ".join(words[:cut]), " ".join(words[cut:])
        yield _both(base, one, other)
        yield _both(base, other, one)


def _both(base: Select[*tuple[Any, ...]], family: str, given: str) -> Select[*tuple[Any, ...]]:
    columns = ((Patient.family_key, family), (Patient.given_key, given))
    ranges = [starts(column, text) for column, text in columns if text]
    order = (Patient.family_key, Patient.given_key) if family else (Patient.given_key, Patient.family_key)
    return base.where(*ranges).order_by(*order)


def _has_word(word: str) -> Condition:
    key = select(_Beside.id).where(
        _Beside.patient_id == Patient.id, _Beside.kind == KeyKind.NAME, starts(_Beside.key, word)
    )
    return or_(starts(Patient.family_key, word), starts(Patient.given_key, word), exists(key))


def _narrowing(asked: Asked) -> list[Condition]:
    """What a birth date or a number beside a name asks for."""
    told: list[Condition] = []
    if asked.births:
        told.append(Patient.birth_date.in_(asked.births))
    elif asked.digits:
        told.append(or_(Patient.mrn == asked.digits, _keyed(KeyKind.PHONE, asked.digits[::-1])))
    if asked.number:
        told.append(or_(*(_keyed(kind, asked.number) for kind in (KeyKind.NUMBER, KeyKind.MEMBER))))
    if asked.email:
        told.append(_keyed(KeyKind.EMAIL, asked.email))
    return told


def _keyed(kind: KeyKind, start: str) -> Condition:
    return Patient.id.in_(select(_Beside.patient_id).where(_Beside.kind == kind, starts(_Beside.key, start)))


def _without_names(asked: Asked, base: Select[*tuple[Any, ...]]) -> Iterator[tuple[Select[*tuple[Any, ...]], Matched]]:
    if asked.digits and not asked.number:
        yield base.where(Patient.mrn == asked.digits), Matched.MRN
    if asked.births:
        # without an order: the planner would walk the index of names to find one day's births
        yield base.where(Patient.birth_date.in_(asked.births)), Matched.BIRTH
    if len(asked.digits) >= 4:
        yield _by_key(base, KeyKind.PHONE, asked.digits[::-1])
    for kind in (KeyKind.NUMBER, KeyKind.MEMBER, KeyKind.APPOINTMENT, KeyKind.OLD_MRN):
        if len(number := asked.number or asked.digits) >= 3:
            yield _by_key(base, kind, number)
    if asked.email:
        yield _by_key(base, KeyKind.EMAIL, asked.email)


def _by_key(base: Select[*tuple[Any, ...]], kind: KeyKind, start: str) -> tuple[Select[*tuple[Any, ...]], Matched]:
    return (
        base.join(SearchKey, SearchKey.patient_id == Patient.id).where(
            SearchKey.kind == kind, starts(SearchKey.key, start)
        ),
        _NUMBERS[kind],
    )


def _order(row: Found, asked: Asked, location_id: int | None) -> tuple[Any, ...]:
    """Here before elsewhere, whole names before beginnings, then by name."""
    here = location_id is not None and row.home_location_id == location_id
    words = {*asked.family, *asked.names}
    whole = len(words & {*row.family_key.split(), *row.given_key.split()})
    return (not here, -whole, row.family_key, row.given_key, row.id)


def _reasons(row: Found, asked: Asked, first: set[Matched]) -> tuple[Matched, ...]:
    """Everything that matched, in the order of the codes."""
    every = set(first)
    if row.birth_date in asked.births:
        every.add(Matched.BIRTH)
    if asked.digits and row.mrn == asked.digits:
        every.add(Matched.MRN)
    if len(asked.digits) >= 4 and phone_digits(row.phone).endswith(asked.digits):
        every.add(Matched.PHONE)
    if Matched.NAME in every:
        every.discard(Matched.OTHER_NAME)
    return tuple(code for code in Matched if code in every)


def _hit(
    row: Found, reasons: tuple[Matched, ...], actor: Actor, asked: Asked, today: date, places: dict[int, str]
) -> PatientHit:
    away = is_elsewhere(actor, Permission.SEARCH_PATIENT, row.home_location_id)
    grant = actor.grant(Permission.SEARCH_PATIENT)
    hidden = away or (grant is not None and grant.masked)
    born = row.birth_date if not hidden or row.birth_date in asked.births else None
    return PatientHit(
        id=row.id,
        name=show_name(row.family, row.given),
        preferred_name="" if hidden or fold(row.preferred_name) == row.given_key else row.preferred_name,
        birth_date=born,
        age=age_on(row.birth_date, today) if row.birth_date and not hidden else None,
        sex=row.sex,
        mrn="" if hidden and Matched.MRN not in reasons else show_mrn(row.mrn),
        phone="" if hidden else phone_tail(row.phone),
        matched=reasons,
        elsewhere=places.get(row.home_location_id, "–") if away else "",
    )
