"""Opening a picture that anybody may have made: what kinds are opened at all, and how large they may be.

Libraries are imported when the first picture is shown to the program.
"""

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
MOST_PIXELS = 100_000_000
"""A phone's largest pictures have 50 million pixels; a grey one of 100 million takes 100 MB."""
MOST_PIXELS_WHOLE = 36_000_000
"""Kinds that cannot be made smaller while they are read are unpacked whole, with four bytes to a pixel."""
_PHOTO_BOXES = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """The picture, not yet unpacked.

    Whatever goes wrong with it inside becomes a CeremonyError's sentence: the file is missing, no picture,
    damaged, locked, or larger than a picture can be.
    """
    from PIL import Image

    with readable_errors(path):
        begin = beginning(path)
        if begin[4:8] == b"ftyp" and begin[8:12] in _PHOTO_BOXES:
            _learn_heic(path)
        Image.init()
        with Image.open(path, formats=[kind for kind in KINDS if kind in Image.OPEN]) as picture:
            refuse_giant(path, picture)
            yield picture


@contextmanager
def readable_errors(path: Path) -> Iterator[None]:
    """Whatever reading the file ``path`` raises becomes the sentence of a CeremonyError."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            # What a picture's maker did wrong is nobody's business here, and a large one is no bomb yet.
            warnings.simplefilter("ignore")
            yield
    except CeremonyError:
        raise
    except FileNotFoundError as error:
        raise CeremonyError(_("There is no picture {path}.").format(path=path)) from error
    except (Image.DecompressionBombError, MemoryError) as error:
        raise CeremonyError(_too_large(path)) from error
    # Decoders of damaged files raise whatever they stumble over.
    except Exception as error:
        raise CeremonyError(_("{path} is not a picture that can be read.").format(path=path)) from error


def beginning(path: Path) -> bytes:
    """The first bytes of a file, by which its kind is known. Raises CeremonyError when it is too large."""
    if path.stat().st_size > MOST_BYTES:
        raise CeremonyError(_too_large(path))
    with path.open("rb") as file:
        return file.read(32)


def refuse_giant(path: Path, picture: Image.Image) -> None:
    """Raises CeremonyError when the picture has more pixels than can be unpacked."""
    most = MOST_PIXELS if picture.format in ("JPEG", "MPO") else MOST_PIXELS_WHOLE
    if picture.width * picture.height > most:
        raise CeremonyError(_too_large(path))


def _too_large(path: Path) -> str:
    return _("The picture {path} is too large to be read. Take a smaller one.").format(path=path)


def _learn_heic(path: Path) -> None:
    """Teach Pillow the photographs of iPhones. Raises CeremonyError where their library does not load."""
    try:
        from pillow_heif import register_heif_opener
    except Exception as error:
        raise CeremonyError(
            _(
                "{path} is a HEIC photo, which cannot be read on this laptop. Send it as JPEG: on the "
                "iPhone, Settings, Camera, Formats, Most Compatible; or take a screenshot of it."
            ).format(path=path)
        ) from error
    register_heif_opener()
