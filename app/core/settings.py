"""Settings, declared once: what each is, its usual value and its help; a site file below a person's preferences.

Whatever a file holds, the program starts: a value that does not fit is left out and said in a plain sentence.
"""

import json
import os
import re
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.core.errors import ClinicError
from app.core.paths import ensure_folder
from app.core.text import tr

T = TypeVar("T")
Fits = Callable[[Any], bool]

#: bytes; a settings file is a page or two, anything longer is not one
LARGEST_FILE: Final = 256 * 1024
_LARGEST_WHOLE: Final = 1_000_000

_SECRET_NAME = re.compile(r"(pass(word|wd|phrase)?|pwd|secret|token|credential|([._-]|^)key)$", re.IGNORECASE)
_URL_PASSWORD = re.compile(r"^([a-z][a-z0-9+]*://[^:@/?]*):.*@", re.IGNORECASE | re.DOTALL)
_QUERY_PASSWORD = re.compile(r"(?<=[?&])(?:ssl)?password=[^&]*&?", re.IGNORECASE)


def setting(key: str, usual: T, about: str, fits: Fits, *, personal: bool = False) -> T:
    """Declare one setting: its `table.name` in TOML, usual value, help, and which values fit."""
    return field(default=usual, metadata={"key": key, "about": about, "fits": fits, "personal": personal})


def _one_of(*values: str) -> Fits:
    return lambda value: value in values


def _between(low: float, high: float) -> Fits:
    return lambda value: low <= value <= high


def _line(limit: int = 200) -> Fits:
    """Printable text on one line, at most `limit` characters."""
    return lambda value: len(value) <= limit and value.isprintable()


def _pattern(expression: str) -> Fits:
    return lambda value: re.fullmatch(expression, value, re.ASCII) is not None


def _hours(value: tuple[object, ...]) -> bool:
    return len(value) <= 24 and all(type(hour) is int and 0 <= hour <= 23 for hour in value)


