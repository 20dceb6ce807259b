"""Starting Frontdesk: with words behind its name a command for IT and scripts, without any the window.

Which of the two is decided before anything heavy is imported: the window's start needs nothing that only commands need.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence

run: Callable[[Sequence[str]], int]
if sys.argv[1:]:
    from app.cli.commands import run
elif os.environ.get("FRONTDESK_SELFTEST"):
    from app.cli.self_test import run
else:
    gc.disable()  # nothing of what is imported is garbage; `kit.garbage` collects from when the window stands
    import app.kit.imports  # noqa: F401 - first, so that all that follows is imported without a detour
    from app.bootstrap import open_window as run


def main() -> None:
    """Run, and end the process with its exit code."""
    sys.exit(run(sys.argv[1:]))
