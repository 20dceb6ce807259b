"""A terminal without a process: words and typed lines go in, exit code and printed text come out."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.cli.commands import run
from app.core import keys
from app.core.secrets import SecretStore, SecretsUnavailable, qualified_name

ADMIN, DIRECTOR, DESK = "correct horse battery 9", "velvet tractor orbit 4", "granite lemon window 7"


class DrawerVault:
    """A keyring of the system, in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@dataclass(slots=True)
class Answer:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(slots=True)
class Terminal:
    """Runs commands in a home of its own."""

    home: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    recovery_key: str = ""
    vault: DrawerVault | None = field(default_factory=DrawerVault)

    def __call__(self, *words: str, lines: tuple[str, ...] = ()) -> Answer:
        """Run one command; `lines` are what its input holds."""
        self.monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        self.capsys.readouterr()
        code = run(list(words))
        seen = self.capsys.readouterr()
        return Answer(code, seen.out, seen.err)

    def as_user(self, name: str, password: str, *words: str, lines: tuple[str, ...] = ()) -> Answer:
        """Run a command that somebody signs in for."""
        return self(*words, "--user", name, "--password-stdin", lines=(password, *lines))

    def move(self, home: Path) -> None:
        """Sit down at another computer."""
        self.home = home
        self.monkeypatch.setenv("FRONTDESK_HOME", str(home))
        self.monkeypatch.setenv("FRONTDESK_SITE", str(home / "site.toml"))

    def init(self, *more: str) -> Answer:
        """Set a clinic up with an administrator and a director."""
        people = ("--administrator", "sam:Sam Ortega", "--director", "dana:Dana Marsh")
        where = ("--clinic", "Sequoia", "--location", "Visalia", "--code", "VIS", "--zone", "America/Los_Angeles")
        done = self("init", *people, *where, "--json", "--password-stdin", *more, lines=(ADMIN, DIRECTOR))
        self.recovery_key = done.json.get("recovery_key", "")
        return done


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal at a computer with a keyring; without one where `vault` is None."""
    made = Terminal(tmp_path / "home", monkeypatch, capsys)
    made.move(made.home)
    monkeypatch.setattr(keys, "system_store", _store_of(made))
    return made


def _store_of(terminal: Terminal) -> Callable[[str], SecretStore]:
    def store(clinic_id: str) -> SecretStore:
        if terminal.vault is None:
            raise SecretsUnavailable("This computer has no keyring that Frontdesk can use.")
        return SecretStore(clinic_id, terminal.vault, also_trusted=frozenset({qualified_name(terminal.vault)}))

    return store


@pytest.fixture
def clinic_here(terminal: Terminal) -> Terminal:
    """A terminal at a computer with a clinic on it."""
    assert terminal.init().code == 0
    return terminal
