"""Closing an event once its papers are signed, and opening it again."""

from data.ceremony import Ceremony
from data.errors import Refused
from data.language import _
from data.model.entry import Entry
from data.model.happenings.event import EventClosed, EventReopened


def may_close(ceremony: Ceremony) -> None:
    """Refused while an agenda item runs, and when the event is closed already."""
    if ceremony.state.rest.closed is not None:
        raise Refused(_("The event is closed already."))
    if ceremony.state.rundown.current:
        raise Refused(_("The agenda is still running. End it on the stage (F3) before closing the event."))


def close_event(ceremony: Ceremony) -> Entry:
    """Put the event to rest: every further entry is refused until it is reopened.

    Refused while an agenda item runs, and when it is closed already.
    """
    may_close(ceremony)
    return ceremony.record(EventClosed())


def reopen_event(ceremony: Ceremony) -> Entry:
    """Take entries again. Refused when the event is not closed."""
    if ceremony.state.rest.closed is None:
        raise Refused(_("The event is not closed."))
    return ceremony.record(EventReopened())
