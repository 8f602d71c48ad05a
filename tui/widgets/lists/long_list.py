"""A list of any length: only the rows there is room for are drawn."""

from collections.abc import Callable

from textual.content import Content

from tui.widgets.lists.drawn_rows import DrawnRows

Row = Callable[[int, int, bool], Content]
"""Draws the row of this index in so many cells; whether it is the marked one."""

_KEYS = ("up", "down", "pageup", "pagedown", "ctrl+home", "ctrl+end")


class LongList(DrawnRows):
    """``count`` rows of which one is ``marked`` and kept in sight; the arrows come to ``move``."""

    def __init__(self, row: Row, *, id: str) -> None:
        super().__init__(id=id)
        self._row = row
        self.count = 0
        self.marked = 0
        self._first = 0
        self._drawn: dict[tuple[int, bool], Content] = {}

    def show(self, count: int, marked: int | None = None) -> None:
        """Draw anew: there are ``count`` rows now."""
        self.count = count
        self.marked = max(0, min(self.marked if marked is None else marked, count - 1))
        self._draw()

    def move(self, key: str) -> bool:
        """Mark another row by an arrow, page, Ctrl+Home or Ctrl+End key; whether it was one of these."""
        if key not in _KEYS:
            return False
        page = max(1, self.size.height - 1)
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}
        target = {"ctrl+home": 0, "ctrl+end": self.count - 1}.get(key, self.marked + steps.get(key, 0))
        self.marked = max(0, min(target, self.count - 1))
        self._draw_marked()
        return True

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        self._drawn.clear()
        self._draw_marked()

    def _draw_marked(self) -> None:
        """Draw what there is room for; of rows that were drawn already, only the mark can be another."""
        room = self.size.height
        if room < 1:
            return
        self._first = max(0, min(self._first, self.marked, self.count - room))
        self._first = max(self._first, self.marked - room + 1)
        shown = range(self._first, min(self.count, self._first + room))
        wanted = [(index, index == self.marked) for index in shown]
        self._drawn = {
            one: self._drawn.get(one) or self._row(one[0], self.size.width, one[1]) for one in wanted
        }
        self.paint(list(self._drawn.values()))
