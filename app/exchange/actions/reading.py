"""Reading any CSV file, row by row: its encoding, its delimiter, and rows that are not whole.

Nothing but one record is ever held in memory, so a million rows need no more than ten.
"""

import codecs
import csv
import hashlib
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from app.core.errors import ClinicError, Unavailable
from app.core.text import tr
from app.exchange.rules.cells import unsafe_cell

DELIMITERS = ",;\t|"
_CHUNK = 1 << 20
_SAMPLE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: signs that no Windows text holds: a file with them is not cp1252 but something else
_CONTROLS = re.compile(r"[\x80-\x9f]")
_SEPARATOR = re.compile(r"sep=(.)\s*")


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be read: `digest` is the SHA-256 of its bytes, `lines` about how many rows it has."""

    path: Path
    digest: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Record:
    """One row: `number` as a spreadsheet counts (the header is 1). A row that is not whole has a `problem` instead of cells."""

    number: int
    cells: tuple[str, ...]
    problem: str = ""


def open_source(path: Path, *, encoding: str = "", delimiter: str = "") -> Source:
    """Look at a file: how it is written, and its header. Raises Unavailable or ClinicError in plain words."""
    try:
        with path.open("rb") as file:
            head = file.read(_SAMPLE)
        _refuse_others(head)
        encoding = encoding or _marked(head) or ("utf-8" if _decodes(path, "utf-8") else _other(path))
        digest, lines = _measure(path)
        with path.open(encoding=encoding, newline="") as text:
            sample = text.read(_SAMPLE)
        delimiter = delimiter or _delimiter(sample)
        with path.open(encoding=encoding, newline="") as text:
            header = _named(next(_records(_body(text), delimiter), ()))
    except OSError as problem:
        raise Unavailable(
            "The file cannot be read.", next_step="Look whether it is there and open elsewhere."
        ) from problem
    except (UnicodeError, LookupError) as problem:
        raise ClinicError(
            "The file's signs cannot be read.", next_step="Save it as CSV in UTF-8.", field="file"
        ) from problem
    if not header:
        raise ClinicError("The file is empty.", next_step="Choose another one.", field="file")
    return Source(path, digest, encoding, delimiter, header, lines)


def records(source: Source) -> Iterator[Record]:
    """Every row after the header, in order. Empty rows are passed over. Raises ClinicError when the signs break off."""
    width = len(source.header)
    try:
        with source.path.open(encoding=source.encoding, newline="") as text:
            for number, cells in enumerate(_records(_body(text), source.delimiter, width), 1):
                if number > 1 and any(cell.strip() for cell in cells):
                    yield _whole(number, cells, width)
    except (OSError, UnicodeError) as problem:
        raise Unavailable("The file broke off.", next_step="Save it as CSV in UTF-8 and start again.") from problem


def _whole(number: int, cells: tuple[str, ...], width: int) -> Record:
    extra = [cell for cell in cells[width:] if cell.strip()]
    if len(cells) < width or extra:
        shown = ", ".join(cells)
        sentence = tr("The row has {found} columns; the header has {wanted}.", found=len(cells), wanted=width)
        return Record(number, (shown,), sentence)
    return Record(number, tuple(unsafe_cell(cell) for cell in cells[:width]))


# ------------------------------------------------------------------------------------------------ how it is written


def _refuse_others(head: bytes) -> None:
    """Raise ClinicError for files that are no text at all."""
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise ClinicError(
            "This is not a CSV file.", next_step="Open it in its program and save it as CSV (UTF-8).", field="file"
        )


def _marked(head: bytes) -> str:
    """The encoding that the first bytes tell, or an empty string."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    even, odd = head[0:2000:2].count(0), head[1:2000:2].count(0)
    half = len(head[:2000]) // 2
    if half and odd > half * 0.4 > even * 4:
        return "utf-16-le"
    return "utf-16-be" if half and even > half * 0.4 > odd * 4 else ""


def _decodes(path: Path, encoding: str) -> bool:
    """Whether the whole file can be read so, a piece at a time."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                if encoding == "cp1252" and _CONTROLS.search(decoder.decode(chunk)):
                    return False
                if encoding != "cp1252":
                    decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _other(path: Path) -> str:
    """Windows' own, which America's older systems write; else what the signs themselves make most likely."""
    if _decodes(path, "cp1252"):
        return "cp1252"
    with path.open("rb") as file:
        best = from_bytes(file.read(_CHUNK)).best()
    return best.encoding if best else "latin-1"


def _measure(path: Path) -> tuple[str, int]:
    digest, lines = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            lines += chunk.count(b"\n") or chunk.count(b"\r")
    return digest.hexdigest(), lines


def _delimiter(sample: str) -> str:
    """The sign that parts the first rows into the same number of columns, the more the better."""
    if match := _SEPARATOR.match(sample):
        return match[1]

    def score(sign: str) -> tuple[int, int]:
        found = list(zip(_records(iter(sample.splitlines(keepends=True)), sign), range(20), strict=False))
        widths = Counter(len(cells) for cells, _ in found if any(cells))
        width, times = widths.most_common(1)[0] if widths else (1, 0)
        return (times if width > 1 else 0, width)

    return max(DELIMITERS, key=score)


def _body(text: Iterable[str]) -> Iterator[str]:
    """The lines without a spreadsheet's note about its delimiter."""
    for at, line in enumerate(text):
        if at or not _SEPARATOR.fullmatch(line):
            yield line


def _named(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Column names, each once: an empty one is named by its place, a second one gets a number."""
    names: list[str] = []
    for at, cell in enumerate(cells, 1):
        plain = " ".join(cell.replace("\ufeff", "").split()) or f"column {at}"
        name, times = plain, 1
        while name in names:
            times += 1
            name = f"{plain} ({times})"
        names.append(name)
    return tuple(names) if any(cell.strip() for cell in cells) else ()


# ------------------------------------------------------------------------------------------------------------- rows


class _Lines:
    """Lines of a file that can be put back, and those taken since the last record."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines, self.back, self.taken = iter(lines), deque[str](), list[str]()

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self.back.popleft() if self.back else next(self.lines)
        self.taken.append(line)
        return line


def _records(lines: Iterable[str], delimiter: str, width: int = 0) -> Iterator[tuple[str, ...]]:
    """The cells of each record. A quotation mark that is never closed spoils its own line only: the others are read again."""
    feed = _Lines(lines)
    reader = csv.reader(feed, delimiter=delimiter)
    while True:
        feed.taken.clear()
        try:
            cells = tuple(next(reader))
        except StopIteration:
            return
        except csv.Error:
            cells = ()
        spoiled = len(feed.taken) > 1 and (not cells or (width and len(cells) != width))
        if spoiled or (not cells and feed.taken[0].strip()):
            first, *rest = feed.taken
            feed.back.extendleft(reversed(rest))
            reader = csv.reader(feed, delimiter=delimiter)
            yield (first.strip()[:_SHOWN],)
        else:
            yield cells


_SHOWN = 200
