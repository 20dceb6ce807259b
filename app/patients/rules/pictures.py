"""A picture that somebody brings: opened by its bytes, and no further than it is safe."""

import io
from typing import Final

from PIL import Image

from app.core.errors import ClinicError

#: bytes of the largest file, and its dots: a telephone's camera of 50 megapixels stays below both
LARGEST_FILE: Final = 25 * 1024 * 1024
MOST_PIXELS: Final = 60_000_000


def open_picture(data: bytes, too_large: ClinicError) -> Image.Image:
    """A PNG or JPEG, told by its bytes; no dot is decoded yet. Raises `too_large`, and whatever Pillow raises."""
    if len(data) > LARGEST_FILE:
        raise too_large
    try:
        picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise too_large from None
    if picture.width * picture.height > MOST_PIXELS:
        picture.close()
        raise too_large
    return picture
