"""Reading a PDF back: its text, its fonts, its pictures."""

from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image
from pypdf import PdfReader


def pages(data: bytes) -> list[str]:
    """The text of each page, runs of white space as one space."""
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def text(data: bytes) -> str:
    return " ".join(pages(data))


def fonts(data: bytes) -> dict[str, bool]:
    """Every font object of the file: its name without subset tag, and whether it is embedded."""
    found: dict[str, bool] = {}
    for number in range(1, len(PdfReader(BytesIO(data)).xref[0]) + 1):
        _note(PdfReader(BytesIO(data)).get_object(number), found)
    return found


def _note(item: Any, found: dict[str, bool]) -> None:
    if isinstance(item, dict) and item.get("/Type") == "/Font":
        descriptor = item.get("/FontDescriptor")
        found[str(item["/BaseFont"])[1:].split("+")[-1]] = bool(descriptor and "/FontFile2" in descriptor.get_object())


def picture(data: bytes, page: int = 0, scale: float = 1.0) -> Image.Image:
    image: Image.Image = pypdfium2.PdfDocument(data)[page].render(scale=scale).to_pil()
    return image.convert("RGB")


def words(data: bytes, page: int = 0) -> list[tuple[str, float, float, float, float]]:
    """Each rectangle of text on a page: text, left, bottom, right, top."""
    textpage = pypdfium2.PdfDocument(data)[page].get_textpage()
    boxes = (textpage.get_rect(index) for index in range(textpage.count_rects()))
    return [(textpage.get_text_bounded(*box), *box) for box in boxes]
