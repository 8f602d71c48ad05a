"""A scanner that repeats itself: the same code held before it is one scan, not twenty."""

from collections.abc import Hashable
from typing import Generic, TypeVar

STUTTER_SECONDS = 3.0
"""How long the same code counts as the scanner stuttering (the command-line contract)."""

Answer = TypeVar("Answer")


class ScanDebounce(Generic[Answer]):
    """Remembers the answers of the last ``STUTTER_SECONDS`` by what was scanned.

    ``standing`` is whatever an answer rests on: once it changes, the answer is not repeated.
    """

    def __init__(self) -> None:
        self._recent: dict[Hashable, tuple[float, Hashable, Answer]] = {}

    def repeated(self, scanned: Hashable, standing: Hashable, now: float) -> Answer | None:
        """The answer to give again at ``now`` (monotonic seconds), if this is a stutter."""
        if scanned not in self._recent:
            return None
        first, rested_on, answer = self._recent[scanned]
        return answer if now - first < STUTTER_SECONDS and rested_on == standing else None

    def note(self, scanned: Hashable, standing: Hashable, now: float, answer: Answer) -> None:
        """Keep an answer, with what it rests on after it was given."""
        self._recent = {k: v for k, v in self._recent.items() if now - v[0] < STUTTER_SECONDS}
        self._recent[scanned] = (now, standing, answer)
