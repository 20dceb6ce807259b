"""Registration, search, duplicates, notes and alerts."""
