"""Payers and coverage."""
