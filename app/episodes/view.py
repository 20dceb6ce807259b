"""The forms of this room: care begun, corrected, finished; its plan."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from app.core.text import tr
from app.episodes.queries import EpisodeRow
from app.episodes.rules import EpisodeStatus
from app.kit.fields import DateField
from app.kit.form import Form
from app.patients.view.sections import FormDrawer

Save = Callable[[dict[str, Any]], None]


class StartForm(Form):
    """Care that begins, with its plan."""

    ui = "episodes/start.ui"
    title: QLineEdit
    practitioner: QComboBox
    starts_on: DateField
    visits_per_week: QSpinBox
    weeks: QSpinBox
    authorization: QComboBox


class EpisodeForm(Form):
    """Care that goes on."""

    ui = "episodes/episode.ui"
    title: QLineEdit
    practitioner: QComboBox
    starts_on: DateField
    authorization: QComboBox
    on_hold: QCheckBox


class PlanForm(Form):
    """A plan of care."""

    ui = "episodes/plan.ui"
    visits_per_week: QSpinBox
    weeks: QSpinBox
    starts_on: DateField
    certified_on: DateField
    renews: QCheckBox


class FinishForm(Form):
    """The last day of care."""

    ui = "episodes/finish.ui"
    ends_on: DateField
    mistake: QCheckBox


def _offer(box: QComboBox, first: str, choices: Mapping[int, str]) -> None:
    box.addItem(first, 0)
    for key, words in choices.items():
        box.addItem(words, key)


class _EpisodeDrawer(FormDrawer):
    """What beginning and correcting have in common."""

    def __init__(
        self, parent: QWidget, title: str, confirm: str, fields: StartForm | EpisodeForm, today: date,
        practitioners: Mapping[int, str], authorizations: Mapping[int, str], save: Save,
    ) -> None:  # fmt: skip
        self.fields, self._give = fields, save
        super().__init__(parent, title, fields, confirm)
        _offer(fields.practitioner, tr("Anyone"), practitioners)
        _offer(fields.authorization, tr("None"), authorizations)
        fields.starts_on.set_today(today)
        self.confirmed.connect(self._save)

    def _save(self) -> None:
        values = self.fields.values()
        if values["starts_on"] is None:
            self.fields.show_error("starts_on", tr("The day on which the care begins is needed."))
            return
        ids = {f"{name}_id": values.pop(name) or None for name in ("practitioner", "authorization")}
        self.send({**values, **ids})

    def send(self, values: dict[str, Any]) -> None:
        """Give the fields of the command away."""
        self._give(values)


class StartDrawer(_EpisodeDrawer):
    """Begins an episode of care."""

    fields: StartForm

    def __init__(
        self, parent: QWidget, today: date, practitioners: Mapping[int, str], authorizations: Mapping[int, str],
        save: Save,
    ) -> None:  # fmt: skip
        super().__init__(parent, tr("Begin care"), tr("Begin"), StartForm(), today, practitioners, authorizations, save)
        last = next(iter(authorizations), 0)
        self.fields.set_values(
            {"practitioner": 0, "authorization": last, "starts_on": today, "visits_per_week": 2, "weeks": 6}
        )

    def send(self, values: dict[str, Any]) -> None:
        """Without a number of visits there is no plan yet."""
        often = values["visits_per_week"] and values["weeks"]
        super().send({**values, **({} if often else {"visits_per_week": None, "weeks": None})})


class EpisodeDrawer(_EpisodeDrawer):
    """Corrects an episode of care. `titled`: whether its words are shown to whoever corrects it."""

    fields: EpisodeForm

    def __init__(
        self, parent: QWidget, today: date, practitioners: Mapping[int, str], authorizations: Mapping[int, str],
        row: EpisodeRow, save: Save,
    ) -> None:  # fmt: skip
        people = dict(practitioners)
        if row.practitioner_id is not None:
            people.setdefault(row.practitioner_id, row.practitioner)
        super().__init__(parent, tr("Change the care"), tr("Save"), EpisodeForm(), today, people, authorizations, save)
        self.fields.set_values(
            {
                "title": row.title, "practitioner": row.practitioner_id or 0, "starts_on": row.starts_on,
                "authorization": row.authorization_id or 0, "on_hold": row.status is EpisodeStatus.ONHOLD,
            }
        )  # fmt: skip


class PlanDrawer(FormDrawer):
    """Writes a plan of care: the first, a renewal, or one corrected."""

    def __init__(self, parent: QWidget, today: date, row: EpisodeRow, save: Save) -> None:
        self.fields, self._row, self._give = PlanForm(), row, save
        super().__init__(parent, tr("Plan of care"), self.fields, tr("Save the plan"), about=row.title)
        for field in (self.fields.starts_on, self.fields.certified_on):
            field.set_today(today)
        plan = row.plan
        names = ("visits_per_week", "weeks", "starts_on", "certified_on")
        first = {"visits_per_week": 2, "weeks": 6, "starts_on": row.starts_on}
        self.fields.set_values({name: getattr(plan, name) for name in names} if plan is not None else first)
        self.fields.renews.setVisible(plan is not None)
        self.fields.renews.toggled.connect(self._renew)
        self.confirmed.connect(self._save)

    def _renew(self, renews: bool) -> None:
        """A renewal begins on the day after the plan before, and is signed anew."""
        plan = self._row.plan
        if plan is not None:
            after = date.fromordinal(plan.last_day.toordinal() + 1)
            self.fields.set_values(
                {"starts_on": after, "certified_on": None} if renews
                else {"starts_on": plan.starts_on, "certified_on": plan.certified_on}
            )  # fmt: skip

    def _save(self) -> None:
        values = self.fields.values()
        if values["starts_on"] is None:
            self.fields.show_error("starts_on", tr("The first day of the plan is needed."))
            return
        plan = None if values.pop("renews") else self._row.plan
        mine = {} if plan is None else {"plan_id": plan.id, "plan_version": plan.version}
        self._give({**values, **mine})


class FinishDrawer(FormDrawer):
    """Finishes care, or takes it back as a mistake."""

    def __init__(
        self, parent: QWidget, today: date, row: EpisodeRow, finish: Callable[[date | None, bool], None]
    ) -> None:
        self.fields = FinishForm()
        super().__init__(parent, tr("Finish the care"), self.fields, tr("Finish the care"), about=row.title)
        self.fields.ends_on.set_today(today)
        self.fields.set_values({"ends_on": max(today, row.starts_on)})
        self.fields.mistake.toggled.connect(self._swap)
        self.confirmed.connect(lambda: finish(self.fields.ends_on.value(), self.fields.mistake.isChecked()))

    def _swap(self, mistake: bool) -> None:
        self.fields.ends_on.setEnabled(not mistake)
        self.confirm.set_label(tr("Take it back") if mistake else tr("Finish the care"))
