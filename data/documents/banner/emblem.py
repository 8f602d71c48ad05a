"""The emblem's picture, which the organiser brings: the program has none of its own."""

from pathlib import Path

from PIL import Image, ImageOps

from data.errors import CeremonyError
from data.language import _
from data.scanning.pictures.opening import opened

MOST_PIXELS = 60_000_000
_LONGEST_SIDE = 4000


def open_emblem(path: Path) -> Image.Image:
    """The picture in mode "RGBA", upright, no side longer than 4000 pixels.

    Raises CeremonyError when the file is missing, not a picture, damaged, or larger than
    ``MOST_PIXELS`` or than ``data.scanning.pictures.opening`` allows.
    """
    with opened(path) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise CeremonyError(
                _("The picture {path} is too large to be read. Take a smaller one.").format(path=path)
            )
        picture.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    return upright
