"""A4 sheets of eight cards at true size, with marks to cut by, in one PDF.

The pages are in mode "1", which Pillow compresses as a fax does (CCITT group 4). Measured on a page of
eight cards at 300 dpi: 33 kB in 17 ms, with every edge of a QR exact. Grey is JPEG in Pillow's PDF
(343 kB in 10 ms) and ripples along the edges; colour takes 38 ms, and a commune's printer has one ink;
a palette would be exact and coloured, at 17 MB a page.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from data.documents.cards.card import DPI, HEIGHT, WIDTH

PAGE = (2480, 3508)
COLUMNS, ROWS = 2, 4
CARDS_A_PAGE = COLUMNS * ROWS

_LEFT = (PAGE[0] - COLUMNS * WIDTH) // 2
_TOP = (PAGE[1] - ROWS * HEIGHT) // 2
# Most printers leave 4 to 5 mm unprinted: the marks begin inside that and stop short of the cards.
_MARK_FROM, _MARK_TO = 50, 88
_PAGES_AT_ONCE = 4


def page_count(cards: int) -> int:
    """How many sheets so many cards take."""
    return -(-cards // CARDS_A_PAGE)


def blank_page() -> Image.Image:
    """An empty A4 sheet at 300 dpi, mode "1", with marks where to cut."""
    page = Image.new("1", PAGE, 255)
    draw = ImageDraw.Draw(page)
    right, bottom = PAGE[0] - 1, PAGE[1] - 1
    for column in range(COLUMNS + 1):
        x = _LEFT + column * WIDTH
        draw.line((x, _MARK_FROM, x, _MARK_TO), fill=0, width=2)
        draw.line((x, bottom - _MARK_TO, x, bottom - _MARK_FROM), fill=0, width=2)
    for row in range(ROWS + 1):
        y = _TOP + row * HEIGHT
        draw.line((_MARK_FROM, y, _MARK_TO, y), fill=0, width=2)
        draw.line((right - _MARK_TO, y, right - _MARK_FROM, y), fill=0, width=2)
    return page


def lay_out(blank: Image.Image, cards: Sequence[Image.Image]) -> Image.Image:
    """A sheet with at most eight cards (mode "1"), row by row, on a copy of ``blank_page()``."""
    page = blank.copy()
    for place, card in enumerate(cards):
        row, column = divmod(place, COLUMNS)
        page.paste(card, (_LEFT + column * WIDTH, _TOP + row * HEIGHT))
    return page


def pdf(pages: Iterable[Image.Image], title: str) -> bytes:
    """The sheets as one PDF document that prints at true size; empty for no sheets.

    ``pages`` is drawn from a few at a time, and they are closed once they are written: a sheet takes 9 MB
    of memory, and a village may need 60.
    """
    document = BytesIO()
    waiting: list[Image.Image] = []
    for page in pages:
        waiting.append(page)
        if len(waiting) == _PAGES_AT_ONCE:
            _append(document, waiting, title)
            waiting = []
    if waiting:
        _append(document, waiting, title)
    return document.getvalue()


def _append(document: BytesIO, pages: Sequence[Image.Image], title: str) -> None:
    first, *others = pages
    begun = document.tell() > 0
    about = {} if begun else {"title": title}
    first.save(document, "PDF", resolution=DPI, save_all=True, append_images=others, append=begun, **about)
    document.seek(0, 2)
    # Pillow notes in each picture which pictures went with it, itself among them: a circle, which would
    # keep a hundred megabytes until the collector comes by.
    for page in pages:
        page.close()
