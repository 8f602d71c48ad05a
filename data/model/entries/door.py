"""The door: who came, and every scan that let nobody in."""

from datetime import datetime
from typing import ClassVar, Literal

from data.language import N_
from data.model.entries.base import Area, Happening

Channel = Literal[
    "scanner", "image", "stdin", "camera", "number", "name", "walk-in", "paper", "gift-desk", "group", "phone"
]
RefusalStatus = Literal["replaced", "other-event", "misread", "unknown"]
ScanStatus = Literal["admitted", "already", "replaced", "other-event", "misread", "unknown"]


class DoorHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens at the door."""

    area: ClassVar[Area] = "door"


class CheckedIn(DoorHappening, tag="checked-in", frozen=True, kw_only=True):
    """A guest came. A walk-in's guest comes in the same line.

    ``people`` counts who came on this card (1 or more); ``relation`` and ``substitute`` say who came
    in the household head's place, and are empty when the head came. ``came`` (UTC) is when the guest
    really came, where that was written down on paper first; else the entry's own time is meant.
    ``request`` is the id under which a paired phone sent it: its own id, a dot, its number of the request.
    """

    called = N_("check-in")
    apart = "first"
    kept_texts = frozenset({"relation", "request"})

    guest: int
    channel: Channel
    relation: str = ""
    substitute: str = ""
    people: int = 1
    came: datetime | None = None
    request: str = ""


class CameAgain(DoorHappening, tag="came-again", frozen=True, kw_only=True):
    """A guest who is already in was scanned again; ``elsewhere`` at another place within seconds.

    ``request`` is as in a check-in.
    """

    called = N_("came already")
    apart = "both"
    is_step = False
    kept_texts = frozenset({"request"})

    guest: int
    channel: Channel
    elsewhere: bool = False
    request: str = ""


class ScanRefused(DoorHappening, tag="scan-refused", frozen=True, kw_only=True):
    """A scan admitted nobody. ``code`` is kept only when it has the form of a card.

    ``foreign`` says what else it was (an identity card, a product's code …) where that could be told;
    nothing that such a code holds is kept.
    ``in_a_row`` is told once: how many strange cards in a row this one makes at its device; else 0.
    ``request`` is as in a check-in.
    """

    called = N_("scan refused")
    apart = "both"
    area = "refused"
    is_step = False
    kept_texts = frozenset({"code", "foreign", "request"})

    status: RefusalStatus
    channel: Channel
    code: str = ""
    foreign: str = ""
    in_a_row: int = 0
    request: str = ""


class PartyChanged(DoorHappening, tag="party-changed", frozen=True, kw_only=True):
    """Who came for a guest that is in was set right: all three facts are given anew."""

    called = N_("who came")
    apart = "last"
    kept_texts = frozenset({"relation"})

    guest: int
    relation: str = ""
    substitute: str = ""
    people: int = 1


class GroupCheckedIn(DoorHappening, tag="group-checked-in", frozen=True, kw_only=True):
    """Several guests came together and were let in with one confirmation.

    ``group`` is the id of their delegation, empty when they were not of one.
    """

    called = N_("check-in of a group")
    apart = "first"
    kept_texts = frozenset({"group"})

    guests: tuple[int, ...]
    group: str = ""
    channel: Channel = "group"


class CheckInMoved(DoorHappening, tag="check-in-moved", frozen=True, kw_only=True):
    """Not ``guest`` came but ``to``: the check-in, with its time and who came, is the other's."""

    called = N_("check-in moved")
    apart = "first"

    guest: int
    to: int


class CheckInRemoved(DoorHappening, tag="check-in-removed", frozen=True, kw_only=True):
    """The guest was checked in by mistake, and is not here."""

    called = N_("check-in taken back")
    apart = "both"

    guest: int


class LeftEarly(DoorHappening, tag="left-early", frozen=True, kw_only=True):
    """A guest who had come went home before the end. A later scan of the same guest brings them back."""

    called = N_("left early")
    apart = "last"

    guest: int


AnyDoor = (
    CheckedIn
    | CameAgain
    | ScanRefused
    | PartyChanged
    | GroupCheckedIn
    | CheckInMoved
    | CheckInRemoved
    | LeftEarly
)
"""Every kind of them."""
