"""The event itself: how it was made and changed, and what was taken back."""

from datetime import date
from typing import ClassVar

from data.model.entries.base import Area, Happening


class EventHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens to the event itself."""

    area: ClassVar[Area] = "event"


class EventCreated(EventHappening, tag="event-created", frozen=True, kw_only=True):
    """The event was made; the first version of its facts comes in the same line."""

    is_step = False


class EventChanged(EventHappening, tag="event-changed", frozen=True, kw_only=True):
    """The organiser changed facts of the event; the new version comes in the same line."""

    what: str


class EventClosed(EventHappening, tag="event-closed", frozen=True, kw_only=True):
    """The event was put to rest: nothing more is recorded until it is reopened."""

    is_step = False


class EventReopened(EventHappening, tag="event-reopened", frozen=True, kw_only=True):
    """The event takes entries again."""

    is_step = False


class DayConfirmed(EventHappening, tag="day-confirmed", frozen=True, kw_only=True):
    """Somebody looked: the laptop's date (in the village) was doubted, and it is right."""

    day: date


class PersonalDataPurged(EventHappening, tag="personal-data-purged", frozen=True, kw_only=True):
    """Names and all else that tells who somebody is were taken out of every entry, and files deleted.

    ``guests`` is of how many guests, ``files`` how many files. The ledger was written anew for it.
    """

    is_step = False

    guests: int
    files: int


class Undone(EventHappening, tag="undone", frozen=True, kw_only=True):
    """An earlier entry counts as if it had never been written."""

    is_step = False
    kept_texts = frozenset({"entry"})

    entry: str


AnyEventHappening = (
    EventCreated | EventChanged | EventClosed | EventReopened | DayConfirmed | PersonalDataPurged | Undone
)
"""Every kind of them."""
