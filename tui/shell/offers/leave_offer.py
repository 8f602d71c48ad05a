"""Ctrl+Q: while an item of the agenda runs, the first press says so and the second one leaves."""

from textual.timer import Timer

from data.language import _
from tui.frame.keys.repeat import RepeatGuard
from tui.frame.program import Program

LEAVE_SECONDS = 10.0
"""How long a press of Ctrl+Q waits for the one that leaves."""


class LeaveOffer:
    """The offer to leave in the middle of the ceremony; it lapses by itself."""

    def __init__(self, app: Program) -> None:
        self._app = app
        self._lapse: Timer | None = None
        self._key = RepeatGuard()

    def press(self) -> None:
        """Leave, unless an item runs and nobody has been told yet."""
        item = self._running()
        # A key that is held down is told once, and leaves nothing.
        fresh = self._key.is_fresh(self._app.clock.monotonic())
        if not item or (fresh and self._lapse is not None):
            self._app.exit()
            return
        if not fresh:
            self._app.say_too_soon()
            return
        self._lapse = self._app.set_timer(LEAVE_SECONDS, self._lapsed)
        told = _("Item {item} is running. ^Q again: quit; everything is recorded.").format(item=item)
        self._app.say(told, "again")

    def withdraw(self) -> None:
        """Take the offer back."""
        if self._lapse is not None:
            self._lapse.stop()
            self._lapse = None

    def _running(self) -> int:
        """The place in the agenda of the item that runs; 0 when none does."""
        if self._app.session is None:
            return 0
        state = self._app.session.state
        ids = [item.id for item in state.event.program]
        current = state.agenda_progress.current
        return ids.index(current) + 1 if current in ids else 0

    def _lapsed(self) -> None:
        self._lapse = None
        self._app.say("")
