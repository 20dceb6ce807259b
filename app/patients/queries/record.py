"""One patient's record as the desk needs it at a glance, and names for rooms above."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from sqlalchemy import select

from app.core.access import Actor, Permission, decide
from app.core.actions import query
from app.core.clock import local_day
from app.core.errors import NotFound, ReasonNeeded
from app.core.sessions import ClinicSession, ReadSession
from app.patients.queries.details import NOWHERE, Reached, details_of, reached_by
from app.patients.queries.glass import check_glass
from app.patients.queries.reach import clinic_zone, is_elsewhere, location_names, practitioner_name
from app.patients.queries.standing import standing_photo
from app.patients.rules.codes import NoteKind, Restriction
from app.patients.rules.completeness import missing
from app.patients.rules.details import NO_DETAILS, Details
from app.patients.rules.folding import initials, phone_tail, short_name, show_mrn, show_name, show_phone
from app.patients.rules.people import Person, age_on
from app.patients.tables import Patient
from app.patients.tables.record import PatientNote
from app.staff.tables import Practitioner

PERSON_FIELDS = tuple(field.name for field in fields(Person))


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note or alert that still stands; `day` is the clinic's on which it was written."""

    id: int
    version: int
    kind: NoteKind
    text: str
    day: date
    created_by: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """How a patient is called in lists: "Last, First", "Last, F." and what they want to be called."""

    name: str
    short: str
    preferred: str = ""


@dataclass(frozen=True, slots=True)
class PatientSummary:
    """A record opened: `person` holds the fields (blank where the role sees them masked), the rest is ready to show.

    `details` come without the number of the proof of identity: `identity_tail` holds its end, for who may know of it.
    `reached` is where the patient is to be reached, `today` the clinic's day. `reason` is why it was opened, for the
    journal; `elsewhere` names the home location when it is out of reach. `glass_until`: the record is restricted and
    open for this person until then. `shaded`: names stand as initials. `photo_id`: the photo that may be shown.
    """

    id: int
    version: int
    mrn: str
    name: str
    short_name: str
    person: Person
    age: int | None
    notes: tuple[NoteRow, ...]
    missing: tuple[str, ...]
    home_location: str
    elsewhere: bool = False
    masked: bool = False
    birth_year: int | None = None
    reason: str = ""
    details: Details = NO_DETAILS
    reached: Reached = NOWHERE
    identity_tail: str = ""
    therapist: str = ""
    today: date = date.min
    restriction: Restriction = Restriction.NONE
    glass_until: datetime | None = None
    shaded: bool = False
    photo_id: int | None = None

    @property
    def alerts(self) -> tuple[NoteRow, ...]:
        """The notes that come up when the record is opened."""
        return tuple(note for note in self.notes if note.kind is NoteKind.ALERT)


@query(Permission.VIEW_PATIENT, subjects=lambda record: [record.id], opens=True)
def summary(session: ReadSession, actor: Actor, patient_id: int, reason: str = "") -> PatientSummary:
    """One record, with everything the right-hand pane shows. A merged number answers with the one that is left.

    Raises NotFound, Refused, GlassNeeded, and ReasonNeeded for another location's patient or a role that is asked why.
    """
    patient = live_patient(session, patient_id)
    grant = decide(actor, Permission.VIEW_PATIENT, (), reason)
    away = is_elsewhere(actor, Permission.VIEW_PATIENT, patient.home_location_id)
    if away and not reason.strip():
        raise elsewhere_needs_reason()
    glass_until = check_glass(session, actor, patient)
    person, details = person_of(patient), details_of(session, patient.id)
    called = (patient.family, patient.given)
    zone = clinic_zone(session, patient.home_location_id)
    today = local_day(session.now, zone)
    shown = NO_DETAILS if grant.masked else _shown_details(actor, details)
    return PatientSummary(
        id=patient.id,
        version=patient.version,
        mrn=show_mrn(patient.mrn),
        name=initials(*called) if actor.shaded else show_name(*called),
        short_name=initials(*called) if actor.shaded else short_name(*called),
        person=_masked(person) if grant.masked else replace(person, phone=show_phone(person.phone)),
        age=age_on(person.birth_date, today) if person.birth_date else None,
        notes=open_notes(session, patient.id, zone),
        missing=missing(person, details, today, asks_employer=patient.asks_employer),
        home_location=location_names(session).get(patient.home_location_id or 0, ""),
        elsewhere=away,
        masked=grant.masked,
        birth_year=person.birth_date.year if person.birth_date else None,
        reason=reason.strip(),
        details=shown,
        reached=NOWHERE if grant.masked else reached_by(person, details.reach),
        identity_tail=number_tail(details.identity.number) if shown.identity and details.identity else "",
        therapist=_therapist(session, patient.preferred_practitioner_id),
        today=today,
        restriction=patient.restriction,
        glass_until=glass_until,
        shaded=actor.shaded,
        photo_id=None if grant.masked or actor.shaded else standing_photo(session, patient.id),
    )


