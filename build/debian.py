"""A Debian package around the built program: plain `dpkg-deb`, no build system of its own."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path("opt/frontdesk")
SETTINGS = Path("etc/frontdesk/site.toml")
DOCUMENTS = Path("usr/share/doc/frontdesk")
ICON = Path("usr/share/icons/hicolor/scalable/apps/frontdesk.svg")
STARTER = Path("usr/share/applications/frontdesk.desktop")

CONTROL = """Package: frontdesk
Version: {version}
Architecture: {architecture}
Maintainer: Frontdesk <frontdesk@localhost>
Installed-Size: {kilobytes}
Depends: libc6 (>= 2.36), libdbus-1-3, libegl1, libgl1, libglib2.0-0t64 | libglib2.0-0, libssl3t64 | libssl3,
 libx11-6, libx11-xcb1, fontconfig-config, tzdata
Recommends: gnome-keyring | kwalletmanager, cups-client, libcups2t64 | libcups2
Suggests: sane-utils
Section: misc
Priority: optional
Description: front desk of a physical-therapy clinic
 Register, book, check in, check out and close the day.
 .
 This package carries the settings of one location in /etc/frontdesk.
"""
DESKTOP = """[Desktop Entry]
Type=Application
Name=Frontdesk
Comment=The clinic's day
Comment[es]=El día de la clínica
Exec=frontdesk
Icon=frontdesk
Terminal=false
Categories=Office;MedicalSoftware;
StartupWMClass=frontdesk
"""


def build_deb(bundle: Path, location: Path, out: Path, version: str, second: str) -> Path:
    """Pack the bundle and a location's settings; return the package. An edited settings file survives upgrades.

    `second`: since 1970, of the source; no file in the package is younger, so the same source packs to the same bytes.
    """
    out.mkdir(parents=True, exist_ok=True)
    architecture = _output(["dpkg", "--print-architecture"])
    package = out / f"frontdesk_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory(prefix="frontdesk-deb-") as name:
        tree = Path(name) / "tree"
        _fill(tree, bundle, location)
        _control(tree / "DEBIAN", tree, version, architecture)
        # Zstandard packs in seconds what takes xz two minutes, for a fifth more bytes.
        command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z10", "--build", str(tree), str(package)]
        env = os.environ | {"SOURCE_DATE_EPOCH": second}
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    return package


def _fill(tree: Path, bundle: Path, location: Path) -> None:
    shutil.copytree(bundle, tree / PROGRAM, symlinks=True)
    for path in (SETTINGS, DOCUMENTS / "copyright", ICON, STARTER, Path("usr/bin/frontdesk")):
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(location, tree / SETTINGS)
    shutil.copyfile(ROOT / "LICENSE", tree / DOCUMENTS / "copyright")
    shutil.copyfile(bundle / "THIRD-PARTY.txt", tree / DOCUMENTS / "third-party.txt")
    shutil.copyfile(ROOT / "resources" / "icons" / "frontdesk.svg", tree / ICON)
    (tree / STARTER).write_text(DESKTOP, encoding="utf-8")
    (tree / "usr/bin/frontdesk").symlink_to(Path("/") / PROGRAM / "frontdesk")
    _open_to_all(tree)


def _open_to_all(tree: Path) -> None:
    """Give what dpkg installs the usual modes, whatever the umask of the one who builds."""
    for folder, _, names in os.walk(tree):
        Path(folder).chmod(0o755)
        for path in (Path(folder) / name for name in names):
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)


def _control(control: Path, tree: Path, version: str, architecture: str) -> None:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    sums = [f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files if path.relative_to(tree) != SETTINGS]
    kilobytes = sum(path.stat().st_size for path in files) // 1024
    control.mkdir(mode=0o755)
    text = CONTROL.format(version=version, architecture=architecture, kilobytes=kilobytes)
    (control / "control").write_text(text, encoding="utf-8")
    (control / "conffiles").write_text(f"/{SETTINGS}\n", encoding="utf-8")
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")


def _md5(path: Path) -> str:
    # dpkg's own list of sums is MD5; it tells a damaged installation, it does not keep out an attacker.
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _output(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
