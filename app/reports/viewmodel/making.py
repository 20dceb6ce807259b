"""Papers are drawn one at a time, off the UI thread: the faces they share know one thread only."""

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from app.core.errors import ClinicError
from app.runner.bridge import Runner

V = TypeVar("V")
_line = Lock()


def draw(
    runner: Runner,
    paper: Callable[[V], bytes],
    value: V,
    then: Callable[[bytes], None],
    fail: Callable[[ClinicError], None] | None = None,
) -> None:
    """Draw `value` as a PDF; `then` comes on the UI thread."""

    def work() -> bytes:
        with _line:
            return paper(value)

    runner.background(work, then, fail)
