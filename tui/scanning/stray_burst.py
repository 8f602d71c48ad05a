"""Letters that come faster than fingers: a scanner that reads somebody's other code.

A web address or a visiting card in a QR code is typed like any scan. Where letters are commands and no
text is being typed, all of it but its first letter is taken for what it is, and does nothing.
"""

FAST_SECONDS = 0.02
"""Scanners type a key every 1 to 10 ms; two fingers rarely come within this."""
END_SECONDS = 0.5
"""How long after its last letter the line end of such a code may come."""
_ENDS = frozenset({"enter", "ctrl+j", "ctrl+m", "tab", "space"})


class StrayBurst:
    """Watches the keys of one terminal that no scan of a card has claimed."""

    def __init__(self) -> None:
        self._last = float("-inf")
        self._burst = float("-inf")

    def swallows(self, key: str, character: str | None, at: float, *, is_text: bool) -> bool:
        """Whether a key that came ``at`` (seconds on a steady clock) belongs to such a code.

        ``is_text`` says that letters are being typed into a line, where they are always welcome.
        """
        is_letter = character is not None and character.isprintable() and not character.isdecimal()
        if not is_letter and key not in _ENDS:
            return False
        is_fast = at - self._last < FAST_SECONDS
        self._last = at
        if is_text:
            return False
        if is_letter and is_fast:
            self._burst = at
            return True
        return key in _ENDS and at - self._burst < END_SECONDS
