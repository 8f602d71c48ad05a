"""What a key offers at its first press and does at the second."""

from textual.timer import Timer

from tui.frame.keys.repeat import RepeatGuard
from tui.frame.program import Program

OFFER_SECONDS = 10.0
"""How long an offer stands."""


class SecondPress:
    """``offered`` is what the next press does, empty while that is nothing. An offer lapses by itself."""

    def __init__(self, app: Program) -> None:
        self._app = app
        self._key = RepeatGuard()
        self._lapse: Timer | None = None
        self.offered = ""

    def is_fresh(self) -> bool:
        """Whether the key was pressed anew, and is not held down. Asked once at each press."""
        return self._key.is_fresh(self._app.clock.monotonic())

    def offer(self, what: str, sentence: str) -> None:
        """Say what the next press does."""
        self.withdraw()
        self.offered = what
        self._lapse = self._app.set_timer(OFFER_SECONDS, self._lapsed)
        self._app.say(sentence, "again")

    def withdraw(self) -> None:
        """Take the offer back."""
        self.offered = ""
        if self._lapse is not None:
            self._lapse.stop()
            self._lapse = None

    def _lapsed(self) -> None:
        self.withdraw()
        self._app.say("")
