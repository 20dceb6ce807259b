"""The state of the schedule's screens."""

from app.schedule.viewmodel.board import Board, Box, Column, lay_out
from app.schedule.viewmodel.booking import BookingModel
from app.schedule.viewmodel.cursor import Cursor
from app.schedule.viewmodel.day import DayModel, Look

__all__ = ["Board", "BookingModel", "Box", "Column", "Cursor", "DayModel", "Look", "lay_out"]