def _zone(value: str) -> bool:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _moment(value: str) -> bool:
    """Empty, or a wall time as `2026-11-23T10:40`."""
    try:
        return not value or datetime.fromisoformat(value).tzinfo is None
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting of the program. The site file gives all of them, a person's preferences the personal ones."""

    clinic_name: str = setting("clinic.name", "", "The clinic's name on screens and paper.", _line())
    clinic_address: str = setting("clinic.address", "", "One line with the address, printed on paper.", _line())
    clinic_phone: str = setting("clinic.phone", "", "The clinic's phone number, printed on paper.", _line(40))
    clinic_logo: str = setting("clinic.logo", "", "A PNG file with the logo for paper.", _line(1000))
    location: str = setting("clinic.location", "", "The code of this location.", _pattern(r"[A-Za-z0-9_-]{0,20}"))
    zone: str = setting("clinic.zone", "America/New_York", "The IANA time zone of this location.", _zone)
    desk: str = setting("clinic.desk", "", "The name of this desk in the journal; empty: the computer's.", _line(60))

    database: str = setting(
        "database.url", "", "A file, or postgresql://user@host/name. Empty: a file in the data folder.", _line(2000)
    )
    database_tls: str = setting(
        "database.tls",
        "verify-full",
        "How the server proves who it is; local: the server runs on this very computer.",
        _one_of("verify-full", "verify-ca", "local"),
    )
    database_authority: str = setting(
        "database.authority", "", "A PEM file with the authority that signed the server's certificate.", _line(1000)
    )
    data_folder: str = setting(
        "database.folder",
        "",
        "The data folder for all logins of this computer. Empty: each login its own.",
        _line(1000),
    )

    document_printer: str = setting("printers.documents", "", "The printer for letters and reports.", _line())
    receipt_printer: str = setting("printers.receipts", "", "The printer for receipts.", _line())
    label_printer: str = setting("printers.labels", "", "The printer for labels.", _line())

    backup_folder: str = setting(
        "backup.folder", "", "Where backups go, best another disk. Empty: beside the data.", _line(1000)
    )
    backup_hours: tuple[int, ...] = setting(
        "backup.hours", (12, 19), "The hours of the day (0 to 23) at which a backup is made.", _hours
    )

    idle_lock_minutes: int = setting("desk.idle_lock_minutes", 5, "Lock after so many minutes unused.", _between(1, 60))
    waiting_notice_minutes: int = setting(
        "desk.waiting_notice_minutes", 10, "A visit waiting so long is marked.", _between(1, 240)
    )
    waiting_alarm_minutes: int = setting(
        "desk.waiting_alarm_minutes", 15, "A visit waiting so long raises the alarm.", _between(1, 240)
    )

    sure_percent: float = setting(
        "duplicates.sure_percent",
        99.8,
        "From this chance, in per cent, two records are almost surely one person's. Lower finds more of them, and some wrong.",
        _between(90, 99.9999),
    )
    possible_percent: float = setting(
        "duplicates.possible_percent",
        50.0,
        "From this chance, in per cent, two records stand in the worklist of possible doubles. Lower makes it longer.",
        _between(1, 99),
    )

    demo: bool = setting("demo.enabled", False, "Show the demo clinic; its data is thrown away.", lambda value: True)
    demo_clock: str = setting("demo.clock", "", "The wall time at which the demo begins.", _moment)
    demo_user: str = setting("demo.user", "", "The sign-in name that stands ready in the demo.", _line(60))
    demo_key_file: str = setting("demo.key_file", "", "The file with the demo's throw-away key.", _line(1000))

    theme: str = setting(
        "look.theme", "system", "Colours.", _one_of("system", "light", "dark", "contrast"), personal=True
    )
    text_scale: int = setting("look.text_scale", 100, "Size of text in per cent.", _between(80, 200), personal=True)
    language: str = setting(
        "look.language", "", "en or es; empty: the computer's.", _one_of("", "en", "es"), personal=True
    )
    density: str = setting("look.density", "compact", "Height of rows.", _one_of("compact", "roomy"), personal=True)
    window_geometry: str = setting(
        "window.geometry", "", "Where the window stood.", _pattern(r"[A-Za-z0-9+/=]{0,4000}"), personal=True
    )
    window_state: str = setting(
        "window.state", "", "How the window's panes stood.", _pattern(r"[A-Za-z0-9+/=]{0,4000}"), personal=True
    )


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings in force and, in plain sentences, what could not be used.

    `database_known` is False where a site file exists but does not say for sure which database it means: then no
    database may be created, because a clinic may have been configured there.
    """

    settings: Settings
    problems: tuple[ClinicError, ...]
    database_known: bool


@dataclass(frozen=True, slots=True)
class _File:
    """What one file gave: values that fit by attribute name, and sentences on the rest."""

    values: dict[str, Any]
    problems: list[ClinicError]


def load_settings(site: Path, preferences: Path) -> Loaded:
    """Read the site file and a person's preferences above it; either may be missing or broken."""
    told = read_file(site, personal_only=False)
    own = read_file(preferences, personal_only=True)
    if own.problems:
        keep_bad_copy(preferences)
    lost = [problem for problem in told.problems if (problem.field or "database").startswith("database")]
    settings = replace(Settings(), **{**told.values, **own.values})
    return Loaded(settings, (*told.problems, *own.problems), not lost)


def read_file(path: Path, *, personal_only: bool) -> _File:
    """The usable values of one TOML file; `problem.field` is the setting's key, or None for the whole file."""
    result = _File({}, [])
    known = {item.metadata["key"]: item for item in fields(Settings)}
    for key, value in _entries(path, result.problems):
        item = known.get(key)
        if item is None:
            result.problems.append(_unknown(key, path))
        elif personal_only and not item.metadata["personal"]:
            result.problems.append(_not_personal(key, path))
        else:
            _take(item, value, path, result)
    return result


def _entries(path: Path, problems: list[ClinicError]) -> Iterator[tuple[str, object]]:
    """(`table.name`, value) of a file, tables of tables under their full name."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return
    except (OSError, ValueError):
        problems.append(_unreadable(path))
        return
    try:
        tables = tomllib.loads(_decode(data))
        yield from list(_flat(tables, ""))
    except (ValueError, RecursionError, OverflowError):
        problems.append(_unreadable(path))


def _decode(data: bytes) -> str:
    """The text of a file, also as Windows editors save it. Raises ValueError for what is not text or too long."""
    if len(data) > LARGEST_FILE:
        raise ValueError("too long")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if wide else "utf-8-sig")


def _flat(table: Mapping[str, object], before: str) -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _take(item: Field[Any], value: object, path: Path, result: _File) -> None:
    """Put one value among the usable ones, or a sentence among the problems."""
    key = item.metadata["key"]
    fitting = tuple(value) if isinstance(value, list) else value
    if type(item.default) is float and type(fitting) is int and abs(fitting) < _LARGEST_WHOLE:
        fitting = float(fitting)  # people write 50 for 50.0
    if key == "database.url" and isinstance(fitting, str) and (bare := without_password(fitting)) != fitting:
        result.problems.append(_secret("database.password", path))
        fitting = bare
    if _fits(item, fitting):
        result.values[item.name] = fitting
    else:
        result.problems.append(
            ClinicError(
                "The setting {key} in {file} has a value that does not fit. Frontdesk uses its usual value.",
                next_step="Ask IT to correct the file.",
                field=key,
                key=key,
                file=path.name,
            )
        )


def _fits(item: Field[Any], value: object) -> bool:
    """Whether a value has the setting's type (true is no number) and is one it may have."""
    if type(value) is not type(item.default):
        return False
    try:
        return bool(item.metadata["fits"](value)) and (not isinstance(value, str) or value.encode() is not None)
    except (ValueError, OverflowError):
        return False


