"""Telling a key that is held down from one that is pressed anew."""

HELD_SECONDS = 1.0
"""Longer than any keyboard waits before a held key begins to repeat (Windows: at most one second)."""


class RepeatGuard:
    """A press counts only when the one before it, counted or not, was ``seconds`` ago or more."""

    def __init__(self, seconds: float = HELD_SECONDS) -> None:
        self._seconds = seconds
        self._last = float("-inf")

    def is_fresh(self, now: float) -> bool:
        """Note a press at ``now`` (monotonic seconds) and say whether it counts."""
        fresh = not self.is_locked(now)
        self._last = now
        return fresh

    def acted(self, now: float) -> None:
        """What the press did is done at ``now``: presses that waited meanwhile are still the same one."""
        self._last = now

    def is_locked(self, now: float) -> bool:
        """Whether a press at ``now`` would not count."""
        return self.left(now) > 0

    def left(self, now: float) -> float:
        """For how many seconds from ``now`` on a press would not count; 0 for one that would."""
        return max(0.0, self._seconds - (now - self._last))
