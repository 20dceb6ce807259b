"""What can go wrong in words a person understands: one sentence, the field it belongs to, and the next step."""

from app.core.text import tr

#: the most signs of one value in a sentence
LONGEST = 300


class ClinicError(Exception):
    """An outcome that a person can cause and mend. `template` is safe to log: people's words are only in `values`."""

    def __init__(self, template: str, /, *, field: str | None = None, next_step: str = "", **values: object) -> None:
        super().__init__(template)
        self.template, self.field, self.next_step, self.values = template, field, next_step, values

    @property
    def message(self) -> str:
        """The sentence in the language of the person signed in."""
        return tr(self.template, **self._shown())

    @property
    def advice(self) -> str:
        """What to do next, or an empty string."""
        return tr(self.next_step, **self._shown()) if self.next_step else ""

    def _shown(self) -> dict[str, object]:
        """The values, people's long words cut short: a sentence has to fit below a field."""
        return {
            name: f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value
            for name, value in self.values.items()
        }

    def __str__(self) -> str:
        return " ".join(part for part in (self.message, self.advice) if part)


class Refused(ClinicError):
    """The person may not do this; the journal keeps the refusal."""


class NotFound(ClinicError):
    """There is no such record for this person (absent and not allowed answer alike)."""


class Stale(ClinicError):
    """Somebody else changed the record since it was read."""


class Clash(ClinicError):
    """The time, the room or the person is already taken."""


class Busy(ClinicError):
    """The database did not let us in within the time we wait."""


class Unavailable(ClinicError):
    """The database, a file or a device cannot be reached, or is not what it should be."""


class ReasonNeeded(ClinicError):
    """The role may do this only with a reason."""


class GlassNeeded(ClinicError):
    """The record is restricted: it opens only for who breaks the glass. `values["patient_id"]` names it."""


class SecondPersonNeeded(ClinicError):
    """The role may do this only together with a second person."""
