"""System libraries and programs outside Python: found missing, installed by apt where we may, named otherwise."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from say import SetupError, say

# Shared library -> Debian package. Qt loads the first group always, the second for a window on X11.
WINDOWLESS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
LIBRARIES = {"offscreen": WINDOWLESS, "window": WINDOWLESS | WINDOW, "reader": WINDOWLESS | WINDOW}
# Program -> Debian package.
PROGRAMS = {
    "keyring": {"gnome-keyring-daemon": "gnome-keyring", "dbus-run-session": "dbus"},
    "reader": {"Xvfb": "xvfb", "dbus-daemon": "dbus", "/usr/libexec/at-spi-bus-launcher": "at-spi2-core"},
    "package": {"objdump": "binutils", "dpkg-deb": "dpkg"},
    "install": {"debootstrap": "debootstrap", "Xvfb": "xvfb"},
}
# Packages whose absence the caller has noticed itself.
NAMED = {"venv": ("python3-venv",), "postgres": ("postgresql",)}
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=400", "-q", "-y")
LISTS = Path("/var/lib/apt/lists")


def ensure_system(*groups: str) -> None:
    """Install what the groups need and this machine lacks; ask nothing when nothing is missing.

    Raises SetupError naming the packages where apt is not ours to call. Other systems than Linux need nothing.
    """
    if sys.platform != "linux":
        return
    packages = [package for group in groups for package in missing(group)]
    if packages:
        install(packages)


def ensure_if_allowed(group: str) -> None:
    """Install what tests would otherwise skip, only where nobody has to be asked: as root, with apt."""
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        ensure_system(group)


def missing(group: str) -> list[str]:
    """Return the Debian packages of a group that this machine lacks."""
    libraries, programs = LIBRARIES.get(group, {}), PROGRAMS.get(group, {})
    lacking = [package for library, package in libraries.items() if not _loads(library)]
    return lacking + [package for program, package in programs.items() if shutil.which(program) is None]


def install_for(name: str) -> None:
    """Install the packages of a need that the caller has found unmet."""
    install(NAMED[name])


def install(packages: Iterable[str]) -> None:
    """Install Debian packages as root, or raise SetupError with the line that a person can run."""
    names = sorted(set(packages))
    if shutil.which("apt-get") is None:
        raise SetupError(f"This machine lacks {', '.join(names)} (Debian's names); install them and start again")
    if os.geteuid() != 0:
        raise SetupError(f"This machine lacks some system packages; run: sudo apt-get install {' '.join(names)}")
    say(f"Installing system packages: {' '.join(names)}")
    if not any(LISTS.glob("*_Packages*")):
        _apt("update")
    if _apt("install", "--no-install-recommends", *names) == 0:
        return
    _apt("update")  # the lists may be older than what the archive still holds
    if _apt("install", "--no-install-recommends", *names) != 0:
        raise SetupError(f"apt-get could not install {' '.join(names)}; install them by hand and start again")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt(*words: str) -> int:
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run([*APT, *words], check=False, env=env, stdout=subprocess.DEVNULL).returncode
