"""The title sign as files: a picture for the projector, and a page at true size for the sign shop."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

from data.documents.banner.draw import draw_backdrop, paint
from data.documents.banner.size import FOLDER, NAME, SIZE_CM
from data.errors import Refused
from data.files.atomic_file import write_new, write_over
from data.files.disk import make_folder, not_written
from data.language import _
from data.model.event import Event

SHORTEST_CM = 10.0
# A page may be 14 400 points long (ISO 32000-1, annex C), which is 508 cm.
LONGEST_CM = 500.0
_LONGEST_RATIO = 8
# Banners are printed at 40 to 100 dots to the inch and read from metres away; paper at 200.
_LONGEST_SIDE = 8000
_DPI = 200
_CM_PER_INCH = 2.54

Progress = Callable[[int, int], None]


def write_backdrop(
    event: Event,
    out: Path | None,
    folder: Path,
    emblem: Path | None = None,
    size_cm: tuple[float, float] = SIZE_CM,
    progress: Progress | None = None,
) -> list[Path]:
    """Draw the sign as new files in ``papers`` of the event's ``folder``: ``tit-chu.png`` and ``.pdf``.

    ``out`` names one file instead, and says by its suffix, .png or .pdf, which; that one is replaced
    where it stands. ``size_cm`` is the width and height of the PDF's page. ``progress`` is called with
    (done, all) after each file. Raises CeremonyError when the emblem cannot be read, the suffix is
    another, the size cannot be made, or the disk refuses; a file that stands is whole.
    """
    if out is not None:
        write_whole(out, _drawn(event, out, emblem, size_cm))
        return [out]
    _check(size_cm)
    written = []
    for done, suffix in enumerate((".png", ".pdf"), start=1):
        content = _drawn(event, Path(NAME + suffix), emblem, size_cm)
        written.append(_write_new(folder / FOLDER, suffix, content))
        if progress:
            progress(done, 2)
    return written


def backdrop_pdf(event: Event, size_cm: tuple[float, float], emblem: Path | None = None) -> bytes:
    """The sign as a PDF of one page of exactly this width and height.

    Raises CeremonyError when the emblem cannot be read or the size cannot be made.
    """
    _check(size_cm)
    width, height = size_cm
    dots = min(_LONGEST_SIDE / max(size_cm), _DPI / _CM_PER_INCH)
    pixels = round(width * dots), round(height * dots)
    sign = paint(event, emblem, pixels)
    page = BytesIO()
    # Each way its own dots to the inch: pixels are whole, and the page has the size that was asked for.
    exact = tuple(n * _CM_PER_INCH / cm for n, cm in zip(pixels, size_cm, strict=True))
    # At 95 with whole colours the edges of letters show no trace of JPEG, which Pillow's PDF needs.
    sign.save(page, "PDF", dpi=exact, quality=95, subsampling=0, title=event.title)
    return page.getvalue()


def _check(size_cm: tuple[float, float]) -> None:
    width, height = size_cm
    if not _can_be_made(width, height):
        raise Refused(
            _(
                "A title sign of {width} by {height} cm cannot be made: a side has {least} to {most} cm, and "
                "none is more than {ratio} times the other. For a larger one take half the size, and have "
                "the shop print it at 200 %."
            ).format(
                width=f"{width:g}",
                height=f"{height:g}",
                least=f"{SHORTEST_CM:g}",
                most=f"{LONGEST_CM:g}",
                ratio=_LONGEST_RATIO,
            )
        )


def _drawn(event: Event, target: Path, emblem: Path | None, size_cm: tuple[float, float]) -> bytes:
    if target.suffix.lower() == ".pdf":
        return backdrop_pdf(event, size_cm, emblem)
    if target.suffix.lower() == ".png":
        return _png(draw_backdrop(event, emblem))
    raise Refused(_("The title sign is written as .png or .pdf, not as {path}.").format(path=target))


def _write_new(folder: Path, suffix: str, content: bytes) -> Path:
    try:
        make_folder(folder)
        return write_new(folder, NAME, suffix, lambda path: path.write_bytes(content))
    except OSError as error:
        raise not_written(folder / f"{NAME}{suffix}", error) from error


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` on disk as ``path`` (its folder is made): all of it, or the file as it was.

    Raises CeremonyError when the disk refuses.
    """
    try:
        make_folder(path.parent)
        write_over(path, lambda unfinished: unfinished.write_bytes(content))
    except OSError as error:
        raise not_written(path, error) from error


def _can_be_made(width: float, height: float) -> bool:
    sides = sorted((width, height))
    return sides[0] >= SHORTEST_CM and sides[1] <= LONGEST_CM and sides[1] <= sides[0] * _LONGEST_RATIO


def _png(sign: Image.Image) -> bytes:
    file = BytesIO()
    sign.save(file, "PNG")
    return file.getvalue()
