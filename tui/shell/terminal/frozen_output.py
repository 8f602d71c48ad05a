"""A terminal whose output stands still does not hold up the program behind it.

While text is selected in Windows' old console it takes no output, and Textual's own writer lets thirty pieces
wait before whoever writes is made to wait: keys would be read no more, and scans not recorded. Here nobody is
made to wait. What would be drawn meanwhile is left out, and once the terminal takes output again the whole
screen is drawn as it stands by then.
"""

from queue import Queue
from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen
from textual.timer import Timer

LOOK_SECONDS = 0.25
_MOST_WAITING = 20
"""Pieces that wait to be written; a terminal that takes output never has more than a few."""


class FlowingApp(App[None]):
    """An app that goes on while its terminal takes no output."""

    _left_out = False
    _looking: Timer | None = None
    """Looks whether what was left out can be drawn; it rests while nothing was."""

    def on_mount(self) -> None:
        """Let nobody be made to wait."""
        self._release_writer()
        self._looking = self.set_interval(LOOK_SECONDS, self._draw_left_out, pause=not self._left_out)

    @property
    def output_stands_still(self) -> bool:
        """Whether more waits to be written than a terminal that takes output ever leaves."""
        waiting = self._waiting
        return waiting is not None and waiting.qsize() > _MOST_WAITING

    def bell(self) -> None:
        """Ring, but not for what nobody was shown: a hundred bells at once say nothing."""
        if not self.output_stands_still:
            super().bell()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if self.output_stands_still:
            self._left_out = True
            if self._looking is not None:
                self._looking.resume()
            return
        super()._display(screen, renderable)

    @property
    def _waiting(self) -> "Queue[str | None] | None":
        """What waits to be written; None where there is no such writer (tests, a closed driver)."""
        return getattr(getattr(self._driver, "_writer_thread", None), "_queue", None)

    def _release_writer(self) -> None:
        if (waiting := self._waiting) is not None:
            with waiting.mutex:
                waiting.maxsize = 0
                waiting.not_full.notify_all()

    def _draw_left_out(self) -> None:
        if self._left_out and (waiting := self._waiting) is not None and waiting.empty():
            self._left_out = False
            if self._looking is not None:
                self._looking.pause()
            self.refresh(layout=True)
            self.screen.refresh(layout=True)
