"""What the rooms above lend to those below through their ports: paper, the waitlist, the worklists, a caller's question.

Whoever is plugged in is imported when he is used for the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.core.ports import Ports, SheetWish
    from app.core.settings import Settings
    from app.patients.viewmodel.call import PhoneCall
    from app.reports.viewmodel.output import PrintSetup
    from app.shell.office import Office
    from app.shell.start import StartWindow
    from app.waitlist.view.desk import WaitDesk


def plug_ports(start: StartWindow, office: Office, ports: Ports) -> None:
    """Let every room ask for paper, for the waitlist and for a sealed record."""
    ports.show_receipt = lambda payment_id, again: _show_receipt(start, office, payment_id, again)
    ports.show_paper = lambda value: _show_paper(start, office, value)
    ports.show_sheet = lambda wish: _show_sheet(start, office, wish)
    ports.fill_hole = lambda appointment_id: _waitlist(office).fill(appointment_id)
    ports.wait = lambda patient_id, instead: _waitlist(office).wait(patient_id, instead)
    ports.row_deeds |= {
        "holes": lambda row: _waitlist(office).hole(row),
        "waiting": lambda row: _waitlist(office).entry(row),
    }
    ports.break_glass = lambda patient_id, seal, then: _break_glass(office, patient_id, seal, then)


def ask_caller(office: Office, call: PhoneCall, patient_id: int, typed: str, then: Callable[[], None]) -> None:
    """Ask who is on the phone before a record opens; `then` goes on."""
    from app.patients.view.caller import Asking

    Asking(office.window, office.runner, office.ports, call).begin(patient_id, typed, then)


def _show_receipt(start: StartWindow, office: Office, payment_id: int, again: bool) -> None:
    from app.reports.view.receipts import ShownReceipt

    shown = ShownReceipt(office.runner, office.ports, start.window, print_setup(start.site.settings))
    shown.show(payment_id, again)


def _show_paper(start: StartWindow, office: Office, value: object) -> None:
    from app.core.ports import PaperWish
    from app.privacy.queries import AccessLog, Accounting
    from app.reports.view.papers import ShownPaper

    if isinstance(value, AccessLog | Accounting | PaperWish):
        ShownPaper(office.runner, office.ports, start.window, print_setup(start.site.settings)).show(value)


def _show_sheet(start: StartWindow, office: Office, wish: SheetWish) -> None:
    from app.reports.view.sheets import ShownSheet

    ShownSheet(office.runner, office.ports, start.window, print_setup(start.site.settings)).show(wish)


def _waitlist(office: Office) -> WaitDesk:
    from app.waitlist.view.desk import WaitDesk

    return WaitDesk(office.window, office.runner, office.ports)


def _break_glass(office: Office, patient_id: int, seal: str, then: Callable[[], None]) -> None:
    from app.privacy.view import GlassDrawer

    GlassDrawer(office.window, office.runner, patient_id, seal, then).begin()


def worklists_plug() -> Callable[[Ports], None]:
    """Puts the lists of what is to be chased, and what is promised to who waits, into their ports."""
    from app.checklists.queries import MissingDocuments
    from app.duplicates.queries import PossibleDuplicates
    from app.patients.queries.worklist import IncompleteRegistrations
    from app.privacy.queries import BrokenGlass
    from app.schedule.queries.outside import OutsideHours
    from app.schedule.queries.overrides import Overrides
    from app.visits.queries import OpenVisits
    from app.visits.queries.absences import AttendanceToReview, ProbablyMissed
    from app.waitlist.queries import WaitlistPromises
    from app.waitlist.queries.worklists import HolesToFill, NoVisitAhead, UnderScheduled, Waiting

    def plug(ports: Ports) -> None:
        every = (
            MissingDocuments, IncompleteRegistrations, OpenVisits, ProbablyMissed, AttendanceToReview,
            HolesToFill, Waiting, UnderScheduled, NoVisitAhead,
            OutsideHours, PossibleDuplicates, BrokenGlass, Overrides,
        )  # fmt: skip
        ports.worklists, ports.promises = [one() for one in every], WaitlistPromises()

    return plug


def print_setup(settings: Settings) -> PrintSetup:
    """What this desk has for paper."""
    from app.core.printing import system_printing
    from app.kit.qprint import QtPrinting
    from app.reports.viewmodel.output import PrintSetup

    printing = system_printing(QtPrinting())
    return PrintSetup(printing, settings.clinic_name, settings.document_printer, settings.receipt_printer)
