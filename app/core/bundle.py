"""The clinic's secrets on their way from where they are kept to the database."""

import msgspec


class Bundle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the keyring or the recovery key gives back: the clinic's 32-byte key and, with a server, its password."""

    clinic_key: bytes
    server_password: str = ""
