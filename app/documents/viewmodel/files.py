"""A stored file on its way to the screen. It takes time: call it off the UI thread."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps, ImageSequence

from app.core.errors import ClinicError
from app.documents.queries import OpenedDocument

#: pixels of a side; a picture is drawn on screen with no more
SIDE = 3000
#: more pages than this of a fax are not drawn
MOST_PAGES = 50
_PICTURES = ("image/png", "image/jpeg", "image/tiff")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the preview shows: a PDF, or plain text."""

    title: str
    pdf: bytes = b""
    text: str = ""


def shown_as(opened: OpenedDocument) -> Shown:
    """A stored file as the preview shows it; nothing is written to a disk. Raises ClinicError for what it cannot show."""
    if opened.media_type == "application/pdf":
        return Shown(opened.title, pdf=opened.data)
    if opened.media_type == "text/plain":
        return Shown(opened.title, text=opened.data.decode("utf-8-sig", "replace"))
    if opened.media_type not in _PICTURES:
        raise ClinicError(
            "This kind of picture cannot be shown here.", next_step="Scan the paper again as PDF or JPEG."
        )
    try:
        return Shown(opened.title, pdf=_as_pdf(opened.data))
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as problem:
        raise ClinicError("This file is damaged.", next_step="Scan the paper again.") from problem


def _as_pdf(data: bytes) -> bytes:
    """A picture, or each page of a fax, as a page of a PDF, so that one view shows everything."""
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as picture:
        pages = []
        for number, frame in enumerate(ImageSequence.Iterator(picture)):
            if number == MOST_PAGES:
                break
            pages.append(_page(frame))
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=150, quality=90)
    return out.getvalue()


def _page(frame: Image.Image) -> Image.Image:
    """The right way up, on white, no larger than `SIDE`."""
    frame.draft("RGB", (SIDE, SIDE))
    upright = ImageOps.exif_transpose(frame)
    upright.thumbnail((SIDE, SIDE))
    if upright.mode in ("RGBA", "LA", "P", "PA"):
        clear = upright.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        upright = Image.alpha_composite(ground, clear)
    return upright.convert("RGB")
