"""Cut the static printing faces from the variable fonts of `fontpkg-inter` and `fontpkg-noto-sans`.

    python build/fonts.py            write resources/fonts/*.ttf

A build step, never run by the program: ReportLab embeds only the default instance of a variable font and
switches on no OpenType feature, so weight, optical size and figures have to be settled in the file. The faces are
changed, so they carry names of their own ("Frontdesk…"), as the licence (OFL 1.1, beside them) asks.
"""

import sys
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT = Path(__file__).resolve().parents[1] / "resources" / "fonts"
INTER, ITALIC = "Inter[opsz,wght].ttf", "Inter-Italic[opsz,wght].ttf"
NOTO = "NotoSans[wdth,wght].ttf"
# These need shaping (reordering, joining); drawn sign by sign they would be wrong, so the program marks them instead.
SHAPED = ("DEVANAGARI", "VEDIC")


@dataclass(frozen=True, slots=True)
class Face:
    """One face to cut: package and file, place on the axes, OpenType features to settle in the character map."""

    name: str
    package: str
    file: str
    axes: dict[str, float]
    features: tuple[str, ...] = ()


FACES = (
    Face("Text", "fontpkg_inter", INTER, {"opsz": 14, "wght": 400}, ("tnum",)),
    Face("Semi", "fontpkg_inter", INTER, {"opsz": 14, "wght": 600}, ("tnum",)),
    Face("Note", "fontpkg_inter", ITALIC, {"opsz": 14, "wght": 400}, ("tnum",)),
    Face("Head", "fontpkg_inter", INTER, {"opsz": 30, "wght": 600}),
    Face("Figure", "fontpkg_inter", INTER, {"opsz": 32, "wght": 500}),
    Face("Key", "fontpkg_inter", INTER, {"opsz": 20, "wght": 500}, ("tnum", "zero", "ss02")),
    Face("Wide", "fontpkg_noto_sans", NOTO, {"wdth": 100, "wght": 400}),
    Face("WideSemi", "fontpkg_noto_sans", NOTO, {"wdth": 100, "wght": 600}),
)


def swaps(font: TTFont, feature: str) -> dict[str, str]:
    """Glyph names a single-substitution feature replaces."""
    table = font["GSUB"].table
    found: dict[str, str] = {}
    indexes = [i for r in table.FeatureList.FeatureRecord if r.FeatureTag == feature for i in r.Feature.LookupListIndex]
    for index in indexes:
        for sub in table.LookupList.Lookup[index].SubTable:
            found.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    return found


def settle(font: TTFont, feature: str) -> None:
    """Put a feature into the character map.

    Of tabular figures the digits only: Inter's `tnum` also widens the hyphen, which tears "No-show" apart.
    """
    swap = swaps(font, feature)
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if glyph in swap and (feature != "tnum" or 0x30 <= code <= 0x39):
                table.cmap[code] = swap[glyph]


def wanted(font: TTFont, face: Face, inter: frozenset[int]) -> set[int]:
    """Characters to keep: none private, none that needs shaping; in the wide faces only what Inter lacks."""
    keep = {code for code in font.getBestCmap() if unicodedata.category(chr(code)) not in ("Co", "Cn")}
    if face.package == "fontpkg_noto_sans":
        keep = {code for code in keep - inter if not unicodedata.name(chr(code), "").startswith(SHAPED)}
    if face.name in ("Key", "Figure"):
        keep &= set(range(0x20, 0x7F))
    return keep


def rename(font: TTFont, name: str) -> None:
    """A changed face carries its own name, in every record that names it."""
    table = font["name"]
    for number, value in ((1, name), (2, "Regular"), (3, name), (4, name), (6, name)):
        table.setName(value, number, 3, 1, 0x409)
    table.names = [r for r in table.names if r.nameID in (0, 1, 2, 3, 4, 5, 6, 13, 14) and r.platformID == 3]


def cut(face: Face, inter: frozenset[int]) -> Path:
    """Write one static face and return its path."""
    font = TTFont(str(files(face.package) / "files" / face.file))
    font = instancer.instantiateVariableFont(font, face.axes)
    for feature in face.features:
        settle(font, feature)
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"], glyph_names=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "MVAR", "HVAR", "DSIG", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted(font, face, inter))
    subsetter.subset(font)
    rename(font, f"Frontdesk{face.name}")
    target = OUT / f"Frontdesk{face.name}.ttf"
    font["head"].modified = font["head"].created  # the same input gives the same bytes
    font.recalcTimestamp = False
    font.save(str(target))
    return target


def main() -> None:
    """Cut every face."""
    OUT.mkdir(parents=True, exist_ok=True)
    inter = frozenset(TTFont(str(files("fontpkg_inter") / "files" / INTER)).getBestCmap())
    for face in FACES:
        target = cut(face, inter)
        sys.stdout.write(f"{target.name} {target.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main()
