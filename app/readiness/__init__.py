"""The lamps of a visit."""
