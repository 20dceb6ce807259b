"""The measures a day is judged by."""

from enum import StrEnum


class Measure(StrEnum):
    """A rate of the day; its definition stands under its figure."""

    ARRIVED = "arrived"
    NOSHOW = "noshow"
    LATE_CANCEL = "late_cancel"
    CANCELLED = "cancelled"
    SAME_DAY_FILL = "same_day_fill"
    UTILIZATION = "utilization"
    COLLECTED = "collected"
