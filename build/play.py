"""Play the demo clinic's day at the real window without a display, and keep pictures of every screen and the report.

`python3 build/dev.py run` does this by itself where there is no display. Exit code 0 means that everything was played.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playing.day import play
from playing.desk import Desk, NotSeen
from playing.scenes import Album, every_screen, rarer_looks
from PySide6.QtWidgets import QApplication

from app.bootstrap import read_site
from app.core.paths import HOME_VARIABLE, SITE_VARIABLE
from app.exchange.demo.build import make_demo
from app.kit import theme
from app.kit.focus import install
from app.migrations.upgrade import upgrade

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Play, and return 0 only if nothing was left out."""
    parser = argparse.ArgumentParser(description="Play the demo day and keep pictures.")
    parser.add_argument("--out", type=Path, default=ROOT / "demo-out")
    out: Path = parser.parse_args().out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    app = QApplication([])
    install(app)
    album = Album(out, print)
    with tempfile.TemporaryDirectory(prefix="frontdesk-play-", ignore_cleanup_errors=True) as folder:
        try:
            _play(app, Path(folder), album)
        except NotSeen as missing:
            print(f"Stopped after {album.count} pictures: this did not come: {missing}", file=sys.stderr)
            return 1
    print(f"{album.count} pictures and end-of-day.pdf are in {out} ({time.monotonic() - began:.0f} s).")
    return 0


def _play(app: QApplication, folder: Path, album: Album) -> None:
    _first_run(app, folder / "new", album)
    demo = make_demo(folder / "clinic", upgrade)
    os.environ.update({SITE_VARIABLE: str(demo.site), HOME_VARIABLE: str(folder / "home")})
    for name in ("light", "dark"):
        album.suffix = f"-{name}"
        _at_desk(app, name, lambda desk: every_screen(desk, album))
    album.suffix = ""
    _at_desk(app, "light", lambda desk: rarer_looks(app, desk, album))
    _at_desk(app, "light", lambda desk: play(desk, album))


def _first_run(app: QApplication, home: Path, album: Album) -> None:
    os.environ.update({SITE_VARIABLE: str(home / "none.toml"), HOME_VARIABLE: str(home)})
    for name in ("light", "dark"):
        album.suffix = f"-{name}"
        _at_desk(app, name, lambda desk: album.take(desk, "00-first-run", "the first start on a new computer"))


def _at_desk(app: QApplication, name: str, do: Callable[[Desk], object]) -> None:
    theme.apply(app, name)
    desk = Desk(read_site())
    try:
        do(desk)
    finally:
        desk.close()


if __name__ == "__main__":
    sys.exit(main())
