"""The recovery key: readable on paper, forgiving when typed, and of no use with any other clinic's file."""

import hashlib
import json
import math
import re
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as trial
from hypothesis import strategies as st

from app.core.bundle import Bundle
from app.core.errors import ClinicError, Unavailable
from app.core.recovery import (
    ALPHABET,
    GROUP_SIZE,
    GROUPS,
    new_recovery_code,
    read_code,
    read_sidecar,
    rewrap,
    unwrap,
    wrap,
)
from app.core.sealing import key_id, new_key

BUNDLE = Bundle(new_key(), "pässword")
CODE = new_recovery_code()
SIDECAR = wrap(BUNDLE, CODE, "clinic-1")

codes = st.builds(new_recovery_code)
places = st.integers(0, GROUPS * GROUP_SIZE - 1)


def test_a_code_is_long_enough_and_has_no_look_alikes() -> None:
    assert re.fullmatch(r"([0-9A-Z]{5}-){6}[0-9A-Z]{5}", CODE)
    assert not set("OILU") & set(ALPHABET)
    assert GROUPS * (GROUP_SIZE - 1) * math.log2(len(ALPHABET)) >= 128
    assert len({new_recovery_code() for _ in range(100)}) == 100


@given(codes)
def test_a_code_may_be_typed_in_many_ways(code: str) -> None:
    sloppy = code.lower().replace("0", "o").replace("1", "l").replace("-", " – ")
    for typed in (code, sloppy, code.replace("-", ""), f"  {code}\n", code.replace("V", "u").replace("1", "I")):
        assert read_code(typed) == code
    assert read_code("".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in code)) == code


@given(codes, places, st.sampled_from(ALPHABET))
def test_one_wrong_character_is_told_with_its_group(code: str, place: int, wrong: str) -> None:
    letters = list(code.replace("-", ""))
    if letters[place] == wrong:
        return
    letters[place] = wrong
    with pytest.raises(ClinicError, match=f"Group {place // GROUP_SIZE + 1} ") as caught:
        read_code("".join(letters))
    assert caught.value.field == "code"


@given(codes, places.filter(lambda place: (place + 1) % GROUP_SIZE != 0))
def test_two_characters_swapped_are_told(code: str, place: int) -> None:
    letters = list(code.replace("-", ""))
    if letters[place] == letters[place + 1]:
        return
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    with pytest.raises(ClinicError, match="does not read right"):
        read_code("".join(letters))


@given(codes, st.permutations(range(GROUPS)).filter(lambda order: order != list(range(GROUPS))))
def test_groups_in_the_wrong_order_are_told(code: str, order: list[int]) -> None:
    groups = code.split("-")
    with pytest.raises(ClinicError):
        read_code("-".join(groups[index] for index in order))


@given(st.text(max_size=60))
def test_junk_is_answered_with_a_sentence(typed: str) -> None:
    with pytest.raises(ClinicError) as caught:
        read_code(typed)
    assert caught.value.message
    assert caught.value.advice


@pytest.mark.parametrize(
    "typed", [CODE[:-1], CODE[:-6], CODE + "-00000", ""], ids=["short", "shorter", "long", "empty"]
)
def test_a_code_of_the_wrong_length_is_told(typed: str) -> None:
    with pytest.raises(ClinicError, match="35 letters and digits"):
        read_code(typed)


def test_the_code_opens_the_sidecar_and_is_not_in_it() -> None:
    assert unwrap(SIDECAR, CODE.lower()) == BUNDLE
    assert unwrap(SIDECAR, CODE, "clinic-1") == BUNDLE
    assert read_sidecar(SIDECAR).key == key_id(BUNDLE.clinic_key)
    text = SIDECAR.decode()
    assert not any(secret in text for secret in (CODE, CODE.replace("-", ""), BUNDLE.clinic_key.hex(), "pässword"))


def test_two_sidecars_of_one_secret_share_nothing() -> None:
    one, two = read_sidecar(SIDECAR), read_sidecar(wrap(BUNDLE, CODE, "clinic-1"))
    assert (one.salt, one.nonce, one.sealed) != (two.salt, two.nonce, two.sealed)


def test_the_code_of_another_clinic_is_told() -> None:
    with pytest.raises(ClinicError, match="does not open") as caught:
        unwrap(SIDECAR, new_recovery_code())
    assert caught.value.field == "code"


def test_the_sidecar_of_another_clinic_is_told() -> None:
    with pytest.raises(Unavailable, match="another clinic"):
        unwrap(SIDECAR, CODE, "clinic-2")


def changed(**values: Any) -> bytes:
    return json.dumps({**json.loads(SIDECAR), **values}).encode()


@pytest.mark.parametrize(
    "sidecar",
    [
        b"",
        b"{}",
        b"\xff",
        b"[" * 100000,
        SIDECAR[:-20],
        changed(clinic="clinic-2"),
        changed(key="0" * 16),
        changed(format="frontdesk-recovery-2"),
        changed(extra=1),
        changed(work={"memory_kib": 19456, "passes": 3, "lanes": 1}),
        changed(work={"memory_kib": 8, "passes": 1, "lanes": 1}),
        changed(work={"memory_kib": 1 << 40, "passes": 2, "lanes": 1}),
    ],
)
def test_a_damaged_sidecar_is_told(sidecar: bytes) -> None:
    with pytest.raises(Unavailable, match="damaged"):
        unwrap(sidecar, CODE)


@trial(max_examples=60)
@given(st.integers(0, len(SIDECAR) - 1), st.integers(1, 255))
def test_no_flipped_bit_gives_other_secrets(place: int, mask: int) -> None:
    flipped = bytearray(SIDECAR)
    flipped[place] ^= mask
    with suppress(Unavailable):
        assert unwrap(bytes(flipped), CODE) == BUNDLE  # white space between the fields may change


def test_a_forged_head_with_a_right_check_still_opens_nothing() -> None:
    """Somebody who recomputes the open check of a changed sidecar meets the cipher, which knows clinic and key."""
    forged = json.loads(SIDECAR) | {"clinic": "clinic-2", "check": ""}
    forged["check"] = hashlib.sha256(json.dumps(forged, separators=(",", ":")).encode()).hexdigest()
    forgery = json.dumps(forged).encode()
    assert read_sidecar(forgery).clinic == "clinic-2"
    with pytest.raises(ClinicError, match="does not open"):
        unwrap(forgery, CODE)


def test_a_new_paper_replaces_the_old_one() -> None:
    fresh = new_recovery_code()
    sidecar = rewrap(SIDECAR, CODE, fresh)
    assert unwrap(sidecar, fresh, "clinic-1") == BUNDLE
    with pytest.raises(ClinicError, match="does not open"):
        unwrap(sidecar, CODE)
    with pytest.raises(ClinicError):
        rewrap(SIDECAR, fresh, CODE)
