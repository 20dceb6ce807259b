"""Scanned cards: what a keyboard-wedge reader types of them, as typed values, and how a licence differs from a record.

Patterns are kept as texts and compiled at the first scan: the search box imports this, and the start need not wait.
"""
