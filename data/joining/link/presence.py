"""Who is there: each laptop says so every other second, and the others listen."""

from collections.abc import Iterable
from datetime import UTC, datetime
from time import monotonic

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from data.joining.link.standing import Peer
from data.model.entries.event import FORMAT
from data.queries.laptops.writers import told_apart
from data.text.cleaning.clean import clean

SAY_SECONDS = 2.0
_SILENT_SECONDS = 6.5
_LONGEST = 60
_MOST_PEERS = 64


class Here(Struct, frozen=True, kw_only=True):
    """What a laptop says of itself."""

    id: str
    name: str
    at: datetime
    entries: int = 0
    digest: str = ""
    format: int = 0
    leaves: bool = False


class Presence:
    """The other laptops, as they were heard of since the program began."""

    def __init__(self, own_id: str, own_name: str = "") -> None:
        self._own, self._own_name = own_id, own_name
        self._peers: dict[str, Peer] = {}
        self._heard: dict[str, float] = {}

    def saying(self, name: str, about: tuple[int, str], *, leaves: bool = False) -> bytes:
        """What this laptop says of itself."""
        entries, digest = about
        here = Here(
            id=self._own,
            name=name,
            at=datetime.now(UTC),
            entries=entries,
            digest=digest,
            format=FORMAT,
            leaves=leaves,
        )
        return msgspec.json.encode(here)

    def heard(self, payload: bytes) -> None:
        """Take in what another laptop said; what cannot be read is passed over."""
        try:
            here = msgspec.json.decode(payload, type=Here)
        except msgspec.DecodeError:
            return
        if here.id == self._own or here.at.tzinfo is None:
            return
        if here.id not in self._peers and len(self._peers) >= _MOST_PEERS:
            return
        now = datetime.now(UTC)
        self._heard[here.id] = monotonic() - (_SILENT_SECONDS if here.leaves else 0)
        self._peers[here.id] = Peer(
            id=here.id,
            name=clean(here.name, _LONGEST) or here.id,
            heard=now,
            entries=here.entries,
            digest=here.digest,
            ahead=(here.at - now).total_seconds(),
            format=here.format,
        )

    @property
    def name(self) -> str:
        """This laptop's own name, told apart from the others'."""
        return self._names()[self._own]

    def _names(self) -> dict[str, str]:
        return told_apart({self._own: self._own_name} | {id: peer.name for id, peer in self._peers.items()})

    def remember(self, peers: Iterable[Peer]) -> None:
        """Laptops that are known from before, and were not heard of yet."""
        for peer in peers:
            self._peers.setdefault(peer.id, replace(peer, is_here=False))

    def peers(self, *, connected: bool) -> tuple[Peer, ...]:
        """The other laptops by name; none of them is here while this one is not ``connected``."""
        now = monotonic()
        names = self._names()
        found = [
            replace(
                peer,
                name=names[id],
                is_here=connected and now - self._heard.get(id, -_SILENT_SECONDS) < _SILENT_SECONDS,
            )
            for id, peer in self._peers.items()
        ]
        return tuple(sorted(found, key=lambda peer: (peer.name, peer.id)))
