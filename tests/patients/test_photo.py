"""A patient's photo: what is stored of a file, by whom, who sees it, and the way back."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.core.access import Grant, Permission
from app.core.errors import ClinicError, NotFound, Refused, Unavailable
from app.core.journal import JournalEntry
from app.core.ports import Place
from app.patients.actions.photo import (
    BringPhotoBack,
    PhotoKey,
    PutPhoto,
    TakePhotoAway,
    bring_photo_back,
    put_photo,
    take_photo_away,
)
from app.patients.actions.register import RegisterPatient, UpdatePatient, register_patient, update_patient
from app.patients.queries.photo import photo
from app.patients.queries.record import summary
from app.patients.rules.codes import ConsentKind, Decision
from app.patients.rules.details import Agreed, Details
from app.patients.rules.people import Person
from app.patients.rules.portrait import LARGEST, SIDE, portrait
from app.patients.tables.record import PatientPhoto
from app.patients.view.page import PatientsPage
from tests.support.clinic import ANYONE, Clinic
from tests.support.photos import FACE, face
from tests.support.record import Record, patients_page, record_of

# ------------------------------------------------------------------------------------------------------------ the rule


def size_of(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == "JPEG"
        assert not picture.getexif()
        return picture.size


@pytest.mark.parametrize(
    "data", [face((4000, 3000)), face((900, 1200), "PNG"), face((480, 480)), face((60, 60), "PNG")]
)
def test_a_photo_is_stored_small_and_bare(data: bytes) -> None:
    stored = portrait(data)
    assert max(size_of(stored)) <= SIDE
    assert len(stored) <= LARGEST
    assert portrait(stored) == stored


def test_where_and_with_what_it_was_taken_is_left_out() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Phone", 6  # its maker; turned by a quarter
    stored = portrait(face((400, 300), exif=exif.tobytes()))
    assert size_of(stored) == (300, 400)
    assert b"Phone" not in stored


def test_what_is_clear_becomes_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(portrait(out.getvalue()))) as picture:
        assert picture.getpixel((50, 50)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "This is no photo that can be read."),
        (b"%PDF-1.7 and so on", "This is no photo that can be read."),
        (b"GIF89a" + bytes(100), "This is no photo that can be read."),
        (FACE[:500], "This is no photo that can be read."),
        (face((900, 900))[:2000], "This is no photo that can be read."),
        (face((20, 400)), "This picture is too small."),
        (bytes(26 * 1024 * 1024), "This picture is too large."),
    ],
    ids=["empty", "paper", "gif", "cut off", "cut off, large", "small", "large"],
)
def test_anything_else_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(ClinicError) as told:
        portrait(data)
    assert (told.value.message, told.value.field) == (words, "photo")


# ------------------------------------------------------------------------------------------------------------- actions


def put(desk: Clinic, data: bytes = FACE) -> PhotoKey:
    return desk.do(put_photo, PutPhoto(patient_id=1, data=data))


def seen(desk: Clinic) -> bytes:
    return desk.executor.fetch(photo, ANYONE, 1).data


def test_a_photo_is_put_replaced_taken_away_and_brought_back(desk: Clinic) -> None:
    first = put(desk)
    assert (first.before_id, seen(desk)) == (0, FACE)
    assert desk.executor.fetch(summary, ANYONE, 1).photo_id == first.photo_id
    other = face((300, 300))
    second = put(desk, other)
    assert (second.before_id, seen(desk)) == (first.photo_id, other)
    gone = desk.do(take_photo_away, TakePhotoAway(patient_id=1))
    assert (gone.photo_id, gone.before_id, seen(desk)) == (0, second.photo_id, b"")
    with pytest.raises(NotFound):
        desk.do(take_photo_away, TakePhotoAway(patient_id=1))
    desk.do(bring_photo_back, BringPhotoBack(patient_id=1, photo_id=first.photo_id))
    assert seen(desk) == FACE
    with pytest.raises(NotFound):
        desk.do(bring_photo_back, BringPhotoBack(patient_id=2, photo_id=first.photo_id))


def test_it_is_sealed_and_the_journal_holds_nothing_of_it(desk: Clinic) -> None:
    made = put(desk)
    (sealed,) = desk.rows(lambda s: s.scalars(select(PatientPhoto.sealed)).all())
    assert sealed.startswith(b"FDS1")
    assert FACE[:64] not in sealed
    entry = desk.rows(lambda s: s.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first())
    assert entry is not None
    assert entry.sentence == "Stored a photo"
    assert len(entry.details) < 2000
    desk.add(PatientPhoto(patient_id=2, sealed=sealed, taken_at=desk.database.clock.now()))
    with pytest.raises(Unavailable):  # it cannot be put under somebody else
        desk.executor.fetch(photo, ANYONE, 2)
    assert made.photo_id == 1


def test_who_said_no_has_no_photo(desk: Clinic) -> None:
    record = desk.executor.fetch(summary, ANYONE, 1)
    no = Agreed(kind=ConsentKind.PHOTO, decision=Decision.DENY, decided_on=desk.day)
    command = UpdatePatient(patient_id=1, version=record.version, person=record.person, details=Details(consents=(no,)))
    desk.do(update_patient, command)
    with pytest.raises(ClinicError) as told:
        put(desk)
    assert told.value.message == "This patient did not agree to a photo."


def test_the_shade_and_a_masked_role_hide_it(desk: Clinic) -> None:
    put(desk)
    masked = replace(ANYONE, grants={**ANYONE.grants, Permission.VIEW_PATIENT: Grant(masked=True)})
    for actor in (replace(ANYONE, shaded=True), masked):
        assert desk.executor.fetch(photo, actor, 1).data == b""
        assert desk.executor.fetch(summary, actor, 1).photo_id is None


def test_a_role_with_masked_editing_changes_no_face(desk: Clinic) -> None:
    clerk = replace(ANYONE, grants={**ANYONE.grants, Permission.EDIT_PATIENT: Grant(masked=True)})
    with pytest.raises(Refused):
        desk.do(put_photo, PutPhoto(patient_id=1, data=FACE), clerk)


# ------------------------------------------------------------------------------------------------------------- screens


@pytest.fixture
def record(desk: Clinic, qtbot: QtBot) -> Iterator[Record]:
    with record_of(desk) as made:
        yield made


@pytest.fixture
def page(record: Record) -> Iterator[PatientsPage]:
    with patients_page(record) as made:
        yield made


def file_of(folder: Path, data: bytes = FACE) -> Path:
    made = folder / "face.jpg"
    made.write_bytes(data)
    return made


def test_the_record_shows_initials_then_the_photo_and_undo_leads_back(
    page: PatientsPage, record: Record, desk: Clinic, tmp_path: Path
) -> None:
    undo = []
    record.ports.undoable = lambda words, back: undo.append((words, back))
    page.activate(Place("patients", patient_id=1))
    view = page.record_view
    assert (view.head.portrait.has_photo, view.head.portrait.accessibleName()) == (False, "No photo")
    assert (view.photo.choose.label(), view.photo.away.isVisible()) == ("Add a photo…", False)
    view.photo.take((file_of(tmp_path),))
    assert view.head.portrait.has_photo
    assert view.head.portrait.accessibleName() == "Photo of Núñez, María José"
    assert view.photo.choose.label() == "Replace the photo…"
    view.photo.away.click()
    assert not view.head.portrait.has_photo
    assert [words for words, _ in undo] == ["Photo stored", "Photo taken away"]
    undo[-1][1]()
    assert (view.head.portrait.has_photo, seen(desk)) == (True, FACE)


def test_what_is_no_photo_is_said_and_the_old_one_stays(page: PatientsPage, desk: Clinic, tmp_path: Path) -> None:
    put(desk)
    page.activate(Place("patients", patient_id=1))
    page.record_view.photo.take((file_of(tmp_path, b"%PDF-1.7"),))
    assert page.record_view.banner.accessibleName().startswith("Not done. This is no photo that can be read.")
    assert page.record_view.head.portrait.has_photo


def test_a_photo_put_from_another_window_is_shown_at_once(page: PatientsPage, record: Record) -> None:
    page.activate(Place("patients", patient_id=1))
    record.runner.run(put_photo, PutPhoto(patient_id=1, data=FACE))
    assert page.record_view.head.portrait.has_photo


def test_a_new_patient_gets_the_photo_with_the_first_save(page: PatientsPage, desk: Clinic, tmp_path: Path) -> None:
    page.activate(Place("patients", task="register", text="ibarra luz 9/19/1980 5595550111"))
    view = page.form_view
    assert not view.is_touched()
    view.sheet.photo.links.take((file_of(tmp_path),))
    assert view.sheet.photo.portrait.has_photo
    assert view.is_touched()
    view.save.click()
    assert desk.executor.fetch(photo, ANYONE, 3).data == FACE
    assert page.record_view.head.portrait.has_photo


def test_a_form_that_is_given_up_changes_no_photo(page: PatientsPage, desk: Clinic) -> None:
    put(desk)
    page.activate(Place("patients", patient_id=1, task="edit"))
    part = page.form_view.sheet.photo
    assert part.portrait.has_photo
    part.links.away.click()
    assert not part.portrait.has_photo
    page.form_view.left.emit()
    assert seen(desk) == FACE
    page.activate(Place("patients", patient_id=1, task="edit"))
    assert part.portrait.has_photo
    part.links.away.click()
    page.form_view.save.click()
    assert seen(desk) == b""


def test_a_patient_is_saved_although_the_photo_is_not(
    page: PatientsPage, desk: Clinic, record: Record, tmp_path: Path
) -> None:
    page.activate(Place("patients", task="register", text="ibarra luz 9/19/1980 5595550111"))
    view = page.form_view
    view.sheet.photo.links.take((file_of(tmp_path),))
    view.form.consent_photo.setCurrentIndex(view.form.consent_photo.findData(Decision.DENY))
    view.save.click()
    assert page.currentWidget() is page.record_view
    assert any(said.startswith("This patient did not agree to a photo.") for said in record.said)
    assert desk.executor.fetch(photo, ANYONE, 3).data == b""


def test_tab_reaches_the_photo_where_it_stands(page: PatientsPage) -> None:
    page.activate(Place("patients", task="register", text="ibarra luz"))
    view = page.form_view
    view.sheet.folds["identity"].open()
    view.form.identity_expires_on.setFocus()
    QTest.keyClick(view.form.identity_expires_on, "\t")
    assert QApplication.focusWidget() is view.sheet.photo.links.choose


def test_the_shade_shows_initials(page: PatientsPage, record: Record, desk: Clinic) -> None:
    put(desk)
    record.runner.actor = replace(ANYONE, shaded=True)
    page.activate(Place("patients", patient_id=1))
    assert not page.record_view.head.portrait.has_photo
    assert not page.record_view.photo.choose.isVisible()


def test_a_registration_without_a_photo_stays_one_action(desk: Clinic) -> None:
    made = desk.do(register_patient, RegisterPatient(person=Person(family="Plain", home_location_id=1)))
    assert desk.executor.fetch(summary, ANYONE, made.id).photo_id is None
