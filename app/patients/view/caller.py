"""Asks for a second identifier while somebody is on the phone; nothing of the record is shown before it fits."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.errors import ClinicError
from app.core.ports import Ports
from app.core.text import tr
from app.kit.buttons import LinkButton
from app.kit.form import Form
from app.kit.words import label
from app.patients.actions.caller import Caller, KnowCaller, know_caller
from app.patients.rules.caller import Identifier, says_much
from app.patients.view.sections import AskWhy, FormDrawer
from app.patients.viewmodel.call import Go, PhoneCall
from app.runner.bridge import Runner


def outcome_words(known_by: Identifier | None) -> str:
    """The journal's sentence, for the status bar."""
    return {
        Identifier.BIRTH: tr("Caller known by the birth date"),
        Identifier.PHONE: tr("Caller known by the phone number"),
        Identifier.ADDRESS: tr("Caller known by the address"),
        Identifier.MRN: tr("Caller known by the record number"),
        None: tr("Opened for a caller who was not known"),
    }[known_by]


class CallerForm(Form):
    """What the caller says."""

    ui = "patients/caller.ui"
    said: QLineEdit


class CallerDrawer(FormDrawer):
    """One field for whatever the caller is asked for: the program sees which it is."""

    def __init__(self, parent: QWidget) -> None:
        self.fields = CallerForm()
        about = tr("Ask for the birth date, the phone number, the address or the record number. Then the record opens.")
        super().__init__(parent, tr("Who is calling?"), self.fields, tr("Compare"), about=about)
        note = tr("If nothing fits, say that the clinic calls back at the number it has, and open nothing.")
        self.column.insertWidget(1, label(note, "note", wrap=True))
        self.without = LinkButton(tr("Open without it…"), keys="Alt+O")
        self.without.set_hint(True)
        self.footer.insertWidget(1, self.without)
        self.fields.said.returnPressed.connect(self.confirm.click)


class Asking(QObject):
    """Goes through with one question: first what was typed in the search, then what the caller says, then a reason."""

    def __init__(self, window: QWidget, runner: Runner, ports: Ports, call: PhoneCall) -> None:
        super().__init__(window)
        self.window, self.runner, self.ports, self.call = window, runner, ports, call
        self.patient_id = 0
        self._then: Go = lambda: None
        self.typed = ""
        self.drawer: FormDrawer | None = None
        call.changed.connect(self._hung_up)

    def begin(self, patient_id: int, typed: str, then: Go) -> None:
        """Whose record, the search that led there, and what to do then. A search by name and birth date was both already."""
        self.patient_id, self.typed, self._then = patient_id, typed, then
        if says_much(typed, self.runner.executor.database.clock.now().date()):
            self._compare("", self._ask)
        else:
            self._ask()

    def _ask(self) -> None:
        drawer = CallerDrawer(self.window)
        drawer.confirmed.connect(lambda: self._compare(drawer.fields.said.text(), lambda: self._does_not_fit(drawer)))
        drawer.without.clicked.connect(self._ask_why)
        self._show(drawer, drawer.fields.said)

    def _show(self, drawer: FormDrawer, first: QWidget) -> None:
        before, self.drawer = self.drawer, drawer
        if before is not None:
            before.close_drawer()
        drawer.closed.connect(lambda: self._closed(drawer))
        drawer.open(first)

    def _closed(self, drawer: FormDrawer) -> None:
        drawer.deleteLater()
        if self.drawer is drawer:
            self.drawer = None
            self.deleteLater()

    def _hung_up(self) -> None:
        if self.drawer is not None:
            self.drawer.close_drawer()

    # ------------------------------------------------------------------------------------------------- comparing

    def _compare(self, said: str, otherwise: Go) -> None:
        command = KnowCaller(patient_id=self.patient_id, typed=self.typed, said=said)
        self.runner.run(know_caller, command, lambda caller: self._answered(caller, otherwise), self._problem)

    def _answered(self, caller: Caller, otherwise: Go) -> None:
        if not self.call.on:
            self._end()
        elif caller.ok:
            self.call.know(self.patient_id)
            self.ports.announce(outcome_words(caller.known_by))
            self._end()
            self._then()
        else:
            otherwise()

    def _does_not_fit(self, drawer: CallerDrawer) -> None:
        drawer.fields.show_error(
            "said", tr("This does not stand in the record. Ask for another of the four; nothing was opened.")
        )
        drawer.fields.said.selectAll()

    def _problem(self, why: ClinicError) -> None:
        if self.drawer is not None:
            self.drawer.problem(why)
        else:
            self.ports.announce(str(why))
            self.deleteLater()

    def _end(self) -> None:
        if self.drawer is not None:
            self.drawer.close_drawer()
        else:
            self.deleteLater()

    # ---------------------------------------------------------------------------------------------- without it

    def _ask_why(self) -> None:
        asks = AskWhy(
            self.window, tr("Open without a second identifier"), tr("The journal keeps why."), tr("Open the record")
        )
        asks.given.connect(self._open_unknown)
        self._show(asks, asks.why.reason)

    def _open_unknown(self, why: str) -> None:
        command = KnowCaller(patient_id=self.patient_id, unknown=True, reason=why)
        self.runner.run(know_caller, command, lambda caller: self._answered(caller, self._end), self._problem)
