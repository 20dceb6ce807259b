"""One person, one record: somebody who moved, a twin, two records made one and parted again; all by keys."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from playing.desk import Desk, soon
from PySide6.QtWidgets import QRadioButton
from sqlalchemy import select

from app.core.journal import JournalEntry
from app.core.settings import Settings
from app.duplicates.actions import sweep
from app.exchange.actions.giving import Form, GiveRecord, give_paper
from app.exchange.demo.clinic import PASSWORD
from app.patients.actions.register import RegisterPatient, register_patient
from app.patients.queries.details import reach_of
from app.patients.queries.record import PatientSummary
from app.patients.rules.codes import PairState, Sex
from app.patients.rules.likeness import Sureness
from app.patients.rules.matching import Limits
from app.patients.rules.people import Person
from app.patients.tables import Patient
from app.patients.tables.record import DuplicatePair
from app.patients.view.page import PatientsPage
from app.patients.view.results import ResultList
from app.runner.execute import Executor
from app.staff.actions.signing import sign_in
from app.staff.queries import SYSTEM_ACTOR
from app.visits.view.worklists import WorklistsPage
from tests.reports.pdf import text
from tests.stories.elsewhere import SecondDesk

ELENA = Person(
    family="Quintero", given="Elena", birth_date=date(2012, 9, 14), sex=Sex.FEMALE, phone="(559) 555-0165",
    address_line="12 Oak St", city="Visalia", state="CA", postal_code="93277",
)  # fmt: skip


def register(second: SecondDesk, **fields: object) -> int:
    """Somebody is registered at another desk, as Elena is but for some fields."""
    person = replace(ELENA, home_location_id=min(second.actor.locations), **fields)  # type: ignore[arg-type]
    return second.executor.perform(register_patient, RegisterPatient(person=person), second.actor).id


def sweep_all(executor: Executor) -> None:
    """The look of the night at the whole base."""
    sweep(executor, SYSTEM_ACTOR, Limits.of(Settings()), lambda _done, _of: None, lambda: False)


def patients(desk: Desk) -> PatientsPage:
    page = desk.page("patients")
    assert isinstance(page, PatientsPage)
    return page


NEW = "Register “quintero, elina 9/14/2012” as new patient"


def found(desk: Desk) -> list[str]:
    """The lines below the search of the window."""
    shown = [one for one in desk.window.findChildren(ResultList) if one.isVisible()]
    return [line.name for one in shown for line in one.model.rows]


def record_of(page: PatientsPage) -> PatientSummary:
    """The record that the page shows."""
    assert page.record.record is not None
    return page.record.record


def shows(desk: Desk, patient_id: int) -> PatientsPage:
    """The Patients page, once it shows a record."""
    page = patients(desk)
    soon(lambda: page.record.record is not None and page.record.record.id == patient_id, "the record is open")
    soon(page.record_view.edit.hasFocus, "the record has the focus")
    return page


def test_somebody_who_comes_back_has_moved(desk: Desk, other: Callable[[], Executor]) -> None:
    second = SecondDesk(other())
    elena = register(second)
    with desk.counted(8) as keys:
        desk.press("Ctrl+K")
        desk.write("quin el")
        desk.press("Return")
        page = shows(desk, elena)
        desk.press("Ctrl+E")
        soon(page.form_view.form.family.hasFocus, "the form is open")
        desk.press("Alt+Z")
        desk.write("93274")
        desk.press("Alt+S")
        desk.write("88 Elm St")
        desk.press("Ctrl+S")
        soon(lambda: page.currentWidget() is page.record_view, "the change is saved")
    print(f"\nsomebody has moved: {keys[0]} keys (limit 8), {desk.typed} signs typed")
    soon(lambda: "88 Elm St, Tulare, CA 93274" in desk.words(), "the record shows the new address")
    with second.executor.database.reading() as session:
        assert reach_of(session, [elena])[elena].lines == ("88 Elm St", "Tulare, CA 93274")
        before = session.scalars(
            select(JournalEntry.details).where(
                JournalEntry.patient_id == elena, JournalEntry.action == "patients.update_patient"
            )
        ).one()
    assert "12 Oak St" in before
    director, sheets = sign_in(second.executor, "dmarsh", PASSWORD, "Office"), list[bytes]()
    command = GiveRecord(mrn=record_of(page).mrn, form=Form.PDF, reason="asked for it")
    give_paper(second.executor, director, command, "Sequoia PT", sheets.append)
    assert "88 Elm St, Tulare, CA 93274" in text(sheets[0])
    assert "12 Oak St" not in text(sheets[0])


def test_the_twin_of_somebody_here_is_somebody_else(desk: Desk, other: Callable[[], Executor]) -> None:
    second = SecondDesk(other())
    elena = register(second)
    with desk.counted(8) as keys:
        desk.press("Ctrl+K")
        desk.write("quintero, elina 9/14/2012")
        soon(lambda: found(desk) == ["Quintero, Elena", NEW], "her twin is found, and a new one is offered")
        desk.press("Up")
        desk.press("Return")
        page = patients(desk)
        soon(lambda: page.form_view.isVisible() and page.form_view.form.phone.hasFocus(), "the phone is asked for")
        desk.write("5595550165")
        soon(lambda: any(row.id == elena for row in page.registration.alike), "somebody looks alike")
        desk.settle()
        shown = desk.words()
        (like,) = page.registration.alike
        desk.press("Alt+0")
        soon(lambda: "Somebody else, you said" in desk.words(), "it is somebody else")
        desk.press("Ctrl+S")
        soon(lambda: page.currentWidget() is page.record_view and page.record.record, "the twin is registered")
    print(f"\na twin: {keys[0]} keys (limit 8), {desk.typed} signs typed")
    assert like.likeness.sureness is Sureness.PERHAPS
    for words in ("Perhaps the same person", "One letter apart: Elina / Elena", "Same birth date", "Same phone"):
        assert words in shown
    made = record_of(page)
    assert (made.id != elena, made.name) == (True, "Quintero, Elina")
    sweep_all(second.executor)
    with second.executor.database.reading() as session:
        pair = session.scalars(select(DuplicatePair).where(DuplicatePair.other_id == made.id)).one()
    assert (pair.one_id, pair.state) == (elena, PairState.DIFFERENT)


def sign(desk: Desk) -> None:
    """A colleague signs beside the one at the desk."""
    soon(lambda: "A second person signs" in desk.words(), "a second person is asked for")
    desk.settle()
    desk.write("cora")
    desk.press("Tab")
    desk.write(PASSWORD)
    desk.press("Return")


def test_two_records_are_made_one_and_parted_again(opened: Desk, other: Callable[[], Executor]) -> None:
    desk, second = opened, SecondDesk(other())
    kept = register(second)
    gone = register(second, family="Quinteros", phone="(559) 555-0166", address_line="")
    sweep_all(second.executor)
    desk.sign_in("dmarsh")
    desk.keys = desk.typed = 0
    with desk.counted(16) as keys:
        desk.press("Ctrl+4")
        lists = desk.page("worklists")
        assert isinstance(lists, WorklistsPage)
        soon(lambda: lists.model.known and lists.lists.hasFocus(), "the lists are counted")
        desk.write("Poss")  # a list goes to what its name begins with
        assert lists.model.code == "duplicates"
        desk.press("Return")
        soon(lists.rows.hasFocus, "the pairs have the focus")
        desk.press("Return")
        soon(lambda: isinstance(desk.focus(), QRadioButton), "it is asked what differs")
        desk.rest()  # arrows go by where things stand
        desk.press("Right")
        desk.press("Ctrl+Return")
        sign(desk)
        soon(lambda: "One record: Quinteros, Elena" in desk.words(), "one record is left")
        desk.settle()
        merged = record_of(shows(desk, kept))
        desk.press("Ctrl+Z")
        sign(desk)
        soon(lambda: "Two records again" in desk.words(), "two records are there again")
    print(f"\na merge and its undo: {keys[0]} keys (limit 16), {desk.typed} signs typed")
    assert merged.person.family == "Quinteros"
    assert [one.value for one in merged.details.telecoms] == ["(559) 555-0166"]
    with second.executor.database.reading() as session:
        rows = [session.get_one(Patient, one) for one in (kept, gone)]
    assert [(one.family, one.phone, one.merged_into_id) for one in rows] == [
        ("Quintero", "(559) 555-0165", None),
        ("Quinteros", "(559) 555-0166", None),
    ]
