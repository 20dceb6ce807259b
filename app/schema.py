"""Imports every room's tables, for migrations and tests; nothing else."""

from app.checklists import tables as checklists
from app.core import journal
from app.core.orm import Base
from app.documents import tables as documents
from app.duplicates import tables as duplicates
from app.episodes import tables as episodes
from app.exchange import tables as exchange
from app.insurance import tables as insurance
from app.patients import tables as patients
from app.patients.tables import record
from app.payments import tables as payments
from app.privacy import tables as privacy
from app.schedule import tables as schedule
from app.staff import tables as staff
from app.visits import tables as visits
from app.waitlist import tables as waitlist

metadata = Base.metadata

__all__ = [
    "checklists",
    "documents",
    "duplicates",
    "episodes",
    "exchange",
    "insurance",
    "journal",
    "metadata",
    "patients",
    "payments",
    "privacy",
    "record",
    "schedule",
    "staff",
    "visits",
    "waitlist",
]
