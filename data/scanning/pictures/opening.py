"""Opening a picture that anybody may have made: what kinds are opened at all, and how large they may be."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from data.errors import CeremonyError
from data.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

# What telephones, scanners and drawing programs save. Pillow knows forty kinds more: for some it starts
# other programs (EPS), others describe a picture of any size in a few bytes.
KINDS = ("PNG", "JPEG", "MPO", "GIF", "BMP", "DIB", "TIFF", "WEBP", "AVIF", "HEIF")
MOST_BYTES = 200_000_000
# A phone's largest pictures have 50 million pixels; JPEG can be made smaller while it is read.
MOST_PIXELS = 100_000_000
MOST_PIXELS_WHOLE = 36_000_000
"""Other kinds are unpacked whole, with four bytes to a pixel."""


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """The picture, not yet unpacked. Whatever goes wrong with it inside becomes a CeremonyError's sentence:
    the file is missing, no picture, damaged, or larger than a picture can be.
    """
    from PIL import Image

    too_large = _("The picture {path} is too large to be read. Take a smaller one.").format(path=path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if path.stat().st_size > MOST_BYTES:
                raise CeremonyError(too_large)
            with Image.open(path, formats=[kind for kind in KINDS if _is_known(kind)]) as picture:
                most = MOST_PIXELS if picture.format in ("JPEG", "MPO") else MOST_PIXELS_WHOLE
                if picture.width * picture.height > most:
                    raise CeremonyError(too_large)
                yield picture
    except FileNotFoundError as error:
        raise CeremonyError(_("There is no picture {path}.").format(path=path)) from error
    except (Image.DecompressionBombError, MemoryError) as error:
        raise CeremonyError(too_large) from error
    # Decoders of damaged files raise whatever they stumble over.
    except CeremonyError:
        raise
    except Exception as error:
        raise CeremonyError(_("{path} is not a picture that can be read.").format(path=path)) from error


def _is_known(kind: str) -> bool:
    from PIL import Image

    Image.init()
    return kind in Image.OPEN
