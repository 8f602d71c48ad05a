"""All that the audience sees: the title sign's words as large as they go, the present item, a welcome."""

from collections.abc import Sequence
from textwrap import wrap

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from data.documents.banner.draw import GOLD, PALE
from data.messages.hall import HallWords, hall_words
from data.queries.stage.hall import HallView
from tui.large_text.drawn_strips import Colour, between, strips
from tui.large_text.drawn_type import Lettering, Paragraph, large

_RED = (112, 10, 18)
"""Darker than the sign's red: gold letters of few dots need more contrast than painted ones."""
_OCCASION = 0.82
_ORGANISER = 0.45
_ROOMY = Size(150, 44)
"""From this size on the organiser and the welcome have large letters too."""
_ITEM_ROWS = 0.22
"""The most of the screen that the item's large letters take: the sign comes first."""
_WELCOME_ROWS = 5

Lines = list[Strip]


class HallSheet(Widget):
    """One sheet for the whole screen, drawn anew when ``show`` brings something else or the size changes."""

    DEFAULT_CSS = "HallSheet { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._view: HallView | None = None
        self._lettering: Lettering | None = "best"
        self._drawn: tuple[object, Lines] = (None, [])

    def show(self, view: HallView, lettering: Lettering | None) -> None:
        """Show this view; ``lettering`` None is plain text for terminals that lack the blocks."""
        if (view, lettering) != (self._view, self._lettering):
            self._view, self._lettering = view, lettering
            self.refresh()

    def render_line(self, y: int) -> Strip:
        rows = self._rows()
        return rows[y] if y < len(rows) else Strip([])

    def _rows(self) -> Lines:
        key = (self._view, self._lettering, self.size)
        if key != self._drawn[0]:
            rows = draw_hall(self._view, self.size, self._lettering) if self._view else []
            self._drawn = (key, rows)
        return self._drawn[1]


def draw_hall(view: HallView, size: Size, lettering: Lettering | None) -> Lines:
    """The sheet's rows, exactly ``size.height`` of them."""
    width = size.width
    words = hall_words(view)
    foot = _foot(words, size, lettering)
    room = Size(width, max(1, size.height - len(foot) - 1))
    sign = _sign(view, room, lettering, is_roomy=_is_roomy(size))
    spare = max(0, size.height - len(sign) - len(foot) - 1)
    blank = [_line("", width)]
    above = spare // 2
    rows = blank * above + sign + blank * (spare - above) + [_rule(width)] + foot
    return rows[: size.height]


def _is_roomy(size: Size) -> bool:
    return size.width >= _ROOMY.width and size.height >= _ROOMY.height


def _sign(view: HallView, room: Size, lettering: Lettering | None, *, is_roomy: bool) -> Lines:
    """The title sign: as much of it in large letters as there is room for."""
    by_part = {part: [text for p, text in view.sign if p == part] for part, _text in view.sign}
    organiser, date = by_part.get("organiser", []), by_part.get("date", [])
    occasion, subject = by_part.get("occasion", []), by_part.get("subject", [])
    small_above, small_below = _texts(organiser, room.width), _texts(date, room.width, GOLD, italic=True)
    big = [
        *(Paragraph(text, _OCCASION) for text in occasion),
        *(Paragraph(text) for text in subject),
    ]
    if is_roomy:
        named = [*(Paragraph(text, _ORGANISER) for text in organiser), *big]
        whole = _large(named, room, len(small_below), lettering)
        if whole is not None:
            return [*whole, *small_below]
    block = _large(big, room, len(small_above) + len(small_below), lettering)
    if block is not None:
        return [*small_above, *block, *small_below]
    small_above += _texts([" ".join(occasion)], room.width, GOLD)
    block = _large(big[len(occasion) :], room, len(small_above) + len(small_below), lettering)
    if block is not None:
        return [*small_above, *block, *small_below]
    return _plain_sign(organiser, occasion, subject, date, room)


def _plain_sign(
    organiser: Sequence[str], occasion: Sequence[str], subject: Sequence[str], date: Sequence[str], room: Size
) -> Lines:
    parts = [
        _texts(organiser, room.width),
        _texts(occasion, room.width, GOLD),
        _texts(subject, room.width, GOLD),
        _texts(date, room.width, GOLD, italic=True),
    ]
    parts = [part for part in parts if part]
    rows = sum(map(len, parts))
    gaps = 1 if rows + len(parts) - 1 <= room.height else 0
    blanks = [_line("", room.width)] * gaps
    sheet: Lines = []
    for part in parts:
        sheet += [*(blanks if sheet else []), *part]
    return sheet


def _foot(words: HallWords, size: Size, lettering: Lettering | None) -> Lines:
    """What runs, and the welcome."""
    width = size.width
    head = _texts([words.head], width, PALE)
    low = _texts([words.foot], width, GOLD)
    if words.foot and _is_roomy(size):
        room = Size(width, _WELCOME_ROWS)
        low = _large([Paragraph(words.foot.upper())], room, 0, lettering) or low
    block = None
    if size.width >= 100 and size.height >= 34:
        room = Size(width, round(size.height * _ITEM_ROWS))
        block = _large([Paragraph(words.main.upper())], room, 0, lettering, PALE)
    main = block or _texts([words.main.upper()], width, (255, 255, 255))
    gap = [_line("", width)] if size.height >= 30 else []
    return [*head, *main, *gap, *low, *gap]


def _large(
    paragraphs: Sequence[Paragraph],
    room: Size,
    taken: int,
    lettering: Lettering | None,
    ink: Colour = GOLD,
) -> Lines | None:
    if lettering is None or not paragraphs or room.height - taken < 1:
        return None
    block = large(tuple(paragraphs), room.width - 2, room.height - taken, lettering)
    return strips(block, ink, _RED, margin=1) if block else None


def _texts(texts: Sequence[str], width: int, ink: Colour = PALE, *, italic: bool = False) -> Lines:
    rows = [row for text in texts if text for row in wrap(text, max(8, width - 4))]
    return [_line(row, width, ink, italic=italic) for row in rows]


def _line(text: str, width: int, ink: Colour = PALE, *, italic: bool = False) -> Strip:
    left = max(0, (width - cell_len(text)) // 2)
    style = Style(color=Color.from_rgb(*ink), bgcolor=Color.from_rgb(*_RED), bold=not italic, italic=italic)
    return Strip([Segment(" " * left + text, style)]).adjust_cell_length(width, style)


def _rule(width: int) -> Strip:
    style = Style(color=between(GOLD, _RED, 0.5), bgcolor=Color.from_rgb(*_RED))
    long = min(width - 4, max(10, width // 3))
    left = (width - long) // 2
    return Strip([Segment(" " * left + "─" * long, style)]).adjust_cell_length(width, style)
