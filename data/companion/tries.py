"""Wrong pairing codes, by the address they came from: the more, the slower they are answered."""

from msgspec import Struct

SLOW_AFTER = 10
"""So many wrong codes from one address are answered at once; then each waits, and several go on record
together."""
_SLOW_SECONDS = 3.0
_TELL_SECONDS = 60.0
_MOST_ADDRESSES = 256


class Try(Struct, frozen=True, kw_only=True):
    """What to do about a wrong code: wait ``delay`` seconds, then answer; record ``to_record`` tries."""

    delay: float
    to_record: int


class _Count(Struct):
    tries: int = 0
    unrecorded: int = 0
    recorded_at: float = float("-inf")


class Tries:
    """Counts of wrong codes since the program began; a right one from the same address forgives them."""

    def __init__(self) -> None:
        self._counts: dict[str, _Count] = {}

    def wrong(self, address: str, now: float) -> Try:
        """Count a wrong code; ``now`` is the monotonic clock, in seconds.

        The first ten from an address go on record one by one, later ones once a minute together: a
        machine that guesses must not fill the disk.
        """
        if address not in self._counts and len(self._counts) >= _MOST_ADDRESSES:
            address = "…"
        count = self._counts.setdefault(address, _Count())
        count.tries += 1
        count.unrecorded += 1
        is_slow = count.tries > SLOW_AFTER
        to_record = 0
        if not is_slow or now - count.recorded_at >= _TELL_SECONDS:
            to_record, count.unrecorded, count.recorded_at = count.unrecorded, 0, now
        return Try(delay=_SLOW_SECONDS if is_slow else 0.0, to_record=to_record)

    def of(self, address: str) -> int:
        """How many wrong codes came from an address."""
        count = self._counts.get(address)
        return count.tries if count else 0

    def forgive(self, address: str) -> None:
        """A right code came from the address."""
        self._counts.pop(address, None)
