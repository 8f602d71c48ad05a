"""Drawn type on its way to the screen: shares of ink become colours."""

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.large_text.drawn_type import Block

Colour = tuple[int, int, int]


def strips(block: Block, ink: Colour, paper: Colour, margin: int = 0) -> list[Strip]:
    """One strip for each row of ``block``, with ``margin`` blank cells on either side."""
    edge = [Segment(" " * margin, _style(ink, paper, 0.0, 0.0))] if margin else []
    return [
        Strip([*edge, *(Segment(run.text, _style(ink, paper, run.ink, run.paper)) for run in row), *edge])
        for row in block.rows
    ]


def between(ink: Colour, paper: Colour, share: float) -> Color:
    """The colour that has ``share`` (0 to 1) of the ink."""
    return Color.from_rgb(*(round(low + (high - low) * share) for high, low in zip(ink, paper, strict=True)))


def _style(ink: Colour, paper: Colour, front: float, back: float) -> Style:
    return Style(color=between(ink, paper, front), bgcolor=between(ink, paper, back))
