"""Ctrl+Q: while an item of the agenda runs, the first press says so and the second one leaves."""

from data.language import _
from tui.frame.program import Program
from tui.shell.offers.second_press import SecondPress


class LeaveOffer:
    """The offer to leave in the middle of the ceremony."""

    def __init__(self, app: Program) -> None:
        self._app = app
        self._second = SecondPress(app)
        self.withdraw = self._second.withdraw

    def press(self) -> None:
        """Leave, unless an item runs and nobody has been told yet."""
        item = self._running()
        # A key that is held down is told once, and leaves nothing.
        fresh = self._second.is_fresh()
        if not item or (fresh and self._second.offered):
            self._app.exit()
        elif not fresh:
            self._app.say_too_soon()
        else:
            told = _("Item {item} is running. ^Q again: quit; everything is recorded.").format(item=item)
            self._second.offer("leave", told)

    def _running(self) -> int:
        """The place in the agenda of the item that runs; 0 when none does."""
        if self._app.session is None:
            return 0
        state = self._app.session.state
        ids = [item.id for item in state.event.program]
        current = state.agenda_progress.current
        return ids.index(current) + 1 if current in ids else 0
