"""The installer: built, put on a clean Debian, used, updated and taken away again."""

import filecmp
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.build.machine import PERSON, Machine, display, install_debian, lacking
from tests.support.house import ROOT

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(1800),
    pytest.mark.xdist_group("package"),
    pytest.mark.skipif(lacking() != "", reason=lacking()),
]

LOCATION = (
    '[clinic]\nname = "Sequoia Physical Therapy"\nlocation = "VIS"\nzone = "America/Los_Angeles"\ndesk = "Desk 1"\n'
)
NEXT_LOCATION = LOCATION + 'phone = "559-555-0100"\n'
EDITED = LOCATION.replace("Desk 1", "Desk by the door")
SETTINGS = "/etc/frontdesk/site.toml"
DATA = f"/home/{PERSON}/.local/share/frontdesk"
LARGEST_MB = 150
START_RATIO = 1.15
PASSWORDS = "the bell rings at seven\nnine chairs by the window\n"
#: names of libraries whose only licence is the GPL, and which slip in easily
GPL_ONLY = ("readline", "gdbm", "libmysql", "libQt6Charts", "libQt6Graphs", "libpoppler")


def build(folder: Path, version: str, location: str, *more: str) -> Path:
    """Make a package; the command prints where it is."""
    site = folder / f"site-{version}.toml"
    site.write_text(location, encoding="utf-8")
    script = str(ROOT / "build" / "package.py")
    words = [sys.executable, script, "--location", str(site), "--out", str(folder), "--version", version, *more]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return Path(done.stdout.strip().splitlines()[-1].removeprefix("The installer is "))


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The package of this version, and an update with other settings inside."""
    folder = tmp_path_factory.mktemp("packages")
    return build(folder, "0.1.0", LOCATION), build(folder, "0.1.1", NEXT_LOCATION, "--reuse-bundle")


@pytest.fixture(scope="module")
def bundle(packages: tuple[Path, Path]) -> Path:
    """The folder with the program, before it was packed."""
    return ROOT / "dist-work" / "bundle" / "frontdesk"


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A clean Debian that nothing was installed on."""
    root = tmp_path_factory.mktemp("machine") / "debian"
    yield install_debian(root)
    shutil.rmtree(root, ignore_errors=True)


