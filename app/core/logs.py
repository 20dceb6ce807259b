"""Logs without patient data: one JSON object a line, our own constant sentences, and values of a few known kinds.

What may be written is a list of what is allowed, never of what is forbidden: a message that is not a literal in our code,
a value under another key, the text of an exception or a local variable cannot reach the file.
"""

import faulthandler
import json
import logging
import os
import re
import secrets
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType, TracebackType
from typing import IO, Any, Final

from app.core.errors import ClinicError
from app.core.paths import ensure_folder

if sys.platform != "win32":
    import resource

LOG_FILE: Final = "frontdesk.log"
CRASH_FILE: Final = "crash.log"

#: bytes of one log file, and how many older ones are kept
LARGEST_LOG: Final = 1_000_000
OLDER_LOGS: Final = 5

_ROOM: Final = "app"
_WITHHELD: Final = "(a message that is not ours, withheld)"
_ID_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_DEEPEST: Final = 8
_LONGEST_STACK: Final = 40

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Z]{8}|[0-9]{1,18}")
_CODE = re.compile(r"[a-z][a-z0-9_.:-]{0,79}")
_VERSION = re.compile(r"[0-9a-f.]{1,40}")

#: which values may be written: keys, and how their values look (None: a number)
ALLOWED: Final[tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...]] = (
    (
        re.compile(r"attempt|bytes|count|days|exit_code|hours|line|milliseconds|pages|port|position|rows|seconds|size"),
        None,
    ),
    (re.compile(r"(appointment|backup|command|document|job|location|log|patient|user|visit)_id"), _ID),
    (re.compile(r"action|engine|event|kind|outcome|permission|phase|place|room|signal|state|system|table"), _CODE),
    (re.compile(r"version|revision"), _VERSION),
)


def safe_values(values: object) -> dict[str, object]:
    """The values that may be written; of one that does not look as its key says, only that it was left out, as `…`."""
    if not isinstance(values, Mapping):
        return {}
    told = {}
    for key, value in values.items():
        for keys, looks in ALLOWED:
            if isinstance(key, str) and keys.fullmatch(key):
                told[key] = _safe(value, looks)
    return told


def _safe(value: object, looks: re.Pattern[str] | None) -> object:
    if looks is None:
        return value if type(value) in (int, float, bool) else "…"
    return str(value) if looks.fullmatch(str(value)) else "…"


def entry(record: logging.LogRecord) -> dict[str, object]:
    """What is written of a record."""
    line: dict[str, object] = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "where": f"{record.name}:{record.lineno}",
        "says": record.msg if getattr(record, "literal", False) else _WITHHELD,
    }
    if values := safe_values(record.args):
        line["values"] = values
    if record.exc_info and record.exc_info[1]:
        line["failure"] = describe(record.exc_info[1])
    return line


def describe(failure: BaseException, depth: int = 0) -> dict[str, object]:
    """An exception without its words: type, the places it came through, what it came from.

    Only the template of a ClinicError, which is a literal of ours, is kept.
    """
    kind = type(failure)
    told: dict[str, object] = {"type": f"{kind.__module__}.{kind.__qualname__}"}
    if isinstance(failure, ClinicError):
        told["says"] = failure.template
    told["frames"] = list(_frames(failure.__traceback__))[-_LONGEST_STACK:]
    origin = failure.__cause__ or (None if failure.__suppress_context__ else failure.__context__)
    if origin is not None and depth < _DEEPEST:
        told["from"] = describe(origin, depth + 1)
    if isinstance(failure, BaseExceptionGroup) and depth < _DEEPEST:
        told["together"] = [describe(part, depth + 1) for part in failure.exceptions[:_DEEPEST]]
    return told


def _frames(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        yield f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno} {trace.tb_frame.f_code.co_name}"
        trace = trace.tb_next


def _is_literal(record: logging.LogRecord) -> bool:
    """Whether the message stands word for word in the code that logs it: then it holds no one's data."""
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        code = frame.f_code
        if code.co_name == record.funcName and code.co_filename == record.pathname:
            return any(type(constant) is str and constant == record.msg for constant in code.co_consts)
        frame = frame.f_back
    return False


class _LogFile(logging.Handler):
    """Appends each line by a fresh opening, so that several windows can share and turn over one file on every system."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; a full disk or a lost folder never stops the desk's work, nor prints anything."""
        with suppress(Exception):
            ours = record.name == _ROOM or record.name.startswith(f"{_ROOM}.")
            record.literal = ours and _is_literal(record)
            # ASCII: control and direction marks come out as escapes, so that no line can pretend to be two.
            data = json.dumps(entry(record)).encode("ascii") + b"\n"
            self._turn_over(len(data))
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(descriptor, data)
            finally:
                os.close(descriptor)

    def _turn_over(self, more: int) -> None:
        """Move a full file aside: .1 is the youngest of the older ones."""
        with suppress(OSError):
            if self.path.stat().st_size + more <= LARGEST_LOG:
                return
            for age in range(OLDER_LOGS - 1, 0, -1):
                with suppress(FileNotFoundError):
                    self._older(age).replace(self._older(age + 1))
            self.path.replace(self._older(1))

    def _older(self, age: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{age}")


class LogBook:
    """The open logs of this process. `close` gives everything back."""

    def __init__(self, folder: Path) -> None:
        ensure_folder(folder)
        self.folder = folder
        self._handler = _LogFile(folder / LOG_FILE)
        self._crash: IO[bytes] | None = None
        logging.getLogger().addHandler(self._handler)
        logging.getLogger(_ROOM).setLevel(logging.INFO)
        with suppress(OSError):
            self._crash = (folder / CRASH_FILE).open("ab", buffering=0)
            faulthandler.enable(self._crash)

    def close(self) -> None:
        """Stop logging."""
        logging.getLogger().removeHandler(self._handler)
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
            self._crash = None


def start_logging(folder: Path) -> LogBook:
    """Log into a folder from now on, crashes of the interpreter too, and let no core file be written.

    Raises Unavailable where the folder cannot be written to.
    """
    forbid_core_files()
    return LogBook(folder)


def forbid_core_files() -> None:
    """A core file is a copy of the memory, with patients in it."""
    if sys.platform != "win32":
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_log = logging.getLogger(__name__)


def log_failure(failure: BaseException) -> str:
    """Log what nobody expected and return its id of 8 characters, which the person can read to IT."""
    log_id = "".join(secrets.choice(_ID_LETTERS) for _ in range(8))
    _log.error("Unexpected failure %(log_id)s", {"log_id": log_id}, exc_info=failure)
    return log_id


def install_hooks(tell: Callable[[str], None]) -> Callable[[], None]:
    """Log every exception that nobody caught, on any thread, and give `tell` its log id; returns how to undo it.

    Nothing of the exception goes to the terminal: desktops keep what programs print there in files of their own.
    """

    def failed(failure: BaseException | None) -> None:
        if failure is not None and not isinstance(failure, KeyboardInterrupt | SystemExit):
            tell(log_failure(failure))

    def main_hook(_kind: type[BaseException], failure: BaseException, _trace: Any) -> None:  # noqa: ANN401
        failed(failure)

    earlier = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = main_hook
    threading.excepthook = lambda told: failed(told.exc_value)
    sys.unraisablehook = lambda told: failed(told.exc_value)

    def undo() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = earlier

    return undo
