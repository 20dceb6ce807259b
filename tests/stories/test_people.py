"""People at the real window: a new one is registered, one without an appointment is taken in."""

from playing.desk import Desk, soon

from app.patients.view.page import PatientsPage
from app.schedule.view.page import SchedulePage


def test_a_new_patient_is_registered(desk: Desk) -> None:
    with desk.counted(12) as keys:
        desk.press("Ctrl+K")
        desk.write("Zeller, Nora 05/04/1988")
        desk.press("Return")
        page = desk.page("patients")
        assert isinstance(page, PatientsPage)
        soon(lambda: page.form_view.isVisible() and page.form_view.form.phone.hasFocus(), "the phone is asked for")
        desk.write("5595550188")
        desk.press("Ctrl+S")
        soon(lambda: page.record.record is not None, "the record is there")
    print(f"\na new patient: {keys[0]} keys (limit 12), {desk.typed} signs typed")
    assert page.record.record is not None
    assert page.record.record.name == "Zeller, Nora"


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
