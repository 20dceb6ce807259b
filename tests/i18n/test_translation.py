"""The Spanish: nothing unfinished, nothing lost, compiled, chosen late, and every form usable by key in it."""

import ast
import re
import tomllib
from collections.abc import Iterator

import i18n
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app.core.paths import resource
from app.core.text import install_translator, language, tr
from app.schedule.rules import ReasonKind, reason
from tests.kit.layouts import mistakes
from tests.support.house import ROOT

FORMS = sorted(path.relative_to(ROOT / "forms").as_posix() for path in (ROOT / "forms").rglob("*.ui"))
#: said to a patient or a colleague, never in Spanish here: the informal you, blame, and shouting
UNWANTED = re.compile(r"\b(tú|tu|tus|vosotros|inválid[oa]s?|por favor)\b|[!¡]", re.IGNORECASE)


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[QTranslator]:
    """The compiled file in force, as the window puts it in force."""
    made = QTranslator()
    assert made.load(str(resource("i18n", "es.qm")))
    install_translator(lambda text: made.translate("frontdesk", text) or text, "es")
    yield made
    install_translator(None)


def labels(node: object) -> Iterator[dict[str, object]]:
    """Every table of a rule pack that brings words of its own."""
    if isinstance(node, dict):
        if any(str(key).startswith("label_") for key in node):
            yield node
        for value in node.values():
            yield from labels(value)
    elif isinstance(node, list):
        for value in node:
            yield from labels(value)


# ---------------------------------------------------------------------------------------------------------- the file


def test_nothing_is_unfinished_gone_or_older_than_its_source() -> None:
    assert i18n.problems() == []


def test_every_sentence_comes_back_from_the_compiled_file_as_it_was_written() -> None:
    made = QTranslator()
    assert made.load(str(resource("i18n", "es.qm")))
    assert {
        text: spanish for text, spanish in i18n.read().items() if made.translate("frontdesk", text) != spanish
    } == {}


def test_the_tone_is_that_of_the_glossary() -> None:
    assert [spanish for spanish in i18n.read().values() if UNWANTED.search(spanish)] == []


def test_a_question_opens_and_closes() -> None:
    assert [spanish for spanish in i18n.read().values() if spanish.count("?") != spanish.count("¿")] == []


def test_every_label_of_a_rule_pack_is_there_in_both_languages() -> None:
    packs = sorted((ROOT / "resources" / "rules").glob("*.toml"))
    rows = [row for pack in packs for row in labels(tomllib.loads(pack.read_text(encoding="utf-8")))]
    assert rows
    assert [
        row for row in rows if not (str(row.get("label_en", "")).strip() and str(row.get("label_es", "")).strip())
    ] == []
    assert [row["label_es"] for row in rows if UNWANTED.search(str(row["label_es"]))] == []


# -------------------------------------------------------------------------------------------------- what is gathered


def gathered(source: str) -> set[str]:
    """The sentences of one module."""
    tree = ast.parse(source)
    return set(i18n.of_python(tree, i18n.errors_of([tree])))


def test_errors_of_a_room_are_gathered_too() -> None:
    source = (
        "class Gone(ClinicError):\n"
        "    def __init__(self):\n"
        "        super().__init__('It is gone.', next_step='Look again.')\n"
        "class Lost(Gone): ...\n"
        "def f(): raise room.Lost('Lost.')\n"
        "class Other:\n"
        "    def __init__(self): super().__init__('not shown')\n"
    )
    assert gathered(source) == {"It is gone.", "Look again.", "Lost."}


def test_both_arms_of_a_choice_are_gathered() -> None:
    assert gathered("tr('One' if n == 1 else 'Many')\naction(says='Did {it}')\nprint('no')") == {
        "One",
        "Many",
        "Did {it}",
    }


@pytest.mark.parametrize(
    "source", ["A = tr('x')", "def f(a=tr('x')): ...", "class C:\n    a = tr('x')", "@mark(tr('x'))\ndef f(): ..."]
)
def test_words_taken_while_a_module_is_imported_are_found(source: str) -> None:
    assert len(list(i18n.early(ast.parse(source)))) == 1


def test_words_taken_later_are_none_of_these() -> None:
    source = (
        "A = {1: lambda: tr('x')}\ndef f():\n    return tr('x')\nclass C:\n    def g(self):\n        return tr('x')"
    )
    assert list(i18n.early(ast.parse(source))) == []


# ------------------------------------------------------------------------------------------------------------- in use


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("form", FORMS)
def test_a_form_keeps_its_rules_in_spanish(form: str) -> None:
    assert mistakes(ROOT / "forms" / form) == []


@pytest.mark.usefixtures("spanish")
def test_words_and_reasons_follow_the_language() -> None:
    sick = reason(ReasonKind.CANCEL, "sick")
    assert language() == "es"
    assert tr("Check in {name}", name="Ana & {x}") == "Registrar a Ana & {x}"
    assert sick is not None
    assert sick.label(language()) == "Enfermedad"


def test_without_a_translator_it_is_english() -> None:
    assert (tr("Check in"), language()) == ("Check in", "en")
