"""Secrets: a real keyring on a bus of its own, and keyrings that are missing, locked, lying or silent."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError

from app.core.errors import ClinicError
from app.core.secrets import LONGEST_SECRET, SecretStore, SecretsUnavailable, Vault, qualified_name, system_vault

KEY = "ab" * 32
NULL: Vault = null.Keyring()  # type: ignore[no-untyped-call]
FAIL: Vault = fail.Keyring()  # type: ignore[no-untyped-call]


class Memory:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("none")


class Locked(Memory):
    """A keyring whose words repeat the secret."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(KEY)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(password)


class Stubborn(Memory):
    """A keyring that will not forget."""

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError("no")


class Garbling(Memory):
    """A keyring that keeps half of what it is given."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:20])


class Hanging(Memory):
    """A keyring that waits for a prompt nobody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.prompt = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.prompt.wait()
        return None


def store(vault: Vault, clinic: str = "clinic-1", patience: float = 10) -> SecretStore:
    return SecretStore(clinic, vault, also_trusted=frozenset({qualified_name(vault)}), patience=patience)


def test_a_secret_is_kept_replaced_and_forgotten() -> None:
    kept = store(Memory())
    assert kept.get("clinic-key") is None
    kept.set("clinic-key", KEY)
    kept.set("clinic-key", KEY[::-1])
    kept.set("server-password", "pässword")
    assert (kept.get("clinic-key"), kept.get("server-password")) == (KEY[::-1], "pässword")
    kept.delete("clinic-key")
    kept.delete("clinic-key")
    assert (kept.get("clinic-key"), kept.get("server-password")) == (None, "pässword")


def test_two_clinics_in_one_keyring_do_not_meet() -> None:
    vault = Memory()
    store(vault, "one").set("clinic-key", KEY)
    assert store(vault, "two").get("clinic-key") is None


@pytest.mark.parametrize("vault", [NULL, FAIL, Memory()], ids=qualified_name)
def test_only_the_systems_own_keyrings_are_trusted(vault: Vault) -> None:
    with pytest.raises(SecretsUnavailable, match="does not trust"):
        SecretStore("clinic", vault)


@pytest.mark.parametrize(
    ("vault", "sentence"),
    [
        (NULL, "did not keep"),
        (Garbling(), "did not keep"),
        (FAIL, "missing or locked"),
        (Locked(), "missing or locked"),
    ],
    ids=lambda value: value if isinstance(value, str) else qualified_name(value),
)
def test_a_keyring_that_keeps_nothing_is_told_with_the_way_out(vault: Vault, sentence: str) -> None:
    with pytest.raises(SecretsUnavailable, match=sentence) as caught:
        store(vault).set("clinic-key", KEY)
    assert "recovery key" in caught.value.advice
    assert KEY not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_keyring_that_does_not_forget_is_told() -> None:
    kept = store(Stubborn())
    kept.delete("clinic-key")
    kept.set("clinic-key", KEY)
    with pytest.raises(SecretsUnavailable):
        kept.delete("clinic-key")


def test_a_silent_keyring_is_given_up() -> None:
    vault = Hanging()
    with pytest.raises(SecretsUnavailable, match="does not answer"):
        store(vault, patience=0.05).get("clinic-key")
    vault.prompt.set()


@pytest.mark.parametrize("value", ["", "x" * (LONGEST_SECRET + 1)])
def test_a_secret_has_a_length_that_every_system_takes(value: str) -> None:
    vault = Memory()
    with pytest.raises(ClinicError, match="characters"):
        store(vault).set("server-password", value)
    assert vault.kept == {}


def test_missing_keyring_errors_are_one_kind_of_answer() -> None:
    class Missing(Memory):
        def get_password(self, service: str, username: str) -> str | None:
            raise NoKeyringError

    with pytest.raises(SecretsUnavailable):
        store(Missing()).get("clinic-key")


def test_properties_from_the_environment_are_taken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/collection/session")
    monkeypatch.setenv("KEYRING_PROPERTY_GET_PASSWORD", "x")
    assert vars(system_vault()) == {}


# --- the real one -----------------------------------------------------------------------------------------------------

TOOLS = ("dbus-run-session", "gnome-keyring-daemon")
real = pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, TOOLS)),
    reason="the real keyring test needs dbus-run-session and gnome-keyring-daemon",
)

CODE = """
import sys
import tempfile
from app.core.secrets import SecretsUnavailable, system_store
try:
    store = system_store("clinic-1")
    for word in sys.argv[1:]:
        match word:
            case "set": store.set("clinic-key", "KEY")
            case "delete": store.delete("clinic-key")
            case "get": print("got", store.get("clinic-key"))
except SecretsUnavailable as problem:
    print("unavailable:", problem)
""".replace("KEY", KEY)


@pytest.fixture
def login(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a system login with an empty home and no session bus."""
    root = Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory(
        prefix="run-"
    ) as run:  # the path of a socket has 107 signs at most: not below tmp_path
        yield {
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": run,
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(root),
            "LC_ALL": "C.UTF-8",
        }


def ask(login: dict[str, str], *words: str, unlock: str | None = "pw", bus: bool = True, **extra: str) -> str:
    """What the program says on a private bus whose keyring is unlocked with a password, or stays locked."""
    python = [sys.executable, "-c", CODE, *words]
    if bus:
        opened = f"printf '%s\\n' '{unlock}' | gnome-keyring-daemon --unlock --components=secrets" if unlock else ":"
        script = f'{opened} >/dev/null 2>&1; exec "$@"'
        python = ["dbus-run-session", "--", "bash", "-c", script, "ask", *python]
    done = subprocess.run(python, env={**login, **extra}, capture_output=True, text=True, timeout=60, check=False)
    return done.stdout.strip() or done.stderr


@real
def test_a_real_keyring_keeps_the_key_over_sessions(login: dict[str, str]) -> None:
    assert ask(login, "set", "get") == f"got {KEY}"
    assert ask(login, "get", "delete", "delete", "get") == f"got {KEY}\ngot None"


@real
def test_a_real_keyring_is_used_whatever_the_environment_says(login: dict[str, str], tmp_path: Path) -> None:
    evil = tmp_path / "evil"
    evil.mkdir()
    (evil / "evil.py").write_text(
        "from keyring.backends.null import Keyring as K\nprint('loaded')\nclass Keyring(K):\n    priority = 99\n"
    )
    config = tmp_path / ".config" / "python_keyring"
    config.mkdir(parents=True)
    (config / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring=evil.Keyring\nkeyring-path={evil}\n")
    assert ask(login, "set", "get", PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring") == f"got {KEY}"


@real
def test_a_locked_keyring_is_told(login: dict[str, str]) -> None:
    ask(login, "set")
    assert ask(login, "get", unlock="another").startswith("unavailable:")
    assert ask(login, "set", unlock=None).startswith("unavailable:")


@real
def test_a_computer_without_a_bus_is_told_and_no_file_is_written(login: dict[str, str], tmp_path: Path) -> None:
    said = ask(login, "set", bus=False)
    assert said.startswith("unavailable:")
    assert "recovery key" in said
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
