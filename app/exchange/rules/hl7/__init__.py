"""HL7 v2: the messages of a file, their grammar, and what ADT says about people."""

from app.exchange.rules.hl7.adt import AdtMessage, Deed, Reading, Subject, read_message
from app.exchange.rules.hl7.framing import Framed, looks_like_hl7, messages

__all__ = ["AdtMessage", "Deed", "Framed", "Reading", "Subject", "looks_like_hl7", "messages", "read_message"]
