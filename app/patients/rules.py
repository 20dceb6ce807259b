"""Pure decisions about people: names, keys, what is still missing."""

from enum import StrEnum


class Sex(StrEnum):
    """FHIR administrative-gender."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class NoteKind(StrEnum):
    """A note stands in the record; an alert also comes up when the record is opened."""

    NOTE = "note"
    ALERT = "alert"
