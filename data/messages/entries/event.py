"""What happened to the event itself, in words."""

from typing import assert_never

from data.language import _
from data.model.entries.event import (
    EventChanged,
    EventClosed,
    EventCreated,
    EventReopened,
    PersonalDataPurged,
)


def describe_event(
    what: EventCreated | EventChanged | EventClosed | EventReopened | PersonalDataPurged,
) -> str:
    """One sentence for a change of the event (undos are told by ``log.describe``)."""
    match what:
        case EventCreated():
            return _("Event created")
        case EventChanged():
            return _("Event changed: {what}").format(what=what.what)
        case EventClosed():
            return _("Event closed")
        case EventReopened():
            return _("Event reopened")
        case PersonalDataPurged():
            return _("Personal data of {guests} guests deleted, and {files} files").format(
                guests=what.guests, files=what.files
            )
    assert_never(what)
