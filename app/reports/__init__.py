"""Printed papers: the end-of-day packet, receipts, the recovery key. Values in, PDF bytes out."""
