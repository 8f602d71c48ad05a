"""What can happen on the day: the kinds of ledger entry.

An entry is never changed or deleted. Its id is a UUIDv7, unique across laptops, so ledgers can be
merged; nothing in it depends on its place in the file.
"""

from datetime import datetime
from typing import Literal

from msgspec import Struct

Channel = Literal["scanner", "image", "stdin", "camera", "number", "name", "walk-in", "paper", "gift-desk"]
RefusalStatus = Literal["replaced", "other-event", "misread", "unknown"]
ScanStatus = Literal["admitted", "already", "replaced", "other-event", "misread", "unknown"]


class Happening(Struct, frozen=True, kw_only=True, tag_field="kind", omit_defaults=True):
    """The root of all kinds; ``kind`` on disk is the tag."""


class EventCreated(Happening, tag="event-created", frozen=True, kw_only=True):
    """The event was made; the first version of its facts comes in the same line."""


class EventChanged(Happening, tag="event-changed", frozen=True, kw_only=True):
    """The organiser changed facts of the event; the new version comes in the same line."""

    what: str


class RosterImported(Happening, tag="roster-imported", frozen=True, kw_only=True):
    """A list of guests was read; the guests come in the same line."""

    source: str
    added: int
    changed: int
    refused: int


class GuestAdded(Happening, tag="guest-added", frozen=True, kw_only=True):
    """A guest was put on the list by hand; the guest comes in the same line."""

    guest: int


class GuestCorrected(Happening, tag="guest-corrected", frozen=True, kw_only=True):
    """Facts of a guest were set right by hand; the guest as it now is comes in the same line.

    ``facts`` are the names of what changed, never what it was: a phone does not belong in the log.
    """

    guest: int
    facts: tuple[str, ...]


class GuestWithdrawn(Happening, tag="guest-withdrawn", frozen=True, kw_only=True):
    """A guest was taken off the list; the guest, marked so, comes in the same line."""

    guest: int
    reason: str


class GuestRestored(Happening, tag="guest-restored", frozen=True, kw_only=True):
    """A guest who had been taken off the list is on it again."""

    guest: int


class CardsPrinted(Happening, tag="cards-printed", frozen=True, kw_only=True):
    """The cards with these codes were printed."""

    codes: tuple[str, ...]


class CheckedIn(Happening, tag="checked-in", frozen=True, kw_only=True):
    """A guest came. A walk-in's guest comes in the same line.

    ``people`` counts who came on this card (1 or more); ``relation`` and ``substitute`` say who came
    in the household head's place, and are empty when the head came. ``came`` (UTC) is when the guest
    really came, where that was written down on paper first; else the entry's own time is meant.
    """

    guest: int
    channel: Channel
    relation: str = ""
    substitute: str = ""
    people: int = 1
    came: datetime | None = None


class CameAgain(Happening, tag="came-again", frozen=True, kw_only=True):
    """A guest who is already in was scanned again."""

    guest: int
    channel: Channel


class ScanRefused(Happening, tag="scan-refused", frozen=True, kw_only=True):
    """A scan admitted nobody. ``code`` is kept only when it has the form of a card."""

    status: RefusalStatus
    channel: Channel
    code: str = ""


class PartyChanged(Happening, tag="party-changed", frozen=True, kw_only=True):
    """Who came for a guest that is in was set right: all three facts are given anew."""

    guest: int
    relation: str = ""
    substitute: str = ""
    people: int = 1


class CardReplaced(Happening, tag="card-replaced", frozen=True, kw_only=True):
    """A lost card was replaced; the guest with its new code comes in the same line."""

    guest: int
    old: str


class Went(Happening, tag="go", frozen=True, kw_only=True):
    """The MC pressed GO: the running item ended, ``item`` began (empty: the ceremony closed)."""

    item: str


class WentBack(Happening, tag="back", frozen=True, kw_only=True):
    """The running item waits again, and ``item``, which ran before it, runs on."""

    item: str


class Paused(Happening, tag="pause", frozen=True, kw_only=True):
    """The running item's time stands still."""

    item: str


class Resumed(Happening, tag="resume", frozen=True, kw_only=True):
    """The running item's time goes on."""

    item: str


class Adjusted(Happening, tag="adjust", frozen=True, kw_only=True):
    """The running item was given ``minutes`` more (negative: fewer)."""

    item: str
    minutes: int


class HandedOver(Happening, tag="handed-over", frozen=True, kw_only=True):
    """A gift was handed over. The entry's id names the handover.

    ``household`` is the guest number when the gift went to one household, else None.
    """

    gift: str
    quantity: int
    giver: str
    receiver: str
    witness: str = ""
    note: str = ""
    item: str = ""
    household: int | None = None


class HandoverVoided(Happening, tag="handover-voided", frozen=True, kw_only=True):
    """A handover was logged wrongly: it no longer counts, and says why."""

    handover: str
    reason: str


class Undone(Happening, tag="undone", frozen=True, kw_only=True):
    """An earlier entry counts as if it had never been written."""

    entry: str


AnyHappening = (
    EventCreated
    | EventChanged
    | RosterImported
    | GuestAdded
    | GuestCorrected
    | GuestWithdrawn
    | GuestRestored
    | CardsPrinted
    | CheckedIn
    | CameAgain
    | ScanRefused
    | PartyChanged
    | CardReplaced
    | Went
    | WentBack
    | Paused
    | Resumed
    | Adjusted
    | HandedOver
    | HandoverVoided
    | Undone
)


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the day.

    ``at`` is the wall clock in UTC; ``ticks`` the monotonic clock in seconds, comparable only with
    entries of the same ``run`` of the program; ``device`` the laptop; ``duty`` who was on duty.
    """

    id: str
    at: datetime
    ticks: float
    run: str
    device: str
    what: AnyHappening
    duty: str = ""
