"""Spanish through Qt Linguist: gather every sentence, keep what is translated, compile.

Use: .venv/bin/python build/i18n.py update     add new sentences to resources/i18n/es.ts, drop those that are gone, compile
     .venv/bin/python build/i18n.py check      say what is unfinished, gone, or lost a {place}; exit 1 if anything is
     .venv/bin/python build/i18n.py fill FILE  take translations from a JSON object {English: Spanish}, then update
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "i18n" / "es.ts"
CONTEXT = "frontdesk"
#: callables whose first argument is a sentence; so is that of every error below ROOT_ERROR
MARKERS = {"tr", "mark"}
ROOT_ERROR = "ClinicError"
#: keyword arguments that hold a sentence, wherever they stand
KEYWORDS = {"next_step", "says"}
PLACE = re.compile(r"\{(\w*)[^}]*\}")


def sentences() -> dict[str, str]:
    """Every sentence of the program with the file it was first found in."""
    found: dict[str, str] = {}
    modules = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "app").rglob("*.py"))}
    errors = errors_of(modules.values())
    for path, tree in modules.items():
        for text in of_python(tree, errors):
            found.setdefault(text, path.relative_to(ROOT).as_posix())
    for path in sorted((ROOT / "forms").rglob("*.ui")):
        for text in of_form(path):
            found.setdefault(text, path.relative_to(ROOT).as_posix())
    return found


def errors_of(trees: Iterable[ast.Module]) -> set[str]:
    """The names of ROOT_ERROR and of every class below it, in whatever room it was made."""
    bases = {
        node.name: {named(base) for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    family = {ROOT_ERROR}
    while more := {name for name, above in bases.items() if above & family} - family:
        family |= more
    return family


def named(node: ast.expr) -> str:
    """The last name of `a`, `a.b` or `a.b()`."""
    if isinstance(node, ast.Call):
        return named(node.func)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def of_python(tree: ast.Module, errors: set[str]) -> Iterator[str]:
    """Literals in `tr`, `mark`, errors and their own classes, and the sentences of errors and actions."""
    own = [
        call
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name in errors
        for call in supers(node)
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            first = named(node) in MARKERS | errors or node in own
            wanted = [node.args[0]] if first and node.args else []
            wanted += [keyword.value for keyword in node.keywords if keyword.arg in KEYWORDS]
            for argument in wanted:
                yield from literals(argument)


def supers(error: ast.ClassDef) -> list[ast.Call]:
    """The calls with which an error of a room makes itself: `super().__init__("…")`."""
    calls = (node for node in ast.walk(error) if isinstance(node, ast.Call))
    return [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "__init__"]


def early(tree: ast.Module) -> Iterator[int]:
    """Lines on which `tr` runs while the module is imported: too early, the language is chosen when a person signs in."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and named(node) == "tr":
            yield node.lineno
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            # what stands inside runs later; decorators and default values run now
            waiting += [*node.args.defaults, *(value for value in node.args.kw_defaults if value)]
            waiting += getattr(node, "decorator_list", [])
        else:
            waiting += ast.iter_child_nodes(node)


def literals(node: ast.expr) -> Iterator[str]:
    """A literal, or both arms of a choice between literals."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def of_form(path: Path) -> Iterator[str]:
    """Texts of a form that a person sees."""
    for string in ET.parse(path).iter("string"):  # noqa: S314 - our own files
        if string.text and string.text.strip() and string.get("notr") != "true":
            yield string.text


def read() -> dict[str, str]:
    """English to Spanish, finished ones only."""
    if not TS.exists():
        return {}
    pairs = {}
    for message in ET.parse(TS).iter("message"):  # noqa: S314 - our own file
        source, translation = message.find("source"), message.find("translation")
        if source is not None and translation is not None and translation.text and translation.get("type") is None:
            pairs[source.text or ""] = translation.text
    return pairs


def write(found: dict[str, str], known: dict[str, str]) -> None:
    """The Linguist file, sorted, new sentences marked unfinished; and the compiled one beside it."""
    root = ET.Element("TS", version="2.1", language="es_US", sourcelanguage="en_US")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in sorted(found):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=f"../../{found[text]}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if text in known:
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, " ")
    TS.parent.mkdir(parents=True, exist_ok=True)
    TS.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(root, encoding="unicode") + "\n",
        encoding="utf-8",
    )
    compile_to(TS.with_suffix(".qm"))


def compile_to(target: Path) -> None:
    """Run Qt's compiler on the Linguist file."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", TS, "-qm", target], check=True)


def problems() -> list[str]:
    """What keeps the Spanish from being finished."""
    found, known = sentences(), read()
    said = [f"unfinished ({found[text]}): {text}" for text in found if text not in known]
    for path in sorted((ROOT / "app").rglob("*.py")):
        lines = early(ast.parse(path.read_text(encoding="utf-8")))
        said += [f"translated while it is imported: {path.relative_to(ROOT).as_posix()}:{line}" for line in lines]
    said += [f"gone from the program: {text}" for text in known if text not in found]
    said += [
        f"places differ: {text} -> {known[text]}"
        for text in found
        if text in known and sorted(PLACE.findall(text)) != sorted(PLACE.findall(known[text]))
    ]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "es.qm"
        compile_to(fresh)
        if fresh.read_bytes() != TS.with_suffix(".qm").read_bytes():
            said.append("es.qm is older than es.ts")
    return said


def main(arguments: list[str]) -> int:
    """Run one of the three commands."""
    if arguments[:1] == ["check"]:
        said = problems()
        print("\n".join(said) or "nothing unfinished")
        return 1 if said else 0
    known = read()
    if arguments[:1] == ["fill"]:
        known.update(json.loads(Path(arguments[1]).read_text(encoding="utf-8")))
    write(sentences(), known)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
