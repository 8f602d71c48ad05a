"""The lists as one PDF to print before the day, or at any moment of it."""

from collections.abc import Callable
from pathlib import Path

from data.collector import give_back
from data.documents.cards.card import DPI
from data.documents.cards.type import forget_type
from data.documents.pdf import Pdf
from data.documents.signing_sheet.page import PAGE, draw_sheet, sheets
from data.documents.signing_sheet.tables import tables
from data.documents.signing_sheet.wording import STEM
from data.files.atomic_file import write_new
from data.files.disk import make_folder, not_written
from data.state.state import State

Progress = Callable[[int, int], None]


def write_paper_list(state: State, out_dir: Path, progress: Progress | None = None) -> Path:
    """Write the lists of households and delegates as a new file in ``out_dir`` (made when missing).

    Who is present already stands there with their time. ``progress`` is called with (done, all) after
    each page. Raises CeremonyError when the disk refuses; a file that stands is whole.
    """
    event = state.event
    laid_out = sheets(event, tables(state))
    document = Pdf(event.title, PAGE, DPI)
    for number, sheet in enumerate(laid_out, start=1):
        picture = document.add_picture(draw_sheet(event, sheet, number, len(laid_out)))
        document.add_page([(picture, (0, 0))])
        if progress:
            progress(number, len(laid_out))
    content = document.content()
    forget_type()
    give_back()
    try:
        make_folder(out_dir)
        return write_new(out_dir, STEM, ".pdf", lambda path: path.write_bytes(content))
    except OSError as error:
        raise not_written(out_dir, error) from error
