"""A text field behind the real gate, as the program puts them together, without a screen."""

from tests.typing.unikey import BACKSPACE
from tui.scanning.scan_detector import SETTLE_SECONDS, ScanDetector

KEYS = {"\r": "enter", "\n": "ctrl+j", "\t": "tab", BACKSPACE: "backspace"}
APART = 0.002
"""Seconds between two keys of a scanner."""


class Line:
    """``text`` is what stands in the field, ``scans`` what the gate took, in order."""

    def __init__(self) -> None:
        self.gate = ScanDetector()
        self.text = ""
        self.scans: list[str] = []
        self.now = 100.0

    def receive(self, characters: str) -> None:
        """Let the characters come in at a scanner's speed."""
        for character in characters:
            self.now += APART
            key = KEYS.get(character, character)
            verdict = self.gate.feed(key, None if character in KEYS else character, self.now)
            self._take(verdict.scan, verdict.typed)
            if verdict.passes:
                self._edit(character)

    def wait(self, seconds: float = 2 * SETTLE_SECONDS) -> None:
        """Nothing comes for a while."""
        self.now += seconds
        verdict = self.gate.settle(self.now)
        self._take(verdict.scan, verdict.typed)

    def _take(self, scan: str, typed: str) -> None:
        if scan:
            self.scans.append(scan)
            self.text = self.text.removesuffix(typed)

    def _edit(self, character: str) -> None:
        if character == BACKSPACE:
            self.text = self.text[:-1]
        elif character not in KEYS:
            self.text += character
