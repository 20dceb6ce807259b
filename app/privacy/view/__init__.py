"""What is seen of privacy: the card of the record, the glass, who looked."""

from app.privacy.view.glass import GlassDrawer
from app.privacy.view.section import PrivacySection

__all__ = ["GlassDrawer", "PrivacySection"]
