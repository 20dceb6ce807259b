"""Names and numbers of people and places: user names, display names, NPI, codes, zones."""

import re
import unicodedata
from zoneinfo import available_timezones

from app.core.errors import ClinicError

_USER_NAME = re.compile(r"[^\W_][\w.@'-]{1,59}")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9_-]{0,19}")
#: the card issuer number that stands before an NPI when its check digit is made (CMS, NPI check digit, 2004)
_ISSUER = "80840"


def user_name_key(typed: str) -> str:
    """A sign-in name in the form it is stored and compared in: NFKC, lower case, no blanks around it."""
    return unicodedata.normalize("NFKC", typed).casefold().strip()


def checked_user_name(typed: str) -> str:
    """The sign-in name to store. Raises ClinicError (field `user_name`) for what nobody could type again for sure."""
    key = user_name_key(typed)
    if not _USER_NAME.fullmatch(key):
        raise ClinicError(
            "A user name has 2 to 60 letters and digits, and no spaces.",
            next_step="First and last name with a dot between them is a good one: ana.ruiz.",
            field="user_name",
        )
    return key


def checked_text(typed: str, field: str, limit: int, *, needed: bool = True) -> str:
    """Text of one line: NFC, single blanks, nothing that cannot be printed. Raises ClinicError at its field."""
    text = " ".join(unicodedata.normalize("NFC", typed).split())
    if len(text) > limit:
        raise ClinicError("This holds up to {limit} characters.", next_step="Shorten it.", field=field, limit=limit)
    if any(unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn"} for sign in text):
        raise ClinicError("This holds a sign that nobody can read.", next_step="Type it again.", field=field)
    if needed and not text:
        raise ClinicError("This is empty.", next_step="Type it here.", field=field)
    return text


def checked_code(typed: str) -> str:
    """A location's short code, in capitals. Raises ClinicError (field `code`)."""
    code = typed.strip().upper()
    if not _CODE.fullmatch(code):
        raise ClinicError(
            "A code has up to 20 letters and digits.",
            next_step="Three letters of the town are a good one.",
            field="code",
        )
    return code


def checked_zone(name: str) -> str:
    """An IANA time zone. Raises ClinicError (field `zone`)."""
    if name not in available_timezones():
        raise ClinicError(
            "Frontdesk knows no time zone {name}.",
            next_step="Use a name such as America/Los_Angeles.",
            field="zone",
            name=name,
        )
    return name


def npi_is_sound(npi: str) -> bool:
    """Whether ten digits have the check digit of a National Provider Identifier: Luhn's over 80840 and the number."""
    return re.fullmatch(r"[12][0-9]{9}", npi) is not None and luhn(_ISSUER + npi)


def luhn(digits: str) -> bool:
    """Whether the last digit checks the others (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def checked_npi(typed: str) -> str | None:
    """The NPI, or None where nothing was typed. Raises ClinicError (field `npi`) when a digit is wrong."""
    npi = re.sub(r"[\s-]", "", typed)
    if not npi:
        return None
    if not npi_is_sound(npi):
        raise ClinicError(
            "This NPI does not check: a digit is wrong or missing.",
            next_step="Compare its ten digits with the card or the NPI registry.",
            field="npi",
        )
    return npi
