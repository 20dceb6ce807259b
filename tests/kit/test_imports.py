"""Importing, once Qt is there."""

import subprocess
import sys

#: a module of Python's own that nothing here has imported yet
LATE = "fractions"


def test_an_import_does_not_read_the_source() -> None:
    words = f"import app.kit.imports, {LATE}, linecache; print([name for name in linecache.cache if '{LATE}' in name])"
    seen = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "[]"


def test_without_our_import_it_would() -> None:
    """When this one fails, PySide has mended its ways and `app.kit.imports` can go."""
    words = f"import PySide6.QtCore, {LATE}, linecache; print([name for name in linecache.cache if '{LATE}' in name])"
    seen = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert seen.stdout.strip() != "[]"
