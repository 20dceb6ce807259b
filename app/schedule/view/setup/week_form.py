"""Seven days as people write them, and the days from and to which they hold."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QLineEdit

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.fields import DateField
from app.kit.form import Form
from app.schedule.rules.weeks import Day, Week
from app.schedule.rules.written import read_day, write_day
from app.schedule.viewmodel.setup import day_hours_words


class WeekForm(Form):
    """Seven days as people write them, and the days from and to which they hold."""

    ui = "schedule/week.ui"
    day0: QLineEdit
    day1: QLineEdit
    day2: QLineEdit
    day3: QLineEdit
    day4: QLineEdit
    day5: QLineEdit
    day6: QLineEdit
    said0: QLabel
    said1: QLabel
    said2: QLabel
    said3: QLabel
    said4: QLabel
    said5: QLabel
    said6: QLabel
    valid_from: DateField
    valid_to: DateField

    def __init__(self) -> None:
        super().__init__()
        self.days: list[QLineEdit] = [getattr(self, f"day{number}") for number in range(7)]
        self.said: list[QLabel] = [getattr(self, f"said{number}") for number in range(7)]
        self.valid_to.setPlaceholderText(tr("For good"))
        for number, field in enumerate(self.days):
            field.textChanged.connect(partial(self._read, number))
            field.editingFinished.connect(partial(self._tidy, number))

    def show_week(self, week: Week) -> None:
        """Put a week into the fields."""
        for field, day in zip(self.days, week, strict=True):
            field.setText(write_day(day))
        for number in range(7):
            self._read(number)

    def week(self) -> Week | None:
        """The week that is typed; None, with a sentence at each day that cannot be read, and the focus at the first."""
        days = [self._day(number) for number in range(7)]
        wrong = [number for number, day in enumerate(days) if day is None]
        if wrong:
            self.errors.go_to(f"day{wrong[0]}")
            return None
        return tuple(day or () for day in days)  # type: ignore[return-value]

    def copy_monday(self) -> None:
        """The same hours from Monday to Friday."""
        for field in self.days[1:5]:
            field.setText(self.days[0].text())

    def _day(self, number: int) -> Day | None:
        try:
            return read_day(self.days[number].text())
        except ClinicError as why:
            self.show_error(f"day{number}", str(why), focus=False)
            return None

    def _read(self, number: int, *_: object) -> None:
        """Say beside the field how it is read."""
        try:
            self.said[number].setText(day_hours_words(read_day(self.days[number].text())))
        except ClinicError:
            self.said[number].setText("")

    def _tidy(self, number: int) -> None:
        """Write a day in the usual way once the field is left."""
        day = self._day(number)
        if day is not None and write_day(day) != self.days[number].text():
            self.days[number].setText(write_day(day))
