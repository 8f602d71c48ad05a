"""Paired phones, and what they sent: each of their requests is on record once, however often it is sent."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from msgspec import Struct

from data.model.entries.door import CameAgain, CheckedIn, ScanRefused
from data.model.entries.phones import AnyPhone, PairingRefused, PhoneDismissed, PhonePaired
from data.model.entry import Entry

REQUEST_SIGN = "."
"""Stands between a phone's id and its own number of a request."""


class Phone(Struct, frozen=True, kw_only=True):
    """A paired phone. ``key`` is the SHA-256 of its secret; ``at`` (UTC) when it was paired."""

    id: str
    name: str
    role: str
    key: str
    at: datetime


@dataclass
class Phones:
    """``paired`` by id, in the order of pairing, without the dismissed; ``refused`` counts wrong codes."""

    paired: dict[str, Phone] = field(default_factory=dict)
    refused: int = 0

    def apply(self, entry: Entry, happening: AnyPhone) -> None:
        """Fold one happening in."""
        match happening:
            case PhonePaired() as what:
                self.paired[what.phone] = Phone(
                    id=what.phone, name=what.name, role=what.role, key=what.key, at=entry.at
                )
            case PhoneDismissed(phone=id):
                self.paired.pop(id, None)
            case PairingRefused(tries=tries):
                self.refused += tries
            case _:
                assert_never(happening)


@dataclass
class Requests:
    """What phones sent, by the id of the request: undone entries too, so that none is done a second time.

    ``last`` is the newest entry of each phone, ``scans`` how many there are of it.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    last: dict[str, Entry] = field(default_factory=dict)
    scans: dict[str, int] = field(default_factory=dict)

    def follow(self, entries: Iterable[Entry]) -> None:
        """Take in entries, whatever their kinds."""
        for entry in entries:
            match entry.what:
                case CheckedIn(request=request) | CameAgain(request=request) | ScanRefused(request=request):
                    if request:
                        phone = phone_of(request)
                        self.entries[request] = self.last[phone] = entry
                        self.scans[phone] = self.scans.get(phone, 0) + 1


def phone_of(request: str) -> str:
    """The id of the phone that sent a request; empty for none."""
    return request.partition(REQUEST_SIGN)[0]
