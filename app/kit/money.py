"""Reading and writing amounts of money: integer cents inside, $25.00 outside. No Qt."""

from __future__ import annotations

import re

from app.core.errors import ClinicError

#: more than this at a desk is a slip of the finger
MOST_CENTS = 100_000_000


def show_money(cents: int, *, sign: str = "$") -> str:
    """$1,234.50; a negative amount begins with a minus."""
    return f"{'−' if cents < 0 else ''}{sign}{abs(cents) // 100:,}.{abs(cents) % 100:02}"


def show_short(cents: int) -> str:
    """As on a board: $25, but $25.50."""
    return show_money(cents).removesuffix(".00")


def parse_money(text: str) -> int:
    """The cents in `text`: 25, 25.5, $1,234.50. Raises ClinicError."""
    match = re.fullmatch(r"\$?\s*(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{0,2}))?", text.strip())
    if not match or not (match[1] or match[2]):
        raise ClinicError("Type the amount as {example}.", example="25.00")
    whole = (match[1] or "0").replace(",", "")
    cents = int(whole[:12]) * 100 + int((match[2] or "").ljust(2, "0"))
    if cents > MOST_CENTS or len(whole) > 12:
        raise ClinicError("The amount is at most {most}.", most=show_money(MOST_CENTS))
    return cents
