"""Telling a scanner's keystrokes from a person's, before any widget sees them.

A USB scanner is a keyboard: it types digits into whatever has the focus and may end with CR, LF,
CRLF, Tab or nothing. Digits pass through at once, so that typing never lags; when the last sixteen
are a card, the scan is taken, and whoever holds the digits gives them back.
"""

from typing import NamedTuple

from data.scanning.codes import PAYLOAD_DIGITS, decode_typing, is_payload, looks_scanned

SUFFIX_KEYS = frozenset({"enter", "ctrl+j", "ctrl+m", "tab"})
PAUSE_SECONDS = 1.0
"""A longer pause between two digits means that they were typed apart from each other."""
SUFFIX_SECONDS = 0.5
"""How long after a card's last digit its line end may come; a later Enter is a person's."""
SETTLE_SECONDS = 0.5
"""After so long a silence, digits that must be a scan are one, though no line end came."""
BURST_SECONDS = 0.15
"""Keys of one scan follow each other faster than this, a person's hardly ever do."""
_BACKSPACES = frozenset({"backspace", "ctrl+h"})
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
_NEVER = float("-inf")


class ScanDetector:
    """Watches the keys of one terminal in their order; ``last`` is when the newest digit came."""

    def __init__(self) -> None:
        self._run = ""
        self.last = 0.0
        self._taken = _NEVER
        self._owed = 0
        self._refusing = _NEVER

    def feed(self, key: str, character: str | None, at: float) -> Verdict:
        """Judge one key; ``at`` is when it came, in seconds on any steady clock."""
        if at - self._refusing < BURST_SECONDS:
            self._refusing = _NEVER if key in SUFFIX_KEYS else at
            self._taken = at if key in SUFFIX_KEYS else _NEVER
            return SWALLOW
        if key in SUFFIX_KEYS:
            return self._end(at)
        if key in _BACKSPACES and self._owed and at - self._taken < SUFFIX_SECONDS:
            # UniKey takes a spoilt word back when it ends, digits and all; those are gone already.
            self._owed -= 1
            self._taken = at
            return SWALLOW
        if character is not None and (character in "0123456789" or character in _LAYOUT):
            return self._digit(character, at)
        if character is not None and self._is_foreign(character, at):
            return self._refuse(character, at)
        self._run = ""
        self._taken = _NEVER
        return PASS

    @property
    def is_waiting(self) -> bool:
        """Whether so many digits came that they must be a scan, if nothing follows: ``settle`` decides."""
        return looks_scanned(decode_typing(self._run))

    def settle(self, at: float) -> Verdict:
        """Nothing came until ``at``: the scan of a scanner without a line end whose digits are no card."""
        if not self.is_waiting or at - self.last < SETTLE_SECONDS:
            return PASS
        run, self._run = self._run, ""
        return Verdict(False, decode_typing(run), run)

    def _digit(self, character: str, at: float) -> Verdict:
        if at - self.last > PAUSE_SECONDS:
            self._run = ""
        self.last = at
        self._taken = _NEVER
        self._run += character
        text = decode_typing(self._run[-PAYLOAD_DIGITS:])
        if not is_payload(text):
            return PASS
        typed = self._run[-PAYLOAD_DIGITS:-1]
        self._run = ""
        self._taken = at
        self._owed = PAYLOAD_DIGITS
        return Verdict(False, text, typed)

    def _end(self, at: float) -> Verdict:
        if at - self._taken < SUFFIX_SECONDS:
            return SWALLOW
        run, self._run = self._run, ""
        if at - self.last < PAUSE_SECONDS and looks_scanned(decode_typing(run)):
            self._taken = at
            self._owed = 0
            return Verdict(False, decode_typing(run), run)
        return PASS

    def _is_foreign(self, character: str, at: float) -> bool:
        """Whether ``character`` goes on with a code that is no card's.

        That is a national identity card at its first bar, or digits and then letters (a bank account).
        """
        run = decode_typing(self._run)
        return at - self.last < BURST_SECONDS and looks_scanned(run + character if character == "|" else run)

    def _refuse(self, character: str, at: float) -> Verdict:
        """Take a foreign code for one scan at once, and let none of the keys that follow through."""
        run, self._run = self._run, ""
        self._refusing = at
        return Verdict(False, decode_typing(run) + character, run)
