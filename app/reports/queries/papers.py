"""What the papers about a patient's visits are made of."""

from sqlalchemy import select

from app.core.access import Actor, Permission
from app.core.actions import query
from app.core.clock import local, local_day
from app.core.errors import NotFound
from app.core.ports import PaperWish
from app.core.sessions import ReadSession
from app.core.text import tr
from app.documents.queries import patient_in_reach
from app.episodes.queries import EpisodeRow, episodes_of, title_seen
from app.insurance.tables import Coverage, Payer
from app.patients.tables import Patient
from app.reports.queries.receipt import address_of
from app.reports.rules.papers import ComingVisits, ExtensionRequest, ListedVisit
from app.schedule.queries import next_visits
from app.schedule.queries.ledger import LedgerRow, ledgers_of
from app.staff.tables import Location, Practitioner

#: booked visits that are listed at most
MOST = 120


@query(Permission.BOOK, subjects=lambda paper: (paper.patient_id,))
def coming_visits(
    session: ReadSession, actor: Actor, wish: PaperWish, clinic: str = "", reason: str = ""
) -> ComingVisits:
    """The visits a patient has booked, in the patient's language. Raises NotFound, ReasonNeeded, GlassNeeded."""
    patient = patient_in_reach(session, actor, Permission.BOOK, wish.patient_id, reason)
    place = _place(session, actor, wish.location_id)
    rows = next_visits(session, actor, patient.id, MOST)
    people = _people(session)
    places = {found.id: found.name for found in session.execute(select(Location.id, Location.name))}
    visits = tuple(
        ListedVisit(
            local(row.starts_at, row.zone).replace(tzinfo=None), people[row.practitioner_id], places[row.location_id]
        )
        for row in rows
    )
    language = "es" if patient.language.startswith("es") else "en"
    return ComingVisits(
        patient.id, clinic or place.name, place.name if clinic else "", address_of(place), place.phone,
        _name(patient), local_day(session.now, place.zone), language, visits,
    )  # fmt: skip


@query(Permission.VIEW_INSURANCE, subjects=lambda paper: (paper.patient_id,))
def extension_request(
    session: ReadSession, actor: Actor, wish: PaperWish, clinic: str = "", reason: str = ""
) -> ExtensionRequest:
    """What a payer is asked for, with the count of the visits it gave. Raises NotFound, ReasonNeeded, GlassNeeded."""
    patient = patient_in_reach(session, actor, Permission.VIEW_INSURANCE, wish.patient_id, reason)
    place = session.get(Location, wish.location_id)
    found = next(
        (row for row in ledgers_of(session, patient.id) if row.authorization.id == wish.authorization_id), None
    )
    if found is None or place is None:
        raise NotFound("There is no such authorization.", next_step="Look at the patient's record again.")
    episode = next((row for row in episodes_of(session, patient.id) if row.id == wish.episode_id), None)
    return _request(session, actor, wish, patient, place, found, episode, clinic)


def _request(
    session: ReadSession, actor: Actor, wish: PaperWish, patient: Patient, place: Location, found: LedgerRow,
    episode: EpisodeRow | None, clinic: str,
) -> ExtensionRequest:  # fmt: skip
    given, ledger, plan = found.authorization, found.ledger, episode.plan if episode else None
    seen = actor.grant(Permission.VIEW_CLINICAL_HEADER) is not None and title_seen(actor)
    treats = episode.practitioner_id if episode else None
    payer = session.get_one(Payer, given.payer_id)
    return ExtensionRequest(
        patient_id=patient.id,
        clinic=clinic or place.name,
        location=place.name if clinic else "",
        address=address_of(place),
        phone=place.phone,
        made_on=local_day(session.now, place.zone),
        made_by=actor.name,
        payer=given.payer,
        payer_phone=payer.phone,
        number=given.number,
        patient=_name(patient),
        birth_date=patient.birth_date,
        member_id=_member(session, patient.id, given.payer_id, given.coverage_id),
        care=episode.title if episode and seen else "",
        practitioner=_people(session)[treats] if treats is not None else "",
        often=tr("{often} a week for {weeks} weeks", often=plan.visits_per_week, weeks=plan.weeks) if plan else "",
        allowed=ledger.allowed,
        attended=ledger.attended,
        unsigned=ledger.unsigned,
        booked=ledger.booked,
        reserved=ledger.reserved,
        starts_on=given.starts_on,
        ends_on=given.ends_on,
        visits=wish.visits,
        first=wish.first,
        last=wish.last,
        late=wish.late,
    )


def _place(session: ReadSession, actor: Actor, location_id: int) -> Location:
    actor.sees(Permission.BOOK, location_id)
    found = session.get(Location, location_id)
    if found is None:
        raise NotFound("There is no such location.", next_step="Choose a location.")
    return found


def _name(patient: Patient) -> str:
    return " ".join(part for part in (patient.given, patient.family) if part)


def _people(session: ReadSession) -> dict[int, str]:
    wanted = select(Practitioner.id, Practitioner.given, Practitioner.family, Practitioner.credential)
    return {
        row.id: ", ".join(part for part in (f"{row.given} {row.family}".strip(), row.credential) if part)
        for row in session.execute(wanted)
    }


def _member(session: ReadSession, patient_id: int, payer_id: int, coverage_id: int | None) -> str:
    wanted = select(Coverage.member_id).where(Coverage.patient_id == patient_id, Coverage.payer_id == payer_id)
    if coverage_id is not None:
        wanted = wanted.where(Coverage.id == coverage_id)
    return session.scalars(wanted.order_by(Coverage.rank, Coverage.id.desc()).limit(1)).first() or ""


__all__ = ["coming_visits", "extension_request"]
