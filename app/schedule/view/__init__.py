"""The schedule page, its painted day, and the panels in which visits are booked and cancelled."""
