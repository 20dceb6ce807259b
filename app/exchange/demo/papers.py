"""Small files that stand for the papers of invented people: drawn once, the same for everybody."""

import io
from functools import cache

from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from app.documents.rules import DocumentKind, kind_label

#: kinds that are cards, so pictures; every other kind is a signed page
CARDS = frozenset({DocumentKind.PHOTO_ID, DocumentKind.INSURANCE_CARD})
_PAPER, _INK, _SHADE = (247, 245, 240), (60, 62, 66), (214, 219, 224)


@cache
def paper(kind: DocumentKind) -> tuple[bytes, str]:
    """The bytes of a sample and the name of its file."""
    if kind in CARDS:
        return _card(kind), f"{kind.value}.png"
    return _page(kind), f"{kind.value}.pdf"


def _card(kind: DocumentKind) -> bytes:
    """A plastic card of 85.6 x 54 mm at 150 dpi, with a head where a photo would be."""
    picture = Image.new("RGB", (506, 319), _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((4, 4, 501, 314), radius=22, outline=_INK, width=3)
    draw.rectangle((4, 40, 501, 84), fill=_SHADE)
    draw.text((28, 52), f"{kind_label(kind)} - demo, nobody's", fill=_INK)
    if kind is DocumentKind.PHOTO_ID:
        draw.ellipse((62, 118, 132, 188), fill=_SHADE, outline=_INK, width=2)
        draw.pieslice((32, 196, 162, 340), 180, 360, fill=_SHADE, outline=_INK, width=2)
    for row in range(4):
        draw.line((210, 130 + row * 36, 470 - row * 40, 130 + row * 36), fill=_INK, width=2)
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _page(kind: DocumentKind) -> bytes:
    """A letter page with a title, lines and a signature."""
    file = io.BytesIO()
    page = Canvas(file, pagesize=letter, pageCompression=1, invariant=1)
    page.setFont("Helvetica-Bold", 18)
    page.drawString(72, 700, kind_label(kind))
    page.setFont("Helvetica", 10)
    page.drawString(72, 680, "Demo: this paper belongs to nobody.")
    for row in range(16):
        page.line(72, 640 - row * 24, 540 - (row % 3) * 60, 640 - row * 24)
    page.bezier(90, 160, 130, 220, 150, 120, 210, 175)
    page.line(72, 150, 300, 150)
    page.showPage()
    page.save()
    return file.getvalue()
