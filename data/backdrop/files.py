"""The title sign as files: a picture for the projector, and a page at true size for the sign shop."""

import os
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from PIL import Image

from data.backdrop.draw import draw_backdrop, paint
from data.errors import CeremonyError, Refused
from data.language import _
from data.model.event import Event

FOLDER = "papers"
NAME = "tit-chu"
SIZE_CM = (400.0, 225.0)
"""How large the sign is unless somebody says otherwise: it fits the wall of a village house's stage."""

SHORTEST_CM = 10.0
# A page may be 14 400 points long (ISO 32000-1, annex C), which is 508 cm.
LONGEST_CM = 500.0
_LONGEST_RATIO = 8
# Banners are printed at 40 to 100 dots to the inch and read from metres away; paper at 200.
_LONGEST_SIDE = 8000
_DPI = 200
_CM_PER_INCH = 2.54


def write_backdrop(
    event: Event,
    out: Path | None,
    folder: Path,
    emblem: Path | None = None,
    size_cm: tuple[float, float] = SIZE_CM,
) -> list[Path]:
    """Draw the sign into ``papers`` of the event's ``folder``: ``tit-chu.png`` and ``tit-chu.pdf``.

    ``out`` names one file instead, and says by its suffix, .png or .pdf, which. ``size_cm`` is the
    width and height of the PDF's page. Raises CeremonyError when the emblem cannot be read, the
    suffix is another, the size cannot be made, or the disk refuses; a file that stands is whole.
    """
    targets = [out] if out else [folder / FOLDER / f"{NAME}{suffix}" for suffix in (".png", ".pdf")]
    for target in targets:
        if target.suffix.lower() == ".pdf":
            backdrop_pdf(event, target, *size_cm, emblem)
        elif target.suffix.lower() == ".png":
            write_whole(target, _png(draw_backdrop(event, emblem)))
        else:
            raise Refused(_("The title sign is written as .png or .pdf, not as {path}.").format(path=target))
    return targets


def backdrop_pdf(
    event: Event, out: Path, width_cm: float, height_cm: float, emblem: Path | None = None
) -> None:
    """Write the sign to ``out`` as one page of exactly this size.

    Raises CeremonyError as ``write_backdrop`` does.
    """
    if not _can_be_made(width_cm, height_cm):
        raise Refused(
            _(
                "A title sign of {width} by {height} cm cannot be made: a side has {least} to {most} cm, and "
                "none is more than {ratio} times the other. For a larger one take half the size, and have "
                "the shop print it at 200 %."
            ).format(
                width=f"{width_cm:g}",
                height=f"{height_cm:g}",
                least=f"{SHORTEST_CM:g}",
                most=f"{LONGEST_CM:g}",
                ratio=_LONGEST_RATIO,
            )
        )
    dots = min(_LONGEST_SIDE / max(width_cm, height_cm), _DPI / _CM_PER_INCH)
    pixels = round(width_cm * dots), round(height_cm * dots)
    sign = paint(event, emblem, pixels)
    page = BytesIO()
    # Each way its own dots to the inch: pixels are whole, and the page has the size that was asked for.
    exact = tuple(n * _CM_PER_INCH / cm for n, cm in zip(pixels, (width_cm, height_cm), strict=True))
    # At 95 with whole colours the edges of letters show no trace of JPEG, which Pillow's PDF needs.
    sign.save(page, "PDF", dpi=exact, quality=95, subsampling=0, title=event.title)
    write_whole(out, page.getvalue())


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` on disk as ``path`` (its folder is made): all of it, or the file as it was.

    Raises CeremonyError when the disk refuses.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with unfinished.open("wb") as file:
                file.write(content)
                # It is carried away on a stick at once: it has to be on disk before its name is.
                os.fsync(file.fileno())
            unfinished.replace(path)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CeremonyError(
            _("{path} cannot be written ({reason}). Free some space or choose another folder.").format(
                path=path, reason=error.strerror or error
            )
        ) from error


def _can_be_made(width: float, height: float) -> bool:
    sides = sorted((width, height))
    return sides[0] >= SHORTEST_CM and sides[1] <= LONGEST_CM and sides[1] <= sides[0] * _LONGEST_RATIO


def _png(sign: Image.Image) -> bytes:
    file = BytesIO()
    sign.save(file, "PNG")
    return file.getvalue()
