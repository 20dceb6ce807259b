"""Questions about who looked and whom the clinic told."""

from app.privacy.queries.access import AccessLog, AccessRow, who_saw
from app.privacy.queries.disclosures import Accounting, DisclosureRow, accounting, disclosures
from app.privacy.queries.glass import BrokenGlass, GlassRow, broken_glass, glass_row

__all__ = [
    "AccessLog",
    "AccessRow",
    "Accounting",
    "BrokenGlass",
    "DisclosureRow",
    "GlassRow",
    "accounting",
    "broken_glass",
    "disclosures",
    "glass_row",
    "who_saw",
]
