"""The recovery key: a random code on paper that opens a sidecar file with the clinic's secrets.

The code is 7 groups of 5 characters: in each, 4 random ones (140 bits in all) and one that checks them, so that a slip of
the pen is told with the number of its group. The sidecar may lie beside the data, the code never.
"""

import hashlib
import re
import secrets
import unicodedata
from typing import Annotated, Final

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.core.bundle import Bundle
from app.core.errors import ClinicError, Unavailable
from app.core.sealing import KEY_SIZE, key_id

#: 32 characters that nobody mixes up by hand; O is read as 0, I and L as 1, U as V (after Crockford's base 32)
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS: Final = 7
GROUP_SIZE: Final = 5

_LOOK_ALIKES: Final = str.maketrans("OILU", "011V")
_FORMAT: Final = "frontdesk-recovery-1"


class Work(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How hard guessing is made: Argon2id, by default as OWASP advises (19 MiB, 2 passes, 1 lane)."""

    memory_kib: Annotated[int, msgspec.Meta(ge=19 * 1024, le=1024 * 1024)] = 19 * 1024
    passes: Annotated[int, msgspec.Meta(ge=2, le=20)] = 2
    lanes: Annotated[int, msgspec.Meta(ge=1, le=8)] = 1


class Sidecar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file's content. `check` is no secret: it tells damage apart from a code of another clinic."""

    format: str
    clinic: str
    key: str
    work: Work
    salt: bytes
    nonce: bytes
    sealed: bytes
    check: str = ""


def new_recovery_code() -> str:
    """A fresh code, as it is shown and printed: `XXXXX-XXXXX-…`."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_SIZE - 1)) for _ in range(GROUPS))
    return "-".join(group + _check(index, group) for index, group in enumerate(groups))


def _check(index: int, group: str) -> str:
    """The check character of a group: a polynomial over GF(32), which finds every wrong character and every swap.

    The group's place goes in too, so that two groups in the wrong order are told.
    """
    total = 0
    for character in group:
        total = _times_x(total ^ ALPHABET.index(character))
    return ALPHABET[total ^ (index + 1)]


def _times_x(element: int) -> int:
    """Multiply by x in GF(32) with the primitive polynomial x^5 + x^2 + 1."""
    element <<= 1
    return element ^ 0b100101 if element & 0b100000 else element


def read_code(typed: str) -> str:
    """The code in its printed form, whatever case, blanks and dashes it was typed with.

    Raises ClinicError that names the first group with a slip in it.
    """
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_LOOK_ALIKES)
    letters = re.sub(r"[\s\W_]", "", plain)
    groups = [letters[at : at + GROUP_SIZE] for at in range(0, len(letters), GROUP_SIZE)]
    for index, group in enumerate(groups[:GROUPS]):
        if len(group) == GROUP_SIZE and not _reads_well(index, group):
            raise ClinicError(
                "Group {number} of the recovery key does not read right.",
                next_step="Compare group {number} with the paper. Each group has 5 letters and digits.",
                field="code",
                number=index + 1,
            )
    if len(letters) != GROUPS * GROUP_SIZE:
        raise ClinicError(
            "A recovery key has {wanted} letters and digits. This one has {typed}.",
            next_step="Compare it with the paper.",
            field="code",
            wanted=GROUPS * GROUP_SIZE,
            typed=len(letters),
        )
    return "-".join(groups)


def _reads_well(index: int, group: str) -> bool:
    return all(character in ALPHABET for character in group) and _check(index, group[:-1]) == group[-1]


def wrap(bundle: Bundle, code: str, clinic_id: str, work: Work | None = None) -> bytes:
    """The sidecar file (JSON) that gives the bundle back to who knows the code. Raises ClinicError for a bad code."""
    if len(bundle.clinic_key) != KEY_SIZE:
        raise ValueError("a clinic key has 32 bytes")
    head = Sidecar(
        format=_FORMAT,
        clinic=clinic_id,
        key=key_id(bundle.clinic_key),
        work=work or Work(),
        salt=secrets.token_bytes(16),
        nonce=secrets.token_bytes(12),
        sealed=b"",
    )
    sealed = AESGCM(_stretch(head, code)).encrypt(head.nonce, msgspec.json.encode(bundle), _written(head))
    whole = msgspec.structs.replace(head, sealed=sealed)
    return msgspec.json.format(_written(msgspec.structs.replace(whole, check=_digest(whole))), indent=2) + b"\n"


def unwrap(sidecar: bytes, code: str, clinic_id: str = "") -> Bundle:
    """The secrets of the clinic.

    Raises ClinicError (field `code`) for a mistyped or a wrong code, Unavailable for a damaged sidecar, or for one of
    another clinic where `clinic_id` says which is wanted.
    """
    printed = read_code(code)
    whole = read_sidecar(sidecar)
    if clinic_id and whole.clinic != clinic_id:
        raise Unavailable(
            "This recovery file belongs to another clinic.",
            next_step="Use the file that lies beside this clinic's data.",
        )
    head = msgspec.structs.replace(whole, sealed=b"", check="")
    try:
        opened = AESGCM(_stretch(head, printed)).decrypt(whole.nonce, whole.sealed, _written(head))
    except InvalidTag:
        raise ClinicError(
            "This recovery key does not open this clinic's data.",
            next_step="It is typed right, so look for the paper with the newest date.",
            field="code",
        ) from None
    return msgspec.json.decode(opened, type=Bundle)


def rewrap(sidecar: bytes, old_code: str, new_code: str) -> bytes:
    """A new sidecar for the same secrets under another code; from then on only the new paper counts."""
    return wrap(unwrap(sidecar, old_code), new_code, read_sidecar(sidecar).clinic)


def read_sidecar(sidecar: bytes) -> Sidecar:
    """What a sidecar says openly: clinic, name of the key. Raises Unavailable where it is damaged."""
    try:
        whole = msgspec.json.decode(sidecar, type=Sidecar)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise _damaged() from None
    sound = whole.format == _FORMAT and len(whole.salt) == 16 and len(whole.nonce) == 12
    if not sound or whole.check != _digest(msgspec.structs.replace(whole, check="")):
        raise _damaged()
    return whole


def _damaged() -> Unavailable:
    return Unavailable("The recovery file is damaged.", next_step="Use the copy that lies with the newest backup.")


def _stretch(head: Sidecar, code: str) -> bytes:
    """The key that a code stands for. Takes some 20 ms, on purpose."""
    return hash_secret_raw(
        read_code(code).encode(),
        head.salt,
        time_cost=head.work.passes,
        memory_cost=head.work.memory_kib,
        parallelism=head.work.lanes,
        hash_len=KEY_SIZE,
        type=Type.ID,
    )


def _written(value: Sidecar) -> bytes:
    return msgspec.json.encode(value, order="deterministic")


def _digest(value: Sidecar) -> str:
    return hashlib.sha256(_written(value)).hexdigest()
