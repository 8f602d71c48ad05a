"""Opening what people take for pictures: photographs, scans of several pages, animations, PDF, HEIC.

Libraries are imported when the first picture is shown to the program.
"""

from __future__ import annotations

import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from data.errors import CeremonyError
from data.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

MOST_PIXELS = 100_000_000
"""A phone's largest pictures have 50 million pixels; a grey one of 100 million takes 100 MB."""
LONGEST_SIDE = 3000
MOST_PAGES = 50
"""So many pages of a scan or a PDF are read: 400 cards, eight to a page."""
MOST_FRAMES = 24
"""Of an animation so many pictures are looked at, evenly from the first to the last."""
_PDF_DPI = 200
_ANIMATED = ("GIF", "WEBP", "PNG", "AVIF")
_TWO_VIEWS = "MPO"
_PHOTO_BOXES = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


class Page(NamedTuple):
    """One picture of a file, grey and on white; ``left_out`` is how many of the file come after the last."""

    picture: Image.Image
    left_out: int


def pages(path: Path) -> Iterator[Page]:
    """Every picture in a file, grey, upright as its camera says, on white where it is transparent.

    Of a long document the first ``MOST_PAGES``, of an animation ``MOST_FRAMES``. Raises CeremonyError when
    the file is missing, not a picture, damaged, locked, or larger than ``MOST_PIXELS``.
    """
    from PIL import Image

    try:
        begin = _beginning(path)
        with warnings.catch_warnings():
            # What a picture's maker did wrong is nobody's business here, and a large one is no bomb yet.
            warnings.simplefilter("ignore")
            if begin.lstrip().startswith(b"%PDF"):
                yield from _pdf_pages(path)
                return
            if begin[4:8] == b"ftyp" and begin[8:12] in _PHOTO_BOXES:
                _learn_heic(path)
            with Image.open(path) as picture:
                yield from _frames(path, picture)
    except CeremonyError:
        raise
    except FileNotFoundError as error:
        raise CeremonyError(_("There is no picture {path}.").format(path=path)) from error
    except (Image.DecompressionBombError, MemoryError) as error:
        raise CeremonyError(_too_large(path)) from error
    # Decoders of damaged files raise whatever they stumble over.
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        ArithmeticError,
        LookupError,
        TypeError,
        RuntimeError,
    ) as error:
        raise CeremonyError(_("{path} is not a picture that can be read.").format(path=path)) from error


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(32)


def _frames(path: Path, picture: Image.Image) -> Iterator[Page]:
    _refuse_giant(path, picture)
    count = getattr(picture, "n_frames", 1)
    wanted, left_out = _which(count, picture.format or "")
    for number in wanted:
        if number:
            try:
                picture.seek(number)
            except (EOFError, OSError, ValueError, SyntaxError):
                # What came before the damage is read; a scan that was cut off still shows its first pages.
                return
            _refuse_giant(path, picture)
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


def _refuse_giant(path: Path, picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise CeremonyError(_too_large(path))


def _too_large(path: Path) -> str:
    return _("The picture {path} is too large to be read. Take a smaller one.").format(path=path)


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
