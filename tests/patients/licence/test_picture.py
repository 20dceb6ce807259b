"""Barcodes in photos: askew, small, dirty, several; and files that are no photo."""

import io
import struct
import zlib
from datetime import date

import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter
from zxingcpp import BarcodeFormat

from app.core.errors import ClinicError
from app.patients.rules.licence.picture import read_photo
from app.patients.rules.licence.scans import licence_of
from app.patients.rules.pictures import LARGEST_FILE
from tests.patients.licence.made import card

TODAY = date(2026, 3, 10)


def barcode(text: str = "", kind: BarcodeFormat = BarcodeFormat.PDF417, scale: int = 3) -> Image.Image:
    made = zxingcpp.create_barcode((text or card()).encode("latin-1"), kind).to_image(scale=scale)
    high, wide = made.shape
    bare = Image.frombytes("L", (wide, high), bytes(memoryview(made)))  # type: ignore[arg-type]
    label = Image.new("L", (wide + 80, high + 80), 255)
    label.paste(bare, (40, 40))
    return label


def photo(*labels: Image.Image, tilt: float = 0, size: tuple[int, int] = (1600, 1200)) -> Image.Image:
    """Labels on a grey desk, one below the other."""
    made, down = Image.new("L", size, 190), 40
    for label in labels:
        turned = label.rotate(tilt, expand=True, fillcolor=190, resample=Image.Resampling.BICUBIC)
        made.paste(turned, ((size[0] - turned.width) // 2, down))
        down += turned.height + 60
    return made


def file_of(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("tilt", [0, 2, 7, -14, 90, 97, 180])
def test_a_card_may_lie_askew(tilt: float) -> None:
    assert read_photo(file_of(photo(barcode(), tilt=tilt))) == card()


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P", "1", "I;16"])
def test_every_kind_of_png(mode: str) -> None:
    grey = photo(barcode())
    deep = grey.point(lambda value: value * 256, "I") if mode == "I;16" else grey
    assert read_photo(file_of(deep.convert(mode), "PNG")) == card()


def test_a_telephones_photo_far_away_small_soft_and_turned() -> None:
    soft = photo(barcode(scale=4), tilt=4, size=(4000, 3000)).filter(ImageFilter.GaussianBlur(1.2))
    exif = Image.Exif()
    exif[0x0112] = 6
    assert read_photo(file_of(soft.convert("RGB"), quality=60, exif=exif)) == card()
    assert read_photo(file_of(photo(barcode(scale=2), size=(700, 480)))) == card()


def test_the_licences_barcode_wins() -> None:
    both = photo(barcode("A123456789", BarcodeFormat.Code128), barcode(), tilt=0)
    assert read_photo(file_of(both)) == card()
    askew = photo(barcode("A123456789", BarcodeFormat.QRCode), barcode(), tilt=7)
    assert read_photo(file_of(askew)) == card()
    assert licence_of(read_photo(file_of(both)), TODAY).family == "Sample"


def test_another_barcode_alone_is_read_too() -> None:
    assert read_photo(file_of(photo(barcode("XEH884201776", BarcodeFormat.Code128)))) == "XEH884201776"


def test_a_name_with_accents() -> None:
    licence = licence_of(read_photo(file_of(photo(barcode(card({"DCS": "NÚÑEZ"}))))), TODAY)
    assert licence.family == "Núñez"


def test_no_barcode_is_told_with_what_to_do() -> None:
    with pytest.raises(ClinicError, match=r"No barcode was found.*straight above") as caught:
        read_photo(file_of(Image.new("L", (800, 600), 200)))
    assert caught.value.field == "file"


def bomb() -> bytes:
    """A PNG of a few bytes that says it has 40,000 x 40,000 dots."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"%PDF-1.7\n%%EOF",
        card().encode(),
        file_of(photo(barcode()))[:3000],
        file_of(photo(barcode()), "PNG")[:300],
        file_of(photo(barcode()), "GIF"),
        file_of(photo(barcode()), "BMP"),
        file_of(Image.new("L", (1, 1)), "PNG"),
        file_of(Image.new("CMYK", (30, 30))),
        bomb(),
        b"\xff\xd8" + b"\0" * (LARGEST_FILE + 1),
    ],
    ids=["empty", "letter", "pdf", "text", "cut jpeg", "cut png", "gif", "bmp", "dot", "cmyk", "bomb", "heavy"],
)
def test_what_is_no_photo_gets_a_sentence(data: bytes) -> None:
    with pytest.raises(ClinicError) as caught:
        read_photo(data)
    assert caught.value.field == "file"
    assert caught.value.advice


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", bomb()[:40]]))
def test_any_bytes_get_a_sentence(data: bytes, start: bytes) -> None:
    with pytest.raises(ClinicError):
        read_photo(start + data)
