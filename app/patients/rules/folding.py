"""One normalised search key for both databases, so that é, É and e find each other everywhere alike."""

import unicodedata
from collections.abc import Callable

from app.core.text import tr

#: the length of a stored key, in code points
KEY_LENGTH = 120
_NO_ACCENT = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ħ": "h", "ŧ": "t", "ŋ": "n",
})  # fmt: skip
#: signs inside a name that do not part it: O'Neil is found as oneil
_JOINING = frozenset("'’‘ʼʻ`´‛＇")
#: what folding makes of each sign of ASCII: the same as the long way
_ASCII = {
    code: None if chr(code) in _JOINING else chr(code).lower() if chr(code).isalnum() else " " for code in range(128)
}


class _Table(dict[int, int | str | None]):
    """A table for `str.translate` that asks about each sign once: what becomes of it, None for nothing."""

    def __init__(self, ask: Callable[[str], int | str | None]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, code: int) -> int | str | None:
        made = self[code] = self._ask(chr(code))
        return made


def _bare(sign: str) -> str | None:
    return None if unicodedata.category(sign) in ("Mn", "Me", "Cf") else sign


def _letter(sign: str) -> str:
    kind = unicodedata.category(sign)
    return sign if kind[0] in "LN" or kind == "Mc" else " "


#: without accents and without what cannot be seen; letters and digits, all else a space
_BARE, _LETTERS = _Table(_bare), _Table(_letter)
_ASCII_DIGITS = {code: None for code in range(128) if not chr(code).isdecimal()}


def fold(text: str) -> str:
    """The search key of a text: compatibility forms, case and accents folded; words of letters and digits, one space apart.

    ñ becomes n, ß becomes ss, O'Neil-Smith becomes "oneil smith". Folding a key again changes nothing.
    """
    if text.isascii():  # most are, and a hundred candidates are folded while somebody types
        return " ".join(text.translate(_ASCII).split())[:KEY_LENGTH].rstrip()
    joined = "".join(sign for sign in text if sign not in _JOINING)
    bare = _strip(_strip(joined).casefold()).translate(_NO_ACCENT)
    spaced = unicodedata.normalize("NFC", bare).translate(_LETTERS)
    return " ".join(spaced.split())[:KEY_LENGTH].rstrip()


def _strip(text: str) -> str:
    """Without accents and without what cannot be seen."""
    return unicodedata.normalize("NFKD", text).translate(_BARE)


def id_key(text: str) -> str:
    """The search key of a number given by somebody: letters and digits alone, without spaces and dashes."""
    return fold(text).replace(" ", "")


def digits_of(text: str) -> str:
    """The decimal digits of a text, as 0-9."""
    if text.isascii():
        return text if text.isdecimal() else text.translate(_ASCII_DIGITS)
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())


def phone_digits(text: str) -> str:
    """The digits a phone is known by: no extension, no leading 1 of a US number; empty when there are none."""
    digits = digits_of(text.casefold().partition("x")[0])  # x12 and ext. 12 are extensions
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits


def phone_key(text: str) -> str:
    """The digits of a phone from the last one backwards: its tail becomes a prefix."""
    return phone_digits(text)[::-1]


def show_phone(text: str) -> str:
    """(559) 555-0142 for a US number, an extension kept; anything else as it was written."""
    digits = phone_digits(text)
    if text.strip().startswith("+") and not text.strip().startswith("+1"):
        return text.strip()
    if len(digits) != 10:
        return text.strip()
    extension = digits_of(text.casefold().partition("x")[2])
    shown = f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
    return f"{shown} x{extension}" if extension else shown


def phone_tail(text: str) -> str:
    """The last four digits with dots before them, or nothing."""
    digits = phone_digits(text)
    return f"··{digits[-4:]}" if len(digits) >= 4 else ""


def show_mrn(mrn: str) -> str:
    """A medical record number in threes from the right: 104 882. Others' numbers stay as they are."""
    return f"{show_mrn(mrn[:-3])} {mrn[-3:]}" if len(mrn) > 3 and mrn.isdecimal() else mrn


def show_name(family: str, given: str) -> str:
    """Last, First; one of them alone when there is no other."""
    return f"{family}, {given}" if family and given else family or given or tr("No name")


def initials(family: str, given: str) -> str:
    """A name of which others may see the first letters alone: M. N."""
    return f"{family[:1]}. {given[:1]}." if given else f"{family[:1]}."


def short_name(family: str, given: str) -> str:
    """Last, F."""
    return f"{family}, {given[0]}." if family and given else show_name(family, given)
