"""What somebody who waits would take: the drawer in which it is written down or changed."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QWidget

from app.core.ports import Ports
from app.core.text import tr
from app.kit.buttons import KeyButton
from app.kit.dates import short_day, show_time
from app.kit.fields import DateField, TimeField
from app.kit.form import Form
from app.kit.lists import tick_lines, ticked_lines
from app.patients.view.sections import FormDrawer
from app.runner.bridge import Runner
from app.schedule.queries import BookingStart
from app.waitlist.actions import AddToWaitlist, UpdateWaitlistEntry
from app.waitlist.queries import EntryRow
from app.waitlist.queries.words import priority_words
from app.waitlist.rules.fitting import ALL_DAYS, PRIORITIES
from app.waitlist.viewmodel.entry import EntryModel

#: so many lines of practitioners and of locations have room; the others are scrolled to
MOST = 4


class EntryForm(Form):
    """What somebody would take. The names are those of the errors' fields."""

    ui = "waitlist/entry.ui"
    visit_type: QComboBox
    priority: QComboBox
    practitioners: QListWidget
    locations: QListWidget
    mon: QCheckBox
    tue: QCheckBox
    wed: QCheckBox
    thu: QCheckBox
    fri: QCheckBox
    sat: QCheckBox
    sun: QCheckBox
    from_time: TimeField
    to_time: TimeField
    until: DateField
    instead: QComboBox
    note: QLineEdit


class EntryDrawer(FormDrawer):
    """`begin(patient, location)` for a new entry, with `entry_id` for one that stands. Ctrl+Enter keeps it."""

    def __init__(self, parent: QWidget, runner: Runner, ports: Ports) -> None:
        self.fields = EntryForm()
        super().__init__(parent, tr("Waitlist"), self.fields, tr("Put on the waitlist"))
        self.model = EntryModel(runner, ports, self)
        self.off = KeyButton(tr("Take off the list"), kind="quiet", keys="Ctrl+Backspace", size="row")
        self.off.setVisible(False)
        self.footer.insertWidget(1, self.off)
        self.days = (
            self.fields.mon, self.fields.tue, self.fields.wed, self.fields.thu, self.fields.fri, self.fields.sat,
            self.fields.sun,
        )  # fmt: skip
        for priority in PRIORITIES:
            self.fields.priority.addItem(priority_words(priority), priority)
        self.confirmed.connect(self._send)
        self.off.clicked.connect(self.model.take_off)
        self.model.ready.connect(self._show)
        self.model.failed.connect(self.problem)
        self.model.kept.connect(self.close_drawer)
        self.closed.connect(self.deleteLater)

    def begin(self, patient_id: int, location_id: int, *, entry_id: int = 0, instead: int | None = None) -> None:
        """Show a new entry of a patient, or one that stands."""
        self.open(self.fields.visit_type)
        self.model.begin(patient_id, location_id, entry_id=entry_id, instead=instead)

    def _show(self) -> None:
        start, entry, fields = self.model.start, self.model.entry, self.fields
        if start is None:
            return
        self.set_title(tr("Waitlist"), f"{start.patient} · {start.location}")
        instead = self.model.instead
        kind = entry.visit_type_id if entry else instead.visit_type_id if instead else start.visit_type_id
        _fill(fields.visit_type, [(one.name, one.id) for one in start.types], kind)
        self._show_choices(start, entry)
        known = {one.id: one for one in (*start.upcoming, *([instead] if instead else ()))}
        later = [
            (tr("{day} at {time}", day=short_day(one.day), time=show_time(one.start)), one.id)
            for one in sorted(known.values(), key=lambda one: one.starts_at)
            if one.location_id == start.location_id
        ]
        _fill(fields.instead, [(tr("One visit more"), None), *later], instead.id if instead else None)
        fields.until.set_today(start.today)
        weekdays = entry.weekdays if entry else 0b0011111
        for number, box in enumerate(self.days):
            box.setChecked(bool(weekdays >> number & 1))
        if entry is not None:
            self._show_standing()

    def _show_choices(self, start: BookingStart, entry: EntryRow | None) -> None:
        """Whom they would take, and where else; who was ticked and works elsewhere now can still be taken off."""
        fields = self.fields
        chosen, also = (dict(entry.practitioners), dict(entry.locations)) if entry else ({}, {})
        people = {one.id: one.name for one in start.people}
        tick_lines(fields.practitioners, _lines({**chosen, **people}), chosen, MOST)
        places = {one.id: one.name for one in self.model.places if one.id != start.location_id}
        tick_lines(fields.locations, _lines({**also, **places}), also, MOST)
        for part in (fields.locations, *fields.root.findChildren(QLabel, "locations_label")):
            part.setVisible(bool(fields.locations.count()))

    def _show_standing(self) -> None:
        entry, fields = self.model.entry, self.fields
        if entry is None:
            return
        fields.priority.setCurrentIndex(entry.priority)
        fields.from_time.set_value(entry.from_time)
        fields.to_time.set_value(entry.to_time)
        fields.until.set_value(entry.until)
        fields.note.setText(entry.note)
        fields.instead.setEnabled(False)
        self.off.setVisible(True)
        self.confirm.set_label(tr("Keep the change"))

    def _send(self) -> None:
        start, entry, fields = self.model.start, self.model.entry, self.fields
        if start is None:
            return
        days = sum(box.isChecked() << number for number, box in enumerate(self.days))
        if not days:
            self.say(tr("Choose at least one day of the week."))
            return
        wish = {
            "visit_type_id": fields.visit_type.currentData(),
            "weekdays": days & ALL_DAYS,
            "from_time": fields.from_time.value(),
            "to_time": fields.to_time.value(),
            "priority": fields.priority.currentData(),
            "until": fields.until.value(),
            "practitioners": ticked_lines(fields.practitioners),
            "locations": ticked_lines(fields.locations),
            "note": fields.note.text(),
        }
        if entry is not None:
            self.model.change(UpdateWaitlistEntry(entry_id=entry.id, version=entry.version, **wish))
        else:
            self.model.add(
                AddToWaitlist(
                    patient_id=self.model.patient_id,
                    location_id=start.location_id,
                    appointment_id=fields.instead.currentData(),
                    **wish,
                )
            )


def _lines(names: Mapping[int, str]) -> list[tuple[str, int]]:
    return sorted((words, number) for number, words in names.items())


def _fill(box: QComboBox, rows: list[tuple[str, int | None]], chosen: int | None) -> None:
    box.clear()
    for words, value in rows:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
