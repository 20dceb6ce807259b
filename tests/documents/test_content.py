import struct
import zlib

import pytest

from app.core.errors import ClinicError
from app.documents.rules import DocumentKind, kind_label
from app.documents.rules.content import LARGEST_FILE, media_type
from tests.visits.flow import picture

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"


def bomb(side: int = 60_000) -> bytes:
    """A PNG of a few bytes that claims to be huge."""
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PDF, "letter.PDF", "application/pdf"),
        (picture(kind="PNG"), "card.png", "image/png"),
        (picture(kind="JPEG"), "front.jpeg", "image/jpeg"),
        (picture(kind="TIFF"), "scan.tif", "image/tiff"),
        ("Llamar después de las 5.\n".encode(), "note.txt", "text/plain"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "photo.heic", "image/heic"),
        (PDF, "", "application/pdf"),
    ],
)
def test_papers_and_pictures_are_told_by_their_bytes(data: bytes, name: str, kind: str) -> None:
    assert media_type(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"MZ\x90\0" + bytes(200), "scan.pdf"),
        (b"\x7fELF" + bytes(200), "scan"),
        (b"PK\x03\x04" + bytes(200), "papers.zip"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "page.txt"),
        (b"  \n<svg xmlns='http://www.w3.org/2000/svg'/>", "drawing.txt"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "a.txt"),
        (b"#!/bin/sh\nrm -rf /\n", "run.txt"),
        (b"text with \0 inside", "note.txt"),
        (b"\xff\xfe\x00t", "note.txt"),
        (b"GIF89a" + bytes(100), "moving.gif"),
        (b"   ", "blank.txt"),
    ],
)
def test_anything_else_is_refused(data: bytes, name: str) -> None:
    with pytest.raises(ClinicError, match="neither a PDF nor a picture"):
        media_type(data, name)


@pytest.mark.parametrize("name", ["card.png", "letter.pdf.exe", "letter.docx", "letter.png. ."])
def test_a_name_that_says_something_else(name: str) -> None:
    with pytest.raises(ClinicError, match="but it holds PDF") as told:
        media_type(PDF, name)
    assert told.value.field == "file"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (PDF[:-7], "cut off"),
        (picture()[:20], "cut off"),
        (picture(kind="TIFF")[:6], "cut off|neither"),
        (bomb(), "dots"),
        (bomb(9_500), "dots"),
        (bytes(LARGEST_FILE + 1), "MB"),
    ],
)
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_broken_and_boundless_files(data: bytes, words: str) -> None:
    with pytest.raises(ClinicError, match=words):
        media_type(data)


def test_every_kind_has_a_name() -> None:
    assert len({kind_label(kind) for kind in DocumentKind}) == len(DocumentKind)
