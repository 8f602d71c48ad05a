"""Telling a key that is held down from one that is pressed anew."""

HELD_SECONDS = 1.0


class RepeatGuard:
    """A press counts only when the one before it, counted or not, was long enough ago."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def is_fresh(self, now: float) -> bool:
        """Note a press at ``now`` (monotonic seconds) and say whether it counts."""
        before, self._last = self._last, now
        return now - before >= HELD_SECONDS
