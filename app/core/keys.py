"""Which key opens the clinic, where it is kept, and what happens when it is not at hand."""

import secrets as random_source
from dataclasses import dataclass

from app.core.bundle import Bundle
from app.core.door import demo_secrets
from app.core.errors import ClinicError, Unavailable
from app.core.paths import ensure_folder, require_local
from app.core.places import Places
from app.core.recovery import new_recovery_code, read_sidecar, unwrap, wrap
from app.core.sealing import new_key
from app.core.secrets import SecretsUnavailable, system_store
from app.core.settings import Settings


class KeyMissing(ClinicError):
    """This system login has no key for the clinic: the recovery key is asked for."""


@dataclass(frozen=True, slots=True)
class NewClinic:
    """A clinic that was just made: its id, its secrets, and the recovery key that is shown once."""

    clinic_id: str
    bundle: Bundle
    recovery_code: str


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
    if (bundle := demo_secrets(settings)) is not None:
        return bundle
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
