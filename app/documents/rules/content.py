"""What a file is, told by its bytes: only papers and pictures are stored, and never more than a desk can need.

The bytes are looked at, never carried out or drawn; of a picture only the header is read.
"""

import io
from pathlib import PurePath
from typing import Final

import filetype
from PIL import Image, UnidentifiedImageError

from app.core.errors import ClinicError

#: bytes of the largest file that is stored
LARGEST_FILE: Final = 20 * 1024 * 1024
#: pixels of the largest picture: a letter page at 600 dpi has 34 million
MOST_PIXELS: Final = 80_000_000

PDF, TEXT = "application/pdf", "text/plain"
#: media types that are stored, each with the endings its name may have
ENDINGS: Final = {
    PDF: ("pdf",),
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "image/tiff": ("tif", "tiff"),
    "image/heic": ("heic", "heif"),
    TEXT: ("txt", "text"),
}
_NAMES: Final = {
    PDF: "PDF", "image/png": "PNG", "image/jpeg": "JPEG", "image/tiff": "TIFF", "image/heic": "HEIC", TEXT: "text",
}  # fmt: skip
_MEASURED = {"image/png": "PNG", "image/jpeg": "JPEG", "image/tiff": "TIFF"}


def media_type(data: bytes, file_name: str = "") -> str:
    """The media type of a file that may be stored.

    Raises ClinicError (field `file`) for an empty or too large file, for anything but a paper or a picture, for a name
    that says something else than the bytes, for a cut-off PDF and for a picture of more than `MOST_PIXELS` pixels.
    """
    _check_size(data)
    found = _kind_of(data)
    _check_name(found, file_name)
    if found == PDF and b"%%EOF" not in data[-4096:] and b"%%EOF" not in data:
        raise _cut_off()
    if found in _MEASURED:
        _check_pixels(data, _MEASURED[found])
    return found


def _check_size(data: bytes) -> None:
    if not data:
        raise ClinicError("This file is empty.", next_step="Scan or save it again.", field="file")
    if len(data) > LARGEST_FILE:
        raise ClinicError(
            "This file has {size} MB; up to {limit} MB can be stored.",
            next_step="Scan it in grey or with fewer dots.",
            field="file",
            size=len(data) // (1024 * 1024) + 1,
            limit=LARGEST_FILE // (1024 * 1024),
        )


def _kind_of(data: bytes) -> str:
    guess = filetype.guess(data)
    if guess is not None and guess.mime in ENDINGS:
        return str(guess.mime)
    if guess is None and _is_text(data):
        return TEXT
    raise ClinicError(
        "This is neither a PDF nor a picture nor plain text.",
        next_step="Scan the paper, or save it as PDF, and choose that file.",
        field="file",
    )


def _is_text(data: bytes) -> bool:
    """Plain text alone: UTF-8 without control characters, and no mark-up or script of any kind."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    start = text.lstrip()[:1]
    return start not in ("<", "") and not text.startswith("#!") and all(_seen(sign) for sign in text)


def _seen(sign: str) -> bool:
    return sign >= " " or sign in "\t\n\r\f"


def _check_name(found: str, file_name: str) -> None:
    ending = PurePath(file_name.rstrip(". ")).suffix.removeprefix(".").lower()
    if ending and ending not in ENDINGS[found]:
        raise ClinicError(
            "The file's name ends in .{ending}, but it holds {kind}.",
            next_step="Save it again under its right name, and choose that file.",
            field="file",
            ending=ending[:12],
            kind=_NAMES[found],
        )


def _check_pixels(data: bytes, kind: str) -> None:
    try:
        with Image.open(io.BytesIO(data), formats=(kind,)) as picture:
            pixels = picture.width * picture.height
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        pixels = MOST_PIXELS + 1
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise _cut_off() from None
    if pixels > MOST_PIXELS:
        raise ClinicError(
            "This picture has more dots than {limit} million.",
            next_step="Scan it with fewer dots.",
            field="file",
            limit=MOST_PIXELS // 1_000_000,
        )


def _cut_off() -> ClinicError:
    return ClinicError("This file is damaged or cut off.", next_step="Scan or save it again.", field="file")
