"""What was typed into the search box, taken apart: names, birth date, phone, numbers. Signs like % are only signs."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.core.errors import ClinicError
from app.kit import dates
from app.patients.rules.folding import digits_of, fold, id_key, phone_digits, show_phone
from app.patients.rules.naming import natural_name

#: longer searches hold no more sense
LONGEST = 200
MOST_WORDS = 6
SHORTEST_TAIL = 4

_NUMBERS = re.compile(r"(?<![\d/.-])(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([/.-])\d{1,2}\2\d{1,2})(?![\d/-])")
_WORDED = re.compile(
    r"(?i)\b(?:(?P<first>[a-z]{3,10})\.?[\s-]+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?,?[\s-]+(?:of\s+|del?\s+)?['’]?\d{2,4}"
    r"|(?:el\s+)?(?:\d{1,2}(?:st|nd|rd|th|ro|er|º|°)?|primero)(?:\s+(?:of|de))?[\s-]+(?P<last>[a-z]{3,10})\.?,?"
    r"(?:[\s-]+del?)?[\s-]+['’]?\d{2,4})(?!\d)"
)
#: with spaces alone a date is only taken when it is one: 3 1 1970
_SPACED = re.compile(r"(?<![\d/.-])\d{1,2} \d{1,2} (?:\d{4}|\d{2})(?![\d/-]|\s+\d)")
_EMAIL = re.compile(r"\S+@\S*")
_MIXED = re.compile(r"(?<!\S)(?=\S*\d)(?=\S*[^\W\d_])[\w-]+(?!\S)")
_RUN = re.compile(r"\+?\(?\d[\d\s().-]*")

#: every word that was typed, and whether it has to be a last name (True), a first one (False), or any (None)
Placed = tuple[tuple[str, bool | None], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The parts of a search. `family` are the words before a comma. `birth_text` is a date as typed, readable or not."""

    names: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    births: tuple[date, ...] = ()
    birth_text: str = ""
    digits: str = ""
    number: str = ""
    email: str = ""
    plain_names: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words of names."""
        return (*self.family, *self.names)

    @property
    def placed(self) -> Placed:
        """The words in their places: those before a comma are last names, those behind it first ones."""
        other = False if self.family else None
        return (*((word, True) for word in self.family), *((word, other) for word in self.names))

    @property
    def says_something(self) -> bool:
        """Whether it is worth asking the database: one letter alone is not."""
        long_enough = any(len(name) >= 2 or name > "\u2e80" for name in (*self.names, *self.family))
        return bool(long_enough or self.births or len(self.digits) >= 3 or len(self.number) >= 3 or len(self.email) > 2)

    @property
    def identifiers(self) -> int:
        """How many separate things about one person were typed: a whole phone or e-mail counts for two."""
        whole = len(self.digits) >= 10 or self.email.count(".") > 0
        name = len(self.names) + len(self.family) >= 1
        return name + bool(self.births) + bool(self.digits or self.number) + whole


def parse_search(text: str, today: date) -> Asked:
    """What a search asks for; `today` decides the century of two-digit years, which never lie in the future."""
    rest = text[:LONGEST]
    rest, email = _take(_EMAIL, rest)
    rest, birth_text = _take(_NUMBERS, rest)
    if not birth_text:
        rest, birth_text = _take(_WORDED, rest, _has_month)
    if not birth_text:
        rest, birth_text = _take(_SPACED, rest, lambda found: bool(_births(found[0], today)))
    rest, mixed = _take(_MIXED, rest)
    rest, run = _take(_RUN, rest)
    digits = phone_digits(run)
    births = _births(birth_text, today) or _births_of_run(digits_of(run), today)
    family, names, plain = _names(rest)
    return Asked(names, family, births, birth_text.strip(), digits, id_key(mixed), email.casefold(), plain)


def _take(pattern: re.Pattern[str], text: str, fits: Callable[[re.Match[str]], bool] = bool) -> tuple[str, str]:
    """The text without the first find that fits, and the find."""
    found = next(filter(fits, pattern.finditer(text)), None)
    if found is None:
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}", found[0]


def _has_month(found: re.Match[str]) -> bool:
    """Whether the word of a date is a month's name: Mar, not Maria."""
    return dates.month_of(found["first"] or found["last"]) is not None


def _births(text: str, today: date) -> tuple[date, ...]:
    try:
        return (dates.parse_date(text.strip(), today, past_only=True),) if text else ()
    except ClinicError:
        return ()


def _births_of_run(digits: str, today: date) -> tuple[date, ...]:
    """03011970 and 030170 may be a birth date as well as a number."""
    if len(digits) not in (6, 8):
        return ()
    return _births(digits, today)


def _names(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Words before a comma, the other words, and all words as typed."""
    before, comma, after = text.partition(",")
    plain = tuple(word.strip(" ,;%") for word in text.replace(",", " ").split() if fold(word))
    if comma and fold(before):
        return tuple(fold(before).split()[:MOST_WORDS]), tuple(fold(after).split()[:MOST_WORDS]), plain
    return (), tuple(fold(text).split()[:MOST_WORDS]), plain


def carried_over(text: str, today: date) -> dict[str, str]:
    """First values of a registration that begins as a search: names, birth date and phone as the form shows them.

    Without a comma the first word is the last name. A date that does not exist is carried as typed, so that its field
    says what is wrong with it.
    """
    asked = parse_search(text, today)
    words = asked.plain_names
    cut = max(1, sum(1 for word in text.partition(",")[0].split() if fold(word))) if asked.family else 1
    values = {
        "family": natural_name(" ".join(words[:cut])),
        "given": natural_name(" ".join(words[cut:]), given=True),
        "birth_date": dates.show_date(asked.births[0]) if asked.births else asked.birth_text,
        "phone": show_phone(asked.digits) if len(asked.digits) == 10 else "",
        "email": asked.email if "." in asked.email else "",
    }
    return {name: value for name, value in values.items() if value}
