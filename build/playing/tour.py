"""Every surface of the program, one after the other: pages, drawers, cards, dialogs and menus, for whoever looks at each.

Each tour is a generator: it brings something up, yields its name, and takes it away again. Nothing of the clinic changes.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from app.core.errors import ClinicError
from app.core.ports import Place
from app.core.text import tr
from app.documents.view.section import AttachDrawer, DocumentsSection
from app.duplicates.view import DuplicatesSection
from app.duplicates.view.merge import MergeDrawer
from app.duplicates.view.section import OtherDrawer
from app.exchange.view import ImportDialog
from app.insurance.view.section import InsuranceSection
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.patients.view.licence import LicenceDrawer, StrangerDrawer
from app.patients.view.page import PatientsPage
from app.patients.view.record import RecordView
from app.patients.view.results import ResultList
from app.patients.view.sections import RecordSection
from app.payments.view.section import PaymentsSection
from app.privacy.view import PrivacySection
from app.privacy.view.glass import GlassDrawer
from app.reports.view import ReportsPage
from app.schedule.view.page import SchedulePage
from app.schedule.view.spans import View
from app.shell.crash import CrashDialog
from app.shell.first_run import FirstRun
from app.shell.recover import RecoverCard
from app.shell.settings_page import SettingsPage
from app.visits.rules import BoardRow, BoardState, Move, allows
from app.visits.view.worklists import WorklistsPage
from app.visits.viewmodel.items import Filter
from playing.desk import Desk, NotSeen, soon
from playing.reader import licence

Tour = Iterator[str]
W = TypeVar("W", bound=QWidget)

DIRECTOR, ADMINISTRATOR = "dmarsh", "sam"


def front_desk(desk: Desk) -> Tour:
    """What the front desk sees, from the sign-in card to the locked screen."""
    desk.settle()
    yield "sign-in"
    desk.sign_in()
    yield from _today(desk)
    yield from _panels(desk)
    yield from _frame(desk)
    yield from _schedule(desk)
    yield from _patients(desk)
    yield from _record(desk)
    yield from _registration(desk)
    yield from _worklists(desk)
    yield from _reports(desk)
    yield from _settings(desk, ("own",))
    desk.press("Ctrl+L")
    soon(lambda: desk.window.covered, "the window is locked")
    yield "locked"


def director(desk: Desk) -> Tour:
    """What only the director sees."""
    desk.sign_in(DIRECTOR)
    yield "director-today"
    yield from _settings(desk, ("people", "places", "hours", "types", "rooms", "holidays", "data"))
    yield from _waive(desk)
    yield from _void(desk)


def administrator(desk: Desk) -> Tour:
    """What only the administrator sees: accounts, places and data, and dialogs that anybody may meet."""
    desk.try_sign_in(ADMINISTRATOR, "not this one")
    soon(desk.start.card.says.isVisible, "the sign-in is refused")
    yield "sign-in-refused"
    soon(desk.start.card.button.isEnabled, "the wait is over")
    desk.try_sign_in(ADMINISTRATOR)
    soon(lambda: desk.office.frame is not None and desk.frame.code, "the frame is shown")
    desk.settle()
    yield "administrator-today"
    for place in list(desk.frame.specs)[1:]:
        desk.frame.go(Place(place))
        desk.settle()
        yield f"administrator-{place}"
    yield from _settings(desk, ("people", "places", "data"))
    yield from _dialogs(desk)


def first_steps(desk: Desk) -> Tour:
    """The guided set-up of a new computer, and the card that asks for the recovery key."""
    soon(lambda: desk.start.first_run is not None, "the guided set-up is shown")
    card = desk.shown(FirstRun)
    yield "first-run"
    card.welcome.done.emit()
    yield "first-run-clinic"
    card.clinic.done.emit()
    yield "first-run-administrator"
    card.administrator.done.emit()
    yield "first-run-director"
    card.show_key("ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789-ABCD-EFGH-JKLM-NPQR-ST")
    yield "first-run-key"
    asks = RecoverCard(
        ClinicError("The keyring does not hold the key.", next_step="Type the recovery key of the printed sheet.")
    )
    desk.window.show_screen(asks)
    asks.begin()
    yield "recovery-key"
    asks.failed(ClinicError("This is not the key of this clinic.", next_step="Look at the sheet and type it again."))
    yield "recovery-key-refused"


# ------------------------------------------------------------------------------------------------------------- Today


def _today(desk: Desk) -> Tour:
    yield "today"
    bar = desk.today.table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    yield "today-right"
    bar.setValue(0)
    desk.today.model.toggle("far")
    desk.settle()
    yield "today-unfolded"
    desk.today.model.toggle("far")
    desk.today.show_filter(Filter.NOT_READY)
    yield "today-not-ready"
    desk.today.show_filter(Filter.ALL)
    desk.today.table.choose(_row(desk, BoardState.ARRIVED).appointment_id)
    desk.today.to_pane()
    yield "today-pane"
    if desk.today.panel is not None:
        desk.today.panel.close_drawer()
    now = desk.frame.here().today
    desk.frame.show_day(now + timedelta(days=6 - now.weekday()))
    desk.settle()
    yield "today-sunday"
    desk.frame.show_day(now)
    desk.settle()
    desk.today.show_menu(desk.today.model.rows[0], desk.today.mapToGlobal(QPoint(40, 40)))
    yield "today-menu"
    desk.popup(QMenu).close()


def _row(desk: Desk, state: BoardState) -> BoardRow:
    return max((row for row in desk.today.model.rows if row.state is state), key=lambda row: row.open_points)


def _panels(desk: Desk) -> Tour:
    today = desk.today
    today.check_in(_row(desk, BoardState.ARRIVED))
    yield from _panel(desk, "check-in")
    today.check_out(_row(desk, BoardState.OUT))
    panel = today.panel
    yield from _panel(desk, "check-out", close=False)
    if (pay := getattr(panel, "pay", None)) is not None:
        pay.split.click()
        pay.rows[-1].choose(next(way for way in pay.rows[-1].buttons if way.value == "check"))
        yield "check-out-split"
        pay.not_now.click()
        yield "check-out-not-now"
    yield from _panel(desk, "check-out-again")
    today.close_day()
    yield from _panel(desk, "close-day")
    missed = next(row for row in today.model.rows if allows(Move.NO_SHOW, row.state))
    next(begin for words, begin, _on in today._choices(missed) if words == tr("Did not come…"))()
    yield from _panel(desk, "no-show")


def _panel(desk: Desk, name: str, *, close: bool = True) -> Tour:
    desk.settle()
    soon(lambda: desk.today.panel is not None and desk.today.panel.isVisible(), f"{name} opens")
    yield name
    if close:
        desk.press("Esc")
        soon(lambda: desk.today.panel is None, f"{name} closes")
        desk.settle()


def _waive(desk: Desk) -> Tour:
    desk.press("Ctrl+1")
    desk.page("today")
    desk.today.check_in(_row(desk, BoardState.ARRIVED))
    yield from _panel(desk, "check-in-director")


# --------------------------------------------------------------------------------------------------------- the frame


def _frame(desk: Desk) -> Tour:
    desk.press("Ctrl+Shift+K")
    desk.settle()
    yield "palette"
    desk.write("mar")
    desk.settle()
    yield "palette-search"
    desk.press("Esc")
    desk.press("Esc")
    soon(lambda: not desk.frame.palette_card.isVisible(), "the palette closes")
    desk.press("F1")
    yield "keys"
    desk.press("Esc")
    soon(lambda: not desk.frame.keys_card.isVisible(), "the keys close")
    desk.frame.top.day.ask()
    yield "choose-day"
    desk.popup(QMenu).close()
    desk.frame.top.location.click()
    yield "choose-location"
    desk.popup(QMenu).close()
    desk.press("Ctrl+K")
    desk.write("nunez")
    soon(lambda: any(one.isVisible() for one in desk.window.findChildren(ResultList)), "somebody is found")
    yield "finder"
    desk.press("Esc")
    desk.frame.set_live(False, "The server does not answer. Looking up still works, saving does not.")
    desk.frame.ports.undoable("Arrived: Núñez-Featherstonehaugh, María José", lambda: None)
    yield "downtime"
    desk.frame.set_live(True)
    yield "undo"


# ---------------------------------------------------------------------------------------------------------- schedule


def _schedule(desk: Desk) -> Tour:
    desk.press("Ctrl+2")
    page = _page(desk, "schedule", SchedulePage)
    soon(lambda: page.model.plan is not None, "the schedule is loaded")
    desk.settle()
    yield "schedule"
    page.toggle_list()
    yield "schedule-list"
    bar = page.table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    yield "schedule-list-right"
    page.table.selectRow(page.table.rows_model.rowCount() - 1)
    page.ask_cancel()
    yield from _drawer(page.drawer, "cancel-visit")
    page.toggle_list()
    page.tools.new.click()
    soon(lambda: page.booking.person.isAncestorOf(desk.focus()), "somebody is asked for")
    desk.settle()
    yield from _drawer(page.drawer, "book-somebody", close=False)
    desk.write("Smithers")
    desk.settle()
    yield "book-search"
    desk.press("Return")
    soon(lambda: page.booking.person.name.text() and page.booking.form.openings.count(), "free times are offered")
    yield from _drawer(page.drawer, "book")
    desk.press("Ctrl+Shift+O")
    soon(lambda: page.finder.person.isAncestorOf(desk.focus()), "somebody is asked for")
    desk.settle()
    yield from _drawer(page.finding, "find-somebody", close=False)
    desk.write("Smithers")
    desk.settle()
    desk.press("Return")
    soon(lambda: page.finder.rows.rowCount() > 0, "times are found")
    desk.settle()
    yield from _drawer(page.finding, "find-time")
    page.asking.walk_in()
    soon(lambda: page.walking.person.isAncestorOf(desk.focus()), "somebody is asked for")
    desk.settle()
    yield from _drawer(page.drawer, "walk-in", close=False)
    desk.write("Smithers")
    desk.press("Return")
    soon(page.walking.person.name.text, "the person is chosen")
    yield from _drawer(page.drawer, "walk-in-known")
    page.asking.close_time()
    yield from _drawer(page.drawer, "close-time")
    desk.press("Ctrl+M")
    for _ in range(6):
        desk.press("Down")
    yield "schedule-move"
    page.model.put_down()
    yield from _spans(desk, page)
    today = desk.frame.here().today
    desk.frame.show_day(today + timedelta(days=6 - today.weekday()))
    desk.settle()
    yield "schedule-sunday"
    desk.press("Alt+Home")
    desk.settle()


def _drawer(drawer: Drawer, name: str, *, close: bool = True) -> Tour:
    soon(drawer.isVisible, f"{name} opens")
    yield name
    if close:
        drawer.close_drawer()
        soon(lambda: not drawer.isVisible(), f"{name} closes")


# ---------------------------------------------------------------------------------------------------------- patients


def _spans(desk: Desk, page: SchedulePage) -> Tour:
    """Several days, the week of a practitioner, the month; and back to the day."""
    for view, name in ((View.DAYS, "schedule-days"), (View.WEEK, "schedule-week"), (View.MONTH, "schedule-month")):
        page.switch_view(view)
        desk.settle()
        yield name
    page.spans.print.click()
    yield "schedule-papers"
    page.spans.sheets.close()
    page.switch_view(View.DAY)
    desk.settle()


def _patients(desk: Desk) -> Tour:
    desk.press("Ctrl+3")
    page = _page(desk, "patients", PatientsPage)
    soon(page.start.box.hasFocus, "somebody is asked for")
    yield "patients"
    desk.write("nunez 6/30/71")
    soon(lambda: bool(page.start.finder.lines), "somebody is found")
    desk.settle()
    yield "patients-found"
    desk.press("Return")
    soon(lambda: page.record.record is not None, "the record is opened")
    desk.settle()


def _record(desk: Desk) -> Tour:
    page = _page(desk, "patients", PatientsPage)
    yield from _sections(desk, page.record_view, "record")
    page.record_view.add.click()
    yield from _drawer(desk.shown(Drawer), "note")
    yield from _licences(desk, page)
    for section in page.sections:
        yield from _section_drawers(desk, section.widget())


def _licences(desk: Desk, page: PatientsPage) -> Tour:
    """A licence of the very person with another address, and one of somebody else."""
    record = page.record.record
    if record is None or record.person.birth_date is None:
        raise NotSeen("somebody with a birth date is open")
    page.record_view.edit.setFocus()
    desk.scan(licence(record.person.family, record.person.given, record.person.birth_date))
    yield from _drawer(desk.shown(LicenceDrawer), "licence")
    desk.scan(licence("Zabriskie", "Orla", date(1969, 2, 3)))
    yield from _drawer(desk.shown(StrangerDrawer), "licence-of-another")


def _sections(desk: Desk, view: RecordView, name: str) -> Tour:
    yield name
    for number, section in enumerate(view.sections, start=1):
        section.widget().reveal(section.widget())  # type: ignore[attr-defined]  # a card of the record
        yield f"{name}-{number}"


def _section_drawers(desk: Desk, section: QWidget) -> Tour:
    if isinstance(section, InsuranceSection):
        section.add_plan()
        yield from _open_drawer(desk, section, "plan-add", close=False)
        drawer = section.drawer
        drawer._new_payer()  # type: ignore[union-attr]
        yield from _drawer(drawer.payer_drawer, "payer-add")  # type: ignore[union-attr]
        yield from _open_drawer(desk, section, "plan-add-again")
        section.change(section.model.rows[0])
        yield from _open_drawer(desk, section, "plan-change")
        section.end(section.model.rows[0])
        yield from _open_drawer(desk, section, "plan-end")
    elif isinstance(section, DocumentsSection):
        drawer = AttachDrawer(desk.window, section.model, Path("front of the insurance card, scanned 2026-03-10.pdf"))
        section.open_drawer(drawer, drawer.fields.kind)
        yield from _open_drawer(desk, section, "paper-add")
        section._look()
        soon(lambda: section.preview is not None and section.preview.isVisible(), "the paper is shown")
        desk.settle()
        yield from _drawer(section.preview, "paper")  # type: ignore[arg-type]
    elif isinstance(section, PaymentsSection):
        section.take_payment()
        yield from _open_drawer(desk, section, "payment")
    elif isinstance(section, PrivacySection):
        section.add()
        yield from _open_drawer(desk, section, "disclosure")
    elif isinstance(section, DuplicatesSection):
        section.choose_other()
        finds = desk.shown(OtherDrawer)
        desk.write("smithers")
        desk.settle()
        yield from _drawer(finds, "merge-find")


def _open_drawer(desk: Desk, section: RecordSection, name: str, *, close: bool = True) -> Tour:
    soon(lambda: section.drawer is not None and section.drawer.isVisible(), f"{name} opens")
    desk.settle()
    yield name
    if close and section.drawer is not None:
        section.drawer.close_drawer()
        soon(lambda: section.drawer is None, f"{name} closes")


def _void(desk: Desk) -> Tour:
    """A record with money and papers, with what the director may do to them."""
    desk.press("Ctrl+1")
    desk.page("today")
    paid = next(row for row in desk.today.model.rows if row.paid_cents)
    desk.frame.go(Place("patients", patient_id=paid.patient_id))
    page = _page(desk, "patients", PatientsPage)
    soon(lambda: page.record.record is not None, "the record is opened")
    desk.settle()
    yield from _sections(desk, page.record_view, "record-paid")
    for section in page.sections:
        if isinstance(section, PaymentsSection | DocumentsSection):
            section._void()
            yield from _open_drawer(desk, section, f"void-{type(section).__name__}")
        if isinstance(section, PaymentsSection):
            section.table.setFocus()
            desk.press("Return")
            desk.settle()
            yield "receipt"
            desk.press("Esc")
        if isinstance(section, PrivacySection):
            yield from _privacy(desk, section, paid)
        if isinstance(section, DuplicatesSection):
            section.compare(next(row.patient_id for row in desk.today.model.rows if row.patient_id != paid.patient_id))
            desk.settle()
            yield from _drawer(desk.shown(MergeDrawer), "merge")


def _privacy(desk: Desk, section: PrivacySection, row: BoardRow) -> Tour:
    section.show_access()
    desk.settle()
    yield from _drawer(desk.shown(Drawer), "who-saw-it")
    section.change_restriction()
    desk.settle()
    yield from _open_drawer(desk, section, "restrict")
    GlassDrawer(desk.window, desk.runner, row.patient_id, row.patient, lambda: None).begin()
    yield from _drawer(desk.shown(GlassDrawer), "glass")


def _registration(desk: Desk) -> Tour:
    page = _page(desk, "patients", PatientsPage)
    desk.press("Ctrl+E")
    soon(page.form_view.isVisible, "the form opens")
    desk.settle()
    yield "change-patient"
    page.form_view.left.emit()
    desk.frame.go(Place("patients", task="register", text="Nunez, Maria Jose"))
    soon(page.form_view.isVisible, "the form opens")
    page.form_view.form.birth_date.setText("06/30/1971")
    soon(lambda: bool(page.registration.alike), "somebody looks alike")
    desk.settle()
    yield "registration"
    desk.scan(licence("Nunez-Vega", "Maria", date(1971, 6, 30), date(2026, 3, 1)))
    yield from _drawer(desk.shown(LicenceDrawer), "registration-licence")
    yield "registration-read"
    page.form_view.form.birth_date.setText("06/31/1971")
    desk.press("Ctrl+S")
    yield "registration-error"
    page.form_view.give_up()
    yield "registration-discard"
    page.form_view.give_up()


# -------------------------------------------------------------------------------------- worklists, reports, settings


def _worklists(desk: Desk) -> Tour:
    desk.press("Ctrl+4")
    page = _page(desk, "worklists", WorklistsPage)
    desk.settle()
    for one in page.model.lists:
        page.model.choose(one.code)
        desk.settle()
        yield f"worklist-{one.code}"


def _reports(desk: Desk) -> Tour:
    desk.press("Ctrl+5")
    page = _page(desk, "reports", ReportsPage)
    soon(lambda: page.pane.view.pages() > 0 and not page.model.busy, "the report is made", 30)
    desk.settle()
    yield "reports"


def _settings(desk: Desk, codes: tuple[str, ...]) -> Tour:
    desk.frame.go(Place("settings"))
    page = _page(desk, "settings", SettingsPage)
    desk.settle()
    for code in codes:
        if page.model.find(code) < 0:
            continue
        page.list.selectRow(page.model.find(code))
        desk.settle()
        yield f"settings-{code}"
        for number, button in enumerate(_asking(page.made[code])):
            button.click()
            dialogs = desk.window.findChildren(ImportDialog)
            if dialogs:
                yield "import"
                dialogs[-1].close()
            else:
                yield from _drawer(desk.shown(Drawer), f"settings-{code}-add-{number}")
            desk.settle()


def _asking(section: QWidget) -> list[QAbstractButton]:
    """The buttons that ask something first."""
    return [one for one in section.findChildren(KeyButton) if one.label().endswith("…")]


def _dialogs(desk: Desk) -> Tour:
    crash = CrashDialog(desk.window)
    crash.tell("3f7a-91c2")
    crash.tell("3f7a-91c3")
    yield "crash"
    crash.close()


def _page(desk: Desk, code: str, kind: type[W]) -> W:
    page = desk.page(code)
    assert isinstance(page, kind)  # noqa: S101 - tells the type checker
    return page
