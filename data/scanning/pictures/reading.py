"""One picture file, read."""

from pathlib import Path

from msgspec import Struct

from data.errors import CeremonyError
from data.scanning.decode import decode_picture

PICTURE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jfif", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".heic", ".heif"}
)
NO_CODE = "?"
"""What is scanned for a picture without a code: no card, so the attempt is logged as misread."""


class PictureRead(Struct, frozen=True):
    """What came of one picture: the texts of its codes, none, or why it cannot be read."""

    path: Path
    texts: tuple[str, ...] = ()
    problem: str = ""

    @property
    def scans(self) -> tuple[str, ...]:
        """What the door is to be asked: each code, or once that there is none."""
        return () if self.problem else self.texts or (NO_CODE,)


def is_picture(path: Path) -> bool:
    """Whether the file's name says that it is a picture."""
    return path.suffix.lower() in PICTURE_SUFFIXES


def read_picture(path: Path) -> PictureRead:
    """Read one file; what is wrong with it becomes its ``problem``."""
    try:
        return PictureRead(path, tuple(decode_picture(path)))
    except CeremonyError as error:
        return PictureRead(path, problem=error.sentence)
