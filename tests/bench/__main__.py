"""`python -m tests.bench [--json] [NAME …]`: measure everything or what is named; ends with 1 when a limit is passed."""

import argparse
import json
import os
import sys
from collections.abc import Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.every import figures, table
from tests.bench.measures import MEASURES


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="frontdesk bench")
    parser.add_argument("--json", action="store_true", help="print a list of objects")
    parser.add_argument("name", nargs="*", help=", ".join(MEASURES))
    args = parser.parse_args(words)
    unknown = sorted(set(args.name) - set(MEASURES))
    if unknown:
        parser.error(f"there is no measurement {', '.join(unknown)}; there are {', '.join(MEASURES)}")
    found = figures(args.name)
    print(json.dumps([one.plain() for one in found], indent=1) if args.json else table(found))
    return 0 if all(one.ok for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
