"""A therapist is ill: the day is closed over booked visits, and everyone gets another time."""

from playing.desk import Desk, soon

from app.schedule.view.page import SchedulePage

#: keys of the whole task, signs of typed text left out
KEYS = 16


def test_a_day_off_is_closed_and_its_patients_find_a_time(opened: Desk) -> None:
    desk = opened
    desk.sign_in("dmarsh")
    desk.press("Ctrl+2")
    page = desk.page("schedule")
    assert isinstance(page, SchedulePage)
    desk.press("Alt+PgDown")
    soon(lambda: page.model.plan is not None and page.model.plan.day > page.model.plan.today, "a later day is shown")
    desk.settle()
    plan = page.model.plan
    assert plan is not None
    column = max(range(len(plan.columns)), key=lambda at: len(plan.columns[at].visits))
    who = plan.columns[column]
    booked = {visit.id for visit in who.visits if not visit.ghost}
    assert booked
    desk.settle()
    with desk.counted(KEYS):
        for _ in range(column):
            desk.press("Right")
        desk.press("Ctrl+Shift+B")
        form, sheet = page.closing.form, page.rehoming
        soon(page.drawer.isVisible, "the panel opens")
        for field, text in ((form.start, "8a"), (form.end, "6p")):
            while desk.focus() is not field:
                desk.press("Tab")
            desk.write(text)
        desk.press("Ctrl+Return")
        soon(form.reason.isVisible, "a reason is asked for")
        desk.write("Flu")
        desk.press("Ctrl+Return")
        soon(sheet.isVisible, "the sheet of those without a time opens by itself")
        soon(lambda: sheet.model.looked, "it is filled")
        assert {row.visit.appointment_id for row in sheet.model.rows} == booked
        desk.settle()
        desk.press("Ctrl+Return")
        soon(lambda: not sheet.model.offered(), "all who were offered a time have it")
    left = {row.visit.appointment_id for row in sheet.model.rows}
    assert not left
    soon(sheet.isHidden, "the sheet closes when nobody is left")
