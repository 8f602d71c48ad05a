"""What happened to the event itself, in words."""

from data.language import _
from data.model.happenings.event import EventChanged, EventCreated, EventHappening


def describe_event(what: EventHappening) -> str:
    """One sentence for a change of the event (undos are told by ``log.describe``)."""
    match what:
        case EventCreated():
            return _("Event created")
        case EventChanged():
            return _("Event changed: {what}").format(what=what.what)
    return str(what)
