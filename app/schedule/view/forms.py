"""The static layouts of this room as typed classes."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QSpinBox

from app.kit.fields import DateField, TimeField
from app.kit.form import Form


class BookingForm(Form):
    """What, with whom, when. The names are those of the errors' fields."""

    ui = "schedule/booking.ui"
    visit_type: QComboBox
    practitioner: QComboBox
    openings: QListWidget
    day: DateField
    start: TimeField
    note: QLineEdit
    reason_label: QLabel
    reason: QLineEdit


class WalkInForm(Form):
    """What, and with whom; the time is now."""

    ui = "schedule/walk_in.ui"
    visit_type: QComboBox
    practitioner: QComboBox
    note: QLineEdit
    reason_label: QLabel
    reason: QLineEdit


class CancelForm(Form):
    """Why a visit is cancelled."""

    ui = "schedule/cancel.ui"
    reasons: QListWidget
    note: QLineEdit


class BlockForm(Form):
    """What is closed, for whom, from when to when."""

    ui = "schedule/block.ui"
    why: QComboBox
    practitioner: QComboBox
    day: DateField
    last_day: DateField
    start: TimeField
    end: TimeField
    reason_label: QLabel
    reason: QLineEdit


class SeriesForm(Form):
    """What, with whom, on which days, how many: the names are those of the errors' fields."""

    ui = "schedule/series.ui"
    visit_type: QComboBox
    practitioner: QComboBox
    starts_on: DateField
    start: TimeField
    mo: QCheckBox
    tu: QCheckBox
    we: QCheckBox
    th: QCheckBox
    fr: QCheckBox
    sa: QCheckBox
    su: QCheckBox
    count: QSpinBox
    interval: QSpinBox

    def weekdays(self) -> frozenset[int]:
        """The days that are ticked, 0 is Monday."""
        return frozenset(at for at, box in enumerate(self.days()) if box.isChecked())

    def days(self) -> tuple[QCheckBox, ...]:
        """The boxes from Monday on."""
        return self.mo, self.tu, self.we, self.th, self.fr, self.sa, self.su


class FinderForm(Form):
    """What is wished of a time: what, on which days, when, with whom, where."""

    ui = "schedule/finder.ui"
    visit_type: QComboBox
    minutes: QComboBox
    per_week: QComboBox
    monday: QCheckBox
    tuesday: QCheckBox
    wednesday: QCheckBox
    thursday: QCheckBox
    friday: QCheckBox
    saturday: QCheckBox
    sunday: QCheckBox
    from_day: DateField
    after: TimeField
    before: TimeField
    whom: QLineEdit
    where: QComboBox


class SeriesMoveForm(Form):
    """How the visits of a series move."""

    ui = "schedule/series_move.ui"
    days: QSpinBox
    start: TimeField
    practitioner: QComboBox


class SeriesCancelForm(Form):
    """Why the visits of a series are taken off."""

    ui = "schedule/series_cancel.ui"
    reason: QComboBox
    note: QLineEdit
