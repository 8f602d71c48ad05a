"""Whether the laptops that are together say the same, and since when."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from data.joining.link.standing import Peer

_PATIENCE = timedelta(seconds=20)
"""So long entries may be on their way before another count of them is another day."""


class Agreement:
    """``is_same`` is what the last comparison said, ``since`` when (UTC) it first did; None before any."""

    def __init__(self) -> None:
        self.is_same: bool | None = None
        self.since: datetime | None = None
        self._parted: datetime | None = None

    def note(self, entries: int, digest: str, peers: Iterable[Peer], now: datetime) -> None:
        """Compare this laptop's ``entries`` and ``digest`` with what the others who are here said of theirs.

        While one of them is at work, its digest empty, nothing new can be said.
        """
        here = [peer for peer in peers if peer.is_here]
        if not here:
            self.is_same = self.since = self._parted = None
            return
        if not digest or not all(peer.digest for peer in here):
            return
        if all(peer.digest == digest for peer in here):
            self._parted = None
            self._say(True, now)
            return
        self._parted = self._parted or now
        if any(peer.entries == entries and peer.digest != digest for peer in here):
            self._say(False, now)
        elif now - self._parted >= _PATIENCE:
            self._say(False, self._parted)

    def _say(self, is_same: bool, since: datetime) -> None:
        if self.is_same != is_same:
            self.is_same, self.since = is_same, since
