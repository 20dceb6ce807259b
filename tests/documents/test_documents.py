from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, text

from app.core.access import Grant, Permission
from app.core.errors import ClinicError, NotFound, ReasonNeeded, Refused, Stale, Unavailable
from app.core.journal import JournalEntry
from app.documents.actions import AttachDocument, VoidDocument, attach_document, void_document
from app.documents.queries import content, documents
from app.documents.rules import DocumentKind
from app.documents.tables import DocumentContent, StoredDocument
from tests.support.clinic import ANYONE, Clinic
from tests.visits.flow import CLERK, ELSEWHERE, NOBODY, OWN, picture, without

SENTINEL = "Xylographie-Quarantäne-4711"
NOTE = AttachDocument(
    patient_id=1,
    location_id=1,
    kind=DocumentKind.INTAKE_FORM,
    data=f"history: {SENTINEL}\n".encode(),
    file_name="intake.txt",
    title="  Intake ",
)


def attach(clinic: Clinic, **more: object) -> int:
    command = replace(NOTE, id=AttachDocument(**base()).id, **more)  # type: ignore[arg-type]
    return clinic.do(attach_document, command).document_id


def base() -> dict[str, object]:
    return {"patient_id": 1, "location_id": 1, "kind": DocumentKind.OTHER, "data": b"x"}


def test_a_file_comes_back_as_it_was_stored(clinic: Clinic) -> None:
    number = attach(clinic, issued_on=date(2026, 3, 1), expires_on=date(2027, 3, 1))
    (listed,) = clinic.executor.fetch(documents, CLERK, 1)
    assert (listed.id, listed.title, listed.media_type, listed.size) == (number, "Intake", "text/plain", len(NOTE.data))
    assert listed.received_by_name == ANYONE.name
    assert clinic.executor.fetch(content, CLERK, number).data == NOTE.data


def test_without_a_title_it_is_called_after_its_kind(clinic: Clinic) -> None:
    attach(clinic, title="")
    assert clinic.executor.fetch(documents, CLERK, 1)[0].title == "Intake form"


def test_its_words_are_found_nowhere_in_the_database(clinic: Clinic) -> None:
    attach(clinic)
    words = [SENTINEL.encode(), SENTINEL.encode("utf-16-le"), SENTINEL.encode().hex().encode()]
    with clinic.database.engine.connect() as connection:
        tables = [name for (name,) in connection.execute(text(tables_of(clinic)))]
        assert {"document_content", "journal"} <= set(tables)
        for table in tables:
            for row in connection.execute(text(f'SELECT * FROM "{table}"')):
                seen = b"|".join(one if isinstance(one, bytes) else str(one).encode() for one in row)
                assert not any(word in seen for word in words), table
    if clinic.database.path:
        assert not any(word in clinic.database.path.read_bytes() for word in words)


def tables_of(clinic: Clinic) -> str:
    if clinic.database.embedded:
        return "SELECT name FROM sqlite_master WHERE type = 'table'"
    return "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"


def test_a_blob_put_under_another_document_does_not_open(clinic: Clinic) -> None:
    first, second = attach(clinic), attach(clinic)
    with clinic.database.writing() as session:
        session.get_one(DocumentContent, second).sealed = session.get_one(DocumentContent, first).sealed
        session.commit()
    with pytest.raises(Unavailable):
        clinic.executor.fetch(content, CLERK, second)


def test_what_cannot_be_stored_leaves_nothing(clinic: Clinic) -> None:
    for more, field in (
        ({"data": b"MZ" + bytes(90)}, "file"),
        ({"file_name": "intake.pdf"}, "file"),
        ({"title": "a\u202eb"}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"issued_on": date(2026, 3, 11)}, "issued_on"),
        ({"issued_on": date(2026, 3, 1), "expires_on": date(2026, 2, 1)}, "expires_on"),
    ):
        with pytest.raises(ClinicError) as told:
            attach(clinic, **more)
        assert told.value.field == field
    for name in ("patient_id", "location_id"):
        with pytest.raises(NotFound):
            attach(clinic, **{name: 99})
    assert clinic.rows(lambda session: session.scalars(select(StoredDocument)).all()) == []


