"""The state of the schedule's screens."""

from app.schedule.viewmodel.board import Board, Box, Column, lay_out
from app.schedule.viewmodel.booking import BookingModel
from app.schedule.viewmodel.cursor import Cursor
from app.schedule.viewmodel.day import DayModel
from app.schedule.viewmodel.known import Look
from app.schedule.viewmodel.moving import MovingModel

__all__ = ["Board", "BookingModel", "Box", "Column", "Cursor", "DayModel", "Look", "MovingModel", "lay_out"]