def without_password(url: str) -> str:
    """A database address without any password in it."""
    return _QUERY_PASSWORD.sub("", _URL_PASSWORD.sub(r"\1@", url)).rstrip("?&")


def _unreadable(path: Path) -> ClinicError:
    return ClinicError(
        "Frontdesk cannot read the settings in {file}. It uses its usual settings.",
        next_step="Ask IT to correct the file.",
        file=str(path),
    )


def _unknown(key: str, path: Path) -> ClinicError:
    if _SECRET_NAME.search(key):
        return _secret(key, path)
    return ClinicError(
        "Frontdesk knows no setting {key}, named in {file}.", field=key[:80], key=key[:80], file=path.name
    )


def _not_personal(key: str, path: Path) -> ClinicError:
    return ClinicError(
        "The setting {key} in {file} belongs in the site file. Frontdesk leaves it out.",
        field=key,
        key=key,
        file=path.name,
    )


def _secret(key: str, path: Path) -> ClinicError:
    return ClinicError(
        "The file {file} holds a password or key ({key}). Frontdesk does not use it.",
        next_step="Remove it from the file and change it: others may have read it. Secrets belong in the keyring.",
        field=key[:80],
        key=key[:80],
        file=path.name,
    )


def keep_bad_copy(path: Path) -> Path | None:
    """Keep a broken file beside itself before it is written over; None where even that is not possible.

    The name carries the file's own time, so that starting again makes no second copy.
    """
    try:
        stamp = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y%m%d-%H%M%S")
        copy = path.with_name(f"{path.name}.bad-{stamp}")
        if not copy.exists():
            shutil.copyfile(path, copy)
            copy.chmod(0o600)
    except (OSError, ValueError, OverflowError):
        return None
    return copy


def save_preferences(path: Path, changes: Mapping[str, object]) -> None:
    """Write a person's changed preferences (by attribute name) at once or not at all; others stay as they are.

    Raises KeyError for what is not a personal setting, ValueError for a value that does not fit, Unavailable where
    the folder cannot be written to.
    """
    personal = {item.name: item for item in fields(Settings) if item.metadata["personal"]}
    for name, value in changes.items():
        if not _fits(personal[name], value):
            raise ValueError(f"the preference {name} does not fit")
    current = read_file(path, personal_only=True)
    if current.problems:
        keep_bad_copy(path)
    values = {**current.values, **changes}
    _write(path, "".join(_tables({personal[name].metadata["key"]: value for name, value in values.items()})))


def _write(path: Path, text: str) -> None:
    ensure_folder(path.parent)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _tables(values: Mapping[str, object]) -> Iterator[str]:
    """TOML lines of `table.name` keys, table by table."""
    table = ""
    for key in sorted(values):
        head, _, name = key.rpartition(".")
        if head != table:
            yield f"\n[{head}]\n" if table else f"[{head}]\n"
            table = head
        yield f"{name} = {_toml(values[key])}\n"


def _toml(value: object) -> str:
    """A value as TOML; JSON's strings are TOML's, but for DEL."""
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(part) for part in value)}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def site_text(values: Mapping[str, object]) -> str:
    """A site file with these settings (by attribute name). Raises KeyError or ValueError for others."""
    known = {item.name: item for item in fields(Settings)}
    for name, value in values.items():
        if not _fits(known[name], value):
            raise ValueError(f"the setting {name} does not fit")
    return "".join(_tables({known[name].metadata["key"]: value for name, value in values.items()}))


def site_template() -> str:
    """A site file with every setting at its usual value, each under its help, as comments to be uncommented."""
    text, table = tr("# Frontdesk: settings of this location. No passwords or keys belong here.") + "\n", ""
    for item in fields(Settings):
        head, _, name = item.metadata["key"].rpartition(".")
        if head == "window":
            continue
        text += f"\n[{head}]\n" if head != table else ""
        table = head
        text += f"# {item.metadata['about']}\n#{name} = {_toml(item.default)}\n"
    return text