def test_the_same_command_twice_is_one_file(clinic: Clinic) -> None:
    assert clinic.do(attach_document, NOTE).document_id > 0
    assert clinic.do(attach_document, NOTE).document_id == 0
    assert len(clinic.executor.fetch(documents, CLERK, 1)) == 1


def test_a_document_is_made_void_never_deleted(clinic: Clinic) -> None:
    number = attach(clinic)
    with pytest.raises(ReasonNeeded):
        clinic.do(void_document, VoidDocument(document_id=number, version=1))
    with pytest.raises(Stale):
        clinic.do(void_document, VoidDocument(document_id=number, version=2, reason="wrong patient"))
    clinic.do(void_document, VoidDocument(document_id=number, version=1, reason="wrong patient"))
    with pytest.raises(NotFound):
        clinic.do(void_document, VoidDocument(document_id=number, version=2, reason="again"))
    assert clinic.executor.fetch(documents, CLERK, 1) == ()
    (gone,) = clinic.executor.fetch(documents, CLERK, 1, "", True)
    assert gone.void_reason == "wrong patient"
    assert clinic.executor.fetch(content, CLERK, number).data == NOTE.data


def test_who_may_not(clinic: Clinic) -> None:
    number = attach(clinic)
    for actor in (NOBODY, ELSEWHERE, without(Permission.ATTACH_DOCUMENT, Permission.VOID_DOCUMENT)):
        with pytest.raises(Refused):
            clinic.do(attach_document, replace(NOTE, title="again"), actor)
        with pytest.raises(Refused):
            clinic.do(void_document, VoidDocument(document_id=number, version=1, reason="x"), actor)
    with pytest.raises(Refused):
        clinic.executor.fetch(documents, NOBODY, 1)
    with pytest.raises(ReasonNeeded):
        clinic.executor.fetch(documents, ELSEWHERE, 1)
    assert clinic.executor.fetch(documents, ELSEWHERE, 1, "transfer")[0].id == number


def test_an_id_and_a_card_need_more_than_seeing_the_patient(clinic: Clinic) -> None:
    scan = {"data": picture(), "file_name": "scan.png"}
    photo = attach(clinic, kind=DocumentKind.PHOTO_ID, **scan)
    card = attach(clinic, kind=DocumentKind.INSURANCE_CARD, **scan)
    masked = replace(CLERK, grants={**CLERK.grants, Permission.VIEW_IDENTITY: Grant(masked=True)})
    asked = replace(CLERK, grants={**CLERK.grants, Permission.VIEW_IDENTITY: Grant(reason=True)})
    with pytest.raises(Refused):
        clinic.executor.fetch(content, masked, photo)
    with pytest.raises(ReasonNeeded):
        clinic.executor.fetch(content, asked, photo)
    assert clinic.executor.fetch(content, asked, photo, "wrong name on the card").data == scan["data"]
    with pytest.raises(Refused):
        clinic.executor.fetch(content, without(Permission.VIEW_INSURANCE), card)
    reader = replace(CLERK, grants={Permission.VIEW_PATIENT: replace(OWN, masked=True)})
    with pytest.raises(Refused):
        clinic.executor.fetch(content, reader, attach(clinic))


def test_the_journal_says_what_was_stored_and_not_what_is_in_it(clinic: Clinic) -> None:
    attach(clinic)
    entry = clinic.rows(lambda session: session.scalars(select(JournalEntry)).one())
    assert (entry.sentence, entry.patient_id) == ("Stored a document: intake-form", 1)
    assert "•••" in entry.details


def test_a_role_that_is_asked_why_is_asked(clinic: Clinic) -> None:
    attach(clinic)
    asked = replace(CLERK, grants={**CLERK.grants, Permission.VIEW_PATIENT: Grant(reason=True)})
    with pytest.raises(ReasonNeeded):
        clinic.executor.fetch(documents, asked, 1)
    assert clinic.executor.fetch(documents, asked, 1, "complaint 12")[0].title == "Intake"


def test_masked_sight_shows_no_titles(clinic: Clinic) -> None:
    attach(clinic)
    reader = replace(CLERK, grants={Permission.VIEW_PATIENT: replace(OWN, masked=True)})
    (listed,) = clinic.executor.fetch(documents, reader, 1)
    assert (listed.title, listed.kind) == ("", DocumentKind.INTAKE_FORM)
