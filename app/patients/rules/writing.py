"""People's text before it is stored: what is refused, what is trimmed, how long it may be."""

import re
import unicodedata

from app.core.errors import ClinicError
from app.patients.rules.folding import phone_digits
from app.patients.rules.phones import Standing, is_plain, read_phone, usual_phone

#: signs that turn the direction of what stands beside them (UAX 9): a name could be made to look like another
_TURNING = "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c"
#: those, control characters, halves of a pair, and separators of lines and paragraphs (categories Cc, Cs, Zl, Zp)
_UNSEEN_IN_LINES = re.compile(f"[\0-\t\v-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029{_TURNING}]")
_UNSEEN = re.compile(f"\n|{_UNSEEN_IN_LINES.pattern}")
NOTE_LENGTH = 2000


def clean(text: str, field: str, limit: int, *, lines: bool = False) -> str:
    """A text as it is stored: NFC, nothing unseen at its edges, at most `limit` code points.

    `lines` allows line breaks. Raises ClinicError at `field` for control characters, turned writing and overlength.
    """
    plain = text.isascii() and text.isprintable()  # most are, and an import brings some million
    trimmed = text.strip() if plain else _edges(_normal(text))
    unseen = None if plain else (_UNSEEN_IN_LINES if lines else _UNSEEN).search(trimmed)
    if unseen:
        raise ClinicError(
            "This holds a sign that cannot be seen (U+{code}).",
            next_step="Type it again by hand.",
            field=field,
            code=f"{ord(unseen[0]):04X}",
        )
    if len(trimmed) > limit:
        raise ClinicError(
            "This is {length} signs long; {limit} have room.",
            next_step="Shorten it.",
            field=field,
            length=len(trimmed),
            limit=limit,
        )
    return trimmed


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _edges(text: str) -> str:
    begin, end = 0, len(text)
    while begin < end and _unseen(text[begin]):
        begin += 1
    while end > begin and _unseen(text[end - 1]):
        end -= 1
    return text[begin:end]


def _unseen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) == "Cf"


def clean_phone(text: str, field: str) -> str:
    """A phone number in its usual form. Raises ClinicError at `field` when it is no whole number, here or abroad.

    A number that nobody can have (area code 000) is taken: `phones.read_phone` says what is odd about it.
    """
    trimmed = clean(text, field, 40)
    if not trimmed or is_plain(trimmed):
        return usual_phone(trimmed) if trimmed else ""
    number = re.split(r"(?i)\s*(?:x|ext\.?)\s*(?=\d+\s*$)", trimmed)[0]
    phone = read_phone(trimmed)
    if re.fullmatch(r"[+\d\s().\-/]+", number) and phone.standing in (Standing.VALID, Standing.ODD):
        return phone.shown
    if trimmed.startswith("+") and not trimmed.startswith("+1"):
        raise ClinicError("That country has no such phone number.", next_step="Check its digits.", field=field)
    count = len(phone_digits(trimmed))
    if count == 10:
        raise ClinicError(
            "Something beside the digits of this phone is no part of a number.",
            next_step="Type the digits alone.",
            field=field,
        )
    raise ClinicError(
        "A phone number has 10 digits; this one has {count}.",
        next_step="Type the area code too, or begin with + and the country.",
        field=field,
        count=count,
    )


def clean_email(text: str, field: str) -> str:
    """An e-mail address, not checked further than its shape. Raises ClinicError at `field`."""
    trimmed = clean(text, field, 200)
    if trimmed and not re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+", trimmed):
        raise ClinicError("An e-mail looks like {example}.", field=field, example="name@example.org")
    return trimmed


def clean_zip(text: str, field: str) -> str:
    """A US ZIP as 93291 or 93291-1234; other countries' codes as they are. Raises ClinicError at `field`."""
    trimmed = clean(text, field, 12)
    digits = trimmed.replace("-", "").replace(" ", "")
    if not digits.isdecimal():
        return trimmed.upper()
    if len(digits) not in (5, 9):
        raise ClinicError("A ZIP has 5 digits; this one has {count}.", field=field, count=len(digits))
    return digits if len(digits) == 5 else f"{digits[:5]}-{digits[5:]}"
