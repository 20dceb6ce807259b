"""The tables of patients. `people`, which can be had from here, is all that a search needs; the others are `record`."""

from app.patients.tables.people import PREFIX, WORD, GlassBreak, NameKey, NameSlip, NameWord, Patient, SearchKey

__all__ = ["PREFIX", "WORD", "GlassBreak", "NameKey", "NameSlip", "NameWord", "Patient", "SearchKey"]
