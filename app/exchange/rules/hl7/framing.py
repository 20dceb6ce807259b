"""The messages of an HL7 v2 file: MLLP frames or none, FHS and BHS envelopes or none, any line end, any encoding.

Source of what is tolerated: HL7 v2.8 chapter 2 (2.10.3 batches, 2.14.9.18 MSH-18, table 0211) and files as systems drop them.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from app.core.text import tr

#: bytes of one message; a longer one holds a film, not a registration
LARGEST_MESSAGE = 32 << 20
_ENDS = re.compile(rb"[\r\n\x0b\x1c]+")  # the last two are MLLP's frame
_SEGMENT = re.compile(rb"[A-Z][A-Z0-9]{2}")
_HEADER = re.compile(rb"(?:MSH|FHS|BHS)[^A-Za-z0-9\s]")
_ENVELOPE = (b"FHS", b"BHS", b"BTS", b"FTS")
_BOM = codecs.BOM_UTF8

#: table 0211 and what systems write instead; a file that really is UTF-16 has been turned into UTF-8 before
_CHARSETS = {
    "UNICODE": "utf-8", "UNICODE UTF-8": "utf-8", "UTF-8": "utf-8", "UTF8": "utf-8", "UNICODE UTF-16": "utf-8",
    "UNICODE UTF-32": "utf-8", "8859/1": "cp1252", "ISO-8859-1": "cp1252", "WINDOWS-1252": "cp1252", "CP1252": "cp1252",
    "8859/2": "iso8859_2", "8859/3": "iso8859_3", "8859/4": "iso8859_4", "8859/5": "iso8859_5", "8859/6": "iso8859_6",
    "8859/7": "iso8859_7", "8859/8": "iso8859_8", "8859/9": "iso8859_9", "8859/15": "iso8859_15",
    "ISO IR87": "iso2022_jp", "ISO IR14": "shift_jis", "GB 18030-2000": "gb18030", "KS X 1001": "euc_kr",
    "BIG-5": "big5",
}  # fmt: skip
_UNSAID = frozenset({"", "ASCII", "US-ASCII", "ISO IR6", "8859/0"})


@dataclass(frozen=True, slots=True)
class Framed:
    """One message of a file, numbered from 1, as text with a carriage return between its segments.

    `remark` is a sentence about how it was read. With a `problem` there is no message to read.
    """

    number: int
    text: str = ""
    encoding: str = "utf-8"
    remark: str = ""
    problem: str = ""


def looks_like_hl7(head: bytes) -> bool:
    """Whether a file's first bytes begin a message or an envelope."""
    first = next(iter(_plain([head])), b"")
    return _HEADER.match(first.replace(_BOM, b"").lstrip(b"\x0b\x1c\r\n\t \0")) is not None


def messages(chunks: Iterable[bytes]) -> Iterator[Framed]:
    """Every message of a file that comes in pieces. Never raises for what the file holds."""
    state = _State()
    for line in _lines(_plain(chunks)):
        yield from state.take(line)
    yield from state.end()


@dataclass(slots=True)
class _State:
    """The message being gathered, and how many came."""

    number: int = 0
    lines: list[bytes] = field(default_factory=list)
    length: int = 0
    in_batch: int = 0
    stray: bool = False

    def take(self, line: bytes) -> Iterator[Framed]:
        """Add a line; a finished message comes back."""
        name = line[:3]
        if name == b"MSH":
            yield from self.end()
            self.number, self.in_batch, self.stray = self.number + 1, self.in_batch + 1, False
            self.lines, self.length = [line], len(line)
        elif name in _ENVELOPE:
            yield from self.end()
            yield from self._envelope(line)
        elif self.lines:
            self._add(line)
        elif not self.stray:
            self.stray = True
            yield Framed(self.number, problem=tr("Lines stand outside of any message."))

    def _add(self, line: bytes) -> None:
        """A segment, or the rest of one in which somebody pressed Enter."""
        self.length += len(line)
        if self.length > LARGEST_MESSAGE:
            return
        if _SEGMENT.match(line) and line[3:4] in (self.lines[0][3:4], b""):
            self.lines.append(line)
        else:
            self.lines[-1] += b" " + line

    def _envelope(self, line: bytes) -> Iterator[Framed]:
        """The end of a batch says how many messages it holds: fewer or more mean that the file is not whole."""
        if line[:3] == b"BHS":
            self.in_batch = 0
        if line[:3] == b"BTS":
            told = re.match(rb"BTS.(\d{1,9})(?!\d)", line)
            if told and int(told[1]) != self.in_batch:
                sentence = tr(
                    "The file says it holds {told} messages here; {found} were found.",
                    told=int(told[1]),
                    found=self.in_batch,
                )
                yield Framed(self.number, remark=sentence)
            self.in_batch = 0

    def end(self) -> Iterator[Framed]:
        """The message gathered until now, if there is one."""
        if self.lines:
            too_long = self.length > LARGEST_MESSAGE
            yield (
                Framed(self.number, problem=tr("This message is too long to be read."))
                if too_long
                else _decoded(self.number, self.lines)
            )
        self.lines, self.length = [], 0


def _plain(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The file's bytes, UTF-16 turned into UTF-8."""
    feed = iter(chunks)
    first = next(feed, b"")
    wide = _wide(first)
    decoder = codecs.getincrementaldecoder(wide)("replace") if wide else None
    for chunk in chain([first], feed):
        yield decoder.decode(chunk).encode("utf-8", "replace") if decoder else chunk


def _wide(head: bytes) -> str:
    """UTF-16 by its mark, or by the zeros beside each letter; empty for anything else."""
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    if head[1:2] == b"\0" != head[:1]:
        return "utf-16-le"
    return "utf-16-be" if head[:1] == b"\0" != head[1:2] else ""


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Lines with anything in them, without marks and blanks around; one that never ends comes in pieces."""
    begun, length = list[bytes](), 0
    for chunk in chunks:
        first, *others = _ENDS.split(chunk)
        begun.append(first)
        length += len(first)
        if others or length > LARGEST_MESSAGE:
            *whole, last = (b"".join(begun), *(others or [b""]))
            yield from filter(None, map(_bare, whole))
            begun, length = [last], len(last)
    if _bare(b"".join(begun)):
        yield _bare(b"".join(begun))


def _bare(line: bytes) -> bytes:
    return line.removeprefix(_BOM).strip(b" \t\0")


def _decoded(number: int, lines: list[bytes]) -> Framed:
    """The message as text: in the encoding MSH-18 names, else in the likeliest."""
    data, header = b"\r".join(lines), lines[0]
    fields = header.split(header[3:4]) if len(header) > 3 else []
    named = re.split(r"[~^]", fields[17].decode("latin-1"))[0].strip().upper() if len(fields) > 17 else ""
    encoding = _CHARSETS.get(named, "")
    remark = ""
    if encoding:
        try:
            return Framed(number, data.decode(encoding), encoding)
        except UnicodeError:
            remark = tr("The message is not in the encoding that it names.")
    elif named not in _UNSAID:
        remark = tr("The message names an encoding that is not known here.")
    likely = _likely(data)
    return Framed(number, data.decode(likely), likely, remark)


def _likely(data: bytes) -> str:
    """UTF-8 where that can be, then Windows' own, then Latin-1, which anything can be."""
    for encoding in ("utf-8", "cp1252"):
        try:
            data.decode(encoding)
        except UnicodeError:
            continue
        return encoding
    return "latin-1"
