"""Rows below one another: a row that changes is painted anew, and the others are left as they stand."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tui.safe_text import lines


class DrawnRows(Widget):
    """Shows what ``paint`` is given, a row a line; its height is the screen's to give."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._painted: list[Content] = []

    def paint(self, rows: Sequence[Content]) -> None:
        """Show these rows; what there is no room for is cut off."""
        before, self._painted = self._painted, list(rows)
        changed = [
            Region(0, y, self.size.width, 1)
            for y, (old, new) in enumerate(zip_longest(before, self._painted))
            if y < self.size.height and not _is_same(old, new)
        ]
        if changed:
            self.refresh(*changed)

    def render(self) -> Content:
        """All rows, as they are read or selected."""
        return lines(self._painted)

    def render_line(self, y: int) -> Strip:
        """One row, as Textual paints it."""
        if self.text_selection is not None or y >= len(self._painted):
            return super().render_line(y)
        return Visual.to_strips(self, self._painted[y], self.size.width, 1, self.visual_style)[0]


def _is_same(old: Content | None, new: Content | None) -> bool:
    """Whether both look alike; ``Content`` itself compares its letters only."""
    return old is new or (old is not None and new is not None and _looks(old) == _looks(new))


def _looks(row: Content) -> tuple[object, ...]:
    return row.plain, row.spans
