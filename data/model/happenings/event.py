"""The event itself: how it was made and changed, and what was taken back."""

from data.model.happenings.base import Happening


class EventHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens to the event itself."""


class EventCreated(EventHappening, tag="event-created", frozen=True, kw_only=True):
    """The event was made; the first version of its facts comes in the same line."""


class EventChanged(EventHappening, tag="event-changed", frozen=True, kw_only=True):
    """The organiser changed facts of the event; the new version comes in the same line."""

    what: str


class Undone(EventHappening, tag="undone", frozen=True, kw_only=True):
    """An earlier entry counts as if it had never been written."""

    entry: str
