"""The event itself: how it was made and changed, and what was taken back."""

from datetime import date, datetime
from typing import ClassVar

from msgspec import Struct

from data.language import N_
from data.model.entries.base import Area, Happening

FORMAT = 3
"""The number of the ledger's format that this program writes. One is everything before there was a number;
two has the number itself, repairs, and tables that are dropped or empty; in three entries name their laptop,
and stand where their ids say rather than where their lines do."""


class EventHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens to the event itself."""

    area: ClassVar[Area] = "event"


class EventCreated(EventHappening, tag="event-created", frozen=True, kw_only=True):
    """The event was made; the first version of its facts comes in the same line.

    ``format`` is the number of the ledger's format.
    """

    called = N_("event made")
    apart = "first"
    is_step = False

    format: int = 1


class FormatRaised(EventHappening, tag="format-raised", frozen=True, kw_only=True):
    """From here on the ledger is written in a newer ``format``; programs that only know older ones refuse."""

    called = N_("newer format")
    apart = "both"
    is_step = False

    format: int


class LostLine(Struct, frozen=True, omit_defaults=True):
    """A line that could not be read any more: its number in the damaged file, and what is known of it.

    ``after`` and ``before`` (UTC) are the times of the entries around it; ``kind`` and ``guest`` what the
    broken bytes still tell, for whoever enters it again by hand.
    """

    kept_texts: ClassVar[frozenset[str]] = frozenset({"kind"})

    line: int
    after: datetime | None = None
    before: datetime | None = None
    kind: str = ""
    guest: int | None = None


class LedgerRepaired(EventHappening, tag="ledger-repaired", frozen=True, kw_only=True):
    """The ledger's file was damaged and was written anew.

    ``mended`` lines were put right by their own checksum, ``taken`` came from copies or from a rescue
    file, ``lost`` could not be read any more. ``kept`` is the damaged file's name, where there was one.
    """

    called = N_("ledger mended")
    apart = "both"
    is_step = False
    kept_texts = frozenset({"kept"})

    mended: int = 0
    taken: int = 0
    lost: tuple[LostLine, ...] = ()
    kept: str = ""


class EventChanged(EventHappening, tag="event-changed", frozen=True, kw_only=True):
    """The organiser changed facts of the event; the new version comes in the same line."""

    called = N_("event edited")
    apart = "last"

    what: str


class EventClosed(EventHappening, tag="event-closed", frozen=True, kw_only=True):
    """The event was put to rest on the laptop that wrote this: it records nothing more until it is reopened.

    ``without`` are the ids of laptops whose entries are not waited for any more.
    """

    called = N_("event closed")
    apart = "all"
    is_step = False
    kept_texts = frozenset({"without"})

    without: tuple[str, ...] = ()


class EventReopened(EventHappening, tag="event-reopened", frozen=True, kw_only=True):
    """The event takes entries again."""

    called = N_("event reopened")
    apart = "last"
    is_step = False


class DayConfirmed(EventHappening, tag="day-confirmed", frozen=True, kw_only=True):
    """Somebody looked: the laptop's date (in the village) was doubted, and it is right."""

    called = N_("date confirmed")
    apart = "both"

    day: date


class PersonalDataPurged(EventHappening, tag="personal-data-purged", frozen=True, kw_only=True):
    """Names and all else that tells who somebody is were taken out of every entry, and files deleted.

    ``guests`` is of how many guests, ``files`` how many files of its folder, ``copies`` how many copies of
    the event elsewhere. The ledger was written anew for it.
    """

    called = N_("personal data deleted")
    apart = "all"
    is_step = False

    guests: int
    files: int
    copies: int = 0


class Undone(EventHappening, tag="undone", frozen=True, kw_only=True):
    """An earlier entry counts as if it had never been written."""

    called = N_("undo")
    apart = "both"
    is_step = False
    kept_texts = frozenset({"entry"})

    entry: str


class OfLater(EventHappening, tag="of-later", frozen=True, kw_only=True):
    """What only a newer version of the program knows, named after its kind. The ledger holds it whole."""

    called = N_("entry of a newer version")
    apart = "both"
    is_step = False
    kept_texts = frozenset({"name"})

    name: str


AnyEventHappening = (
    EventCreated
    | FormatRaised
    | LedgerRepaired
    | EventChanged
    | EventClosed
    | EventReopened
    | DayConfirmed
    | PersonalDataPurged
    | OfLater
    | Undone
)
"""Every kind of them."""
