"""Make the tables of ZIPs from the package `zipcodes` (MIT): state, the usual city, other accepted names; and the middle.

    python build/zips.py             write resources/places/zips.txt.z and resources/places/middles.z

A build step, never run by the program: the package itself takes a second and 57 MB at the first question. Places of
the armed forces are in it, ZIPs that are no longer used are not.
"""

import struct
import sys
import zlib
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

import zipcodes

OUT = Path(__file__).resolve().parents[1] / "resources" / "places"


def line(row: dict[str, object]) -> str:
    """One ZIP as a line: 11937NY|East Hampton|Other Name."""
    others = row["acceptable_cities"]
    names = [str(row["city"]), *(map(str, others) if isinstance(others, list) else ())]
    return f"{row['zip_code']}{row['state']}|{'|'.join(dict.fromkeys(names))}"


def middles(rows: Iterable[dict[str, object]]) -> bytes:
    """The middle of each ZIP, latitude and longitude in hundredths of a degree at four times its number; 0, 0: not known.

    A hundredth is two thirds of a mile, which is enough for "about 6 miles".
    """
    table = bytearray(4 * 100_000)
    for row in rows:
        where = (round(100 * float(str(row[name] or 0))) for name in ("lat", "long"))
        struct.pack_into("<hh", table, 4 * int(str(row["zip_code"])), *where)
    return bytes(table)


def main() -> int:
    """Write the table and the licence of what it was made from."""
    every = [row for row in zipcodes.list_all() if row["active"]]  # type: ignore[no-untyped-call]
    rows = sorted(line(row) for row in every)
    text = "\n".join(["", *rows, ""]).encode()
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "zips.txt.z").write_bytes(zlib.compress(text, 9))
    (OUT / "middles.z").write_bytes(zlib.compress(middles(every), 9))
    package = distribution("zipcodes")
    licence = next(file for file in package.files or () if file.name == "LICENSE.txt")
    (OUT / "LICENSE-zipcodes.txt").write_text(licence.read_text(encoding="utf-8"), encoding="utf-8")
    print(f"{len(rows)} ZIPs, {len(text)} bytes, {(OUT / 'zips.txt.z').stat().st_size} packed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
