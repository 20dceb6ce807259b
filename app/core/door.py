"""Opening the clinic whose key is at hand; light, because the window waits for it. Where the key comes from: `keys`."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.core.bundle import Bundle
from app.core.clock import Clock, ShiftedClock, SystemClock
from app.core.database import Database, open_embedded, open_server
from app.core.places import Places, is_server
from app.core.settings import Settings
from app.core.verify import Anchors


def clock_of(settings: Settings) -> Clock:
    """The system's clock; in the demo clinic one that began at the demo's own hour."""
    if settings.demo and settings.demo_clock:
        start = datetime.fromisoformat(settings.demo_clock).replace(tzinfo=ZoneInfo(settings.zone))
        return ShiftedClock(start.astimezone(UTC))
    return SystemClock()


def demo_secrets(settings: Settings) -> Bundle | None:
    """The demo's throw-away key; None for a clinic of real people."""
    if settings.demo and settings.demo_key_file:
        return Bundle(bytes.fromhex(Path(settings.demo_key_file).read_text(encoding="ascii").strip()))
    return None


def open_database(settings: Settings, where: Places, bundle: Bundle, *, create: bool = False) -> Database:
    """The clinic's database with its clock and desk. Raises Unavailable in plain words; see embedded.connect."""
    clock = clock_of(settings)
    if is_server(settings):
        return open_server(
            settings.database,
            bundle.clinic_key,
            password=bundle.server_password or None,
            tls=settings.database_tls,
            authority=settings.database_authority,
            clock=clock,
            desk=settings.desk,
        )
    return open_embedded(where.database, bundle.clinic_key, clock=clock, desk=settings.desk, create=create)


def anchors(where: Places) -> Anchors:
    """The anchors of this desk."""
    return Anchors(where.anchors)
