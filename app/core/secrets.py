"""The clinic's secrets in the system's own keyring, and never anywhere else.

Only the keyrings of Windows, macOS and the Secret Service are used. They are made here by name, so that neither the
environment nor a configuration file of the keyring library can put another one, or a plaintext file, in their place.
"""

import sys
import threading
from collections.abc import Callable
from hmac import compare_digest
from typing import Final, Literal, Protocol, TypeVar

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from app.core.errors import ClinicError, Unavailable

if sys.platform == "win32":
    from keyring.backends.Windows import WinVaultKeyring as SystemKeyring
elif sys.platform == "darwin":
    from keyring.backends.macOS import Keyring as SystemKeyring
else:
    from keyring.backends.SecretService import Keyring as SystemKeyring

T = TypeVar("T")
SecretName = Literal["clinic-key", "server-password"]

#: qualified names of the keyrings we trust; all others, `null`, `fail` and plaintext files among them, are refused
TRUSTED: Final = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
    }
)

#: seconds that one call may take: a locked keyring may wait for ever for a prompt that nobody sees
PATIENCE: Final = 10.0

#: characters; the Windows vault takes no more than 1,280, and a longer one must not work on one system alone
LONGEST_SECRET: Final = 1000


class SecretsUnavailable(Unavailable):
    """The keyring is missing, locked, not to be trusted, or does not answer; the recovery key opens the clinic."""

    def __init__(self, template: str) -> None:
        super().__init__(template, next_step="Type the recovery key to go on, and tell IT.")


class Vault(Protocol):
    """What we use of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """The stored secret, or None."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store a secret over an earlier one."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret; raises PasswordDeleteError where there is none."""
        ...


class SecretStore:
    """The secrets of one clinic in the keyring of one system login.

    Each system login has a keyring of its own, so each keeps its own copy of the clinic's key. Every call runs on
    another thread and raises SecretsUnavailable after `patience` seconds, or for whatever the keyring raises.
    """

    def __init__(
        self, clinic_id: str, vault: Vault, *, also_trusted: frozenset[str] = frozenset(), patience: float = PATIENCE
    ) -> None:
        if qualified_name(vault) not in TRUSTED | also_trusted:
            raise SecretsUnavailable("Frontdesk does not trust the keyring of this computer.")
        self._service, self._vault, self._patience = f"Frontdesk {clinic_id}", vault, patience

    def get(self, name: SecretName) -> str | None:
        """The secret, or None where this login keeps none."""
        return self._ask(lambda: self._vault.get_password(self._service, name))

    def set(self, name: SecretName, value: str) -> None:
        """Keep a secret and read it back. Raises SecretsUnavailable where what comes back is not what was stored."""
        if not 0 < len(value) <= LONGEST_SECRET:
            raise ClinicError("A secret must have 1 to {longest} characters.", longest=LONGEST_SECRET)
        self._ask(lambda: self._vault.set_password(self._service, name, value))
        if not compare_digest((self.get(name) or "").encode(), value.encode()):
            raise SecretsUnavailable("The keyring of this computer did not keep the clinic's key.")

    def delete(self, name: SecretName) -> None:
        """Forget a secret; nothing happens where there is none."""
        self._ask(lambda: self._forget(name))

    def _forget(self, name: SecretName) -> None:
        try:
            self._vault.delete_password(self._service, name)
        except PasswordDeleteError:
            # The same exception means "there was none" and "I could not": only a look tells them apart.
            if self._vault.get_password(self._service, name) is not None:
                raise

    def _ask(self, call: Callable[[], T]) -> T:
        return within(self._patience, call)


def within(seconds: float, call: Callable[[], T]) -> T:
    """The result of a keyring call made on another thread.

    A thread cannot be stopped: one that hangs is left behind as a daemon, which does not keep the program alive.
    """
    results: list[T] = []
    failures: list[BaseException] = []

    def work() -> None:
        try:
            results.append(call())
        except BaseException as failure:  # whatever a keyring raises means that it cannot be used
            failures.append(failure)

    worker = threading.Thread(target=work, name="keyring", daemon=True)
    worker.start()
    worker.join(seconds)
    if results:
        return results[0]
    if not failures:
        raise SecretsUnavailable("The keyring of this computer does not answer. It may be locked.")
    # `from None`: the keyring's own words may name what it was asked to keep.
    raise SecretsUnavailable("The keyring of this computer is missing or locked.") from None


def qualified_name(vault: object) -> str:
    """Module and class of a keyring, e.g. `keyring.backends.SecretService.Keyring`."""
    return f"{type(vault).__module__}.{type(vault).__qualname__}"


def system_vault() -> KeyringBackend:
    """The keyring of this system, with the properties that the environment may have put on it taken off again."""
    vault = SystemKeyring()  # type: ignore[no-untyped-call]
    for name in [name for name in vars(vault) if not name.startswith("__")]:
        delattr(vault, name)
    if sys.platform == "win32":
        vault.persist = "local machine"  # the default, "enterprise", roams to other computers
    return vault


def system_store(clinic_id: str) -> SecretStore:
    """The secrets of a clinic in this login's keyring. Raises SecretsUnavailable where the system has none at all."""
    try:
        vault = system_vault()
    except Exception:  # a library that is missing in a stripped system raises what it likes
        raise SecretsUnavailable("This computer has no keyring that Frontdesk can use.") from None
    return SecretStore(clinic_id, vault)
