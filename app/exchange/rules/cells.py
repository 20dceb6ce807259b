"""Cells of a table that a spreadsheet will open: no text of a person may become a formula there."""

import unicodedata

#: signs that begin a formula, after the folding of full-width forms
_STARTERS = frozenset("=+-@\t\r\n")
_PLAIN_NUMBER = frozenset("0123456789.,")


def safe_cell(text: str) -> str:
    """The text as a cell that stays text: ' stands before whatever a spreadsheet would run (OWASP, CSV injection).

    Spaces and unseen signs before the sign, and full-width forms, count too. A negative number stays one.
    """
    if text.startswith("'"):  # a mark of the person's own stays theirs when the file is read back
        return f"'{text}" if safe_cell(text[1:]) != text[1:] else text
    bare = text.lstrip("".join({sign for sign in text if _unseen(sign)}))
    if not bare:
        return f"'{text}" if text[:1] in _STARTERS else text
    first = unicodedata.normalize("NFKC", bare[0])[:1]
    if text[0] in _STARTERS or first in _STARTERS:
        return text if _is_number(text) else f"'{text}"
    return text


def unsafe_cell(text: str) -> str:
    """The text of a cell that `safe_cell` made: the mark before a formula is ours and goes."""
    return text[1:] if text.startswith("'") and safe_cell(text[1:]) == text else text


def _unseen(sign: str) -> bool:
    return sign not in "\t\r\n" and (sign.isspace() or unicodedata.category(sign) in ("Cf", "Cc"))


def _is_number(text: str) -> bool:
    return text[0] == "-" and len(text) > 1 and set(text[1:]) <= _PLAIN_NUMBER and text[1].isdigit()
