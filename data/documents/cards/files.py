"""The cards of an event as files: a picture for each guest, and sheets to print.

Every file is written under another name and renamed when it is whole and on disk.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image

from data.documents.cards.card import DPI, Press
from data.documents.cards.ink import black_only, colour
from data.documents.cards.selection import sheets_name
from data.documents.cards.sheet import CARDS_A_PAGE, blank_page, lay_out, page_count, pdf
from data.documents.cards.type import font
from data.files.atomic_file import write_over
from data.files.disk import make_folder, not_written
from data.memory import give_back
from data.model.event import Event
from data.model.guest import Guest
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
        pages = _pages(event, guests, pictures, progress or (lambda _done, _all: None))
        content = pdf(pages, event.title)
        write_over(sheets, lambda path: path.write_bytes(content))
    except OSError as error:
        raise not_written(out_dir, error) from error
    finally:
        # Each size of type holds half a megabyte, and is opened again in a millisecond.
        font.cache_clear()
        give_back()
    return CardFiles(pictures, sheets)


def _pages(
    event: Event, guests: Sequence[Guest], pictures: Sequence[Path], progress: Progress
) -> Iterator[Image.Image]:
    """The sheets one after another; each guest's picture is written on the way to its sheet."""
    press = Press(event)
    blank = blank_page()
    for page in range(page_count(len(guests))):
        cards = []
        for place in range(page * CARDS_A_PAGE, min((page + 1) * CARDS_A_PAGE, len(guests))):
            plate = press.plate(guests[place])
            cards.append(black_only(plate))
            content = _png(plate)
            write_over(pictures[place], partial(_put, content))
            progress(place + 1, len(guests))
        yield lay_out(blank, cards)


def _put(content: bytes, path: Path) -> None:
    path.write_bytes(content)


def _png(plate: Image.Image) -> bytes:
    """The plate as a picture file; the plate is used up."""
    file = BytesIO()
    colour(plate).save(file, "PNG", compress_level=_COMPRESSION, dpi=(DPI, DPI))
    return file.getvalue()
