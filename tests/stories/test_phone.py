"""On the phone: no record is shown before the caller named a second thing about the patient."""

from typing import cast

from playing.desk import Desk, soon
from PySide6.QtCore import Qt
from sqlalchemy import select

from app.core.journal import JournalEntry
from app.patients.view.caller import CallerDrawer
from app.patients.view.finder import PhoneButton
from app.patients.view.page import PatientsPage
from app.patients.view.sections import AskWhy
from app.schedule.view.page import SchedulePage
from tests.support.fits import clashes, misfits

WHO, BORN, NAME = "Keller Max", "11/11/1985", "Keller, Max"


def pick_up(desk: Desk) -> PhoneButton:
    """Somebody calls."""
    desk.press("Ctrl+Shift+C")
    phone = desk.shown(PhoneButton)
    assert phone.call.on
    return phone


def ask_for(desk: Desk, text: str) -> None:
    """Find somebody and press Enter."""
    desk.press("Ctrl+K")
    desk.write(text)
    desk.press("Return")


def drawer_of(desk: Desk) -> CallerDrawer:
    """The question that is asked."""
    soon(lambda: any(one.isVisible() for one in desk.window.findChildren(CallerDrawer)), "who calls is asked")
    drawer = desk.shown(CallerDrawer)
    soon(drawer.fields.said.hasFocus, "the field has the focus")
    return drawer


def opened_record(desk: Desk) -> PatientsPage:
    """The record, once it is there."""
    page = cast(PatientsPage, desk.page("patients"))
    soon(lambda: page.record.record is not None and page.record.record.name == NAME, "the record is open")
    return page


def told(desk: Desk) -> list[tuple[str, str]]:
    """What the journal keeps of callers: sentence and reason."""

    def read() -> list[tuple[str, str]]:
        ask = select(JournalEntry.sentence, JournalEntry.reason).where(JournalEntry.action == "patients.know_caller")
        with desk.office.executor.database.reading() as session:
            return [(row.sentence, row.reason) for row in session.execute(ask.order_by(JournalEntry.id))]

    found: list[list[tuple[str, str]]] = []
    desk.runner.background(read, found.append)
    soon(lambda: found, "the journal is read")
    return found[0]


def test_a_caller_is_asked_and_known(desk: Desk) -> None:
    with desk.counted(6) as keys:
        pick_up(desk)
        ask_for(desk, WHO)
        drawer_of(desk)
        assert desk.frame.code == "today", "nothing was opened"
        assert not [word for word in (BORN, "100 014") if word in desk.words()]
        assert misfits(desk.window) == []
        desk.write("11/11/1984")
        desk.press("Return")
        soon(lambda: "This does not stand in the record" in desk.words(), "it does not fit")
        assert desk.frame.code == "today"
        desk.write(BORN)
        desk.press("Return")
        page = opened_record(desk)
    print(f"\na caller who errs once: {keys[0]} keys (limit 6), {desk.typed} signs typed")
    assert [sentence for sentence, _ in told(desk)] == [
        "Caller not known: nothing said fitted", "Caller known by the birth date"
    ]  # fmt: skip
    page.record_view.book.click()
    booking = cast(SchedulePage, desk.page("schedule")).booking
    soon(lambda: booking.isVisible() and booking.person.name.text() == NAME, "the same caller books without a question")


def test_a_search_by_name_and_birth_date_was_both(desk: Desk) -> None:
    with desk.counted(3) as keys:
        pick_up(desk)
        ask_for(desk, f"{WHO} {BORN}")
        opened_record(desk)
    print(f"\na caller who says name and birth date: {keys[0]} keys (limit 3), {desk.typed} signs typed")
    assert told(desk) == [("Caller known by the birth date", "")]


def test_a_record_opens_for_somebody_unknown_with_a_reason(desk: Desk) -> None:
    with desk.counted(6) as keys:
        pick_up(desk)
        ask_for(desk, WHO)
        drawer_of(desk)
        desk.press("Alt+O")
        soon(lambda: any(one.isVisible() for one in desk.window.findChildren(AskWhy)), "why is asked")
        soon(desk.shown(AskWhy).why.reason.hasFocus, "the field has the focus")
        desk.press("Return")
        desk.settle()
        assert desk.frame.code == "today", "no reason, no record"
        desk.write("Hospital calls, number checked")
        desk.press("Return")
        opened_record(desk)
    print(f"\nopened without an identifier: {keys[0]} keys (limit 6), {desk.typed} signs typed")
    assert told(desk) == [("Opened for a caller who was not known", "Hospital calls, number checked")]


def test_every_way_to_a_patient_asks(desk: Desk) -> None:
    soon(lambda: bool(desk.office.ports.offers), "the rooms offer what they can")
    pick_up(desk)
    desk.press("Ctrl+K")
    desk.write(WHO)
    desk.settle()
    desk.press("Ctrl+Shift+V")
    drawer_of(desk)
    desk.press("Escape")
    desk.press("Ctrl+Shift+K")
    desk.write("Keller")
    soon(lambda: any(NAME in item.title for item in desk.frame.palette_card.rows.items), "the palette finds people")
    rows = desk.frame.palette_card.rows.items
    for _ in range(next(at for at, item in enumerate(rows) if item.title == NAME)):
        desk.press("Down")
    desk.press("Return")
    drawer_of(desk)
    desk.press("Escape")
    desk.press("Ctrl+2")
    page = cast(SchedulePage, desk.page("schedule"))
    desk.settle()
    desk.press("Ctrl+Shift+N")
    soon(page.booking.person.box.hasFocus, "who is booked is asked")
    desk.settle()
    desk.write(WHO)
    desk.press("Return")
    drawer_of(desk)
    assert BORN not in desk.words()
    assert told(desk) == [], "nobody was compared"


def test_somebody_new_is_not_asked(desk: Desk) -> None:
    pick_up(desk)
    ask_for(desk, "Zeller, Nora 05/04/1988")
    page = cast(PatientsPage, desk.page("patients"))
    soon(lambda: page.form_view.isVisible() and page.form_view.form.phone.hasFocus(), "the phone is asked for")
    desk.write("5595550188")
    desk.press("Ctrl+S")
    soon(lambda: page.record.record is not None and page.record.record.name == "Zeller, Nora", "the record is open")


def test_a_lock_ends_the_call_and_its_question(desk: Desk) -> None:
    phone = pick_up(desk)
    ask_for(desk, WHO)
    drawer_of(desk)
    desk.office.lock()
    desk.settle()
    assert not phone.call.on
    assert not [one for one in desk.window.findChildren(CallerDrawer) if one.isVisible()]
    assert desk.frame.code == "today"


def test_the_button_says_what_it_does(desk: Desk) -> None:
    phone = desk.shown(PhoneButton)
    assert (phone.isChecked(), phone.focusPolicy()) == (False, Qt.FocusPolicy.TabFocus)
    desk.click(phone)
    assert phone.isChecked()
    assert "second identifier" in desk.words()
    assert {deed.title: deed.shortcut for deed in desk.frame.deeds()}["Off the phone"] == "Ctrl+Shift+C"
    assert clashes(desk.window) == []
    desk.office.shade()  # the frame is made anew: the call goes on
    desk.settle()
    assert desk.shown(PhoneButton).isChecked()
    desk.press("Ctrl+Shift+C")
    assert not phone.call.on
