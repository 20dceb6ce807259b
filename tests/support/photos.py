"""A face of nobody, as files that a camera or a telephone writes."""

import io

from PIL import Image, ImageDraw


def face(size: tuple[int, int] = (400, 500), kind: str = "JPEG", **options: object) -> bytes:
    """A drawn face as the bytes of a picture."""
    made = Image.new("RGB", size, "lightsteelblue")
    draw = ImageDraw.Draw(made)
    wide, high = size
    draw.ellipse((wide * 0.2, high * 0.1, wide * 0.8, high * 0.8), fill="bisque")
    for left in (0.35, 0.55):
        draw.ellipse((wide * left, high * 0.35, wide * (left + 0.1), high * 0.42), fill="saddlebrown")
    draw.arc((wide * 0.35, high * 0.45, wide * 0.65, high * 0.68), 20, 160, fill="brown", width=max(1, wide // 80))
    out = io.BytesIO()
    made.save(out, kind, **options)
    return out.getvalue()


#: small enough to be stored as it is
FACE = face((384, 480))
