"""The Today board, the check-in and check-out panels, the close of the day, and the worklists page."""
