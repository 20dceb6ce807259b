"""Records of any file made ready for comparing: which column is which field, and dates in whatever spelling they come."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.core.errors import ClinicError
from app.exchange.rules.columns import plain_header
from app.exchange.rules.dates import order_of, read_day
from app.exchange.rules.values import DateOrder
from app.patients.rules.folding import digits_of
from app.patients.rules.matching import Traits, birth_digits, traits_of

FIELDS = (
    "given", "middle", "family", "birth_date", "sex", "address_number", "address_line", "address_unit", "city", "state",
    "postal_code", "phone", "email", "ssn", "member_id",
)  # fmt: skip
#: years in which people are born
_YEARS = range(1850, 2101)
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?")
_PARTED = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?:[T ].*)?")


def columns_of(texts: Iterable[str]) -> dict[str, str]:
    """Column -> field, from texts such as "dob=birth_date,last=family". Raises ClinicError for what is not understood.

    Two columns may be one field: their texts stand one after the other, phones side by side.
    """
    found: dict[str, str] = {}
    for part in ",".join(texts).split(","):
        column, sign, field = (piece.strip() for piece in part.rpartition("="))
        if not column and not sign and not field:
            continue
        if not column or field not in FIELDS:
            raise ClinicError(
                "{text} does not say which column is which field.",
                next_step="Write column=field with one of these fields: {fields}.",
                field="map",
                text=part.strip(),
                fields=", ".join(FIELDS),
            )
        found[column] = field
    if not found:
        raise ClinicError(
            "No column says what it holds.",
            next_step="Write column=field with one of these fields: {fields}.",
            field="map",
            fields=", ".join(FIELDS),
        )
    return found


def place_of(header: Sequence[str], column: str) -> int | None:
    """Where a column stands: by its very name, else by its words, whatever their case and signs."""
    if column in header:
        return header.index(column)
    plain = [plain_header(name) for name in header]
    wanted = plain_header(column)
    return plain.index(wanted) if wanted and plain.count(wanted) == 1 else None


def ready(rows: Sequence[Mapping[str, Sequence[str]]], today: date) -> list[Traits]:
    """Each row, as field -> its texts, made ready for comparing. `today` parts 1926 from 2026 where two digits stand."""
    births = birth_texts([_joined(row, "birth_date") for row in rows], today)
    return [
        traits_of(
            family=_joined(row, "family"),
            given=_joined(row, "given"),
            middle=_joined(row, "middle"),
            birth=birth,
            sex=_joined(row, "sex"),
            address_number=_joined(row, "address_number"),
            address_line=_joined(row, "address_line"),
            address_unit=_joined(row, "address_unit"),
            city=_joined(row, "city"),
            state=_joined(row, "state"),
            postal_code=_joined(row, "postal_code"),
            phones=row.get("phone", ()),
            email=_joined(row, "email"),
            ssn=_joined(row, "ssn"),
            member_id=_joined(row, "member_id"),
        )
        for row, birth in zip(rows, births, strict=True)
    ]


def _joined(row: Mapping[str, Sequence[str]], field: str) -> str:
    return " ".join(text.strip() for text in row.get(field, ()) if text.strip())


def birth_texts(texts: Sequence[str], today: date) -> list[str]:
    """Every date as YYYYMMDD, also one that never was: what was mistyped is still compared digit by digit.

    Whether a file writes the year, the month or the day first is told by the whole of it.
    """
    order, ends = order_of(texts), _year_ends(texts)
    return [_birth(text.strip(), order, ends, today) for text in texts]


def _year_ends(texts: Iterable[str]) -> bool:
    """Whether runs of eight digits have their year at the end: MMDDYYYY."""
    counts: Counter[bool] = Counter()
    for text in texts:
        digits = text.strip()
        if len(digits) == 8 and digits.isdecimal():
            first, last = int(digits[:4]) in _YEARS, int(digits[4:]) in _YEARS
            if first != last:
                counts[last] += 1
    return counts[True] > counts[False]


def _birth(text: str, order: DateOrder, year_ends: bool, today: date) -> str:
    if match := _YEAR_FIRST.fullmatch(text):
        return birth_digits(int(match[1]), int(match[2]), int(match[3]))
    if match := _PARTED.fullmatch(text):
        return _parted(int(match[1]), int(match[3]), match[4], order, today)
    digits = digits_of(text)
    if digits and digits == text:
        return _run(digits, order, year_ends=year_ends)
    if re.search(r"[^\W\d_]{3}", text) and (day := read_day(text, order, today, past_only=True).value):
        return birth_digits(day.year, day.month, day.day)
    return digits[:8]


def _parted(first: int, second: int, year: str, order: DateOrder, today: date) -> str:
    day_first = first > 12 >= second or (order is DateOrder.DAY_FIRST and second <= 12)
    month, day = (second, first) if day_first else (first, second)
    full = int(year)
    if len(year) == 2:
        full += 2000 if full <= today.year % 100 else 1900
    return birth_digits(full, month, day)


def _run(digits: str, order: DateOrder, *, year_ends: bool) -> str:
    if len(digits) == 8 and year_ends:
        month, day = (digits[2:4], digits[:2]) if order is DateOrder.DAY_FIRST else (digits[:2], digits[2:4])
        if int(month) > 12 >= int(day):
            month, day = day, month
        return digits[4:] + month + day
    return digits[:8]
