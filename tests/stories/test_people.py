"""People at the real window: a new one is registered, one without an appointment is taken in."""

from datetime import date

import pytest
from playing.desk import Desk, soon
from playing.reader import licence

from app.patients.queries.record import PatientSummary
from app.patients.rules.codes import Sex
from app.patients.view.licence import LicenceDrawer, StrangerDrawer
from app.patients.view.page import PatientsPage
from app.schedule.view.page import SchedulePage


def registered(desk: Desk) -> PatientSummary:
    """Register whom the search did not find; the phone alone is asked for then."""
    desk.press("Return")
    page = desk.page("patients")
    assert isinstance(page, PatientsPage)
    soon(lambda: page.form_view.isVisible() and page.form_view.form.phone.hasFocus(), "the phone is asked for")
    desk.write("5595550188")
    desk.press("Ctrl+S")
    soon(lambda: page.record.record is not None, "the record is there")
    assert page.record.record is not None
    return page.record.record


@pytest.mark.peer("AX-10")
def test_a_new_patient_is_registered(desk: Desk) -> None:
    with desk.counted(12) as keys:
        desk.press("Ctrl+K")
        desk.write("Zeller, Nora 05/04/1988")
        record = registered(desk)
    print(f"\na new patient: {keys[0]} keys (limit 12), {desk.typed} signs typed")
    assert record.name == "Zeller, Nora"


def test_a_walk_in_is_taken_in(desk: Desk) -> None:
    with desk.counted(6) as keys:
        desk.press("Ctrl+N")
        page = desk.page("schedule")
        assert isinstance(page, SchedulePage)
        soon(
            lambda: page.walking.isVisible() and page.walking.person.isAncestorOf(desk.focus()), "somebody is asked for"
        )
        desk.write("Smithers")
        desk.press("Return")
        soon(page.walking.confirm.hasFocus, "everything likely is chosen")
        desk.press("Return")
        soon(lambda: page.toast.words.text().startswith("Booked:"), "the visit is booked")
    print(f"\na walk-in: {keys[0]} keys (limit 6), {desk.typed} signs typed")
    desk.press("Ctrl+1")
    soon(lambda: any(row.walk_in for row in desk.today.model.rows), "the walk-in is on the board")


def test_a_new_patient_from_a_licence(desk: Desk) -> None:
    with desk.counted(4) as keys:
        desk.press("Ctrl+K")
        desk.scan(licence("Zeller", "Nora", date(1988, 5, 4)))
        record = registered(desk)
    print(f"\na new patient from a license: {keys[0]} keys (limit 4), {desk.typed} signs typed, 1 scan")
    assert (record.name, record.person.city, record.identity_tail) == ("Zeller, Nora", "Visalia", "··4567")
    assert "address" not in record.missing


def test_a_returning_patient_with_a_renewed_licence(desk: Desk) -> None:
    with desk.counted(7) as keys:
        desk.press("Ctrl+K")
        desk.write("nunez maria jose")
        desk.press("Return")
        page = desk.page("patients")
        assert isinstance(page, PatientsPage)
        soon(lambda: page.record.record is not None and page.record_view.edit.hasFocus(), "the record is open")
        desk.scan(licence("Nunez", "Maria Jose", date(1971, 6, 30)))
        drawer = desk.shown(LicenceDrawer)
        assert [(part.code, box.isChecked()) for box, part in drawer.boxes] == [("address", False), ("identity", True)]
        desk.press("Space")  # the new address as well
        desk.press("Return")
        soon(lambda: page.record.record is not None and page.record.record.identity_tail == "··4567", "it is taken")
    print(f"\na renewed license: {keys[0]} keys (limit 7), {desk.typed} signs typed, 1 scan")
    record = page.record.record
    assert record is not None
    assert (record.person.family, record.person.address_line) == ("Núñez", "1480 W Mineral King Ave")


def test_somebody_elses_licence_over_a_record(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.write("nunez maria jose")
    desk.press("Return")
    page = desk.page("patients")
    assert isinstance(page, PatientsPage)
    soon(lambda: page.record.record is not None and page.record_view.edit.hasFocus(), "the record is open")
    desk.scan(licence("Zeller", "Nora", date(1988, 5, 4)))
    assert desk.shown(StrangerDrawer).heading.text() == "This license is of Zeller, Nora · 05/04/1988"
    desk.press("Return")
    soon(lambda: page.form_view.isVisible() and page.form_view.form.phone.hasFocus(), "the form is there, filled")
    assert page.form_view.form.family.text() == "Zeller"


def test_a_caller_is_registered_with_an_address_and_booked(desk: Desk) -> None:
    with desk.counted(10) as keys:
        desk.press("Ctrl+K")
        desk.write("Zeller, Nora 05/04/1988 5595550188")
        desk.press("Return")
        page = desk.page("patients")
        assert isinstance(page, PatientsPage)
        form = page.form_view.form
        soon(lambda: page.form_view.isVisible() and form.sex.hasFocus(), "what the caller did not say yet is asked for")
        desk.press("F")
        desk.press("Alt+Z")
        desk.write("93291")
        desk.press("Alt+S")
        desk.write("12 N Church St")
        desk.press("Ctrl+Return")
        schedule = desk.page("schedule")
        assert isinstance(schedule, SchedulePage)
        soon(
            lambda: schedule.booking.isVisible() and schedule.booking.form.openings.hasFocus(), "free times are offered"
        )
        desk.press("Return")
        soon(lambda: schedule.toast.words.text().startswith("Booked:"), "the first visit is booked")
    print(f"\na caller registered and booked: {keys[0]} keys (limit 10), {desk.typed} signs typed")
    desk.press("Ctrl+K")
    desk.write("zeller nora")
    desk.press("Return")
    soon(lambda: page.record.record is not None and page.isVisible(), "the record is open")
    record = page.record.record
    assert record is not None
    assert (record.name, record.person.city, record.person.sex) == ("Zeller, Nora", "Visalia", Sex.FEMALE)


def test_a_licence_finds_its_owner_and_says_what_is_new(desk: Desk) -> None:
    with desk.counted(5) as keys:
        desk.press("Ctrl+K")
        desk.scan(licence("Nunez", "Maria Jose", date(1971, 6, 30)))
        desk.press("Return")
        page = desk.page("patients")
        assert isinstance(page, PatientsPage)
        soon(lambda: page.record.record is not None and page.record_view.read_bar.isVisible(), "what differs is said")
        assert page.record_view.read_bar.accessibleName() == "License read. It says otherwise: Address, Photo ID."
        desk.press("Alt+C")
        desk.press("Return")
        soon(lambda: page.record.record is not None and page.record.record.identity_tail == "··4567", "it is taken")
    print(f"\na license at the search, its news taken: {keys[0]} keys (limit 5), 1 scan")
    record = page.record.record
    assert record is not None
    assert record.person.address_line == "355 N Court St"
