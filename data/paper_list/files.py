"""The lists as one PDF to print before the day, or at any moment of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from data.backdrop.files import write_whole
from data.cards.sheet import pdf
from data.paper_list.page import draw_sheet, sheets
from data.paper_list.tables import tables
from data.state.state import State

NAME = "danh-sach-giay.pdf"

Progress = Callable[[int, int], None]


def write_paper_list(state: State, out_dir: Path, progress: Progress | None = None) -> Path:
    """Write the lists of households and delegates into ``out_dir`` (made when missing); the file.

    Who is present already stands there with their time. ``progress`` is called with (done, all) after
    each page. Raises CeremonyError when the disk refuses; a file that stands is whole.
    """
    event = state.event
    laid_out = sheets(event, tables(state))

    def pages() -> Iterator[Image.Image]:
        for number, sheet in enumerate(laid_out, start=1):
            yield draw_sheet(event, sheet, number, len(laid_out))
            if progress:
                progress(number, len(laid_out))

    target = out_dir / NAME
    write_whole(target, pdf(pages(), event.title))
    return target
