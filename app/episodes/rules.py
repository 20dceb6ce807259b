"""Pure decisions about an episode of care and its plan."""

from enum import StrEnum


class EpisodeStatus(StrEnum):
    """FHIR EpisodeOfCare.status, the ones a desk uses."""

    PLANNED = "planned"
    ACTIVE = "active"
    ONHOLD = "onhold"
    FINISHED = "finished"
    CANCELLED = "cancelled"
