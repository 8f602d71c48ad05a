"""Rows to tick or leave out: the arrows move the mark, the space bar ticks."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.widgets import Static

from tui.safe_text import lines, plain

_STEPS = {"up": -1, "down": 1}


class TickList(Static, can_focus=True):
    """Each row has an id and a label, which may be people's own text; ``ticked`` are the ids that count.

    An arrow beyond the first or the last row goes on to whoever wants it.
    """

    def __init__(self, rows: Sequence[tuple[str, str]], ticked: Iterable[str], *, id: str) -> None:
        super().__init__(id=id)
        self._rows_shown = list(rows)
        self._ticked = set(ticked)
        self._place = 0

    @property
    def ticked(self) -> list[str]:
        """The ids of the rows that are ticked, in their order."""
        return [id for id, _label in self._rows_shown if id in self._ticked]

    def on_mount(self) -> None:
        self._draw()

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._draw()

    def on_key(self, event: events.Key) -> None:
        step = _STEPS.get(event.key)
        place = self._place + (step or 0)
        if event.key == "space":
            event.stop()
            self._ticked ^= {self._rows_shown[self._place][0]}
        elif step is not None and 0 <= place < len(self._rows_shown):
            event.stop()
            self._place = place
        self._draw()

    def _draw(self) -> None:
        rows = []
        for place, (id, label) in enumerate(self._rows_shown):
            marked = self.has_focus and place == self._place
            sign = "☑" if id in self._ticked else "☐"
            text = f"{'›' if marked else ' '} {sign} {label}"
            rows.append(plain(text, "bold $accent" if marked else "" if id in self._ticked else "dim"))
        self.update(lines(rows))
