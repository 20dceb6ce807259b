"""Nasty texts on the command line: every text a command takes ends in an exit code and a sentence, never a traceback."""

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.commands import parser, run
from app.core.paths import HOME_VARIABLE, SITE_VARIABLE
from tests.nasty.corpus import own

#: these make clinics, write outside or measure for minutes; their texts meet the same fields elsewhere
APART = {"bench", "demo", "init"}
CODES = {0, 1, 2, 3, 4}
#: a word of a command line holds no NUL, and no half sign but those of broken file names
WORDS = [text for text in own() if "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)]


def commands(
    top: argparse.ArgumentParser, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """Every command: its words, and what it understands."""
    below = [one for one in top._actions if isinstance(one, argparse._SubParsersAction)]
    if not below:
        yield path, top
    for one in below:
        for name, made in one.choices.items():
            yield from commands(made, (*path, name))


def texts_of(command: argparse.ArgumentParser) -> list[argparse.Action]:
    """The words of a command that hold any text."""
    kinds = (argparse._StoreAction, argparse._AppendAction)
    return [one for one in command._actions if isinstance(one, kinds) and one.type is None and not one.choices]


def line(path: tuple[str, ...], command: argparse.ArgumentParser, bent: argparse.Action, text: str) -> list[str]:
    """A command line that is whole, with `text` at one place."""
    words = list(path)
    for one in command._actions:
        if one is bent:
            words += [f"{one.option_strings[-1]}={text}"] if one.option_strings else ["--", text]
        elif one.required and isinstance(one, argparse._StoreAction | argparse._AppendAction):
            value = next(iter(one.choices)) if one.choices else "2026-03-10" if one.type else "word"
            words += [f"{one.option_strings[-1]}={value}"] if one.option_strings else [value]
    return sorted(words, key=lambda word: word == "--") if "--" not in words else _ordered(words)


def _ordered(words: list[str]) -> list[str]:
    at = words.index("--")
    options = [word for word in words[at + 2 :] if word.startswith("--")]
    rest = [word for word in words[at + 2 :] if not word.startswith("--")]
    return [*words[:at], *options, *words[at : at + 2], *rest]


def places() -> list[tuple[str, str]]:
    """(command, word) of every text on the command line."""
    return [
        (" ".join(path), one.dest)
        for path, made in commands(parser())
        if path[0] not in APART
        for one in texts_of(made)
    ]


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer without a clinic, and a folder deep enough that no text climbs out of it."""
    deep = tmp_path / "a" / "b" / "c" / "d"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.delenv(SITE_VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return deep


@pytest.mark.timeout(120)
@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize(("name", "word"), places())
def test_words_end_in_a_code_and_a_sentence(name: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = {" ".join(path): made for path, made in commands(parser())}[name]
    bent = next(one for one in command._actions if one.dest == word)
    for text in WORDS:
        assert run(line(tuple(name.split()), command, bent, text)) in CODES, text[:80]
        told = capsys.readouterr()
        assert "Traceback" not in told.err + told.out, text[:80]
        assert "unexpected happened" not in told.err, (text[:80], told.err[-300:])
