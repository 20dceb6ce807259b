"""Commands of the desk's rooms: patients, insurance, documents, schedule."""

from datetime import date, time

from app.core.access import Actor, Permission
from app.documents.actions import AttachDocument, VoidDocument
from app.documents.rules import DocumentKind
from app.insurance.actions import (
    AddCoverage,
    AddPayer,
    CoverageKey,
    EndCoverage,
    UpdateCoverage,
    UpdatePayer,
    add_coverage,
    add_payer,
)
from app.insurance.rules import PayerKind
from app.patients.actions.caller import KnowCaller
from app.patients.actions.identity import RevealIdentity
from app.patients.actions.notes import AddNote, EndNote, add_note
from app.patients.actions.photo import BringPhotoBack, PhotoKey, PutPhoto, TakePhotoAway, put_photo, take_photo_away
from app.patients.actions.register import RegisterPatient, UpdatePatient, register_patient
from app.patients.queries.record import load_person
from app.patients.rules.codes import NoteKind
from app.patients.rules.people import Person
from app.schedule.actions import (
    AddBlock,
    BookAppointment,
    CancelAppointment,
    JoinAppointments,
    MoveAppointment,
    SetAppointmentNote,
    SplitAppointment,
    SwapAppointments,
    TakeBackBooking,
    UndoCancel,
    VoidBlock,
    WalkIn,
    add_block,
    cancel_appointment,
    split_appointment,
)
from tests.registry.cases import Case, Reach, add
from tests.registry.world import DAY, HERE, PICTURE, World
from tests.support.photos import FACE
from tests.support.registration import CONTACTS, DETAILS

SATURDAY = date(2026, 3, 14)


def _plan(world: World) -> CoverageKey:
    patient = world.patient()
    plan = AddCoverage(patient_id=patient.id, payer_id=2, rank=2, member_id=f"SECOND{patient.id}")
    return world.do(add_coverage, plan)


def _update_patient(world: World, actor: Actor | None) -> UpdatePatient:
    made = world.patient()
    person = world.row(lambda session: load_person(session, made.id))  # type: ignore[arg-type]
    details = CONTACTS if actor and actor.roles[0] in ("CC", "BI") else DETAILS
    return UpdatePatient(patient_id=made.id, version=made.version, person=person, details=details)


def _reveal(world: World) -> RevealIdentity:
    person = Person(family=f"Case{world.next()}", home_location_id=HERE)
    return RevealIdentity(patient_id=world.do(register_patient, RegisterPatient(person=person, details=DETAILS)).id)


def _photo(world: World) -> PhotoKey:
    patient = world.patient()
    return world.do(put_photo, PutPhoto(patient_id=patient.id, data=FACE))


def _bring_back(world: World) -> BringPhotoBack:
    made = _photo(world)
    world.do(take_photo_away, TakePhotoAway(patient_id=made.patient_id))
    return BringPhotoBack(patient_id=made.patient_id, photo_id=made.photo_id)


def _end_note(world: World) -> EndNote:
    patient = world.patient()
    note = world.do(add_note, AddNote(patient_id=patient.id, kind=NoteKind.NOTE, text="Left-handed"))
    return EndNote(patient_id=patient.id, note_id=note.note_id, version=1)


def _update_coverage(world: World) -> UpdateCoverage:
    plan = _plan(world)
    return UpdateCoverage(
        coverage_id=plan.coverage_id, version=plan.version, payer_id=2, rank=2, plan_name="Gold", member_id="G1"
    )


def _end_coverage(world: World) -> EndCoverage:
    plan = _plan(world)
    return EndCoverage(coverage_id=plan.coverage_id, version=plan.version, ends_on=DAY)


def _update_payer(world: World) -> UpdatePayer:
    name = f"Payer {world.next()}"
    made = world.do(add_payer, AddPayer(name=name, kind=PayerKind.COMMERCIAL))
    return UpdatePayer(payer_id=made.payer_id, version=made.version, name=name + " West", kind=PayerKind.COMMERCIAL)


