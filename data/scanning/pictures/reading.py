"""One picture file, read."""

from pathlib import Path

from msgspec import Struct

from data.errors import CeremonyError
from data.language import _, ngettext
from data.scanning.pictures.decode import Reading, read_codes

PICTURE_SUFFIXES = frozenset(
    {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".png", ".apng", ".bmp", ".gif", ".webp"),
        *(".tif", ".tiff", ".heic", ".heif", ".hif", ".pdf"),
    }
)
OTHER_SUFFIXES = frozenset(
    {
        *(
            ".avif",
            ".jxl",
            ".svg",
            ".psd",
            ".dng",
            ".cr2",
            ".cr3",
            ".nef",
            ".arw",
            ".raw",
            ".zip",
            ".rar",
            ".7z",
        ),
        *(".mp4", ".mov", ".m4v", ".3gp", ".avi", ".webm", ".mkv"),
    }
)
"""What people may put among pictures in the belief that it is read there."""
NO_CODE = "?"
"""What is scanned for a picture without a code: no card, so the attempt is logged as misread."""


class PictureRead(Struct, frozen=True):
    """What came of one picture: the texts of its codes, none, or why it cannot be read.

    ``note`` is a sentence about what of it was not looked at, or not in every way; empty when all was.
    """

    path: Path
    texts: tuple[str, ...] = ()
    problem: str = ""
    note: str = ""

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
        found = read_codes(path)
    except CeremonyError as error:
        return PictureRead(path, problem=error.sentence)
    return PictureRead(path, tuple(found.texts), note=_note(path, found))


def is_left_aside(path: Path) -> bool:
    """Whether people may take the file for one that is read among pictures, and it is not."""
    return path.suffix.lower() in OTHER_SUFFIXES


def left_aside(path: Path) -> PictureRead:
    """What is said of a file that lies among pictures and is none that is read there."""
    problem = _("{name} is not read here: pictures and PDF are. A film is read with F9.").format(
        name=path.name
    )
    return PictureRead(path, problem=problem)


def _note(path: Path, found: Reading) -> str:
    if found.left_out:
        return ngettext(
            "{name}: the last {count} page was not looked at. Split the file.",
            "{name}: the last {count} pages were not looked at. Split the file.",
            found.left_out,
        ).format(name=path.name, count=found.left_out)
    if found.is_cut:
        return _("{name}: not tried in every way. Take it closer, so that the code is larger.").format(
            name=path.name
        )
    return ""
