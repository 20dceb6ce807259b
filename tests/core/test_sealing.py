"""Sealing: nothing opens with another key, at another place, or with one bit changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Unavailable
from app.core.sealing import key_id, new_key, open_sealed, purpose_key, seal

CLINIC = bytes(range(32))
KEY = purpose_key(CLINIC, "documents")
BLOB = seal(KEY, b"Sentinel Garcia", b"document 7")


@given(st.binary(max_size=300), st.binary(max_size=50))
def test_what_was_sealed_opens(plaintext: bytes, aad: bytes) -> None:
    blob = seal(KEY, plaintext, aad)
    assert open_sealed(KEY, blob, aad) == plaintext
    assert seal(KEY, plaintext, aad) != blob


def test_derived_keys_stay_the_same_and_differ_by_purpose_and_clinic() -> None:
    keys = [
        purpose_key(CLINIC, "documents"),
        purpose_key(CLINIC, "backups"),
        purpose_key(new_key(), "documents"),
        CLINIC,
    ]
    assert len(set(keys)) == 4
    # Written down once: data sealed by an earlier version must open for ever.
    assert KEY.hex() == "6354ccd18d6a8102347b52f96a73e2cbe1b6b6aba4b2379f1a852a52f2fa2d61"
    assert key_id(CLINIC) == "b1f9e7319ebf4f9d"


@given(st.integers(0, len(BLOB) - 1), st.integers(1, 255))
def test_a_changed_byte_is_found(place: int, mask: int) -> None:
    flipped = bytearray(BLOB)
    flipped[place] ^= mask
    with pytest.raises(Unavailable):
        open_sealed(KEY, bytes(flipped), b"document 7")


@given(st.integers(0, len(BLOB) - 1))
def test_a_cut_blob_is_found(length: int) -> None:
    with pytest.raises(Unavailable, match="damaged"):
        open_sealed(KEY, BLOB[:length], b"document 7")


def test_a_blob_put_elsewhere_does_not_open() -> None:
    with pytest.raises(Unavailable, match="damaged"):
        open_sealed(KEY, BLOB, b"document 8")


def test_another_key_is_told_from_damage() -> None:
    with pytest.raises(Unavailable, match="another key"):
        open_sealed(purpose_key(CLINIC, "backups"), BLOB, b"document 7")


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_keys_have_one_size(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        purpose_key(bytes(size), "documents")
    with pytest.raises(ValueError, match="32 bytes"):
        seal(bytes(size), b"", b"")
