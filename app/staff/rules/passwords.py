"""What makes a password or a PIN good enough, and how they are kept: Argon2id."""

import hashlib
import hmac
import re
import secrets
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.core.errors import ClinicError
from app.core.paths import resource

#: OWASP's first choice for Argon2id: 19 MiB, two passes, one lane; some 20 ms, on purpose
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_ONE_TIME_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_ONE_TIME_GROUPS: Final = 4


@dataclass(frozen=True, slots=True)
class PasswordPack:
    """The rule pack: lengths in code points, and what does not count."""

    smallest: int
    largest: int
    must_remain: int
    words: tuple[str, ...]
    runs: tuple[str, ...]


@cache
def password_pack() -> PasswordPack:
    """The pack that comes with the program."""
    pack = tomllib.loads(resource("rules", "passwords.toml").read_text(encoding="utf-8"))
    words = tuple(_letters(word) for word in (*pack["product"], *pack["words"]))
    return PasswordPack(pack["smallest"], pack["largest"], pack["must_remain"], words, tuple(pack["runs"]))


def normal(password: str) -> str:
    """The form in which a password is counted and hashed: NFKC, so that every keyboard's way of typing it is the same."""
    return unicodedata.normalize("NFKC", password)


def check_password(password: str, names: Iterable[str] = (), field: str = "password") -> None:
    """Raise ClinicError at the field unless the password will do; `names` are those of the clinic and the person.

    At least 15 code points, any signs, no rules of composition; well-known words and patterns do not count
    (NIST SP 800-63B-4, 3.1.1).
    """
    pack, text = password_pack(), normal(password)
    if len(text) < pack.smallest:
        raise ClinicError(
            "A password has at least {smallest} characters. This one has {length}.",
            next_step="Four or five words in a row are easy to remember.",
            field=field,
            smallest=pack.smallest,
            length=len(text),
        )
    if len(text) > pack.largest:
        raise ClinicError("A password has up to {largest} characters.", field=field, largest=pack.largest)
    if strength(text, names) < pack.must_remain:
        raise ClinicError(
            "This password is easy to guess.",
            next_step="Take four or five words that have nothing to do with you or the clinic.",
            field=field,
        )


def strength(text: str, names: Iterable[str]) -> int:
    """How many characters remain when known words, names, runs and repetitions are taken out; each other sign counts once."""
    pack, left = password_pack(), _letters(text)
    own = {part for name in names for part in (_letters(name), *map(_letters, re.split(r"[\W_]+", name)))}
    for word in sorted({*pack.words, *(part for part in own if len(part) > 2)}, key=len, reverse=True):
        left = left.replace(word, " ")
    for run in pack.runs:
        left = _without_run(left, run)
    signs = {sign for sign in text if not sign.isalnum() and not sign.isspace()}
    return len(_once(left.replace(" ", ""))) + len(signs)


def _letters(text: str) -> str:
    """Letters and digits in lower case; signs of scripts without case stay as they are."""
    return "".join(sign for sign in normal(text).casefold() if sign.isalnum())


def _without_run(text: str, run: str, shortest: int = 4) -> str:
    """The text without every stretch of at least four signs that follow each other in a run."""
    kept, at = "", 0
    while at < len(text):
        size = next((n for n in range(min(len(run), len(text) - at), shortest - 1, -1) if text[at : at + n] in run), 0)
        kept += " " if size else text[at]
        at += size or 1
    return kept


def _once(text: str) -> str:
    """The shortest piece that the text repeats, with equal neighbours counted once."""
    for size in range(1, len(text) // 2 + 1):
        if (text[:size] * (len(text) // size + 1))[: len(text)] == text:
            text = text[:size]
            break
    return re.sub(r"(.)\1+", r"\1", text)


def hash_password(password: str) -> str:
    """The Argon2id hash of a password, with a salt of its own."""
    return _HASHER.hash(_bytes(password))


@cache
def nobody() -> str:
    """A hash that no password opens: checking it takes as long as checking a person's."""
    return hash_password(secrets.token_urlsafe(32))


def matches(stored: str | None, password: str) -> bool:
    """Whether a password opens a stored hash. None takes the same time and is always False."""
    text = normal(password)
    fits = len(text) <= password_pack().largest
    try:
        _HASHER.verify(stored or nobody(), _bytes(text if fits else ""))
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None and fits


def needs_new_hash(stored: str) -> bool:
    """Whether a hash was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(stored)


def _bytes(password: str) -> bytes:
    return normal(password).encode("utf-8", "surrogatepass")


def one_time_password() -> str:
    """A random password for one sign-in: 20 letters and digits in groups of five, some 99 bits."""
    groups = ("".join(secrets.choice(_ONE_TIME_LETTERS) for _ in range(5)) for _ in range(_ONE_TIME_GROUPS))
    return "-".join(groups)


def check_pin(pin: str) -> None:
    """Raise ClinicError (field `pin`) unless the PIN has 4 to 8 digits that are not in a row and not all the same."""
    if not re.fullmatch(r"[0-9]{4,8}", pin):
        raise ClinicError("A PIN has 4 to 8 digits.", field="pin")
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if steps <= {0} or steps in ({1}, {-1}) or len(set(pin)) < 3:
        raise ClinicError("This PIN is easy to guess.", next_step="Mix at least three digits.", field="pin")


def keyed_pin(pin: str, clinic_key: bytes) -> str:
    """What of a PIN is hashed: without the clinic's key ten thousand PINs cannot simply be tried."""
    return hmac.new(clinic_key, f"pin:{normal(pin)}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
