"""What the door says to a scan, apart from how it comes about: every screen shows it."""

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from data.clock import iso
from data.model.entries.door import ScanStatus
from data.model.guest import Guest
from data.state.people.attendance import Attendance

if TYPE_CHECKING:
    from data.scanning.foreign_codes import ForeignKind


class Answer(Struct, frozen=True, kw_only=True):
    """What the door says to one scan or admission, after its entry is on disk.

    ``at`` (UTC) is the moment of this check-in, or of the first one when the guest is already in;
    ``other_event`` the title and village of the event that a foreign card belongs to, when known;
    ``kind`` what was scanned when it was no card at all, and ``offered`` whom it may belong to.
    ``in_a_row`` is how many strange cards in a row this one makes, told once, else 0; ``elsewhere`` how
    many seconds before, at another place, the same card was read, None where it was not.
    """

    status: ScanStatus
    at: datetime
    guest: Guest | None = None
    attendance: Attendance | None = None
    other_event: str = ""
    kind: "ForeignKind | None" = None
    offered: tuple[Guest, ...] = ()
    in_a_row: int = 0
    elsewhere: int | None = None

    @property
    def is_welcome(self) -> bool:
        """Whether a guest was found: let in now, or before."""
        return self.status in ("admitted", "already")

    def report(self) -> dict[str, object]:
        """The answer as the command line prints it: ``guest`` is the number, ``at`` ISO 8601 with the
        offset of Vietnam."""
        told: dict[str, object] = {
            "status": self.status,
            "guest": self.guest.number if self.guest else None,
            "name": self.guest.name if self.guest else "",
            "at": iso(self.at),
        }
        if self.other_event:
            told["event"] = self.other_event
        if self.kind:
            told["kind"] = self.kind
        if self.offered:
            told["offered"] = [guest.number for guest in self.offered]
        if self.in_a_row:
            told["strangers_in_a_row"] = self.in_a_row
        if self.elsewhere is not None:
            told["elsewhere_seconds_ago"] = self.elsewhere
        return told
