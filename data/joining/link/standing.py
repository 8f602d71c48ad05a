"""How the laptops stand together, as the screen is told: a value that the link replaces as a whole."""

from datetime import datetime

from msgspec import Struct

SKEW_SECONDS = 60.0
"""From here on two clocks are so far apart that people are told."""


class Peer(Struct, frozen=True, kw_only=True):
    """Another laptop of the event: ``heard`` is when it was last heard of (UTC, by this laptop's clock),
    ``is_here`` whether that is now. ``entries`` and ``digest`` are what it said of its ledger; ``ahead`` is
    by how many seconds its clock goes before this one's."""

    id: str
    name: str
    heard: datetime
    is_here: bool = True
    entries: int = 0
    digest: str = ""
    ahead: float = 0.0
    format: int = 0


class Standing(Struct, frozen=True, kw_only=True):
    """``name`` is this laptop's among the others'. ``is_together`` says that the server is reached,
    ``is_level`` that all it holds was taken over; ``peers`` the other laptops by name; ``waiting`` how many
    own entries it has not acknowledged; ``trouble`` a sentence, empty where there is none, and ``is_wrong``
    that waiting does not mend it; ``since`` when the server was last reached (UTC)."""

    name: str = ""
    is_host: bool = False
    is_together: bool = False
    is_level: bool = False
    peers: tuple[Peer, ...] = ()
    waiting: int = 0
    trouble: str = ""
    is_wrong: bool = False
    since: datetime | None = None

    @property
    def here(self) -> int:
        """How many laptops are together, this one among them."""
        return 1 + sum(peer.is_here for peer in self.peers)

    @property
    def away(self) -> tuple[Peer, ...]:
        """The laptops that are not heard of now, the longest away first."""
        return tuple(sorted((peer for peer in self.peers if not peer.is_here), key=lambda peer: peer.heard))
