"""Closing an event once its papers are signed, and opening it again."""

from data.errors import Refused
from data.language import _
from data.model.entries.event import EventClosed, EventReopened
from data.model.entry import Entry
from data.session.session import Session


def may_close(session: Session) -> None:
    """Refused while an agenda item runs, and when the event is closed already."""
    if session.state.rest.closed is not None:
        raise Refused(_("The event is closed already."))
    if session.state.agenda_progress.current:
        raise Refused(_("The agenda is still running. End it on the stage (F3) before closing the event."))


def close_event(session: Session) -> Entry:
    """Put the event to rest: every further entry is refused until it is reopened.

    Refused while an agenda item runs, and when it is closed already.
    """
    may_close(session)
    return session.record(EventClosed())


def reopen_event(session: Session) -> Entry:
    """Take entries again. Refused when the event is not closed."""
    if session.state.rest.closed is None:
        raise Refused(_("The event is not closed."))
    return session.record(EventReopened())
