"""Two records of one person: found, made one, and parted again."""
