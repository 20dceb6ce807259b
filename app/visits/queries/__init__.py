"""What is asked about visits."""

from app.visits.queries.board import Sight, board, board_row, on_day, read_board, sight_for, sight_of
from app.visits.queries.days import (
    DayCounts,
    OpenVisits,
    badges,
    closing,
    day_counts,
    day_to_settle,
    has_next_visit,
    read_counts,
    read_day_points,
    today_at,
    visits_today,
)

__all__ = [
    "DayCounts",
    "OpenVisits",
    "Sight",
    "badges",
    "board",
    "board_row",
    "closing",
    "day_counts",
    "day_to_settle",
    "has_next_visit",
    "on_day",
    "read_board",
    "read_counts",
    "read_day_points",
    "sight_for",
    "sight_of",
    "today_at",
    "visits_today",
]
