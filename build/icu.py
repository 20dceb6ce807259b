"""Cut Qt's copy of the ICU data down to the languages of the program: from 32 MB to about 4.

ICU keeps its tables in one package inside a shared library: a header, a table of contents and the items, sorted by
name (https://unicode-org.github.io/icu/userguide/icu_data/). Without a locale's tables ICU falls back to its root,
so sorting and searching still work in every script; only names of places and units in other languages are gone.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path

MAGIC = b"CmnD"
MAGIC_OFFSET = 12
ALIGNMENT = 16
# Locales we speak, the tables they share, and of the rest only what has no language: normalisation, properties, zones.
LANGUAGES = re.compile(r"(root|en|es)(_\w+)?\.res$")
SHARED = re.compile(r"(pool|res_index|supplementalData|ucadata|tzdbNames)\.(res|icu)$")
DROPPED_FOLDERS = ("translit", "rbnf")
DROPPED_KINDS = (".cnv", ".dict", ".spp", ".cfu", "unames.icu")


def trim(library: Path) -> None:
    """Replace the library by one that holds only the wanted items. Needs `ld` and `objcopy`.

    Raises ValueError when the file holds no ICU package.
    """
    package = _package(library.read_bytes())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "icu.dat").write_bytes(package)
        symbol = f"icudt{library.name.rpartition('.')[2]}_dat"
        _run(folder, "ld", "-r", "-b", "binary", "-o", "raw.o", "icu.dat")
        rename = ["--redefine-sym", f"_binary_icu_dat_start={symbol}", "--set-section-alignment", f".data={ALIGNMENT}"]
        section = ["--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"]
        _run(folder, "objcopy", *rename, *section, "raw.o", "icu.o")
        shared = ["-shared", "-z", "noexecstack", "-soname", library.name]
        _run(folder, "ld", *shared, "-o", "icu.so", "icu.o")
        library.write_bytes((folder / "icu.so").read_bytes())


def _package(data: bytes) -> bytes:
    start = data.find(MAGIC) - MAGIC_OFFSET
    if start < 0:
        raise ValueError("there is no ICU data in this library")
    header = data[start : start + struct.unpack_from("<H", data, start)[0]]
    return header + _contents(_kept(_items(data, start + len(header))))


def _items(data: bytes, base: int) -> list[tuple[bytes, bytes]]:
    """Return (name, bytes) of all items but the last, whose end the table does not tell: it is a dropped one."""
    count = struct.unpack_from("<I", data, base)[0]
    table = list(struct.iter_unpack("<II", data[base + 4 : base + 4 + 8 * count]))
    names = [data[base + at : data.index(b"\0", base + at)] for at, _ in table]
    ends = [begin for _, begin in table[1:]]
    return [(name, data[base + row[1] : base + end]) for name, row, end in zip(names, table, ends, strict=False)]


def _kept(items: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [(name, content) for name, content in items if _wanted(name.decode("ascii"))]


def _wanted(name: str) -> bool:
    folder, _, file = name.partition("/")[2].rpartition("/")
    if folder in DROPPED_FOLDERS or file.endswith(DROPPED_KINDS):
        return False
    # Tables of a language are named by its code; those of none have longer names or stand outside the folders.
    locale = folder != "" or re.match(r"[a-z]{2,3}(_\w+)?\.res$", file)
    return not (locale and file.endswith(".res")) or bool(LANGUAGES.match(file) or SHARED.match(file))


def _contents(items: list[tuple[bytes, bytes]]) -> bytes:
    names = b"".join(name + b"\0" for name, _ in items)
    size = 4 + 8 * len(items) + len(names)
    begin, name_at = -(-size // ALIGNMENT) * ALIGNMENT, 4 + 8 * len(items)
    table, body = [struct.pack("<I", len(items))], [names.ljust(begin - 4 - 8 * len(items), b"\xaa")]
    for name, content in items:
        padded = content.ljust(-(-len(content) // ALIGNMENT) * ALIGNMENT, b"\xaa")
        table.append(struct.pack("<II", name_at, begin))
        body.append(padded)
        name_at, begin = name_at + len(name) + 1, begin + len(padded)
    return b"".join(table + body)


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, check=True, cwd=folder, capture_output=True)
