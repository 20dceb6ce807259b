"""`bench`: the measurements of the source tree, which the packaged program does not carry."""

import subprocess
import sys
from argparse import Namespace

from app.cli.talking import Exit, Talk
from app.core.errors import ClinicError
from app.core.paths import program_root


def bench(args: Namespace, talk: Talk) -> Exit:
    """Run `python -m tests.bench` with the same words; it prints for itself. 1 when a limit was passed."""
    root = program_root()
    if not (root / "tests" / "bench" / "__main__.py").is_file():
        raise ClinicError("This program carries no measurements.", next_step="Run them from the source.")
    more = ["--json"] if args.json else []
    return_code = subprocess.run(
        [sys.executable, "-m", "tests.bench", *more, *args.name], cwd=root, check=False
    ).returncode
    talk.args.json = False  # the measurements printed the answer themselves
    return Exit.FOUND if return_code else Exit.DONE
