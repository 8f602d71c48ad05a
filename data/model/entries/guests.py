"""The list of guests and their cards."""

from typing import ClassVar

from data.language import N_
from data.model.entries.base import Area, Happening


class GuestHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens to the list of guests."""

    area: ClassVar[Area] = "list"


class RosterImported(GuestHappening, tag="roster-imported", frozen=True, kw_only=True):
    """A list of guests was read; the guests come in the same line."""

    called = N_("list read in")
    apart = "last"

    source: str
    added: int
    changed: int
    refused: int


class GuestAdded(GuestHappening, tag="guest-added", frozen=True, kw_only=True):
    """A guest was put on the list by hand; the guest comes in the same line."""

    called = N_("guest added")
    apart = "both"

    guest: int


class GuestCorrected(GuestHappening, tag="guest-corrected", frozen=True, kw_only=True):
    """Facts of a guest were set right by hand; the guest as it now is comes in the same line.

    ``facts`` are the names of what changed, never what it was: a phone does not belong in the log.
    """

    called = N_("guest edited")
    apart = "last"
    kept_texts = frozenset({"facts"})

    guest: int
    facts: tuple[str, ...]


class GuestWithdrawn(GuestHappening, tag="guest-withdrawn", frozen=True, kw_only=True):
    """A guest was taken off the list; the guest, marked so, comes in the same line."""

    called = N_("invitation withdrawn")
    apart = "last"

    guest: int
    reason: str


class GuestRestored(GuestHappening, tag="guest-restored", frozen=True, kw_only=True):
    """A guest who had been taken off the list is on it again."""

    called = N_("guest taken back")
    apart = "last"

    guest: int


class CardsPrinted(GuestHappening, tag="cards-printed", frozen=True, kw_only=True):
    """The cards with these codes were printed; or, where ``only_drawn``, drawn as files to print."""

    called = N_("cards")
    apart = "both"
    kept_texts = frozenset({"codes"})

    codes: tuple[str, ...]
    only_drawn: bool = False


class CardReplaced(GuestHappening, tag="card-replaced", frozen=True, kw_only=True):
    """A lost card was replaced; the guest with its new code comes in the same line."""

    called = N_("new card")
    apart = "last"
    kept_texts = frozenset({"old"})

    guest: int
    old: str


AnyGuestHappening = (
    RosterImported
    | GuestAdded
    | GuestCorrected
    | GuestWithdrawn
    | GuestRestored
    | CardsPrinted
    | CardReplaced
)
"""Every kind of them."""
