"""A card's QR in the terminal, black on white whatever the colours around it."""

from textual.content import Content, Span
from textual.widgets import Static

from data.documents.cards.qr import MODULES, QUIET, modules
from data.scanning.codes import payload

SIDE = MODULES + 2 * QUIET
_INK = {True: "#000000", False: "#ffffff"}


class LargeCode(Static):
    """The QR of a card code, two rows of modules to a line, or ``doubled`` when there is room."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._rows = _with_quiet_zone(modules(payload(code)))

    def show(self, doubled: bool) -> None:
        """Draw it: ``SIDE`` wide and half as high, or twice that."""
        self.update(_doubled(self._rows) if doubled else _halved(self._rows))


def _with_quiet_zone(rows: list[list[bool]]) -> list[list[bool]]:
    empty = [[False] * SIDE] * QUIET
    return [*empty, *([False] * QUIET + row + [False] * QUIET for row in rows), *empty]


def _halved(rows: list[list[bool]]) -> Content:
    # An odd side leaves half a line: it is white too, as more of the quiet zone.
    padded = [*rows, [False] * SIDE] if len(rows) % 2 else rows
    return _drawn(
        [
            [(_INK[top], _INK[foot]) for top, foot in zip(padded[at], padded[at + 1], strict=True)]
            for at in range(0, len(padded), 2)
        ],
        width=1,
    )


def _doubled(rows: list[list[bool]]) -> Content:
    return _drawn([[(_INK[dark], _INK[dark]) for dark in row] for row in rows], width=2)


def _drawn(rows: list[list[tuple[str, str]]], width: int) -> Content:
    text, spans = "", []
    for row in rows:
        for top, foot in row:
            spans.append(Span(len(text), len(text) + width, f"{top} on {foot}"))
            text += "▀" * width
        text += "\n"
    return Content(text.rstrip("\n"), spans)
