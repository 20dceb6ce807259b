"""The values an import is made of: kinds, options, rows, what is said about a row, and how many went where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.errors import ClinicError

#: rows taken in one transaction
BATCH_ROWS = 500
#: the other system's name where nobody says one
USUAL_SOURCE = "import"
#: code points of a cell that the report keeps
SHOWN_TEXT = 200


class Kind(StrEnum):
    """What the rows of a file are."""

    PATIENTS = "patients"
    APPOINTMENTS = "appointments"
    HL7 = "hl7"
    FHIR = "fhir"

    @property
    def has_columns(self) -> bool:
        """Whether the file is a table: messages and resources say themselves what is what."""
        return self in (Kind.PATIENTS, Kind.APPOINTMENTS)


class Level(StrEnum):
    """What became of a row about which there is something to say."""

    REFUSED = "refused"
    FLAGGED = "flagged"


class DateOrder(StrEnum):
    """How a file writes 3/4/1970; `unclear` when no date in it tells."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a file is taken.

    `source` names the other system: its numbers are unique under that name. `minutes` is the length of a visit where the
    file has none. `lanes` is how many visits the other system let one practitioner have side by side. `as_booked` takes
    every visit as if its day were still to come; `only_day` leaves all other days out. `strip_digits` takes digits out of
    names, for test data whose names carry them. `authorities` are those whose numbers are trusted: a record that is surely
    one of ours is changed only where one of them gave its number.
    """

    location_id: int
    source: str = USUAL_SOURCE
    minutes: int = 15
    lanes: int = 1
    as_booked: bool = False
    only_day: date | None = None
    strip_digits: bool = False
    authorities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its number as a spreadsheet shows it (the header is 1), and the text of each mapped field."""

    number: int
    values: Mapping[str, str]

    def text(self, name: str) -> str:
        """The trimmed text of a field; empty when the file has no such column."""
        return self.values.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing said about a row: at which field, what stood there, and the sentence."""

    row: int
    level: Level
    field: str
    text: str
    sentence: str


def refused(row: int, name: str, text: str, sentence: str) -> Issue:
    """The row is not taken."""
    return Issue(row, Level.REFUSED, name, _shown(text), sentence)


def flagged(row: int, name: str, text: str, sentence: str) -> Issue:
    """The row is taken, and somebody should look at it."""
    return Issue(row, Level.FLAGGED, name, _shown(text), sentence)


def told(row: int, level: Level, text: str, problem: ClinicError) -> Issue:
    """An issue in the words of a rule that did not take a value."""
    return Issue(row, level, problem.field or "", _shown(text), str(problem))


def ordered(issues: Iterable[Issue]) -> list[Issue]:
    """In the order of the file; of one row, what keeps it out first."""
    return sorted(issues, key=lambda issue: (issue.row, issue.level is not Level.REFUSED))


def _shown(text: str) -> str:
    """What a report can hold: no sign that a database or a terminal stumbles over."""
    plain = "".join(sign if sign.isprintable() else "�" for sign in text[:SHOWN_TEXT])
    return plain.strip()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows went where; `flagged` ones are among the created, the changed and the known."""

    rows: int = 0
    created: int = 0
    known: int = 0
    flagged: int = 0
    refused: int = 0
    changed: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(
            self.rows + other.rows,
            self.created + other.created,
            self.known + other.known,
            self.flagged + other.flagged,
            self.refused + other.refused,
            self.changed + other.changed,
        )


def count(rows: int, created: int, issues: Iterable[Issue], changed: int = 0) -> Counts:
    """The counts of one batch; a row that is neither created, changed nor refused was here already."""
    by_level: dict[Level, set[int]] = {level: set() for level in Level}
    for issue in issues:
        by_level[issue.level].add(issue.row)
    gone = by_level[Level.REFUSED]
    known = rows - created - changed - len(gone)
    return Counts(rows, created, known, len(by_level[Level.FLAGGED] - gone), len(gone), changed)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do: nothing has been written."""

    kind: Kind
    columns: Mapping[str, str]
    order: DateOrder
    counts: Counts
    left_out: int
    issues: tuple[Issue, ...]
    sample: tuple[Row, ...] = field(default=())
