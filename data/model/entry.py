"""One line of the day, and all the kinds of things that it can say happened.

An entry is never changed or deleted. Its id is a UUIDv7, unique across laptops, and says where it stands
among all others; nothing in it depends on its place in the file, so ledgers can be merged.
"""

from datetime import datetime

from msgspec import Struct

from data.model.entries.door import AnyDoor
from data.model.entries.event import AnyEventHappening
from data.model.entries.follow_up import AnyFollowUp
from data.model.entries.gifts import AnyGiftHappening
from data.model.entries.guests import AnyGuestHappening
from data.model.entries.papers import AnyPaperHappening
from data.model.entries.phones import AnyPhone
from data.model.entries.spoken import AnyWords
from data.model.entries.stage import AnyStage

AnyHappening = (
    AnyDoor
    | AnyEventHappening
    | AnyFollowUp
    | AnyGiftHappening
    | AnyGuestHappening
    | AnyPaperHappening
    | AnyPhone
    | AnyStage
    | AnyWords
)


class Meant(Struct, frozen=True, kw_only=True, gc=False):
    """Whom an entry means by ``number`` where another laptop could read somebody else: the guest whom the
    entry with the id ``listed`` put on the list as ``was``."""

    number: int
    listed: str
    was: int


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One line of the day.

    ``at`` is the wall clock in UTC; ``ticks`` the monotonic clock in seconds, comparable only with
    entries of the same ``run`` of the program; ``device`` the laptop; ``duty`` who was on duty.
    ``drift`` is how many seconds the wall clock had run away from the monotonic one since the run
    began: the laptop slept, or somebody set its clock.
    ``laptop`` is the id of the laptop that wrote it, whose ids only ever go up; empty in entries from before
    laptops had one. Those stood in the order of their file: ``place`` says it, where they are known outside
    of that file. ``meant`` tells who the guests are whose numbers do not say it by themselves.
    """

    id: str
    at: datetime
    ticks: float
    run: str
    device: str
    what: AnyHappening
    duty: str = ""
    drift: float = 0.0
    laptop: str = ""
    place: str = ""
    meant: tuple[Meant, ...] = ()

    @property
    def stands(self) -> str:
        """What puts it in order among all entries of the event: smaller texts come first."""
        return self.id if self.laptop else self.place or self.id

    @property
    def writer(self) -> str:
        """The laptop that wrote it: its id, or in old entries its name."""
        return self.laptop or self.device
