"""The barcode in a photo of a card: PNG or JPEG bytes in, the text a scanner would have typed out."""

from collections.abc import Iterator
from typing import Final

import zxingcpp
from PIL import Image, ImageOps
from zxingcpp import BarcodeFormat, BarcodeFormats, TextMode

from app.core.errors import ClinicError
from app.patients.rules.pictures import open_picture

#: dots of the longer side a photo is looked at with, first and, for a card far away, second
_SIDES: Final = (2000, 4000)
#: degrees a card may lie askew in the photo, in the order they are tried: three more on either side are read by themselves
_TILTS: Final = (0, -6, 6, -12, 12, -18, 18, -24, 24, -30, 30)
#: below so many dots a side a photo is made twice as large: the bars need two dots each
_SMALL: Final = 1200
_GREY: Final = 127


def read_photo(data: bytes) -> str:
    """The text of the barcode in a photo; the licence's own (PDF417) before any other on it.

    Takes PNG and JPEG, turned any way and askew up to 30 degrees; up to some seconds, so not on the UI thread. Raises
    ClinicError (field `file`) when there is no barcode to be read, and for a file that is no picture or too large.
    """
    try:
        return _text_of(_opened(data))
    except ClinicError:
        raise
    except Exception as why:  # whatever a damaged or a crafted file does to a decoder, the desk hears a sentence
        raise _unreadable() from why


def _opened(data: bytes) -> Image.Image:
    """The picture in grey, upright, no larger than is looked at. Raises ClinicError, and what Pillow raises."""
    with open_picture(data, _too_large()) as picture:
        picture.draft("L", (_SIDES[1], _SIDES[1]))  # a large JPEG is decoded at half or a quarter of its size
        grey = ImageOps.exif_transpose(picture).convert("L")
    grey.thumbnail((_SIDES[1], _SIDES[1]))
    return grey


def _text_of(grey: Image.Image) -> str:
    other = ""
    for view, formats in _views(grey):
        for code in zxingcpp.read_barcodes(view, formats=formats, text_mode=TextMode.Plain):
            if code.format == BarcodeFormat.PDF417:
                return code.text
            other = other or code.text
    if other:
        return other
    raise ClinicError(
        "No barcode was found in this picture.",
        next_step="Take it once more from straight above, close and sharp, without glare.",
        field="file",
    )


def _views(grey: Image.Image) -> Iterator[tuple[Image.Image, BarcodeFormats]]:
    """The picture as it is with every kind of barcode, then turned, then larger, with the licence's kind alone."""
    licences = BarcodeFormats(BarcodeFormat.PDF417)
    usual = grey.copy()
    usual.thumbnail((_SIDES[0], _SIDES[0]))
    if max(usual.size) < _SMALL:
        usual = usual.resize((usual.width * 2, usual.height * 2), Image.Resampling.BICUBIC)
    yield usual, BarcodeFormats(BarcodeFormat.AllReadable)
    for tilt in _TILTS[1:]:
        yield _turned(usual, tilt), licences
    if max(grey.size) > _SIDES[0]:
        for tilt in _TILTS[:3]:
            yield _turned(grey, tilt), licences


def _turned(grey: Image.Image, degrees: int) -> Image.Image:
    if not degrees:
        return grey
    return grey.rotate(degrees, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=_GREY)


def _too_large() -> ClinicError:
    return ClinicError("This picture is too large.", next_step="Take it with fewer dots.", field="file")


def _unreadable() -> ClinicError:
    return ClinicError(
        "This picture cannot be read.", next_step="Take it once more, and save it as JPEG or PNG.", field="file"
    )
