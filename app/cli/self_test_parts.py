"""The parts that a packed program may lack: libraries that are loaded by name, data files, fonts and texts.

Each check says what it found, or raises.
"""

import importlib
import importlib.util
import secrets
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

import psycopg
from PySide6.QtCore import QCoreApplication, QSize, QTranslator
from PySide6.QtGui import QFontDatabase
from reportlab.graphics.barcode import createBarcodeDrawing
from sqlcipher3 import dbapi2 as sqlcipher

from app.core.paths import program_root, resource
from app.core.secrets import system_vault
from app.kit import fonts, icons, picture, theme
from app.migrations import HEAD
from app.reports.layout import faces
from app.staff.rules.passwords import hash_password, matches

ENCRYPTED_HEAD: Final = b"SQLite format 3\0"


class Missing(Exception):
    """A part is not there or does not do what it should; says which."""


def _sqlcipher() -> str:
    """A database that is written with a key, read back with it, and no plain SQLite file."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "x.db"
        connection = sqlcipher.connect(str(file), isolation_level=None)
        connection.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
        connection.execute("CREATE TABLE one (a)")
        version = connection.execute("PRAGMA cipher_version").fetchone()
        connection.close()
        if not version or file.read_bytes().startswith(ENCRYPTED_HEAD):
            raise Missing("SQLCipher writes plain files")
    return f"SQLCipher {version[0]}, SQLite {sqlcipher.sqlite_version}"


def _argon2() -> str:
    made = hash_password("a long enough sentence")
    if not matches(made, "a long enough sentence") or matches(made, "another long sentence"):
        raise Missing("Argon2 does not tell passwords apart")
    return made.rpartition("$")[0].rpartition("$")[0]


def _server() -> str:
    return f"psycopg {psycopg.__version__} ({psycopg.pq.__impl__}), libpq {psycopg.pq.version()}"


def _keyring() -> str:
    """The keyring's own libraries: without them it looks as if this computer had none."""
    named = {"win32": "win32ctypes.pywin32.win32cred", "darwin": "keyring.backends.macOS.api"}
    return f"{type(system_vault()).__module__} on {importlib.import_module(named.get(sys.platform, 'secretstorage')).__name__}"


def _zones() -> str:
    ZoneInfo("America/Los_Angeles")
    return f"{len(available_timezones())} zones"


def _screen_faces() -> str:
    fonts.load()
    fonts.load_extra()
    lacking = {fonts.FAMILY, fonts.FALLBACK} - set(QFontDatabase.families())
    if lacking:
        raise Missing(f"no face {sorted(lacking)}")
    return f"{fonts.FAMILY}, {fonts.FALLBACK}"


def _print_faces() -> str:
    named = (faces.TEXT, faces.SEMI, faces.NOTE, faces.HEAD, faces.FIGURE, faces.KEY, faces.WIDE, faces.WIDE_SEMI)
    return ", ".join(f"{face} {len(faces.glyphs(face))}" for face in named)


def _spanish() -> str:
    translator = QTranslator()
    if not translator.load(str(resource("i18n", "es.qm"))):
        raise Missing("es.qm cannot be read")
    word = translator.translate("frontdesk", "Today")
    qt = [path.name for path in Path(QCoreApplication.libraryPaths()[0]).parent.glob("translations/qtbase_es.qm")]
    return f"Today: {word}; {', '.join(qt)}"


def _icons() -> str:
    """An icon of ours as Qt's SVG reader paints it, and every theme."""
    if picture.ink(icons.icon("today").pixmap(QSize(40, 40)).toImage()) < 2:
        raise Missing("icons are not painted")
    return ", ".join(sorted(path.stem for path in resource("themes").glob("*.toml"))) + f"; {theme.current().name} now"


def _barcodes() -> str:
    """Imported by name inside ReportLab, so easily left out."""
    return ", ".join(f"{kind} {createBarcodeDrawing(kind, value='4711').width:.0f} pt" for kind in ("Code128", "QR"))


def _migrations() -> str:
    """Alembic reads the revisions as files beside the package."""
    found = sorted(path.stem for path in (program_root() / "app" / "migrations" / "versions").glob("r[0-9]*.py"))
    if not found or HEAD not in found[-1]:
        raise Missing(f"no revision {HEAD} of the schema")
    return found[-1]


def _licences() -> str:
    """GNU readline must not be carried along: its licence is not ours."""
    if hasattr(sys, "_MEIPASS") and importlib.util.find_spec("readline") is not None:
        raise Missing("readline is inside")
    return "no readline"


PARTS: Final[dict[str, Callable[[], str]]] = {
    "database": _sqlcipher,
    "passwords": _argon2,
    "server": _server,
    "keyring": _keyring,
    "zones": _zones,
    "screen faces": _screen_faces,
    "print faces": _print_faces,
    "Spanish": _spanish,
    "icons": _icons,
    "barcodes": _barcodes,
    "migrations": _migrations,
    "licences": _licences,
}
