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
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "i18n" / "es.ts"
CONTEXT = "frontdesk"
#: callables whose first argument is a sentence
MARKERS = {"tr", "mark"}
ERRORS = {
    "ClinicError", "Refused", "NotFound", "Stale", "Clash", "Busy", "Unavailable", "ReasonNeeded", "SecondPersonNeeded",
    "SecretsUnavailable", "KeyMissing",
}  # fmt: skip
#: keyword arguments that hold a sentence, wherever they stand
KEYWORDS = {"next_step", "says"}
PLACE = re.compile(r"\{(\w*)[^}]*\}")


def sentences() -> dict[str, str]:
    """Every sentence of the program with the file it was first found in."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "app").rglob("*.py")):
        for text in of_python(path.read_text(encoding="utf-8")):
            found.setdefault(text, path.relative_to(ROOT).as_posix())
    for path in sorted((ROOT / "forms").rglob("*.ui")):
        for text in of_form(path):
            found.setdefault(text, path.relative_to(ROOT).as_posix())
    return found


def of_python(source: str) -> Iterator[str]:
    """Literals in `tr`, `mark`, errors, and the sentences of errors and actions."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        wanted = [node.args[0]] if node.args and name in MARKERS | ERRORS else []
        wanted += [keyword.value for keyword in node.keywords if keyword.arg in KEYWORDS]
        for argument in wanted:
            yield from literals(argument)


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
