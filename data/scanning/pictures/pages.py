"""Opening what people take for pictures: photographs, scans of several pages, animations, PDF, HEIC.

Libraries are imported when the first picture is shown to the program.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from data.errors import CeremonyError
from data.language import _
from data.scanning.pictures.opening import beginning, opened, readable_errors, refuse_giant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

LONGEST_SIDE = 3000
MOST_PAGES = 50
"""So many pages of a scan or a PDF are read: 400 cards, eight to a page."""
MOST_FRAMES = 24
"""Of an animation so many pictures are looked at, evenly from the first to the last."""
_PDF_DPI = 200
_ANIMATED = ("GIF", "WEBP", "PNG", "AVIF")
_TWO_VIEWS = "MPO"


class Page(NamedTuple):
    """One picture of a file, grey and on white; ``left_out`` is how many of the file come after the last."""

    picture: Image.Image
    left_out: int


def pages(path: Path) -> Iterator[Page]:
    """Every picture in a file, grey, upright as its camera says, on white where it is transparent.

    Of a long document the first ``MOST_PAGES``, of an animation ``MOST_FRAMES``. Raises CeremonyError when
    the file is missing, not a picture, damaged, locked, or larger than a picture can be.
    """
    with readable_errors(path):
        if beginning(path).lstrip().startswith(b"%PDF"):
            yield from _pdf_pages(path)
            return
    with opened(path) as picture:
        yield from _frames(path, picture)


def _frames(path: Path, picture: Image.Image) -> Iterator[Page]:
    count = getattr(picture, "n_frames", 1)
    wanted, left_out = _which(count, picture.format or "")
    for number in wanted:
        if number:
            try:
                picture.seek(number)
            except (EOFError, OSError, ValueError, SyntaxError):
                # What came before the damage is read; a scan that was cut off still shows its first pages.
                return
            refuse_giant(path, picture)
        else:
            picture.draft("L", (LONGEST_SIDE, LONGEST_SIDE))
        yield Page(_grey(picture), left_out)


def _which(count: int, form: str) -> tuple[list[int], int]:
    """The frames to look at, and how many of a document's are left out; of an animation none is missed."""
    if form == _TWO_VIEWS:
        return [0], 0
    if form in _ANIMATED and count > MOST_FRAMES:
        return sorted({place * (count - 1) // (MOST_FRAMES - 1) for place in range(MOST_FRAMES)}), 0
    return list(range(min(count, MOST_PAGES))), max(0, count - MOST_PAGES)


def _grey(picture: Image.Image) -> Image.Image:
    from PIL import Image, ImageOps

    if picture.mode.startswith(("I", "F")):
        grey = _eight_bits(picture)
    elif "transparency" in picture.info or "A" in picture.getbands() or "a" in picture.getbands():
        clear = picture.convert("RGBA")
        grey = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("L")
    else:
        grey = picture.convert("L")
    # A tag that no camera writes leaves the picture as it lies.
    with suppress(Exception):
        turn = picture.getexif().get(_ORIENTATION, 1)
        method = _TURNS.get(turn)
        grey = grey.transpose(Image.Transpose[method]) if method else grey
    return grey if max(grey.size) <= LONGEST_SIDE else ImageOps.contain(grey, (LONGEST_SIDE, LONGEST_SIDE))


_ORIENTATION = 0x0112
_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}


def _eight_bits(picture: Image.Image) -> Image.Image:
    """A picture of more than eight bits, from its darkest to its lightest; Pillow would cut off the rest."""
    wide = picture.convert("F")
    low, high = wide.getextrema()
    assert isinstance(low, float) and isinstance(high, float)
    scale = 255 / (high - low) if high > low else 0.0
    return wide.point(lambda value: value * scale - low * scale).convert("L")


def _pdf_pages(path: Path) -> Iterator[Page]:
    try:
        import pypdfium2
    except Exception as error:
        raise CeremonyError(
            _("{path} is a PDF, which cannot be read on this laptop. Save it as pictures.").format(path=path)
        ) from error
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise CeremonyError(
            _("The PDF {path} cannot be opened: it is damaged, or locked with a password.").format(path=path)
        ) from error
    try:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            width, height = page.get_size()
            scale = min(_PDF_DPI / 72, LONGEST_SIDE / max(width, height, 1))
            picture = page.render(scale=scale, grayscale=True).to_pil().convert("L")
            page.close()
            yield Page(picture, max(0, len(document) - MOST_PAGES))
    finally:
        document.close()
