"""Stored files and scans, sealed on both engines."""
