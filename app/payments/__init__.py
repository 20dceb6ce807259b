"""Amounts due, co-pays, receipts, day close."""
