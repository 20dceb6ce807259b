"""A clean Debian in a folder, a display beside it, and the commands that run inside."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NEEDED = ("debootstrap", "Xvfb", "dpkg-deb", "objdump", "unshare", "chroot")
SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - where every X server has its sockets
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
PERSON = "desk"
#: what apt, dpkg and the clock keep for themselves, whatever is installed
CHURNING = (
    "var/cache/",
    "var/lib/apt/",
    "var/lib/dpkg/",
    "var/log/",
    "etc/ld.so.cache",
    "home/",
    "proc/",
    "tmp/",
    "dev/",
)


def lacking() -> str:
    """Why no clean machine can be made here; empty where it can."""
    if os.geteuid() != 0:
        return "a clean Debian is made by root only"
    missing = [name for name in NEEDED if shutil.which(name) is None]
    return f"this machine lacks {', '.join(missing)}" if missing else ""


def sources() -> tuple[str, str]:
    """The mirror and the name of this machine's own Debian, as its apt knows them; empty where it is none."""
    release = dict(
        line.split("=", 1) for line in Path("/etc/os-release").read_text(encoding="utf-8").splitlines() if "=" in line
    )
    name = release.get("VERSION_CODENAME", "").strip('"')
    told = ["apt-get", "indextargets", "--format", "$(SITE) $(RELEASE) $(COMPONENT)", "Identifier: Packages"]
    rows = subprocess.run(told, capture_output=True, text=True, check=False).stdout.splitlines()
    found = next((row.split()[0] for row in rows if row.split()[1:] == [name, "main"]), "")
    return found, name


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder with a Debian in it. Mounts live in a namespace of each command and go with it."""

    root: Path

    def run(
        self, *words: str, person: str = "root", env: Mapping[str, str] | None = None, answers: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run a command inside, with an environment of its own and `answers` as its input; both outputs are kept."""
        home = "/root" if person == "root" else f"/home/{person}"
        told = {"HOME": home, "PATH": PATH, "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive", **(env or {})}
        mounts = 'mount -t proc proc "$0/proc" && mkdir -p "$0/tmp/.X11-unix" && mount --bind "$1" "$0/tmp/.X11-unix"'
        script = f'{mounts} && shift && exec chroot --userspec="{person}:{person}" "$0" "$@"'
        inside = ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, str(self.root), str(SOCKETS)]
        return subprocess.run([*inside, *words], input=answers, env=told, capture_output=True, text=True, check=False)

    def must(self, *words: str, person: str = "root", answers: str = "") -> str:
        """The output of a command that has to succeed."""
        done = self.run(*words, person=person, answers=answers)
        assert done.returncode == 0, f"{words}: {done.stdout[-2000:]}{done.stderr[-4000:]}"
        return done.stdout

    def inside(self, place: str) -> Path:
        """A place of the machine, seen from outside."""
        return self.root / place.lstrip("/")

    def files(self) -> set[str]:
        """Every path of the machine, without what its package tools keep and without people's homes."""
        found: set[str] = set()
        for folder, folders, names in os.walk(self.root):
            base = str(Path(folder).relative_to(self.root)).removeprefix(".")
            found |= {f"{base}/{name}".lstrip("/") for name in (*folders, *names)}
        return {name for name in found if not name.startswith(CHURNING)}


def install_debian(root: Path) -> Machine:
    """A minimal Debian of this machine's own release, with one ordinary login."""
    mirror, name = sources()
    command = ["debootstrap", "--variant=minbase", name, str(root), mirror]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    for file in ("etc/resolv.conf", "etc/hosts"):
        shutil.copyfile(f"/{file}", root / file)
    SOCKETS.mkdir(mode=0o1777, exist_ok=True)
    machine = Machine(root)
    machine.must("useradd", "--create-home", PERSON)
    machine.must("apt-get", "-q", "update")
    return machine


@contextmanager
def display() -> Iterator[str]:
    """A display without a screen; its name."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-ac", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as told:
            number = told.readline().strip()
        assert number, "Xvfb does not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
