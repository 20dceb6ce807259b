"""One door for every sentence a person reads: `tr` marks it for translation and fills its values in."""

from collections.abc import Callable


def _unchanged(text: str) -> str:
    return text


_translate: Callable[[str], str] = _unchanged
_language = "en"


def install_translator(translate: Callable[[str], str] | None, language: str = "en") -> None:
    """Use `translate` for every later `tr`; None goes back to English. The window calls this when a person signs in."""
    global _translate, _language
    _translate, _language = translate or _unchanged, language if translate else "en"


def language() -> str:
    """The language in use, "en" or "es": for rule packs, which bring their own words."""
    return _language


def tr(text: str, /, **values: object) -> str:
    """The sentence in the language of the person signed in, with `{name}` places filled from `values`.

    `text` is always a literal of ours: people's words come in as values and are never formatted themselves.
    """
    sentence = _translate(text)
    return sentence.format_map(values) if values else sentence


def stored(sentence: str, /) -> str:
    """A sentence that the journal holds, in the language of the person; one with values in it stays in English."""
    return _translate(sentence)


def mark(text: str, /) -> str:
    """The same text: marks a literal of a module's table for translation; `tr` is called on it where it is shown."""
    return text
