"""Qt without clinic words."""
