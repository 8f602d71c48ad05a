"""Large letters for a terminal: Roboto, which has every Vietnamese letter, drawn and turned into blocks.

Sizes are in units of which a terminal's cell is 2 wide and 4 high, so that a unit is a square. Small
letters are set in braille, whose eight dots are a unit each; larger ones in quarter blocks of two
shades, which are solid and bright from afar.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from PIL import Image, ImageDraw

from data.documents.cards.type import ASCENT, DESCENT, LEADING, Face, fit, font

Lettering = Literal["best", "half-blocks"]

CELL_WIDTH, CELL_HEIGHT = 2, 4
_LEAST = 12
"""Below this type size, in units to the em, Ể cannot be told from Ê: plain text is better then."""
_LEAST_SOLID = 17
_LEAST_HALF = 23
LEAST_SMALL_LETTERS = 20
"""Below this size the marks of small letters run together; capitals can still be read."""
_CAPITAL = 0.711
"""The height of a capital in parts of the type size: Roboto's."""
_FINER = 6
_SHADES = 12
_MOST_LINES = 9


class Stretch(NamedTuple):
    """Characters side by side of one look; ``ink`` and ``paper`` are shares of ink, from 0 to 1."""

    text: str
    ink: float
    paper: float


Row = tuple[Stretch, ...]


class Paragraph(NamedTuple):
    """Words to be set, and their size as a part of the largest paragraph's."""

    text: str
    part: float = 1.0
    face: Face = "Bold"


@dataclass(frozen=True, slots=True)
class Block:
    """Large type as it is painted: ``rows`` of ``width`` cells each."""

    rows: tuple[Row, ...]
    width: int


@lru_cache(maxsize=64)
def large(
    paragraphs: tuple[Paragraph, ...],
    width: int,
    height: int,
    lettering: Lettering = "best",
    least: int = _LEAST,
) -> Block | None:
    """``paragraphs`` below one another, each centred, as large as ``width`` by ``height`` cells allow.

    None when the letters would be too small to be read, or smaller than ``least`` units to the em:
    then plain text is better.
    """
    least = max(least, _LEAST if lettering == "best" else _LEAST_HALF)
    low, high = least, height * CELL_HEIGHT
    found: list[_Set] = []
    while low <= high:
        size = (low + high) // 2
        tried = [_set(paragraph, max(least, round(size * paragraph.part)), width) for paragraph in paragraphs]
        whole = [setting for setting in tried if setting is not None]
        if len(whole) == len(tried) and sum(setting.rows for setting in whole) <= height:
            found, low = whole, size + 1
        else:
            high = size - 1
    if not found:
        return None
    rows: list[Row] = []
    for setting in found:
        rows += _painted(setting, width, lettering)
    return Block(tuple(rows), width)


