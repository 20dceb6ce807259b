"""Python's own import again, from here on. Import this first where Qt is used: `from __feature__ import …` is then not to be had.

PySide6 puts an import of its own in its place for that one sentence, which nobody here says. Its import reads the source of
every module that comes after it, line by line, and keeps the lines: a tenth of the start and some megabytes.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - this is what puts it in place

#: PySide keeps Python's own under this name
_KEPT = "__orig_import__"

builtins.__import__ = getattr(builtins, _KEPT, builtins.__import__)
