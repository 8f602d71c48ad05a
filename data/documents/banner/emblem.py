"""The emblem's picture, which the organiser brings: the program has none of its own."""

import warnings
from pathlib import Path

from PIL import Image, ImageOps

from data.errors import CeremonyError
from data.language import _

MOST_PIXELS = 60_000_000
_LONGEST_SIDE = 4000


def open_emblem(path: Path) -> Image.Image:
    """The picture in mode "RGBA", upright, no side longer than 4000 pixels.

    Raises CeremonyError when the file is missing, not a picture, damaged, or larger than
    ``MOST_PIXELS``.
    """
    too_large = _("The picture {path} is too large to be read. Take a smaller one.").format(path=path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise CeremonyError(too_large)
                upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except FileNotFoundError as error:
        raise CeremonyError(_("There is no picture {path}.").format(path=path)) from error
    except (Image.DecompressionBombError, MemoryError) as error:
        raise CeremonyError(too_large) from error
    # Decoders of damaged files raise whatever they stumble over.
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError) as error:
        raise CeremonyError(_("{path} is not a picture that can be read.").format(path=path)) from error
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    return upright
