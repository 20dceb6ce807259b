"""Scanned cards."""
