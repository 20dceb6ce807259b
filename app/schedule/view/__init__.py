"""The schedule page, its painted day, and the panels in which visits are booked and cancelled."""

from app.schedule.view.page import SchedulePage
from app.schedule.view.panels import BookingPanel, CancelPanel, WalkInPanel, Wish

__all__ = ["BookingPanel", "CancelPanel", "SchedulePage", "WalkInPanel", "Wish"]
