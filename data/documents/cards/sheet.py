"""A4 sheets of eight cards at true size, with marks to cut by, in one PDF.

The cards are in mode "1": every edge of a QR is exact, and a commune's printer has one ink. What all cards
share is stored once, and of each card only its own parts: 8 kB in 1 ms. Whole pages as a fax compresses them
(CCITT group 4, which is what Pillow's PDF does) take 3 ms a card; grey is JPEG there and ripples along the
edges; the picture files' own streams under a palette of black and white take no time and 55 kB a card.
"""

from collections.abc import Iterable

from PIL import Image

from data.documents.cards.card import DPI, HEIGHT, MODULE, QR_CORNER, WIDTH
from data.documents.cards.qr import MODULES, qr_bits
from data.documents.pdf import Bar, Laid, Pdf

PAGE = (2480, 3508)
COLUMNS, ROWS = 2, 4
CARDS_A_PAGE = COLUMNS * ROWS

_LEFT = (PAGE[0] - COLUMNS * WIDTH) // 2
_TOP = (PAGE[1] - ROWS * HEIGHT) // 2
# Most printers leave 4 to 5 mm unprinted: the marks begin inside that and stop short of the cards.
_QR = (MODULES * MODULE, MODULES * MODULE)
_MARK_FROM, _MARK_LENGTH, _MARK_WIDTH = 50, 39, 2


def page_count(cards: int) -> int:
    """How many sheets so many cards take."""
    return -(-cards // CARDS_A_PAGE)


class Sheets:
    """Sheets that are filled with one card after another, row by row.

    ``shared`` is what lies under every card: a picture of a card's size in mode "1".
    """

    def __init__(self, title: str, shared: Image.Image) -> None:
        self._document = Pdf(title, PAGE, DPI)
        self._shared = self._document.add_picture(shared)
        self._laid: list[Laid] = []
        self._cards = 0

    def add(self, code: str, own: Iterable[tuple[Image.Image, tuple[int, int]]]) -> None:
        """Lay the next card: its ``code`` (16 digits), and of the rest of it what is its own: pictures in
        mode "1" with the corner of the card that each begins at."""
        row, column = divmod(self._cards % CARDS_A_PAGE, COLUMNS)
        left, top = _LEFT + column * WIDTH, _TOP + row * HEIGHT
        parts = [(self._shared, (0, 0)), (self._document.add_bits(qr_bits(code, MODULE), _QR), QR_CORNER)]
        parts += [(self._document.add_picture(picture), corner) for picture, corner in own]
        self._laid += [(part, (left + corner[0], top + corner[1])) for part, corner in parts]
        self._cards += 1
        if self._cards % CARDS_A_PAGE == 0:
            self._turn()

    def content(self) -> bytes:
        """The sheets as one PDF document that prints at true size; no card is added afterwards."""
        if self._laid:
            self._turn()
        return self._document.content()

    def _turn(self) -> None:
        self._document.add_page(self._laid, _MARKS)
        self._laid = []


def _marks() -> list[Bar]:
    """Where to cut: in the margins, at every edge of a card."""
    right, bottom = PAGE[0] - _MARK_FROM - _MARK_LENGTH, PAGE[1] - _MARK_FROM - _MARK_LENGTH
    xs = [_LEFT + column * WIDTH for column in range(COLUMNS + 1)]
    ys = [_TOP + row * HEIGHT for row in range(ROWS + 1)]
    upright = [Bar(x, y, _MARK_WIDTH, _MARK_LENGTH) for x in xs for y in (_MARK_FROM, bottom)]
    return upright + [Bar(x, y, _MARK_LENGTH, _MARK_WIDTH) for y in ys for x in (_MARK_FROM, right)]


_MARKS = _marks()
