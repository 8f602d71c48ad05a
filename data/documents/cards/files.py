"""The cards of an event as files: a picture for each guest, and sheets to print.

Every file is written under another name and renamed when it is whole and on disk.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image

from data.collector import give_back
from data.documents.cards.card import DPI, OWN, Press
from data.documents.cards.ink import black_only, colour
from data.documents.cards.selection import sheets_name
from data.documents.cards.sheet import Sheets
from data.documents.cards.type import forget_type
from data.files.atomic_file import Write, many_over
from data.files.disk import make_folder, not_written
from data.model.event import Event
from data.model.guest import Guest
from data.scanning.codes import payload
from data.text.slug import slug

# 57 kB in 2.9 ms; level 3 takes a fifth longer for 48 kB, level 6 two and a half times as long for 40 kB.
_COMPRESSION = 1

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class CardFiles:
    """What was written: a picture for each guest, in their order, and the sheets (None: no guests)."""

    pictures: tuple[Path, ...]
    sheets: Path | None


def card_name(guest: Guest) -> str:
    """The file name of a guest's card: the number and the name in ASCII."""
    return f"{guest.number:04d}-{slug(guest.name)}.png"


def draw_cards(
    event: Event,
    guests: Sequence[Guest],
    out_dir: Path,
    progress: Progress | None = None,
    everybody: Sequence[Guest] | None = None,
    name: str = "",
) -> CardFiles:
    """Draw a PNG for each guest into ``out_dir``, and A4 sheets of all of them in one PDF.

    ``everybody`` are all guests of the event, where ``guests`` may be only some of them: the sheets of
    a selection, and of one guest, have a name of their own and leave everybody's as they are. ``name`` is
    the name of the sheets where it is to be another.
    ``progress`` is called with (done, all) after each card. Raises CeremonyError when the disk refuses.
    """
    if not guests:
        return CardFiles((), None)
    pictures = tuple(out_dir / card_name(guest) for guest in guests)
    alone = len(guests) == 1 and (everybody is None or len(everybody) > 1)
    usual = sheets_name(guests, guests if everybody is None else everybody)
    sheets = pictures[0].with_suffix(".pdf") if alone and not name else out_dir / (name or usual)
    try:
        make_folder(out_dir)
        with many_over(out_dir) as put:
            content = _draw(event, guests, pictures, put, progress or (lambda _done, _all: None))
            put(sheets, partial(_put, content))
    except OSError as error:
        raise not_written(out_dir, error) from error
    finally:
        forget_type()
        give_back()
    return CardFiles(pictures, sheets)


def _draw(
    event: Event,
    guests: Sequence[Guest],
    pictures: Sequence[Path],
    put: Callable[[Path, Write], None],
    progress: Progress,
) -> bytes:
    """The document of the sheets; each guest's picture is ``put`` under its name on the way."""
    press = Press(event)
    sheets = Sheets(event.title, black_only(press.blank))
    for done, (guest, picture) in enumerate(zip(guests, pictures, strict=True), start=1):
        plate = press.plate(guest)
        sheets.add(payload(guest.code), [(black_only(plate.crop(box)), box[:2]) for box in OWN])
        put(picture, partial(_put, _png(plate)))
        progress(done, len(guests))
    return sheets.content()


def _put(content: bytes, path: Path) -> None:
    path.write_bytes(content)


def _png(plate: Image.Image) -> bytes:
    """The plate as a picture file; the plate is used up."""
    file = BytesIO()
    colour(plate).save(file, "PNG", compress_level=_COMPRESSION, dpi=(DPI, DPI))
    return file.getvalue()
