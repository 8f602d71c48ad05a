"""A QR's modules as terminal cells, black on white whatever the colours around it."""

from textual.content import Content, Span

_INK = {True: "#000000", False: "#ffffff"}


def with_quiet_zone(rows: list[list[bool]], quiet: int) -> list[list[bool]]:
    """The modules with ``quiet`` light ones all round."""
    side = len(rows) + 2 * quiet
    empty = [[False] * side] * quiet
    return [*empty, *([False] * quiet + row + [False] * quiet for row in rows), *empty]


def halved(rows: list[list[bool]]) -> Content:
    """Two rows of modules to a line."""
    # An odd side leaves half a line: it is white too, as more of the quiet zone.
    padded = [*rows, [False] * len(rows)] if len(rows) % 2 else rows
    return _drawn(
        [
            [(_INK[top], _INK[foot]) for top, foot in zip(padded[at], padded[at + 1], strict=True)]
            for at in range(0, len(padded), 2)
        ],
        width=1,
    )


def doubled(rows: list[list[bool]]) -> Content:
    """Two cells to a module."""
    return _drawn([[(_INK[dark], _INK[dark]) for dark in row] for row in rows], width=2)


def _drawn(rows: list[list[tuple[str, str]]], width: int) -> Content:
    text, spans = "", []
    for row in rows:
        for top, foot in row:
            spans.append(Span(len(text), len(text) + width, f"{top} on {foot}"))
            text += "▀" * width
        text += "\n"
    return Content(text.rstrip("\n"), spans)