def _shown_details(actor: Actor, details: Details) -> Details:
    """The details for somebody who sees contacts: the proof of identity without its number, or not at all."""
    identity = details.identity
    if identity is None or actor.grant(Permission.VIEW_IDENTITY) is None:
        return replace(details, identity=None)
    return replace(details, identity=replace(identity, number=""))


def number_tail(number: str) -> str:
    """The end of a number: enough to compare it with a card in the hand."""
    return f"··{number[-4:]}" if len(number) > 4 else "··" if number else ""


def _therapist(session: ClinicSession, practitioner_id: int | None) -> str:
    found = session.get(Practitioner, practitioner_id) if practitioner_id is not None else None
    return practitioner_name(found) if found else ""


def elsewhere_needs_reason() -> ReasonNeeded:
    """The sentence for a patient of another location."""
    return ReasonNeeded(
        "This patient belongs to another location.", next_step="Write why you open the record.", field="reason"
    )


def _masked(person: Person) -> Person:
    """What a role without contact details may still see: name, year, language, the tail of the phone."""
    return Person(
        family=person.family, given=person.given, preferred_name=person.preferred_name, pronouns=person.pronouns,
        sex=person.sex, phone=phone_tail(person.phone), language=person.language, interpreter=person.interpreter,
        home_location_id=person.home_location_id,
    )  # fmt: skip


def live_patient(session: ClinicSession, patient_id: int) -> Patient:
    """The row, or the one it was merged into. Raises NotFound."""
    patient = session.get(Patient, patient_id)
    while patient is not None and patient.merged_into_id is not None:
        patient = session.get(Patient, patient.merged_into_id)
    if patient is None:
        raise NotFound("There is no such patient.", next_step="Search again.")
    return patient


def person_of(patient: Patient) -> Person:
    """The fields of a row as a value."""
    return Person(**{name: getattr(patient, name) for name in PERSON_FIELDS})


def load_person(session: ClinicSession, patient_id: int) -> Person:
    """The fields of a patient, for actions of upper rooms. Raises NotFound."""
    return person_of(live_patient(session, patient_id))


def open_notes(session: ClinicSession, patient_id: int, zone: str) -> tuple[NoteRow, ...]:
    """Alerts first, then notes, the newest first; `zone` is that of the clinic whose days are shown."""
    ask = select(PatientNote).where(PatientNote.patient_id == patient_id, PatientNote.ended_at.is_(None))
    rows = session.scalars(ask.order_by(PatientNote.kind, PatientNote.id.desc()))
    return tuple(
        NoteRow(row.id, row.version, row.kind, row.text, local_day(row.created_at, zone), row.created_by_name)
        for row in rows
    )


def names(session: ClinicSession, ids: Iterable[int]) -> dict[int, PersonName]:
    """The names of patients by id, for lists of upper rooms; masking is theirs to decide."""
    wanted = sorted(set(ids))
    found: dict[int, PersonName] = {}
    for at in range(0, len(wanted), 500):  # below the limit of bound values on every engine
        ask = select(Patient.id, Patient.family, Patient.given, Patient.preferred_name)
        for row in session.execute(ask.where(Patient.id.in_(wanted[at : at + 500]))):
            found[row.id] = PersonName(
                show_name(row.family, row.given), short_name(row.family, row.given), row.preferred_name
            )
    return found


def born(session: ClinicSession, ids: Iterable[int]) -> dict[int, date | None]:
    """The birth dates of patients by id, for lists of upper rooms."""
    wanted = sorted(set(ids))
    found: dict[int, date | None] = {}
    for at in range(0, len(wanted), 500):
        ask = select(Patient.id, Patient.birth_date).where(Patient.id.in_(wanted[at : at + 500]))
        found.update((row.id, row.birth_date) for row in session.execute(ask))
    return found
