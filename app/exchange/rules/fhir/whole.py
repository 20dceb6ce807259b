"""A patient's whole record as one Bundle: who they are and who is beside them, what pays, visits, papers, consents."""

from collections.abc import Iterator
from uuid import UUID, uuid5

from app.exchange.rules.fhir.nodes import ACT_CODE
from app.exchange.rules.fhir.writing import (
    Json,
    concept,
    coverage_resource,
    filled,
    organization_resource,
    patient_resource,
    reference,
    related_resource,
    stands_alone,
)
from app.exchange.rules.records import (
    AppointmentRecord,
    ConsentRecord,
    DocumentRecord,
    EncounterRecord,
    PatientRecord,
    WholeRecord,
)

#: resources are addressed in this space, so that the same record gives the same addresses
NAMES = UUID("b35f7c0e-6f5a-5d0c-9a55-2f1de3a0b9c4")
_SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope"
_LOINC = "http://loinc.org"


def address_in(record: PatientRecord, kind: str, own: str) -> str:
    """The address of a resource in the bundle of a record."""
    return f"urn:uuid:{uuid5(NAMES, f'{record.id}/{kind}/{own}')}"


def record_bundle(whole: WholeRecord, at: str) -> Json:
    """The bundle of type collection; `at` is the instant it was made, in ISO 8601 with its zone."""
    entries = [
        {"fullUrl": address_in(whole.patient, one["resourceType"], str(one.get("id", ""))), "resource": one}
        for one in _resources(whole)
    ]
    return filled(resourceType="Bundle", type="collection", timestamp=at, entry=entries)


def _resources(whole: WholeRecord) -> Iterator[Json]:
    record = whole.patient
    patient = address_in(record, "Patient", record.id)
    yield patient_resource(record)
    for at, contact in enumerate((one for one in record.contacts if stands_alone(one)), 1):
        yield related_resource(contact, f"{record.id}-related-{at}", patient)
    for at, plan in enumerate(record.coverages, 1):
        own = f"{record.id}-payer-{at}"
        yield organization_resource(plan.payer, own)
        yield coverage_resource(plan, patient, address_in(record, "Organization", own))
    yield from (_appointment(one, patient) for one in whole.appointments)
    yield from (_encounter(one, record, patient) for one in whole.encounters)
    yield from (_document(one, patient) for one in whole.documents)
    yield from (_consent(one, patient) for one in whole.consents)


def _appointment(one: AppointmentRecord, patient: str) -> Json:
    """FHIR wants a participant to have a status; who is in the book has accepted."""
    people = [filled(actor=reference(patient), status="accepted")]
    people += [
        filled(actor=filled(display=name), status="accepted") for name in (one.practitioner, one.location) if name
    ]
    return filled(
        resourceType="Appointment",
        id=one.id,
        status=one.status,
        serviceType=[concept(text=one.kind)] if one.kind else [],
        start=one.starts_at,
        end=one.ends_at,
        minutesDuration=one.minutes,
        created=one.created_at,
        participant=people,
    )


def _encounter(one: EncounterRecord, record: PatientRecord, patient: str) -> Json:
    return filled(
        resourceType="Encounter",
        id=one.id,
        status=one.status,
        class_=filled(system=ACT_CODE, code="AMB", display="ambulatory"),
        type=[concept(text=one.kind)] if one.kind else [],
        subject=reference(patient),
        participant=[filled(individual=filled(display=one.practitioner))] if one.practitioner else [],
        appointment=[reference(address_in(record, "Appointment", one.appointment))] if one.appointment else [],
        period=filled(start=one.started_at, end=one.ended_at),
        location=[{"location": filled(display=one.location)}] if one.location else [],
    )


def _document(one: DocumentRecord, patient: str) -> Json:
    """The file's description; its content is asked for by its id."""
    return filled(
        resourceType="DocumentReference",
        id=one.id,
        status="entered-in-error" if one.voided else "current",
        type=concept(text=one.kind),
        subject=reference(patient),
        date=one.received_at,
        content=[{"attachment": filled(contentType=one.media_type, title=one.title, size=one.size)}],
    )


def _consent(one: ConsentRecord, patient: str) -> Json:
    """A consent of the desk: what it is about stands in its category's words."""
    opted = "OPTIN" if one.decision == "permit" else "OPTOUT"
    return filled(
        resourceType="Consent",
        id=one.id,
        status="inactive" if one.ended_on else "active",
        scope=concept(_SCOPE, "patient-privacy"),
        category=[concept(_LOINC, "59284-0", text=one.kind)],
        patient=reference(patient),
        dateTime=one.decided_on,
        policyRule=concept(ACT_CODE, opted),
        provision=filled(type=one.decision, period=filled(start=one.decided_on, end=one.ended_on)),
    )
