"""Opening the clinic: where its data lie, which key opens them, and what happens when the key is not at hand."""

import secrets as random_source
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.core.clock import Clock, ShiftedClock, SystemClock
from app.core.database import Database, open_embedded, open_server
from app.core.errors import ClinicError, Unavailable
from app.core.paths import ensure_folder, require_local
from app.core.places import Places, is_server, places
from app.core.recovery import Bundle, new_recovery_code, read_sidecar, unwrap, wrap
from app.core.sealing import new_key
from app.core.secrets import SecretsUnavailable, system_store
from app.core.settings import Settings
from app.core.verify import Anchors


class KeyMissing(ClinicError):
    """This system login has no key for the clinic: the recovery key is asked for."""


@dataclass(frozen=True, slots=True)
class NewClinic:
    """A clinic that was just made: its id, its secrets, and the recovery key that is shown once."""

    clinic_id: str
    bundle: Bundle
    recovery_code: str


def clock_of(settings: Settings) -> Clock:
    """The system's clock; in the demo clinic one that began at the demo's own hour."""
    if settings.demo and settings.demo_clock:
        start = datetime.fromisoformat(settings.demo_clock).replace(tzinfo=ZoneInfo(settings.zone))
        return ShiftedClock(start.astimezone(UTC))
    return SystemClock()


def new_clinic(where: Places, server_password: str = "") -> NewClinic:
    """Make the secrets of a new clinic and write its sidecar. Raises Unavailable where a clinic lies already."""
    if where.configured:
        raise Unavailable(
            "There is a clinic in {folder} already.",
            next_step="Open that one, or name another folder.",
            folder=str(where.data),
        )
    require_local(where.data)
    ensure_folder(where.data)
    clinic_id, code = random_source.token_hex(8), new_recovery_code()
    bundle = Bundle(new_key(), server_password)
    where.sidecar.write_bytes(wrap(bundle, code, clinic_id))
    return NewClinic(clinic_id, bundle, code)


def keep_secrets(where: Places, bundle: Bundle) -> None:
    """Put the secrets into this login's keyring. Raises SecretsUnavailable; the clinic then opens with its recovery key."""
    store = system_store(clinic_id(where))
    store.set("clinic-key", bundle.clinic_key.hex())
    if bundle.server_password:
        store.set("server-password", bundle.server_password)


def clinic_id(where: Places) -> str:
    """The id in the sidecar. Raises Unavailable when the sidecar is gone."""
    try:
        return read_sidecar(where.sidecar.read_bytes()).clinic
    except OSError as missing:
        raise Unavailable(
            "The clinic's recovery file is not where it should be.",
            next_step="Look for a renamed folder or an unplugged disk, or restore from a backup.",
        ) from missing


def find_secrets(settings: Settings, where: Places) -> Bundle:
    """The secrets from the keyring, or the demo's throw-away key. Raises KeyMissing when the recovery key is needed."""
    if settings.demo and settings.demo_key_file:
        return Bundle(bytes.fromhex(Path(settings.demo_key_file).read_text(encoding="ascii").strip()))
    try:
        store = system_store(clinic_id(where))
        key, password = store.get("clinic-key"), store.get("server-password")
    except SecretsUnavailable as closed:
        raise KeyMissing(closed.template, next_step=closed.next_step) from closed
    if key is None:
        raise KeyMissing("This login has no key for the clinic yet.", next_step="Type the recovery key once.")
    return Bundle(bytes.fromhex(key), password or "")


def recover_secrets(where: Places, code: str) -> Bundle:
    """The secrets by the recovery key, and into the keyring if it takes them. Raises ClinicError at the field `code`."""
    bundle = unwrap(where.sidecar.read_bytes(), code, clinic_id(where))
    try:
        keep_secrets(where, bundle)
    except SecretsUnavailable:
        return bundle  # no keyring here: the code is asked for again next time, and nothing is written in the clear
    return bundle


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


__all__ = [
    "KeyMissing",
    "NewClinic",
    "Places",
    "anchors",
    "clinic_id",
    "clock_of",
    "find_secrets",
    "is_server",
    "keep_secrets",
    "new_clinic",
    "open_database",
    "places",
    "recover_secrets",
]
