"""Phone numbers of every country: the key they are stored by, the form they are shown in, what is odd about them.

The library's tables take some 25 ms to read, so they are read at the first number that needs them: a plain US number,
which nearly all are, is told by its digits alone, and no search reads them.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from app.core.text import tr
from app.patients.rules.folding import phone_digits, show_phone

if TYPE_CHECKING:
    import phonenumbers

HOME = "US"
#: a US number with nothing but digits, its usual signs, and an extension
_PLAIN = r"(?ai)(?:\+?1[\s.-]*)?\(?[2-9]\d\d\)?[\s./-]*[2-9]\d\d[\s.-]*\d{4}(?:\s*(?:x|ext\.?)\s*\d{1,7})?"


class Standing(StrEnum):
    """What can be said of a number without calling it."""

    VALID = "valid"  # there are numbers like it
    ODD = "odd"  # it has the length of a number, but nobody can have it
    LOCAL = "local"  # the area code is missing
    NONE = "none"  # it is no number


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it was typed and what it is. `e164` (+15595550142) is the storage key, "" without a whole number."""

    typed: str
    standing: Standing
    e164: str = ""
    shown: str = ""
    extension: str = ""


@cache
def _library() -> Any:  # noqa: ANN401 - a module, typed where it is used
    return importlib.import_module("phonenumbers")


def read_phone(text: str, region: str = HOME) -> Phone:
    """What a typed number is; `region` (ISO 3166) is where a number without + is dialled. Never raises.

    What is no number, or none that anybody can have, keeps the digits as typed and is flagged by its standing.
    """
    library, typed = _library(), text.strip()
    try:
        number: phonenumbers.PhoneNumber = library.parse(_ascii_plus(typed), region)
    except library.NumberParseException:
        return Phone(typed, Standing.NONE, shown=typed)
    standing = _standing(library, number)
    if standing in (Standing.NONE, Standing.LOCAL):
        return Phone(typed, standing, shown=typed, extension=number.extension or "")
    e164 = library.format_number(number, library.PhoneNumberFormat.E164)
    shown = show_phone(typed) if standing is Standing.ODD else _shown(library, number)
    return Phone(typed, standing, e164, shown, number.extension or "")


def _ascii_plus(text: str) -> str:
    """Without signs that turn the writing's direction; copied numbers are often wrapped in them."""
    return "".join(sign for sign in text if not 0x202A <= ord(sign) <= 0x202E and not 0x2066 <= ord(sign) <= 0x2069)


def _standing(library: Any, number: phonenumbers.PhoneNumber) -> Standing:  # noqa: ANN401
    reason = library.is_possible_number_with_reason(number)
    if reason == library.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        return Standing.LOCAL
    if reason != library.ValidationResult.IS_POSSIBLE:
        return Standing.NONE
    return Standing.VALID if library.is_valid_number(number) else Standing.ODD


def _shown(library: Any, number: phonenumbers.PhoneNumber) -> str:  # noqa: ANN401
    """(559) 555-0142 at home, +44 20 7946 0018 for other countries, the extension behind an x."""
    home = number.country_code == 1
    form = library.PhoneNumberFormat.NATIONAL if home else library.PhoneNumberFormat.INTERNATIONAL
    bare = library.PhoneNumber(
        country_code=number.country_code,
        national_number=number.national_number,
        italian_leading_zero=number.italian_leading_zero,
        number_of_leading_zeros=number.number_of_leading_zeros,
    )
    shown = str(library.format_number(bare, form))
    return f"{shown} x{number.extension}" if number.extension else shown


def is_plain(text: str) -> bool:
    """Whether this is a US number whose key and form its digits alone tell, without the library."""
    return re.fullmatch(_PLAIN, text.strip()) is not None


def usual_phone(text: str) -> str:
    """The form in which a number is stored and shown; what is no number stays as it was typed."""
    return show_phone(text) if is_plain(text) else read_phone(text).shown


def e164(text: str) -> str:
    """The storage key of a number, +15595550142, or "" when it is none. An extension is no part of it."""
    return f"+1{phone_digits(text)}" if is_plain(text) else read_phone(text).e164


def phone_words(phone: Phone) -> str:
    """What is odd about a number, for the line below its field; "" when nothing is."""
    return {
        Standing.VALID: "",
        Standing.ODD: tr("Nobody can have this number. It is kept as typed."),
        Standing.LOCAL: tr("The area code is missing."),
        Standing.NONE: tr("This is no phone number.") if phone.typed else "",
    }[phone.standing]
