"""Telling a scanner's keystrokes from a person's, before any widget sees them.

A USB scanner is a keyboard: it types digits into whatever has the focus and may end with CR, LF,
CRLF, Tab or nothing. Digits pass through at once, so that typing never lags; when the last sixteen
are a card, the scan is taken, and whoever holds the digits gives them back.
"""

from typing import NamedTuple

from data.codes import LEAD, decode_typing, is_code, looks_scanned

SUFFIX_KEYS = frozenset({"enter", "ctrl+j", "ctrl+m", "tab"})
PAUSE_SECONDS = 1.0
"""A longer pause between two digits means that they were typed apart from each other."""
SUFFIX_SECONDS = 0.3
"""How long after a card's last digit its line end may come; a later Enter is a person's."""
_PAYLOAD = 16
_LAYOUT = frozenset("đĐăĂâÂêÊôÔ\u0300\u0301\u0303\u0309\u0323")


class Verdict(NamedTuple):
    """What to do with a key: let it pass or not, and the scan that it completes, if any.

    ``typed`` are the scan's characters that passed before and must be taken back.
    """

    passes: bool
    scan: str = ""
    typed: str = ""


PASS = Verdict(True)
SWALLOW = Verdict(False)


class ScanGate:
    """Watches the keys of one terminal in the order in which they came."""

    def __init__(self) -> None:
        self._run = ""
        self._last = 0.0
        self._taken = float("-inf")

    def feed(self, key: str, character: str | None, at: float) -> Verdict:
        """Judge one key; ``at`` is when it came, in seconds on any steady clock."""
        if key in SUFFIX_KEYS:
            return self._end(at)
        if character is None or not (character in "0123456789" or character in _LAYOUT):
            self._run = ""
            self._taken = float("-inf")
            return PASS
        return self._digit(character, at)

    def _digit(self, character: str, at: float) -> Verdict:
        if at - self._last > PAUSE_SECONDS:
            self._run = ""
        self._last = at
        self._taken = float("-inf")
        self._run += character
        text = decode_typing(self._run[-_PAYLOAD:])
        if len(text) == _PAYLOAD and text.startswith(LEAD) and is_code(text[len(LEAD) :]):
            typed = self._run[-_PAYLOAD:-1]
            self._run = ""
            self._taken = at
            return Verdict(False, text, typed)
        return PASS

    def _end(self, at: float) -> Verdict:
        if at - self._taken < SUFFIX_SECONDS:
            return SWALLOW
        run, self._run = self._run, ""
        if at - self._last < PAUSE_SECONDS and looks_scanned(decode_typing(run)):
            self._taken = at
            return Verdict(False, decode_typing(run), run)
        return PASS
