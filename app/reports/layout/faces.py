"""The printing faces and what they cannot print.

Text goes to Inter, then to Noto Sans for the Latin, Greek and Cyrillic that Inter lacks. Everything else (scripts no
face has, scripts that need shaping or run right to left, hidden control signs) is *marked*: a thin frame with a
count and a plain word, "2 Chinese". A silent box or a dropped sign would make two people look alike.
"""

import unicodedata
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.core.text import tr

TEXT: Final = "FrontdeskText"
SEMI: Final = "FrontdeskSemi"
NOTE: Final = "FrontdeskNote"
HEAD: Final = "FrontdeskHead"
FIGURE: Final = "FrontdeskFigure"
KEY: Final = "FrontdeskKey"
WIDE: Final = "FrontdeskWide"
WIDE_SEMI: Final = "FrontdeskWideSemi"
MARKED: Final = ""  # the face of a run that is framed instead of printed

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "fonts"
# the faces to try after a face, in order; figures and keys hold ASCII only
NEXT = {
    TEXT: (TEXT, WIDE),
    SEMI: (SEMI, WIDE_SEMI),
    NOTE: (NOTE, WIDE),
    HEAD: (HEAD, WIDE_SEMI),
    FIGURE: (FIGURE, TEXT, WIDE),
    KEY: (KEY, TEXT, WIDE),
}
_loading = Lock()
_glyphs: dict[str, Any] = {}


def load(face: str) -> None:
    """Register a face with ReportLab, once in the life of the program (20 ms)."""
    with _loading:
        if face not in _glyphs:
            font = TTFont(face, str(FOLDER / f"{face}.ttf"), shapable=False)
            pdfmetrics.registerFont(font)
            _glyphs[face] = font.face.charToGlyph


def glyphs(face: str) -> Any:  # noqa: ANN401 - ReportLab's own mapping of code to glyph
    """The characters a face has; loads it when needed."""
    if face not in _glyphs:
        load(face)
    return _glyphs[face]


def clean(text: str) -> str:
    """Composed (NFC) text, its line ends and tabs as spaces. Names stay otherwise exactly as typed."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text).translate({9: " ", 10: " ", 11: " ", 12: " ", 13: " ", 0x85: " "})


def is_plain(text: str, face: str) -> bool:
    """Whether one face prints the whole text."""
    if text.isascii():
        return text.isprintable()
    known = glyphs(face)
    return all((ord(char) in known and char.isprintable()) or char == "\N{NO-BREAK SPACE}" for char in text)


def _face_for(char: str, face: str) -> str:
    if not char.isprintable() and char != "\N{NO-BREAK SPACE}":
        return MARKED
    return next((each for each in NEXT[face] if ord(char) in glyphs(each)), MARKED)


def runs(text: str, face: str) -> list[tuple[str, str]]:
    """Split a clean text into (run, face); what no face prints comes back MARKED, one run for each script."""
    out: list[tuple[str, str]] = []
    for char in text:
        found = _face_for(char, face)
        if out and out[-1][1] == found and (found or _same_script(out[-1][0], char)):
            out[-1] = (out[-1][0] + char, found)
        elif not found and len(out) > 1 and out[-1][0] == " " and _same_script(out[-2][0], char) and not out[-2][1]:
            out.pop()  # a space between two marked words is marked with them
            out[-1] = (f"{out[-1][0]} {char}", MARKED)
        else:
            out.append((char, found))
    return out


def has_marks(text: str, face: str = TEXT) -> bool:
    """Whether a part of the text would be framed."""
    text = clean(text)
    return not is_plain(text, face) and any(not found for _, found in runs(text, face))


def _same_script(run: str, char: str) -> bool:
    """East Asian signs and marks without a script of their own go with what stands before them."""
    if unicodedata.category(char)[0] == "M" or char in "\u200c\u200d":
        return True
    first, second = _script(run[0]), _script(char)
    return first == second or {first, second} <= {"CJK", "HIRAGANA", "KATAKANA"}


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    if not char.isprintable():
        return "HIDDEN"
    name = unicodedata.name(char, "SIGN")
    return name.split(" ", 1)[0].split("-", 1)[0] if unicodedata.category(char)[0] in "LMN" else "SIGN"


def _scripts() -> dict[str, str]:
    return {
        "CJK": tr("Chinese"),
        "BOPOMOFO": tr("Chinese"),
        "HIRAGANA": tr("Japanese"),
        "KATAKANA": tr("Japanese"),
        "HANGUL": tr("Korean"),
        "ARABIC": tr("Arabic"),
        "HEBREW": tr("Hebrew"),
        "SYRIAC": tr("Syriac"),
        "THAANA": tr("Thaana"),
        "DEVANAGARI": tr("Devanagari"),
        "GURMUKHI": tr("Gurmukhi"),
        "GUJARATI": tr("Gujarati"),
        "BENGALI": tr("Bengali"),
        "TAMIL": tr("Tamil"),
        "TELUGU": tr("Telugu"),
        "KANNADA": tr("Kannada"),
        "MALAYALAM": tr("Malayalam"),
        "SINHALA": tr("Sinhala"),
        "THAI": tr("Thai"),
        "LAO": tr("Lao"),
        "KHMER": tr("Khmer"),
        "MYANMAR": tr("Burmese"),
        "TIBETAN": tr("Tibetan"),
        "ARMENIAN": tr("Armenian"),
        "GEORGIAN": tr("Georgian"),
        "ETHIOPIC": tr("Ethiopic"),
        "CHEROKEE": tr("Cherokee"),
        "MONGOLIAN": tr("Mongolian"),
        "NYIAKENG": tr("Hmong"),
        "PAHAWH": tr("Hmong"),
        "HIDDEN": tr("hidden"),
    }


def mark_word(run: str) -> str:
    """What stands in the frame of a marked run: how many signs, of which script. Marks on a letter do not count."""
    letters = [char for char in run if char != " " and unicodedata.category(char)[0] != "M"] or list(run)
    if any(not char.isprintable() for char in letters) and any(char.isprintable() for char in letters):
        letters = [char for char in letters if char.isprintable()]
    scripts = {_script(char) for char in letters}
    script = next(iter(scripts & {"HIRAGANA", "KATAKANA"}), _script(letters[0]))
    other = tr("sign") if len(letters) == 1 else tr("signs")
    return tr("{count} {script}", count=len(letters), script=_scripts().get(script, other))
