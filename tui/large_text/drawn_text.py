"""A few words in letters several lines high, where there is room for them."""

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.large_text.drawn_type import Block


class DrawnText(Widget):
    """Shows a text as large as the widget allows; nothing where ``drawn`` finds no room for it."""

    DEFAULT_CSS = "DrawnText { width: 1fr; height: 1fr; }"

    def __init__(self, *, id: str | None = None, capitals: bool = False) -> None:
        super().__init__(id=id)
        self._text = ""
        self._capitals = capitals
        self._drawn: tuple[object, list[Strip]] = (None, [])

    def show(self, text: str) -> None:
        """Show ``text``, each of its lines a paragraph."""
        if text != self._text:
            self._text = text
            self.refresh()

    def render_line(self, y: int) -> Strip:
        rows = self._rows()
        above = max(0, (self.size.height - len(rows)) // 2)
        if above <= y < above + len(rows):
            return rows[y - above]
        return Strip.blank(self.size.width, self.rich_style)

    def _rows(self) -> list[Strip]:
        key = (self._text, self.size)
        if key != self._drawn[0]:
            from tui.large_text.drawn_strips import strips

            block = drawn(self._text, *self.size, capitals=self._capitals)
            _background, _foreground, paper, ink = self.colors
            self._drawn = (key, strips(block, ink.rgb, paper.rgb) if block else [])
        return self._drawn[1]


def drawn(text: str, width: int, height: int, *, capitals: bool = False) -> "Block | None":
    """``text`` in large letters, or None where they would be too small to be better than plain text.

    With ``capitals`` it is set in those where that makes it fit: they can be read in smaller sizes.
    """
    if not text.strip() or width < 1 or height < 1:
        return None
    # Pillow comes with it, which no screen needs that only has room for such letters.
    from tui.large_text.drawn_type import LEAST_SMALL_LETTERS, Paragraph, large

    lines = [line for line in text.splitlines() if line.strip()]
    small = tuple(Paragraph(line, face="Medium") for line in lines)
    block = large(small, width, height, least=LEAST_SMALL_LETTERS)
    if block is None and capitals:
        block = large(tuple(Paragraph(line.upper()) for line in lines), width, height)
    return block