def test_the_bundle_is_small_whole_and_free_of_the_gpl(bundle: Path) -> None:
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    print(f"bundle: {size / 1e6:.1f} MB ({size / 2**20:.1f} MiB) in {len(files)} files")
    assert size <= LARGEST_MB * 1e6
    assert [path for path in bundle.rglob("*") if path.is_symlink() and not path.exists()] == []
    assert [path.name for path in files for bad in GPL_ONLY if bad in path.name] == []
    notices = (bundle / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    wanted = ("PySide6_Essentials 6.", "psycopg 3.", "GNU LESSER GENERAL PUBLIC LICENSE", "sqlcipher3 0.", "Python\n")
    assert [part for part in wanted if part not in notices] == []


def test_the_same_source_packs_to_the_same_bytes(packages: tuple[Path, Path], tmp_path: Path) -> None:
    again = build(tmp_path, "0.1.0", LOCATION, "--reuse-bundle")
    assert filecmp.cmp(again, packages[0], shallow=False)


def test_the_program_starts_about_as_fast_as_its_source(bundle: Path, tmp_path: Path) -> None:
    source, built = [sys.executable, str(ROOT / "main.py")], [str(bundle / "frontdesk")]
    pairs = [(seconds_to_sign_in(source, tmp_path), seconds_to_sign_in(built, tmp_path)) for _ in range(11)][2:]
    ratio = statistics.median(packed / plain for plain, packed in pairs)
    plain, packed = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    print(f"start to painted sign-in: source {plain:.0f} ms, packed {packed:.0f} ms, ratio {ratio:.2f}")
    assert ratio <= START_RATIO


def seconds_to_sign_in(command: list[str], home: Path) -> float:
    """From the start of the process to the painted sign-in card, which it tells by itself."""
    told = {"FRONTDESK_BENCH": "sign_in", "FRONTDESK_HOME": str(home), "FRONTDESK_SITE": str(home / "none.toml")}
    env = {**os.environ, **told, "QT_QPA_PLATFORM": "offscreen"}
    began = time.perf_counter()
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("READY")
        return time.perf_counter() - began


def test_a_life_on_a_clean_machine(machine: Machine, packages: tuple[Path, Path], tmp_path: Path) -> None:
    first, update = packages
    machine.must("apt-get", "-q", "-y", "--no-install-recommends", "satisfy", needs(first))
    before = machine.files()

    put_on(machine, first)
    assert machine.inside(SETTINGS).read_text(encoding="utf-8") == LOCATION
    told = self_test(machine, tmp_path / "first")
    assert told["site file"] == f"{SETTINGS}: Sequoia Physical Therapy VIS America/Los_Angeles"
    assert told["recovery key"] == "asked for, and it opens; desk Desk 1"
    key = set_up(machine)

    machine.inside(SETTINGS).write_text(EDITED, encoding="utf-8")
    put_on(machine, update)
    assert machine.must("dpkg-query", "-W", "-f", "${Version}", "frontdesk") == "0.1.1"
    assert machine.inside(SETTINGS).read_text(encoding="utf-8") == EDITED
    assert machine.inside(f"{SETTINGS}.dpkg-dist").read_text(encoding="utf-8") == NEXT_LOCATION
    assert self_test(machine, tmp_path / "second")["recovery key"].endswith("desk Desk by the door")
    whole = frontdesk(machine, "verify", "--user", "sam", "--recovery-key-stdin", answers=f"{key}\n{PASSWORDS}")
    assert whole["whole"] is True

    machine.must("apt-get", "-q", "-y", "purge", "frontdesk")
    assert sorted(machine.files() - before) == []
    assert before - machine.files() <= {"opt"}  # dpkg takes an empty folder along
    kept = {path.name for path in machine.inside(DATA).iterdir()}
    assert {"clinic.db", "clinic.recovery", "backups"} <= kept


def needs(package: Path) -> str:
    """What a package says it needs."""
    told = subprocess.run(["dpkg-deb", "-f", str(package), "Depends"], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def put_on(machine: Machine, package: Path) -> None:
    """Install a package as a fleet's tool does: nobody is asked, and edited settings stay."""
    shutil.copyfile(package, machine.inside("/srv") / package.name)
    began = time.monotonic()
    keep = ["-o", "Dpkg::Options::=--force-confdef", "-o", "Dpkg::Options::=--force-confold"]
    machine.must("apt-get", "-q", "-y", "--no-install-recommends", *keep, "install", f"/srv/{package.name}")
    print(f"{package.name}: {package.stat().st_size / 1e6:.1f} MB, installed in {time.monotonic() - began:.1f} s")
    machine.inside(f"/srv/{package.name}").unlink()
    machine.must("frontdesk", "--version")  # by root, who could leave something behind in the program's folder


def self_test(machine: Machine, keep: Path) -> dict[str, str]:
    """Let the installed program test itself as an ordinary person before a display; what each check told."""
    folder = f"/home/{PERSON}/self-test"
    with display() as name:
        env = {"DISPLAY": name, "FRONTDESK_SELFTEST": folder}
        done = machine.run("frontdesk", person=PERSON, env=env)
    assert done.stdout, done.stderr[-4000:]
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, answer["failed"], answer["packed"]) == (0, {}, True), done.stderr[-4000:]
    shutil.move(machine.inside(folder), keep)
    assert (keep / "end-of-day.pdf").read_bytes().startswith(b"%PDF-")
    assert (keep / "window.png").stat().st_size > 20_000
    print(f"self-test: {answer['told']['demo day']}; pictures in {keep}")
    told: dict[str, str] = answer["told"]
    return told


def set_up(machine: Machine) -> str:
    """A real clinic of the ordinary person, with a backup; returns its recovery key."""
    people = ["--administrator", "sam:Sam Ortega", "--director", "dana:Dana Marsh"]
    made = frontdesk(machine, "init", *people, answers=PASSWORDS)
    assert made["keyring"] is False
    key = str(made["recovery_key"])
    frontdesk(machine, "backup", "--user", "sam", "--recovery-key-stdin", answers=f"{key}\n{PASSWORDS}")
    looked = frontdesk(machine, "doctor", "--recovery-key-stdin", answers=f"{key}\n")
    assert [one for one in looked["checks"] if one["health"] == "bad"] == []
    return key


def frontdesk(machine: Machine, *words: str, answers: str) -> dict[str, Any]:
    """A command of the installed program, as an ordinary person without a keyring; its JSON answer."""
    told = machine.must("frontdesk", *words, "--json", "--password-stdin", person=PERSON, answers=answers)
    answer: dict[str, Any] = json.loads(told)
    return answer