@dataclass(frozen=True, slots=True)
class _Set:
    """A paragraph as it is set: its lines and its type size in units to the em."""

    lines: tuple[str, ...]
    face: Face
    size: float

    @property
    def is_solid(self) -> bool:
        """Whether it is painted in blocks, not in dots."""
        return self.size >= _LEAST_SOLID

    @property
    def ascent(self) -> int:
        """Units from the top to the first line's foot, so many that it stands on the grid."""
        return self._on_grid(self.size * ASCENT)

    @property
    def lead(self) -> int:
        """Units from line to line, so many that every line stands on the grid."""
        return self._on_grid(self.size * LEADING)

    @property
    def rows(self) -> int:
        """Cells from the top of the first line's tones to the foot of the last line."""
        high = self.ascent + self.lead * (len(self.lines) - 1) + round(self.size * DESCENT)
        return -(-high // CELL_HEIGHT)

    def _on_grid(self, units: float) -> int:
        step = 2 if self.is_solid else 1
        return -(-round(units) // step) * step


def _set(paragraph: Paragraph, size: float, width: int) -> _Set | None:
    """The paragraph at this size in lines that fit ``width`` cells, or None when a word does not."""
    finer = 1
    if size >= _LEAST_SOLID:
        # A capital that is a whole number of quarter blocks high has sharp edges above and below.
        size, finer = round(size * _CAPITAL / 2) * 2 / _CAPITAL, _FINER
    pixels = round(size * finer)
    room = (width * CELL_WIDTH * finer, pixels * 2 * _MOST_LINES)
    setting = fit(
        paragraph.text, paragraph.face, room, most_lines=_MOST_LINES, largest=pixels, smallest=pixels
    )
    is_whole = " ".join(setting.lines) == " ".join(paragraph.text.split())
    return _Set(setting.lines, paragraph.face, size) if is_whole else None


def _painted(setting: _Set, width: int, lettering: Lettering) -> Iterator[Row]:
    if not setting.is_solid:
        return _braille(_plate(setting, width, "1", 1))
    plate = _plate(setting, width, "L", _FINER)
    return _quarter_blocks(plate) if lettering == "best" else _half_blocks(plate)


def _plate(setting: _Set, width: int, mode: Literal["1", "L"], finer: int) -> Image.Image:
    """The lines in ink (255) on paper (0), one pixel a unit.

    In mode "1" the font's own hints set every dot, which keeps the smallest tones apart; in mode "L"
    the letters are drawn finer and made smaller.
    """
    size = (width * CELL_WIDTH * finer, setting.rows * CELL_HEIGHT * finer)
    plate = Image.new(mode, size)
    draw = ImageDraw.Draw(plate)
    type_ = font(setting.face, round(setting.size * finer))
    for index, line in enumerate(setting.lines):
        foot = (setting.ascent + setting.lead * index) * finer
        left = (size[0] - type_.getlength(line)) // 2
        draw.text((left, foot), line, fill=255, font=type_, anchor="ls")
    return plate.resize((size[0] // finer, size[1] // finer), Image.Resampling.BOX) if finer > 1 else plate


# The dots of a braille character, from its top left: the bit of each (Unicode, block 2800).
_BRAILLE = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


def _braille(plate: Image.Image) -> Iterator[Row]:
    dots, wide = plate.convert("L").tobytes(), plate.width
    for top in range(0, plate.height, CELL_HEIGHT):
        cells = []
        for left in range(0, wide, CELL_WIDTH):
            bits = sum(
                bit
                for y, pair in enumerate(_BRAILLE)
                for x, bit in enumerate(pair)
                if dots[(top + y) * wide + left + x]
            )
            cells.append(Stretch(chr(0x2800 + bits) if bits else " ", 1.0, 0.0))
        yield _run_together(cells)


# Quarter blocks by which of their quarters are inked: top left 1, top right 2, below left 4, right 8.
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"


def _quarter_blocks(plate: Image.Image) -> Iterator[Row]:
    dots, wide = _halved(plate, 1)
    for top in range(0, len(dots), 2 * wide):
        cells = []
        for place in range(top, top + wide, 2):
            below = place + wide
            cells.append(_two_shades((dots[place], dots[place + 1], dots[below], dots[below + 1])))
        yield _run_together(cells)


def _half_blocks(plate: Image.Image) -> Iterator[Row]:
    dots, wide = _halved(plate, 2)
    for top in range(0, len(dots), 2 * wide):
        yield _run_together(
            [Stretch("▀", _shade(dots[at]), _shade(dots[at + wide])) for at in range(top, top + wide)]
        )


def _halved(plate: Image.Image, across: int) -> tuple[bytes, int]:
    """The shades at half the height and a part of the width, row by row, and how many are in a row."""
    small = plate.resize((plate.width // across, plate.height // 2), Image.Resampling.BOX)
    return small.tobytes(), small.width


@lru_cache(maxsize=65536)
def _two_shades(quarters: tuple[int, int, int, int]) -> Stretch:
    """The quarter block and its two shades that come nearest to four shades."""
    best, least = Stretch(" ", 0.0, 0.0), float("inf")
    for inked in range(1, 8) if max(quarters) - min(quarters) > 8 else (0,):
        ink = [q for place, q in enumerate(quarters) if inked >> place & 1]
        paper = [q for place, q in enumerate(quarters) if not inked >> place & 1]
        fault = _spread(ink) + _spread(paper)
        if fault < least:
            best, least = Stretch(_QUARTERS[inked], _shade(_mean(ink)), _shade(_mean(paper))), fault
    return best if best.ink != best.paper else Stretch(" ", 0.0, best.paper)


def _mean(shades: Sequence[int]) -> float:
    return sum(shades) / len(shades) if shades else 0.0


def _spread(shades: Sequence[int]) -> float:
    middle = _mean(shades)
    return sum((shade - middle) ** 2 for shade in shades)


def _shade(value: float) -> float:
    """A share of ink in few steps, so that neighbours of nearly one shade are painted together."""
    return round(value / 255 * _SHADES) / _SHADES


def _run_together(cells: Sequence[Stretch]) -> Row:
    """Neighbours of one look as one stretch. A blank shows no ink: any will do."""
    runs = []
    for (ink, paper), members in groupby(cells, key=lambda cell: cell[1:]):
        runs.append(Stretch("".join(cell.text for cell in members), ink, paper))
    return tuple(runs)
