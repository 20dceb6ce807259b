"""Where things are: folders of this computer, the program's own files, and which places are fit for a database."""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from platformdirs import PlatformDirs

from app.core.errors import Unavailable

NAME = "Frontdesk"

#: one folder that holds data, settings, cache and logs together: for the demo clinic, tests and portable set-ups
HOME_VARIABLE = "FRONTDESK_HOME"

#: the file that describes this location, where it is not in its usual place
SITE_VARIABLE = "FRONTDESK_SITE"

#: SQLite's write-ahead log needs the shared memory of one host (https://sqlite.org/wal.html): no database on these
NETWORK_KIND = re.compile(
    r"(fuse\.)?(9p|afp|afs|beegfs|ceph|cifs|coda|davfs|gfs|glusterfs|gpfs|gvfsd|lustre|ncpfs|nfs|ocfs|orangefs|rclone"
    r"|remote|s3fs|smb|sshfs|unc|webdav)"
)

#: folders that another program copies to a cloud while we write
SYNCED_FOLDERS = ("onedrive", "dropbox", "google drive", "googledrive", "cloudstorage", "mobile documents", "nextcloud")

_WINDOWS_REMOTE = 4
_MAC_MOUNT_LINE = " on "


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of the person who runs the program."""

    data: Path
    config: Path
    cache: Path
    log: Path

    @property
    def preferences(self) -> Path:
        """The file with this person's preferences."""
        return self.config / "preferences.toml"


def user_folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """The folders of the system login, none of them created yet.

    Raises Unavailable where the system knows no home folder for the login.
    """
    if home := environment.get(HOME_VARIABLE):
        root = Path(home).expanduser().absolute()
        return Folders(root / "data", root / "config", root / "cache", root / "log")
    dirs = PlatformDirs(NAME if sys.platform != "linux" else NAME.lower(), appauthor=False, roaming=False)
    try:
        return Folders(dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path, dirs.user_log_path)
    except RuntimeError as missing:  # platformdirs says so where neither HOME nor the password file names a home
        raise Unavailable(
            "This computer knows no home folder for you.",
            next_step="Set {variable} to a folder that only you can open, and start again.",
            variable=HOME_VARIABLE,
        ) from missing


def shared_data(system: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path:
    """The data folder for several system logins on one computer."""
    match system:
        case "win32":
            return Path(environment.get("PROGRAMDATA", r"C:\ProgramData")) / NAME
        case "darwin":
            return Path("/Library/Application Support") / NAME
        case _:
            return Path("/var/lib/frontdesk")


def site_file(system: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path:
    """The TOML file that IT writes for this location; it may be missing."""
    if named := environment.get(SITE_VARIABLE):
        return Path(named)
    if system in ("win32", "darwin"):
        return shared_data(system, environment) / "site.toml"
    return Path("/etc/frontdesk/site.toml")


def ensure_folder(folder: Path, *, private: bool = True) -> Path:
    """The folder, created where it is missing; `private` gives a new one to its owner alone.

    Raises Unavailable where it cannot be created or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700 if private else 0o777)
        writable = os.access(folder, os.W_OK | os.X_OK)
    except (OSError, ValueError):
        writable = False
    if not writable:
        raise Unavailable(
            "Frontdesk cannot write to the folder {folder}.",
            next_step="Ask IT to let this login write there, or to name another folder in the site file.",
            folder=str(folder),
        )
    return folder


def program_root() -> Path:
    """The folder that holds `resources` and `forms`: the source tree, or the unpacked bundle of the built program."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """A file of the program below `resources`."""
    return _inside(program_root() / "resources", parts)


def form(*parts: str) -> Path:
    """A layout file below `forms`."""
    return _inside(program_root() / "forms", parts)


def _inside(root: Path, parts: Iterable[str]) -> Path:
    """The path below a root. Raises ValueError for parts that lead out of it."""
    inner = PurePath(*parts)
    if inner.is_absolute() or ".." in inner.parts:
        raise ValueError("a path of the program leads out of its folder")
    return root / inner


def volume_kind(path: Path) -> str:
    """The kind of file system that a path is on (`ext4`, `nfs4`, `remote`…), or an empty string when unknown."""
    if str(path).startswith(("\\\\", "//")):
        return "unc"
    if sys.platform == "win32":
        drive = f"{path.absolute().drive}\\"
        return "remote" if ctypes.windll.kernel32.GetDriveTypeW(drive) == _WINDOWS_REMOTE else "local"
    real = str(path.expanduser().resolve())
    return longest_mount(real, _mac_mounts() if sys.platform == "darwin" else _linux_mounts())


def longest_mount(path: str, mounts: Iterable[tuple[str, str]]) -> str:
    """The kind of the mount (place, kind) that a path belongs to; the later of two at one place covers the earlier."""
    found, kind = "", ""
    for place, mounted in mounts:
        base = place.rstrip("/")
        if (path == base or path.startswith(f"{base}/")) and len(place) >= len(found):
            found, kind = place, mounted
    return kind


def _linux_mounts() -> list[tuple[str, str]]:
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    return parse_linux_mounts(lines)


def parse_linux_mounts(lines: Iterable[str]) -> list[tuple[str, str]]:
    """(place, kind) from the lines of /proc/self/mounts, where a space in a name is written as octal 040."""
    rows = [line.split(" ") for line in lines]
    return [(_unescape(row[1]), row[2]) for row in rows if len(row) > 2]


def _unescape(place: str) -> str:
    for code, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        place = place.replace(code, char)
    return place


def _mac_mounts() -> list[tuple[str, str]]:
    try:
        done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return parse_mac_mounts(done.stdout.splitlines())


def parse_mac_mounts(lines: Iterable[str]) -> list[tuple[str, str]]:
    """(place, kind) from lines like `//desk@server/share on /Volumes/share (smbfs, nodev)`."""
    found = []
    for line in lines:
        head, _, tail = line.rpartition(" (")
        if head and _MAC_MOUNT_LINE in head:
            found.append((head.split(_MAC_MOUNT_LINE, 1)[1], tail.rstrip(")").split(",")[0]))
    return found


def is_network_path(path: Path, kind_of: Callable[[Path], str] = volume_kind) -> bool:
    """Whether a path, which need not exist yet, lies on another computer's drive."""
    return NETWORK_KIND.match(kind_of(path).lower()) is not None


def is_synced_path(path: Path) -> bool:
    """Whether a path lies in a folder that a cloud program copies while files in it are open."""
    return any(part.lower().startswith(SYNCED_FOLDERS) for part in path.absolute().parts)


def require_local(path: Path, kind_of: Callable[[Path], str] = volume_kind) -> Path:
    """The path, if an embedded database is safe there. Raises Unavailable for network drives and synced folders."""
    if is_network_path(path, kind_of):
        raise Unavailable(
            "The folder {folder} is on a network drive. A clinic's database is not safe there.",
            next_step="Choose a folder on this computer, or use a database server for several computers.",
            folder=str(path.parent),
        )
    if is_synced_path(path):
        raise Unavailable(
            "The folder {folder} is copied to a cloud. A clinic's database is not safe there.",
            next_step="Choose a folder on this computer that is not synchronised.",
            folder=str(path.parent),
        )
    return path
