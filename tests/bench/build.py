"""`python -m tests.bench.build [COUNT] [--in FOLDER]`: make the base of so many patients, and say where it is."""

import argparse
import os
from time import perf_counter

from tests.bench import bases


def main() -> None:
    """Build on both engines, unless they lie there already."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.build")
    parser.add_argument("count", nargs="?", type=int, default=bases.FULL, help="patients")
    parser.add_argument("--in", dest="folder", default="", help="where the base stays for later runs")
    args = parser.parse_args()
    if args.folder:
        os.environ[bases.FOLDER] = args.folder
    begin = perf_counter()
    path = bases.embedded_base(args.count)
    print(f"sqlite: {path}, {path.stat().st_size / 1e6:.0f} MB, {perf_counter() - begin:.0f} s")
    begin = perf_counter()
    with bases.server_base(args.count) as url:
        print(f"postgresql: {url.rpartition('@')[2]}, {perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main()
