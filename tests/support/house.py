"""Reads the program's own source and finds what the house does not allow; `tests/test_house.py` asks."""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Calls whose text a person sees or hears. Names of Qt's own, so a call on anything else is rare enough to rename.
SETTERS = frozenset({
    "addAction", "addItem", "addMenu", "addRow", "addTab", "insertItem", "insertTab", "setAccessibleDescription",
    "setAccessibleName", "setDetailedText", "setHeaderLabels", "setInformativeText", "setItemText", "setLabelText",
    "setPlaceholderText", "setPrefix", "setStatusTip", "setSuffix", "setTabText", "setText", "setTitle", "setToolTip",
    "setWhatsThis", "setWindowTitle", "showMessage",
})  # fmt: skip
WIDGETS = frozenset({
    "QAction", "QCheckBox", "QDockWidget", "QGroupBox", "QLabel", "QMenu", "QMessageBox", "QPushButton", "QRadioButton",
    "QToolButton",
})  # fmt: skip
SCREENS = re.compile(r"app/(shell|kit)/|app/[a-z]+/(view|viewmodel)(\.py|/)")
# A sentence has two letters in a row outside its places; "–", "⌘K" or "%p" need no translator.
WORDS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Source:
    """One module of the program: its path from the root, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module


@cache
def sources() -> tuple[Source, ...]:
    """Return every module of `app`; revisions of the database are frozen history and left out."""
    found = sorted((ROOT / "app").rglob("*.py"))
    names = [path for path in found if "/migrations/versions/" not in path.as_posix()]
    return tuple(read(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in names)


def read(path: str, text: str) -> Source:
    """Return a module from its text."""
    return Source(path, text, ast.parse(text))


def functions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a module."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has, its docstring included, its decorators not."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def hidden_imports(source: Source) -> list[str]:
    """Return the places where a function imports."""
    inner = (node for function in functions(source) for node in ast.walk(function))
    return [f"{source.path}:{node.lineno}" for node in inner if isinstance(node, ast.Import | ast.ImportFrom)]


def commits(source: Source) -> list[str]:
    """Return the places where a transaction is committed."""
    return _places(source, re.compile(r"\.commit\("))


def silenced(source: Source) -> list[str]:
    """Return the places that switch off a rule which knows no exception: hidden import, banned module, docstring."""
    return _places(source, re.compile(r"noqa(?!:)|noqa:.*\b(PLC0415|TID251|D10[0-4]|S301)\b|type: ignore(?!\[)"))


def _places(source: Source, pattern: re.Pattern[str]) -> list[str]:
    rows = enumerate(source.text.splitlines(), start=1)
    return [f"{source.path}:{number} {row.strip()}" for number, row in rows if pattern.search(row)]


def bare_texts(source: Source) -> list[str]:
    """Return the places where a screen shows a literal that no translator will see."""
    if not SCREENS.match(source.path):
        return []
    calls = (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))
    shown = [(call, text) for call in calls if _name(call) in SETTERS | WIDGETS for text in _literals(call)]
    return [f"{source.path}:{call.lineno} {text!r}" for call, text in shown if WORDS.search(text)]


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _literals(call: ast.Call) -> Iterator[str]:
    for value in [*call.args, *[keyword.value for keyword in call.keywords if keyword.arg in {"text", "title"}]]:
        yield from _texts(value)


def _texts(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(
                part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            for element in elements:
                yield from _texts(element)
        case ast.IfExp(body=one, orelse=other):
            yield from (*_texts(one), *_texts(other))
        case ast.BinOp(left=one, right=other):
            yield from (*_texts(one), *_texts(other))


def broken_translations(source: Source) -> list[str]:
    """Return the texts that a translator could not follow: no literal, or places and values that differ.

    They are the calls of `tr` and of the errors that a person sees, which translate their text when it is shown.
    """
    calls = [node for node in ast.walk(source.tree) if isinstance(node, ast.Call)]
    marked = [call for call in calls if _name(call) == "tr" or (_name(call) in person_errors() and call.args)]
    return [f"{source.path}:{call.lineno}" for call in marked if not _translatable(call)]


@cache
def person_errors() -> frozenset[str]:
    """Return the names of the errors whose text reaches a person."""
    tree = ast.parse((ROOT / "app" / "core" / "errors.py").read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.ClassDef))


def _translatable(call: ast.Call) -> bool:
    own = set() if _name(call) == "tr" else {"field", "next_step"}
    texts = [*call.args, *[keyword.value for keyword in call.keywords if keyword.arg in own - {"field"}]]
    written = [text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)]
    if len(call.args) != 1 or len(written) != len(texts):
        return False
    values = {keyword.arg for keyword in call.keywords} - own
    if None in values:  # **values: known only when it runs
        return True
    try:
        return set().union(*map(_places_of, written)) == values
    except ValueError:  # a lone brace is a sign, as long as nothing is to be filled in
        return not values


def _places_of(text: str) -> set[str]:
    found = (place for _, place, _, _ in string.Formatter().parse(text) if place is not None)
    return {re.split(r"[.\[]", place)[0] for place in found}
