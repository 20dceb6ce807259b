"""Who is already here and looks like the person being registered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, or_, select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.sessions import ClinicSession, ReadSession
from app.patients.queries.reach import clinic_day, is_elsewhere, location_names
from app.patients.queries.record import person_of
from app.patients.queries.search import starts
from app.patients.rules.codes import KeyKind, Sex
from app.patients.rules.folding import fold, phone_digits, phone_key, show_mrn, show_name
from app.patients.rules.likeness import Likeness, likeness
from app.patients.rules.people import Person, age_on
from app.patients.tables import Patient, SearchKey

#: candidates looked at for each way of being found; a name that fits more people says too little
MOST_FOR_A_WAY = 60


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


@query(Permission.SEARCH_PATIENT, subjects=lambda rows: [row.id for row in rows])
def lookalikes(
    session: ReadSession, actor: Actor, draft: Person, besides: int | None = None, limit: int = 3
) -> tuple[Lookalike, ...]:
    """The patients of the whole group most like `draft`, the surest first; `besides` leaves one record out.

    Another location's patient is shown with name and reasons alone to a role bound to its own.
    """
    today, places = clinic_day(session, draft.home_location_id), location_names(session)
    return tuple(
        _row(patient, verdict, actor, today, places) for patient, verdict in alike(session, draft, besides)[:limit]
    )


def alike(session: ClinicSession, draft: Person, besides: int | None = None) -> list[tuple[Patient, Likeness]]:
    """Everyone who looks like `draft`, the surest first."""
    seen: dict[int, Patient] = {}
    for statement in _ways(draft):
        alive = statement.where(Patient.merged_into_id.is_(None)).limit(MOST_FOR_A_WAY)
        seen.update((patient.id, patient) for patient in session.scalars(alive))
    judged = [(patient, likeness(draft, person_of(patient))) for patient in seen.values() if patient.id != besides]
    sure = [(patient, verdict) for patient, verdict in judged if verdict is not None]
    return sorted(sure, key=lambda one: (one[1].rank, one[0].family_key, one[0].id))


def _ways(draft: Person) -> Iterator[Select[Patient]]:
    """The blocks in which a double may lie: same or mistyped birth date, same phone, same or similar name."""
    family, given = fold(draft.family), fold(draft.given)
    people = select(Patient)
    if draft.birth_date and family:
        near = people.where(Patient.birth_date.in_(sorted(_near(draft.birth_date))))
        first = {word[0] for word in (family, given) if word}
        yield near.where(
            or_(*(starts(column, one) for one in sorted(first) for column in (Patient.family_key, Patient.given_key)))
        )
    for number in (draft.phone, draft.other_phone):
        if len(phone_digits(number)) >= 7:
            keyed = select(SearchKey.patient_id).where(
                SearchKey.kind == KeyKind.PHONE, SearchKey.key == phone_key(number)
            )
            yield people.where(Patient.id.in_(keyed))
    if len(family) >= 2 and given:
        yield people.where(Patient.family_key == family, starts(Patient.given_key, given[0]))
        yield people.where(Patient.family_key == given, starts(Patient.given_key, family[0]))
        yield people.where(Patient.given_key == given, starts(Patient.family_key, family[:2]))


def _near(born: date) -> set[date]:
    """The date itself, a day around, day and month swapped."""
    found = {born}
    for days in (-1, 1):
        try:
            found.add(born + timedelta(days=days))
        except OverflowError:
            continue
    if born.day <= 12:
        found.add(date(born.year, born.day, born.month))
    return found


def _row(patient: Patient, verdict: Likeness, actor: Actor, today: date, places: dict[int, str]) -> Lookalike:
    away = is_elsewhere(actor, Permission.SEARCH_PATIENT, patient.home_location_id)
    born = None if away else patient.birth_date
    return Lookalike(
        id=patient.id,
        name=show_name(patient.family, patient.given),
        birth_date=born,
        age=age_on(born, today) if born else None,
        sex=patient.sex,
        mrn="" if away else show_mrn(patient.mrn),
        likeness=verdict,
        elsewhere=places.get(patient.home_location_id or 0, "–") if away else "",
    )