add(
    {
        "patients.register_patient": Case(
            lambda w, _: RegisterPatient(
                person=Person(family=f"New{w.next()}", given="Ada", home_location_id=HERE), details=DETAILS
            )
        ),
        "patients.update_patient": Case(_update_patient, Reach.PATIENT),
        "patients.reveal_identity": Case(lambda w, _: _reveal(w), Reach.PATIENT, masked_needs=Permission.RESTORE),
        "patients.put_photo": Case(
            lambda w, _: PutPhoto(patient_id=w.patient().id, data=FACE), Reach.PATIENT, masked_needs=Permission.RESTORE
        ),
        "patients.take_photo_away": Case(
            lambda w, _: TakePhotoAway(patient_id=_photo(w).patient_id), Reach.PATIENT, masked_needs=Permission.RESTORE
        ),
        "patients.bring_photo_back": Case(lambda w, _: _bring_back(w), Reach.PATIENT, masked_needs=Permission.RESTORE),
        "patients.know_caller": Case(lambda w, _: KnowCaller(patient_id=w.patient().id, said="1/2/80"), Reach.GROUP),
        "patients.add_note": Case(
            lambda w, _: AddNote(patient_id=w.patient().id, kind=NoteKind.ALERT, text="Needs the ramp"), Reach.PATIENT
        ),
        "patients.end_note": Case(lambda w, _: _end_note(w), Reach.PATIENT),
        "insurance.add_payer": Case(
            lambda w, _: AddPayer(name=f"Payer {w.next()}", kind=PayerKind.COMMERCIAL),
            Reach.GROUP,
            masked_needs=Permission.TAKE_PAYMENT,
        ),
        "insurance.update_payer": Case(
            lambda w, _: _update_payer(w), Reach.GROUP, masked_needs=Permission.TAKE_PAYMENT
        ),
        "insurance.add_coverage": Case(
            lambda w, _: AddCoverage(patient_id=w.patient().id, payer_id=2, rank=2, member_id="S-1"),
            Reach.PATIENT,
            masked_needs=Permission.TAKE_PAYMENT,
        ),
        "insurance.update_coverage": Case(
            lambda w, _: _update_coverage(w), Reach.PATIENT, masked_needs=Permission.TAKE_PAYMENT
        ),
        "insurance.end_coverage": Case(
            lambda w, _: _end_coverage(w), Reach.PATIENT, masked_needs=Permission.TAKE_PAYMENT
        ),
        "documents.attach_document": Case(
            lambda w, _: AttachDocument(
                patient_id=w.patient().id, location_id=HERE, kind=DocumentKind.OTHER, data=PICTURE
            )
        ),
        "documents.void_document": Case(
            lambda w, _: VoidDocument(document_id=w.document(w.patient().id), version=1), always_reason=True
        ),
    }
)


def _book(world: World) -> BookAppointment:
    who, start = world.slot()
    return BookAppointment(
        patient_id=world.patient().id, practitioner_id=who, location_id=HERE, visit_type_id=2, day=DAY, start=start,
        minutes=30,
    )  # fmt: skip


def _move(world: World) -> MoveAppointment:
    visit = world.booked()
    _, start = world.slot()
    return MoveAppointment(
        appointment_id=visit.appointment_id, version=visit.version, day=date(2026, 3, 11), start=start
    )


def _swap(world: World) -> SwapAppointments:
    one, two = world.booked(), world.booked()
    return SwapAppointments(
        appointment_id=one.appointment_id, version=one.version, other_id=two.appointment_id, other_version=two.version
    )


def _split(world: World) -> SplitAppointment:
    visit = world.booked()
    return SplitAppointment(appointment_id=visit.appointment_id, version=visit.version, minutes=visit.minutes - 10)


def _join(world: World) -> JoinAppointments:
    made = world.do(split_appointment, _split(world))
    return JoinAppointments(
        appointment_id=made.first.appointment_id, version=made.first.version,
        other_id=made.second.appointment_id, other_version=made.second.version,
    )  # fmt: skip


def _take_back(world: World) -> TakeBackBooking:
    visit = world.booked()
    return TakeBackBooking(appointment_id=visit.appointment_id, version=visit.version)


def _cancel(world: World) -> CancelAppointment:
    visit = world.booked()
    return CancelAppointment(appointment_id=visit.appointment_id, version=visit.version, reason_code="sick")


def _undo_cancel(world: World) -> UndoCancel:
    gone = world.do(cancel_appointment, _cancel(world))
    return UndoCancel(appointment_id=gone.appointment_id, version=gone.version)


def _note(world: World) -> SetAppointmentNote:
    visit = world.booked()
    return SetAppointmentNote(appointment_id=visit.appointment_id, version=visit.version, note="Bring the brace")


def _block(world: World) -> AddBlock:
    number = world.next()
    day = date.fromordinal(SATURDAY.toordinal() + number)
    return AddBlock(location_id=HERE, practitioner_id=1, day=day, start=time(12), end=time(13), why="meeting")


def _void_block(world: World) -> VoidBlock:
    made = world.do(add_block, _block(world))
    return VoidBlock(block_id=made.block_id, version=made.version)


add(
    {
        "schedule.book": Case(lambda w, _: _book(w)),
        "schedule.walk_in": Case(
            lambda w, _: WalkIn(patient_id=w.patient().id, location_id=HERE, visit_type_id=2, minutes=15)
        ),
        "schedule.move_appointment": Case(lambda w, _: _move(w)),
        "schedule.swap_appointments": Case(lambda w, _: _swap(w)),
        "schedule.split_appointment": Case(lambda w, _: _split(w)),
        "schedule.join_appointments": Case(lambda w, _: _join(w)),
        "schedule.take_back_booking": Case(lambda w, _: _take_back(w)),
        "schedule.cancel_appointment": Case(lambda w, _: _cancel(w)),
        "schedule.undo_cancel": Case(lambda w, _: _undo_cancel(w)),
        "schedule.set_note": Case(lambda w, _: _note(w)),
        "schedule.add_block": Case(lambda w, _: _block(w)),
        "schedule.void_block": Case(lambda w, _: _void_block(w)),
    }
)
