"""Sealing of bytes with the clinic's key: AES-256-GCM under one derived key for each purpose.

A sealed blob is: 4 bytes `FDS1`, 4 bytes that name the key, a 12-byte nonce, then the ciphertext with its 16-byte tag.
"""

import hashlib
import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.core.errors import Unavailable

#: bytes of every key
KEY_SIZE: Final = 32

#: bytes; one nonce serves one message, and a message must fit in memory anyway
LARGEST_MESSAGE: Final = 1 << 30

_MARK: Final = b"FDS1"
_NAME_SIZE, _NONCE_SIZE, _TAG_SIZE = 4, 12, 16
_HEAD_SIZE: Final = len(_MARK) + _NAME_SIZE + _NONCE_SIZE


def new_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(KEY_SIZE)


def purpose_key(clinic_key: bytes, purpose: str) -> bytes:
    """The key for one purpose (`documents`, `backups`…) by HKDF-SHA256; keys of different purposes tell nothing.

    Raises ValueError for a clinic key that is not 32 bytes.
    """
    if len(clinic_key) != KEY_SIZE:
        raise ValueError("a clinic key has 32 bytes")
    # Without salt: the input is a uniformly random key already (RFC 5869, 3.1).
    return HKDF(SHA256(), KEY_SIZE, salt=None, info=b"frontdesk/1/" + purpose.encode()).derive(clinic_key)


def key_id(clinic_key: bytes) -> str:
    """16 hexadecimal digits that name a clinic's key without telling it."""
    return purpose_key(clinic_key, "name of the key")[:8].hex()


def seal(key: bytes, plaintext: bytes, aad: bytes) -> bytes:
    """Encrypt and authenticate; `aad` says where the blob belongs, so that it cannot be moved elsewhere.

    Raises ValueError for a message above `LARGEST_MESSAGE` or a key that is not 32 bytes.
    """
    if len(key) != KEY_SIZE or len(plaintext) > LARGEST_MESSAGE:
        raise ValueError("a key has 32 bytes and a message at most 1 GiB")
    nonce = secrets.token_bytes(_NONCE_SIZE)
    return _MARK + _name(key) + nonce + AESGCM(key).encrypt(nonce, plaintext, _MARK + aad)


def open_sealed(key: bytes, blob: bytes, aad: bytes) -> bytes:
    """What was sealed. Raises Unavailable where the blob was sealed with another key, is damaged, or was moved."""
    if not blob.startswith(_MARK) or len(blob) < _HEAD_SIZE + _TAG_SIZE:
        raise Unavailable("This stored file is damaged.", next_step="Restore it from a backup.")
    if blob[len(_MARK) : len(_MARK) + _NAME_SIZE] != _name(key):
        raise Unavailable("This stored file was sealed with another key.", next_step="Use the key it was made with.")
    nonce = blob[_HEAD_SIZE - _NONCE_SIZE : _HEAD_SIZE]
    try:
        return AESGCM(key).decrypt(nonce, blob[_HEAD_SIZE:], _MARK + aad)
    except InvalidTag:
        raise Unavailable("This stored file is damaged.", next_step="Restore it from a backup.") from None


def _name(key: bytes) -> bytes:
    return hashlib.sha256(b"frontdesk name" + key).digest()[:_NAME_SIZE]
