"""A patient's whole record in the words of the clinic, for paper: the same value that leaves as FHIR."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from app.core.text import tr
from app.exchange.rules.arriving import name_words
from app.exchange.rules.codes import DECLINED
from app.exchange.rules.records import (
    Address,
    Contact,
    ContactPoint,
    CoverageRecord,
    HumanName,
    PatientRecord,
    WholeRecord,
    whole_day,
)
from app.kit.dates import show_date
from app.kit.money import show_money
from app.patients.rules.codes import Sex, sex_words
from app.patients.rules.demographics import DECLINED as NOT_TOLD
from app.patients.rules.demographics import ethnicity_words, race_words
from app.patients.rules.folding import show_mrn, show_name
from app.patients.rules.languages import language_words
from app.reports.rules.record import RecordPaper, RecordPart

Rows = Iterable[tuple[str, ...]]


def paper_of(whole: WholeRecord, *, clinic: str, printed_at: datetime, printed_by: str) -> RecordPaper:
    """The record as it is printed; `printed_at` is the clinic's wall time."""
    record = whole.patient
    legal = record.names[0]
    parts = (
        _part(tr("Person"), (), _person(record)),
        _part(tr("People"), (tr("Name"), tr("Is"), tr("Phone"), tr("Address")), map(_beside, record.contacts)),
        _part(
            tr("Plans"), (tr("Payer"), tr("Plan"), tr("Member number"), tr("Group number"), tr("Days"), tr("Co-pay")),
            map(_plan, record.coverages),
        ),
        _part(tr("Visits"), (tr("When"), tr("What"), tr("With"), tr("Where"), tr("Status")), _visits(whole)),
        _part(tr("Documents"), (tr("Title"), tr("Kind"), tr("Received"), tr("Size")), _documents(whole)),
        _part(tr("Consents"), (tr("What"), tr("Answer"), tr("From"), tr("Until")), _consents(whole)),
    )  # fmt: skip
    given = next(iter(legal.given), "")
    return RecordPaper(
        name=show_name(legal.family, given), mrn=show_mrn(record.identifiers[0].value), clinic=clinic,
        printed_at=printed_at, printed_by=printed_by, parts=tuple(part for part in parts if part.rows),
    )  # fmt: skip


def _part(title: str, columns: tuple[str, ...], rows: Rows) -> RecordPart:
    return RecordPart(title, columns, tuple(rows))


def _person(record: PatientRecord) -> Iterator[tuple[str, str]]:
    """The facts of a person of which something is known, a line for each."""
    facts = (
        (tr("Name"), _whole_name(record.names[0])),
        (tr("Other names"), ", ".join(filter(None, map(_whole_name, record.names[1:])))),
        (tr("Birth date"), _day(record.birth_date)),
        (tr("Died"), _day(record.deceased_on)),
        (tr("Sex on the plan"), sex_words(Sex(record.gender or Sex.UNKNOWN))),
        (tr("Pronouns"), record.pronouns),
        (tr("Race"), ", ".join(race_words(NOT_TOLD if code == DECLINED else code) for code in record.race)),
        (tr("Ethnicity"), ethnicity_words(NOT_TOLD if record.ethnicity == DECLINED else record.ethnicity)),
        (tr("Language"), _language(record)),
        (tr("Phones and e-mail"), ", ".join(map(_way, record.telecom))),
        (tr("Address"), "; ".join(map(_address, record.addresses))),
        (tr("Preferred clinic"), record.managing_organization),
    )
    yield from ((name, words) for name, words in facts if words)


def _whole_name(name: HumanName) -> str:
    return name.text or " ".join(part for part in (*name.given, name.family, name.suffix) if part)


def _day(text: str) -> str:
    day = whole_day(text)
    return show_date(day) if day else text


def _language(record: PatientRecord) -> str:
    spoken = language_words(record.language) if record.language else ""
    return ", ".join(filter(None, (spoken, tr("needs an interpreter") if record.interpreter else "")))


def _way(one: ContactPoint) -> str:
    said = ", ".join(filter(None, (one.use, one.note)))
    return f"{one.value} ({said})" if said else one.value


def _address(one: Address) -> str:
    town = " ".join(filter(None, (one.state, one.postal_code)))
    return ", ".join(filter(None, (*one.line, one.city, town))) or one.text


def _beside(one: Contact) -> tuple[str, ...]:
    roles = {
        "emergency": tr("Emergency contact"), "guarantor": tr("Guarantor"), "guardian": tr("Responsible party"),
        "employer": tr("Employer"),
    }  # fmt: skip
    is_what = ", ".join(filter(None, (*(roles.get(role, role) for role in one.roles), one.relation)))
    return name_words(one), is_what, ", ".join(map(_way, one.telecom)), _address(one.address)


def _plan(one: CoverageRecord) -> tuple[str, ...]:
    days = " – ".join(filter(None, (_day(one.starts_on), _day(one.ends_on))))
    copay = next((show_money(cost.cents) for cost in one.costs if cost.cents is not None), "")
    return one.payer.name, one.class_of("plan").value, one.member_id, one.class_of("group").value, days, copay


def _visits(whole: WholeRecord) -> Rows:
    words = {
        "booked": tr("Booked"), "arrived": tr("Arrived"), "checked-in": tr("Checked in"), "fulfilled": tr("Checked out"),
        "cancelled": tr("Cancelled"), "noshow": tr("No-show"), "entered-in-error": tr("Made by mistake"),
    }  # fmt: skip
    for one in whole.appointments:
        yield _moment(one.starts_at), one.kind, one.practitioner, one.location, words.get(one.status, one.status)


def _moment(text: str) -> str:
    """A wall time of the clinic's."""
    if not text:
        return ""
    at = datetime.fromisoformat(text)
    return f"{show_date(at.date())} {at:%I:%M %p}"


def _documents(whole: WholeRecord) -> Rows:
    for one in whole.documents:
        title = tr("{title} (void)", title=one.title) if one.voided else one.title
        yield title, one.kind, _moment(one.received_at), f"{max(1, one.size // 1024):,} KB"


def _consents(whole: WholeRecord) -> Rows:
    kinds = {
        "call": tr("Phone calls"), "voicemail": tr("Voicemail"), "text": tr("Text messages"), "email": tr("E-mail"),
        "treatment": tr("Consent to treatment"), "privacy_notice": tr("Privacy notice"),
        "financial": tr("Financial policy"), "release": tr("Release of information"), "photo": tr("Photo"),
    }  # fmt: skip
    for one in whole.consents:
        answer = tr("Yes") if one.decision == "permit" else tr("No")
        yield kinds.get(one.kind, one.kind), answer, _day(one.decided_on), _day(one.ended_on)
