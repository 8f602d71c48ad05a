"""A time in digits as large as its room allows, to be read from the back of the hall."""

from rich.segment import Segment
from rich.style import Style
from textual.app import RenderResult
from textual.content import Content
from textual.renderables.digits import Digits as Small
from textual.widgets import Digits

_ROWS = 5
_BOLD = Style(bold=True)
_BLANK = "\N{NO-BREAK SPACE}"
"""A blank that nothing strips, neither a terminal nor a picture of one."""
_SHAPES = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
}


class TimeDigits(Digits):
    """Textual's own digits in three rows; solid ones in every five rows that there are."""

    DEFAULT_CSS = "TimeDigits { text-wrap: nowrap; text-overflow: clip; }"

    def render(self) -> RenderResult:
        """The time, each dot of a large digit twice as wide as it is high, which is a square."""
        scale = self._scale()
        if not scale:
            # As Textual draws them, but without rich on the way, which would take longer every second.
            pieces = Small(self.value).render(_BOLD)
            text = "".join(piece.text for piece in pieces if isinstance(piece, Segment))
            return Content(text.rstrip("\n"))
        rows: list[str] = []
        for row in range(_ROWS):
            dots = " ".join(_SHAPES[character][row] for character in self.value)
            drawn = "".join(("█" if dot == "#" else _BLANK) * 2 * scale for dot in dots)
            rows += [drawn] * scale
        return Content("\n".join(rows))

    def _scale(self) -> int:
        if not self.value or any(character not in _SHAPES for character in self.value):
            return 0
        width = 2 * (sum(len(_SHAPES[character][0]) for character in self.value) + len(self.value) - 1)
        return min(self.size.height // _ROWS, self.size.width // width)
