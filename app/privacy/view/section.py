"""Privacy as a card of the record: disclosures, who looked, the restriction."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.access import Permission
from app.core.ports import Deed, Ports
from app.core.text import tr
from app.kit import theme
from app.kit.buttons import KeyButton, LinkButton
from app.kit.dates import show_date
from app.kit.panels import clear
from app.kit.words import label
from app.patients.queries.record import PatientSummary, summary
from app.patients.rules.codes import Restriction
from app.patients.view.results import yielding
from app.patients.view.sections import AskWhy, FormDrawer, RecordSection
from app.privacy.actions import AddDisclosure, Restrict, VoidDisclosure, add_disclosure, restrict, void_disclosure
from app.privacy.queries import DisclosureRow
from app.privacy.rules import Purpose, purpose_words
from app.privacy.view.access import AccessDrawer
from app.privacy.view.forms import DisclosureForm, RestrictForm
from app.privacy.view.glass import ReviewDrawer
from app.privacy.viewmodel import PrivacyModel
from app.runner.bridge import Runner

WHO, NOTE = "Ctrl+Shift+W", "Ctrl+Shift+D"
#: a place that leads to a broken glass names it behind this word
TASK = "glass-"


class PrivacySection(RecordSection):
    """What was given to others, and the doors to who looked and to the restriction."""

    model: PrivacyModel

    def __init__(self, runner: Runner, ports: Ports) -> None:
        super().__init__(PrivacyModel(runner, ports), tr("Privacy"))
        self.runner, self.ports = runner, ports
        self.who = KeyButton(tr("Who saw it…"), icon="search", kind="soft", keys=WHO, size="row")
        self.note = KeyButton(tr("Note a disclosure…"), icon="plus", kind="soft", keys=NOTE, size="row")
        self.account, self.limit = LinkButton(tr("Accounting…")), LinkButton(tr("Restrict…"))
        self.account.set_tip(tr("What a patient is told who asks to whom we gave something"))
        self.who.clicked.connect(self.show_access)
        self.note.clicked.connect(self.add)
        self.account.clicked.connect(self.model.account)
        self.limit.clicked.connect(self.change_restriction)
        self.buttons.addWidget(self.who)
        self.buttons.addWidget(self.note)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(8))
        self.body.addLayout(self._lines)
        links = QHBoxLayout()
        links.addWidget(self.account)
        links.addWidget(self.limit)
        links.addStretch(1)
        self.body.addLayout(links)

    def refresh(self) -> None:
        clear(self._lines)
        model = self.model
        if model.patient_id is None:
            return
        self.who.setVisible(model.may(Permission.READ_AUDIT))
        self.limit.setVisible(model.may(Permission.RESTRICT))
        for row in model.rows:
            self._lines.addWidget(self._line(row))
        if model.loaded and not model.rows:
            self._lines.addWidget(label(tr("Nothing was given to others."), "second", wrap=True))

    def _line(self, row: DisclosureRow) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        said = f"{show_date(row.made_on)} · {row.recipient}"
        note = tr("void: {reason}", reason=row.void_reason) if row.void_reason else purpose_words(row.purpose)
        words.addWidget(yielding(label(said, "note" if row.void_reason else "strong", wrap=True)))
        words.addWidget(yielding(label(f"{note} · {' '.join(row.what.split())}", "note", wrap=True)))
        made.setAccessibleName(f"{said}, {note}")
        line.addLayout(words, 1)
        if not row.void_reason:
            void = LinkButton(tr("Void…"))
            void.set_tip(tr("Void: it stays to be seen, and no accounting has it"))
            void.clicked.connect(lambda: self.void(row))
            line.addWidget(void, 0, Qt.AlignmentFlag.AlignTop)
        return made

    # ------------------------------------------------------------------------------------------------- tasks

    def begin(self, task: str) -> bool:
        """Show a broken glass to the privacy office."""
        glass = task.removeprefix(TASK)
        if not task.startswith(TASK) or not glass.isdecimal():
            return False
        ReviewDrawer(self.window(), self.runner, int(glass)).begin()
        return True

    def deeds(self) -> tuple[Deed, ...]:
        if self.model.patient_id is None:
            return ()
        found = [Deed("plus.disclosure", tr("Note a disclosure"), NOTE, self.add)]
        if self.model.may(Permission.READ_AUDIT):
            found.append(Deed("search.access", tr("Who saw this record"), WHO, self.show_access))
        return tuple(found)

    def show_access(self) -> None:
        """Who saw this record."""
        if self.model.patient_id is not None:
            AccessDrawer(self.window(), self.runner, self.ports, self.model.patient_id).begin()

    def add(self) -> None:
        """Write down a disclosure."""
        fields = DisclosureForm()
        drawer = FormDrawer(self.window(), tr("Note a disclosure"), fields, tr("Write it down"))
        today = self.ports.here().today
        fields.made_on.set_today(today, past_only=True)
        fields.suspended_until.set_today(today)
        fields.set_values({"made_on": today})
        drawer.confirmed.connect(lambda: self._add(fields))
        self.open_drawer(drawer, fields.recipient)

    def _add(self, fields: DisclosureForm) -> None:
        made_on, patient_id = fields.made_on.value(), self.model.patient_id
        if made_on is None or patient_id is None:
            fields.show_error("made_on", tr("Type the day."))
            return
        command = AddDisclosure(
            patient_id=patient_id, made_on=made_on, recipient=fields.recipient.text(), what=fields.what.toPlainText(),
            purpose=Purpose(fields.purpose.currentData()), recipient_address=fields.recipient_address.text(),
            purpose_note=fields.purpose_note.toPlainText(), suspended_until=fields.suspended_until.value(),
            reason=self.model.reason,
        )  # fmt: skip
        self.model.perform(add_disclosure, command)

    def void(self, row: DisclosureRow) -> None:
        """Make a disclosure void."""
        drawer = AskWhy(self.window(), tr("Make it void"), row.recipient, tr("Make it void"))
        drawer.given.connect(
            lambda why: self.model.perform(
                void_disclosure, VoidDisclosure(disclosure_id=row.id, version=row.version, reason=why)
            )
        )
        self.open_drawer(drawer, drawer.why.reason)

    def change_restriction(self) -> None:
        """Restrict the record, or lift it: as it stands now."""
        topic = f"restrict-{id(self)}"
        self.runner.ask(
            summary, self.model.patient_id, self.model.reason, then=self._restrict, fail=self.problem, topic=topic
        )

    def _restrict(self, record: PatientSummary) -> None:
        fields = RestrictForm()
        drawer = FormDrawer(self.window(), tr("Restrict the record"), fields, tr("Save"), about=record.name)
        fields.set_values({"restriction": record.restriction})
        drawer.confirmed.connect(
            lambda: self.model.perform(
                restrict,
                Restrict(
                    patient_id=record.id, version=record.version, reason=fields.reason.text(),
                    restriction=Restriction(fields.restriction.currentData()),
                ),
            )
        )  # fmt: skip
        self.open_drawer(drawer, fields.restriction)
