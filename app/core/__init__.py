"""The clinic without Qt: database, journal, access, clock, errors, settings, secrets, paths, printing, backup."""
