"""A code held before the camera is one scan, however many frames show it."""

from collections.abc import Iterable

from data.scanning.scan_debounce import STUTTER_SECONDS


class Held:
    """Remembers which codes are in sight; one that was gone for ``STUTTER_SECONDS`` is a new scan."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}

    def fresh(self, texts: Iterable[str], now: float) -> list[str]:
        """Those of ``texts``, in sight at ``now`` (seconds on a steady clock), that came into sight."""
        came = []
        for text in texts:
            if now - self._seen.get(text, float("-inf")) >= STUTTER_SECONDS:
                came.append(text)
            self._seen[text] = now
        self._seen = {text: at for text, at in self._seen.items() if now - at < STUTTER_SECONDS}
        return came
