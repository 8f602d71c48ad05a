"""The search at the door, made ready in slices: a list of thousands takes a second, and no key waits."""

from collections.abc import Callable

from textual.timer import Timer

from tui.frame.event_screen import CeremonyScreen

_AT_ONCE = 150
"""Guests indexed between two keys while nobody types: about 15 ms."""
_FOR_LETTERS = 400
"""The same while somebody waits for what they typed: about 40 ms, which no hand notices."""
_BREATH_SECONDS = 0.02
"""Between two slices: keys and what is to be painted come first."""


class Indexing:
    """Indexes the guests of the event on ``screen``; calls ``ready`` where somebody had to wait for it."""

    def __init__(self, screen: CeremonyScreen, ready: Callable[[], None]) -> None:
        self._screen = screen
        self._ready = ready
        self._timer: Timer | None = None
        self._is_awaited = False

    def go_on(self) -> None:
        """Prepare the search while nobody types, so that the first letter is answered at once."""
        if self._timer is None:
            self._timer = self._screen.set_timer(_BREATH_SECONDS, self._slice)

    def is_ready_for_letters(self) -> bool:
        """Whether what is typed can be looked for now; if not, ``ready`` says when."""
        # Where a slice is about to come, the key is answered before it.
        is_ready = self._catch_up(_FOR_LETTERS if self._timer is None else 0)
        self._is_awaited = not is_ready
        if not is_ready:
            self.go_on()
        return is_ready

    def _slice(self) -> None:
        self._timer = None
        if not self._screen.is_current:
            return
        if not self._catch_up(_FOR_LETTERS if self._is_awaited else _AT_ONCE):
            self.go_on()
        elif self._is_awaited:
            self._is_awaited = False
            self._ready()

    def _catch_up(self, most: int) -> bool:
        return self._screen.program.finder.catch_up(self._screen.session.state, most)
