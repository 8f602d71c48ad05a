"""An action that is named at the first press of its key and done at the second."""

OFFER_SECONDS = 10.0
"""How long the offer of a named action stands."""


class Offer:
    """What was named last, and until when the same key means it."""

    def __init__(self) -> None:
        self._named = ""
        self._at = 0.0

    def stands(self, what: str, now: float) -> bool:
        """Whether ``what`` was named and may be done at ``now`` (monotonic seconds)."""
        return self._named == what and now - self._at < OFFER_SECONDS

    def make(self, what: str, now: float) -> None:
        """Note that ``what`` was named at ``now``."""
        self._named, self._at = what, now

    def withdraw(self) -> None:
        """Forget what was named."""
        self._named = ""
