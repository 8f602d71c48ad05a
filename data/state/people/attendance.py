"""Who came for a guest, when, and how it was noticed."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from data.model.entries.door import Channel, CheckedIn, GroupCheckedIn, PartyChanged
from data.model.entry import Entry
from data.state.phones import phone_of


class Attendance(Struct, frozen=True, kw_only=True):
    """A guest's presence. ``entry`` is the check-in's id; ``duty`` who let them in, at which
    ``device``, and by which paired ``phone`` (its id), empty for none; ``writer`` names the laptop.

    ``at`` (UTC) is when they came: the moment of the check-in, or what the paper list says; ``left``
    (UTC) when they went home early, None while they are here.
    """

    entry: str
    at: datetime
    channel: Channel
    duty: str = ""
    device: str = ""
    writer: str = ""
    relation: str = ""
    substitute: str = ""
    people: int = 1
    left: datetime | None = None
    phone: str = ""

    @property
    def is_here(self) -> bool:
        """Whether the guest came and did not go home early."""
        return self.left is None

    @property
    def is_substitute(self) -> bool:
        """Whether somebody came in the head's place."""
        return bool(self.relation or self.substitute)


def arrived(entry: Entry, what: CheckedIn) -> Attendance:
    """The presence that a check-in begins."""
    return Attendance(
        entry=entry.id,
        at=what.came or entry.at,
        channel=what.channel,
        duty=entry.duty,
        device=entry.device,
        writer=entry.writer,
        relation=what.relation,
        substitute=what.substitute,
        people=what.people,
        phone=phone_of(what.request) if what.request else "",
    )


def arrived_together(entry: Entry, what: GroupCheckedIn) -> Attendance:
    """The presence that begins for each guest of a group."""
    return Attendance(
        entry=entry.id,
        at=entry.at,
        channel=what.channel,
        duty=entry.duty,
        device=entry.device,
        writer=entry.writer,
    )


def regrouped(before: Attendance, what: PartyChanged) -> Attendance:
    """The same presence with who came set right."""
    return replace(before, relation=what.relation, substitute=what.substitute, people=what.people)
