"""Closing an event once its papers are signed, and opening it again."""

from data.errors import Refused
from data.language import _
from data.model.entries.event import EventClosed, EventReopened
from data.model.entry import Entry
from data.queries.laptops.writers import LaptopSeen, laptops
from data.session.session import Session


def may_close(session: Session) -> None:
    """Refused while an agenda item runs, and when the event is closed already."""
    if session.closed is not None:
        raise Refused(_("The event is closed already."))
    if session.state.agenda_progress.current:
        raise Refused(_("The agenda is still running. End it on the stage (F3) before closing the event."))


def close_event(session: Session, *, without_others: bool = False) -> Entry:
    """Put the event to rest here: every further entry of this laptop is refused until it is reopened.

    Where others worked, it is closed as a whole once they have closed it, too, and their entries were taken
    in; ``missing_laptops`` names them until then. ``without_others`` gives up what they may still have.
    Refused while an agenda item runs, and when it is closed already.
    """
    if without_others and session.closed is not None and session.state.rest.missing:
        reopen_event(session)
    may_close(session)
    others = session.state.rest.missing - {session.laptop}
    return session.record(EventClosed(without=tuple(sorted(others)) if without_others else ()))


def missing_laptops(session: Session) -> list[LaptopSeen]:
    """The other laptops that worked and have not closed the event: entries of theirs may be missing."""
    known = laptops(session.state)
    return [known[id] for id in sorted(session.state.rest.missing - {session.laptop}) if id in known]


def reopen_event(session: Session) -> Entry:
    """Take entries again. Refused when the event is not closed."""
    if session.closed is None:
        raise Refused(_("The event is not closed."))
    return session.record(EventReopened())
