"""The themes: same tokens in each, every pairing legible."""

import re

import pytest

from app.kit import tokens


@pytest.mark.peer("AX-20")
@pytest.mark.parametrize("name", tokens.THEME_NAMES)
def test_every_pairing_holds(name: str) -> None:
    assert tokens.failures(tokens.load(name)) == []


def test_all_themes_have_the_same_tokens() -> None:
    light, dark, contrast = (set(tokens.load(name)) for name in tokens.THEME_NAMES)
    assert light == dark == contrast


@pytest.mark.parametrize("name", tokens.THEME_NAMES)
def test_values_are_colours(name: str) -> None:
    for value in tokens.load(name).values():
        assert re.fullmatch(r"#[0-9A-F]{6}([0-9A-F]{2})?", value)


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(KeyError):
        tokens.load("sepia")


def test_black_on_white_is_twenty_one() -> None:
    assert tokens.ratio("#000000", "#FFFFFF") == pytest.approx(21)


def test_a_weak_pairing_is_named() -> None:
    weak = tokens.Tokens("weak", {**tokens.load("light"), "text": "#FEFEFE"})
    assert any("text on surface" in line for line in tokens.failures(weak))
