"""A patient's photo before it is stored: looked at by its bytes, upright, small, and without what a camera wrote into it."""

import io
from typing import Final

from PIL import Image, ImageOps

from app.core.errors import ClinicError
from app.patients.rules.pictures import open_picture

#: dots of the longer side as it is stored; below so many of the shorter one nobody can be told
SIDE: Final = 480
LEAST: Final = 48
#: bytes of a stored photo, at most: a JPEG of that side needs a fifth
LARGEST: Final = 256 * 1024


def portrait(data: bytes) -> bytes:
    """The photo as it is stored: a JPEG of at most `SIDE` dots a side. One that is so already stays as it is.

    Takes PNG and JPEG, told by their bytes. Raises ClinicError (field `photo`) for anything else, for a file that is empty,
    damaged, too large or too small.
    """
    try:
        return _stored(data)
    except ClinicError:
        raise
    except Exception as why:  # whatever a damaged or a crafted file does to a decoder, the desk hears a sentence
        raise ClinicError(
            "This is no photo that can be read.",
            next_step="Save it as JPEG or PNG, and choose it again.",
            field="photo",
        ) from why


def _stored(data: bytes) -> bytes:
    with open_picture(data, _too_large()) as picture:
        if min(picture.size) < LEAST:
            raise ClinicError("This picture is too small.", next_step="Choose a larger one.", field="photo")
        if _is_stored(picture, data):
            picture.load()  # a file that is cut off is told here
            return data
        picture.draft("RGB", (2 * SIDE, 2 * SIDE))  # a large JPEG is decoded at a half or less of its size
        return _written(ImageOps.exif_transpose(picture))


def _is_stored(picture: Image.Image, data: bytes) -> bool:
    """Whether it has been through here: nothing beside the dots is left in it."""
    bare = not picture.getexif() and not picture.info.keys() - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    small = max(picture.size) <= SIDE and len(data) <= LARGEST
    return picture.format == "JPEG" and picture.mode == "RGB" and bare and small


def _written(picture: Image.Image) -> bytes:
    """On white, small, as JPEG without anything else."""
    picture.thumbnail((SIDE, SIDE))
    if picture.mode in ("RGBA", "LA", "P", "PA"):
        clear = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
    out = io.BytesIO()
    bare = Image.new("RGB", picture.size)
    bare.paste(picture.convert("RGB"))
    bare.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()


def _too_large() -> ClinicError:
    return ClinicError("This picture is too large.", next_step="Choose one with fewer dots.", field="photo")
